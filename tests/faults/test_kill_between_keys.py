"""A process killed between any two keys loses nothing that its screen had confirmed."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from tracker.model import Article, Claim, ClaimState
from tracker.services.checking import check
from tracker.store import open_store

KILLS = 30
MOST_KEYS_BETWEEN = 5


def press_then_kill(database: Path, keys: int) -> tuple[list[dict[str, object]], bool]:
    """Let the review go on for ``keys`` keys, kill it, return what it confirmed; or its end."""
    command = [sys.executable, "-m", "tests.faults.keyed_review", str(database)]
    environment = {**os.environ, "TERM": "xterm-256color"}
    told: list[dict[str, object]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            told.append(json.loads(line))
            if len(told) == keys:
                process.kill()
                return told, False
        finished = process.wait() == 0
    return told, finished


def test_nothing_the_screen_confirmed_is_lost_at_thirty_kills(tmp_path: Path) -> None:
    database = tmp_path / "desk.tracker"
    chance = random.Random(20201110)  # noqa: S311  (only spreads the kills)
    for _ in range(KILLS):
        told, finished = press_then_kill(database, chance.randint(1, MOST_KEYS_BETWEEN))
        assert not finished
        confirmed = int(str(told[-1]["sequence"]))
        store = open_store(str(database))
        assert store.sequence >= confirmed
        assert check(store) == ()
        store.close()


def test_the_review_goes_on_after_a_kill_and_ends_with_every_claim_decided(tmp_path: Path) -> None:
    database = tmp_path / "desk.tracker"
    press_then_kill(database, 12)
    _, finished = press_then_kill(database, 10_000)
    assert finished
    store = open_store(str(database), readonly=True)
    assert store.count(Article) == 1
    assert {claim.state for claim in store.scan(Claim)} == {ClaimState.ACCEPTED}
    store.close()
