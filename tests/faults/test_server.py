"""The short form of the trials on the shared store's server; see :mod:`tests.faults.server`."""

import pytest

from tests.faults.server import counted, killed
from tests.postgres import ABSENT, PostgresServer, binaries


@pytest.mark.slow
def test_a_server_killed_under_its_writers_loses_nothing() -> None:
    if binaries() is None:
        pytest.skip(ABSENT)
    # Not the server that other tests share: this one flushes, and dies.
    server = PostgresServer()
    try:
        outcomes = [killed(server, 3), counted(server, 800)]
    finally:
        server.remove()
    for outcome in outcomes:
        assert outcome.sound, outcome
        assert outcome.acknowledged
    assert outcomes[1].acknowledged == 800
    assert outcomes[1].conflicts
