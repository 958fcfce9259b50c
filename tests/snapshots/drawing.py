"""Draws every screen as text: the cells as they stand, Arabic in the order in which it is read.

A file holds one writing direction at one size, so that what changes on a screen is one hunk.
``python -m tests.write_snapshots`` writes them anew; the diff is then read before it is committed.
"""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from attrs import evolve

from tests.desk import article, claim, colleague, make_session, outlet, voice
from tests.judged_desk import judged_session
from tests.pilot.desk_app import Driver
from tracker.model import (
    Change,
    ClaimId,
    Confidence,
    Credibility,
    Dependence,
    Relation,
    Reliability,
    Verdict,
)
from tracker.services.corroborating import judge
from tracker.services.judging import rate, rule_on_claim
from tracker.services.session import Session
from tracker.tui.app import TrackerApp
from tracker.tui.terminal import Plan
from tracker.tui.workspace import Workspace

FOLDER = Path(__file__).parent
_FEW = 2
SIZES = ((80, 24), (120, 40), (200, 60))
#: What leads to each screen from the one before.
WALK = (
    (), ("i",), ("escape", "enter"), ("space", "left"), ("escape", "l"), ("escape", "v"),
    ("escape", "w"), ("escape", "R"), ("escape", "f"), ("escape", "c"), ("escape", "b"),
    ("g", "a"), ("g", "c"), ("g", "s"), ("enter",), ("=",), ("escape", "g", "d", "d"),
    ("g", "e"), ("g", "d", "@"), ("escape", "?"),
)  # fmt: skip

_RAID = (
    "Rebels shell the old bridge\n\n"
    "A source told the Herald that rebels shelled the old bridge at dawn, killing 15 soldiers. "
    "The army denied any attack.\n"
)
_ECHO = "Fifteen killed at bridge\n\nThe Herald reported that 15 soldiers died at the old bridge.\n"
_CLAIMS = (
    ("rebels shelled the old bridge at dawn", "src_voice"),
    ("killing 15 soldiers", "src_voice"),
    ("The army denied any attack", "src_outlet"),
)


def english_session() -> Session:
    """Return the session of a reviewer of two English reports, some claims judged and rated."""
    session = make_session()
    records = (
        outlet("Herald"),
        outlet("Gazette", "src_second"),
        voice("A source", article_id="art_two"),
        evolve(article(_RAID, "art_two"), language="en"),
        evolve(article(_ECHO, outlet_id="src_second"), language="en"),
        *(
            claim(words, f"clm_{number}", text=_RAID, article_id="art_two", source_id=source)
            for number, (words, source) in enumerate(_CLAIMS, start=1)
        ),
        claim("15 soldiers died at the old bridge", "clm_4", text=_ECHO),
    )
    session.commit("Add articles", *(Change(after=record) for record in records))
    told, echo = ClaimId("clm_2"), ClaimId("clm_4")
    judge(session, told, echo, Relation.CORROBORATES, dependence=Dependence.REPRINT)
    rate(
        session,
        told,
        reliability=Reliability.C,
        credibility=Credibility.PROBABLY_TRUE,
        confidence=Confidence.MODERATE,
    )
    rate(colleague(session, "Lina"), told, credibility=Credibility.DOUBTFUL)
    rule_on_claim(session, told, Verdict.UNVERIFIED, "One origin.")
    return session


DIRECTIONS: dict[str, Callable[[], Session]] = {
    "arabic": judged_session,
    "english": english_session,
}


def path_of(direction: str, size: tuple[int, int]) -> Path:
    """Return where the screens of a direction at a size are kept."""
    return FOLDER / f"{direction}-{size[0]}x{size[1]}.txt"


async def screens(direction: str, size: tuple[int, int]) -> str:
    """Return every screen, each under its name and the keys that led to it."""
    app = TrackerApp(Workspace(session=DIRECTIONS[direction]()), plan=Plan(order="off"))
    parts = []
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        for keys in WALK:
            await driver.press(*keys)
            head = f"== {type(app.screen).__name__} after {' '.join(keys) or 'the start'}"
            parts.append(f"{head}\n{_drawn(driver)}\n")
    return "\n".join(parts)


def _drawn(driver: Driver) -> str:
    lines = driver.app.screen._compositor.render_strips()
    drawn = (strip.text.rstrip() for strip in lines)
    return "\n".join(_counted(line, len(list(run))) for line, run in groupby(drawn))


def _counted(line: str, times: int) -> str:
    """Return lines that are all the same, as one and how often where they are many."""
    return "\n".join([line] * times) if times <= _FEW else f"{line}  × {times}"
