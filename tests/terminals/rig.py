"""Real terminals on a display of their own, and what can be read from them."""

import contextlib
import difflib
import os
import re
import shutil
import signal
import subprocess
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.unit.rtl.texts import REPOSITORY

FONT = "DejaVu Sans Mono"
COLUMNS, ROWS = 90, 40
_SETTLING = 0.5
_PATIENCE = 40.0
TERMINALS: Mapping[str, tuple[str, ...]] = {
    "xterm": (
        "xterm", "-fa", FONT, "-fs", "12", "-geometry", f"{COLUMNS}x{ROWS}+0+0",
        "-bg", "black", "-fg", "white", "-e",
    ),
    "vte": (
        "dbus-run-session", "--", "xfce4-terminal", "--disable-server", "--hide-menubar",
        "--hide-toolbar", "--hide-scrollbar", f"--font={FONT} 12",
        f"--geometry={COLUMNS}x{ROWS}+0+0", "-x",
    ),
    "mlterm": (
        "mlterm", "--type=xft", "--sbmod=none", "-w", "18", "-N", FONT, "-g", f"{COLUMNS}x{ROWS}",
        "-b", "black", "-f", "white", "-e",
    ),
    "konsole": (
        "dbus-run-session", "--", "konsole", "--nofork", "--hide-menubar", "--hide-tabbar",
        "--notransparency", "-p", f"Font={FONT},12", "-p", f"TerminalColumns={COLUMNS}",
        "-p", f"TerminalRows={ROWS}", "-p", "ScrollBarPosition=2", "-e",
    ),
}  # fmt: skip
_PROGRAM = {"vte": "xfce4-terminal"}


def require(*programs: str) -> None:
    """Skip the test where a program is absent."""
    absent = [program for program in programs if shutil.which(program) is None]
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")


def require_terminal(name: str) -> None:
    """Skip the test where it cannot be run or read back."""
    require(_PROGRAM.get(name, name), "Xvfb", "import", "convert", "tesseract", "xdotool")
    if name in ("vte", "konsole"):
        require("dbus-run-session")
    languages = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=True
    )
    if "ara" not in languages.stdout.split():
        pytest.skip("tesseract cannot read Arabic: install tesseract-ocr-ara")
    fonts = subprocess.run(["fc-list", FONT], capture_output=True, text=True, check=True)
    if not fonts.stdout:
        pytest.skip(f"the font {FONT} is absent: install fonts-dejavu-core")


@contextlib.contextmanager
def running(
    command: list[str], environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command in a process group of its own and end the whole group afterwards."""
    process = subprocess.Popen(
        command,
        env=dict(environment),
        cwd=REPOSITORY,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


@contextlib.contextmanager
def display(home: Path) -> Iterator[dict[str, str]]:
    """Start an X server and yield the environment for its clients."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "COLORTERM": "truecolor",
        "NO_AT_BRIDGE": "1",
    }
    home.chmod(0o700)
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1100x900x24", "-nolisten", "tcp"]
    with running(command, environment) as server:
        assert server.stdout is not None
        number = server.stdout.readline().decode().strip()
        yield {**environment, "DISPLAY": f":{number}"}


@contextlib.contextmanager
def shown(
    terminal: str, command: Sequence[str], folder: Path, **variables: str
) -> Iterator[Mapping[str, str]]:
    """Run a command in a terminal and yield the environment of its display, once it has drawn."""
    with display(folder) as environment:
        assignments = [f"{name}={value}" for name, value in variables.items()]
        started = [*TERMINALS[terminal], "env", *assignments, *command]
        with running(started, {**environment, **variables}):
            settled_picture(folder, environment)
            yield environment


def press(environment: Mapping[str, str], *keys: str) -> None:
    """Press keys in the window under the pointer, as xdotool names them."""
    pace = ["key", "--delay", "40"]
    subprocess.run(["xdotool", *pace, *keys], env=dict(environment), check=True)


def settled_picture(
    folder: Path, environment: Mapping[str, str], *, after: Path | None = None
) -> Path:
    """Take pictures until two in a row are alike and not blank.

    Args:
        folder: where to keep the picture and its pixels.
        environment: of the display.
        after: an earlier picture of the folder; the new one must be another.

    Raises:
        TimeoutError: when nothing other than ``after`` comes into sight.
    """
    picture, before = folder / "screen.png", b""
    seen = Path(f"{picture}.raw").read_bytes() if after else b""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        time.sleep(_SETTLING)  # a terminal does not say when it has drawn
        subprocess.run(
            ["import", "-window", "root", f"gray:{picture}.raw"], env=dict(environment), check=True
        )
        pixels = Path(f"{picture}.raw").read_bytes()
        drawn = sum(pixel > 128 for pixel in pixels[::7])
        if pixels == before and pixels != seen and drawn > 2_000:
            break
        before = pixels
    if before == seen:
        message = "The terminal shows what it showed before the keys."
        raise TimeoutError(message)
    subprocess.run(["import", "-window", "root", str(picture)], env=dict(environment), check=True)
    return picture


def recognised(picture: Path, enlarged: int = 300, language: str = "ara") -> str:
    """Return the words that can be read from a picture of light letters on a dark ground.

    The picture is enlarged to that percentage, so that letters have the size of print; the
    language is one that tesseract knows.
    """
    larger = picture.with_name("larger.png")
    subprocess.run(
        [
            "convert",
            str(picture),
            "-colorspace",
            "Gray",
            "-resize",
            f"{enlarged}%",
            "-normalize",
            "-level",
            "25%,60%",
            "-negate",
            str(larger),
        ],
        check=True,
    )
    done = subprocess.run(
        ["tesseract", str(larger), "-", "-l", language, "--psm", "6"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def words(text: str) -> list[str]:
    """Words as a reader tells them apart, without marks and variants of letters."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKC", text)
        if unicodedata.category(character) not in ("Mn", "Cf") and character != "\u0640"
    )
    folded = re.sub("[أإآٱ]", "ا", bare).replace("ى", "ي").replace("ة", "ه")
    return re.sub(r"[^\w]+", " ", folded).split()


def share_in_order(written: str, read: str) -> float:
    """The share of the written words that were read in the same order, 0 to 1."""
    expected = words(written)
    matcher = difflib.SequenceMatcher(None, expected, words(read), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(expected)
