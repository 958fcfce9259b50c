"""Which candidates are English cues: a logistic regression over classes of words around them.

The weights were learned from news with the cues marked by hand (``tests/bench/fit_english_cues``).
They overrule the rules both ways; a row of the newsroom's own is never overruled.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from tracker.attribution.draft import Draft
from tracker.attribution.english_features import Candidate, EnglishFeatures, Sentence
from tracker.attribution.english_grammar import EnglishGrammar
from tracker.attribution.english_nesting import NESTED, nesting
from tracker.text.words import Words

#: A sentence's likeliest candidate needs less than the others, a verb of saying less than others.
_FIRST, _FURTHER = 0.35, 0.5
_READ_INSIDE = 0.3
_FIRST_SAYING, _FURTHER_SAYING = 0.2, 0.3
#: Inside what somebody else says a candidate needs as much as any other.
_INSIDE = frozenset({NESTED, "in-speech"})
_CONSTANT = "constant"


@frozen(kw_only=True)
class EnglishJudge:
    """Weighs the candidates of one sentence.

    Attributes:
        weights: by feature; empty where the rules decide alone.
        features: names what stands around a candidate.
        grammar: names what the grammar around it suggests.
    """

    weights: Mapping[str, float]
    features: EnglishFeatures
    grammar: EnglishGrammar

    def named(
        self, sentence: Sentence, candidates: Sequence[Candidate]
    ) -> Iterator[frozenset[str]]:
        """Yield the features of each of ``candidates``, all those of one sentence."""
        around = nesting(sentence.words, candidates)
        for one, nested in zip(candidates, around, strict=True):
            grammar = self.grammar.of_candidate(sentence, one)
            yield self.features.of_candidate(sentence, one) | nested | frozenset(grammar)

    def chance(self, named: frozenset[str]) -> float:
        """Return how likely a candidate with the features ``named`` is a cue, 0 to 1."""
        score = self.weights.get(_CONSTANT, 0.0) + sum(self.weights.get(n, 0.0) for n in named)
        return 1 / (1 + math.exp(-score))

    def kept(self, words: Words, candidates: Iterable[Candidate]) -> Sequence[Draft]:
        """Return the cues among ``candidates``, in reading order, no two over the same word."""
        sentence = Sentence.of(words)
        ones = tuple(candidates)
        weighed = [
            (self.chance(named), one, draft, bool(named & _INSIDE))
            for one, named in zip(ones, self.named(sentence, ones), strict=True)
            if (draft := one.draft or one.weighed)
        ]
        best = max((chance for chance, *_ in weighed), default=0.0)
        kept: dict[tuple[int, int], Draft] = {}
        for chance, one, draft, nested in weighed:
            if self._accepts(words, one, chance, first=chance == best, nested=nested):
                kept.setdefault(draft.cue, draft)
        return sorted(kept.values(), key=lambda draft: draft.cue)

    def _relays(self, words: Words, one: Candidate) -> bool:
        """Whether somebody is said to say something: ``the ministry said residents told``."""
        draft = one.draft
        if draft is None or draft.mention is None or one.speech or draft.apart:
            return False
        first = words.form(draft.mention[0])
        known = first in self.grammar.mentions.pronoun or first in self.grammar.mentions.relative
        finite = draft.rule == "verb" and not words.form(one.start).endswith("ing")
        return one.role == "saying" and finite and not known

    def _accepts(
        self, words: Words, one: Candidate, chance: float, *, first: bool, nested: bool
    ) -> bool:
        if one.draft and not one.row.shipped:
            return True
        if one.role == "saying" and not nested:
            unread = _FIRST_SAYING if first else _FURTHER_SAYING
            return one.draft is not None or chance > unread
        if nested and self._relays(words, one):
            return True
        if one.role == "saying" and one.draft:
            return chance > _READ_INSIDE
        return chance > (_FIRST if first else _FURTHER)
