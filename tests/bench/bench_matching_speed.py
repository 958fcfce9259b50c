"""How the index scales: CPU time and memory, beside brute force in the same run."""

import gc
from collections.abc import Callable, Sequence
from functools import partial
from os import sysconf
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import TypeVar

from rapidfuzz import fuzz, process

from tests.bench.matching_data import load_headlines, varied
from tracker.matching import MatchIndex, MatchText
from tracker.matching.joining import open_pairs

_QUERIES = 200
_BRUTE_QUERIES = 5
_LEAST = 0.5


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
    queries = [
        MatchText(id=f"query {at}", text=pair.ours) for at, pair in enumerate(pairs[:_QUERIES])
    ]
    for size in sizes:
        _report(_texts(folder, size), queries)


def _texts(folder: Path, size: int) -> list[MatchText]:
    pairs = load_headlines(folder, "train")
    sentences = list(dict.fromkeys(text for pair in pairs for text in (pair.ours, pair.theirs)))
    found = varied(sentences, size)
    return [MatchText(id=f"text {at}", text=text) for at, text in enumerate(found)]


def _report(texts: Sequence[MatchText], queries: Sequence[MatchText]) -> None:
    gc.collect()
    before = _resident()
    start = process_time()
    index = MatchIndex(texts)
    built = process_time() - start
    held = _resident() - before
    index.candidates(queries[0])
    times = sorted(_milliseconds(index.candidates, queries))
    added = [MatchText(id=f"new {at}", text=query.text) for at, query in enumerate(queries)]
    adding = mean(_milliseconds(index.add, added))
    removing = mean(_milliseconds(index.remove, [text.id for text in added]))
    middle, late = median(times), times[int(len(times) * 0.99)]
    print(f"{len(texts)} texts (CPU time): built in {built:.2f} s")
    print(f"  ten candidates with signals: median {middle:.2f} ms, 99th percentile {late:.2f} ms")
    print(f"  resident memory: {held:.0f} MB more with the index, {_resident():.0f} MB in all")
    for name, scorer in (("WRatio, its default", fuzz.WRatio), ("token_set", fuzz.token_set_ratio)):
        brute = _brute(texts, queries, scorer)
        print(f"  process.extract, {name}: {brute:.1f} ms, {brute / middle:.0f} times as long")
    print(f"  adding a text {adding:.3f} ms, removing one {removing:.3f} ms")


def _brute(
    texts: Sequence[MatchText], queries: Sequence[MatchText], scorer: Callable[..., float]
) -> float:
    """Return the median CPU time (ms) of a search without an index."""
    plain = [text.text for text in texts]
    extract = partial(process.extract, choices=plain, scorer=scorer, limit=10)
    return median(_milliseconds(extract, [query.text for query in queries[:_BRUTE_QUERIES]]))


def _resident() -> float:
    """Return the resident memory of this process (MB)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * sysconf("SC_PAGE_SIZE") / 1e6


def report_pairs(folder: Path, sizes: Sequence[int]) -> None:
    """Print what finding all open pairs of a list costs at each size, and how it grows."""
    times = []
    for size in sizes:
        texts = _texts(folder, size)
        start = process_time()
        found = sum(1 for _ in open_pairs(texts, least=_LEAST))
        times.append(process_time() - start)
        print(f"{size} texts, all pairs that score {_LEAST} (CPU time): {times[-1]:.1f} s, {found}")
        if len(times) > 1:
            print(f"  {times[-1] / times[-2]:.1f} times as long as {sizes[len(times) - 2]}")
