"""What a command loads, how it ends, and what it writes where: seen from outside the process."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, spawn
from tracker.model import Claim, Reviewer
from tracker.resources import seeds_folder
from tracker.services.reviewing import annotate
from tracker.services.session import Session

HEAVY = (
    "textual",
    "numpy",
    "rapidfuzz",
    "snowballstemmer",
    "trafilatura",
    "lxml",
    "pypdf",
    "docx",
    "warcio",
    "psycopg",
    "jinja2",
)
_LOADED = """
import sys
from tracker.cli.running import run
code = run(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


def loaded_by(*arguments: str) -> set[str]:
    """Return the top-level packages that a command had loaded when it ended."""
    answer = subprocess.run(
        [sys.executable, "-c", _LOADED, *arguments], capture_output=True, check=True, text=True
    )
    return set(answer.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "line", [["--help"], ["claims", "--help"], ["config", "path"], ["completion", "zsh"]]
)
def test_help_loads_neither_screens_nor_store(line: list[str]) -> None:
    assert not loaded_by(*line) & {*HEAVY, "rich", "tinydb", "cattrs"}


@pytest.mark.parametrize(
    "line",
    [
        ["claims", "list", "--json"],
        ["claims"],
        ["sources", "--json"],
        ["history"],
        ["undo"],
    ],
)
def test_plain_commands_load_neither_screens_nor_matching(desk: Cli, line: list[str]) -> None:
    desk.done("claim accept clm_4")
    assert not loaded_by("--db", str(desk.database), *line) & {*HEAVY, "rich"}


@pytest.mark.parametrize("name", ["jsonl", "csv", "xlsx", "claimreview", "stix"])
def test_exports_load_no_screens_and_only_a_report_its_templates(desk: Cli, name: str) -> None:
    line = ["--db", str(desk.database), "export", "--format", name, "--dry-run"]
    assert not loaded_by(*line) & {"textual", "rich", "jinja2", "markupsafe"}


def test_edits_load_no_screens_and_no_index(desk: Cli) -> None:
    loaded = loaded_by("--db", str(desk.database), "claim", "accept", "clm_1")
    assert not loaded & {"textual", "rich", "numpy"}


def in_terminal(*arguments: str, expected: int = 0, **environment: str) -> str:
    """Return what a command, ended with the code ``expected``, writes to a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", *arguments],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment},
    )
    os.close(theirs)
    written = bytearray()
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert process.wait() == expected
    return written.decode("utf-8")


def test_a_terminal_gets_a_table_with_arabic_in_visual_order(desk: Cli) -> None:
    table = in_terminal("--db", str(desk.database), "sources")
    assert "ﺪﻳﺪﺠﻟﺍ ﻲﺑﺮﻌﻟﺍ" in table
    assert "العربي الجديد" not in table
    assert "anonymous_single" in table


def test_konsole_which_turns_text_round_itself_gets_logical_order(desk: Cli) -> None:
    table = in_terminal("--db", str(desk.database), "sources", KONSOLE_VERSION="221201")
    assert "العربي الجديد" in table


def test_where_the_terminal_reorders_text_it_gets_logical_order(desk: Cli) -> None:
    assert "العربي الجديد" in in_terminal(
        "--db", str(desk.database), "sources", TRACKER_RTL="terminal"
    )


def test_a_terminal_is_given_no_bytes_that_are_no_text(desk: Cli) -> None:
    shown = in_terminal("--db", str(desk.database), "export", "--format", "xlsx", expected=1)
    assert shown == ""


@pytest.mark.parametrize("off", [{"NO_COLOR": "1"}, {}])
def test_colours_are_left_out_when_asked(desk: Cli, off: dict[str, str]) -> None:
    flags = [] if off else ["--no-color"]
    plain = in_terminal("--db", str(desk.database), *flags, "sources", expected=0, **off)
    assert "\x1b[3" not in plain
    assert "\x1b[38" not in plain


def test_a_closed_pipe_ends_quietly(desk: Cli) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", "--db", str(desk.database), "claims", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.wait() == 0
    assert process.stderr.read() == b""
    process.stderr.close()


def hear_ctrl_c() -> None:
    """Undo what a shell does to programs in the background: they are deaf to the signal."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_quietly_with_its_own_exit_code(tmp_path: Path) -> None:
    fifo = tmp_path / "claims.jsonl"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tracker",
            "match",
            "--claims",
            str(fifo),
            "--queries",
            str(fifo),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
    )
    # Opening the other end returns when the command waits for its list.
    with fifo.open("wb"):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


def test_output_is_utf8_whatever_the_locale(desk: Cli) -> None:
    answer = spawn(
        "--db", str(desk.database), "sources", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING=""
    )
    assert "العربي الجديد" in answer.stdout.decode("utf-8")


def test_a_bug_ends_in_words_and_a_file_with_the_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_DEBUG")
    code = (
        "import tracker.config as c; c.load_settings = None; from tracker.cli import main; main()"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, "claims"], capture_output=True, check=False, text=True
    )
    assert answer.returncode == 1
    assert answer.stderr.startswith("tracker: Something went wrong that should not have")
    assert "Traceback" not in answer.stderr
    (log,) = (tmp_path / "home").rglob("error-*.txt")
    assert "Traceback" in log.read_text("utf-8")
    assert log.stat().st_mode & 0o077 == 0


def test_a_bug_is_shown_whole_where_one_looks_for_it() -> None:
    code = (
        "import tracker.config as c; c.load_settings = None; from tracker.cli import main; main()"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, "claims"], capture_output=True, check=False, text=True
    )
    assert "Traceback" in answer.stderr


def test_a_database_held_by_another_writer_has_its_own_exit_code(desk: Cli) -> None:
    from tracker.store import open_store

    holder = open_store(str(desk.database))
    try:
        answer = spawn("--db", str(desk.database), "claim", "accept", "clm_1", check=False)
        reading = spawn("--db", str(desk.database), "claims", check=False)
    finally:
        holder.close()
    assert answer.returncode == 5
    assert answer.stderr.startswith(b"tracker: ")
    assert reading.returncode == 0


def test_lists_exports_and_checks_show_what_the_open_screens_have_just_confirmed(desk: Cli) -> None:
    from tracker.store import open_store

    screens = open_store(str(desk.database))
    try:
        claim = screens.get(Claim, "clm_1")
        session = Session(store=screens, reviewer=Reviewer("Nour"))
        for number in range(3):
            note = f"just confirmed {number}"
            annotate(session, claim.id, note=note)
            for line in (["export", "--format", "jsonl"], ["claims", "show", "clm_1"]):
                answer = spawn("--db", str(desk.database), *line)
                assert note.encode() in answer.stdout
            history = json.loads(spawn("--db", str(desk.database), "history", "--json").stdout)
            assert history["commits"][0]["sequence"] == screens.sequence
        assert spawn("--db", str(desk.database), "check").returncode == 0
    finally:
        screens.close()


def test_the_sample_piped_to_a_file_is_a_table_of_claims_with_their_sources() -> None:
    answer = spawn("demo", LC_ALL="C")
    lines = answer.stdout.decode("utf-8").splitlines()
    assert lines[0].split("\t") == ["number", "state", "source", "label", "quote"]
    assert [line.split("\t")[0] for line in lines[1:4]] == ["1", "2", "3"]
    text = next(iter(seeds_folder().glob("*.txt"))).read_bytes().decode("utf-8")
    for line in lines[1:]:
        for part in line.split("\t")[4].split(" … "):
            assert part in text
    assert b"\x1b" not in answer.stdout


def test_version_and_usage() -> None:
    assert spawn("--version").stdout.startswith(b"tracker, version ")
    wrong = spawn("clams", check=False)
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert b"Did you mean claims" in wrong.stderr
    wrong = spawn("claims", "lst", check=False)
    assert wrong.returncode == 2
    assert b"Did you mean list" in wrong.stderr
