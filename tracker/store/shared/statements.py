"""Statements that go to the server together."""

from tracker.store.shared.server import Connection


class Statements:
    """SQL gathered to be sent in one piece, in one round trip."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._arguments: list[object] = []

    def add(self, text: str, *arguments: object) -> None:
        """Add a statement."""
        self._texts.append(text)
        self._arguments.extend(arguments)

    def send(self, connection: Connection) -> None:
        """Send what was gathered, and forget it."""
        if self._texts:
            connection.execute("; ".join(self._texts).encode(), self._arguments)
        self._texts, self._arguments = [], []
