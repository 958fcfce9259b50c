"""A hostile article opens, is reviewed, and shows where it hides something."""

from pathlib import Path

import pytest
from textual.geometry import Size

from tests.desk import make_session
from tests.pilot.desk_app import Driver, driven
from tracker.services.adding import add_paths
from tracker.tui.review_article import ReviewArticle

WORDS = "وقال مصدر إن 15 شخصاً قتلوا"
HOSTILE = {
    "override": f"\u202e{WORDS}.",
    "isolate left open": f"\u2067{WORDS}.",
    "nested embeddings": "\u202b" * 10_000 + WORDS + "\u202c" * 10_000 + ".",
    "zero-width flood": WORDS.replace(" ", " " + "\u200b" * 5_000) + ".",
    "escape": f"{WORDS} \x1b]0;x\x07\x1b[31m " + WORDS * 8 + ".",
    "one long line": f"\u202e{WORDS} " * 1_000,
}


def marked(driver: Driver) -> int:
    article = driver.review.query_one(ReviewArticle)
    ground = article.get_component_rich_style("article--hidden", partial=True).bgcolor
    lines = [article.render_line(y) for y in range(article.scrollable_content_region.height)]
    return sum(bool(s.style and s.style.bgcolor == ground) for line in lines for s in line)


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_article_is_shown_and_flagged(name: str, tmp_path: Path) -> None:
    session = make_session()
    path = tmp_path / "article.txt"
    path.write_text(f"عنوان الخبر\n\n{HOSTILE[name]}\n", encoding="utf-8")
    assert add_paths(session, [path]).results
    async with driven(session, size=(90, 30)) as driver:
        await driver.press("enter", "j", "enter", "y", "l", "escape", "q")
        await driver.press("enter")
        assert marked(driver) > 0
        strips = driver.app.screen._compositor.render_strips(Size(90, 30))
        shown = "".join(strip.text for strip in strips)
        assert not set(shown) & set("\x1b\x07\u202e\u202b\u2067\u200b")
