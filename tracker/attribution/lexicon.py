"""The cue lexicon: words that introduce a statement, as a table that a newsroom edits."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from tracker.text.tables import Row, RowPlace, read_table
from tracker.text.wordlists import PhraseTable, WordLists
from tracker.text.words import plain

COLUMNS = ("id", "lang", "cue_type", "lemma", "verb_class", "hedge_0_3", "frame", "reach", "forms")
CUE_TYPES = frozenset(
    {"verb", "participle", "verb_passive", "prep", "filler", "noun", "adjective", "false_friend"}
)
#: Name of the shipped table in the place of its rows.
SHIPPED_TABLE = "attribution_cues.tsv"
#: Words between a verb and what it introduces, where the row does not say.
DEFAULT_REACH = 28


@frozen(kw_only=True)
class CueRow:
    """One row of the lexicon.

    Attributes:
        id: the row's identifier, shown in every reason.
        language: ``ar`` or ``en``.
        cue_type: what kind of word it is, one of :data:`CUE_TYPES`.
        lemma: the dictionary form.
        verb_class: what the cue does (``says``, ``denies`` ...).
        hedging: 0 (none) to 3 (explicit doubt).
        frames: what may follow: a complementizer, ``NP`` (a noun phrase), ``OBJ`` ...
        reach: how many words may stand between the cue and what it introduces.
        forms: all spellings.
        place: where the row stands, None for one that no table holds.
    """

    id: str
    language: str
    cue_type: str
    lemma: str
    verb_class: str = "says"
    hedging: int = 0
    frames: frozenset[str] = frozenset()
    reach: int = DEFAULT_REACH
    forms: tuple[str, ...] = ()
    place: RowPlace | None = None

    @property
    def shipped(self) -> bool:
        """Whether the row stands in the shipped table rather than in a newsroom's own."""
        return self.place is None or self.place.table == SHIPPED_TABLE

    @property
    def nominal(self) -> bool:
        """Whether a noun phrase may stand where others need a clause."""
        return "NP" in self.frames

    @property
    def eventive(self) -> bool:
        """Whether an event named by a noun may stand where others need a clause."""
        return self.nominal or "EVENT" in self.frames

    @property
    def informs(self) -> bool:
        """Whether who is told, or accused, is the verb's object (``أبلغ الصحيفة بأن``)."""
        return any(frame.startswith("OBJ ") for frame in self.frames)


def _index(rows: Iterable[CueRow]) -> dict[tuple[str, str], PhraseTable[CueRow]]:
    entries: dict[tuple[str, str], list[tuple[str, CueRow]]] = {}
    for row in rows:
        pairs = entries.setdefault((row.language, row.cue_type), [])
        pairs.extend((form, row) for form in row.forms)
    return {key: PhraseTable.of(pairs) for key, pairs in entries.items()}


_NO_ROWS: PhraseTable[CueRow] = PhraseTable({})


@frozen(kw_only=True)
class Lexicon:
    """All rows, and the closed word lists beside them.

    Attributes:
        rows: the rows in the order of the tables.
        words: closed lists (complementizers, words of time ...).
        weights: learned weights of English features, by name; empty for rules alone.
    """

    rows: tuple[CueRow, ...] = field(repr=False)
    words: WordLists = field(repr=False)
    weights: Mapping[str, float] = field(factory=dict, repr=False)
    _tables: Mapping[tuple[str, str], PhraseTable[CueRow]] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_tables", _index(self.rows))

    def table(self, language: str, cue_type: str) -> PhraseTable[CueRow]:
        """Return the rows of one type, ready for look-up by their forms."""
        return self._tables.get((language, cue_type), _NO_ROWS)


def _cue_row(row: Row) -> CueRow:
    forms = row.variants("forms")
    if not row["id"] or not row["lang"] or not forms:
        raise row.error("id, lang or forms is empty", "Give each row an id, a language and forms.")
    if not all(map(plain, forms)):
        raise row.error("a form has no letters", "Write words, separated by |.")
    return CueRow(
        id=row["id"],
        language=row["lang"],
        cue_type=row.choice("cue_type", CUE_TYPES),
        lemma=row["lemma"],
        verb_class=row["verb_class"] or "says",
        hedging=row.number("hedge_0_3", 0, 3, 0),
        frames=frozenset(row.variants("frame")),
        reach=row.number("reach", 0, 99, DEFAULT_REACH),
        forms=forms,
        place=row.place(row["id"], "gloss_en"),
    )


def read_cues(content: str, table: str) -> tuple[CueRow, ...]:
    """Return the rows of one cue table.

    Raises:
        InputError: naming file and line, when a row cannot be read.
    """
    return tuple(map(_cue_row, read_table(content, table, COLUMNS)))


def read_weights(content: str, table: str) -> Mapping[str, float]:
    """Return the learned weights of one table, by feature.

    Raises:
        InputError: naming file and line, when a row cannot be read.
    """
    found: dict[str, float] = {}
    for row in read_table(content, table, ("feature", "weight")):
        try:
            found[row["feature"]] = float(row["weight"])
        except ValueError as error:
            raise row.error("weight is no number", "Write a number such as 0.25.") from error
    return found


def merge_rows(shipped: Iterable[CueRow], added: Iterable[CueRow]) -> tuple[CueRow, ...]:
    """Return ``shipped`` with ``added`` put in: a row with a known id replaces the shipped one.

    Added rows come first, so that where two rows hold one form the newsroom's own decides.
    """
    own = tuple(added)
    replaced = {row.id for row in own}
    return own + tuple(row for row in shipped if row.id not in replaced)
