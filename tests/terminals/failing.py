"""An application that fails when ``x`` is pressed and lends its terminal out on ``s``.

On ``w`` a thread of it waits for ever, on ``b`` the application itself does.
"""

import os
import sys
import threading

from textual import work
from textual.app import ComposeResult
from textual.widgets import Label

from tracker.tui.bidi_app import BidiApp
from tracker.tui.terminal import ask, plan_for


class Failing(BidiApp[None]):
    def compose(self) -> ComposeResult:
        yield Label("ready")

    def key_x(self) -> None:
        message = "meant to fail"
        raise RuntimeError(message)

    def key_q(self) -> None:
        self.exit()

    @work(thread=True)
    def key_w(self) -> None:
        self.call_from_thread(self.query_one(Label).update, "waiting")
        threading.Event().wait()

    def key_b(self) -> None:
        self.set_timer(0.05, self._block)
        self.query_one(Label).update("blocked")

    @staticmethod
    def _block() -> None:
        threading.Event().wait()

    def key_s(self) -> None:
        with self.suspend():
            sys.stdout.write("LENT OUT\n")
            sys.stdout.flush()


if __name__ == "__main__":
    failing = Failing()
    failing.plan = plan_for("auto", ask(10.0), os.environ)
    failing.run()
    sys.exit(failing.return_code or 0)
