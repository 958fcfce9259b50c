"""Arabic cues whose content is a noun phrase: ``أعلنت الوزارة مقتل ثلاثة``."""

from attrs import frozen

from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.draft import Draft, Range
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.arabic import ArabicShapes, definite, without_article
from tracker.text.wordlists import PhraseList
from tracker.text.words import COMMAS, STOPS, Words

_BEFORE_OBJECT = frozenset({"ما", "لما", "كما", "الذي", "التي", "مما"})
_LONGEST_OBJECT_CLAUSE = 14
_WINDOW = 16
_NOUN_PHRASE = " NP"


@frozen(kw_only=True)
class ArabicObjects:
    """Finds cues with a nominal object; holds only tables."""

    mentions: ArabicMentions
    shapes: ArabicShapes
    abstract: PhraseList
    preposition: PhraseList
    filler: PhraseList
    opener: PhraseList

    @classmethod
    def of(cls, lexicon: Lexicon, mentions: ArabicMentions) -> "ArabicObjects":
        """Return the finder that consults ``lexicon``."""
        lists = lexicon.words
        return cls(
            mentions=mentions,
            shapes=ArabicShapes.of(lists),
            abstract=lists.get("ar", "abstract"),
            preposition=lists.get("ar", "preposition"),
            filler=lists.get("ar", "content_filler"),
            opener=lists.get("ar", "before_verb"),
        )

    def at(self, words: Words, index: int, row: CueRow, *, joined: bool) -> Draft | None:
        """Return the cue whose verb stands at ``index``, None when it has no such object.

        Args:
            words: one sentence.
            index: of the verb.
            row: the verb's row.
            joined: whether و or ف is written before the verb.
        """
        bound = words.form(index - 1) in _BEFORE_OBJECT and words.form(index).endswith(("ه", "ها"))
        if bound and row.nominal:
            return self._resumed(words, index, row)
        if not self.opens_clause(words, index, joined=joined):
            return None
        start = index + 1
        if words.form(start) in self.preposition or not words.lexical(start):
            return self._after_subject(words, index, row, joined) if row.nominal else None
        return self._event(words, index, row) or (
            self._short(words, index, row) if row.nominal else None
        )

    def opens_clause(self, words: Words, index: int, *, joined: bool) -> bool:
        """Return whether a verb at ``index`` may open a clause."""
        before = words.text(index - 1)
        marked = before in COMMAS or before in STOPS or before == ":"
        return joined or index == 0 or marked or words.form(index - 1) in self.opener

    def _event(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """Read up to an event: a verbal noun, or one after the preposition that the row names."""
        found = self._object(words, index + 1, row)
        if found is None:
            return None
        limit, content = found
        (first, last), via = self.mentions.cut(words, index + 1, limit)
        if first == last or self.shapes.finite(words.form(first)):
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(first, last),
            via=via,
            content=content,
            after=content,
            rule="nominal",
        )

    def _object(self, words: Words, start: int, row: CueRow) -> Range | None:
        """Return where the subject must end and where the object begins."""
        prepositions = {
            frame.removesuffix(_NOUN_PHRASE) for frame in row.frames if frame.endswith(_NOUN_PHRASE)
        }
        for at in range(start, min(len(words), start + _WINDOW)):
            if words.text(at) in STOPS:
                return None
            if words.text(at) in prepositions and self._names_event(words, at + 1):
                return at, at + 1
            if at > start and row.nominal and words.form(at) in self.shapes.masdars:
                return (at, at) if not self._belongs_to_name(words, at) else None
            if at > start and self.shapes.after_wa(words.form(at)):
                return None
        return None

    def _names_event(self, words: Words, index: int) -> bool:
        form = words.form(index)
        bare = without_article(form)
        return bare in self.abstract or bare in self.shapes.masdars or self.shapes.masdar(bare)

    def _belongs_to_name(self, words: Words, index: int) -> bool:
        """Whether a verbal noun is part of a name: ``قوات حفظ السلام``, ``هيئة إعادة الإعمار``."""
        before = words.form(index - 1)
        return (
            not definite(before)
            and words.text(index - 1) not in COMMAS
            and not (
                before.endswith(("ي", "ية", "ان", "ين", "ون")) or words.text(index - 1) in '"»”)'
            )
        )

    def _short(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """``اتهم النظام المعارضة``: nothing marks the subject's end but agreement."""
        agreeing = "OBJ بـNP" in row.frames
        end = self.mentions.short(words, index + 1, len(words), agreeing=agreeing)
        (first, last), via = self.mentions.cut(words, index + 1, end)
        if first == last or self.shapes.finite(words.form(first)):
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(first, last),
            via=via,
            content=last + self.filler.at(words, last),
            after=max(last, index + 1),
            rule="nominal",
        )

    def _after_subject(self, words: Words, index: int, row: CueRow, joined: bool) -> Draft | None:
        """``وكانت المجموعة قد أعلنت في وقت سابق عزمها``."""
        if joined or words.form(index - 1) != "قد":
            return None
        mention = self.mentions.before(words, index)
        after = index + 1 + self.filler.at(words, index + 1)
        if mention is None or not words.lexical(after):
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=mention,
            content=after,
            after=after,
            rule="nominal",
        )

    def _resumed(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """``وهذا ما أكده مستشار الرئيس``: what was said stands before it."""
        end = index + 1
        while end < len(words) and words.text(end) not in COMMAS | STOPS:
            end += 1
            if end - index > _LONGEST_OBJECT_CLAUSE:
                break
        (first, last), via = self.mentions.cut(words, index + 1, end)
        if first == last:
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(first, last),
            via=via,
            content=end,
            scope="backward",
            after=last,
            rule="object",
        )
