"""Measures exports: ``python -m tests.bench.bench_exports [CLAIMS [FORMAT …]]``.

For a database of that many claims (10,000 unless told) in Arabic articles of twenty claims, of
which every second is rated and every fourth shares a ruled assertion with another, prints for each
format the seconds of CPU, the megabytes written, and by how many megabytes the process
grew while it wrote (its highest mark, each format in a process of its own); then the same for
assembling with and without a filter, and for reading JSON Lines back.
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

from attrs import evolve

from tests.unit.export import sample
from tracker.export import EXPORTERS, Dossier, Exporter, Records, parse_filter, read_jsonl
from tracker.model import (
    Article,
    ArticleId,
    Assertion,
    AssertionId,
    Assessment,
    AssessmentId,
    Claim,
    ClaimId,
    ClaimState,
    Corroboration,
    CorroborationId,
    Credibility,
    Dependence,
    Entity,
    Relation,
    Reliability,
    Ruling,
    Verdict,
    content_hash,
)

P = ParamSpec("P")
T = TypeVar("T")
_PER_ARTICLE = 20
_WORDS = "15 شخصاً قتلوا في الهجوم"


def database(claims: int) -> Records:
    """Return a database of that many claims and a few more."""
    known = sample.records()
    arabic = next(a for a in known.articles if a.language == "ar")
    return Records.of([*known, *_more(arabic, claims)])


def _more(arabic: Article, claims: int) -> Iterator[Entity]:
    before: list[Claim] = []
    for number in range(claims // _PER_ARTICLE):
        text = f"{number} " + sample.ARABIC * _PER_ARTICLE
        article = evolve(
            arabic, id=ArticleId(f"art_{number:06x}"), text=text, sha256=content_hash(text)
        )
        found = list(_claims_of(article))
        yield article
        yield from found
        yield from (_rating(claim) for claim in found[::2])
        if number % 2:
            for one, other in zip(before[::4], found[::4], strict=True):
                yield from _together(one, other)
        before = found


def _claims_of(article: Article) -> Iterator[Claim]:
    first = sample.claim(ClaimId("c"), article, _WORDS, sample.OUTLET, ClaimState.ACCEPTED)
    for place in range(_PER_ARTICLE):
        yield evolve(first, id=ClaimId(f"clm_{article.id}_{place}"))


def _rating(claim: Claim) -> Assessment:
    return Assessment(
        id=AssessmentId(f"asm_{claim.id}"),
        claim_id=claim.id,
        reviewer="Rana",
        assessed_at=sample.NOW,
        reliability=Reliability.C,
        credibility=Credibility.PROBABLY_TRUE,
        rationale="يتفق مع صور من المكان",
    )


def _together(one: Claim, other: Claim) -> Iterator[Entity]:
    yield Corroboration(
        id=CorroborationId(f"cor_{one.id}"),
        claim_id=one.id,
        other_id=other.id,
        relation=Relation.CORROBORATES,
        dependence=Dependence.INDEPENDENT,
        reviewer="Rana",
        decided_at=sample.NOW,
    )
    yield Assertion(
        id=AssertionId(f"asn_{one.id}"),
        wording=_WORDS,
        claim_ids=(one.id, other.id),
        ruling=Ruling(verdict=Verdict.LIKELY, reviewer="Huda", decided_at=sample.NOW),
    )


def _timed(label: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    began = time.process_time()
    found = work(*args, **kwargs)
    print(f"{label:<24}{time.process_time() - began:8.2f} s")
    return found


def _highest() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _measured(exporter: Exporter, dossier: Dossier) -> None:
    """Print what one format takes; in a process of its own, whose highest mark is its own."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    before, began = _highest(), time.process_time()
    written = files = 0
    for _, pieces in exporter.files(dossier, f"claims{exporter.suffix}"):
        files += 1
        for piece in pieces:
            written += len(piece)
    seconds, grown = time.process_time() - began, _highest() - before
    parts = f" in {files} files" if files > 1 else ""
    print(f"{exporter.name:<24}{seconds:8.2f} s {written / 1e6:8.1f} MB {grown:+8.1f} MB{parts}")
    sys.stdout.flush()
    os._exit(0)


def main() -> None:
    """Measure and print."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    names = sys.argv[2:] or list(EXPORTERS)
    records = database(claims)
    print(f"{len(records.claims)} claims in {len(records.articles)} articles")
    dossier = _timed("assemble", sample.dossier, records)
    _timed("assemble, filtered", sample.dossier, records, parse_filter("date>=2020-11-12"))
    print(f"{'format':<24}{'CPU':>10} {'written':>11} {'grown':>11}")
    for name in names:
        _measured(EXPORTERS[name], dossier)
    if "jsonl" in names:
        data = b"".join(EXPORTERS["jsonl"].write(dossier))
        again = _timed("jsonl read back", read_jsonl, data.splitlines(keepends=True))
        print(f"{'same again':<24}{again == dossier!s:>10}")


if __name__ == "__main__":
    main()
