"""Where an article comes from, by keys alone: guesses are seen, confirmed and corrected."""

from pathlib import Path

from attrs import evolve

from tests.desk import make_session
from tests.pilot.desk_app import Driver, driven
from tracker.intake import read_text
from tracker.model import Article, Source
from tracker.services.adding import add_article
from tracker.services.sampling import sample_paths
from tracker.services.session import Session
from tracker.tui.bars import TopBar
from tracker.tui.screens.details import DetailsScreen
from tracker.tui.widgets.virtual_table import VirtualTable

SHOWN = ("outlet_id", "title")


def guessed() -> Session:
    session = make_session()
    received = read_text(sample_paths()[0].read_text("utf-8"), "a.txt")
    add_article(session, evolve(received, check_original=True))
    return session


def shown(driver: Driver) -> DetailsScreen:
    screen = driver.app.screen
    assert isinstance(screen, DetailsScreen)
    return screen


def only(session: Session) -> Article:
    (article,) = session.store.scan(Article)
    return article


async def test_guesses_carry_a_question_mark_on_the_desk_and_in_review() -> None:
    async with driven(guessed()) as driver:
        (row,) = driver.desk.state.rows
        assert (row.date, row.outlet) == ("2020-11-10?", "العربي الجديد")
        line = driver.desk.query_one(VirtualTable).render_line(1).text
        assert line.count("?") == sum(name in row.guesses for name in ("published", *SHOWN))
        assert set(SHOWN) <= row.guesses
        await driver.press("enter")
        head = "".join(cell.text for cell in driver.app.screen.query_one(TopBar).left)
        assert "2020-11-10?" in head
        assert "check against the original" in head


async def test_c_confirms_the_guess_under_the_bar_and_u_takes_it_back() -> None:
    session = guessed()
    async with driven(session) as driver:
        await driver.press("i")
        await driver.press("j", "j", "j")
        row = shown(driver).row
        assert row is not None
        assert (row.name, row.where, row.guess) == ("date", "date line", True)
        await driver.press("c")
        assert "published" not in only(session).guesses
        assert "Saved" in driver.said.text
        await driver.press("u")
        assert "published" in only(session).guesses


async def test_capital_c_confirms_all_and_the_desk_shows_no_mark() -> None:
    session = guessed()
    async with driven(session) as driver:
        await driver.press("enter", "i", "C", "q", "q")
        article = only(session)
        assert (article.guesses, article.check_original) == ((), False)
        assert driver.desk.state.rows[0].date == "2020-11-10"


async def test_enter_states_a_detail_anew() -> None:
    session = guessed()
    async with driven(session) as driver:
        await driver.press("i", "j", "j", "enter", "ctrl+a", "ctrl+k")
        await driver.press(*"SANA", "enter")
        assert session.store.get(Source, only(session).outlet_id).label == "SANA"
        assert "outlet_id" not in only(session).guesses


async def test_a_day_that_is_none_is_refused_with_how_to_write_it() -> None:
    session = guessed()
    async with driven(session) as driver:
        await driver.press("i", "j", "j", "j", "enter", "ctrl+a", "ctrl+k")
        await driver.press(*"soon", "enter")
        assert "2020-11-10" in driver.said.text
        assert only(session).published is not None


async def test_pasting_the_source_of_a_page_gives_its_article() -> None:
    body = "".join(f"<p>Police said {n} men were arrested near the harbour.</p>" for n in range(9))
    page = f"<!doctype html><html><h1>Arrests at the harbour</h1><nav>Menu</nav>{body}</html>"
    session = make_session()
    async with driven(session) as driver:
        await driver.press("p")
        driver.app.screen.query_one("RtlTextArea").text = page  # type: ignore[attr-defined]
        await driver.press("ctrl+s")
        await driver.settle()
        article = only(session)
        assert article.text.startswith("Arrests at the harbour\n\nPolice said 0 men")
        assert "Menu" not in article.text
        assert article.media_type == "text/html"


async def test_a_later_version_says_what_it_took_over_and_what_it_left(tmp_path: Path) -> None:
    text = sample_paths()[0].read_text("utf-8")
    session = make_session()
    add_article(session, read_text(text, "a.txt"))
    later = tmp_path / "b.txt"
    later.write_text(text.replace("15", "12"), "utf-8")
    async with driven(session) as driver:
        await driver.press("a", *str(later), "enter")
        await driver.settle()
        assert "later version took over" in driver.said.text
        assert "found no place" in driver.said.text
        newest = list(session.store.scan(Article))[-1]
        screen = driver.desk
        screen.table.move_to(newest.id)
        await driver.press("i")
        told = " ".join(cell.text for line in shown(driver).page.facts for cell in line)
        assert "found no place here" in told
