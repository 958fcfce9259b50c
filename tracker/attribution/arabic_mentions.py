"""Where the name of an Arabic source begins and ends."""

from attrs import frozen

from tracker.attribution.draft import Range
from tracker.text.arabic import definite, without_article
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, OPENING_QUOTES, STOPS, Words

_MEDIUM_PREPOSITIONS = frozenset({"في", "عبر", "علي", "خلال"})
_MAXIMUM_MODIFIERS = 6
_LONGEST_NAME = 10
_BRACKETS = frozenset("([")


@frozen(kw_only=True)
class ArabicMentions:
    """Reads the noun phrase after (or before) a cue."""

    complementizer: PhraseList
    preposition: PhraseList
    time: PhraseList
    medium: PhraseList
    outlet_noun: PhraseList
    outlet_name: PhraseList
    told: PhraseList
    apposition: PhraseList
    particle: PhraseList
    subject_stop: PhraseList

    @classmethod
    def of(cls, lists: WordLists) -> "ArabicMentions":
        """Return the reader that consults ``lists``."""
        return cls(
            complementizer=lists.get("ar", "complementizer"),
            preposition=lists.get("ar", "preposition"),
            time=lists.get("ar", "time"),
            medium=lists.get("ar", "medium"),
            outlet_noun=lists.get("ar", "outlet_noun"),
            outlet_name=lists.get("ar", "outlet_name"),
            told=lists.get("ar", "told"),
            apposition=lists.get("ar", "apposition"),
            particle=lists.get("ar", "verb_particle"),
            subject_stop=lists.get("ar", "subject_stop"),
        )

    def cut(self, words: Words, start: int, end: int) -> tuple[Range, Range | None]:
        """Return the name within words ``start`` to ``end``, and the outlet that was told."""
        stop, via = end, None
        for index in range(start, end):
            via = self._told(words, index, end)
            if via:
                stop = index
                break
        return (start, self._name_end(words, start, stop)), via

    def _told(self, words: Words, index: int, end: int) -> Range | None:
        form, text = words.form(index), words.text(index)
        marked = text.startswith("لـ")
        noun = form.startswith("ل") and form[1:] in self.outlet_noun
        if not (marked or noun or form in self.told):
            return None
        after = index + 1
        if words.text(after) in OPENING_QUOTES and after in words.closers:
            return index, min(words.closers[after] + 1, end)
        if noun:
            while after < end and not self._ends_name(words, after):
                after += 1
        elif form in ("ل", ""):
            after += max(1, self.outlet_name.at(words, after))
        return index, min(after, end)

    def _ends_name(self, words: Words, index: int) -> bool:
        return (
            words.text(index) in COMMAS
            or words.text(index) in STOPS
            or bool(self.time.at(words, index))
            or words.form(index) in self.complementizer
        )

    def _name_end(self, words: Words, start: int, end: int) -> int:
        index = start
        while index < end:
            if name := self.outlet_name.at(words, index):
                index += name
                continue
            text = words.text(index)
            if (text in OPENING_QUOTES or text in _BRACKETS) and index in words.closers:
                index = words.closers[index] + 1
                continue
            if text in COMMAS and words.form(index + 1) not in self.apposition:
                break
            if self.time.at(words, index) or self._medium_at(words, index):
                break
            index += 1
        index = min(index, end)
        while index > start and words.text(index - 1) in "،,:-–":
            index -= 1
        return index

    def _medium_at(self, words: Words, index: int) -> bool:
        if words.form(index) not in _MEDIUM_PREPOSITIONS:
            return False
        return without_article(words.form(index + 1)) in self.medium or (
            words.form(index + 1) in self.medium
        )

    def short(self, words: Words, start: int, end: int, *, agreeing: bool = False) -> int:
        """Return where a noun phrase ends that nothing closes: its head and what modifies it.

        Args:
            words: one sentence.
            start: index of the head.
            end: where it must have ended.
            agreeing: whether an object may follow, so that a feminine noun after a masculine
                head is no modifier.
        """
        if start >= end:
            return start
        index = start + max(1, self.outlet_name.at(words, start))
        if words.form(start) in self.outlet_noun and words.lexical(index):
            index += max(1, self.outlet_name.at(words, index))
        if words.text(index) in OPENING_QUOTES and index in words.closers:
            index = words.closers[index] + 1
        while index < end and index - start < _MAXIMUM_MODIFIERS and words.lexical(index):
            form = words.form(index)
            if (
                form in self.complementizer
                or form in self.preposition
                or self.time.at(words, index)
            ):
                break
            if not self._modifies(form) or (agreeing and _clashes(words.form(start), form)):
                break
            index += 1
        return min(index, end)

    def _modifies(self, form: str) -> bool:
        return definite(form) or form.endswith(("ية", "يين", "يون", "ي"))

    def before(self, words: Words, index: int) -> Range | None:
        """Return the noun phrase before the verb at ``index``: ``المتحدث باسم الوزارة قال إن``."""
        end = index
        while end > 0 and words.form(end - 1) in self.particle:
            end -= 1
        if end > 0 and words.text(end - 1) in COMMAS:
            end -= 1
        start = end
        while start > 0 and end - start <= _LONGEST_NAME and not self._stops(words, start - 1, end):
            start -= 1
        return (start, end) if start < end and end - start <= _LONGEST_NAME else None

    def _stops(self, words: Words, index: int, end: int) -> bool:
        form, text = words.form(index), words.text(index)
        if text in COMMAS or text in STOPS or text == ":":
            apposed = words.form(index + 1) in self.apposition
            return not (text in COMMAS and end - index <= _LONGEST_NAME // 2 and apposed)
        return form in self.subject_stop or form in self.complementizer


def _clashes(head: str, form: str) -> bool:
    """Whether a definite word in -a cannot describe a head that is not feminine."""
    return form.endswith("ة") and not head.endswith(("ة", "ات", "اء"))
