"""The words of a claim, changed by keys and by the mouse, in both writing directions."""

from contextlib import AbstractAsyncContextManager

import pytest

from tests.desk import ATTACK, TEXT, article, claim, desk_session, make_session, outlet, voice
from tests.pilot.desk_app import Driver, driven, reviewing
from tracker.model import Change
from tracker.presenters.tones import Tone
from tracker.services.session import Session
from tracker.tui.bars import KeyBar
from tracker.tui.review_article import ReviewArticle

ENGLISH = "A raid\n\nA source told the Herald that rebels shelled the old bridge at dawn. He fled."
SHELLED = "rebels shelled the old bridge at dawn"


def english_session() -> Session:
    session = make_session()
    entities = (
        outlet("Herald"),
        voice("A source"),
        article(ENGLISH),
        claim(SHELLED, "clm_1", text=ENGLISH),
        claim("He fled", "clm_2", text=ENGLISH),
    )
    session.commit("Add", *(Change(after=entity) for entity in entities))
    return session


#: Writing direction -> the session, its text, and the arrows to the next and the last word.
DIRECTIONS = {
    "arabic": (desk_session, TEXT, "left", ATTACK),
    "english": (english_session, ENGLISH, "right", SHELLED),
}


def at(direction: str) -> AbstractAsyncContextManager[Driver]:
    return reviewing(DIRECTIONS[direction][0]())


def spans(driver: Driver) -> list[str]:
    claim = driver.review.state.claim
    assert claim is not None
    return [span.slice(driver.review.state.article.text) for span in claim.spans]


def stand_in_hand(driver: Driver, quote: str) -> None:
    state = driver.review.state
    state.reload(next(claim.id for claim in state.claims if claim.quote == quote))


def place(driver: Driver, words: str) -> tuple[int, int]:
    """Return where the mouse must point at the second letter of ``words`` in the article."""
    canvas = driver.review.query_one(ReviewArticle)
    layout = canvas._layout
    offset = canvas.text.index(words) + 1
    number = layout.line_of(offset)
    line = layout.line(number)
    gutter = canvas.content_region.offset - canvas.region.offset
    x = line.indent(layout.width) + line.column_of(offset)
    return x + gutter.x, number - canvas.scroll_offset.y + gutter.y


@pytest.mark.parametrize("direction", DIRECTIONS)
async def test_a_word_is_taken_out_of_the_middle_and_given_back_and_undone(direction: str) -> None:
    _, _, onward, quote = DIRECTIONS[direction]
    words = quote.split()
    async with at(direction) as driver:
        stand_in_hand(driver, quote)
        await driver.press(onward, "-")
        assert spans(driver) == [words[0], " ".join(words[2:])]
        await driver.press("space", "&")
        assert spans(driver) == [quote]
        await driver.press("u")
        assert "Adjust the claim's words" in driver.said.text
        assert len(spans(driver)) == 2
        await driver.press("u")
        assert spans(driver) == [quote]
        await driver.press("ctrl+r")
        assert len(spans(driver)) == 2


@pytest.mark.parametrize("direction", DIRECTIONS)
async def test_both_ends_are_shrunk_by_selected_words(direction: str) -> None:
    _, _, onward, quote = DIRECTIONS[direction]
    words = quote.split()
    async with at(direction) as driver:
        stand_in_hand(driver, quote)
        await driver.press(f"shift+{onward}", "-")
        assert spans(driver) == [" ".join(words[2:])]


@pytest.mark.parametrize("direction", DIRECTIONS)
async def test_a_claim_keeps_a_word_and_foreign_words_are_refused(direction: str) -> None:
    _, _, onward, quote = DIRECTIONS[direction]
    async with at(direction) as driver:
        stand_in_hand(driver, quote)
        await driver.press("space", *[onward] * (len(quote.split()) - 1), "-")
        assert driver.said.tone is Tone.BAD
        assert "keeps at least one word" in driver.said.text
        foreign = "وقال" if direction == "arabic" else "told"
        await driver.click("#article", *place(driver, foreign))
        stand = spans(driver)
        await driver.press("-")
        assert "not the claim's" in driver.said.text
        assert spans(driver) == stand


@pytest.mark.parametrize("direction", DIRECTIONS)
async def test_the_mouse_selects_and_the_key_bar_adds_the_words(direction: str) -> None:
    _, _, _, quote = DIRECTIONS[direction]
    words = quote.split()
    async with at(direction) as driver:
        stand_in_hand(driver, quote)
        await driver.press("-", "-")
        await driver.drag("#article", place(driver, words[0]), place(driver, words[1]))
        selection = driver.review.state.cursor.selection
        assert selection is not None
        assert selection.slice(driver.review.state.article.text) == " ".join(words[:2])
        bar = driver.review.query_one(KeyBar)
        left = 1
        for item in bar._items():
            if item.command_id == "review.widen":
                break
            left += item.width + 2
        await driver.click("ReviewScreen > KeyBar", left, 0)
        assert quote in spans(driver)


@pytest.mark.parametrize("direction", DIRECTIONS)
async def test_a_double_click_selects_the_word(direction: str) -> None:
    quote = DIRECTIONS[direction][3]
    word = quote.split()[2]
    async with at(direction) as driver:
        where = place(driver, word)
        await driver.click("#article", *where, times=2)
        selection = driver.review.state.cursor.selection
        assert selection is not None
        assert selection.slice(driver.review.state.article.text) == word


async def test_the_key_bar_offers_what_a_selection_is_for_only_while_there_is_one() -> None:
    async with driven(size=(80, 24)) as driver:
        await driver.press("enter", "space")
        bar = driver.review.query_one(KeyBar)
        offered = [item.command_id for item in bar._items()]
        assert offered[:4] == ["review.add", "review.widen", "review.narrow", "review.take"]
        await driver.press("escape")
        assert "review.widen" not in [item.command_id for item in bar._items()]


@pytest.mark.parametrize("direction", DIRECTIONS)
async def test_split_at_the_cursor_and_merged_again(direction: str) -> None:
    _, _, onward, quote = DIRECTIONS[direction]
    words = quote.split()
    async with at(direction) as driver:
        stand_in_hand(driver, quote)
        await driver.press(onward, onward, "s")
        assert spans(driver) == [" ".join(words[:2])]
        await driver.press("m")
        assert spans(driver) == [quote]
