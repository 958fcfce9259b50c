"""Arabic cues that are prepositions: ``وفق المصادر``, ``بحسب ما أفادت به الإذاعة``."""

from attrs import frozen

from tracker.attribution.arabic_content import ArabicContent
from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.draft import Draft
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.arabic import has_pronoun, without_conjunction
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import COMMAS, STOPS, Words

_LONGEST_NAME = 14
_CLAUSE_OPENERS = frozenset({"ما", "لما"})
_RESUMPTIVE = frozenset({"به", "بها", "فيه", "عنه", "له"})
#: Before its sentence's content this means "X also said", and the verb is the cue.
_ALSO_SAID = "كما قال"
_IN_ONES_WORDS = "على حد"
#: A cue so early in its sentence opens it.
_INITIAL = 1


@frozen(kw_only=True)
class ArabicPrepositions:
    """Finds prepositional cues."""

    table: PhraseTable[CueRow]
    content: ArabicContent
    mentions: ArabicMentions
    not_sources: PhraseList

    @classmethod
    def of(
        cls, lexicon: Lexicon, content: ArabicContent, mentions: ArabicMentions
    ) -> "ArabicPrepositions":
        """Return the finder that consults ``lexicon``."""
        return cls(
            table=lexicon.table("ar", "prep"),
            content=content,
            mentions=mentions,
            not_sources=lexicon.words.get("ar", "not_source_after_preposition"),
        )

    def at(self, words: Words, index: int) -> Draft | None:
        """Return the cue at ``index``, None when there is none."""
        found = self._head(words, index)
        if found is None:
            return None
        row, cue_end = found
        if row.lemma == _IN_ONES_WORDS and has_pronoun(words.form(cue_end - 1)):
            return self._unnamed(words, index, cue_end, row)
        clause = self._clause(words, cue_end, row)
        start = clause or cue_end
        if words.form(start) in self.not_sources or start >= len(words):
            return None
        end = self._limit(words, start)
        (first, last), via = self.mentions.cut(words, start, end)
        if clause and via is None and (split := self.mentions.told_first(words, first, last)):
            via, first = (first, split), split
        if last - first > _LONGEST_NAME or (last == first and not clause):
            return None
        opened = self._opened(words, end)
        scope = self._scope(words, index, end, opened=opened is not None)
        if row.lemma == _ALSO_SAID and scope == "forward":
            return None
        after = max(last, via[1] if via else 0, cue_end)
        content = opened if opened is not None else end + (words.text(end) in COMMAS)
        return Draft(
            cue=(index, start if clause else cue_end),
            row=row,
            mention=(first, last) if last > first else None,
            via=via,
            content=content if scope == "forward" else max(after, end),
            scope=scope,
            after=content if scope == "forward" else after,
            rule="preposition",
        )

    def _unnamed(self, words: Words, index: int, end: int, row: CueRow) -> Draft | None:
        """``الاتفاق ميت، على حد تعبيره``: the voice before goes on."""
        if words.lexical(end) or self._scope(words, index, end, opened=False) == "forward":
            return None
        return Draft(
            cue=(index, end),
            row=row,
            content=end,
            scope=self._scope(words, index, end, opened=False),
            after=end,
            rule="prodrop",
        )

    def _head(self, words: Words, index: int) -> tuple[CueRow, int] | None:
        found = self.table.find(words, index)
        if found:
            row, length = found
            bound = words.form(index + length - 1).startswith(("ل", "ب")) and length > 1
            written = words.form(index + length - 1) not in ("ل", "لما", "لسان")
            return row, index + length - (bound and written)
        bare = without_conjunction(words.form(index))
        return self._joined(words, index, bare) if bare != words.form(index) else None

    def _joined(self, words: Words, index: int, bare: str) -> tuple[CueRow, int] | None:
        """``ووفقا لمصادر``: the same with و or ف written before it."""
        for entry, row in self.table.entries.get(bare, ()):
            rest = entry[1:]
            if words.matches(index + 1, rest):
                return row, index + len(entry)
            bound = len(rest) == 1 and len(rest[0]) == 1
            if bound and words.form(index + 1).startswith(rest[0]):
                return row, index + 1
        return None

    def _clause(self, words: Words, cue_end: int, row: CueRow) -> int:
        """Return where the name starts after ``وفق ما ذكرت``, 0 when no verb belongs to the cue."""
        index = cue_end
        if words.form(index) in _CLAUSE_OPENERS:
            index += 1
        elif not words.form(cue_end - 1).endswith("ما") or row.lemma == _ALSO_SAID:
            return 0
        index += 1
        return index + (words.form(index) in _RESUMPTIVE)

    def _limit(self, words: Words, start: int) -> int:
        """Return where the name must have ended: a comma, a stop or what is said."""
        index = start
        while index < min(len(words), start + 2 * _LONGEST_NAME):
            form = words.form(index)
            if words.text(index) in COMMAS | STOPS or form in self.content.then_complementizer:
                break
            if form in self.content.complementizer:
                break
            index = max(index, words.closers.get(index, index)) + 1
        return min(index, len(words))

    def _opened(self, words: Words, end: int) -> int | None:
        """Return where the content starts when a complementizer follows the name."""
        after = end + 1 if words.text(end) in COMMAS else end
        if words.form(after) in self.content.then_complementizer:
            return after + 1
        return end + 1 if words.form(end) in self.content.complementizer else None

    def _scope(self, words: Words, index: int, end: int, *, opened: bool) -> str:
        if opened or index <= _INITIAL or words.text(index - 1) in STOPS:
            return "forward"
        closed = words.text(end) in COMMAS and words.text(index - 1) in COMMAS
        return "parenthetical" if closed else "backward"
