"""How the index scales: CPU time and memory, beside brute force in the same run.

    python -m tests.bench.bench_matching_speed PATH [SIZE ...] [--mixed] [--store] [--pairs]

PATH holds the data of ``bench_matching``. Texts are varied Arabic headlines; with ``--mixed``
varied headlines and fact-checked claims, half of them in English. ``--store`` measures the index
built from the claims of a database, ``--pairs`` all open pairs instead.
"""

import argparse
import gc
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from os import sysconf
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import TypeVar

import numpy as np
from rapidfuzz import fuzz, process

from tests.bench.bench_postgres_matching import load
from tests.bench.matching_data import load_headlines, mixed_queries, mixed_texts, varied
from tracker.matching import MatchIndex, MatchText, open_pairs
from tracker.model import Article, Claim
from tracker.services.claim_index import ClaimIndex
from tracker.store import open_store
from tracker.text.stems import stems

_QUERIES = 200
_BRUTE_QUERIES = 5
_LEAST = 0.5
#: Brute force: texts held against each other, and the ratio of sorted words that makes a pair.
_BRUTE_SIZES = (3_000, 10_000)
_NEAR = 70
_ALL = 1_000


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


def report_mixed(folder: Path, sizes: Sequence[int]) -> None:
    """Print the same of texts in Arabic and English."""
    queries = [
        MatchText(id=f"query {at}", text=text) for at, text in enumerate(mixed_queries(folder))
    ]
    for size in sizes:
        texts = mixed_texts(folder, size)
        _report([MatchText(id=f"text {at}", text=text) for at, text in enumerate(texts)], queries)


def report_store(folder: Path, sizes: Sequence[int]) -> None:
    """Print what the index costs that is built from a database of claims in both languages."""
    for size in sizes:
        texts = mixed_texts(folder, size)
        with tempfile.TemporaryDirectory() as place:
            path = str(Path(place) / "desk.tracker")
            store = open_store(path)
            load(store, texts)
            store.close()
            del texts
            store = open_store(path, readonly=True)
            gc.collect()
            before, start = _resident(), process_time()
            claims = list(store.scan(Claim))
            articles = list(store.scan(Article))
            read, held = process_time() - start, _resident() - before
            before, start = _resident(), process_time()
            index = ClaimIndex(store)
            built, more = process_time() - start, _resident() - before
            print(
                f"{size} claims of a database (CPU time): records read in {read:.2f} s, "
                f"{held:.0f} MB; index built in {built:.2f} s, {more:.0f} MB more"
            )
            assert index is not None
            del claims, articles
            store.close()


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
    start = process_time()
    index.settle()
    print(f"{len(texts)} texts (CPU time): built in {built:.2f} s", end="")
    print(f", anchors read in {process_time() - start:.2f} s")
    held = _resident() - before
    index.candidates(queries[0])
    times = sorted(_milliseconds(index.candidates, queries))
    added = [MatchText(id=f"new {at}", text=query.text) for at, query in enumerate(queries)]
    adding = mean(_milliseconds(index.add, added))
    removing = mean(_milliseconds(index.remove, [text.id for text in added]))
    middle, late = median(times), times[int(len(times) * 0.99)]
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
    """Print what finding all open pairs of a list costs at each size, beside brute force.

    The time is that of building the index and of joining every text with it.
    """
    times = []
    for size in sizes:
        texts = _texts(folder, size)
        start = process_time()
        index = MatchIndex(texts)
        found = sum(1 for _ in open_pairs(index, texts, least=_LEAST))
        times.append(process_time() - start)
        print(f"{size} texts, all pairs that score {_LEAST} (CPU time): {times[-1]:.1f} s, {found}")
        if len(times) > 1:
            print(f"  {times[-1] / times[-2]:.1f} times as long as {sizes[len(times) - 2]}")
    before = 0.0
    for size in _BRUTE_SIZES:
        spent, share = _brute_pairs(_texts(folder, size))
        grown = f", {spent / before:.1f} times as long as for fewer" if before else ""
        print(f"  brute force, {size} texts: {spent:.1f} s{grown}; the join found {share:.4f}")
        before = spent


def _brute_pairs(texts: Sequence[MatchText]) -> tuple[float, float]:
    """Return what holding all texts against all costs (s), and the join's share of its pairs."""
    words = [" ".join(sorted(stems(text.text))) for text in texts]
    start = process_time()
    table = process.cdist(words, words, scorer=fuzz.ratio, score_cutoff=_NEAR, dtype=np.uint8)
    spent = process_time() - start
    near = {(row, column) for row, column in np.argwhere(table).tolist() if row < column}
    index = MatchIndex(texts)
    joined = {
        tuple(sorted((int(pair.ours.split()[1]), int(pair.theirs.split()[1]))))
        for pair in open_pairs(index, texts, least=0.0, per_text=_ALL)
    }
    return spent, len(near & joined) / len(near)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000])
    for name in ("mixed", "store", "pairs"):
        parser.add_argument(f"--{name}", action="store_true")
    given = parser.parse_args()
    if given.store:
        report_store(given.path, given.sizes)
    elif given.pairs:
        report_pairs(given.path / "ans", given.sizes)
    elif given.mixed:
        report_mixed(given.path, given.sizes)
    else:
        report_speed(given.path / "ans", given.sizes)


if __name__ == "__main__":
    main()
