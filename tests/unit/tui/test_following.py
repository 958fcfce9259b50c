"""What the thread beside the screens posts."""

import threading
from typing import cast

import pytest

from tracker.errors import DamagedError, UnreachableError
from tracker.model import KINDS
from tracker.presenters.tones import Tone
from tracker.store import Store
from tracker.store.memory import MemoryStore
from tracker.tui.following import Followed, Follower


class _Watched:
    """A store whose watch ends as it was told, then waits until the test is over."""

    shared = True

    def __init__(self, *ends: bool | Exception) -> None:
        self._ends = list(ends)
        self.held = 0
        self.over = threading.Event()

    def scan(self, kind: object) -> None:
        self.held += 1

    def watch(self, seconds: float) -> bool:
        if not self._ends:
            self.over.wait(10)
            return False
        end = self._ends.pop(0)
        if isinstance(end, Exception):
            raise end
        return end


def posted(*ends: bool | Exception, count: int) -> list[Followed]:
    store, found, enough = _Watched(*ends), list[Followed](), threading.Event()

    def take(message: Followed) -> None:
        found.append(message)
        if len(found) == count:
            enough.set()

    follower = Follower(cast("Store", store), take)
    follower.start()
    assert enough.wait(10)
    follower.stop()
    store.over.set()
    assert store.held == len(KINDS)
    return found


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.tui.following._WAIT", 0.01)


def test_news_are_posted_and_silence_is_not() -> None:
    found = posted(False, True, False, True, count=2)
    assert [(f.changed, f.told) for f in found] == [(True, None), (True, None)]


def test_a_lost_server_is_told_once_and_when_it_is_found() -> None:
    gone = UnreachableError("gone")
    lost, back = posted(gone, gone, gone, False, count=2)
    assert lost.told is not None
    assert not lost.changed
    assert lost.told.tone is Tone.BAD
    assert back.told is not None
    assert back.changed
    assert "answers again" in back.told.text


def test_a_history_that_was_replaced_ends_the_following() -> None:
    (end,) = posted(DamagedError("It lost commit 7."), count=1)
    assert end.told is not None
    assert "It lost commit 7." in end.told.text


def test_a_store_of_ones_own_is_not_watched() -> None:
    before = threading.active_count()
    Follower(MemoryStore(), print).start()
    assert threading.active_count() == before
