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


class Searching(Message):
    """How far a search in the background is, in words; only the newest waits to be shown."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def can_replace(self, message: Message) -> bool:
        """Take the place of an older one that nobody saw."""
        return isinstance(message, Searching)


class InBackground:
    """A progress sink for work that nobody waits for: leaving its screen ends it."""

    def __init__(self, worker: Worker[None], screen: MessagePump) -> None:
        """Watch the worker.

        Args:
            worker: who does the work.
            screen: is told in words how far it is, at every further percent.
        """
        self._worker = worker
        self._screen = screen
        self._told = ""

    def report(self, done: int, total: int, label: str) -> None:
        """Tell how far the work is, if that is news."""
        words = f"{done * 100 // max(total, 1)}% {label}"
        if words != self._told:
            self._told = words
            self._screen.post_message(Searching(words))

    @property
    def cancelled(self) -> bool:
        """Whether the work lost its screen."""
        return self._worker.is_cancelled


class Watched:
    """A progress sink that tells a screen; used from the thread that does the work."""

    def __init__(self, screen: MessagePump) -> None:
        self._screen = screen
        self._stopped = False

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop, or its screen was closed."""
        return self._stopped or not self._screen.is_running

    def report(self, done: int, total: int, label: str) -> None:
        """Tell the screen how far the work is."""
        self._screen.post_message(Progress(done, total, label))

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stopped = True
