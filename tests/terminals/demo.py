"""The seed on every widget, to be looked at in real terminals.

``python -m tests.terminals.demo``; TEXT_ORDER overrules what is decided for the terminal.
"""

import os
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Label, Static

from tests.unit.rtl.golden import gold_spans
from tests.unit.rtl.texts import SEED
from tracker.tui.bidi_app import BidiApp
from tracker.tui.terminal import ask, plan_for
from tracker.tui.widgets.article_view import ArticleView
from tracker.tui.widgets.highlight import Highlight
from tracker.tui.widgets.prose import Prose
from tracker.tui.widgets.table_cells import Column, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable

ROWS = (
    ("ORG", '"داعش" (ISIS)', ".93"),
    ("LOC", "ريف الرقة الجنوبي", ".81"),
    ("DATE", "10 نوفمبر 2020", ".77"),
    ("لا", "الأسلحة والاتهامات", "0"),
)
TONES = ("proposed", "accepted", "disagreement")


class Demo(BidiApp[None]):
    CSS = """
    #left { width: 40; border: round green; padding: 0 1; }
    #article { border: round $accent; padding: 0 1; }
    #top { height: 1fr; }
    #label { width: 1fr; text-align: right; }
    VirtualTable { height: 6; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("q", "quit", "خروج"),
        ("n", "next(1)", "Next"),
        ("p", "next(-1)", "Previous"),
    ]

    def compose(self) -> ComposeResult:
        spans = gold_spans()
        highlights = [
            Highlight(key=str(place), start=start, end=end, tone=TONES[place % 3])
            for place, (start, end) in enumerate(spans)
        ]
        self.article = ArticleView(SEED, highlights, current="7", id="article")
        self.article.border_title = "المقال (1/3)"
        with Horizontal(id="top"):
            with Static(id="left"):
                yield Static("Guide | «quote» items: 42", markup=False)
                yield Prose(SEED[478:567])
            yield self.article
        yield Label('عنوان: "داعش" يهاجم النظام (HRW) 2020', id="label", markup=False)
        yield VirtualTable((Column("type", 6), Column("النص"), Column("score", 6)), id="table")
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(VirtualTable)
        ids = [kind for kind, _, _ in ROWS]
        table.set_rows(ids, lambda place: tuple(TableCell(text) for text in ROWS[place]))
        self.article.focus()

    def action_next(self, step: int) -> None:
        place = int(self.article.current or 0) + step
        self.article.current = str(place % len(gold_spans()))


if __name__ == "__main__":
    demo = Demo()
    demo.plan = plan_for(os.environ.get("TEXT_ORDER", "auto"), ask(), os.environ)
    demo.run()
