"""Measures exports: ``python -m tests.bench.bench_exports [CLAIMS]``.

Prints, for a database of that many claims (10,000 unless told) in Arabic articles of twenty claims,
seconds of CPU and megabytes for each format, for assembling with and without a filter, and for
reading JSON Lines back.
"""

import sys
import time
from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

from attrs import evolve

from tests.unit.export import sample
from tracker.export import EXPORTERS, Dossier, Exporter, Records, parse_filter, read_jsonl
from tracker.model import Article, ArticleId, Claim, ClaimId, ClaimState, Entity, content_hash

P = ParamSpec("P")
T = TypeVar("T")
_PER_ARTICLE = 20
_WORDS = "15 شخصاً قتلوا في الهجوم"


def _database(claims: int) -> Records:
    known = sample.records()
    arabic = next(a for a in known.articles if a.language == "ar")
    return Records.of([*known, *_more(arabic, claims)])


def _more(arabic: Article, claims: int) -> Iterator[Entity]:
    for number in range(claims // _PER_ARTICLE):
        text = f"{number} " + sample.ARABIC * _PER_ARTICLE
        article = evolve(
            arabic, id=ArticleId(f"art_{number:06}x"), text=text, sha256=content_hash(text)
        )
        yield article
        yield from _claims_of(article)


def _claims_of(article: Article) -> Iterator[Claim]:
    first = sample.claim(ClaimId("c"), article, _WORDS, sample.OUTLET, ClaimState.ACCEPTED)
    for place in range(_PER_ARTICLE):
        yield evolve(first, id=ClaimId(f"clm_{article.id}_{place}"))


def _timed(label: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    began = time.process_time()
    found = work(*args, **kwargs)
    print(f"{label:<24}{time.process_time() - began:8.2f} s")
    return found


def _written(exporter: Exporter, dossier: Dossier) -> bytes:
    return b"".join(exporter.write(dossier))


def main() -> None:
    """Measure and print."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    records = _database(claims)
    print(f"{len(records.claims)} claims in {len(records.articles)} articles")
    dossier = _timed("assemble", sample.dossier, records)
    _timed("assemble, filtered", sample.dossier, records, parse_filter("date>=2020-11-12"))
    for name, exporter in EXPORTERS.items():
        data = _timed(name, _written, exporter, dossier)
        print(f"{'':<24}{len(data) / 1e6:8.1f} MB")
        if exporter.lossless:
            again = _timed("read back", read_jsonl, data.splitlines(keepends=True))
            print(f"{'same again':<24}{again == dossier!s:>8}")


if __name__ == "__main__":
    main()
