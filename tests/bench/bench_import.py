"""A folder of articles in: ``python -m tests.bench.bench_import [ARTICLES]`` (10,000).

Half of the files are saved pages, the others texts, mails and Word documents; two thirds are in
Arabic, and every text differs (see ``made_articles``). Printed at 1,000, 2,500, 5,000, 7,500 and
10,000: articles a second by the clock and by processor time, and resident memory; first for
reading alone, then for what ``tracker add FOLDER`` does, into a database on the disk that is then
opened again. Growth is that from the first of these places to the last.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from tests.bench.made_articles import make
from tracker.errors import InputError
from tracker.intake import read_file
from tracker.model import Article, Claim, Reviewer
from tracker.services.adding import add_paths
from tracker.services.session import Session
from tracker.store import open_store

#: Shares of the whole after which a line is printed.
_SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


class Printed:
    """A progress sink that prints rate and memory at some shares of the whole."""

    cancelled = False

    def __init__(self) -> None:
        self._began = time.monotonic(), time.process_time()
        self._seen: list[tuple[int, float]] = []

    def report(self, done: int, total: int, label: str) -> None:
        """Print a line when another share is done."""
        at = len(self._seen)
        if at == len(_SHARES) or done < round(_SHARES[at] * total) or not done:
            return
        self._seen.append((done, _memory()))
        wall, cpu = time.monotonic() - self._began[0], time.process_time() - self._began[1]
        print(
            f"  {done:>7,} of {total:,}: {done / wall:6.1f} articles/s, "
            f"{done / cpu:6.1f} a second of CPU, {self._seen[-1][1]:6.0f} MB",
            flush=True,
        )

    def print_growth(self) -> None:
        """Print what an article added to memory, between the places and altogether."""
        steps = [*pairwise(self._seen), (self._seen[0], self._seen[-1])]
        grown = [1000 * (m2 - m1) / (d2 - d1) for (d1, m1), (d2, m2) in steps]
        between = ", ".join(f"{kb:.1f}" for kb in grown[:-1])
        print(f"  {grown[-1]:.1f} kB of memory an article (between the lines: {between})")


def _read_all(folder: Path, sink: Printed) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for done, path in enumerate(files):
        sink.report(done, len(files), path.name)
        for outcome in read_file(path):
            if isinstance(outcome, InputError):
                raise outcome
    sink.report(len(files), len(files), "")


def _import_all(folder: Path, database: Path, sink: Printed) -> None:
    store = open_store(str(database))
    batch = add_paths(Session(store=store, reviewer=Reviewer("Bench")), [folder], progress=sink)
    new = sum(result.new for result in batch.results)
    versions = sum(result.earlier_id is not None for result in batch.results)
    print(f"  {new:,} new, {len(batch.refused)} not used, {versions} taken for later versions")
    articles, claims = store.count(Article), store.count(Claim)
    store.close()
    size = sum(path.stat().st_size for path in database.parent.glob(f"{database.name}*"))
    print(f"  {articles:,} articles and {claims:,} claims held; {size / 1e6:.0f} MB of files")


def _open_again(database: Path) -> None:
    began = time.process_time()
    store = open_store(str(database))
    print(f"opened again in {time.process_time() - began:.2f} s of CPU, {_memory():.0f} MB")
    store.close()


def _in_a_process_of_its_own(work: Callable[[], None]) -> None:
    child = multiprocessing.get_context("spawn").Process(target=work)
    child.start()
    child.join()


def main() -> None:
    """Print the figures."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as made:
        folder, database = Path(made, "articles"), Path(made, "desk.tracker")
        folder.mkdir()
        make(folder, articles)
        work: tuple[tuple[str, Callable[[Printed], None]], ...] = (
            ("reading", lambda sink: _read_all(folder, sink)),
            ("importing", lambda sink: _import_all(folder, database, sink)),
        )
        for name, task in work:
            print(f"{name}:")
            sink = Printed()
            task(sink)
            sink.print_growth()
        _in_a_process_of_its_own(partial(_open_again, database))


if __name__ == "__main__":
    main()
