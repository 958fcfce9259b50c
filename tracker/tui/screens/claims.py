"""Every claim of the database, narrowed by words and decided on together."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as TextualMessage

from tracker.model import Claim, ClaimId, ClaimState
from tracker.presenters.claims import ClaimRow, ClaimsState, claim_orders, claim_rows, decide_on
from tracker.presenters.commands import screen_named
from tracker.presenters.narrowing import Orders
from tracker.presenters.standing import standing_of
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.trail import Place
from tracker.tui.bars import TopBar
from tracker.tui.listing import FilterLine, MarkingScreen
from tracker.tui.places import OpenClaim, OpenFactChecks, OpenMatches, OpenSource
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

#: Columns of the terminal from which the outlet has room.
_ROOM = 100
_WIDE = (
    Column("", 1),
    Column("date", 10),
    Column("outlet", share=1),
    Column("source", share=1),
    Column("claim", share=4),
)
_NARROW = (0, 1, 3, 4)
_TONES = {
    Tone.WARN: "warning", Tone.GOOD: "good", Tone.BAD: "bad", Tone.ACCENT: "accent",
    Tone.MUTED: "muted",
}  # fmt: skip


class ClaimsScreen(MarkingScreen[None]):
    """Lists claims; opens them in their articles, and decides on many at once."""

    INFO = screen_named("claims")
    CSS_PATH = "claims.tcss"

    class Loaded(TextualMessage):
        """The claims were read."""

        def __init__(self, rows: tuple[ClaimRow, ...], orders: Orders[ClaimRow]) -> None:
            super().__init__()
            self.rows = rows
            self.orders = orders

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.state = ClaimsState()

    def compose_body(self) -> ComposeResult:
        """Yield the list and its filter."""
        with Vertical(id="list") as frame:
            frame.border_title = "reading …"
            yield VirtualTable(())
            yield FilterLine("words, source, outlet, date or state")

    def on_mount(self) -> None:
        """Say where one is; the claims come when they were read."""
        self.query_one(TopBar).left = (Cell("tracker ▸ ", Tone.MUTED), Cell("Claims", Tone.STRONG))

    @property
    def place(self) -> Place:
        """The list, on the claim under the bar."""
        return Place(self.INFO.name, standing=self.standing)

    def reload(self) -> None:
        """Read the claims again, without holding up the keys."""
        self._load()

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        rows = claim_rows(self.workspace.session.store)
        self.post_message(self.Loaded(rows, claim_orders(rows)))

    def on_claims_screen_loaded(self, event: Loaded) -> None:
        """Show what was read."""
        self._show(self.state.with_rows(event.rows, event.orders))
        if not event.rows:
            text = "No claim is here yet: they come with articles (a on the desk)."
            self.say(Message(text, Tone.MUTED))

    def _show(self, state: ClaimsState) -> None:
        self.state = state
        rows = state.shown
        shown = tuple(range(len(_WIDE))) if self.size.width >= _ROOM else _NARROW
        self.table.set_columns([_WIDE[place] for place in shown])

        def cells(place: int) -> Row:
            every = self._cells(rows[place])
            return tuple(every[column] for column in shown)

        self.table.set_rows([row.claim_id for row in rows], cells)
        self._entitle()

    def _cells(self, row: ClaimRow) -> Row:
        store = self.workspace.session.store
        standing = standing_of(store, store.get(Claim, row.claim_id))
        return (
            TableCell(standing.symbol, _TONES.get(standing.tone, "")),
            TableCell(row.date, "muted"),
            TableCell(row.outlet, "muted"),
            TableCell(row.source, "accent"),
            TableCell(row.quote),
        )

    def _entitle(self) -> None:
        marked = len(self.table.marked)
        words = f"{self.state.title} · {marked:,} marked" if marked else self.state.title
        entitle(self.query_one("#list"), words)

    def on_virtual_table_marked(self) -> None:
        """Say how many are marked."""
        self._entitle()

    def on_resize(self) -> None:
        """Show as many columns as have room."""
        if self.state.rows:
            self._show(self.state)

    def filtered(self, typed: str) -> None:
        """Show the claims that pass."""
        self._show(self.state.filtered(typed))

    def _decide(self, decision: ClaimState) -> None:
        told = decide_on(self.workspace.session, self.chosen, decision)
        if told.tone is Tone.GOOD:
            self.table.clear_marks()
        self.reload()
        self.say(told)

    def action_accept(self) -> None:
        """Accept the marked claims, or the one under the bar."""
        self._decide(ClaimState.ACCEPTED)

    def action_reject(self) -> None:
        """Reject the marked claims, or the one under the bar."""
        self._decide(ClaimState.REJECTED)

    def action_reopen(self) -> None:
        """Take the decision on the marked claims, or on the one under the bar, back."""
        self._decide(ClaimState.PROPOSED)

    def action_open(self) -> None:
        """Go to the claim under the bar in its article."""
        if self.standing:
            self.post_message(OpenClaim(ClaimId(self.standing)))

    def on_virtual_table_chosen(self) -> None:
        """Go to the claim that was clicked twice."""
        self.action_open()

    def action_matches(self) -> None:
        """See which claims elsewhere may say the same."""
        if self.standing:
            self.post_message(OpenMatches(ClaimId(self.standing)))

    def action_fact_checks(self) -> None:
        """See which published fact-checks may be about the claim under the bar."""
        if self.standing:
            self.post_message(OpenFactChecks(ClaimId(self.standing)))

    def action_source(self) -> None:
        """Open the page of the claim's source."""
        if self.standing:
            claim = self.workspace.session.store.get(Claim, ClaimId(self.standing))
            self.post_message(OpenSource(claim.source_id))

    def action_copy(self) -> None:
        """Copy the words of the claim under the bar."""
        if self.standing:
            claim = self.workspace.session.store.get(Claim, ClaimId(self.standing))
            self.copy(claim.quote, "the claim's words")

    def action_order(self) -> None:
        """Order the list by the next thing."""
        self._show(self.state.next_order())

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._show(self.state.reversed())

    def action_back(self) -> None:
        """Drop the range, the marks or the filter, or go back."""
        if not (self.drop_marks() or self.drop_filter()):
            self.leave()
