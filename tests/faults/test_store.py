"""A few of each kind of fault trial; ``python -m tests.faults`` runs all of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import spoils


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "argument"),
    [
        ("kills", "--kills=20"),
        ("power", "--states=1"),
        ("refusals", ""),
        ("rivals", "--opens=200"),
    ],
)
def test_faults_lose_nothing(module: str, argument: str, tmp_path: Path) -> None:
    # In a process of its own: the trials fork, and stand in for calls to the system.
    command = [sys.executable, "-m", f"tests.faults.{module}", *argument.split()]
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={"TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_damaged_files_are_never_silently_wrong(tmp_path: Path) -> None:
    assert len(list(spoils.trials(tmp_path, step=37, bits=1))) == 12
