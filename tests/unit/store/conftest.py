from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.store import Store, open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "claims.json"


@pytest.fixture(params=["memory", "embedded"])
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[Store]:
    opened = open_store("memory:" if request.param == "memory" else str(path))
    yield opened
    opened.close()
