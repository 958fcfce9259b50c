from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.store import Store, open_store
from tracker.store.rehearsal import Rehearsal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "claims.json"


@pytest.fixture(params=["memory", "embedded", "rehearsal"])
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[Store]:
    opened = open_store(str(path) if request.param == "embedded" else "memory:")
    if request.param == "rehearsal":
        opened = Rehearsal(opened)
    yield opened
    opened.close()
