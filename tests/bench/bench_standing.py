"""What origins and records of a large database cost: ``python -m tests.bench.bench_standing``.

Prints, for 100,000 claims of 20,200 sources (or as many as the first argument says), milliseconds
of CPU: a source's page (an unnamed voice, an organisation, an outlet with its own claims and a
hundred voices), the origins and the whole tree of an assertion of 500 reports, all track records,
the list of assertions. Each is the median of several runs after a first one.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from attrs import evolve

from tests.desk import START, article, claim, make_session, outlet
from tracker.model import (
    Assertion,
    AssertionId,
    Change,
    ClaimId,
    ClaimState,
    Corroboration,
    CorroborationId,
    Dependence,
    Entity,
    Relation,
    Ruling,
    Source,
    SourceId,
    SourceKind,
    Verdict,
)
from tracker.presenters.assertions import assertion_rows
from tracker.presenters.source_page import SourcePage
from tracker.presenters.source_pane import source_lines
from tracker.services.recording import all_records
from tracker.services.session import Session
from tracker.services.standing import origins_of, view_of
from tracker.store import open_store

_EACH = 5
_OUTLETS = 200
_REPORTS = 500
_TEXT = "هجوم في ريف الرقة"


def voices(sources: int) -> Iterator[Entity]:
    """Yield outlets, and for every other source an article with five claims of its voice."""
    for number in range(_OUTLETS):
        yield outlet(f"جريدة {number}", f"src_out{number:05}")
    for number in range(sources - _OUTLETS):
        vouching = f"src_out{number % _OUTLETS:05}"
        home = evolve(
            article(_TEXT, f"art_{number:06}", vouching),
            published=(START - timedelta(days=number % 1500)).date(),
        )
        yield home
        named = number % 10 == 0
        yield Source(
            id=SourceId(f"src_{number:06}"),
            kind=SourceKind.ORGANISATION if named else SourceKind.ANONYMOUS_SINGLE,
            label=f"منظمة {number}" if named else ("مصدر عسكري", "مصدر محلي")[number % 2],
            outlet_id=None if named else SourceId(vouching),
            article_id=None if named else home.id,
        )
        for place in range(_EACH):
            own = place == 0 and number % 4 == 0
            said = claim(
                _TEXT,
                f"clm_{number:06}_{place}",
                text=_TEXT,
                article_id=home.id,
                source_id=vouching if own else f"src_{number:06}",
            )
            yield evolve(said, state=ClaimState.ACCEPTED)


def judgements(sources: int) -> Iterator[Entity]:
    """Yield one assertion of 500 reports, and pairs with verdicts all over."""
    big = [ClaimId(f"clm_{number:06}_1") for number in range(_REPORTS)]
    yield from _group("asn_big", big, Verdict.LIKELY)
    for number in range(_REPORTS, sources - _OUTLETS - 1, 4):
        pair = [ClaimId(f"clm_{number + step:06}_2") for step in range(2)]
        verdict = (Verdict.VERIFIED, Verdict.REFUTED, Verdict.VERIFIED)[number % 3]
        yield from _group(f"asn_{number:06}", pair, verdict)


def _group(name: str, claims: list[ClaimId], verdict: Verdict) -> Iterator[Entity]:
    ruling = Ruling(verdict=verdict, reviewer="Nour", decided_at=START)
    yield Assertion(id=AssertionId(name), wording=name, claim_ids=tuple(claims), ruling=ruling)
    ways = list(Dependence)
    for place, (one, other) in enumerate(pairwise(claims)):
        yield Corroboration(
            id=CorroborationId(f"cor_{name}_{place:04}"),
            claim_id=min(one, other),
            other_id=max(one, other),
            relation=Relation.CORROBORATES,
            dependence=ways[place % len(ways)],
            reviewer="Nour",
            decided_at=START,
        )


def desk(sources: int, folder: Path) -> Session:
    """Return a session on a database that holds everything."""
    session = make_session(open_store(str(folder / "desk.tracker")))
    entities = [*voices(sources), *judgements(sources)]
    session.commit("Fill", *(Change(after=entity) for entity in entities))
    return session


def milliseconds(task: Callable[[], object], runs: int = 9) -> float:
    """Return the median CPU time of a task, the first run apart."""
    task()
    taken = []
    for _ in range(runs):
        began = time.process_time()
        task()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)


def main() -> None:
    """Measure and print."""
    sources = int(sys.argv[1]) if len(sys.argv) > 1 else 20_200
    with tempfile.TemporaryDirectory() as folder:
        measure(desk(sources, Path(folder)), sources)


def measure(session: Session, sources: int) -> None:
    """Print what everything costs."""
    store = session.store
    print(f"{(sources - _OUTLETS) * _EACH:,} claims, {sources:,} sources")
    for what, source_id in (
        ("unnamed voice", "src_000601"),
        ("organisation", "src_000600"),
        ("outlet", "src_out00004"),
    ):
        page = SourcePage.open(session, SourceId(source_id))
        told = f"page of an {what} ({len(page.claim_ids):,} claims)"
        taken = milliseconds(lambda i=source_id: _page(session, i))  # type: ignore[misc]
        print(f"{told:<44}{taken:9.2f} ms")
    big = store.get(Assertion, "asn_big")
    for told, task, runs in (
        ("origins of an assertion of 500 reports", lambda: origins_of(store, big), 9),
        ("the tree of the same assertion", lambda: view_of(store, big), 9),
        ("all track records", lambda: all_records(store), 3),
        ("the list of assertions", lambda: assertion_rows(store), 3),
    ):
        print(f"{told:<44}{milliseconds(task, runs):9.2f} ms")


def _page(session: Session, source_id: str) -> None:
    page = SourcePage.open(session, SourceId(source_id))
    source_lines(page)
    for place in range(min(40, len(page.claim_ids))):
        page.said(place)


if __name__ == "__main__":
    main()
