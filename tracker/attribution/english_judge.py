"""Which candidates are English cues: a logistic regression over classes of words around them.

The weights were learned from news with the cues marked by hand (``tests/bench/fit_english_cues``).
They overrule the rules both ways; a row of the newsroom's own is never overruled.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from tracker.attribution.draft import Draft
from tracker.attribution.english_features import Candidate, EnglishFeatures, Sentence
from tracker.text.words import Words

#: A sentence's likeliest candidate needs less than the others, a verb of saying less than others.
_FIRST, _FURTHER = 0.3, 0.5
_FIRST_SAYING, _FURTHER_SAYING = 0.2, 0.3
_CONSTANT = "constant"


@frozen(kw_only=True)
class EnglishJudge:
    """Weighs the candidates of one sentence.

    Attributes:
        weights: by feature; empty where the rules decide alone.
        features: names the features.
    """

    weights: Mapping[str, float]
    features: EnglishFeatures

    def chance(self, sentence: Sentence, one: Candidate) -> float:
        """Return how likely ``one`` is a cue, 0 to 1."""
        named = self.features.of_candidate(sentence, one)
        score = self.weights.get(_CONSTANT, 0.0) + sum(self.weights.get(n, 0.0) for n in named)
        return 1 / (1 + math.exp(-score))

    def kept(self, words: Words, candidates: Iterable[Candidate]) -> Sequence[Draft]:
        """Return the cues among ``candidates``, in reading order, no two over the same word."""
        sentence = Sentence.of(words)
        weighed = [
            (self.chance(sentence, one), one, draft)
            for one in candidates
            if (draft := one.draft or one.weighed)
        ]
        best = max((chance for chance, _, _ in weighed), default=0.0)
        kept: dict[tuple[int, int], Draft] = {}
        for chance, one, draft in weighed:
            if self._accepts(one, chance, first=chance == best):
                kept.setdefault(draft.cue, draft)
        return sorted(kept.values(), key=lambda draft: draft.cue)

    def _accepts(self, one: Candidate, chance: float, *, first: bool) -> bool:
        if one.draft and not one.row.shipped:
            return True
        if "trail" in one.row.frames:
            return chance > (_FIRST_SAYING if first else _FURTHER_SAYING)
        return chance > (_FIRST if first else _FURTHER)
