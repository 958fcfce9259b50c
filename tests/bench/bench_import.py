"""A folder of articles in: ``python -m tests.bench.bench_import [ARTICLES]`` (10,000).

Nine in ten files are saved pages, the others plain texts; every text differs. Printed after each
tenth: articles a second by the clock and by processor time, and memory, first for reading alone,
then for importing into a database on the disk. What grows in the second is the database itself,
which lives in memory: what it holds an article is printed beside it.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.articles import PAGES
from tracker.errors import InputError
from tracker.intake import read_file
from tracker.model import Article, Claim, Reviewer
from tracker.services.adding import add_paths
from tracker.services.session import Session
from tracker.store import open_store

_VOICES = ("قال مصدر ميداني إن", "وأضاف المصدر أن", "وذكرت وكالة «سانا» أن", "وبحسب ناشطين فإن")
_WHAT = ("القصف", "الانفجار", "الهجوم", "القافلة", "الاشتباك", "الحريق", "التفجير", "الغارة")
_WHERE = ("الرقة", "حلب", "إدلب", "درعا", "دير الزور", "الحسكة", "حمص", "منبج", "تدمر", "الباب")
_DID = ("أوقع", "أصاب", "استهدف", "شرّد", "حاصر", "أوقف", "طال", "أربك")
_WHOM = ("مدنيين", "عنصراً", "عائلات", "مسعفين", "سائقين", "طلاباً", "مزارعين", "جنوداً")


def _sentence(draw: random.Random) -> str:
    parts = (_VOICES, _WHAT, ("في",), _WHERE, _DID, (str(draw.randrange(2, 999)),), _WHOM,
             ("قرب",), _WHERE, ("ثم",), _DID, _WHOM)  # fmt: skip
    return " ".join(draw.choice(options) for options in parts) + "."


def make(folder: Path, articles: int) -> None:
    """Write that many files, each another text."""
    shell = (PAGES / "wordpress.html").read_text("utf-8")
    start = shell.index('<div class="entry-content">')
    end = shell.index("</div>", start)
    for number in range(articles):
        draw = random.Random(number)  # noqa: S311  (texts, not secrets)
        sentences = [_sentence(draw) for _ in range(10)]
        where = folder / f"{number // 500:03}"
        where.mkdir(exist_ok=True)
        if number % 10 == 9:
            (where / f"{number:06}.txt").write_text("\n".join(sentences), "utf-8")
            continue
        body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
        page = shell[:start] + '<div class="entry-content">' + body + shell[end:]
        page = page.replace("2021/03/18/shelling", f"a/{number}")
        (where / f"{number:06}.html").write_text(page, "utf-8")


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


class Printed:
    """A progress sink that prints rate and memory after each tenth."""

    cancelled = False

    def __init__(self) -> None:
        self._next = 0
        self._began = time.monotonic(), time.process_time()

    def report(self, done: int, total: int, label: str) -> None:
        """Print a line when another tenth is done."""
        if done < self._next or not done:
            self._next = self._next or max(1, total // 10)
            return
        self._next += max(1, total // 10)
        wall, cpu = time.monotonic() - self._began[0], time.process_time() - self._began[1]
        print(
            f"  {done:>7,} of {total:,}: {done / wall:6.1f} articles/s, "
            f"{1000 * cpu / done:5.1f} ms of CPU each, {_memory():6.0f} MB",
            flush=True,
        )


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
    before = _memory()
    batch = add_paths(Session(store=store, reviewer=Reviewer("Bench")), [folder], progress=sink)
    new = sum(added.new for added in batch.added)
    grown = (_memory() - before) / max(1, new)
    versions = sum(added.earlier is not None for added in batch.added)
    print(f"  {new:,} new, {len(batch.refused)} not used, {versions} taken for later versions")
    print(f"  {store.count(Article):,} articles and {store.count(Claim):,} claims held")
    print(f"  {1000 * grown:.0f} kB of memory an article")
    store.close()


def main() -> None:
    """Print the figures."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "articles")
        folder.mkdir()
        make(folder, articles)
        work: tuple[tuple[str, Callable[[Printed], None]], ...] = (
            ("reading", lambda sink: _read_all(folder, sink)),
            ("importing", lambda sink: _import_all(folder, Path(made, "desk.tracker"), sink)),
        )
        for name, task in work:
            print(f"{name}:")
            task(Printed())


if __name__ == "__main__":
    main()
