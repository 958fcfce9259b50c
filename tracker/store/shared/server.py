"""The way to the server: a connection made anew when it was lost, and attempts made again."""

import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

import psycopg
from psycopg import errors as refusals

from tracker.errors import NoRoomError, ReadOnlyError, RuleError, StoreError, UnreachableError
from tracker.store.shared.address import Address, as_parameters

Connection = psycopg.Connection[tuple[Any, ...]]
T = TypeVar("T")

#: Refusals that mean: nothing was done, try once more. 40003 leaves open what was done, which
#: whoever writes finds out before trying once more.
_AGAIN = {"40001", "40P01", "40003"}
#: Of a server that starts, stops or has no place left.
_BUSY = {"57P01", "57P02", "57P03", "53300"}
_FIRST_PAUSE = 0.005
_LONGEST_PAUSE = 0.5

#: Others must not wait for long on somebody whose machine fell asleep in the middle of an edit.
_SETTINGS = (
    "SET idle_in_transaction_session_timeout = '15s'",
    "SET lock_timeout = '15s'",
)


class Server:
    """One connection to a server, for one thread at a time.

    Args:
        address: where it is.
        patience: seconds for which a lost connection is sought before giving up.
    """

    def __init__(self, address: Address, *, patience: float) -> None:
        self.address = address
        self.patience = patience
        self._connection: Connection | None = None
        self._away = False

    def connection(self) -> Connection:
        """Return the connection, made anew when there is none.

        Raises:
            psycopg.Error: when the server does not let us in.
        """
        if self._connection is None or self._connection.closed:
            self._connection = self.connect()
        return self._connection

    def connect(self) -> Connection:
        """Return a connection of its own, for the caller to close.

        Raises:
            psycopg.Error: when the server does not let us in.
        """
        # Bound here and sent in one piece: no prepared statements, so poolers may stand between.
        connection: Connection = psycopg.connect(
            **as_parameters(self.address),  # type: ignore[arg-type]  # names and texts of libpq
            autocommit=True,
            cursor_factory=psycopg.ClientCursor,
        )
        for setting in _SETTINGS:
            try:
                connection.execute(setting)
            except psycopg.Error:
                # An engine without it: the edit of a sleeper is ended by TCP then.
                if connection.closed:
                    raise
        return connection

    def run(self, work: Callable[[Connection], T]) -> T:
        """Return what ``work`` returns, given the connection; tried again where that may help.

        ``work`` begins and ends its transactions itself; what it left open is rolled back.

        Raises:
            UnreachableError: when the server could not be reached for as long as we are patient.
            StoreError: when it refused.
        """
        # Who waited in vain once is not kept waiting again until somebody got through.
        deadline, pause = time.monotonic() + (0 if self._away else self.patience), 0.0
        while True:
            try:
                found = work(self.connection())
            except psycopg.Error as error:
                self._clear()
                if not _worth_another(error) or time.monotonic() + pause > deadline:
                    self._away = lost(error)
                    raise translated(error, self.address) from error
            except BaseException:
                self._clear()
                raise
            else:
                self._away = False
                return found
            # Those who met must not meet again at once.
            pause = min(_LONGEST_PAUSE, 2 * pause or _FIRST_PAUSE)
            time.sleep(pause * random.uniform(0.5, 1))  # noqa: S311  (no secret)

    def _clear(self) -> None:
        """Leave no transaction open; a connection that cannot say so is given up."""
        connection = self._connection
        if connection is None:
            return
        try:
            connection.rollback()
        except psycopg.Error:
            self.close()

    def close(self) -> None:
        """Give the connection back."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _worth_another(error: psycopg.Error) -> bool:
    return error.sqlstate in _AGAIN or lost(error)


def lost(error: psycopg.Error) -> bool:
    """Return whether ``error`` tells of a server that cannot be reached now."""
    if error.sqlstate in _BUSY:
        return True
    return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and (
        error.sqlstate is None or error.sqlstate.startswith("08")
    )


def translated(error: psycopg.Error, address: Address) -> StoreError | RuleError:
    """Return ``error`` as a sentence that says what to do next."""
    said = address.censored(str(error).strip().partition("\n")[0])
    where = address.shown
    match error:
        case refusals.ReadOnlySqlTransaction():
            msg = f"{where} is a read-only copy."
            return ReadOnlyError(msg, "Give the address of the server that takes edits.")
        case refusals.InsufficientPrivilege():
            msg = f"Your role on {where} does not allow this: {said}."
            return ReadOnlyError(msg, "Ask for the role of a reviewer; docs/scaling.md has them.")
        case refusals.DiskFull():
            msg = f"The disk of {where} is full. The edit did not happen."
            return NoRoomError(msg, "Make room on the server, then repeat the edit.")
        case refusals.LockNotAvailable():
            msg = f"Somebody else's edit keeps {where} busy."
            return StoreError(msg, "Try again in a moment.")
        case psycopg.DataError():
            msg = f"{where} cannot hold this: {said}."
            return RuleError(msg, "Take the character out that it names.")
        case _ if lost(error):
            msg = f"{where} cannot be reached: {said}."
            return UnreachableError(msg, "Check the network and the server, then try again.")
        case _:
            return StoreError(f"{where} refused: {said}.", "Ask whoever keeps the server.")
