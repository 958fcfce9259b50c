"""What the commands do of what lies over a screen: choices, texts, conflicts, help, the tour."""

from tests.desk import colleague
from tests.pilot.command_rows.row import Row, Table, claim, screen, scrolled, state
from tests.pilot.desk_app import Driver
from tracker.model import ClaimId
from tracker.services.reviewing import annotate
from tracker.services.session import Session
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.widgets.prose import Prose

_OPTION = state("index")


def step(driver: Driver) -> int:
    """Return at which step the tour is, -1 while it is not in sight."""
    return driver.app.tour.at if driver.app.tour is not None and driver.app.touring else -1


def told(driver: Driver) -> bool:
    """Return whether the prompt says how to set an editor."""
    shown = driver.app.screen
    return isinstance(shown, PromptScreen) and "EDITOR" in shown.query_one(".hint", Prose).text


CHOICE = Table(
    screen="choice",
    way=("enter",),
    over=("z",),
    rows={
        "choice.down": Row(_OPTION, 1),
        "choice.up": Row(_OPTION, 0, first=("down",)),
        "choice.choose": Row(screen, "review"),
        "choice.cancel": Row(screen, "review"),
    },
)

PROMPT = Table(
    screen="prompt",
    way=("enter",),
    over=("w",),
    rows={
        "prompt.save": Row(claim("clm_1", "wording"), "x", first=("ctrl+u", "x")),
        "prompt.cancel": Row(screen, "review"),
        "prompt.editor": Row(told, shows=True),
        "aid.help": Row(screen, "help"),
    },
)

HELP = Table(
    screen="help",
    way=("?",),
    anew=True,
    rows={
        "help.filter": Row(lambda d: d.app.screen.focused is None, shows=False),
        "help.choose": Row(screen, "review", first=("/", *"review", "space", *"under")),
    },
)

TOUR = Table(
    screen="desk",
    over=(":", *"guided", "space", *"tour", "enter"),
    rows={"tour.skip": Row(step, 1), "tour.leave": Row(step, -1)},
)


def quicker(session: Session) -> None:
    """Write, as another reviewer, a long note on the claim on which one is being written."""
    annotate(colleague(session), ClaimId("clm_1"), note="hers " * 400)


_SAVED = ("ctrl+s",)
_NOTE = claim("clm_1", "note")
_VERSIONS = scrolled("theirs", "mine")

CONFLICT = Table(
    screen="conflict",
    way=("enter",),
    over=("e", *"mine"),
    meanwhile=quicker,
    size=(100, 20),
    rows={
        "conflict.theirs": Row(screen, "review", first=_SAVED),
        "conflict.mine": Row(_NOTE, "mine", first=_SAVED),
        "conflict.down": Row(_VERSIONS, first=_SAVED),
        "conflict.up": Row(_VERSIONS, first=(*_SAVED, "pagedown")),
    },
)
