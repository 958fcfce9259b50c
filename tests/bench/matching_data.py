"""Public data that the matching benchmark reads, and the measures it prints."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from tracker.matching import MatchText

#: Characters of a text that claims are made from.
_LONGEST = 400

Row = Mapping[str, str]


@frozen
class Retrieval:
    """Queries, the claims among which their answers are, and the right answers."""

    claims: tuple[MatchText, ...]
    queries: tuple[MatchText, ...]
    relevant: Mapping[str, frozenset[str]]


@frozen
class HeadlinePair:
    """Two headlines, and whether they agree or contradict each other."""

    ours: str
    theirs: str
    agree: bool


def rows(path: Path) -> list[Row]:
    """Return the lines of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def load_retrieval(folder: Path, split: str) -> Retrieval:
    """Return one split of a CheckThat folder; queries without any right answer are left out."""
    relevant: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(folder / "qrels.jsonl"):
        if row["split"] == split and row["rel"]:
            relevant[row["query_id"]].add(row["claim_id"])
    return Retrieval(
        tuple(
            MatchText(id=row["id"], text=row["claim"] or row["title"], title=row.get("title") or "")
            for row in rows(folder / "claims.jsonl")
        ),
        tuple(
            MatchText(id=row["id"], text=row["text"])
            for row in rows(folder / "queries.jsonl")
            if row["split"] == split and row["id"] in relevant
        ),
        {query: frozenset(found) for query, found in relevant.items()},
    )


def load_headlines(folder: Path, split: str) -> tuple[HeadlinePair, ...]:
    """Return one split of the ANS pairs that agree or disagree."""
    return tuple(
        HeadlinePair(row["s1"], row["s2"], row["stance"] == "agree")
        for row in rows(folder / "pairs.jsonl")
        if row["split"] == split and row["stance"] in {"agree", "disagree"}
    )


def average_precision(found: Sequence[str], relevant: frozenset[str], depth: int = 5) -> float:
    """Return the average precision of a ranking (0-1) at ``depth``."""
    hits, total = 0, 0.0
    for rank, name in enumerate(found[:depth], start=1):
        if name in relevant:
            hits += 1
            total += hits / rank
    return total / min(depth, len(relevant))


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return how often a positive scores above a negative; a tie is half (0-1)."""
    ordered = sorted([(score, True) for score in positive] + [(score, False) for score in negative])
    ranks, at = 0.0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        mean = (at + 1 + end) / 2
        ranks += mean * sum(is_positive for _, is_positive in ordered[at:end])
        at = end
    count = len(positive)
    return (ranks - count * (count + 1) / 2) / (count * len(negative))


def bootstrap(values: Sequence[float], rounds: int = 1000) -> tuple[float, float]:
    """Return the 95 % interval of the mean of ``values``, by resampling with a fixed seed."""
    chance = random.Random(5)  # noqa: S311  (a benchmark, not a secret)
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(rounds))
    return means[int(rounds * 0.025)], means[int(rounds * 0.975)]


def varied(sentences: Sequence[str], count: int) -> Iterator[str]:
    """Yield ``count`` texts made from real sentences: each as it is, then with words exchanged."""
    chance = random.Random(7)  # noqa: S311  (a benchmark, not a secret)
    yield from sentences[:count]
    words = [word for sentence in sentences for word in sentence.split()]
    for _ in range(count - len(sentences)):
        changed = chance.choice(sentences).split()
        for _ in range(max(1, len(changed) // 3)):
            changed[chance.randrange(len(changed))] = chance.choice(words)
        yield " ".join(changed)


def mixed_texts(folder: Path, size: int) -> list[str]:
    """Return ``size`` texts made from headlines and fact-checked claims in Arabic and English."""
    found = [
        text
        for pair in load_headlines(folder / "ans", "train")
        for text in (pair.ours, pair.theirs)
    ]
    for name in ("checkthat_ar", "checkthat_en"):
        found += [claim.text for claim in load_retrieval(folder / name, "train").claims]
    texts = [" ".join(text.split())[:_LONGEST] for text in dict.fromkeys(found)]
    random.Random(3).shuffle(texts)  # noqa: S311  (a benchmark, not a secret)
    return list(varied([text for text in texts if text], size))


def mixed_queries(folder: Path, each: int = 85) -> list[str]:
    """Return texts of the dev splits, which none of :func:`mixed_texts` is made from."""
    found = [pair.ours for pair in load_headlines(folder / "ans", "dev")[:each]]
    for name in ("checkthat_ar", "checkthat_en"):
        found += [query.text for query in load_retrieval(folder / name, "dev").queries[:each]]
    return found
