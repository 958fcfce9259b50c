"""Words that open a new clause, as a table that a newsroom edits."""

from collections.abc import Iterable

from attrs import frozen

from tracker.text.tables import Row, RowPlace, read_table
from tracker.text.wordlists import PhraseTable
from tracker.text.words import Words

COLUMNS = ("lang", "words", "position", "kind")
POSITIONS = frozenset({"anywhere", "after_comma"})
KINDS = frozenset(
    {"clause", "addition", "adverbial", "coordination", "particle", "insertion", "charge", "none"}
)


@frozen(kw_only=True)
class Connective:
    """One entry: what it is and where it opens a clause.

    Attributes:
        words: as written in the table, for reasons.
        after_comma: whether it counts only after a comma.
        kind: what follows, one of :data:`KINDS`.
        place: where its row stands.
    """

    words: str
    after_comma: bool
    kind: str
    place: RowPlace


_NONE: PhraseTable[Connective] = PhraseTable({})


@frozen(kw_only=True)
class Connectives:
    """All entries of all languages; one phrase may be listed for both positions."""

    tables: dict[tuple[str, bool], PhraseTable[Connective]]

    def at(
        self, language: str, words: Words, index: int, *, comma: bool
    ) -> tuple[Connective, int] | None:
        """Return the longest entry that opens a clause at ``index`` and its word count.

        Args:
            language: ``ar`` or ``en``.
            words: the sentence.
            index: where it would stand.
            comma: whether a comma stands before it.
        """
        found = [
            hit
            for after_comma in ((True, False) if comma else (False,))
            if (table := self.tables.get((language, after_comma)))
            and (hit := table.find(words, index))
        ]
        return max(found, key=lambda hit: hit[1], default=None)

    def row(self, language: str, words: str) -> RowPlace | None:
        """Return where the entry written ``words`` stands, None when no table has it."""
        for after_comma in (True, False):
            for found in self.tables.get((language, after_comma), _NONE).entries.values():
                for _, entry in found:
                    if entry.words == words:
                        return entry.place
        return None

    def merged(self, other: "Connectives") -> "Connectives":
        """Return the entries of both; where both hold a phrase, ``other`` decides."""
        tables = dict(self.tables)
        for key, added in other.tables.items():
            tables[key] = tables[key].merged(added) if key in tables else added
        return Connectives(tables=tables)


def read_connectives(content: str, table: str) -> Connectives:
    """Return the connectives of one table.

    Raises:
        InputError: naming file and line, when a row cannot be read.
    """
    return _collect(read_table(content, table, COLUMNS))


def _collect(rows: Iterable[Row]) -> Connectives:
    entries: dict[tuple[str, bool], list[tuple[str, Connective]]] = {}
    for row in rows:
        after_comma = row.choice("position", POSITIONS) == "after_comma"
        kind = row.choice("kind", KINDS)
        if not row.variants("words"):
            raise row.error("words is empty", "Give one or several phrases separated by |.")
        entries.setdefault((row["lang"], after_comma), []).extend(
            (
                words,
                Connective(
                    words=words,
                    after_comma=after_comma,
                    kind=kind,
                    place=row.place(words, "note"),
                ),
            )
            for words in row.variants("words")
        )
    return Connectives(tables={key: PhraseTable.of(pairs) for key, pairs in entries.items()})
