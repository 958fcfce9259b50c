"""Every source, with what became of what it said."""

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as TextualMessage

from tracker.model import SourceId
from tracker.presenters.commands import screen_named
from tracker.presenters.sources import SourceRow, SourcesState, source_rows
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.track_record_words import (
    FEW,
    SAMPLE_NOTE,
    interval_bar,
    interval_words,
    letter_words,
)
from tracker.presenters.trail import Place
from tracker.tui.bars import TopBar
from tracker.tui.listing import FilterLine, ListScreen
from tracker.tui.places import OpenSource
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_BAR_WIDTH = 13
#: Columns of the terminal from which everything has room.
_ROOM = 110
_WIDE = (
    Column("", 1),
    Column("source", share=3),
    Column("vouched for by", share=2),
    Column("  resolved", 10),
    Column("right/wrong", 11),
    Column("reliability (90%)", 17),
    Column("0           1", _BAR_WIDTH),
    Column("letter", 9),
)
#: Which of the columns are shown where there is less room.
_NARROW = (0, 1, 3, 4, 5, 7)


class SourcesScreen(ListScreen[None]):
    """Lists the sources; opens their pages."""

    INFO = screen_named("sources")
    CSS_PATH = "sources.tcss"

    class Loaded(TextualMessage):
        """The sources were read."""

        def __init__(self, rows: tuple[SourceRow, ...]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.state = SourcesState()

    def compose_body(self) -> ComposeResult:
        """Yield the list and its filter."""
        with Vertical(id="list") as frame:
            entitle(frame, "reading …")
            yield VirtualTable(())
            yield FilterLine("name, outlet or kind")

    def on_mount(self) -> None:
        """Say where one is; the sources come when they were read."""
        top = self.query_one(TopBar)
        top.left = (Cell("tracker ▸ ", Tone.MUTED), Cell("Sources", Tone.STRONG))
        top.right = SAMPLE_NOTE
        entitle(self.query_one("#list"), "reading …")

    @property
    def place(self) -> Place:
        """The list, on the source under the bar."""
        return Place(self.INFO.name, standing=self.standing)

    def reload(self) -> None:
        """Read the sources again, without holding up the keys."""
        self._load()

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        self.post_message(self.Loaded(source_rows(self.workspace.session.store)))

    def on_sources_screen_loaded(self, event: Loaded) -> None:
        """Show what was read."""
        self._show(self.state.with_rows(event.rows))
        if not event.rows:
            text = "No source is here yet: they come with articles (a on the desk)."
            self.say(Message(text, Tone.MUTED))

    def _show(self, state: SourcesState) -> None:
        self.state = state
        rows = state.shown
        shown = tuple(range(len(_WIDE))) if self.size.width >= _ROOM else _NARROW
        self.table.set_columns([_WIDE[place] for place in shown])
        self.table.set_rows(
            [row.source_id for row in rows], lambda place: _cells(rows[place], shown)
        )
        entitle(self.query_one("#list"), state.title)

    def on_resize(self) -> None:
        """Show as many columns as have room."""
        if self.state.rows:
            self._show(self.state)

    def filtered(self, typed: str) -> None:
        """Show the sources that pass."""
        self._show(self.state.filtered(typed))

    def action_open(self) -> None:
        """Open the page of the source under the bar."""
        if self.table.cursor_id is not None:
            self.post_message(OpenSource(SourceId(self.table.cursor_id)))

    def action_copy(self) -> None:
        """Copy the name of the source under the bar."""
        for row in self.state.shown:
            if row.source_id == self.table.cursor_id:
                self.copy(row.label, "the name")

    def on_virtual_table_chosen(self) -> None:
        """Open the page of the source that was clicked twice."""
        self.action_open()

    def action_order(self) -> None:
        """Order the list by the next thing."""
        self._show(self.state.next_order())

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._show(self.state.reversed())

    def action_back(self) -> None:
        """Drop the filter, or go back."""
        if not self.drop_filter():
            self.leave()


def _cells(row: SourceRow, shown: Sequence[int]) -> Row:
    record = row.record
    letter = letter_words(record)
    bar = interval_bar(record.mean, record.interval, _BAR_WIDTH) if record.resolved else ""
    cells = (
        TableCell(row.symbol, "accent"),
        TableCell(row.label),
        TableCell(row.outlet, "muted"),
        TableCell(f"{record.resolved} of {record.cited}".rjust(10)),
        TableCell(f"{record.borne_out:>5} / {record.refuted}", "bad" if record.refuted else ""),
        TableCell(interval_words(record)),
        TableCell(bar, "accent"),
        TableCell(letter, "muted" if FEW in letter else "strong"),
    )
    return tuple(cells[place] for place in shown)
