"""The short form of the fault trials; the long form is each module's own command."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import spoils


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "argument"), [("kills", "--kills=50"), ("rivals", "--opens=200")]
)
def test_ends_and_rivals_lose_nothing(module: str, argument: str, tmp_path: Path) -> None:
    # In a process of its own: the trials fork.
    command = [sys.executable, "-m", f"tests.faults.{module}", argument]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        cwd=root,
        env={"TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_damaged_files_are_never_silently_wrong(tmp_path: Path) -> None:
    assert len(list(spoils.trials(tmp_path, step=11))) == 6
