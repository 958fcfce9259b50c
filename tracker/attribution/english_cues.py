"""Finds English cues in one sentence: verbs, passives, prepositions, speakers before a colon."""

from collections.abc import Iterator

from attrs import frozen

from tracker.attribution.draft import Draft, Range
from tracker.attribution.english_candidates import EnglishCandidates
from tracker.attribution.english_features import Candidate, EnglishFeatures
from tracker.attribution.english_grammar import EnglishGrammar
from tracker.attribution.english_judge import EnglishJudge
from tracker.attribution.english_mentions import EnglishMentions
from tracker.attribution.english_nouns import EnglishNouns
from tracker.attribution.english_verbs import EnglishVerbs, in_title_case
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.quotations import Quotations
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import COMMAS, OPENING_QUOTES, QUOTE_MARKS, Words

_LONGEST_SPEAKER = 5
_SHORTEST_SPEECH = 4


@frozen(kw_only=True)
class EnglishCues:
    """Reads one sentence after another; holds only tables."""

    verbs: EnglishVerbs
    nouns: EnglishNouns
    prepositions: PhraseTable[CueRow]
    mentions: EnglishMentions
    candidates: EnglishCandidates
    judge: EnglishJudge
    speaker: PhraseList

    @classmethod
    def of(cls, lexicon: Lexicon) -> "EnglishCues":
        """Return the finder that consults ``lexicon``."""
        mentions = EnglishMentions.of(lexicon.words, lexicon.table("en", "verb"))
        verbs, nouns = EnglishVerbs.of(lexicon, mentions), EnglishNouns.of(lexicon, mentions)
        features = EnglishFeatures.of(lexicon.words, mentions)
        return cls(
            verbs=verbs,
            nouns=nouns,
            prepositions=lexicon.table("en", "prep"),
            mentions=mentions,
            candidates=EnglishCandidates.of(lexicon, nouns, verbs),
            judge=EnglishJudge(
                weights=lexicon.weights,
                features=features,
                grammar=EnglishGrammar.of(lexicon.words, mentions),
            ),
            speaker=lexicon.words.get("en", "speaker"),
        )

    def find(self, words: Words, quoted: Quotations | None = None) -> Iterator[Draft]:
        """Yield the cues of one sentence in reading order.

        What somebody thinks aloud inside ``quoted`` speech is part of the speech; only verbs of
        saying with a third person before them count there.
        """
        read = [one for one in self.read(words) if not self._spoken(words, one, quoted)]
        if not self.judge.weights:
            yield from read
            return
        colons = [one for one in read if one.rule == "colon"]
        kept = self.judge.kept(words, self.weighable(words, quoted))
        yield from sorted((*colons, *kept), key=lambda draft: draft.cue)

    def weighable(self, words: Words, quoted: Quotations | None) -> Iterator[Candidate]:
        """Yield all words of one sentence that may be cues, with what the rules read there."""
        read = (one for one in self.read(words) if not self._spoken(words, one, quoted))
        read = (one for one in read if one.rule != "colon")
        return self.candidates.of_sentence(words, read, quoted)

    def _spoken(self, words: Words, draft: Draft, quoted: Quotations | None) -> bool:
        """Whether a cue is part of somebody's speech rather than a report of another's."""
        if quoted is None or draft.rule == "colon":
            return False
        if quoted.around(words.items[draft.cue[0]].start) is None:
            return False
        own = draft.mention is None or words.form(draft.mention[0]) in self.speaker
        return own or "trail" not in draft.row.frames

    def read(self, words: Words) -> Iterator[Draft]:
        """Yield the cues that the rules read in one sentence, in reading order."""
        index = 0
        subject: Range | None = None
        speaker = self._speaker(words)
        if speaker:
            yield speaker
            index = speaker.after
        while index < len(words):
            draft = self._at(words, index, subject)
            if draft is None:
                index += 1
                continue
            yield draft
            if draft.rule != "noun":
                subject = draft.mention or subject
            index = max(draft.after, index + 1)

    def _at(self, words: Words, index: int, subject: Range | None) -> Draft | None:
        if not words.lexical(index):
            return self._named_speech(words, index)
        return (
            self._asked(words, index)
            or self._preposition(words, index)
            or self.nouns.at(words, index)
            or self.verbs.at(words, index, subject)
        )

    # Speakers and prepositions

    def _speaker(self, words: Words) -> Draft | None:
        """``KELLY: Well``: a name before a colon at the head of a line."""
        for index in range(1, min(len(words), _LONGEST_SPEAKER + 1)):
            if words.text(index) == ":":
                named = all(
                    words.text(i)[:1].isupper() or not words.lexical(i) for i in range(index)
                )
                row = self.verbs.verbs.word("say")
                spoken = sum(words.form(i).isalpha() for i in range(index + 1, len(words)))
                if not named or row is None or spoken < _SHORTEST_SPEECH or in_title_case(words):
                    return None
                return Draft(
                    cue=(index, index + 1),
                    row=row,
                    mention=(0, index),
                    content=index + 1,
                    after=index + 1,
                    rule="colon",
                )
        return None

    def _named_speech(self, words: Words, index: int) -> Draft | None:
        """``Republican pollster Daron Shaw: "..."``: a name and a colon before a quotation."""
        row = self.verbs.verbs.word("say")
        if row is None or words.text(index) != ":" or words.text(index + 1) not in OPENING_QUOTES:
            return None
        start = index
        while start > 0 and words.text(start - 1)[:1].isupper() and words.lexical(start - 1):
            start -= 1
        if start == index or index - start > _LONGEST_SPEAKER:
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(start, index),
            content=index + 1,
            after=index + 1,
            rule="colon",
        )

    def _asked(self, words: Words, index: int) -> Draft | None:
        """``Asked about the vote, he ...``: a question whose asker is not named."""
        row = self.verbs.verbs.word("asked")
        if index or row is None or words.form(0) != "asked" or len(words) == 1:
            return None
        return Draft(cue=(0, 1), row=row, content=1, after=1, rule="passive")

    def _preposition(self, words: Words, index: int) -> Draft | None:
        found = self.prepositions.find(words, index)
        if found is None:
            return None
        row, length = found
        start = index + length
        end = self.mentions.after(words, start)
        if end == start:
            return None
        first = index == 0 or words.text(index - 1) in QUOTE_MARKS
        if first and words.text(end) not in COMMAS:
            end = next((i for i in range(start, end) if words.text(i) in COMMAS), end)
        closed = words.text(end) in COMMAS
        between = words.text(index - 1) in COMMAS and closed and index > 1
        scope = "forward" if first and closed else "parenthetical" if between else "backward"
        return Draft(
            cue=(index, start),
            row=row,
            mention=(start, end),
            content=end + 1 if scope == "forward" else end,
            scope=scope,
            after=end,
            rule="preposition",
        )
