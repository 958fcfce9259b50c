"""Five paragraphs of the seed as a full screen, to be read back from a picture.

``python -m tests.terminals.page``; TEXT_ORDER overrules what is decided for the terminal.
"""

import os

from textual.app import ComposeResult

from tests.unit.rtl.texts import SEED
from tracker.tui.bidi_app import BidiApp
from tracker.tui.terminal import ask, plan_for
from tracker.tui.widgets.article_view import ArticleView

PARAGRAPHS = "\n".join(SEED.split("\n\n")[4:9])


class Page(BidiApp[None]):
    CSS = "ArticleView { background: black; color: white; scrollbar-size: 0 0; }"

    def compose(self) -> ComposeResult:
        yield ArticleView(PARAGRAPHS)


if __name__ == "__main__":
    page = Page(ansi_color=True)
    page.plan = plan_for(os.environ.get("TEXT_ORDER", "auto"), ask(5.0), os.environ)
    page.run()
