"""Where the name of an English source begins and ends, without a parser.

Going left from a verb, a name begins after a mark, a subordinator or another verb; going right
from an inverted verb it ends at a mark, a word of time or a preposition of place.
"""

from attrs import frozen

from tracker.attribution.draft import Range
from tracker.attribution.lexicon import CueRow
from tracker.text.wordlists import PhraseList, PhraseTable, WordLists
from tracker.text.words import COMMAS, DASHES, QUOTE_MARKS, STOPS, Words

_LONGEST = 12
_LONGEST_APPOSITION = 22
_SHORT_SUBJECT = 3
_FARTHEST_DETERMINER = 3
#: Words after a verb that states nothing: ``who asked not to be named``, ``who writes about``.
_UNSTATED = frozenset({"not", "to", "for", "about", "as"})


@frozen(kw_only=True)
class EnglishMentions:
    """Reads the noun phrase before or after a cue."""

    verbs: PhraseTable[CueRow]
    adverb: PhraseList
    auxiliary: PhraseList
    determiner: PhraseList
    inner: PhraseList
    outlet_name: PhraseList
    preposition: PhraseList
    pronoun: PhraseList
    recipient: PhraseList
    relative: PhraseList
    subordinator: PhraseList
    subject_pronoun: PhraseList
    time: PhraseList
    weekday: PhraseList

    @classmethod
    def of(cls, lists: WordLists, verbs: PhraseTable[CueRow]) -> "EnglishMentions":
        """Return the reader that consults ``lists``."""
        return cls(
            verbs=verbs,
            adverb=lists.get("en", "adverb"),
            auxiliary=lists.get("en", "auxiliary"),
            determiner=lists.get("en", "determiner"),
            inner=lists.get("en", "inner_preposition"),
            outlet_name=lists.get("en", "outlet_name"),
            preposition=lists.get("en", "preposition"),
            pronoun=lists.get("en", "pronoun"),
            recipient=lists.get("en", "recipient"),
            relative=lists.get("en", "relative"),
            subordinator=lists.get("en", "subordinator"),
            subject_pronoun=lists.get("en", "subject_pronoun"),
            time=lists.get("en", "time"),
            weekday=lists.get("en", "weekday"),
        )

    # Leftwards

    def group_start(self, words: Words, index: int) -> int:
        """Return where the verb group begins that ends in the verb at ``index``."""
        start = index
        while start > 0 and self._helps(words, start - 1):
            start -= 1
        return start

    def _helps(self, words: Words, index: int) -> bool:
        form = words.form(index)
        return (
            form in self.auxiliary
            or form in self.adverb
            or form == "to"
            or (form.endswith("ly") and not self.verbs.word(form) and words.text(index).islower())
        )

    def before(self, words: Words, index: int) -> Range | None:
        """Return the noun phrase whose last word stands before ``index``."""
        end = index
        if end > 0 and words.form(end - 1) in self.relative:
            return end - 1, end
        if end > 0 and words.text(end - 1) in COMMAS | DASHES | {")"}:
            return self._apposed(words, end - 1)
        if end > 0 and words.form(end - 1) in self.subject_pronoun:
            return end - 1, end
        start = self._left_edge(words, end)
        return (start, end) if start < end else None

    def antecedent(self, words: Words, mention: Range) -> Range | None:
        """Return the noun phrase that a relative pronoun refers to, None for other mentions."""
        end = mention[0]
        if words.form(end) not in self.relative or mention[1] - end != 1:
            return None
        if end > 0 and words.text(end - 1) in COMMAS:
            end -= 1
        start = self._left_edge(words, end)
        return (start, end) if start < end else None

    def _apposed(self, words: Words, comma: int) -> Range | None:
        """``John Smith, a spokesman for the army, said``: back over the description."""
        for opening in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1):
            text = words.text(opening)
            if text in QUOTE_MARKS or text in STOPS - {"."}:
                return None
            if text in COMMAS | DASHES | {"("} and opening > 0:
                start = self._left_edge(words, opening)
                return (start, comma) if start < opening else None
        return None

    def _left_edge(self, words: Words, end: int) -> int:
        start = end
        while start > 0 and end - start < _LONGEST and self._belongs(words, start - 1, end):
            start -= 1
            if words.form(start) in self.determiner and not self._inside(words, start - 1):
                break
        while start < end and not self._may_open(words, start, end):
            start += 1
        return start

    def _belongs(self, words: Words, index: int, end: int) -> bool:
        form, text = words.form(index), words.text(index)
        if form == "and":
            return index + 1 < end and _capital(words, index + 1) and _capital(words, index - 1)
        if form in self.inner:
            return index + 1 < end and self._inside(words, index)
        if text == "." and words.text(index - 1)[:1].isupper():
            return index + 1 < end
        if not words.lexical(index):
            return text in ("'", "’", "&", "/")
        known = self.verbs.word(form) and text.islower() and not self._noun_here(words, index)
        return not (
            known
            or form in self.subordinator
            or form in self.auxiliary
            or form in self.subject_pronoun
            or form in self.preposition
        )

    def _inside(self, words: Words, index: int) -> bool:
        """Whether a preposition at ``index`` joins two nouns rather than opening the sentence."""
        before = words.form(index - 1)
        return (
            words.form(index) in self.inner
            and index > 0
            and words.lexical(index - 1)
            and before not in self.preposition
            and before not in self.subordinator
            and not (self.verbs.word(before) and words.text(index - 1).islower())
        )

    def _noun_here(self, words: Words, index: int) -> bool:
        """Whether a form that may be a verb follows what only a noun can follow."""
        row = self.verbs.word(words.form(index))
        if row and words.form(index) not in (row.lemma, f"{row.lemma}s"):
            return _owned(words.form(index - 1), self.determiner)
        for at in range(index - 1, max(-1, index - 1 - _FARTHEST_DETERMINER), -1):
            before = words.form(at)
            if _owned(before, self.determiner):
                return True
            other = before in self.auxiliary or before in self.preposition
            if other or not words.lexical(at) or before in self.subject_pronoun:
                return False
            if self.verbs.word(before) and words.text(at).islower():
                return False
        return False

    def _may_open(self, words: Words, index: int, end: int) -> bool:
        form = words.form(index)
        return not (
            not words.lexical(index)
            or form in self.weekday
            or form in self.preposition
            or (form in self.adverb and index + 1 < end)
            or form == "and"
        )

    # Rightwards

    def after(self, words: Words, start: int) -> int:
        """Return where the noun phrase ends that begins at ``start``; ``start`` when none does."""
        if words.form(start) in self.subject_pronoun:
            return start + 1
        index = start
        while index < min(len(words), start + _LONGEST):
            form, text = words.form(index), words.text(index)
            if text in COMMAS and self._describes(words, index):
                return self._description_end(words, index + 1)
            if text in COMMAS | QUOTE_MARKS | DASHES or text in ":;?!()":
                break
            if text == "." and not (_short(words.text(index - 1)) and index + 1 < len(words)):
                break
            if index > start and form in self.auxiliary:
                break
            if index > start and form in self.time and not self._named_part(words, index):
                break
            if self._breaks(words, index, start):
                break
            index += 1
        return index

    def subject_end(self, words: Words, start: int) -> int:
        """Return where a subject ends that no cue closes: one pronoun, names, or a short phrase."""
        if words.form(start) in self.pronoun:
            return start + 1
        index = start
        while index - start < _SHORT_SUBJECT and words.lexical(index):
            form = words.form(index)
            if index > start and (form in self.auxiliary or form in self.preposition):
                break
            if index > start and _capital(words, index - 1) and not _capital(words, index):
                break
            index += 1
        return index

    def _named_part(self, words: Words, index: int) -> bool:
        """Whether a preposition stands inside a name: ``Observatory for Human Rights``."""
        inside = _capital(words, index - 1) and _capital(words, index + 1)
        joins = words.form(index) in ("for", "to", "at", "with")
        return inside and joins and words.form(index + 1) not in self.weekday

    def _breaks(self, words: Words, index: int, start: int) -> bool:
        form = words.form(index)
        verb = self.verbs.word(form) is not None and words.text(index).islower()
        joins = form in self.subordinator and form != "and"
        return index > start and (joins or (verb and not self._noun_here(words, index)))

    def _describes(self, words: Words, comma: int) -> bool:
        form = words.form(comma + 1)
        described = form in ("a", "an", "the", "who", "whose", "his", "her")
        return described and words.form(comma + 2) != "" and not self._restates(words, comma + 1)

    def _restates(self, words: Words, index: int) -> bool:
        """Whether the relative at ``index`` opens a further statement: ``, who also said that``."""
        at = index + 1
        while words.form(at) in self.adverb or words.form(at) in self.auxiliary:
            at += 1
        row = self.verbs.word(words.form(at))
        says = row is not None and "trail" in row.frames and words.form(at + 1) not in _UNSTATED
        return says and words.form(index) == "who"

    def _description_end(self, words: Words, start: int) -> int:
        index = start
        while index < min(len(words), start + _LONGEST_APPOSITION):
            text = words.text(index)
            if text in COMMAS | QUOTE_MARKS | DASHES or text in ":;?!":
                break
            if text == "." and not (_short(words.text(index - 1)) and index + 1 < len(words)):
                break
            index += 1
        return index

    def told(self, words: Words, start: int) -> tuple[int, Range | None]:
        """Return where the words naming who was told end, and the outlet among them."""
        if outlet := self.outlet_name.at(words, start):
            return start + outlet, (start, start + outlet)
        if words.form(start) in self.recipient and words.form(start) != "the":
            return start + 1, None
        if listed := self.recipient.at(words, start):
            return start + listed, None
        index = start
        while index < min(len(words), start + _LONGEST) and (
            _capital(words, index)
            or (words.form(index) in self.determiner and words.form(index) != "that")
            or words.form(index) in ("of", "and", "'s")
            or words.form(index).endswith("'s")
        ):
            index += 1
        if index > start + 1 and words.form(index) in self.auxiliary and _capital(words, index - 1):
            index -= 1  # The last name opens what was said: ``told John Smith ISIS was gone``.
        via = None
        for at in range(start, index):
            if (length := self.outlet_name.at(words, at)) and at + length <= index:
                via = (at, at + length)
        return index, via


def _owned(before: str, determiner: PhraseList) -> bool:
    """Whether a word opens a noun phrase: a determiner or a possessor."""
    return before in determiner or before.endswith(("'s", "s'"))


def _capital(words: Words, index: int) -> bool:
    return words.text(index)[:1].isupper() if index >= 0 else False


def _short(word: str) -> bool:
    return len(word) <= 4 and word[:1].isupper()
