"""Fit the weights of ``tracker.attribution.english_judge`` on PolNeAR's development articles.

Run ``python -m tests.bench.fit_english_cues FILE > data/english_cue_weights.tsv``, FILE as for
``bench_english_cues``. Only its first half is read. ``--check`` prints, instead of weights, that
benchmark's figures when each fifth of the articles is weighed by what the others teach.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve
from scipy.optimize import minimize

from tests.bench.bench_english_cues import Counts, halves, overlap
from tracker.attribution.english_cues import EnglishCues
from tracker.attribution.english_features import Candidate, Sentence
from tracker.attribution.lexicon import Lexicon
from tracker.services.proposing import propose, shipped_tables
from tracker.text.quotations import speech_in
from tracker.text.words import words_of

#: Strength of the ridge that keeps rare features' weights small.
RIDGE = 20.0
#: How much less the ridge holds these: whether a candidate stands inside what another one says.
LOOSE = 0.05
_LOOSE = ("nested", "free", "in-speech", "constant")
#: Smaller weights are left out.
SMALLEST = 0.02
FOLDS = 5
_REMARK = """feature\tweight
# Learned by tests/bench/fit_english_cues.py from the first half of 100 development articles
# of PolNeAR (https://github.com/networkdynamics/PolNeAR); nothing but these weights is kept.
# Licence: that of this program (MIT)."""

Example = tuple[frozenset[str], bool]


def _best(places: list[tuple[int, int]], gold: list[tuple[int, int]], read: list[bool]) -> set[int]:
    """Return the candidate that each cue marked by hand is, one that the rules read if any."""
    found = set()
    for want in gold:
        over = [i for i, place in enumerate(places) if overlap(place, want)]
        over.sort(key=lambda i: (not read[i], i))
        found.update(over[:1])
    return found


def examples(article: Any, finder: EnglishCues) -> list[Example]:
    """Return the features of every candidate of an article, and whether it is a cue."""
    text = article["text"]
    made = propose(text, language="en")
    quoted = speech_in(text, made.segments)
    found: list[tuple[Sentence, Candidate]] = []
    named: list[frozenset[str]] = []
    for passage in made.passages:
        if passage.kind.holds_claims:
            words = words_of(text, passage.span.start, passage.span.end)
            sentence = Sentence.of(words)
            ones = tuple(finder.weighable(words, quoted))
            found.extend((sentence, one) for one in ones)
            named.extend(finder.judge.named(sentence, ones))
    places, read = [], []
    for sentence, one in found:
        draft = one.draft or one.weighed
        span = sentence.words.span(*(draft.cue if draft else (one.start, one.end)))
        places.append((span.start, span.end))
        read.append(one.draft is not None)
    cues = [a["cue"] for a in article["attributions"] if a["cue"] and a["cue"][0]["text"]]
    right = _best(places, [(cue[0]["start"], cue[-1]["end"]) for cue in cues], read)
    weighed = [one.draft is not None or one.weighed is not None for _, one in found]
    return [(names, i in right) for i, names in enumerate(named) if weighed[i]]


def fit(rows: list[Example]) -> dict[str, float]:
    """Return the weights of a ridge logistic regression on ``rows``."""
    names = ["constant", *sorted({name for named, _ in rows for name in named})]
    column = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    table[:, 0] = 1.0
    for at, (named, _) in enumerate(rows):
        table[at, [column[name] for name in named]] = 1.0
    ridge = np.array([RIDGE * (LOOSE if name.startswith(_LOOSE) else 1.0) for name in names])
    signs = np.where([right for _, right in rows], 1.0, -1.0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (table @ weights)
        value = np.logaddexp(0, -margins).sum() + (ridge / 2 * weights**2).sum()
        slope = -table.T @ (signs / (1 + np.exp(margins))) + ridge * weights
        return float(value), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return dict(zip(names, map(float, found.x), strict=True))


def check(articles: list[Any], learned: list[list[Example]]) -> None:
    """Print the figures when each fold of the articles is weighed by what the others teach."""
    shipped = shipped_tables()
    counts = Counts()
    for fold in range(FOLDS):
        rest = [row for at, rows in enumerate(learned) if at % FOLDS != fold for row in rows]
        lexicon = Lexicon(rows=shipped.lexicon.rows, words=shipped.lists, weights=fit(rest))
        for article in articles[fold::FOLDS]:
            counts.add(article, evolve(shipped, lexicon=lexicon))
    counts.print()


def main(arguments: list[str]) -> None:
    """Print the weights, or how well articles weighed by others come out."""
    lines = Path(arguments[0]).read_text("utf-8").splitlines()[halves["first"]]
    finder = EnglishCues.of(shipped_tables().lexicon)
    articles = [json.loads(line) for line in lines]
    learned = [examples(article, finder) for article in articles]
    if "--check" in arguments:
        check(articles, learned)
        return
    print(_REMARK)
    for name, weight in sorted(fit([row for rows in learned for row in rows]).items()):
        if abs(weight) >= SMALLEST:
            print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
