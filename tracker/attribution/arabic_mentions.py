"""Where the name of an Arabic source begins and ends."""

from attrs import frozen

from tracker.attribution.arabic_names import ArabicNames
from tracker.attribution.draft import Range
from tracker.text.arabic import definite, has_pronoun, without_article, without_conjunction
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, OPENING_QUOTES, STOPS, Words

_MAXIMUM_MODIFIERS = 6
_LONGEST_NAME = 10
_SHORTEST_TOLD = 3
_WITH = frozenset({"مع", "الي"})
_WITH_REACH = 4
_LONGEST_INSERTION = 16
_AS_FOR = frozenset({"اما", "واما"})
#: Words of a title before a name of two words, at least.
_TITLE = 2
_NISBA = ("ي", "ية", "يين", "يون")


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
    head: PhraseList
    proper_body: PhraseList
    title_adjective: PhraseList
    name_construct: PhraseList
    aside: PhraseList
    speaker: PhraseList
    anaphor: PhraseList
    names: ArabicNames

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
            head=lists.get("ar", "organisation_head"),
            proper_body=lists.get("ar", "proper_body"),
            title_adjective=lists.get("ar", "title_adjective"),
            name_construct=lists.get("ar", "name_construct"),
            aside=lists.get("ar", "adverb"),
            speaker=lists.get("ar", "speaker"),
            anaphor=lists.get("ar", "anaphor"),
            names=ArabicNames.of(lists),
        )

    def cut(self, words: Words, start: int, end: int) -> tuple[Range, Range | None]:
        """Return the name within words ``start`` to ``end``, and the outlet that was told."""
        stop, via = end, None
        for index in range(start, end):
            via = self.told_at(words, index, start, end)
            if via and index == start and via[1] < end:  # ``وقال لـ"الموقع" تاجر في السوق إن``
                return self.cut(words, via[1], end)[0], via
            if via:
                stop = index
                break
        return (start, self.names.end(words, start, stop)), via

    def _named_outlet(self, words: Words, index: int) -> int:
        """Return how many words name an outlet after ل (``لبي بي سي``, ``للأناضول``)."""
        form = words.form(index)
        if form[:1] != "ل" or len(form) < _SHORTEST_TOLD:
            return 0
        first = f"ال{form[2:]}" if form.startswith("لل") else form[1:]
        for entry, _ in self.outlet_name.entries.get(first, ()):
            if words.matches(index + 1, entry[1:]):
                return len(entry)
        return 0

    def told_at(self, words: Words, index: int, start: int, end: int) -> Range | None:
        """Return the words at ``index`` that say who was told, of a name from ``start`` on."""
        form, text = words.form(index), words.text(index)
        if index > start and (length := self._named_outlet(words, index)):
            return index, min(index + length, end)
        marked = text.startswith("لـ")
        noun = form.startswith("ل") and form[1:] in self.outlet_noun
        own = form.startswith("لل") and f"ال{form[2:]}" in self.outlet_noun
        if own and index > start:
            return index, index + 1
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

    def told_with(self, words: Words, medium: int, end: int) -> Range | None:
        """Return the outlet that was told in ``مقابلة مع "الموقع"``, whose medium is given."""
        for at in range(medium + 1, min(end, medium + _WITH_REACH)):
            if words.form(at) in _WITH:
                named = self.outlet_at(words, at + 1) or words.text(at + 1) in OPENING_QUOTES
                close = end - (words.text(end - 1) in COMMAS)
                return (at, close) if named and close > at + 1 else None
        return None

    def _ends_name(self, words: Words, index: int) -> bool:
        return (
            words.text(index) in COMMAS
            or words.text(index) in STOPS
            or bool(self.time.at(words, index))
            or words.form(index) in self.complementizer
        )

    def told_first(self, words: Words, start: int, end: int) -> int:
        """Return where the name begins after the outlet told (``أفاد وكالة الأنباء المتحدث``).

        Returns:
            The index of the name's first word, 0 when the outlet itself is the source.
        """
        if words.form(start) not in self.outlet_noun:
            return 0
        found = (at for at in range(start + 2, end) if words.form(at) in self.speaker)
        return next(found, 0)

    def accused_at(self, words: Words, start: int, end: int) -> int:
        """Return where the accused is named in ``اتهمت اللجان قوات الدعم بقصف``, else ``end``.

        A body's name begins there, and nothing before it owns it; or a noun that cannot describe
        a definite one before it (``اتهم الأهالي مسؤولي الحي``).
        """
        for at in range(start + 1, end):
            form, before = words.form(at), words.form(at - 1)
            proper = form in self.proper_body
            named = proper or without_article(form) in self.head or form in self.head
            if self._second(words, start, at):
                return at
            free = definite(before) or before.endswith(_NISBA) or words.text(at - 1) in '"»”'
            free = free or before in self.proper_body
            if named and free and before not in self.preposition:
                return at
        return end

    def _second(self, words: Words, start: int, index: int) -> bool:
        """Whether an indefinite noun follows a definite one that names a body, no office."""
        head = words.form(start)
        body = index == start + 1 and definite(head) and head not in self.apposition
        return body and not definite(words.form(index)) and words.lexical(index)

    def outlet_at(self, words: Words, index: int) -> bool:
        """Return whether an outlet is named at ``index``."""
        return words.form(index) in self.outlet_noun or bool(self.outlet_name.at(words, index))

    def subject_end(self, words: Words, start: int, end: int) -> int:
        """Return where the subject ends when a second noun phrase, who is told, follows it.

        Nothing marks the place but agreement: a definite noun cannot describe an indefinite one,
        and after a definite noun only adjectives of relation do.
        """
        indefinite = not (definite(words.form(start)) or has_pronoun(words.form(start)))
        for at in range(start + 1, end):
            form, before = words.form(at), words.form(at - 1)
            if form in self.preposition or not words.lexical(at):
                return end
            if self.outlet_at(words, at):
                return at
            described = indefinite and before.endswith((*_NISBA, "ة", "ين", "ون"))
            if before in self.name_construct or form in self.title_adjective:
                continue  # ``عبد الفتاح``, ``النائب السابق``
            if definite(form) and at > start + 1 and described:
                return at
            if definite(form) and not indefinite and not form.endswith(_NISBA):
                return at
            named = not definite(words.form(at - 2)) and at - start > _TITLE
            if definite(form) and definite(before) and named and not form.endswith(_NISBA):
                return at  # ``محامي الدفاع طارق الحسن القرار``
            bare = not (definite(before) or definite(words.form(at - 2)))
            if definite(form) and bare and self._titled(words, start, at):
                return at  # ``زعيم المعارضة يائير لابيد القرار``
        return end

    def _titled(self, words: Words, start: int, index: int) -> bool:
        """Whether a title and a name of two words stand between ``start`` and ``index``."""
        office = words.form(start) in self.apposition and definite(words.form(start + 1))
        return office and index - start > _TITLE + 1

    def after_insertion(self, words: Words, comma: int) -> int:
        """Return the index of what follows ``، في بيان صدر أمس،``, 0 when none begins."""
        if words.form(comma + 1) not in self.preposition:
            return 0
        closing = range(comma + 1, min(len(words), comma + _LONGEST_INSERTION))
        return next((at + 1 for at in closing if words.text(at) in COMMAS), 0)

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
            if words.form(index - 1) in self.anaphor:
                break
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
        known = start < end and end - start <= _LONGEST_NAME
        opens = words.form(start)
        ruled = opens in self.preposition or without_conjunction(opens) in self.preposition
        return (start, end) if known and not ruled else None

    def as_for(self, words: Words, index: int) -> Range | None:
        """Return the name in ``أما الوزير، فأكد أن``, whose verb stands at ``index``."""
        for at in range(index - 1, max(-1, index - _LONGEST_NAME), -1):
            if words.form(at) in _AS_FOR:
                end = index - (words.text(index - 1) in COMMAS)
                return (at + 1, end) if end > at + 1 else None
        return None

    def _stops(self, words: Words, index: int, end: int) -> bool:
        form, text = words.form(index), words.text(index)
        if text in COMMAS or text in STOPS or text == ":":
            apposed = words.form(index + 1) in self.apposition
            return not (text in COMMAS and end - index <= _LONGEST_NAME // 2 and apposed)
        return form in self.subject_stop or _bare(form) in self.complementizer


def _bare(form: str) -> str:
    """Return a complementizer without و written before it."""
    return form[1:] if form.startswith(("وأ", "وا")) else form


def _clashes(head: str, form: str) -> bool:
    """Whether a definite word in -a cannot describe a head that is not feminine."""
    return form.endswith("ة") and not head.endswith(("ة", "ات", "اء"))
