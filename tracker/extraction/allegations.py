"""Charges inside claims: who accuses, and with which words."""

from attrs import frozen

from tracker.model import Allegation, Cue, Span
from tracker.text.arabic import ArabicShapes, definite
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, OPENING_QUOTES, Words

_LONGEST_ACCUSER = 4
_LOOK_BACK = 30
_ACCUSING = "alleges"


@frozen(kw_only=True)
class Charges:
    """Recognises charges and the accuser named before them."""

    openers: PhraseList
    nouns: PhraseList
    preposition: PhraseList
    relative: PhraseList
    shapes: ArabicShapes

    @classmethod
    def of(cls, language: str, lists: WordLists) -> "Charges":
        """Return the reader for a language."""
        return cls(
            openers=lists.get(language, "charge"),
            nouns=lists.get(language, "charge_noun"),
            preposition=lists.get("ar", "preposition"),
            relative=lists.get("ar", "relative"),
            shapes=ArabicShapes.of(lists),
        )

    def in_range(self, words: Words, start: int, end: int, cue: Cue | None) -> Allegation | None:
        """Return the charge that words ``start`` to ``end`` report, None when they report none."""
        for index in range(start, end):
            if self.openers.at(words, index) or words.form(index) in self.nouns:
                accuser = self._accuser(words, index)
                return Allegation(accuser=accuser, cue=words.span(index, index + 1))
        if cue is not None and cue.verb == _ACCUSING and cue.mention:
            return Allegation(accuser=_named(words, cue.mention), cue=cue.span)
        return None

    def _accuser(self, words: Words, charge: int) -> str:
        """Return the subject of the clause before the charge, as worded; empty when unclear."""
        for index in range(charge - 1, max(-1, charge - _LOOK_BACK), -1):
            form = words.form(index)
            if not (self.shapes.finite(form) or self.shapes.after_wa(form)):
                continue
            if words.form(index - 1) in self.relative:
                continue
            return self._subject(words, index)
        return ""

    def _subject(self, words: Words, verb: int) -> str:
        after = self._phrase(words, verb + 1)
        if after:
            return after
        start = verb
        while start > 0 and definite(words.form(start - 1)):
            start -= 1
        return " ".join(words.text(index) for index in range(start, verb))

    def _phrase(self, words: Words, start: int) -> str:
        """Return a definite noun phrase or a quoted name that begins at ``start``."""
        if words.text(start) in OPENING_QUOTES and start in words.closers:
            inner = range(start + 1, words.closers[start])
            return " ".join(words.text(index) for index in inner)
        end = start
        while end - start < _LONGEST_ACCUSER and definite(words.form(end)):
            if words.text(end) in COMMAS or words.form(end).startswith(("بال", "لل")):
                break
            end += 1
        return " ".join(words.text(index) for index in range(start, end))


def _named(words: Words, mention: Span) -> str:
    """Return the accuser's name as worded, when it stands in the sentence."""
    inside = [w.text for w in words.items if mention.start <= w.start and w.end <= mention.end]
    return " ".join(inside)
