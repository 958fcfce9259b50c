"""Words that a conjunct without a predicate of its own shares with the claim before it.

The annotation guidelines (section 4) call them shared: ``بتهمة`` before the second of two
charges, ``الأمر الذي أدى لـ`` before the second of two events. A conjunct takes the place of its
counterpart; what stands before the counterpart is shared. A verb that leaves its subject out
reads alone in Arabic and shares nothing.
"""

from attrs import frozen

from tracker.extraction.pieces import Piece
from tracker.model import Span
from tracker.text.arabic import ArabicShapes, definite
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import Words

#: Prepositions of one letter, written with the word they govern.
_PROCLITICS = "لب"
_FROM_THERE = frozenset({"منه", "منها"})
_SHORTEST = 4
#: How far a claim is searched; keeps a sentence without end linear.
_WINDOW = 60


@frozen(kw_only=True)
class ArabicSharing:
    """Finds the shared words; holds only tables."""

    shapes: ArabicShapes
    preposition: PhraseList
    charge: PhraseList
    charge_noun: PhraseList

    @classmethod
    def of(cls, lists: WordLists) -> "ArabicSharing":
        """Return the reader that consults ``lists``."""
        return cls(
            shapes=ArabicShapes.of(lists),
            preposition=lists.get("ar", "preposition"),
            charge=lists.get("ar", "charge"),
            charge_noun=lists.get("ar", "charge_noun"),
        )

    def shared(self, words: Words, piece: Piece, head: Piece) -> Span | None:
        """Return the place of the words of ``head`` that ``piece`` is read with.

        Args:
            words: the sentence.
            piece: a conjunct.
            head: the claim before it that is none.

        Returns:
            Their place in the article, None when nothing is shared. It may end after a
            preposition written with the counterpart (``لإصابة``).
        """
        code, _, opening = piece.reason.partition(":")
        start = head.start
        if code == "charge" or (code == "clause" and self._after_charge(words, head, opening)):
            start = self._charge_in(words, head)
            end = self._counterpart(words, start + 1, head.end, words.form(piece.start)[1:])
        elif code == "parallel":
            end = self._said_before(words, piece)
        elif code == "event":
            end = self._event(words, start, head.end)
        else:
            return None
        return self._place(words, start, end)

    def _after_charge(self, words: Words, head: Piece, opening: str) -> bool:
        """Whether ``ومنه إلى`` goes on with a charge."""
        return opening.startswith("ومن") and self._charge_in(words, head) > head.start - 1

    def _charge_in(self, words: Words, head: Piece) -> int:
        """Return where the charge of ``head`` opens, before its start when it holds none."""
        for index in range(max(head.start, head.end - _WINDOW), head.end):
            if self.charge.at(words, index) or words.form(index) in self.charge_noun:
                return index
        return head.start - 1

    def _counterpart(self, words: Words, start: int, end: int, form: str) -> int:
        """Return where the counterpart of a conjunct ``form`` of a charge stands."""
        if self.shapes.masdar(form):
            return self._masdar(words, start, end)
        if form in _FROM_THERE:  # ``ومنه إلى``: the preposition's counterpart
            return self._preposition(words, start, end, last=False)
        at = self._preposition(words, start, end, last=True)
        return at + 1 if at < end else start

    def _masdar(self, words: Words, start: int, end: int) -> int:
        """Return the last verbal noun (``عمليات تهريب``) after a preposition, else ``start``."""
        after = [
            index
            for index in range(start + 1, end)
            if words.form(index - 1) in self.preposition
            and any(self.shapes.masdar(form) for form in words.forms[index : index + 2])
        ]
        return after[-1] if after else start

    def _preposition(self, words: Words, start: int, end: int, *, last: bool) -> int:
        found = [i for i in range(start, end) if words.form(i) in self.preposition]
        return found[-1 if last else 0] if found else end

    def _said_before(self, words: Words, piece: Piece) -> int:
        """Return where the head noun of a parallel conjunct was said first."""
        form = words.form(piece.start)[1:]
        return next((i for i in range(piece.start - 1, -1, -1) if words.form(i) == form), 0)

    def _event(self, words: Words, start: int, end: int) -> int:
        """Return where the event stands that a second one is told beside; ``start`` for none."""
        for index in range(start, min(end, start + _WINDOW)):
            form = words.form(index)
            bare = form[1:] if form[:1] in _PROCLITICS else form
            if not definite(form) and (self.shapes.masdar(form) or self.shapes.masdar(bare)):
                return index
        return start

    def _place(self, words: Words, start: int, end: int) -> Span | None:
        """Return the place of words ``start`` to ``end`` with a proclitic of the next one."""
        if not 0 <= start < end:
            return None
        form, found = words.form(end), words.span(start, end)
        proclitic = form[:1] in _PROCLITICS and len(form) > _SHORTEST
        if proclitic and self.shapes.masdar(form[1:]) and not self.shapes.masdar(form):
            return Span(found.start, words.items[end].start + 1)
        return found
