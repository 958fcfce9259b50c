"""Whether track records predict and cover: ``python -m tests.bench.bench_records [LIAR.jsonl]``.

LIAR (W. Wang, "Liar, liar pants on fire", ACL 2017) is public data on named speakers, a stand-in
for sources: one object a line with ``label``, ``speaker`` and ``split``. It is not part of this
project; without its path only the coverage of the intervals is printed.

Each speaker's record is built from the claims of the split ``train`` as a desk would build it:
``half-true``, ``mostly-true`` and ``true`` are borne out, the other three labels refuted. It then
predicts the claims of ``valid``. Printed is the Brier score of the mean of the record, plain and
drawn to the mean of all (shrinkage 4, which the source's page offers), against that of a constant:
the share borne out in ``train``. A speaker without a record gets the constant.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from tests.unit.credibility.records import assertion, claim, known
from tracker.credibility import brier, jeffreys_interval, track_record, track_records
from tracker.model import Claim, SourceId, TrackRecord, Verdict, Weighing

_BORNE_OUT = frozenset({"half-true", "mostly-true", "true"})
_REFUTED = frozenset({"barely-true", "false", "pants-fire"})
_SHRINKAGE = 4
_RUNS = 200_000


@frozen
class Statement:
    """One statement of LIAR."""

    speaker: str
    right: bool


def read(path: Path, split: str) -> Iterator[Statement]:
    """Yield the statements of a split."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        found = json.loads(line)
        if found["split"] == split:
            if found["label"] not in _BORNE_OUT | _REFUTED:
                raise SystemExit(f"{path}: there is no label {found['label']!r}.")
            yield Statement(found["speaker"], found["label"] in _BORNE_OUT)


def records(train: Iterable[Statement]) -> tuple[Mapping[SourceId, TrackRecord], float]:
    """Return the record of every speaker, and the share borne out of all."""
    claims, ruled = [], []
    for number, statement in enumerate(train):
        verdict = Verdict.VERIFIED if statement.right else Verdict.REFUTED
        claims.append(claim(f"c{number}", statement.speaker or "nobody", article=f"a{number}"))
        ruled.append(assertion(f"e{number}", f"c{number}", verdict))
    ledger = known(claims, ruled)
    plain = track_records(claims, ledger)
    share = sum(r.borne_out for r in plain.values()) / sum(r.resolved for r in plain.values())
    return plain, share


def shrunk(record: TrackRecord, share: float) -> float:
    """Return the mean of a record drawn to ``share``, as :func:`track_record` computes it."""
    own: list[Claim] = []
    ruled = []
    for number in range(record.resolved):
        verdict = Verdict.VERIFIED if number < record.borne_out else Verdict.REFUTED
        own.append(claim(f"c{number}", str(record.source_id), article=f"a{number}"))
        ruled.append(assertion(f"e{number}", f"c{number}", verdict))
    weighing = Weighing(shrinkage=_SHRINKAGE)
    ledger = known(own, ruled)
    return track_record(record.source_id, own, ledger, weighing=weighing, drawn_to=share).mean


def predict(path: Path) -> None:
    """Print how well records predict."""
    plain, share = records(read(path, "train"))
    means = {source: shrunk(record, share) for source, record in plain.items()}
    valid = list(read(path, "valid"))
    told = {
        "constant": [(share, s.right) for s in valid],
        "record": [
            (plain[SourceId(s.speaker)].mean if s.speaker in plain else share, s.right)
            for s in valid
        ],
        "record, shrunk": [(means.get(SourceId(s.speaker), share), s.right) for s in valid],
    }
    outcomes = Counter(s.speaker in plain for s in valid)
    print(f"{len(plain):,} speakers; {len(valid):,} claims, {outcomes[True]:,} by known speakers")
    for name, forecasts in told.items():
        print(f"Brier, {name:<16}{brier(forecasts):8.4f}")


def coverage() -> None:
    """Print how often the 90 % interval holds the truth, over shares drawn evenly from 0 to 1."""
    draw = random.Random(7)  # noqa: S311  (a simulation)
    for resolved in (1, 3, 5, 10, 20, 50):
        held = 0
        for _ in range(_RUNS):
            share = draw.random()
            right = sum(draw.random() < share for _ in range(resolved))
            interval = jeffreys_interval(right, resolved)
            held += interval.low <= share <= interval.high
        print(f"coverage of 90 %, n = {resolved:<3}{held / _RUNS:8.3f}")


def main() -> None:
    """Measure and print."""
    if len(sys.argv) > 1:
        predict(Path(sys.argv[1]))
    else:
        print("LIAR was not given: no prediction.")
    coverage()


if __name__ == "__main__":
    main()
