"""The screens: keys in, pictures out. Everything they know or decide lives in the presenters."""

from tracker.tui.running import run

__all__ = ["run"]
