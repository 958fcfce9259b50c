"""Where the name of an Arabic source ends: at a mark, a time, a medium, a plea for anonymity."""

from attrs import frozen

from tracker.text.arabic import ArabicShapes, definite, has_pronoun, without_article
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, OPENING_QUOTES, Words

_MEDIUM_PREPOSITIONS = frozenset({"في", "عبر", "علي", "خلال"})
_BRACKETS = frozenset("([")
_LONGEST_NAME_APART = 5
_MARKS = "،,:-–"
#: ``على بعد أمتار`` is a place.
_AT_A_DISTANCE = ("علي", "بعد")


@frozen(kw_only=True)
class ArabicNames:
    """Reads a name to its end; holds only tables."""

    time: PhraseList
    medium: PhraseList
    outlet_name: PhraseList
    apposition: PhraseList
    anonymity: PhraseList
    preposition: PhraseList
    aside: PhraseList
    relative: PhraseList
    spoke: PhraseList
    shapes: ArabicShapes

    @classmethod
    def of(cls, lists: WordLists) -> "ArabicNames":
        """Return the reader that consults ``lists``."""
        return cls(
            time=lists.get("ar", "time"),
            medium=lists.get("ar", "medium"),
            outlet_name=lists.get("ar", "outlet_name"),
            apposition=lists.get("ar", "apposition"),
            anonymity=lists.get("ar", "anonymity"),
            preposition=lists.get("ar", "preposition"),
            aside=lists.get("ar", "adverb"),
            relative=lists.get("ar", "relative"),
            spoke=lists.get("ar", "spoke"),
            shapes=ArabicShapes.of(lists),
        )

    def end(self, words: Words, start: int, end: int) -> int:
        """Return where the name that begins at ``start`` ends, at the latest at ``end``."""
        index, related = start, False
        while index < end:
            if name := self.outlet_name.at(words, index):
                index += name
                continue
            text = words.text(index)
            if (text in OPENING_QUOTES or text in _BRACKETS) and index in words.closers:
                index = words.closers[index] + 1
                continue
            if text in COMMAS and words.form(index + 1) not in self.apposition:
                apart = self._apart(words, start, index, end)
                if not apart:
                    break
                index = apart
                continue
            related = related or self._relates(words, start, index)
            timed = not related and self._timed(words, index)
            if timed or self.anonymity.at(words, index) or self.medium_at(words, index):
                break
            index += 1
        return self.trimmed(words, start, min(index, end))

    def trimmed(self, words: Words, start: int, end: int) -> int:
        """Return ``end`` without marks, relatives and ``تحدث`` left over at the end of a name."""
        while end > start and (
            words.text(end - 1) in _MARKS
            or words.form(end - 1) in self.relative
            or (end - 1 > start and words.form(end - 1) in self.spoke)
            or self._resumes(words, start, end - 1)
        ):
            end -= 1
        return end

    def _resumes(self, words: Words, start: int, index: int) -> bool:
        """Whether ``ذلك`` is what is confirmed, after the name: ``وأكد مسؤول ذلك``."""
        alone = index > start and words.form(index) == "ذلك"
        return alone and words.form(index - 1) not in self.preposition

    def _timed(self, words: Words, index: int) -> bool:
        distant = (words.form(index - 1), words.form(index)) == _AT_A_DISTANCE
        return not distant and bool(self.time.at(words, index))

    def _relates(self, words: Words, start: int, index: int) -> bool:
        """Whether a relative clause begins at ``index``, whose times are part of the name.

        ``الشاهد الذي كان يقف قبل الانفجار``; after an indefinite noun no pronoun opens it
        (``تقرير نشره أمس``).
        """
        if index == start:
            return False
        form = words.form(index)
        if form in self.relative:
            return True
        return not definite(words.form(start)) and self.shapes.finite(form)

    def _apart(self, words: Words, start: int, comma: int, end: int) -> int:
        """Return where a name set off by commas ends (``وزير الخارجية، سامح شكري،``), else 0."""
        verbal = words.form(comma + 1).startswith(("وي", "وت"))
        if verbal or words.form(start) not in self.apposition:
            return 0
        opening = words.form(comma + 1)
        if self.anonymity.at(words, comma + 1) or opening in self.spoke or opening in self.relative:
            return 0
        at = comma + 1
        while at < end and words.lexical(at) and at - comma <= _LONGEST_NAME_APART:
            form = words.form(at)
            other = form in self.preposition or form in self.aside or _joined(words.text(at), form)
            if other or self.time.at(words, at) or self.medium_at(words, at):
                return 0
            at += 1
        closed = at == end or words.text(at) in COMMAS
        return at if closed and at - comma > 1 else 0

    def medium_at(self, words: Words, index: int) -> bool:
        """Return whether the form of the statement is named: ``في بيان``, ``على "فيسبوك"``."""
        if words.form(index) not in _MEDIUM_PREPOSITIONS:
            return False
        after = index + 1 + (words.text(index + 1) in OPENING_QUOTES)
        form = words.form(after)
        return without_article(form) in self.medium or form in self.medium


def _joined(text: str, form: str) -> bool:
    """Whether a conjunction or preposition is written before a word, rather than part of a name."""
    return (
        form.startswith(("بال", "لل", "وال"))
        or text.startswith("لـ")
        or (form.startswith("و") and has_pronoun(form))
    )
