"""What the lists of large databases cost: ``python -m tests.bench.bench_screens``.

Prints how long 20,000 sources with 60,000 claims take to read, order and filter, and how long the
matches of 1,500 claims in 60 articles take to find, to find again, and to judge one.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from tests.desk import ATTACK, TEXT, article, claim, make_session, outlet
from tracker.model import (
    Change,
    ClaimState,
    Entity,
    Relation,
    Source,
    SourceId,
    SourceKind,
)
from tracker.presenters.corroborate import CorroborateState
from tracker.presenters.source_pick import pick_rows
from tracker.presenters.sources import SourcesState, source_rows
from tracker.resources import seeds_folder
from tracker.services.match_queue import MatchQueue
from tracker.services.session import Session
from tracker.store import open_store

_SOURCES, _CLAIMS = 20_000, 60_000
_ARTICLES, _CLAIMS_EACH, _WORDS = 60, 25, 12

Result = TypeVar("Result")


def timed(label: str, task: Callable[[], Result]) -> Result:
    """Run ``task``, print how long it took, and return what it returned."""
    start = time.perf_counter()
    result = task()
    print(f"{label:<40} {(time.perf_counter() - start) * 1000:>9.1f} ms")
    return result


def many_sources() -> Iterator[Entity]:
    """Yield one article whose claims rest on many sources."""
    yield outlet()
    yield article()
    for number in range(_SOURCES):
        yield Source(
            id=SourceId(f"src_{number}"), kind=SourceKind.NAMED_PERSON, label=f"شاهد {number}"
        )
    for number in range(_CLAIMS):
        made = claim(ATTACK, f"clm_{number}", text=TEXT, source_id=f"src_{number % _SOURCES}")
        yield evolve(made, state=ClaimState.ACCEPTED)


def many_matches() -> Iterator[Entity]:
    """Yield articles of words drawn from the sample, so that nearly every claim has matches."""
    chance = random.Random(1)  # noqa: S311  (the same texts in every run)
    words = [w for path in seeds_folder().glob("*.txt") for w in path.read_text("utf-8").split()]
    yield outlet()
    for number in range(_ARTICLES):
        drawn = chance.choices(words, k=_CLAIMS_EACH * _WORDS)
        text = " ".join(drawn) + "\n"
        yield evolve(article(text, f"art_{number}"), title="x")
        for place in range(_CLAIMS_EACH):
            part = " ".join(drawn[place * _WORDS : (place + 1) * _WORDS])
            yield claim(
                part,
                f"clm_{number}_{place}",
                text=text,
                article_id=f"art_{number}",
                source_id="src_outlet",
            )


def session_with(entities: Iterator[Entity], folder: str, name: str) -> Session:
    """Return a session on a database in a file that holds ``entities``."""
    session = make_session(open_store(str(Path(folder) / name)))
    session.commit("Fill", *(Change(after=entity) for entity in entities))
    return session


def main() -> None:
    """Print a line for each step."""
    with tempfile.TemporaryDirectory() as folder:
        session = session_with(many_sources(), folder, "sources.tracker")
        rows = timed("read 20,000 sources", lambda: source_rows(session.store))
        state = SourcesState(rows=rows)
        timed("order them", lambda: state.shown)
        timed("filter them", lambda: state.filtered("شاهد 1999").shown)
        timed("offer them to choose from", lambda: pick_rows(session.store, rows[0].source_id))
        session.store.close()

        session = session_with(many_matches(), folder, "matches.tracker")
        queue = MatchQueue(session.store)
        matches = timed("find the matches of 1,500 claims", queue.refresh)
        opened = CorroborateState.open(session, matches)
        opened, _ = timed("judge one", lambda: opened.judge(Relation.RELATED))
        timed("read the judgements anew", opened.reloaded)
        timed("find the matches again", queue.refresh)
        session.store.close()


if __name__ == "__main__":
    main()
