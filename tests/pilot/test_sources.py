"""Sources and their pages by keys alone."""

from tests.desk import make_session
from tests.matched_desk import claim_with, matched_session
from tests.pilot.desk_app import Driver, driven
from tests.pilot.test_assertion import with_reports
from tracker.model import Claim, ClaimState, Distance, Identity, Source, SourceLink, Verdict
from tracker.presenters.tones import Tone
from tracker.services.judging import rule_on_claim
from tracker.services.reviewing import decide
from tracker.services.session import Session
from tracker.tui.places import OpenSource
from tracker.tui.screens.pick import PickScreen
from tracker.tui.screens.source import SourceScreen
from tracker.tui.screens.sources import SourcesScreen

LOCAL = 'مصدر محلي لـ"البادية"'


def listed(driver: Driver) -> SourcesScreen:
    screen = driver.app.screen
    assert isinstance(screen, SourcesScreen)
    return screen


def paged(driver: Driver) -> SourceScreen:
    screen = driver.app.screen
    assert isinstance(screen, SourceScreen)
    return screen


async def opened(driver: Driver) -> SourcesScreen:
    """Open the list from the desk."""
    await driver.press("s")
    await driver.settle()
    return listed(driver)


async def page_of(driver: Driver, typed: str = "مصدر محلى الباديه") -> SourceScreen:
    """Open the page of the source that the filter finds first."""
    await opened(driver)
    await driver.press("slash", *typed, "enter", "enter")
    await driver.settle()
    return paged(driver)


def resolved() -> Session:
    session = matched_session()
    claim = claim_with(session, "مقتل 15")
    decide(session, (claim.id,), ClaimState.ACCEPTED)
    rule_on_claim(session, claim.id, Verdict.VERIFIED)
    return session


async def test_s_lists_the_sources_the_most_cited_first() -> None:
    async with driven(resolved()) as driver:
        screen = await opened(driver)
        assert screen.state.shown[0].label == LOCAL
        assert len(screen.table.ids) == len(screen.state.rows) == 7


async def test_the_filter_order_and_direction() -> None:
    async with driven(resolved()) as driver:
        screen = await opened(driver)
        await driver.press("slash", *"طبيه", "enter")
        assert [row.label for row in screen.state.shown] == ['مصادر طبية لـ"الفرات"']
        await driver.press("escape", "o", "o", "o", "O")
        assert screen.state.order.value == "name"
        assert screen.state.reverse
        await driver.press("escape")
        assert driver.desk.is_current


async def test_enter_opens_the_page_and_enter_there_goes_to_the_claim() -> None:
    session = resolved()
    async with driven(session) as driver:
        page = await page_of(driver)
        assert page.page.source.label == LOCAL
        await driver.press("j", "enter")
        await driver.settle()
        claim = driver.review.state.claim
        assert claim is not None
        assert claim.id == page.page.claims[1].claim_id
        await driver.press("escape")
        assert paged(driver).table.cursor_id == claim.id


async def test_name_gloss_aliases_and_confidential_note_are_written() -> None:
    session = resolved()
    async with driven(session) as driver:
        page = await page_of(driver)
        await driver.press("t", *"local source", "enter")
        await driver.press("a", *"المصدر المحلي", "ctrl+s")
        await driver.press("e", *"ضابط", "ctrl+s")
        assert driver.said.text == "The note is saved in confidence."
        await driver.press("w", "end", *" ٢", "enter")
        stored = session.store.get(Source, page.page.source.id)
        assert (stored.gloss, stored.aliases) == ("local source", ("المصدر المحلي",))
        assert (stored.confidential, stored.label) == ("ضابط", f"{LOCAL} ٢")
        await driver.press("u")
        assert page.page.source.label == LOCAL
        await driver.press("w", "backspace", "enter")
        assert driver.said.tone is Tone.BAD


async def test_another_source_is_judged_the_same_voice_and_the_judgement_taken_back() -> None:
    session = resolved()
    async with driven(session) as driver:
        page = await page_of(driver)
        await driver.press("-")
        assert driver.said.tone is Tone.MUTED
        await driver.press("=")
        await driver.settle()
        picker = driver.app.screen
        assert isinstance(picker, PickScreen)
        await driver.press(*"مصدر محلي", "down", "up", "pagedown", "pageup")
        assert picker.state.row is not None
        assert picker.state.row.label == "مصدر محلي"
        await driver.press("enter", "s", *"الصياغة نفسها", "enter")
        (link,) = session.store.scan(SourceLink)
        assert (link.identity, link.reason) == (Identity.SAME_AS, "الصياغة نفسها")
        assert [linked.source.label for linked in page.page.linked] == ["مصدر محلي"]
        await driver.press("-", "1")
        assert session.store.count(SourceLink) == 0
        assert page.page.linked == ()


async def test_facts_that_do_not_fit_are_scrolled() -> None:
    async with driven(resolved(), size=(80, 24)) as driver:
        page = await page_of(driver)
        facts = page.query_one("#facts")
        await driver.press("J")
        assert facts.scroll_offset.y > 0
        await driver.press("K")
        assert facts.scroll_offset.y == 0


async def test_closing_anywhere_on_the_way_records_nothing() -> None:
    session = resolved()
    async with driven(session) as driver:
        await page_of(driver)
        before = session.store.sequence
        await driver.press("=")
        await driver.settle()
        await driver.press("escape")
        await driver.press("=")
        await driver.settle()
        await driver.press("enter", "escape")
        await driver.press("=")
        await driver.settle()
        await driver.press("enter", "d", "enter")
        assert "needs a reason" in driver.said.text
        await driver.press("w", "escape")
        assert session.store.sequence == before


async def test_a_page_whose_source_is_gone_closes() -> None:
    session = matched_session(None, "reprint.txt")
    async with driven(session) as driver:
        await opened(driver)
        await driver.press("enter")
        await driver.settle()
        assert paged(driver).is_current
        await driver.press("u")
        await driver.settle()
        assert listed(driver).state.rows == ()


async def test_an_empty_database_says_where_sources_come_from() -> None:
    async with driven(make_session()) as driver:
        await opened(driver)
        assert "come with articles" in driver.said.text
        await driver.press("enter", "j", "n")
        assert listed(driver).is_current


async def test_a_narrow_screen_leaves_columns_out_and_a_wider_one_brings_them_back() -> None:
    async with driven(resolved(), size=(80, 24)) as driver:
        screen = await opened(driver)
        narrow = len(screen.table.columns)
        await driver.resize(140, 30)
        assert len(screen.table.columns) > narrow
        await driver.press("enter")
        await driver.settle()
        assert paged(driver).page.source.label == LOCAL


async def test_the_profile_is_stated_by_keys() -> None:
    async with driven(resolved()) as driver:
        screen = await page_of(driver)
        await driver.press("p", "o", *"ضابط", "enter")
        await driver.press("p", "d", "1")
        await driver.press("p", "a", *"قسد", "enter")
        source = screen.page.source
        assert source.profile.role == "ضابط"
        assert source.profile.distance is Distance.WITNESSED
        assert source.affiliation is not None
        assert source.affiliation.entity == "قسد"
        await driver.press("p", "n", *"many", "enter")
        assert driver.said.tone is Tone.BAD
        await driver.press("u")
        assert screen.page.source.affiliation is None


async def test_outcomes_are_weighed_in_other_ways_and_it_is_told() -> None:
    async with driven(resolved()) as driver:
        screen = await page_of(driver)
        plain = screen.page.record
        await driver.press("h")
        assert screen.page.weighing.half_life_days == 365
        assert "half-life 365 days" in driver.said.text
        await driver.press("h", "h", "h")
        assert screen.page.record == plain


async def test_a_suggested_source_is_judged_from_the_list_of_suggestions() -> None:
    session, claims = with_reports()
    async with driven(session) as driver:
        source = session.store.get(Claim, next(iter(claims))).source_id
        driver.app.post_message(OpenSource(source))
        await driver.settle()
        screen = paged(driver)
        assert len(screen.page.suggestions) == 3
        await driver.press("m", "1", "s", *"one reporter", "enter")
        assert session.store.count(SourceLink) == 1
        assert screen.page.record.voices == 2
        assert len(screen.page.suggestions) == 2
        await driver.press("minus", "1")
        assert screen.page.record.voices == 1
