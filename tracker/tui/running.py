"""The screens opened and closed on a terminal."""

import os

from tracker.config import Settings
from tracker.presenters.keymap import keymap
from tracker.services.session import Session
from tracker.tui.app import TrackerApp
from tracker.tui.terminal import Plan, ask, plan_for
from tracker.tui.workspace import Workspace


def run(session: Session, settings: Settings) -> None:
    """Open the screens on a session and return when the person leaves.

    The terminal is asked once how it treats right-to-left text, told to leave the order to us
    where it knows how, and put back afterwards.
    """
    workspace = Workspace(session=session, keymap=keymap(settings.keys))
    TrackerApp(workspace, theme=settings.theme, plan=terminal_plan(settings)).run()


def terminal_plan(settings: Settings) -> Plan:
    """Return how right-to-left text reaches the terminal we stand on."""
    return plan_for(settings.rtl.value, ask(), os.environ)
