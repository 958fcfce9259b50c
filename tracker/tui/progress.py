"""Long work watched from the screen: how far it is, and that it should stop."""

from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import Worker


class Progress(Message):
    """How far long work is; only the newest waits to be shown."""

    def __init__(self, done: int, total: int, label: str) -> None:
        super().__init__()
        self.done = done
        self.total = total
        self.label = label

    def can_replace(self, message: Message) -> bool:
        """Take the place of an older one that nobody saw."""
        return isinstance(message, Progress)


class Unwatched:
    """A progress sink for work in the background: nobody looks on, and leaving ends it."""

    def __init__(self, worker: Worker[None]) -> None:
        self._worker = worker

    def report(self, done: int, total: int, label: str) -> None:
        """Do nothing."""

    @property
    def cancelled(self) -> bool:
        """Whether the work lost its screen."""
        return self._worker.is_cancelled


class Watched:
    """A progress sink that tells a screen; used from the thread that does the work."""

    def __init__(self, screen: MessagePump) -> None:
        self._screen = screen
        self.cancelled = False

    def report(self, done: int, total: int, label: str) -> None:
        """Tell the screen how far the work is."""
        self._screen.post_message(Progress(done, total, label))

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self.cancelled = True
