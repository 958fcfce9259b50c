"""The panel that rates one claim: the information first, the source after it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.model import ClaimId, Confidence, Credibility, Likelihood, Reliability
from tracker.presenters.commands import Command, screen_named
from tracker.presenters.rate_panel import RatePanel, panel_lines
from tracker.presenters.rating_options import (
    Option,
    confidence_options,
    likelihood_options,
)
from tracker.presenters.tones import Message
from tracker.tui.bars import StatusLine
from tracker.tui.keyed import KeyedModal
from tracker.tui.lines_pane import LinesPane
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.workspace import Workspace

_INFORMATION = {f"information_{grade.value}": grade for grade in Credibility}
_SOURCE = {f"source_{grade.value.lower()}": grade for grade in Reliability}


class RateScreen(KeyedModal[Message | None]):
    """Rates a claim; returns what was said last, None where nothing was done."""

    INFO = screen_named("rate")
    CSS_PATH = "rate.tcss"

    def __init__(self, workspace: Workspace, claim_id: ClaimId) -> None:
        super().__init__(workspace)
        self.panel = RatePanel(session=workspace.session, claim_id=claim_id)
        self._said: Message | None = None

    def compose_body(self) -> ComposeResult:
        """Yield the panel in its frame."""
        with Vertical(classes="frame") as frame:
            frame.border_title = "Rate"
            yield LinesPane(id="panel")
            yield StatusLine()
            yield self.key_bar()

    def on_mount(self) -> None:
        """Show the panel."""
        self._draw()

    def _draw(self) -> None:
        pane = self.query_one("#panel", LinesPane)
        offset = pane.scroll_offset.y
        pane.show(panel_lines(self.panel))
        pane.scroll_to(y=offset, animate=False)

    def _become(self, after: tuple[RatePanel, Message]) -> None:
        self.panel, self._said = after
        self._draw()
        self.say(self._said)

    def runs(self, command: Command) -> bool:
        """Return whether the panel itself carries out ``command``."""
        return command.action in _INFORMATION | _SOURCE or super().runs(command)

    async def run_command(self, command: Command) -> None:
        """Rate, or do what the panel has a method for."""
        if credibility := _INFORMATION.get(command.action):
            self._become(self.panel.rate_information(credibility))
        elif reliability := _SOURCE.get(command.action):
            self._become(self.panel.rate_source(reliability))
        else:
            await super().run_command(command)

    def _choose(self, title: str, options: Sequence[Option], axis: type) -> None:
        def take(value: str | None) -> None:
            if value is None:
                return
            if axis is Confidence:
                self._become(self.panel.say_confidence(Confidence(value)))
            else:
                self._become(self.panel.say_likelihood(Likelihood(value)))

        self.app.push_screen(ChoiceScreen(self.workspace, title, options), take)

    def action_confidence(self) -> None:
        """Choose the confidence."""
        self._choose("Confidence in the rating", confidence_options(self.panel.own), Confidence)

    def action_likelihood(self) -> None:
        """Choose the likelihood."""
        self._choose("Likelihood of the claim", likelihood_options(self.panel.own), Likelihood)

    def action_rationale(self) -> None:
        """Write why."""

        def keep(text: str | None) -> None:
            if text is not None:
                self._become(self.panel.give_rationale(text))

        own = self.panel.own
        prompt = PromptScreen(
            self.workspace,
            "Why you rate it so",
            text=own.rationale if own else "",
            draft=f"rationale {self.panel.claim_id}",
            lines=True,
        )
        self.app.push_screen(prompt, keep)

    def action_down(self) -> None:
        """Scroll down."""
        self.query_one("#panel", LinesPane).scroll_down(animate=False)

    def action_up(self) -> None:
        """Scroll up."""
        self.query_one("#panel", LinesPane).scroll_up(animate=False)

    def action_close(self) -> None:
        """Close the panel."""
        self.dismiss(self._said)
