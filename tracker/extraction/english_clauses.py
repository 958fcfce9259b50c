"""Where a new claim begins inside an English sentence.

Clauses joined by the connectives of the table, non-restrictive relative clauses and participial
clauses after a comma, and charges. Lists of names or things stay whole.
"""

from attrs import frozen

from tracker.extraction.connectives import Connectives
from tracker.extraction.pieces import Piece
from tracker.model import Span
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, DASHES, Words

_SHORTEST = 3
_COORDINATORS = frozenset({"and", "but", "or", "so"})
_JOINING = frozenset({"and", "but", "or"})
_VERB_WINDOW = 7
_LONGEST_SUBJECT = 8
_STRESSED = 4


@frozen(kw_only=True)
class EnglishClauses:
    """Finds clause boundaries; holds only tables."""

    connectives: Connectives
    auxiliary: PhraseList
    adverb: PhraseList
    pronoun: PhraseList
    determiner: PhraseList

    @classmethod
    def of(cls, connectives: Connectives, lists: WordLists) -> "EnglishClauses":
        """Return the splitter that consults ``connectives`` and ``lists``."""
        return cls(
            connectives=connectives,
            auxiliary=lists.get("en", "auxiliary"),
            adverb=lists.get("en", "adverb"),
            pronoun=lists.get("en", "subject_pronoun"),
            determiner=lists.get("en", "determiner"),
        )

    def boundaries(self, words: Words, regions: tuple[tuple[int, int], ...]) -> dict[int, str]:
        """Return the word indexes where a claim begins inside ``regions``, with the reason."""
        found: dict[int, str] = {}
        for start, end in regions:
            last, index = start, start
            while index < end:
                if words.text(index) in "([" and index in words.closers:
                    index = words.closers[index] + 1
                    continue
                long_enough = index - last >= _SHORTEST and end - index >= _SHORTEST
                reason = self._reason(words, index, end) if long_enough else ""
                if reason:
                    found[index] = reason
                    last = index
                index += 1
        return found

    def verbal(self, words: Words, start: int, end: int) -> bool:
        """Return whether a finite verb seems to stand in words ``start`` to ``end``."""
        return any(self._finite(words.form(index)) for index in range(start, end))

    def inserts(self, reason: str) -> bool:
        """Return whether what begins for ``reason`` may interrupt a clause between commas."""
        return reason.startswith(("clause:who", "clause:which", "clause:including"))

    def complements(self, _words: Words, _index: int) -> bool:
        """Return False: an English insertion is closed by a verb."""
        return False

    def shared(self, words: Words, piece: Piece, head: Piece) -> Span | None:
        """Return the place of the subject that a verb after ``and`` leaves out.

        ``The army fired, and fled``: the subject is what stands before the first verb of the
        claim ``head``; None when ``piece`` has its own, or that verb is not found.
        """
        joined = words.form(piece.start) in _JOINING and piece.reason.startswith("clause:")
        at = piece.start + 1
        while words.form(at) in self.adverb:
            at += 1
        if not joined or not self._finite(words.form(at)):
            return None
        end = min(head.end, head.start + _LONGEST_SUBJECT)
        verb = next(
            (
                index
                for index in range(head.start + 1, end)
                if self._finite(words.form(index)) and words.form(index - 1) not in self.determiner
            ),
            head.start,
        )
        return words.span(head.start, verb) if verb > head.start else None

    def _finite(self, form: str) -> bool:
        return form in self.auxiliary or (form.endswith("ed") and len(form) > _STRESSED)

    def _reason(self, words: Words, index: int, end: int) -> str:
        if not words.lexical(index):
            return ""
        comma = words.text(index - 1) in COMMAS or words.text(index - 1) in DASHES | {";"}
        form = words.form(index)
        found = self.connectives.at("en", words, index, comma=comma)
        if found:
            joins = form in _COORDINATORS
            clause = not joins or self._clause_after(words, index + 1, end)
            return f"clause:{found[0].words}" if clause else ""
        participle = comma and form.endswith("ing") and len(form) > _STRESSED
        return f"participle:{form}" if participle else ""

    def _clause_after(self, words: Words, start: int, end: int) -> bool:
        """Whether a finite clause, not another member of a list, seems to follow."""
        for index in range(start, min(end, start + _VERB_WINDOW)):
            form = words.form(index)
            if words.text(index) in COMMAS:
                return False
            if self._finite(form) or form in self.pronoun:
                return True
        return False
