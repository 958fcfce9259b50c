"""What the commands do that judge pairs of claims, published fact-checks, and one claim."""

from tests.judged_desk import judged_session
from tests.matched_desk import matched_session
from tests.pilot.command_rows.row import (
    Row,
    Table,
    claim,
    clipboard,
    only,
    rated,
    screen,
    scrolled,
    state,
)
from tests.pilot.desk_app import Driver
from tests.pilot.test_fact_checks import checked_session
from tests.unit.services.test_fact_checks import ATTACK as CHECKED
from tracker.model import (
    Bearing,
    Confidence,
    Corroboration,
    Credibility,
    Dependence,
    FactCheckLink,
    Likelihood,
    Relation,
    Reliability,
)

_SAVE = ("x", "ctrl+s")
_SHOWN = state("state.index")

CORROBORATE = Table(
    screen="corroborate",
    way=("m",),
    session=matched_session,
    anew=True,
    rows={
        **{
            f"corroborate.{relation.value}": Row(only(Corroboration, "relation"), relation)
            for relation in Relation
        },
        "corroborate.later": Row(_SHOWN, 1),
        "corroborate.independent": Row(
            only(Corroboration, "dependence"), Dependence.INDEPENDENT, first=("y",)
        ),
        "corroborate.dependence": Row(
            only(Corroboration, "dependence"), Dependence.REPRINT, first=("y",), then=("r",)
        ),
        "corroborate.note": Row(only(Corroboration, "note"), "x", first=("y",), then=_SAVE),
        "corroborate.open": Row(screen, "review"),
        "corroborate.next": Row(_SHOWN, 1),
        "corroborate.previous": Row(_SHOWN, 0, first=("j",)),
    },
)

LOW_CORROBORATE = Table(
    screen="corroborate",
    way=("m",),
    session=matched_session,
    size=(60, 14),
    rows={
        "corroborate.scroll_down": Row(scrolled("why", "careful")),
        "corroborate.scroll_up": Row(scrolled("why", "careful"), first=("pagedown",)),
    },
)

FACT_CHECKS = Table(
    screen="factchecks",
    way=("g", "f"),
    session=checked_session,
    anew=True,
    rows={
        **{
            f"factchecks.{bearing.value}": Row(only(FactCheckLink, "bearing"), bearing)
            for bearing in Bearing
        },
        "factchecks.later": Row(_SHOWN, 1),
        "factchecks.note": Row(only(FactCheckLink, "note"), "x", then=(*_SAVE, "y")),
        "factchecks.open": Row(screen, "review"),
        "factchecks.address": Row(lambda d: CHECKED.url in d.opened, shows=True),
        "factchecks.copy": Row(clipboard, f"زائف · تحقق · {CHECKED.url}"),
        "factchecks.next": Row(_SHOWN, 1),
        "factchecks.previous": Row(_SHOWN, 0, first=("j",)),
    },
)

LOW_FACT_CHECKS = Table(
    screen="factchecks",
    way=("g", "f"),
    session=checked_session,
    size=(80, 16),
    rows={
        "factchecks.scroll_down": Row(scrolled("why", "careful")),
        "factchecks.scroll_up": Row(scrolled("why", "careful"), first=("pagedown",)),
    },
)

_INFORMATION = rated("clm_1", "credibility")
_SOURCE = rated("clm_1", "reliability")

RATE = Table(
    screen="rate",
    way=("enter",),
    over=("R",),
    rows={
        **{
            f"rate.information_{grade.value}": Row(_INFORMATION, grade)
            for grade in Credibility
            if grade is not Credibility.CONFIRMED
        },
        # A 1 without an independent origin is asked about first.
        "rate.information_1": Row(_INFORMATION, Credibility.CONFIRMED, then=("1",)),
        **{
            f"rate.source_{grade.value.lower()}": Row(_SOURCE, grade, first=("2",))
            for grade in Reliability
        },
        "rate.confidence": Row(rated("clm_1", "confidence"), Confidence.HIGH, then=("h",)),
        "rate.likelihood": Row(rated("clm_1", "likelihood"), Likelihood.LIKELY, then=("5",)),
        "rate.rationale": Row(rated("clm_1", "rationale"), "x", then=_SAVE),
        "rate.close": Row(screen, "review"),
    },
)

LOW_RATE = Table(
    screen="rate",
    way=("enter",),
    over=("R", "2"),
    size=(80, 16),
    rows={
        "rate.down": Row(scrolled("panel")),
        "rate.up": Row(scrolled("panel"), first=("pagedown",)),
    },
)


def linked(driver: Driver) -> object:
    """Return which source of the picker is under the bar."""
    return state("state.index")(driver)


LINK = Table(
    screen="link",
    way=("G", "enter"),
    over=("l",),
    session=judged_session,
    rows={
        "link.down": Row(linked),
        "link.up": Row(linked, first=("down",)),
        "link.page_down": Row(linked),
        "link.page_up": Row(linked, first=("pagedown",)),
        "link.cancel": Row(screen, "review"),
    },
)

LINKING = Table(
    screen="link",
    way=("enter",),
    over=("l",),
    rows={"link.choose": Row(claim("clm_1", "source_id"), "src_voice", first=tuple("مصدر"))},
)
