"""English cues that are nouns or adjectives: ``his claim that``, ``they were sure that``."""

from attrs import frozen

from tracker.attribution.draft import Draft, Range
from tracker.attribution.english_mentions import EnglishMentions
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import Words

_POSSESSIVE = ("'s", "s'")
_FARTHEST_OWNER = 3


@frozen(kw_only=True)
class EnglishNouns:
    """Finds cues that are nouns with an owner or a clause, and adjectives of belief."""

    nouns: PhraseTable[CueRow]
    adjectives: PhraseTable[CueRow]
    mentions: EnglishMentions
    possessive: PhraseList
    auxiliary: PhraseList

    @classmethod
    def of(cls, lexicon: Lexicon, mentions: EnglishMentions) -> "EnglishNouns":
        """Return the finder that consults ``lexicon``."""
        return cls(
            nouns=lexicon.table("en", "noun"),
            adjectives=lexicon.table("en", "adjective"),
            mentions=mentions,
            possessive=lexicon.words.get("en", "possessive"),
            auxiliary=lexicon.words.get("en", "passive_auxiliary"),
        )

    def at(self, words: Words, index: int) -> Draft | None:
        """Return the cue at ``index``, None when there is none."""
        return self._noun(words, index) or self._adjective(words, index)

    def _noun(self, words: Words, index: int) -> Draft | None:
        found = self.nouns.find(words, index)
        if found is None:
            return None
        row, length = found
        after = index + length
        form = words.form(after)
        owner = self.owner(words, index)
        if owner is None or form not in row.frames:
            return None
        return Draft(
            cue=(index, after), row=row, mention=owner, content=after + 1, after=after, rule="noun"
        )

    def owner(self, words: Words, index: int) -> Range | None:
        """Return the possessor before a noun, over adjectives."""
        for at in range(index - 1, max(-1, index - 1 - _FARTHEST_OWNER), -1):
            if words.form(at) in self.possessive:
                return at, at + 1
            if words.form(at).endswith(_POSSESSIVE):
                return self.mentions.before(words, at + 1)
            if not words.lexical(at) or words.form(at) in self.mentions.preposition:
                return None
        return None

    def _adjective(self, words: Words, index: int) -> Draft | None:
        found = self.adjectives.find(words, index)
        if found is None:
            return None
        row, length = found
        end = index + length
        start = self.mentions.group_start(words, index)
        linked = any(words.form(at) in self.auxiliary for at in range(start, index))
        if not linked or words.form(end) not in row.frames:
            return None
        mention = self.mentions.before(words, start)
        if mention is None:
            return None
        return Draft(
            cue=(start, end),
            row=row,
            mention=mention,
            content=end + 1,
            after=end,
            rule="verb",
            antecedent=self.mentions.antecedent(words, mention),
        )
