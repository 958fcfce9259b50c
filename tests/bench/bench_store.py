"""What the embedded store costs, beside SQLite and TinyDB's own storage in the same run.

    python -m tests.bench.bench_store [--sizes 1000 10000 100000] [--edits 300] [--folder DIR]

Every size runs in a process of its own. An edit is one change of one claim, durable when it
returns: in SQLite (WAL, synchronous FULL) once as a bare ``UPDATE`` of the document, once with a
row of history holding it before and after, as the store's journal does. The edits of the three
are made in turn, so that a busy disk slows all alike.
"""

import argparse
import gc
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from attrs import evolve
from tinydb import TinyDB
from tinydb.table import Document

from tracker.codec import to_document
from tracker.model import (
    ArticleId,
    Attribution,
    Change,
    ChangeSet,
    ChangeSetId,
    Claim,
    ClaimId,
    ClaimState,
    Entity,
    SourceId,
    Span,
)
from tracker.store.embedded import EmbeddedStore
from tracker.store.notation import write_json

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_AT = datetime(2020, 11, 10, 12, tzinfo=UTC)
_BATCH = 1000
_KEYSTROKE = 16


def claims(count: int) -> Iterator[Claim]:
    """Claims of about 600 bytes of text in words of a Zipf-like distribution."""
    chance = random.Random(7)  # noqa: S311  (made-up text, no secret)
    words = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 8))) for _ in range(20_000)]
    for number in range(count):
        text = " ".join(words[int(20_000 ** chance.random()) - 1] for _ in range(58))
        yield Claim(
            id=ClaimId(f"clm_{number:012}"),
            article_id=ArticleId(f"art_{number // 10:012}"),
            spans=(Span(10, 10 + len(text)),),
            quote=text,
            attribution=Attribution(
                source_id=SourceId(f"src_{chance.randrange(2000):012}"),
                cue=Span(2, 6),
                verb="says",
                reasons=("cue:قال",),
            ),
        )


def changeset(*changes: Change) -> ChangeSet:
    return ChangeSet(
        id=ChangeSetId("chg_000000000000"), reviewer="Huda", at=_AT, label="Edit", changes=changes
    )


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def figures(values: list[float]) -> str:
    ordered = sorted(values)
    return f"{median(ordered):8.3f} ms   p95 {ordered[int(len(ordered) * 0.95)]:8.3f}"


def resident() -> str:
    """The memory of this process now and at its highest, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{pages * resource.getpagesize() / 1e6:6.0f} MB, peak {peak / 1e3:6.0f} MB"


def fill_store(path: Path, count: int) -> None:
    made = list(claims(count))
    store = EmbeddedStore(path)

    def load() -> None:
        for start in range(0, count, _BATCH):
            batch = made[start : start + _BATCH]
            store.apply(changeset(*(Change(after=claim) for claim in batch)))

    print(f"import in change sets of {_BATCH}   {milliseconds(load) / 1000:8.2f} s")
    print(f"compaction                      {milliseconds(store.compact) / 1000:8.2f} s")
    store.close()
    size = sum(file.stat().st_size for file in path.parent.iterdir()) / 1e6
    print(f"files                           {size:8.1f} MB")


def fill_sqlite(path: Path, count: int) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE claims (id TEXT PRIMARY KEY, version INTEGER, doc TEXT)")
    database.execute("CREATE TABLE history (seq INTEGER PRIMARY KEY, who TEXT, entry TEXT)")
    rows = ((c.id, 1, write_json(to_document(c)).decode()) for c in claims(count))
    database.execute("BEGIN")
    database.executemany("INSERT INTO claims VALUES (?, ?, ?)", rows)
    database.execute("COMMIT")
    return database


def sqlite_bare(database: sqlite3.Connection, before: Claim, after: Claim) -> None:
    text = write_json(to_document(after)).decode()
    database.execute(
        "UPDATE claims SET version = ?, doc = ? WHERE id = ? AND version = ?",
        (after.version, text, after.id, before.version),
    )


def sqlite_with_history(database: sqlite3.Connection, before: Claim, after: Claim) -> None:
    database.execute("BEGIN IMMEDIATE")
    sqlite_bare(database, before, after)
    entry = {"before": to_document(before), "after": to_document(after)}
    database.execute(
        "INSERT INTO history (who, entry) VALUES (?, ?)", ("Huda", write_json(entry).decode())
    )
    database.execute("COMMIT")


def edited(claim: Claim, number: int) -> tuple[Claim, Claim]:
    after = evolve(claim, version=claim.version + 1, state=ClaimState.ACCEPTED, note=str(number))
    return claim, after


def bench_edits(store: EmbeddedStore, folder: Path, count: int, edits: int) -> None:
    bare, full = (fill_sqlite(folder / f"{name}.sqlite", count) for name in ("bare", "full"))
    chance = random.Random(11)  # noqa: S311  (which claims are edited)
    ids = [f"clm_{chance.randrange(count):012}" for _ in range(edits)]
    os.sync()
    times: dict[str, list[float]] = {"store": [], "bare": [], "full": []}
    for number, claim_id in enumerate(ids):
        before, after = edited(store.get(Claim, claim_id), number)
        change = changeset(Change(before=before, after=after))
        steps: list[tuple[str, Callable[[], object]]] = [
            ("store", lambda c=change: store.apply(c)),  # type: ignore[misc]  # bound now
            ("bare", lambda b=before, a=after: sqlite_bare(bare, b, a)),  # type: ignore[misc]
            ("full", lambda b=before, a=after: sqlite_with_history(full, b, a)),  # type: ignore[misc]
        ]
        chance.shuffle(steps)
        for name, step in steps:
            times[name].append(milliseconds(step))
    print(f"edit: tracker                   {figures(times['store'])}")
    for name, label in (("bare", "bare UPDATE "), ("full", "with history")):
        ratio = median(times["store"]) / median(times[name])
        print(f"edit: SQLite, {label}      {figures(times[name])}   tracker is {ratio:.2f} of it")
    bare.close()
    full.close()


def bench_tinydb(folder: Path, count: int) -> None:
    """An update by identifier with TinyDB's default storage."""
    path = folder / "tinydb.json"
    documents = {str(n): to_document(c) for n, c in enumerate(claims(count), start=1)}
    path.write_text(json.dumps({"claims": documents}))
    rounds = max(3, 3000 // count)
    with closing(TinyDB(path)) as database:
        table = database.table("claims")
        times = [
            milliseconds(lambda n=n: table.update({"note": str(n)}, doc_ids=[n + 1]))  # type: ignore[misc]
            for n in range(rounds)
        ]
    assert isinstance(table.document_class, type)
    assert issubclass(table.document_class, Document)
    print(f"edit: TinyDB's own storage      {figures(times)}")


def bench_reads(store: EmbeddedStore, count: int) -> None:
    ids = [f"clm_{n:012}" for n in range(0, count, max(1, count // 1000))]
    first = [milliseconds(lambda i=i: store.get(Claim, i)) for i in ids]  # type: ignore[misc]
    again = [milliseconds(lambda i=i: store.get(Claim, i)) for i in ids]  # type: ignore[misc]
    index = milliseconds(lambda: store.find(Claim, "source_id", "src_000000000001"))
    found = milliseconds(lambda: store.find(Claim, "source_id", "src_000000000002"))
    print(f"get, first time                 {figures(first)}")
    print(f"get, again                      {figures(again)}")
    print(f"find by source: first, next     {index:8.3f} ms, {found:8.3f} ms")
    whole = milliseconds(lambda: sum(1 for _ in store.scan(Claim)))
    print(f"scan: first, next               {whole:8.1f} ms, ", end="")
    print(f"{milliseconds(lambda: sum(1 for _ in store.scan(Claim))):8.1f} ms")
    print(f"memory, all decoded             {resident()}")


@contextmanager
def collections() -> Iterator[None]:
    """Print how long the garbage collector stopped the program at most."""
    began, longest = 0.0, 0.0

    def watch(phase: str, _: dict[str, int]) -> None:
        nonlocal began, longest
        if phase == "start":
            began = time.perf_counter()
        else:
            longest = max(longest, (time.perf_counter() - began) * 1000)

    gc.callbacks.append(watch)
    try:
        yield
    finally:
        gc.callbacks.remove(watch)
        print(f"longest garbage collection      {longest:8.1f} ms")


def bench_history(store: EmbeddedStore, claim_id: str) -> None:
    print(f"history: newest commit          {milliseconds(lambda: next(store.history())):8.3f} ms")
    first = milliseconds(lambda: list(store.history(claim_id)))
    then = milliseconds(lambda: list(store.history(claim_id)))
    print(f"history of a record: first, next {first:7.1f} ms, {then:8.3f} ms")


def edits_until(store: EmbeddedStore, ended: Callable[[], bool]) -> list[float]:
    """Edit one claim at the pace of quick keys until ``ended``; return how long each edit took."""
    times: list[float] = []
    entity: Entity = next(store.scan(Claim))
    while not ended():
        before = store.get(Claim, entity.id)
        change = Change.replace(before, evolve(before, note=str(len(times))))
        times.append(milliseconds(lambda c=change: store.apply(changeset(c))))  # type: ignore[misc]
        time.sleep(0.002)
    return times


def bench_compaction(store: EmbeddedStore) -> None:
    """How long an edit takes while a snapshot is written in the background, and otherwise.

    The pause that starts a snapshot, when the tables are copied, is part of the first edit.
    """
    storage = store._storage
    start = time.perf_counter()
    storage._folding.start(storage._picture())
    times = [milliseconds(storage._picture)]
    times += edits_until(store, lambda: not storage._folding.busy)
    spent = time.perf_counter() - start
    pauses(f"while compacting, {spent:4.1f} s", times)
    end = time.perf_counter() + max(1.0, spent)
    pauses("as long without        ", edits_until(store, lambda: time.perf_counter() > end))


def pauses(name: str, times: list[float]) -> None:
    long = sum(taken > _KEYSTROKE for taken in times)
    print(
        f"edit {name}    {figures(times)}   max {max(times):8.3f}   "
        f"{long} of {len(times)} above {_KEYSTROKE} ms"
    )


def open_timed(path: Path, *, readonly: bool) -> EmbeddedStore:
    start = time.perf_counter()
    store = EmbeddedStore(path, readonly=readonly)
    store.count(Claim)
    print(
        f"open{', reading only' if readonly else '              '}              "
        f"{time.perf_counter() - start:8.3f} s"
    )
    return store


def run(size: int, edits: int, folder: Path) -> None:
    print(f"\n{size:,} claims")
    path = folder / "desk" / "claims.json"
    fill = [sys.executable, "-m", "tests.bench.bench_store", "--fill", str(size), str(path)]
    subprocess.run(fill, check=True)
    open_timed(path, readonly=True).close()
    store = open_timed(path, readonly=False)
    print(f"memory, opened                  {resident()}")
    bench_edits(store, folder, size, edits)
    bench_compaction(store)
    bench_history(store, f"clm_{size // 2:012}")
    with collections():
        bench_reads(store, size)
    with collections():
        gc.collect()
    store.close()
    bench_tinydb(folder, size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--edits", type=int, default=300)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--fill", nargs=2)
    parser.add_argument("--one", type=int)
    given = parser.parse_args()
    if given.fill:
        fill_store(Path(given.fill[1]), int(given.fill[0]))
    elif given.one:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            run(given.one, given.edits, Path(folder))
    else:
        for size in given.sizes:
            base = [sys.executable, "-m", "tests.bench.bench_store", "--one", str(size)]
            where = ["--folder", str(given.folder)] if given.folder else []
            subprocess.run([*base, "--edits", str(given.edits), *where], check=True)


if __name__ == "__main__":
    main()
