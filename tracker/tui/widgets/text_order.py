"""Who orders text in the application a widget lives in."""

from typing import Protocol, runtime_checkable

from tracker.tui.terminal import TextOrder


@runtime_checkable
class OrdersText(Protocol):
    """An application that knows who puts right-to-left text in order."""

    @property
    def text_order(self) -> TextOrder:
        """``app``, ``terminal`` or ``off``."""


def text_order(app: object) -> TextOrder:
    """Return who orders text in ``app``; this program where it does not say."""
    return app.text_order if isinstance(app, OrdersText) else "app"
