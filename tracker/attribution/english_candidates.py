"""All words of a sentence that may be English cues, whether or not the rules read one there."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from tracker.attribution.draft import Draft, Range
from tracker.attribution.english_features import Candidate
from tracker.attribution.english_mentions import EnglishMentions
from tracker.attribution.english_nouns import EnglishNouns
from tracker.attribution.english_verbs import EnglishVerbs
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.quotations import Quotations
from tracker.text.wordlists import PhraseTable
from tracker.text.words import COMMAS, DASHES, Words

_KINDS = ("verb_passive", "prep", "noun", "adjective", "verb")
_OWNED = ("'s", "s'")


@frozen(kw_only=True)
class EnglishCandidates:
    """Lists candidates; holds only tables."""

    tables: tuple[tuple[str, PhraseTable[CueRow]], ...]
    mentions: EnglishMentions
    nouns: EnglishNouns
    verbs: EnglishVerbs

    @classmethod
    def of(cls, lexicon: Lexicon, nouns: EnglishNouns, verbs: EnglishVerbs) -> "EnglishCandidates":
        """Return the reader that consults ``lexicon``."""
        return cls(
            tables=tuple((kind, lexicon.table("en", kind)) for kind in _KINDS),
            mentions=verbs.mentions,
            nouns=nouns,
            verbs=verbs,
        )

    def of_sentence(
        self, words: Words, drafts: Iterable[Draft], quoted: Quotations | None
    ) -> Iterator[Candidate]:
        """Yield the candidates of one sentence in reading order.

        Args:
            words: the sentence.
            drafts: the cues that the rules read in it.
            quoted: the speech in the article.
        """
        read = {index: draft for draft in drafts for index in range(*draft.cue)}
        subject: Range | None = None
        index = 0
        while index < len(words):
            draft = read.get(index)
            found = self._found(words, index, draft)
            if draft and draft.rule != "noun":
                subject = draft.mention or subject
            if found is None:
                index += 1
                continue
            kind, row, length = found
            speech = bool(quoted and quoted.around(words.items[index].start))
            place = (index, index + length)
            weighed = None if draft or speech else self._weighed(words, kind, row, place, subject)
            yield Candidate(
                kind=kind,
                row=row,
                start=index,
                end=index + length,
                draft=draft,
                weighed=weighed,
                speech=speech,
            )
            index += length

    def _found(
        self, words: Words, index: int, draft: Draft | None
    ) -> tuple[str, CueRow, int] | None:
        if self.verbs.refuses(words, index):
            return None
        hits = [(kind, *hit) for kind, table in self.tables if (hit := table.find(words, index))]
        if draft:
            same = [hit for hit in hits if hit[1] is draft.row]
            return next(iter(same or hits), None)
        before = words.form(index - 1)
        owned = before in self.mentions.determiner or before.endswith(_OWNED)
        noun = owned or before in self.nouns.possessive
        fitting = [hit for hit in hits if (hit[0] == "noun") == noun]
        return next(iter(fitting or hits), None)

    def _weighed(
        self, words: Words, kind: str, row: CueRow, place: Range, subject: Range | None
    ) -> Draft:
        """Return the cue that would stand at ``place``, its source guessed."""
        first, end = place
        start = first if kind == "noun" else self.mentions.group_start(words, first)
        mention = self._mention(words, kind, (start, first, end), subject)
        content = end + (words.form(end) == "that")
        return Draft(
            cue=(start, end), row=row, mention=mention, content=content, after=end, rule="weighed"
        )

    def _mention(
        self, words: Words, kind: str, place: tuple[int, int, int], subject: Range | None
    ) -> Range | None:
        start, first, end = place
        if kind == "noun":
            return self.nouns.owner(words, first)
        if words.form(end) == "by":
            last = self.mentions.after(words, end + 1)
            return (end + 1, last) if last > end + 1 else None
        if words.form(first).endswith("ed") and any(
            words.form(at) in self.verbs.passive_auxiliary for at in range(start, first)
        ):
            return None
        before = words.form(first - 1)
        marked = words.text(first - 1) in COMMAS | DASHES or before in self.mentions.preposition
        distant = before == "to" or (words.form(first).endswith("ing") and marked)
        near = None if distant else self.mentions.before(words, start)
        return near or subject or self.verbs.first_subject(words, start)
