"""Print how well each threshold tells pairs about one event from the likeliest other pairs.

Run ``python -m tests.bench.fit_same_event PATH``, PATH being the folder that holds ``ans/``.
Positives are the pairs of the ANS train split, whether they agree or contradict each other;
negatives are, for every headline, the best candidate that no pair joins it with. Some negatives
are unlabelled reports of the same event, so that the figures are lower bounds.
"""

import sys
from collections import defaultdict
from pathlib import Path

from tests.bench.matching_data import load_headlines
from tracker.matching import MatchIndex, MatchText
from tracker.matching.signals import CLASHES
from tracker.model import Candidate, Stance

_SUPPORTS = (0.0, 0.04, 0.08, 0.12)
_THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


def supports(candidate: Candidate) -> int:
    """Return how many signals speak for one event."""
    return sum(
        signal.stance is Stance.SUPPORTS and signal.name in CLASHES for signal in candidate.signals
    )


def main(folder: Path) -> None:
    """Print balanced accuracy for every threshold and weight of support."""
    pairs = load_headlines(folder / "ans", "train")
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        partners[pair.ours].add(pair.theirs)
        partners[pair.theirs].add(pair.ours)
    index = MatchIndex(MatchText(id=text, text=text) for text in partners)
    same = [index.compare(MatchText(id="?", text=p.ours), p.theirs) for p in pairs]
    other = [
        found[0]
        for text, joined in partners.items()
        if (found := index.candidates(MatchText(id=text, text=text), 1, frozenset(joined)))
    ]
    for weight in _SUPPORTS:
        for least in _THRESHOLDS:
            kept = sum(c.score + weight * supports(c) >= least for c in same) / len(same)
            false = sum(c.score + weight * supports(c) >= least for c in other) / len(other)
            print(
                f"support {weight:.2f} least {least:.2f}: pairs kept {kept:.3f}, "
                f"others kept {false:.3f}, balanced accuracy {(kept + 1 - false) / 2:.3f}"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
