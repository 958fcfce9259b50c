"""Screens that ask about two things side by side, found by a search that esc stops."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from textual import work
from textual.app import ComposeResult
from textual.message import Message as TextualMessage

from tracker.errors import CancelledError, TrackerError
from tracker.presenters.history import refusal
from tracker.presenters.tones import Line, Message, Tone
from tracker.tui.bars import TextLine
from tracker.tui.lines_pane import LinesPane
from tracker.tui.progress import Progress, Watched
from tracker.tui.resizing import ResizingScreen
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.split import Split
from tracker.tui.workspace import Workspace


class PairScreen(ResizingScreen[None]):
    """Both sides, what speaks for them and what to be careful about; pairs come from a search."""

    CSS_PATH = "pair.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]  # noqa: RUF012  (Textual's name and type)
    TITLES: tuple[str, str] = ("", "")
    SEEKING = "Looking for matches … esc stops."

    class Found(TextualMessage):
        """The search for pairs came to its end."""

        def __init__(self, matches: tuple[Any, ...], told: Message | None = None) -> None:
            super().__init__()
            self.matches = matches
            self.told = told

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.search: Watched | None = None
        self.searched = False

    def compose_body(self) -> ComposeResult:
        """Yield both sides, the reasons, and the line on the last decision."""
        with Split(id="pair"):
            yield LinesPane(id="ours")
            yield LinesPane(id="theirs")
            with Split(id="reasons"):
                yield LinesPane(id="why")
                yield LinesPane(id="careful")
        yield LinesPane(id="nothing")
        yield TextLine(id="last")

    def on_mount(self) -> None:
        """Begin the search."""
        entitle(self.pane("why"), "why")
        entitle(self.pane("careful"), "careful")
        for name, title in zip(("ours", "theirs"), self.TITLES, strict=True):
            entitle(self.pane(name), title)
        self.search = Watched(self)
        self.draw()
        self.say(Message(self.SEEKING, Tone.MUTED))
        self._find(self.search)

    def on_unmount(self) -> None:
        """Let no search outlive the screen."""
        if self.search is not None:
            self.search.stop()

    @abstractmethod
    def seek(self, watched: Watched) -> tuple[Any, ...]:
        """Return the pairs; called in a thread."""

    @abstractmethod
    def show_found(self, matches: tuple[Any, ...]) -> None:
        """Take the pairs that were found."""

    @abstractmethod
    def draw(self) -> None:
        """Draw what the presenter holds."""

    @work(thread=True, exclusive=True, group="pairs")
    def _find(self, watched: Watched) -> None:
        try:
            found = self.seek(watched)
        except CancelledError as error:
            self.post_message(self.Found((), Message(str(error), Tone.WARN)))
        except TrackerError as error:
            self.post_message(self.Found((), refusal(error)))
        else:
            self.post_message(self.Found(found))

    def on_pair_screen_found(self, event: Found) -> None:
        """Show the first pair."""
        self.search = None
        self.searched = event.told is None
        self.show_found(event.matches)
        self.draw()
        self.say(event.told or Message(""))

    def on_progress(self, event: Progress) -> None:
        """Show how far the search is."""
        if self.search is not None:
            where = f"{event.done:,} of {event.total:,}"
            self.say(Message(f"{event.label}: {where}  (esc stops)", Tone.MUTED))

    def pane(self, name: str) -> LinesPane:
        """Return the pane called ``name``."""
        return self.query_one(f"#{name}", LinesPane)

    def draw_pair(
        self,
        sides: tuple[Sequence[Line], Sequence[Line]] | None,
        why: Sequence[Line] = (),
        careful: Sequence[Line] = (),
        *,
        nothing: Sequence[Line] = (),
        last: Line = (),
    ) -> None:
        """Draw both sides with the reasons; for None, ``nothing`` once the search is over."""
        self.query_one("#pair").display = sides is not None
        self.pane("nothing").display = sides is None and self.searched
        line = self.query_one("#last", TextLine)
        line.display, line.line = bool(last), last
        if sides is None:
            self.pane("nothing").show(tuple(nothing))
            return
        for name, lines in zip(
            ("ours", "theirs", "why", "careful"), (*sides, why, careful), strict=True
        ):
            self.pane(name).show(tuple(lines))

    def action_scroll_down(self) -> None:
        """Scroll the reasons down."""
        for name in ("why", "careful"):
            self.pane(name).scroll_page_down(animate=False)

    def action_scroll_up(self) -> None:
        """Scroll the reasons up."""
        for name in ("why", "careful"):
            self.pane(name).scroll_page_up(animate=False)

    def action_back(self) -> None:
        """Stop the search, or go back."""
        if self.search is not None:
            self.search.stop()
        else:
            self.leave()
