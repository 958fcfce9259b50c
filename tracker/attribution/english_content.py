"""Where what an English source says stands: after the cue, before it, or on both sides."""

from attrs import frozen

from tracker.attribution.lexicon import CueRow
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, DASHES, OPENING_QUOTES, QUOTE_MARKS, STOPS, Words

_LONGEST_MIDDLE = 6
#: Marks inside a quotation before its closing mark where the sentence goes on.
_ENDS = COMMAS | STOPS | DASHES | {"…"}
_APOSTROPHES = frozenset({"'", "’", "‘"})


@frozen(kw_only=True)
class EnglishContent:
    """Looks at the words around a cue."""

    time: PhraseList
    preposition: PhraseList

    @classmethod
    def of(cls, lists: WordLists) -> "EnglishContent":
        """Return the reader that consults ``lists``."""
        return cls(time=lists.get("en", "time"), preposition=lists.get("en", "preposition"))

    def scope(self, words: Words, after: int) -> str:
        """Return the scope of a cue after what was said: does the sentence go on?"""
        goes_on = words.text(after) in COMMAS and words.lexical(after + 1)
        quoted = words.text(after) in COMMAS and words.text(after + 1) in OPENING_QUOTES
        return "parenthetical" if goes_on or quoted else "backward"

    def closes(self, words: Words, index: int) -> bool:
        """Return whether what was said ends right before ``index``."""
        at = index - 1
        if words.text(at) in _APOSTROPHES:
            at -= 1
        if at <= 0 or words.text(at) in COMMAS:
            return at > 0
        opens = at in words.closers and not words.ends_quotation(at)
        closed = words.text(at) in QUOTE_MARKS and not opens
        if not closed or words.form(index).endswith(("ed", "id")):
            return closed
        inner = at - 2 if words.text(at - 1) in _APOSTROPHES else at - 1
        return words.text(inner) in _ENDS or words.text(at + 1) in _APOSTROPHES

    def ends(self, words: Words, index: int) -> bool:
        """Return whether nothing is said from ``index`` on but perhaps when or where."""
        at = index
        while at < min(len(words), index + _LONGEST_MIDDLE):
            text = words.text(at)
            if text in STOPS:
                return not any(words.lexical(i) for i in range(at + 1, len(words)))
            if text in COMMAS:
                return True
            if words.form(at) == "that" or text in OPENING_QUOTES or text == ":":
                return False
            if at == index and words.form(at) not in self.time:
                return False
            at += 1
        return at >= len(words)

    def takes(self, words: Words, index: int, row: CueRow) -> bool:
        """Return whether what stands at ``index`` is of a kind the verb introduces."""
        form, text = words.form(index), words.text(index)
        if text in STOPS or index >= len(words):
            return False
        if text in OPENING_QUOTES or text == ":":
            return True
        if text in COMMAS:
            return words.text(index + 1) in OPENING_QUOTES
        if form == "that":
            return "NP" not in row.frames or "clause" in row.frames or "that" in row.frames
        if form in ("to", "with"):
            return form in row.frames or "trail" in row.frames
        if row.frames <= {"OBJ", "to", "that", "quote", "trail"}:
            return self.introduces_later(words, index)
        return form not in self.preposition or "NP" not in row.frames

    def starts(self, words: Words, index: int) -> int:
        """Return where what is said starts: after ``that``, over when and where it was said."""
        if words.form(index) == "that":
            return index + 1
        if words.form(index) not in self.time and words.form(index) not in self.preposition:
            return index
        for at in range(index, min(len(words), index + _LONGEST_MIDDLE)):
            if words.text(at) in COMMAS | STOPS:
                return index
            if words.form(at) == "that":
                return at + 1
        return index

    def introduces_later(self, words: Words, index: int) -> bool:
        """Return whether that, a colon or a quotation follows soon: ``added in a note that``."""
        for at in range(index, min(len(words), index + _LONGEST_MIDDLE)):
            if words.text(at) in COMMAS | STOPS:
                return False
            if (
                words.form(at) == "that"
                or words.text(at) == ":"
                or words.text(at) in OPENING_QUOTES
            ):
                return True
        return False
