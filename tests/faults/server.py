"""The shared store's server killed under its writers, and writers who all want one record.

    python -m tests.faults.server [--kills 20] [--edits 4000]

Starts a server of its own, with flushing on. Prints a table of trials and outcomes, and fails when
an acknowledged edit is missing, was made twice, or was lost under another one.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from secrets import token_hex

import psycopg
from attrs import evolve, frozen

from tests.faults.desk import claim
from tests.postgres import ABSENT, PostgresServer, binaries
from tracker.model import Change, ChangeSet, ChangeSetId, Claim, Entity, StaleError
from tracker.store.shared.store import SharedStore

WRITERS = 8
_SHARED = "clm_shared"
_PATIENCE = 60


@frozen(kw_only=True)
class Outcome:
    """What a trial came to.

    Attributes:
        trial: what was tried.
        acknowledged: edits whose makers were told that they are saved.
        lost: of those, how many are not in the database, or were undone by another one.
        twice: edits that are in the history more than once.
        conflicts: edits refused because somebody was quicker.
        misnamed: of those, how many named somebody else than who was.
        problems: what a check of the whole database found.
    """

    trial: str
    acknowledged: int
    lost: int
    twice: int = 0
    conflicts: int = 0
    misnamed: int = 0
    problems: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.twice or self.misnamed or self.problems)

    def __str__(self) -> str:
        return (
            f"{self.trial:<46} {self.acknowledged:>8,} {self.lost:>6} {self.twice:>6} "
            f"{self.conflicts:>9,} {self.misnamed:>9} {self.problems:>9}"
        )


HEAD = (
    f"{'trial':<46} {'acknowl.':>8} {'lost':>6} {'twice':>6} {'conflicts':>9} "
    f"{'misnamed':>9} {'problems':>9}"
)


def changeset(reviewer: str, *changes: Change) -> ChangeSet:
    return ChangeSet(
        id=ChangeSetId(f"chg_{token_hex(8)}"),
        reviewer=reviewer,
        at=datetime.now(UTC),
        label="Edit",
        changes=changes,
    )


def replaced(before: Entity, note: str) -> Change:
    return Change.replace(before, evolve(before, note=note))  # type: ignore[call-arg]  # of claims


def tell(**what: object) -> None:
    print(json.dumps(what), flush=True)


def write_own(url: str, name: str) -> None:
    """Edit one claim of one's own again and again, saying of each edit that it is saved."""
    store = SharedStore(url, patience=_PATIENCE)
    before: Claim = claim(f"clm_{name}")
    store.apply(changeset(name, Change(after=before)))
    number = 0
    while True:
        number += 1
        made = changeset(name, replaced(before, str(number)))
        commit = store.apply(made)
        tell(edit=made.id, sequence=commit.sequence)
        after = made.changes[0].after
        assert isinstance(after, Claim)
        before = after


def count_up(url: str, name: str, edits: int) -> None:
    """Add one to the number that everybody adds to, ``edits`` times."""
    store = SharedStore(url, patience=_PATIENCE)
    before: Entity = store.get(Claim, _SHARED)
    for _ in range(edits):
        while True:
            made = changeset(name, replaced(before, str(_number(before) + 1)))
            try:
                store.apply(made)
            except StaleError as stale:
                before = stale.theirs or before
                tell(stale=before.version, by=stale.changed_by)
            else:
                tell(edit=made.id)
                after = made.changes[0].after
                assert after is not None
                before = after
                break
    store.close()


def _number(entity: Entity) -> int:
    assert isinstance(entity, Claim)
    return int(entity.note)


def start(work: str, url: str, *more: str) -> list["subprocess.Popen[str]"]:
    """Start the writers, each a process of its own."""
    call = [sys.executable, "-m", "tests.faults.server", f"--{work}", url]
    return [
        subprocess.Popen([*call, f"w{n}", *more], stdout=subprocess.PIPE, text=True)
        for n in range(WRITERS)
    ]


def said(writers: Iterable["subprocess.Popen[str]"]) -> Iterator[dict[str, object]]:
    """Yield what writers told until they ended; a line cut off by a kill was not told."""

    def lines(writer: "subprocess.Popen[str]") -> list[dict[str, object]]:
        assert writer.stdout is not None
        with writer.stdout as told:
            return [json.loads(line) for line in told if line.endswith("\n")]

    with ThreadPoolExecutor(WRITERS) as pool:
        for found in pool.map(lines, writers):
            yield from found


def killed(server: PostgresServer, kills: int, seed: int = 1) -> Outcome:
    """Kill the server at random moments under eight writers, and start it again each time."""
    chance = random.Random(seed)  # noqa: S311  (repeatable moments)
    url = server.new_database()
    store = SharedStore(url)
    writers = start("own", url)
    while store.count(Claim) < WRITERS:
        time.sleep(0.05)
    store.close()
    with ThreadPoolExecutor(1) as reading:
        told = reading.submit(lambda: list(said(writers)))
        for _ in range(kills):
            time.sleep(chance.uniform(0.3, 1.2))
            server.kill()
            server.start()
        time.sleep(1)
        alive = sum(writer.poll() is None for writer in writers)
        for writer in writers:
            writer.kill()
        acknowledged = [str(line["edit"]) for line in told.result()]
    for writer in writers:
        writer.wait()
    assert alive == WRITERS, "a writer gave up"
    store = SharedStore(url)
    times = Counter(str(commit.changeset.id) for commit in store.history())
    outcome = Outcome(
        trial=f"server killed {kills} times under {WRITERS} writers",
        acknowledged=len(acknowledged),
        lost=sum(edit not in times for edit in acknowledged),
        twice=sum(count > 1 for count in times.values()),
        problems=len(store.check()),
    )
    store.close()
    return outcome


def counted(server: PostgresServer, edits: int) -> Outcome:
    """Let eight writers add to one number, each looking at what the others did."""
    url = server.new_database()
    store = SharedStore(url)
    store.apply(changeset("w", Change(after=claim(_SHARED, "0"))))
    writers = start("count", url, str(edits // WRITERS))
    told = list(said(writers))
    assert [writer.wait() for writer in writers] == [0] * WRITERS
    store.refresh()
    made = {c.changeset.changes[0].entity.version: c.changeset.reviewer for c in store.history()}
    acknowledged = sum("edit" in line for line in told)
    outcome = Outcome(
        trial=f"{edits:,} edits of one number by {WRITERS} writers",
        acknowledged=acknowledged,
        lost=acknowledged - _number(store.get(Claim, _SHARED)),
        twice=len(list(store.history())) - len(made),
        conflicts=sum("stale" in line for line in told),
        misnamed=sum(
            made[int(str(line["stale"]))] != line["by"] for line in told if "stale" in line
        ),
        problems=len(store.check()),
    )
    store.close()
    return outcome


def blind(server: PostgresServer, edits: int) -> Outcome:
    """The same without looking: what plain reading and writing would lose."""
    url = server.new_database()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE plain (id INT PRIMARY KEY, number INT)")
        connection.execute("INSERT INTO plain VALUES (1, 0)")

        def work(_: int) -> None:
            with psycopg.connect(url, autocommit=True) as own:
                for _ in range(edits // WRITERS):
                    row = own.execute("SELECT number FROM plain").fetchone()
                    assert row is not None
                    own.execute("UPDATE plain SET number = %s", (row[0] + 1,))

        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(work, range(WRITERS)))
        row = connection.execute("SELECT number FROM plain").fetchone()
    assert row is not None
    made = edits // WRITERS * WRITERS
    return Outcome(trial="(for comparison: read and write blindly)", acknowledged=made,
                   lost=made - row[0])  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--edits", type=int, default=4000)
    parser.add_argument("--own", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--count", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.own:
        write_own(*given.own)
    if given.count:
        count_up(given.count[0], given.count[1], int(given.count[2]))
        return 0
    if binaries() is None:
        print(ABSENT)
        return 1
    server = PostgresServer()
    try:
        print(HEAD)
        found = [killed(server, given.kills)]
        print(found[0], flush=True)
        found.append(counted(server, given.edits))
        print(found[1], flush=True)
        print(blind(server, given.edits))
    finally:
        server.remove()
    return 0 if all(outcome.sound for outcome in found) else 1


if __name__ == "__main__":
    sys.exit(main())
