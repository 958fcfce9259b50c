"""What the commands of a source's page, of an assertion's tree and of the picker do."""

from tests.eight_reports import REPORTS
from tests.judged_desk import judged_session
from tests.pilot.command_rows.row import (
    Look,
    Row,
    Table,
    clipboard,
    count,
    screen,
    scrolled,
    state,
)
from tests.pilot.desk_app import Driver
from tests.pilot.test_assertion import with_reports
from tracker.model import Source, SourceLink, Verdict
from tracker.services.session import Session

_SAVE = ("x", "ctrl+s")


def source(name: str) -> Look:
    """Return a look at one field of the source whose page is in sight."""

    def look(driver: Driver) -> object:
        shown = state("page.source")(driver)
        assert isinstance(shown, Source)
        stored = driver.app.workspace.session.store.get(Source, shown.id)
        return getattr(stored, name)

    return look


def reports_session() -> Session:
    """Return a session on eight reports of one event."""
    return with_reports()[0]


_FIRST = ("s", "enter")
_JUDGED = ("=", "down", "enter", "s", "x", "enter")

SOURCE = Table(
    screen="source",
    way=_FIRST,
    session=judged_session,
    rows={
        "source.open": Row(screen, "review"),
        "source.label": Row(source("label"), "x", then=("ctrl+u", "x", "enter")),
        "source.gloss": Row(source("gloss"), "x", then=("x", "enter")),
        "source.aliases": Row(source("aliases"), ("x",), then=_SAVE),
        "source.confidential": Row(source("confidential"), "x", then=_SAVE),
        "source.profile": Row(
            lambda d: state("page.source.profile.role")(d), "x", then=("o", "x", "enter")
        ),
        "source.weigh": Row(state("page.weighing.half_life_days"), 365),
        "source.identity": Row(count(SourceLink), 1, then=_JUDGED[1:]),
        "source.part": Row(count(SourceLink), 0, first=_JUDGED, then=("1",)),
        "source.copy": Row(lambda d: clipboard(d) == source("label")(d), shows=True),
    },
)

SUGGESTING = Table(
    screen="source",
    way=("g", "c", "/", *REPORTS[0].key.split()[0], "enter", "s"),
    session=reports_session,
    rows={"source.suggested": Row(count(SourceLink), 1, then=("1", "s", "x", "enter"))},
)

LOW_SOURCE = Table(
    screen="source",
    way=_FIRST,
    session=judged_session,
    size=(80, 20),
    rows={
        "source.facts_down": Row(scrolled("facts")),
        "source.facts_up": Row(scrolled("facts"), first=("J",)),
    },
)


def picked(driver: Driver) -> object:
    """Return which source of the picker is under the bar."""
    return state("state.index")(driver)


PICK = Table(
    screen="pick",
    way=_FIRST,
    over=("=",),
    session=judged_session,
    rows={
        "pick.choose": Row(screen, "choice"),
        "pick.down": Row(picked, 1),
        "pick.up": Row(picked, 0, first=("down",)),
        "pick.page_down": Row(picked),
        "pick.page_up": Row(picked, 0, first=("pagedown",)),
        "pick.cancel": Row(screen, "source"),
    },
)


def verdict(driver: Driver) -> object:
    """Return the verdict in sight."""
    return state("page.verdict")(driver)


def dependences(driver: Driver) -> list[object]:
    """Return how the reports in sight depend on each other, as the tree draws it."""
    return [row.branch for row in state("page.rows")(driver)]  # type: ignore[attr-defined]


def ruling(name: str) -> Look:
    """Return a look at one field of the verdict in sight."""

    def look(driver: Driver) -> object:
        return getattr(state("page.view.assertion.ruling")(driver), name)

    return look


#: The assertion that most reports stand behind, which the desk has verified.
ASSERTION = Table(
    screen="assertion",
    way=("t", "enter"),
    session=judged_session,
    rows={
        "assertion.open": Row(screen, "review"),
        "assertion.source": Row(screen, "source"),
        "assertion.matches": Row(screen, "corroborate"),
        "assertion.verdict": Row(verdict, Verdict.REFUTED, then=("r",)),
        "assertion.evidence": Row(ruling("evidence"), ("x",), then=_SAVE),
        "assertion.rationale": Row(ruling("rationale"), first=(), then=_SAVE),
        "assertion.dependence": Row(dependences, first=("j",), then=("i",)),
        "assertion.copy": Row(clipboard),
    },
)
