"""Harmful files are refused with a sentence or made harmless, in bounded time and memory."""

import resource
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.articles import FOLDER, read
from tests.unit.intake.hostile import CORPUS, harmful
from tracker.errors import InputError
from tracker.intake import Received, read_articles, read_file

#: Processor seconds and bytes that any one of them may cost: far more than they need, far less
#: than they would take unchecked.
_SECONDS = 30
_MEMORY = 1_500_000_000


def _outcomes(name: str) -> list[Received | InputError]:
    try:
        return list(read_articles(harmful(name), name))
    except InputError as error:
        return [error]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        msg = "an importer reached for the network"
        raise AssertionError(msg)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.mark.parametrize("name", CORPUS)
def test_each_is_refused_or_harmless_in_bounded_time(name: str) -> None:
    before = time.process_time()
    outcomes = _outcomes(name)
    assert time.process_time() - before < _SECONDS
    assert outcomes
    for outcome in outcomes:
        if isinstance(outcome, InputError):
            assert outcome.message.endswith(".")
            assert outcome.hint
            assert "\x1b" not in str(outcome)
        else:
            assert name.startswith("in_"), f"{name} came in as {outcome.text[:80]!r}"
            found = outcome.particulars
            for detail in (found.title, found.byline, found.outlet, found.url):
                assert detail is None or not any(c < " " or c == "\x7f" for c in detail.value)


@pytest.mark.parametrize("name", [name for name in CORPUS if name.startswith("in_")])
def test_what_is_harmless_once_stripped_does_come_in(name: str) -> None:
    (outcome,) = _outcomes(name)
    assert isinstance(outcome, Received)
    assert "arrested" in outcome.text
    assert "alert" not in outcome.text
    url = outcome.particulars.url
    assert url is None or url.value.startswith("https://a.example/")


def test_no_file_on_the_disk_is_told_by_an_external_entity() -> None:
    for name in ("external.rss", "docx_external.docx", "utf16_entities.rss"):
        assert all("root:" not in str(o) + getattr(o, "text", "") for o in _outcomes(name))


def test_nothing_is_written_wherever_parts_say_they_belong(tmp_path: Path) -> None:
    for name in ("docx_paths.docx", "bomb.wacz", "in_page.warc"):
        _outcomes(name)
    assert not Path("/tmp/owned").exists()  # noqa: S108  (where the archive wants to write)
    assert list(tmp_path.iterdir()) == []


def test_the_whole_corpus_needs_no_more_memory_than_a_desk_has(tmp_path: Path) -> None:
    """In a process of its own, whose memory is limited as a whole."""
    program = (
        "import resource, sys\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({2 * _MEMORY}, {2 * _MEMORY}))\n"
        "from tracker.errors import InputError\n"
        "from tracker.intake import read_articles, read_file\n"
        "from pathlib import Path\n"
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    try:\n"
        "        list(read_file(path))\n"
        "    except InputError:\n"
        "        pass\n"
        "status = Path('/proc/self/status').read_text()\n"
        "print(int(status.partition('VmHWM:')[2].split()[0]) * 1024)\n"
    )
    for name in CORPUS:
        (tmp_path / name).write_bytes(harmful(name))
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) < _MEMORY


def test_a_folder_of_articles_cannot_slip_a_module_to_the_process_that_reads_pdfs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('owned')")
    (tmp_path / "tracker").mkdir()
    (tmp_path / "tracker" / "__init__.py").write_text("raise SystemExit('owned')")
    monkeypatch.chdir(tmp_path)
    assert read("libreoffice.pdf")


def test_a_file_of_half_a_gigabyte_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.write(b"<html>")
        stream.truncate(500_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for ending in (".html", ".pdf", ".warc", ".gz"):
        path = path.rename(path.with_suffix(ending))
        with pytest.raises(InputError, match="500,000,000 bytes"):
            list(read_file(path))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_reading_what_others_made_opens_no_connection() -> None:
    for path in sorted((*FOLDER.glob("*.*"), *(FOLDER / "pages").iterdir())):
        if path.suffix != ".py":
            assert read(str(path.relative_to(FOLDER)))
