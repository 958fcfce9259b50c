"""Settings that hold for every test, and the server that some of them share."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres import ABSENT, PostgresServer, binaries

# A busy machine is no failure: what is tested is behaviour, and benchmarks measure time.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    if binaries() is None:
        pytest.skip(ABSENT)
    # What is tested here is what is stored; tests/faults kills a server that flushes.
    started = PostgresServer("fsync=off")
    yield started
    started.remove()


@pytest.fixture
def url(server: PostgresServer) -> str:
    """The address of a new, empty database."""
    return server.new_schema()
