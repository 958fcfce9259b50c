from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import PostgresServer
from tracker.store import Store, open_store
from tracker.store.rehearsal import Rehearsal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "claims.json"


#: Each store that the contract is for; the shared one also as an engine that allows nothing but
#: serializable transactions, as CockroachDB does.
STORES = ("memory", "embedded", "rehearsal", "shared", "serializable")


def address_of(store: str, path: Path, request: pytest.FixtureRequest) -> str:
    """Return where a new database of a kind of store is opened."""
    if store == "embedded":
        return str(path)
    if store in {"shared", "serializable"}:
        server: PostgresServer = request.getfixturevalue("server")
        strict = ("default_transaction_isolation=serializable",)
        return server.new_schema(*(strict if store == "serializable" else ()))
    return "memory:"


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[Store]:
    opened = open_store(address_of(request.param, path, request))
    if request.param == "rehearsal":
        opened = Rehearsal(opened)
    yield opened
    opened.close()
