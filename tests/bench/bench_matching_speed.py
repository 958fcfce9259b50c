"""How the index scales: CPU time and memory, beside brute force in the same run."""

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import TypeVar

from rapidfuzz import fuzz, process

from tests.bench.matching_data import load_headlines, varied
from tracker.matching import MatchIndex, MatchText

_QUERIES = 200
_BRUTE_QUERIES = 5


Item = TypeVar("Item")


def _milliseconds(work: Callable[[Item], object], items: Sequence[Item]) -> list[float]:
    """Return the CPU time of ``work`` on each of ``items``."""
    times = []
    for item in items:
        start = process_time()
        work(item)
        times.append((process_time() - start) * 1000)
    return times


def report_speed(folder: Path, sizes: Sequence[int]) -> None:
    """Print build, add, remove, query and memory at each size; texts are varied ANS headlines."""
    pairs = load_headlines(folder, "train")
    sentences = list(dict.fromkeys(text for pair in pairs for text in (pair.ours, pair.theirs)))
    queries = [
        MatchText(id=f"query {at}", text=pair.ours) for at, pair in enumerate(pairs[:_QUERIES])
    ]
    for size in sizes:
        texts = [
            MatchText(id=f"text {at}", text=text) for at, text in enumerate(varied(sentences, size))
        ]
        _report(texts, queries)


def _report(texts: Sequence[MatchText], queries: Sequence[MatchText]) -> None:
    gc.collect()
    start = process_time()
    index = MatchIndex(texts)
    built = process_time() - start
    index.candidates(queries[0])
    times = sorted(_milliseconds(index.candidates, queries))
    added = [MatchText(id=f"new {at}", text=query.text) for at, query in enumerate(queries)]
    adding = mean(_milliseconds(index.add, added))
    removing = mean(_milliseconds(index.remove, [text.id for text in added]))
    middle, late = median(times), times[int(len(times) * 0.99)]
    print(f"{len(texts)} texts (CPU time): built in {built:.2f} s")
    print(f"  ten candidates with signals: median {middle:.2f} ms, 99th percentile {late:.2f} ms")
    for name, scorer in (("WRatio, its default", fuzz.WRatio), ("token_set", fuzz.token_set_ratio)):
        brute = _brute(texts, queries, scorer)
        print(f"  process.extract, {name}: {brute:.1f} ms, {brute / middle:.0f} times as long")
    print(f"  adding a text {adding:.3f} ms, removing one {removing:.3f} ms")
    print(f"  memory of the index without the texts: {_memory(texts):.0f} MB")


def _brute(
    texts: Sequence[MatchText], queries: Sequence[MatchText], scorer: Callable[..., float]
) -> float:
    """Return the median CPU time (ms) of a search without an index."""
    plain = [text.text for text in texts]
    extract = partial(process.extract, choices=plain, scorer=scorer, limit=10)
    return median(_milliseconds(extract, [query.text for query in queries[:_BRUTE_QUERIES]]))


def _memory(texts: Sequence[MatchText]) -> float:
    gc.collect()
    tracemalloc.start()
    index = MatchIndex(texts)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(index) == len(texts)
    return held / 1e6
