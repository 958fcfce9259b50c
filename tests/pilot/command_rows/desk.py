"""What the commands of the desk and of an article's details do."""

from pathlib import Path

from attrs import evolve

from tests.desk import make_session
from tests.judged_desk import judged_session
from tests.pilot.command_rows.row import Row, Table, clipboard, count, cursor, only, screen, state
from tests.pilot.desk_app import Driver
from tracker.intake import read_text
from tracker.model import Article, Source
from tracker.services.adding import add_article
from tracker.services.sampling import sample_paths
from tracker.services.session import Session

_CASE = str(Path(__file__).parents[2] / "cases" / "bridge" / "badia.txt")


def guessed_session() -> Session:
    """Return a session on one article whose details were guessed."""
    session = make_session()
    received = read_text(sample_paths()[0].read_text("utf-8"), "a.txt")
    add_article(session, evolve(received, check_original=True))
    return session


def guesses(driver: Driver) -> int:
    """Return how many details of the article wait to be confirmed."""
    (article,) = driver.app.workspace.session.store.scan(Article)
    return len(article.guesses)


def headline(driver: Driver) -> str:
    """Return the headline under the bar."""
    return next(r.title for r in driver.desk.state.shown if r.article_id == cursor(driver))


def labels(driver: Driver) -> set[str]:
    """Return the names of all sources."""
    return {source.label for source in driver.app.workspace.session.store.scan(Source)}


DESK = Table(
    screen="desk",
    session=judged_session,
    anew=True,
    rows={
        "desk.review": Row(screen, "review"),
        "desk.matches": Row(screen, "corroborate"),
        "desk.sources": Row(screen, "sources"),
        "desk.assertions": Row(screen, "assertions"),
        "desk.disagreements": Row(screen, "disagreements"),
        "desk.export": Row(screen, "export"),
        "desk.details": Row(screen, "details"),
        "desk.order": Row(state("state.order.value"), "work left"),
        "desk.reverse": Row(state("state.reverse")),
        "desk.copy": Row(lambda d: clipboard(d) == headline(d), shows=True),
    },
)

EMPTY_DESK = Table(
    screen="desk",
    session=make_session,
    rows={
        "desk.add": Row(count(Article), 1, then=(*_CASE, "enter")),
        "desk.paste": Row(only(Article, "title"), "raid", then=(*"raid", "ctrl+s")),
        "desk.sample": Row(count(Article), 1),
    },
)

DETAILS = Table(
    screen="details",
    session=guessed_session,
    way=("i",),
    rows={
        "details.correct": Row(
            lambda d: "SANA" in labels(d),
            shows=True,
            first=("j", "j"),
            then=("ctrl+a", "ctrl+k", *"SANA", "enter"),
        ),
        "details.confirm": Row(
            lambda d: "published" in only(Article, "guesses")(d),  # type: ignore[operator]
            shows=False,
            first=("j", "j", "j"),
        ),
        "details.confirm_all": Row(guesses, 0),
        "details.copy": Row(clipboard, "2020-11-10", first=("j", "j", "j")),
    },
)
