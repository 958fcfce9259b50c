"""Hearing of others' commits: at once where the server tells, by asking where it does not."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress

import psycopg

from tracker.store.shared.address import Address
from tracker.store.shared.server import Connection, Server, translated

#: Seconds between two questions. Asked also where the server tells of commits: what it tells is
#: lost when it fails over, and never arrives behind a pooler that lends connections by transaction.
_ASK_EVERY = 0.4


class Watch:
    """A connection of its own that waits for commits, for one thread at a time.

    Asking for the number of the last commit misses none, however late it became visible: whoever
    commits holds the head row until then, so numbers become visible in their order.

    Args:
        address: where the server is.
        listen: whether to ask the server to tell; where it cannot, it is only asked.
    """

    def __init__(self, address: Address, *, listen: bool = True) -> None:
        self._server = Server(address, patience=0.0)
        self._listen = listen
        self._listening: Connection | None = None
        self._ended = threading.Event()
        self._busy = threading.Lock()

    def wait(self, known: Callable[[], int], seconds: float) -> bool:
        """Wait for a commit other than the last ``known`` one; return whether there is one.

        A server that cannot be reached is sought again and again.

        Raises:
            UnreachableError: when it still cannot be reached at the end.
        """
        with self._busy:
            found = self._wait(known, time.monotonic() + seconds)
            if self._ended.is_set():
                self._server.close()
            return found

    def _wait(self, known: Callable[[], int], deadline: float) -> bool:
        while not self._ended.is_set():
            left = min(_ASK_EVERY, deadline - time.monotonic())
            try:
                connection = self._connected()
                row = connection.execute("SELECT sequence FROM tracker_head").fetchone()
                if row and row[0] != known():
                    return True
                if left <= 0:
                    return False
                for _ in connection.notifies(timeout=left, stop_after=1):
                    pass
            except psycopg.Error as error:
                self._server.close()
                if left <= 0:
                    raise translated(error, self._server.address) from error
                self._ended.wait(left)
        return False

    def _connected(self) -> Connection:
        connection = self._server.connection()
        if self._listening is not connection:
            self._listening = connection
            if self._listen:
                with suppress(psycopg.ProgrammingError, psycopg.NotSupportedError):
                    connection.execute("LISTEN tracker")
        return connection

    def close(self) -> None:
        """Give the connection back; a thread that waits is let go, and does so itself."""
        self._ended.set()
        if self._busy.acquire(blocking=False):
            self._server.close()
            self._busy.release()
