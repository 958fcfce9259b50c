"""Writing an export: what to take, how and where to, with a look at it beforehand."""

from pathlib import Path

from attrs import evolve
from textual import work
from textual.app import ComposeResult
from textual.message import Message as TextualMessage

from tracker.presenters.commands import screen_named
from tracker.presenters.export import ExportState, Preview
from tracker.presenters.export_pane import WHERE_HINT, export_lines, preview_lines
from tracker.presenters.export_selections import (
    forget_selection,
    keep_selection,
    selection_options,
)
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.trail import Place
from tracker.tui.bars import TopBar
from tracker.tui.lines_pane import LinesPane
from tracker.tui.resizing import ResizingScreen
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.split import Split
from tracker.tui.workspace import Workspace


class ExportScreen(ResizingScreen[None]):
    """Shows what would be written, and writes it."""

    INFO = screen_named("export")
    CSS_PATH = "export.tcss"

    class Read(TextualMessage):
        """What a state would write was read."""

        def __init__(self, state: ExportState, preview: Preview) -> None:
            super().__init__()
            self.state = state
            self.preview = preview

    class Written(TextualMessage):
        """An attempt to write came to its end."""

        def __init__(self, state: ExportState, told: Message) -> None:
            super().__init__()
            self.state = state
            self.told = told

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.state = ExportState.open(
            workspace.session,
            workspace.folder or Path.cwd(),
            workspace.desk,
            workspace.report_language,
        )
        self._writing = False

    def compose_body(self) -> ComposeResult:
        """Yield the choices over the preview."""
        with Split(id="page"):
            yield LinesPane(id="choices")
            yield LinesPane(id="preview")

    @property
    def place(self) -> Place:
        """The export."""
        return Place(self.INFO.name)

    def on_mount(self) -> None:
        """Say where one is; the preview comes when it was read."""
        top = self.query_one(TopBar)
        top.left = (Cell("tracker ▸ ", Tone.MUTED), Cell("Export", Tone.STRONG))
        entitle(self.query_one("#choices"), "what to write")
        entitle(self.query_one("#preview"), "preview")

    def reload(self) -> None:
        """Read the preview anew."""
        if self.is_mounted:
            self._become((evolve(self.state, preview=None), None))

    def _become(self, after: tuple[ExportState, Message | None]) -> None:
        self.state, message = after
        self._draw()
        if message is not None:
            self.say(message)
        if self.state.preview is None:
            self._read(self.state)

    def _draw(self) -> None:
        self.query_one("#choices", LinesPane).show(export_lines(self.state))
        if self.state.preview is not None:
            self.query_one("#preview", LinesPane).show(preview_lines(self.state))

    @work(thread=True, exclusive=True, group="read")
    def _read(self, state: ExportState) -> None:
        self.post_message(self.Read(state, state.read()))

    def on_export_screen_read(self, event: Read) -> None:
        """Show the preview, unless something else is wanted by now."""
        if event.state == evolve(self.state, preview=None, warned=event.state.warned):
            self._become((evolve(self.state, preview=event.preview), None))

    @property
    def _preview(self) -> LinesPane:
        return self.query_one("#preview", LinesPane)

    def action_write(self) -> None:
        """Write the file; one that is there already is told of first."""
        self._write_file(overwrite=False)

    def action_overwrite(self) -> None:
        """Write over the file that is there."""
        self._write_file(overwrite=True)

    def _write_file(self, *, overwrite: bool) -> None:
        if not self._writing:
            self._writing = True
            self.say(Message("Writing …", Tone.MUTED))
            self._write(self.state, overwrite=overwrite)

    @work(thread=True, group="write")
    def _write(self, state: ExportState, *, overwrite: bool) -> None:
        self.post_message(self.Written(*state.write(overwrite=overwrite)))

    def on_export_screen_written(self, event: Written) -> None:
        """Say what came of it."""
        self._writing = False
        if event.state.path == self.state.path:
            self.state = evolve(self.state, warned=event.state.warned)
        self._draw()
        self.say(event.told)

    def action_format(self) -> None:
        """Go to the next format."""
        self._become((self.state.next_format(), None))

    def action_choose_format(self) -> None:
        """Choose the format from a list."""

        def take(value: str | None) -> None:
            if value is not None:
                self._become((self.state.with_format(value), None))

        options = self.state.format_options()
        self.app.push_screen(ChoiceScreen(self.workspace, "Format", options), take)

    def action_where(self) -> None:
        """Say which claims to take."""

        def take(written: str | None) -> None:
            if written is not None:
                self._become(self.state.with_where(written))

        prompt = PromptScreen(
            self.workspace, "Which claims", hint=WHERE_HINT, text=self.state.where, draft="where"
        )
        self.app.push_screen(prompt, take)

    def action_select(self) -> None:
        """Take a filter that was kept under a name."""
        kept = self.workspace.selections.kept
        if not kept:
            self.say(Message("No selection is kept yet; S keeps the filter in force.", Tone.MUTED))
            return

        def take(name: str | None) -> None:
            if name is not None:
                self._become(self.state.with_where(kept[name]))

        options = selection_options(kept, self.state.where)
        self.app.push_screen(ChoiceScreen(self.workspace, "Selection", options), take)

    def action_keep(self) -> None:
        """Keep the filter in force under a name."""

        def take(name: str | None) -> None:
            if name is not None:
                self.say(keep_selection(self.workspace.selections, name, self.state.where))

        prompt = PromptScreen(
            self.workspace, "Keep this filter as", hint=self.state.where, draft="selection"
        )
        self.app.push_screen(prompt, take)

    def action_forget(self) -> None:
        """Forget the name that the filter in force is kept under."""
        self.say(forget_selection(self.workspace.selections, self.state.where))

    def action_language(self) -> None:
        """Word reports in the next language."""
        self._become(self.state.with_language())

    def action_target(self) -> None:
        """Say which file to write."""

        def take(written: str | None) -> None:
            if written is not None:
                self._become(self.state.with_path(written))

        prompt = PromptScreen(self.workspace, "Which file", text=self.state.target)
        self.app.push_screen(prompt, take)

    def action_confidential(self) -> None:
        """Take confidential notes along, or leave them out."""
        self._become(self.state.with_confidences())

    def action_down(self) -> None:
        """Scroll the preview a line down."""
        self._preview.scroll_down(animate=False)

    def action_up(self) -> None:
        """Scroll the preview a line up."""
        self._preview.scroll_up(animate=False)

    def action_page_down(self) -> None:
        """Scroll the preview a page down."""
        self._preview.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll the preview a page up."""
        self._preview.scroll_page_up(animate=False)

    def action_top(self) -> None:
        """Go to the start of the preview."""
        self._preview.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Go to the end of the preview."""
        self._preview.scroll_end(animate=False)
