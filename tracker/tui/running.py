"""The screens opened and closed on a terminal."""

import os
import sys
from collections.abc import Sequence

from tracker.config import (
    RtlMode,
    Settings,
    default_settings_file,
    pane_sizes_file,
    read_pane_sizes,
    save_pane_sizes,
    sitting_file,
    terminal_answers,
    terminal_answers_file,
)
from tracker.export import Desk
from tracker.matching import installed_encoder
from tracker.presenters.keymap import check_keymap, keymap
from tracker.presenters.panes import PaneSizes, sizes_in
from tracker.presenters.tones import Message, Tone
from tracker.services.selections import Selections
from tracker.services.session import Session
from tracker.store.memory import MEMORY
from tracker.tui.app import TrackerApp
from tracker.tui.calibration import answered, terminal_name
from tracker.tui.resuming import SittingKeeper
from tracker.tui.terminal import Plan, ask, plan_for
from tracker.tui.workspace import Workspace

#: Seconds after which work in the background lets a key come first. Python's own 5 ms would be
#: spent several times over on one repaint while matches are sought.
_SWITCH = 0.0005


def run(session: Session, settings: Settings, *, unnamed: bool = False, tour: bool = False) -> int:
    """Open the screens on a session; return the exit code when the person leaves.

    It is 0, but 128 and the number of the signal where one ended them, and 1 after an error.

    The terminal is asked once how it treats right-to-left text, told to leave the order to us
    where it knows how, and put back afterwards.

    Args:
        session: who works, and on what.
        settings: the settings in force.
        unnamed: whether to ask first whose name changes carry.
        tour: whether all that is wanted is the guided tour.

    Raises:
        SettingsError: when the settings name a theme that does not exist.
    """
    plan = terminal_plan(settings)
    sys.setswitchinterval(_SWITCH)
    app = TrackerApp(
        Workspace(
            session=session,
            keymap=keymap(settings.keys),
            encoder=installed_encoder(),
            desk=Desk(name=settings.desk, checks_url=settings.checks_url),
            report_language=settings.report_language,
            selections=Selections.of(settings.selections, settings.file or default_settings_file()),
            editor=settings.editor,
            panes=pane_sizes(),
            settings_file=settings.file or default_settings_file(),
        ),
        theme=settings.theme,
        plan=plan,
        greeting=greeting(settings, plan, session.store.notices),
        keepers=keeper,
        unnamed=unnamed,
        tour=tour,
    )
    app.run()
    return app.return_code or 0


def pane_sizes() -> PaneSizes:
    """Return the sizes of panes that were kept, with what keeps them."""
    path = pane_sizes_file()
    kept = sizes_in(read_pane_sizes(path))
    return PaneSizes(kept, lambda sizes: save_pane_sizes(path, sizes))


def keeper(session: Session) -> SittingKeeper | None:
    """Return what keeps where the reviewer is in the database; None for one that is not kept."""
    place = session.store.location
    if place == MEMORY:
        return None
    return SittingKeeper(sitting_file(place, session.reviewer.name))


def greeting(settings: Settings, plan: Plan, notices: Sequence[str] = ()) -> Message | None:
    """Return what a person should know before anything else, None when all is well.

    What the database has to say of itself (``notices``) comes before the settings, and those
    before the terminal.
    """
    if notices:
        return Message(" ".join(notices), Tone.WARN)
    problems = check_keymap(settings.keys)
    if problems:
        first = problems[0]
        more = f" {len(problems) - 1} more: tracker config check" if len(problems) > 1 else ""
        return Message(f"Keys in the settings: {first.message} {first.hint}{more}", Tone.WARN)
    return Message(plan.hint, Tone.WARN) if plan.hint else None


def terminal_plan(settings: Settings) -> Plan:
    """Return how right-to-left text reaches the terminal we stand on.

    What a person answered in the screen test counts for more than what is known of terminals,
    and a setting for more than both.
    """
    if os.environ.get("TEXTUAL_DRIVER"):  # no terminal is there to be asked: a browser, a test
        return Plan(order="app")
    reply = ask()
    plan = plan_for(settings.rtl.value, reply, os.environ)
    if settings.rtl is not RtlMode.AUTO:
        return plan
    answers = terminal_answers(terminal_answers_file())
    return answered(plan, answers.get(terminal_name(reply, os.environ), ""))
