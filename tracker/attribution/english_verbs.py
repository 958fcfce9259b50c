"""English cues that are verbs: finite, passive, participles, inverted after a quotation."""

from attrs import frozen

from tracker.attribution.draft import Draft, Range
from tracker.attribution.english_content import EnglishContent
from tracker.attribution.english_force import EnglishForce
from tracker.attribution.english_mentions import EnglishMentions
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import COMMAS, DASHES, OPENING_QUOTES, QUOTE_MARKS, STOPS, Words

_TITLE_SHARE = 0.7
_TITLE_SAMPLE = 30
_SHORT = 3
_FARTHEST_SUBJECT = 60
#: Verbs whose past is written like their plain form.
_PAST_ALIKE = frozenset({"put", "read", "set", "hit", "cast", "bet", "let"})
_BEFORE_PARTICIPLE = frozenset(
    {"by", "and", "while", "before", "after", "in", "of", "as", "without", "for", "from", "when"}
)
_AFTER_PASSIVE = frozenset({"by", "that", "to", "as", "of", "about", "for"})
_PARTICLES = frozenset({"on", "up", "out", "back", "not", "him", "her", "them"})
_JOINERS = frozenset({"and", "but", "then"})
#: What these feel or do is told by themselves, not by somebody else.
_INVOLVED = frozenset({"i", "we", "you"})


@frozen(kw_only=True)
class EnglishVerbs:
    """Finds cues that are verbs; holds only tables."""

    verbs: PhraseTable[CueRow]
    passives: PhraseTable[CueRow]
    mentions: EnglishMentions
    content: EnglishContent
    force: EnglishForce
    anonymity: PhraseList
    modal: PhraseList
    passive_auxiliary: PhraseList

    @classmethod
    def of(cls, lexicon: Lexicon, mentions: EnglishMentions) -> "EnglishVerbs":
        """Return the finder that consults ``lexicon``."""
        return cls(
            verbs=lexicon.table("en", "verb"),
            passives=lexicon.table("en", "verb_passive"),
            mentions=mentions,
            content=EnglishContent.of(lexicon.words),
            force=EnglishForce.of(lexicon.words),
            anonymity=lexicon.words.get("en", "anonymity"),
            modal=lexicon.words.get("en", "modal"),
            passive_auxiliary=lexicon.words.get("en", "passive_auxiliary"),
        )

    def at(self, words: Words, index: int, subject: Range | None) -> Draft | None:
        """Return the cue at ``index``, None when there is none.

        Args:
            words: one sentence.
            index: where the verb would stand.
            subject: the source of the cue before it in the sentence.
        """
        if self.refuses(words, index):
            return None
        found = self.verbs.find(words, index)
        if words.form(self._auxiliary_at(words, index)) in self.passive_auxiliary:
            passive = self.passives.find(words, index) or self._told_passively(words, index, found)
            if passive:
                return self._passive(words, index, passive)
        if found is None:
            return None
        row, length = found
        end = index + length
        inverted = self._inverted(words, index, end, row)
        if inverted:
            return inverted
        if not self._finite(words, index, row):
            return self._participle(words, index, end, row, subject)
        start = self.mentions.group_start(words, index)
        mention = self.mentions.before(words, start)
        if mention is None:
            joined = words.form(start - 1) in _JOINERS or words.text(start - 1) in COMMAS | DASHES
            mention = (subject or self.first_subject(words, start)) if joined else None
            if mention is None and "trail" not in row.frames:
                return None
            return self._draft(words, (start, end), row, mention, apart=True)
        if "trail" not in row.frames and words.form(mention[0]) in _INVOLVED:
            return None
        return self._draft(words, (start, end), row, mention)

    def refuses(self, words: Words, index: int) -> bool:
        """Return whether a word is no cue: a blow, or part of why somebody is not named."""
        unnamed = any(at + self.anonymity.at(words, at) > index for at in (index, index - 1))
        return unnamed or self.force.strikes(words, index)

    def _auxiliary_at(self, words: Words, index: int) -> int:
        """Return the index of the auxiliary before a participle, over adverbs."""
        at = index - 1
        while at > 0 and words.form(at) in self.mentions.adverb:
            at -= 1
        return at

    def _finite(self, words: Words, index: int, row: CueRow) -> bool:
        """Whether the form is a finite verb here, not a noun, adjective or participle."""
        form, before = words.form(index), words.form(index - 1)
        mentions = self.mentions
        if before in mentions.determiner or before.endswith(("'s", "s'")):
            return False
        if form.endswith("ing"):
            return before in self.passive_auxiliary or (
                before in mentions.adverb and words.form(index - 2) in self.passive_auxiliary
            )
        auxiliary = words.form(self._auxiliary_at(words, index))
        if auxiliary in self.passive_auxiliary:
            return False
        plain = form == row.lemma.split(" ")[0]
        if plain and form not in _PAST_ALIKE:
            if before == "to" or self._past_at(words, index + 1):
                return False
            return (
                auxiliary in self.modal
                or before in mentions.subject_pronoun
                or self._plural(words, index)
            )
        written = words.text(index).islower() or in_title_case(words)
        return before not in mentions.preposition and written

    def _past_at(self, words: Words, index: int) -> bool:
        """Whether a verb in the past stands at ``index`` (``the report | found``)."""
        row = self.verbs.word(words.form(index))
        form = words.form(index)
        return row is not None and form not in (row.lemma, f"{row.lemma}s", "that", "")

    def _plural(self, words: Words, index: int) -> bool:
        """Whether a plural noun stands before the verb (``officials say``)."""
        at = index - 1
        while at > 0 and words.form(at) in self.mentions.adverb:
            at -= 1
        form = words.form(at)
        return form.endswith("s") and not form.endswith("ss") and len(form) > _SHORT

    def _draft(
        self, words: Words, cue: Range, row: CueRow, mention: Range | None, *, apart: bool = False
    ) -> Draft | None:
        start, end = cue
        via = None
        after = end
        if "OBJ" in row.frames:
            after, via = self.mentions.told(words, end)
        first = mention[0] if mention and not apart else start
        alluded = "trail" in row.frames and words.form(first - 1) == "as"
        closed = alluded or self.content.closes(words, first)
        backward = closed and self.content.ends(words, after)
        if not backward and not self.content.takes(words, after, row):
            return None
        if words.form(after) == "to" and "to" not in row.frames and "trail" in row.frames:
            told, via = self.mentions.told(words, after + 1)
            after = told if told > after + 1 else after
        content = self.content.starts(words, after)
        if words.text(content) in (*COMMAS, ":") and words.text(content + 1) in OPENING_QUOTES:
            content += 1
        return Draft(
            cue=(start, end),
            row=row,
            mention=mention,
            via=via,
            content=content,
            scope=self.content.scope(words, after) if backward else "forward",
            after=end,
            rule="verb" if mention else "prodrop",
            antecedent=self.mentions.antecedent(words, mention) if mention else None,
            apart=apart,
        )

    def _inverted(self, words: Words, index: int, end: int, row: CueRow) -> Draft | None:
        """Return the cue of ``"...," said John Smith, a resident``, None when it is none."""
        quoted = words.text(index - 1) in QUOTE_MARKS or words.text(index - 2) in QUOTE_MARKS
        if not index or not self.content.closes(words, index) or "trail" not in row.frames:
            return None
        if not quoted and self.mentions.before(words, index):
            return None
        if words.form(index).endswith("ing") or words.text(end) in COMMAS | STOPS:
            return None
        last = self.mentions.after(words, end)
        if last == end or words.form(end) in self.mentions.time:
            return None
        if words.form(index) == row.lemma and self._past_at(words, last):
            return None  # ``state television reported``
        return Draft(
            cue=(index, end),
            row=row,
            mention=(end, last),
            content=last,
            scope=self.content.scope(words, last),
            after=last,
            rule="inverted",
        )

    def _participle(
        self, words: Words, index: int, end: int, row: CueRow, subject: Range | None
    ) -> Draft | None:
        """``..., adding that``: the subject is that of the sentence."""
        marks = COMMAS | DASHES
        opens = index > 0 and words.text(index - 1) in marks
        opens = opens or (words.ends_quotation(index - 1) and words.text(index - 2) in marks)
        joined = words.form(index - 1) in _BEFORE_PARTICIPLE
        if not words.form(index).endswith("ing"):
            return self._infinitive(words, index, end, row)
        if not (opens or joined):
            strict = "trail" in row.frames and self.content.introduces_later(words, end)
            near = self.mentions.before(words, index) if strict else None
            return self._draft(words, (index, end), row, near) if near else None
        if subject is None:
            first = self.first_subject(words, index)
            if first is None:
                return None
            subject = first
        return self._draft(words, (index, end), row, subject, apart=True)

    def _infinitive(self, words: Words, index: int, end: int, row: CueRow) -> Draft | None:
        """``went on to say that``: the subject is that of the verb before."""
        if words.form(index - 1) != "to" or not self.content.introduces_later(words, end):
            return None
        verb = index - 2
        while verb > 0 and words.form(verb) in _PARTICLES:
            verb -= 1
        start = self.mentions.group_start(words, verb)
        mention = self.mentions.before(words, start)
        return self._draft(words, (start, end), row, mention) if mention else None

    def first_subject(self, words: Words, index: int) -> Range | None:
        """Return the sentence's subject: its first noun phrase."""
        start = self._clause_start(words, index)
        while start < index and self._fronted(words, start):
            comma = next((i for i in range(start, index) if words.text(i) in COMMAS), index)
            if comma == index:
                start += 1
                continue
            start = comma + 1
        while start < index and self._leads(words, start):
            start += 1
        end = min(self.mentions.subject_end(words, start), index)
        return (start, end) if start < end else None

    def _clause_start(self, words: Words, index: int) -> int:
        """Return where the main clause that holds ``index`` begins: after the last semicolon."""
        limit = max(-1, index - _FARTHEST_SUBJECT)
        return next((i + 1 for i in range(index - 1, limit, -1) if words.text(i) == ";"), 0)

    def _fronted(self, words: Words, index: int) -> bool:
        """Whether a phrase or clause that goes before the subject begins at ``index``."""
        form = words.form(index)
        return (
            form in self.mentions.preposition
            or form in self.mentions.subordinator
            or (form.endswith("ing") and len(form) > _SHORT + 2)
        )

    def _leads(self, words: Words, index: int) -> bool:
        """Whether a mark or an adverb stands before the subject (``Then she``)."""
        form = words.form(index)
        listed = form in self.mentions.weekday or form in self.mentions.adverb
        return not words.lexical(index) or listed or form in ("and", "there", "very")

    def _told_passively(
        self, words: Words, index: int, found: tuple[CueRow, int] | None
    ) -> tuple[CueRow, int] | None:
        """Return the row of a participle in the passive: ``was criticized by``."""
        form = words.form(index)
        if found is None or form == found[0].lemma or form.endswith("ing"):
            return None
        return found if words.form(index + found[1]) in _AFTER_PASSIVE else None

    def _passive(self, words: Words, index: int, found: tuple[CueRow, int]) -> Draft | None:
        row, length = found
        end = index + length
        start = self.mentions.group_start(words, index)
        mention: Range | None = None
        after = end
        if words.form(end) == "by":
            after = self.mentions.after(words, end + 1)
            mention = (end + 1, after) if after > end + 1 else None
        return Draft(
            cue=(start, end),
            row=row,
            mention=mention,
            content=after,
            scope="forward",
            after=end,
            rule="verb" if mention else "passive",
        )


def in_title_case(words: Words) -> bool:
    """Return whether most words have capitals, as in an American headline."""
    lexical = [word.text for word in words.items[:_TITLE_SAMPLE] if word.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in lexical)
    return len(lexical) > _SHORT and capitals > _TITLE_SHARE * len(lexical)
