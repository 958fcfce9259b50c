"""A thread that waits for what others commit, beside the screens."""

import threading
from collections.abc import Callable
from contextlib import suppress

from textual.message import Message as TextualMessage

from tracker.errors import TrackerError, UnreachableError
from tracker.model import KINDS
from tracker.presenters.history import refusal
from tracker.presenters.tones import Message, Tone
from tracker.store import Store

#: Seconds after which a wait without news begins anew.
_WAIT = 2.0


class Followed(TextualMessage):
    """Others have committed, or the way to the server was lost or found.

    Attributes:
        changed: whether records changed.
        told: what the person should know, None when there is nothing to say.
    """

    def __init__(self, *, changed: bool, told: Message | None = None) -> None:
        super().__init__()
        self.changed = changed
        self.told = told


class Follower:
    """Watches a store that others share, and posts what happens.

    Args:
        store: what is watched.
        post: takes a message from another thread.
    """

    def __init__(self, store: Store, post: Callable[[Followed], object]) -> None:
        self._store = store
        self._post = post
        self._ended = threading.Event()
        self._lost = False

    def start(self) -> None:
        """Begin, where others can commit at all."""
        if self._store.shared:
            threading.Thread(target=self._run, name="follower", daemon=True).start()

    def stop(self) -> None:
        """Post nothing more; the thread ends with its next look."""
        self._ended.set()

    def _run(self) -> None:
        self._hold_everything()
        while not self._ended.is_set():
            try:
                changed = self._store.watch(_WAIT)
            except UnreachableError:
                self._tell_lost()
                self._ended.wait(_WAIT / 4)
                continue
            except TrackerError as error:
                # The database is not what it was: going on would show what no longer is.
                self._tell(Followed(changed=False, told=refusal(error)))
                return
            found = Message("The server answers again.", Tone.GOOD) if self._lost else None
            self._lost = False
            if changed or found:
                self._tell(Followed(changed=True, told=found))

    def _hold_everything(self) -> None:
        """Have every table read once, so that screens ask no server between two keys."""
        for kind in KINDS.values():
            with suppress(UnreachableError):
                self._store.scan(kind)

    def _tell_lost(self) -> None:
        if not self._lost:
            self._lost = True
            text = "The server does not answer. You see what was last read; it is sought again."
            self._tell(Followed(changed=False, told=Message(text, Tone.BAD)))

    def _tell(self, message: Followed) -> None:
        if not self._ended.is_set():
            self._post(message)
