"""Charges inside claims: who accuses, and with which words."""

from attrs import frozen

from tracker.model import Allegation, Cue, Span
from tracker.text.arabic import ArabicShapes, definite
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, OPENING_QUOTES, Words, plain

_LONGEST_ACCUSER = 4
_LOOK_BACK = 30
_ACCUSATIVE = ("\u0627\u064b", "\u064b\u0627", "\u0629\u064b")
_ACCUSING = "alleges"


@frozen(kw_only=True)
class Charges:
    """Recognises charges and the accuser named before them."""

    openers: PhraseList
    nouns: PhraseList
    preposition: PhraseList
    relative: PhraseList
    particle: PhraseList
    arrest: PhraseList
    latter: PhraseList
    shapes: ArabicShapes

    @classmethod
    def of(cls, language: str, lists: WordLists) -> "Charges":
        """Return the reader for a language."""
        return cls(
            openers=lists.get(language, "charge"),
            nouns=lists.get(language, "charge_noun"),
            preposition=lists.get("ar", "preposition"),
            relative=lists.get("ar", "relative"),
            particle=lists.get("ar", "verb_particle"),
            arrest=lists.get("ar", "arrest"),
            latter=lists.get("ar", "latter"),
            shapes=ArabicShapes.of(lists),
        )

    def in_range(
        self, words: Words, start: int, end: int, cue: Cue | None, before: str = ""
    ) -> Allegation | None:
        """Return the charge that words ``start`` to ``end`` report, None when they report none.

        Args:
            words: the sentence.
            start: index of the first word.
            end: index past the last word.
            cue: the cue that governs them.
            before: the accuser of the charge before, who made an arrest that is spoken of again.
        """
        for index in range(start, end):
            if self.openers.at(words, index) or words.form(index) in self.nouns:
                accuser = self._accuser(words, index, cue)
                if not accuser and any(words.form(i) in self.arrest for i in range(index)):
                    accuser = before
                return Allegation(accuser=accuser, cue=words.span(index, index + 1))
        if cue is not None and cue.verb == _ACCUSING and cue.mention:
            return Allegation(accuser=_named(words, cue.mention), cue=cue.span)
        return None

    def _accuser(self, words: Words, charge: int, cue: Cue | None) -> str:
        """Return the subject of the clause before the charge, as worded; empty when unclear.

        Who says it is no accuser by that. A verb joined by ``و`` that names nobody has the
        subject of the verb before it.
        """
        shared = False
        for index in range(charge - 1, max(-1, charge - _LOOK_BACK), -1):
            form = words.form(index)
            if not self._verb(words, index):
                continue
            if cue is not None and cue.verb != _ACCUSING and _holds(cue.span, words, index):
                continue
            subject = self._subject(words, index)
            shared = shared or form.startswith("و")
            if subject or not shared:
                return self._latter(words, subject, cue)
        return ""

    def _verb(self, words: Words, index: int) -> bool:
        """Whether a finite verb stands there: none in the accusative, none of a relative clause."""
        form = words.form(index)
        shape = self.shapes.finite(form) or self.shapes.after_wa(form)
        noun = words.text(index).endswith(_ACCUSATIVE)
        return shape and not noun and words.form(index - 1) not in self.relative

    def _latter(self, words: Words, subject: str, cue: Cue | None) -> str:
        """Return the name that ``الأخيرة`` refers to, the quoted one that the cue's voice holds."""
        if cue is None or cue.mention is None or plain(subject) not in self.latter:
            return subject
        for index, word in enumerate(words.items):
            inside = cue.mention.start <= word.start < cue.mention.end
            if inside and word.text in OPENING_QUOTES and (name := self._phrase(words, index)):
                return name
        return subject

    def _subject(self, words: Words, verb: int) -> str:
        after = self._phrase(words, verb + 1)
        if after:
            return after
        end = verb
        while end > 0 and words.form(end - 1) in self.particle:
            end -= 1
        start = end
        while start > 0 and definite(words.form(start - 1)):
            start -= 1
        return " ".join(words.text(index) for index in range(start, end))

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


def _holds(span: Span, words: Words, index: int) -> bool:
    return span.start <= words.items[index].start < span.end


def _named(words: Words, mention: Span) -> str:
    """Return the accuser's name as worded, when it stands in the sentence."""
    inside = [w.text for w in words.items if mention.start <= w.start and w.end <= mention.end]
    return " ".join(inside)
