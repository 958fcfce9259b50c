"""What the shared store costs, beside a bare commit on the same server in the same run.

    python -m tests.bench.bench_postgres [--claims 100000] [--edits 500]

Starts a server of its own with its standard settings; where other work shares the machine, read
the processor times and the ratios. Every commit is flushed. An edit writes the
record, the event and the notice to others in one transaction; the bare commit beside it updates
one row of the same size by its key and is durable, too, when it returns. The two are made in
turn, in random order.
"""

import argparse
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
from attrs import evolve

from tests.bench.bench_store import changeset, claims, edited, figures, milliseconds, resident
from tests.postgres import ABSENT, PostgresServer, binaries
from tracker.codec import to_document
from tracker.model import Change, Claim
from tracker.services.copying import copy_database
from tracker.store import open_store
from tracker.store.notation import write_json
from tracker.store.shared.store import SharedStore

_BATCH = 1000


def timed(server: PostgresServer, label: str, work: Callable[[], object]) -> None:
    """Run ``work``; print how long it took, and the processor time of program and server."""
    before = time.perf_counter(), time.process_time(), server.processor_time()
    work()
    after = time.perf_counter(), time.process_time(), server.processor_time()
    spent, own, theirs = (b - a for a, b in zip(before, after, strict=True))
    told = f"{spent:8.2f} s   processor: program {own:6.2f} s, server {theirs:6.2f} s"
    print(f"{label:<44} {told}", flush=True)


def bench_import(server: PostgresServer, url: str, count: int) -> None:
    made = list(claims(count))
    store = SharedStore(url)

    def load() -> None:
        for start in range(0, count, _BATCH):
            batch = made[start : start + _BATCH]
            store.apply(changeset(*(Change(after=claim) for claim in batch)))

    timed(server, f"import of {count:,} claims, {_BATCH:,} a change set", load)
    store.close()


def bench_edits(url: str, count: int, edits: int) -> None:
    """Edits by a screen, which holds the tables, and by a command, which does not."""
    chance = random.Random(11)  # noqa: S311  (which claims are edited)
    bare = psycopg.connect(url, autocommit=True)
    bare.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, version BIGINT, document TEXT)")
    bare.execute("INSERT INTO bare SELECT id, version, document FROM tracker_records")
    screen, command = SharedStore(url), SharedStore(url)
    list(screen.scan(Claim))
    bare.execute("VACUUM ANALYZE")
    times: dict[str, list[float]] = {"bare": [], "screen": [], "behind": [], "command": []}
    for number in range(edits):
        picked = chance.sample(range(count), 3)
        found = [edited(screen.get(Claim, f"clm_{n:012}"), number) for n in picked]
        text = write_json(to_document(found[0][1])).decode()
        row = (found[0][1].version, text, found[0][0].id)
        sets = [changeset(Change(before=before, after=after)) for before, after in found]
        steps: list[tuple[str, Callable[[], object]]] = [
            ("bare", lambda r=row: bare.execute(  # type: ignore[misc]  # bound now
                "UPDATE bare SET version = %s, document = %s WHERE id = %s", r)),
            ("screen", lambda s=sets[1]: screen.apply(s)),  # type: ignore[misc]
            ("command", lambda s=sets[2]: command.apply(s)),  # type: ignore[misc]
        ]  # fmt: skip
        chance.shuffle(steps)
        order = [name for name, _ in steps]
        behind = order.index("command") < order.index("screen")
        for name, step in steps:
            # Whoever comes second first takes in what the other committed.
            told = "behind" if name == "screen" and behind else name
            times[told].append(milliseconds(step))
        # Nobody edits faster than the others can follow.
        screen.refresh()
        command.refresh()
    print(f"{'commit of one bare row':<44} {figures(times['bare'])}")
    for name, label in (
        ("screen", "edit, tables held"),
        ("behind", "the same, just after another's commit"),
        ("command", "edit, nothing held"),
    ):
        ratio = statistics.median(times[name]) / statistics.median(times["bare"])
        print(f"{label:<44} {figures(times[name])}   {ratio:.2f} of the bare one")
    for each in (screen, command, bare):
        each.close()


def bench_reads(server: PostgresServer, url: str, count: int) -> None:
    started = time.perf_counter()
    store = SharedStore(url)
    print(f"{'open':<44} {(time.perf_counter() - started) * 1000:8.1f} ms")
    ids = [f"clm_{n:012}" for n in range(0, count, max(1, count // 300))]
    asked = [milliseconds(lambda i=i: store.get(Claim, i)) for i in ids]  # type: ignore[misc]
    print(f"{'get, from the server':<44} {figures(asked)}")
    found = [
        milliseconds(lambda n=n: store.find(Claim, "source_id", f"src_{n:012}"))  # type: ignore[misc]
        for n in range(100)
    ]
    print(f"{'find 1 in 2,000 by source, from the server':<44} {figures(found)}")
    timed(server, "hold the table of claims", lambda: store.scan(Claim))
    timed(server, "go through it, the first time", lambda: sum(1 for _ in store.scan(Claim)))
    held = [milliseconds(lambda i=i: store.get(Claim, i)) for i in ids]  # type: ignore[misc]
    print(f"{'get, held':<44} {figures(held)}")
    print(f"{'memory, all held and decoded':<44} {resident()}")
    timed(server, "check of everything", store.check)
    store.close()


def bench_following(url: str, edits: int, *, listen: bool) -> None:
    """From the return of a commit to its record in another reviewer's hands."""
    writer, reader = SharedStore(url), SharedStore(url, listen=listen)
    list(reader.scan(Claim))
    heard: dict[int, float] = {}
    ended = threading.Event()

    def follow() -> None:
        while not ended.is_set():
            if reader.watch(0.5):
                heard[reader.sequence] = time.perf_counter()

    thread = threading.Thread(target=follow)
    thread.start()
    delays = []
    for number in range(edits):
        before = writer.get(Claim, f"clm_{number:012}")
        change = Change.replace(before, evolve(before, note=f"heard {number}"))
        commit = writer.apply(changeset(change))
        done = time.perf_counter()
        while commit.sequence not in heard:
            time.sleep(0.0005)
        delays.append((heard[commit.sequence] - done) * 1000)
    ended.set()
    thread.join()
    label = "heard by another, told by the server" if listen else "heard by another, asking"
    print(f"{label:<44} {figures(delays)}   max {max(delays):8.3f}")
    writer.close()
    reader.close()


def bench_copies(server: PostgresServer, url: str, folder: Path) -> None:
    there, back = folder / "desk.tracker", server.new_database()
    timed(server, "tracker copy, server to files", lambda: copy_database(url, str(there)))
    timed(server, "tracker copy, files to server", lambda: copy_database(str(there), back))
    one, other = open_store(url, readonly=True), open_store(back, readonly=True)
    same = next(one.history()).hash == next(other.history()).hash
    print(f"{'the same hash at both ends':<44} {'yes' if same else 'NO'}")
    one.close()
    other.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--edits", type=int, default=500)
    given = parser.parse_args()
    if binaries() is None:
        sys.exit(ABSENT)
    server = PostgresServer()
    try:
        url = server.new_database()
        bench_import(server, url, given.claims)
        bench_edits(url, given.claims, given.edits)
        bench_reads(server, url, given.claims)
        for listen in (True, False):
            bench_following(url, min(given.claims, 100 if listen else 20), listen=listen)
        with tempfile.TemporaryDirectory() as folder:
            bench_copies(server, url, Path(folder))
    finally:
        server.remove()


if __name__ == "__main__":
    main()
