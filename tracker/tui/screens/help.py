"""Every key of a screen with what it does, a search over all of them, and the cheat sheet."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tracker.presenters.cheat_sheet import sheet_lines
from tracker.presenters.commands import Command, ScreenInfo, screen_named
from tracker.presenters.help import BAR, found, help_lines
from tracker.presenters.tones import Cell, Line, Tone
from tracker.tui.bars import TopBar
from tracker.tui.keyed import KeyedScreen
from tracker.tui.listing import FilterLine
from tracker.tui.tones import lines_content
from tracker.tui.workspace import Workspace


class HelpScreen(KeyedScreen[Command | None]):
    """The help of the screen it was called from; returns the command that was chosen in it."""

    INFO = screen_named("help")
    CSS_PATH = "help.tcss"
    AUTO_FOCUS = ""

    def __init__(self, workspace: Workspace, about: ScreenInfo) -> None:
        super().__init__(workspace)
        self._about = about
        self._typed = ""
        self._chosen = ""
        self.sheet = False

    def compose_body(self) -> ComposeResult:
        """Yield the keys, in a pane that scrolls, and the line that is searched with."""
        with VerticalScroll(can_focus=False):
            yield Static(markup=False)
        yield FilterLine("any word, key or screen; enter does it")

    def on_resize(self) -> None:
        """Wrap the explanations anew, once the pane has its width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if not self.children or self not in self.app.screen_stack:
            return  # Closed before it was drawn.
        title = "Cheat sheet" if self.sheet else "Help"
        self.query_one(TopBar).left = (Cell(f"{self._about.title} ▸ {title}", Tone.STRONG),)
        lines = self._lines()
        self.query_one(Static).update(lines_content(lines))
        at = next((n for n, line in enumerate(lines) if line and line[0].text[0] == BAR), None)
        if at is None:
            self._pane.scroll_home(animate=False)
        else:
            self._pane.scroll_to(y=at - self._pane.size.height // 2, animate=False)

    def _lines(self) -> tuple[Line, ...]:
        keymap, width = self.workspace.keymap, self._pane.scrollable_content_region.width
        if self.sheet:
            return sheet_lines(keymap)
        return help_lines(keymap, self._about, width, typed=self._typed, chosen=self._chosen)

    @property
    def _pane(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    @property
    def _commands(self) -> tuple[Command, ...]:
        return found(self.workspace.keymap, self._about, self._typed)

    @property
    def chosen(self) -> Command | None:
        """The command under the bar."""
        return next((c for c in self._commands if c.id == self._chosen), None)

    def action_help(self) -> None:
        """Show the cheat sheet, then close the help."""
        if self.sheet:
            self.dismiss(None)
        else:
            self._drop_search()
            self.sheet = True
            self._draw()

    def action_filter(self) -> None:
        """Search the commands of all screens."""
        self.sheet = False
        line = self.query_one(FilterLine)
        line.display = True
        line.focus()
        self._draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits what is typed so far, the bar on the first."""
        self._typed = event.value
        commands = self._commands
        self._chosen = commands[0].id if self._typed.strip() and commands else ""
        self._draw()

    def _drop_search(self) -> bool:
        line = self.query_one(FilterLine)
        if not line.display:
            return False
        line.value, self._typed, self._chosen = "", "", ""
        line.display = False
        self.set_focus(None)
        return True

    def action_back(self) -> None:
        """Close the search, or the help."""
        if self._drop_search():
            self._draw()
        else:
            self.dismiss(None)

    def action_choose(self) -> None:
        """Do what stands under the bar."""
        if self.chosen is not None:
            self.dismiss(self.chosen)

    def _move(self, steps: int) -> None:
        ids = [command.id for command in self._commands]
        if self.sheet or not ids:
            return
        at = ids.index(self._chosen) + steps if self._chosen in ids else steps - 1
        self._chosen = ids[max(0, min(len(ids) - 1, at))]
        self._draw()

    def action_down(self) -> None:
        """Go to the next command."""
        self._move(self.count)

    def action_up(self) -> None:
        """Go to the command above."""
        self._move(-self.count)

    def action_top(self) -> None:
        """Go to the first command."""
        self._move(-len(self._commands))

    def action_bottom(self) -> None:
        """Go to the last command."""
        self._move(len(self._commands))

    def action_page_down(self) -> None:
        """Go down a page."""
        self._move(max(1, self._pane.size.height // 2))

    def action_page_up(self) -> None:
        """Go up a page."""
        self._move(-max(1, self._pane.size.height // 2))
