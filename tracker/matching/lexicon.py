"""The tables of denials and opposites that people may edit, ready for look-up."""

from functools import lru_cache

from attrs import frozen

from tracker.resources import data_folder
from tracker.text.stemmed_phrases import StemmedPhrases
from tracker.text.tables import Row, read_table


@frozen
class Side:
    """One side of a pair of opposites."""

    row: int
    first: bool


def _rows(name: str, columns: tuple[str, ...]) -> list[Row]:
    return list(read_table((data_folder() / name).read_text("utf-8"), name, columns))


@lru_cache(maxsize=1)
def denials() -> StemmedPhrases[str]:
    """Return words that deny (``denial``), and phrases that hold one but do not (``neutral``)."""
    return StemmedPhrases(
        (form, row["role"])
        for row in _rows("denials.tsv", ("role", "forms"))
        for form in row.variants("forms")
    )


@lru_cache(maxsize=1)
def opposites() -> StemmedPhrases[tuple[Side, ...]]:
    """Return words that have an opposite, with the sides of the pairs they stand on."""
    sides: dict[str, list[Side]] = {}
    for number, row in enumerate(_rows("opposites.tsv", ("one", "other"))):
        for column in ("one", "other"):
            for form in row.variants(column):
                sides.setdefault(form, []).append(Side(number, column == "one"))
    return StemmedPhrases(((form, tuple(found)) for form, found in sides.items()), inflected=True)
