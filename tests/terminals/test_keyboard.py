"""Letters of an Arabic keyboard do in a real terminal what the keys they stand on do."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminals.rig import press, require, require_terminal, settled_picture, shown
from tracker.model import Claim, ClaimState, Reviewer
from tracker.services.sampling import add_sample
from tracker.services.session import Session
from tracker.store import open_store

pytestmark = [pytest.mark.terminal, pytest.mark.slow]
#: X's numbers of the keys that print j, x and u on a US keyboard.
J, X, U = "44", "53", "30"


def states(database: Path) -> list[ClaimState]:
    store = open_store(str(database), readonly=True)
    try:
        return [claim.state for claim in sorted(store.scan(Claim), key=lambda c: c.spans)]
    finally:
        store.close()


def test_keys_work_with_an_arabic_layout(tmp_path: Path) -> None:
    require_terminal("xterm")
    require("setxkbmap")
    database = tmp_path / "desk.tracker"
    session = Session(store=open_store(str(database)), reviewer=Reviewer("Rana"))
    add_sample(session)
    session.store.close()
    command = [sys.executable, "-m", "tracker", "--db", str(database), "--reviewer", "Rana"]
    with shown("xterm", command, tmp_path) as environment:
        subprocess.run(["setxkbmap", "ara"], env=dict(environment), check=True)
        press(environment, "Return", J, J, X, X, U)
        settled_picture(tmp_path, environment)
    first, second, third, *others = states(database)
    assert third is ClaimState.REJECTED
    assert {first, second, *others} == {ClaimState.PROPOSED}
