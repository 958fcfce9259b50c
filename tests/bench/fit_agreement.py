"""Fit the weights of ``tracker.matching.agreement`` on the train split of the ANS pairs.

Run ``python -m tests.bench.fit_agreement PATH``, PATH being the folder that holds ``ans/``.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from tests.bench.matching_data import HeadlinePair, load_headlines
from tracker.matching import Encoder, MatchIndex, MatchText
from tracker.matching.agreement import features
from tracker.matching.reading import read
from tracker.matching.wording import aligned
from tracker.model import Candidate

#: Strength of the ridge that keeps rare signals' weights small.
RIDGE = 1.0


def judged(
    pairs: tuple[HeadlinePair, ...], encoder: Encoder | None = None
) -> list[tuple[HeadlinePair, Candidate]]:
    """Return every pair with its candidate, in an index of all the headlines."""
    texts = dict.fromkeys(text for pair in pairs for text in (pair.ours, pair.theirs))
    index = MatchIndex((MatchText(id=text, text=text) for text in texts), encoder=encoder)
    return [(pair, index.compare(MatchText(id="?", text=pair.ours), pair.theirs)) for pair in pairs]


def features_of(pair: HeadlinePair, candidate: Candidate) -> dict[str, float]:
    """Return the model's features of a pair."""
    ours = read(MatchText(id="?", text=pair.ours))
    theirs = read(MatchText(id="!", text=pair.theirs))
    shared = len(aligned(ours, theirs))
    return features(ours, theirs, candidate.score, candidate.signals, shared)


def fit(pairs: tuple[HeadlinePair, ...]) -> dict[str, float]:
    """Return the weights of a ridge logistic regression on ``pairs``."""
    rows = [features_of(pair, candidate) for pair, candidate in judged(pairs)]
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    signs = np.where([pair.agree for pair in pairs], 1.0, -1.0)
    penalised = np.array([name != "constant" for name in names], float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (table @ weights)
        value = np.logaddexp(0, -margins).sum() + RIDGE / 2 * (penalised * weights**2).sum()
        slope = -table.T @ (signs / (1 + np.exp(margins))) + RIDGE * penalised * weights
        return float(value), slope

    found = minimize(loss, np.zeros(len(names)), jac=True)
    return {name: round(float(weight), 2) for name, weight in zip(names, found.x, strict=True)}


if __name__ == "__main__":
    for feature, weight in fit(load_headlines(Path(sys.argv[1]) / "ans", "train")).items():
        print(f'    "{feature}": {weight},')
