"""An application whose every widget shows right-to-left text in reading order."""

from collections.abc import Callable, Sequence

from textual.app import App, ReturnType
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter

from tracker.tui.bidi_driver import BidiDriver
from tracker.tui.screenshot import readable_svg
from tracker.tui.terminal import Plan, TextOrder
from tracker.tui.widgets.bidi_filter import BidiFilter


class BidiApp(App[ReturnType]):
    """Base of the application; set ``plan`` before it runs.

    Attributes:
        plan: how text reaches this terminal; ordered here, without escapes, unless set.
        last_steps: what is still done, from another thread, where a signal or a hang-up ends the
            program and something does not let go.
    """

    plan: Plan = Plan(order="app")
    last_steps: tuple[Callable[[], object], ...] = ()
    _bidi_filter = BidiFilter()

    @property
    def text_order(self) -> TextOrder:
        """Who puts right-to-left text in order."""
        return self.plan.order

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of a real terminal in our version; any other as it is."""
        chosen = super().get_driver_class()
        return BidiDriver if chosen is LinuxDriver else chosen

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters, and the one that orders text where we do that."""
        filters = super().get_line_filters()
        return [*filters, self._bidi_filter] if self.plan.order == "app" else filters

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Return the screen as an SVG picture in which text stands where it stood."""
        return readable_svg(super().export_screenshot(title=title, simplify=simplify))
