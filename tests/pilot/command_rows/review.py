"""What the commands of the review do, on the small article of four claims."""

from attrs import evolve

from tests.desk import ATTACK, desk_session
from tests.judged_desk import judged_session
from tests.pilot.command_rows.row import (
    Row,
    Table,
    claim,
    clipboard,
    count,
    rated,
    screen,
    scrolled,
    standing,
)
from tests.pilot.desk_app import Driver
from tracker.model import (
    Article,
    Assertion,
    Assignment,
    Change,
    Claim,
    ClaimState,
    Confidence,
    Credibility,
    Likelihood,
    Reliability,
)
from tracker.services.session import Session

_SECOND, _LAST = ("j",), ("G",)
_SAVE = ("x", "ctrl+s")
_STATE = claim("clm_2", "state")
_ADDRESS = "https://example.org/raid"


def addressed_session() -> Session:
    """Return the small desk, its article with a web address."""
    session = desk_session()
    article = session.store.get(Article, "art_one")
    session.commit("Edit", Change.replace(article, evolve(article, url=_ADDRESS)))
    return session


def selected(driver: Driver) -> str:
    """Return the selected words."""
    held = driver.review.state
    chosen = held.cursor.selection
    return chosen.slice(held.article.text) if chosen else ""


def word(driver: Driver) -> str:
    """Return the word under the cursor."""
    held = driver.review.state
    under = held.cursor.word
    return under.slice(held.article.text) if under else ""


def quotes(driver: Driver) -> list[str]:
    """Return the words of every claim, in reading order."""
    return [one.quote for one in driver.review.state.claims]


def number(driver: Driver) -> int:
    """Return how many claims the article has."""
    return len(driver.review.state.claims)


def spans(driver: Driver) -> int:
    """Return of how many pieces the second claim is made."""
    return len(driver.app.workspace.session.store.get(Claim, "clm_2").spans)


def opened(name: str, *first: str) -> Row:
    """Return the row of a command that opens a screen."""
    return Row(screen, name, first=first)


def writes(name: str) -> Row:
    """Return the row of a command that asks for a text and keeps it with the claim."""
    return Row(claim("clm_2", name), "x", first=_SECOND, then=("ctrl+u", "x", "ctrl+s"))


def rated_source(grade: Reliability, *then: str) -> Row:
    """Return the row of a command that rates the source, after the information."""
    return Row(rated("clm_1", "reliability"), grade, first=("2",), then=then)


_MOVES = {
    "review.next": Row(standing, "clm_2"),
    "review.previous": Row(standing, "clm_3", first=_LAST),
    "review.next_open": Row(standing, "clm_3", first=("j", "x", "k", "k")),
    "review.previous_open": Row(standing, "clm_1", first=("j", "x")),
    "review.first": Row(standing, "clm_1", first=_LAST),
    "review.last": Row(standing, "clm_4"),
    "review.details": opened("details"),
}
_DECISIONS = {
    "review.accept": Row(_STATE, ClaimState.ACCEPTED, first=_SECOND),
    "review.reject": Row(_STATE, ClaimState.REJECTED, first=_SECOND),
    "review.reopen": Row(_STATE, ClaimState.PROPOSED, first=("j", "x", "k")),
}
_WORDS = {
    "review.left": Row(word, "شن", first=_SECOND),
    "review.right": Row(word, '"داعش"', first=("j", "left")),
    "review.select": Row(selected, '"داعش"', first=_SECOND),
    "review.select_left": Row(selected, '"داعش" شن', first=_SECOND),
    "review.select_right": Row(selected, '"داعش" شن', first=("j", "left")),
    "review.split": Row(
        lambda d: quotes(d)[1:3], ['"داعش" شن', "هجوماً على مواقع"], first=("j", "left", "left")
    ),
    "review.merge": Row(number, 3, first=_SECOND),
    "review.finer": Row(number, first=("j", "<")),
    "review.coarser": Row(number, 3, first=_SECOND),
    "review.end_earlier": Row(claim("clm_2", "quote"), '"داعش" شن هجوماً على', first=_SECOND),
    "review.end_later": Row(claim("clm_2", "quote"), ATTACK, first=("j", "[")),
    "review.start_earlier": Row(claim("clm_2", "quote"), f"إن {ATTACK}", first=_SECOND),
    "review.start_later": Row(claim("clm_2", "quote"), "شن هجوماً على مواقع", first=_SECOND),
    "review.add": Row(count(Claim), 5, first=("G", "right", "right", "right", "space", "left")),
    "review.take": Row(claim("clm_2", "quote"), '"داعش" شن', first=("j", "shift+left")),
    "review.widen": Row(claim("clm_2", "quote"), ATTACK, first=("j", "left", "-", "space")),
    "review.narrow": Row(spans, 2, first=("j", "left")),
    "review.share": Row(
        lambda d: d.review.state.claim and d.review.state.claim.shared_quote,
        "وأضاف المصدر",
        first=("G", "right", "right", "right", "space", "left"),
    ),
    "review.copy": Row(clipboard, ATTACK, first=_SECOND),
}
_SAID = {
    "review.link": opened("link"),
    "review.link_cue": opened("link", "j"),
    "review.same": Row(claim("clm_2", "source_id"), "src_outlet", first=_SECOND),
    "review.matches": opened("corroborate"),
    "review.fact_checks": opened("factchecks"),
    "review.assertion": opened("assertion"),
    "review.panel": opened("rate"),
    "review.wording": writes("wording"),
    "review.gloss": writes("gloss"),
    "review.note": Row(claim("clm_1", "note"), "x", then=_SAVE),
    "review.address": Row(lambda d: d.opened[-1:], [_ADDRESS]),
}
_RATINGS = {
    **{
        f"review.credibility_{grade.value}": Row(rated("clm_1", "credibility"), grade)
        for grade in Credibility
        if grade is not Credibility.CONFIRMED
    },
    # A 1 without an independent origin is asked about first.
    "review.credibility_1": Row(rated("clm_1", "credibility"), Credibility.CONFIRMED, then=("1",)),
    **{
        f"review.reliability_{grade.value.lower()}": Row(
            rated("clm_1", "reliability"), grade, first=("2",)
        )
        for grade in Reliability
    },
    "review.reliability": Row(
        rated("clm_1", "reliability"), Reliability.C, first=("2",), then=("c",)
    ),
    "review.credibility": Row(rated("clm_1", "credibility"), Credibility.DOUBTFUL, then=("4",)),
    "review.likelihood": Row(rated("clm_1", "likelihood"), Likelihood.LIKELY, then=("5",)),
    "review.confidence": Row(rated("clm_1", "confidence"), Confidence.HIGH, then=("h",)),
    "review.rationale": Row(rated("clm_1", "rationale"), "x", then=_SAVE),
    "review.assign": Row(count(Assignment), 1, then=("S", "a", "m", "i", "enter")),
    "review.verdict": Row(count(Assertion), 1, then=("r",)),
}

REVIEW = Table(
    screen="review",
    way=("enter",),
    session=addressed_session,
    rows=_MOVES | _DECISIONS | _WORDS | _SAID | _RATINGS,
)


def article(driver: Driver) -> str:
    """Return the article in sight."""
    return driver.review.state.article.title


#: On a desk of four articles, in little room.
LONG_REVIEW = Table(
    screen="review",
    way=("G", "enter"),
    session=judged_session,
    size=(80, 20),
    rows={
        "review.next_article": Row(article, first=("K",)),
        "review.previous_article": Row(article),
        "review.page_down": Row(scrolled("article")),
        "review.page_up": Row(scrolled("article"), first=("G",)),
    },
)
