import pytest

from tests.desk import ATTACK, FLIGHT, TEXT, desk_session
from tests.pilot.desk_app import Driver, reviewing
from tracker.model import (
    Assessment,
    Claim,
    ClaimState,
    Confidence,
    Credibility,
    Reliability,
    Verdict,
)
from tracker.presenters.tones import Tone
from tracker.services.reading import assertion_of
from tracker.tui.review_article import ReviewArticle
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.link import LinkScreen
from tracker.tui.screens.prompt import PromptScreen


def stored(driver: Driver, claim_id: str) -> Claim:
    return driver.app.workspace.session.store.get(Claim, claim_id)


def mine(driver: Driver, claim_id: str) -> Assessment:
    (assessment,) = driver.app.workspace.session.store.find(Assessment, "claim_id", claim_id)
    return assessment


def chosen(driver: Driver) -> str:
    claim = driver.review.state.claim
    assert claim is not None
    return claim.id


async def test_accepting_is_one_key_and_moves_on() -> None:
    async with reviewing() as driver:
        await driver.press("enter", "x")
        assert stored(driver, "clm_1").state is ClaimState.ACCEPTED
        assert stored(driver, "clm_2").state is ClaimState.REJECTED
        assert chosen(driver) == "clm_3"
        assert driver.said.text == "Rejected claim 2. Saved."


async def test_the_article_does_not_jump_when_a_claim_is_accepted() -> None:
    async with reviewing() as driver:
        article = driver.review.query_one(ReviewArticle)
        before = article.scroll_offset
        await driver.press("enter", "enter", "enter", "enter")
        assert article.scroll_offset == before


async def test_moving_between_claims_and_their_ends() -> None:
    async with reviewing() as driver:
        await driver.press("j", "down", "k")
        assert chosen(driver) == "clm_2"
        await driver.press("G", "j")
        assert chosen(driver) == "clm_4"
        assert driver.said.text == "This is the last claim."
        await driver.press("g", "g", "n", "N")
        assert chosen(driver) == "clm_1"


async def test_ends_move_with_brackets_and_undo_names_it() -> None:
    async with reviewing() as driver:
        await driver.press("j", "left_square_bracket", "left_curly_bracket")
        assert stored(driver, "clm_2").quote == 'إن "داعش" شن هجوماً على'
        await driver.press("u", "u")
        assert stored(driver, "clm_2").quote == ATTACK
        assert driver.said.text == "Undone: Adjust the claim's words. Saved."
        await driver.press("ctrl+r")
        assert stored(driver, "clm_2").quote == '"داعش" شن هجوماً على'
        await driver.press("right_square_bracket", "right_curly_bracket")
        assert stored(driver, "clm_2").quote == "شن هجوماً على مواقع"


async def test_the_arrow_to_the_left_goes_on_in_arabic_and_s_splits_there() -> None:
    async with reviewing() as driver:
        await driver.press("j", "left", "left", "left", "right", "s")
        claims = driver.review.state.claims
        assert [c.quote for c in claims][1:3] == ['"داعش" شن', "هجوماً على مواقع"]
        await driver.press("m")
        assert driver.said.tone is Tone.GOOD
        assert len(driver.review.state.claims) == 4


async def test_a_sentence_is_split_coarser_and_finer_by_keys_and_undone() -> None:
    async with reviewing() as driver:
        before = driver.review.state.claims
        await driver.press("j", "less_than_sign")
        assert driver.said.tone is Tone.GOOD
        assert len(driver.review.state.claims) < len(before)
        assert chosen(driver) == "clm_2"
        await driver.press("greater_than_sign")
        assert driver.said.tone is Tone.GOOD
        await driver.press("u", "u")
        assert [c.quote for c in driver.review.state.claims] == [c.quote for c in before]


async def test_words_are_selected_and_become_a_claim() -> None:
    async with reviewing() as driver:
        await driver.press("G", "right", "right", "right", "space", "left", "a")
        claim = driver.review.state.claim
        assert claim is not None
        assert claim.quote == "وأضاف المصدر"
        assert claim.state is ClaimState.ACCEPTED


async def test_a_claim_is_read_with_selected_words_of_another_and_alone_again() -> None:
    async with reviewing() as driver:
        await driver.press("G", "right", "right", "right", "space", "left", "+")
        found = driver.review.state.claim
        assert found is not None
        assert found.shared_quote == "وأضاف المصدر"
        await driver.press("+")
        assert stored(driver, found.id).shared == ()


async def test_dragging_the_mouse_selects_whole_words_in_reading_order() -> None:
    async with reviewing() as driver:
        article = driver.review.query_one(ReviewArticle)
        start, end = TEXT.index("هجوماً على") + 2, TEXT.index("مواقع") + 1
        line = article._layout.line(article._layout.line_of(start))
        indent = article._layout.width - line.width
        y = article._layout.line_of(start)
        places = [(indent + line.column_of(offset) + 1, y + 1) for offset in (start, end)]
        await driver.drag("#article", *places)
        selected = driver.review.state.cursor.selection
        assert selected is not None
        assert selected.slice(TEXT) == "هجوماً على مواقع"


async def test_escape_drops_the_selection_before_it_leaves() -> None:
    async with reviewing() as driver:
        await driver.press("shift+left", "escape")
        assert driver.review.state.cursor.selection is None
        await driver.press("escape")
        assert driver.desk.is_current


async def test_same_as_before_is_one_key() -> None:
    async with reviewing() as driver:
        await driver.press("j", "equals_sign")
        assert stored(driver, "clm_2").source_id == "src_outlet"


async def test_ratings_are_one_key_each_on_both_axes() -> None:
    async with reviewing() as driver:
        await driver.press("2", "B")
        assert mine(driver, "clm_1").code == "B2"
        await driver.press("r", "c", "z", "h")
        assert mine(driver, "clm_1").reliability is Reliability.C
        assert mine(driver, "clm_1").confidence is Confidence.HIGH
        await driver.press("r", "down", "enter")
        assert mine(driver, "clm_1").reliability is Reliability.D
        await driver.press("r", "escape")
        assert mine(driver, "clm_1").reliability is Reliability.D


async def test_keys_work_on_an_arabic_keyboard() -> None:
    async with reviewing() as driver:
        await driver.press("ت")
        assert chosen(driver) == "clm_2"
        await driver.press("٣", "ق", "ؤ")
        assert mine(driver, "clm_2").credibility is Credibility.POSSIBLY_TRUE
        assert mine(driver, "clm_2").reliability is Reliability.C
        await driver.press("ء")
        assert stored(driver, "clm_2").state is ClaimState.REJECTED


async def test_a_verdict_is_two_keys() -> None:
    async with reviewing() as driver:
        await driver.press("v", "r")
        assertion = assertion_of(
            driver.app.workspace.session.store, driver.review.state.claims[0].id
        )
        assert assertion is not None
        assert assertion.verdict is Verdict.REFUTED


@pytest.mark.parametrize(("key", "field"), [("w", "wording"), ("t", "gloss"), ("e", "note")])
async def test_texts_are_written_and_kept(key: str, field: str) -> None:
    async with reviewing() as driver:
        await driver.press(key)
        assert isinstance(driver.app.screen, PromptScreen)
        await driver.press("end", *" x:", "ctrl+s")
        assert getattr(stored(driver, "clm_1"), field).endswith("x:")
        assert driver.said.text == f"The claim's {field} is saved."


async def test_a_rationale_is_kept_with_the_rating() -> None:
    async with reviewing() as driver:
        await driver.press("W", *"seen", "ctrl+s")
        assert mine(driver, "clm_1").rationale == "seen"


async def test_a_text_closed_without_saving_comes_back_as_a_draft() -> None:
    async with reviewing() as driver:
        await driver.press("e", *"half a thought", "escape")
        assert stored(driver, "clm_1").note == ""
        await driver.press("e")
        screen = driver.app.screen
        assert isinstance(screen, PromptScreen)
        assert screen.written == "half a thought"


async def test_a_source_is_linked_by_typing() -> None:
    async with reviewing() as driver:
        await driver.press("l")
        assert isinstance(driver.app.screen, LinkScreen)
        await driver.press(*"مصدر", "enter")
        assert stored(driver, "clm_1").source_id == "src_voice"
        assert driver.said.text == "The claim rests on مصدر. Saved."


async def test_the_best_guess_is_two_keys_and_escape_links_nothing() -> None:
    async with reviewing() as driver:
        await driver.press("j", "l", "escape")
        assert stored(driver, "clm_2").source_id == "src_voice"
        await driver.press("L", "enter")
        assert stored(driver, "clm_3").source_id == "src_outlet"


async def test_the_mouse_takes_the_claim_under_it() -> None:
    async with reviewing() as driver:
        article = driver.review.query_one(ReviewArticle)
        line = article._layout.line_of(TEXT.index(FLIGHT))
        column = article._layout.line(line).column_of(TEXT.index(FLIGHT))
        indent = article._layout.line(line).indent(article._layout.width)
        await driver.click("#article", indent + column + 1, line + 1)
        assert chosen(driver) == "clm_3"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_panes_fold_and_join_with_the_width(size: tuple[int, int]) -> None:
    async with reviewing(size=size) as driver:
        article = driver.review.query_one("#article").region
        claim = driver.review.query_one("#claim").region
        below = claim.y > article.y
        assert below == (size[0] < 100)
        assert driver.review.query_one("#history").display == (size[0] == 200)
        assert article.height >= 5
        await driver.resize(120, 40)
        assert driver.review.query_one("#claim").region.y == article.y


async def test_undoing_the_import_leaves_the_review() -> None:
    session = desk_session()
    async with reviewing(session) as driver:
        await driver.press("u")
        assert driver.desk.query_one("#welcome").display


async def test_choices_show_what_holds() -> None:
    async with reviewing() as driver:
        await driver.press("3", "D", "r")
        screen = driver.app.screen
        assert isinstance(screen, ChoiceScreen)
        assert screen.index == 3


async def test_copy_puts_the_logical_words_on_the_clipboard() -> None:
    async with reviewing() as driver:
        await driver.press("j", "y")
        assert driver.app.clipboard == ATTACK
