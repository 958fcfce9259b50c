"""The programs in docs/file_format.md do what it says."""

import re
from pathlib import Path

import pytest

from tests.unit.store.samples import article, claim, creation, replacement
from tracker.codec import to_document
from tracker.model import Claim
from tracker.store.embedded import EmbeddedStore

_PAGE = Path(__file__).parents[3] / "docs" / "file_format.md"


@pytest.fixture
def programs() -> list[str]:
    return re.findall(r"```python\n(.*?)```", _PAGE.read_text("utf-8"), re.DOTALL)


def test_documented_programs_read_the_files(
    programs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = EmbeddedStore(tmp_path / "claims.json")
    store.apply(creation(claim(), article()))
    store.apply(replacement(claim(), note="seen"))
    store.compact()
    monkeypatch.chdir(tmp_path)
    chain, snapshot = programs
    found: dict[str, object] = {}
    exec(chain, found)  # noqa: S102  (the page's own)
    assert found["previous"] == next(store.history()).hash.encode()
    exec(snapshot, found)  # noqa: S102  (the page's own)
    assert found["claims"] == [to_document(next(store.scan(Claim)))]
    store.close()
