"""A line or a page of text asked for; closing it keeps what was written as a draft."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, TextArea

from tracker.errors import TrackerError
from tracker.presenters.commands import screen_named
from tracker.tui.editor import edit_text
from tracker.tui.keyed import KeyedModal
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.prose import Prose
from tracker.tui.widgets.rtl_input import RtlInput
from tracker.tui.widgets.rtl_text_area import RtlTextArea
from tracker.tui.workspace import Workspace


class PromptScreen(KeyedModal[str | None]):
    """Asks for text; returns it, or None when it was closed without saving.

    Attributes:
        DRAFT_NOTE: what is said when a draft comes back.
    """

    INFO = screen_named("prompt")
    CSS_PATH = "prompt.tcss"
    DRAFT_NOTE = "Your draft from before is here."

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        *,
        hint: str = "",
        text: str = "",
        draft: str = "",
        lines: bool = False,
    ) -> None:
        """Prepare the question.

        Args:
            workspace: where drafts are kept.
            title: what is asked for.
            hint: a sentence under it.
            text: what stands there to begin with.
            draft: under which name what is written is kept when it is closed; empty for never.
            lines: whether the text has several lines.
        """
        super().__init__(workspace)
        self._title = title
        self._draft = draft
        self._before = text
        self._lines = lines
        self._saved = False
        kept = workspace.drafts.get(draft)
        self._hint = self.DRAFT_NOTE if kept is not None else hint
        self._text = text if kept is None else kept

    def compose_body(self) -> ComposeResult:
        """Yield the field in its frame."""
        with Vertical(classes="frame") as frame:
            entitle(frame, self._title)
            yield Prose(self._hint, classes="hint")
            if self._lines:
                yield RtlTextArea(self._text)
            else:
                yield RtlInput(self._text)
            yield self.key_bar()

    def on_mount(self) -> None:
        """Leave no empty line where there is no hint, and go on writing where the text ends."""
        self.query_one(".hint").display = bool(self._hint)
        for area in self.query(TextArea):
            area.move_cursor(area.document.end)

    @property
    def written(self) -> str:
        """What stands in the field now."""
        if self._lines:
            return self.query_one(TextArea).text
        return self.query_one(Input).value

    def action_save(self) -> None:
        """Hand back what is written."""
        self._saved = True
        self.workspace.drafts.pop(self._draft, None)
        self.dismiss(self.written)

    def on_input_changed(self) -> None:
        """Keep what is written for the next time, should this one end early."""
        if self._saved or not self._draft:
            return
        if self.written != self._before:
            self.workspace.drafts[self._draft] = self.written
        else:
            self.workspace.drafts.pop(self._draft, None)

    def on_text_area_changed(self) -> None:
        """Keep what is written for the next time, should this one end early."""
        self.on_input_changed()

    def action_cancel(self) -> None:
        """Close; what is written is kept for the next time."""
        self.dismiss(None)

    def action_editor(self) -> None:
        """Go on in the person's own editor; what comes back stands in the field."""
        try:
            edited = edit_text(self.app, self.workspace.editor, self.written)
        except TrackerError as error:
            hint = self.query_one(".hint", Prose)
            hint.text, hint.display = str(error), True
            return
        if self._lines:
            self.query_one(TextArea).text = edited
        else:
            self.query_one(Input).value = " ".join(edited.split())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save on the key that ends a line."""
        event.stop()
        self.action_save()
