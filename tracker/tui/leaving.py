"""What is left undone once the program is being left."""

from typing import Any

from textual import events
from textual.screen import Screen

#: What a screen answers by means of its widgets.
_NEEDS_WIDGETS = (
    events.Mount, events.ScreenResume, events.ScreenSuspend, events.Resize, events.InputEvent,
)  # fmt: skip


def can_answer(screen: Screen[Any], event: events.Event) -> bool:
    """Return whether ``screen`` can answer ``event``.

    Textual mounts no widgets once the program is being left: a screen that a key opened then
    has none, and must answer nothing that takes some.
    """
    return bool(screen.children) or not isinstance(event, _NEEDS_WIDGETS)
