"""What is asked once: the reviewer's name, and how to begin in an empty database."""

from collections.abc import Callable

from attrs import evolve

from tracker.config import save_setting
from tracker.errors import RuleError, SettingsError
from tracker.model import Article, Reviewer
from tracker.presenters.history import refusal
from tracker.presenters.rating_options import Option
from tracker.presenters.tones import Message, Tone
from tracker.tui.navigation import DESK
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.touring import Touring

_WHY = (
    "Every change carries it, so that the desk can tell who decided what; undo follows it, too. "
    "It goes nowhere but into your database and what you export. “my name” in the palette "
    "changes it."
)
_BEGIN = (
    Option(key="t", label="take the two-minute tour on a copy of the sample", value="tour"),
    Option(key="s", label="open the sample: Arabic, eleven sentences", value="sample"),
    Option(key="i", label="import an article of my own, or a folder", value="add"),
    Option(key="p", label="paste the text of an article", value="paste"),
    Option(key="e", label="start empty", value=""),
)


class FirstRun(Touring, inherit_bindings=False):
    """The part of the application that gets to know who sits there.

    Attributes:
        unnamed: whether nobody said yet whose name changes carry.
    """

    unnamed: bool = False

    def begin(self) -> None:
        """Show the desk, once it is known who sits at it."""

    def ask_name(self) -> None:
        """Ask for the name before anything else is shown."""

        def named(written: str | None) -> None:
            if written is not None and not self._named(written):
                self.ask_name()
                return
            self.begin()
            if self.workspace.session.store.count(Article) == 0:
                self.offer_beginnings()

        self._ask(named)

    def _ask(self, named: Callable[[str | None], None]) -> None:
        name = self.workspace.session.reviewer.name
        self.push_screen(PromptScreen(self.workspace, "Your name", hint=_WHY, text=name), named)

    def _named(self, written: str) -> bool:
        """Take the name, keep it for the next time, and return whether it is one."""
        try:
            reviewer = Reviewer(written.strip())
        except RuleError as error:
            self.call_after_refresh(self.tell, refusal(error))
            return False
        self.workspace = evolve(
            self.workspace, session=evolve(self.workspace.session, reviewer=reviewer)
        )
        file, told = self.workspace.settings_file, f"Your changes carry “{reviewer.name}”."
        message = Message(told, Tone.GOOD)
        if file is not None:
            try:
                save_setting(file, "reviewer", reviewer.name)
                message = Message(f"{told} Kept in {file}.", Tone.GOOD)
            except SettingsError as error:
                message = refusal(error)
        self.call_after_refresh(self.tell, message)
        return True

    def action_reviewer(self) -> None:
        """Say whose name changes carry from now on."""
        if self.touring:
            self.tell(Message("In the tour the name does not matter.", Tone.MUTED))
            return

        def named(written: str | None) -> None:
            if written is not None and self._named(written):
                while len(self.screen_stack) > 1:
                    self.pop_screen()
                self.begin()

        self._ask(named)

    def offer_beginnings(self) -> None:
        """Offer what can be done in an empty database."""

        def begin(chosen: str | None) -> None:
            desk = self.screen
            if chosen == "tour":
                self.action_tour()
            elif isinstance(desk, DeskScreen) and chosen:
                beginnings = {"sample": desk.action_sample, "add": desk.action_add,
                              "paste": desk.action_paste}  # fmt: skip
                beginnings[chosen]()

        self.go(DESK)
        self.push_screen(ChoiceScreen(self.workspace, "How do you want to begin?", _BEGIN), begin)
