"""What the commands of the lists of claims, sources, assertions and disagreements do."""

from tests.desk import colleague, desk_session
from tests.judged_desk import judged_session
from tests.pilot.command_rows.row import (
    Row,
    Table,
    clipboard,
    count,
    cursor,
    marked,
    screen,
    state,
)
from tests.pilot.desk_app import Driver
from tracker.credibility import Adjudication
from tracker.model import (
    Assignment,
    Claim,
    ClaimId,
    ClaimState,
    Credibility,
    Reliability,
    Settlement,
    Source,
)
from tracker.services.judging import rate
from tracker.services.session import Session


def deciding(driver: Driver) -> ClaimState:
    """Return what is decided on the claim under the bar."""
    return driver.app.workspace.session.store.get(Claim, str(cursor(driver))).state


def apart_session() -> Session:
    """Return a desk on which two reviewers rated two claims apart."""
    session = desk_session()
    sami = colleague(session)
    for claim_id in (ClaimId("clm_2"), ClaimId("clm_3")):
        rate(session, claim_id, credibility=Credibility.PROBABLY_TRUE, reliability=Reliability.B)
        rate(sami, claim_id, credibility=Credibility.IMPROBABLE)
    return session


def states_shown(driver: Driver) -> list[Adjudication]:
    """Return how the disagreements in sight stand."""
    return [case.state for case in state("state.shown")(driver)]  # type: ignore[attr-defined]


def copied_name(driver: Driver) -> bool:
    """Return whether what was copied is the name of the source under the bar."""
    source = driver.app.workspace.session.store.get(Source, str(cursor(driver)))
    return clipboard(driver) == source.label


def copied_claim(driver: Driver) -> bool:
    """Return whether what was copied are the words of the claim under the bar."""
    claim = driver.app.workspace.session.store.get(Claim, str(cursor(driver)))
    return clipboard(driver) == claim.quote


_SETTLING = ("4", "c", "x", "enter")

CLAIMS = Table(
    screen="claims",
    way=("g", "c"),
    rows={
        "claims.open": Row(screen, "review"),
        "claims.matches": Row(screen, "corroborate"),
        "claims.fact_checks": Row(screen, "factchecks"),
        "claims.source": Row(screen, "source"),
        "claims.accept": Row(deciding, ClaimState.ACCEPTED),
        "claims.reject": Row(deciding, ClaimState.REJECTED),
        "claims.reopen": Row(deciding, ClaimState.PROPOSED, first=("x",)),
        "claims.copy": Row(copied_claim, shows=True),
        "claims.order": Row(state("state.order.value"), "state"),
        "claims.reverse": Row(state("state.reverse")),
    },
)

MARKS = Table(
    screen="claims",
    way=("g", "c"),
    rows={
        "mark.row": Row(marked, 1),
        "mark.range": Row(marked, 2, then=("j",)),
        "mark.every": Row(marked, 4),
    },
)

SOURCES = Table(
    screen="sources",
    way=("s",),
    session=judged_session,
    rows={
        "sources.open": Row(screen, "source"),
        "sources.copy": Row(copied_name, shows=True),
        "sources.order": Row(state("state.order.value")),
        "sources.reverse": Row(state("state.reverse")),
    },
)

ASSERTIONS = Table(
    screen="assertions",
    way=("t",),
    session=judged_session,
    rows={
        "assertions.open": Row(screen, "assertion"),
        "assertions.copy": Row(clipboard),
        "assertions.order": Row(state("state.order.value")),
    },
)

DISAGREEMENTS = Table(
    screen="disagreements",
    way=("d",),
    session=apart_session,
    rows={
        "disagreements.open": Row(screen, "review"),
        "disagreements.rate": Row(screen, "rate"),
        "disagreements.settle": Row(count(Settlement), 1, then=_SETTLING),
        "disagreements.reopen": Row(count(Settlement), 0, first=("s", *_SETTLING)),
        "disagreements.ask": Row(count(Assignment), 1, then=(*"Rana", "enter")),
        "disagreements.only": Row(states_shown, []),
    },
)
