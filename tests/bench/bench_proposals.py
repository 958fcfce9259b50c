"""Measures proposals against the annotated articles: ``python -m tests.bench.bench_proposals``.

Measures: attributions per sentence, cues, cue with source (overlapping, exact), clause boundaries
(F1); own voice and claim to source (share right); corrections of boundaries per claim; CPU time of
an article of 5,000 words and of one ten times as long. A boundary counts as found within 12
characters and two words; the starts of lines are given and count nothing. With ``--held-out`` the
written articles that no rule was made with are measured, too; with ``--odd`` hostile texts.
"""

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import Factory, define

from tests.bench.written_articles import written_articles
from tracker.resources import seeds_folder
from tracker.services.proposal_json import proposal_to_json
from tracker.services.proposing import propose

GOLD = Path(__file__).parents[1] / "gold"
Place = tuple[int, int]
#: The annotation of an article and its text.
Annotated = tuple[dict[str, Any], str]
_HOLDS_CLAIMS = ("headline", "caption", "lead", "body")
_MEASURES = ("sentence", "cue", "source", "source_exact", "boundary")


@define
class Score:
    """Counts that add up over articles."""

    counts: dict[str, list[int]] = Factory(lambda: {name: [0, 0, 0] for name in _MEASURES})
    claims: int = 0
    edits: int = 0
    own_voice: int = 0
    linked: int = 0

    def f1(self, name: str) -> float:
        right, extra, missed = self.counts[name]
        return 2 * right / (2 * right + extra + missed) if right else 0.0

    def row(self) -> str:
        shares = [self.own_voice / self.claims, self.linked / self.claims, self.edits / self.claims]
        values = [self.f1(name) for name in _MEASURES] + shares
        return " ".join(f"{value:12.3f}" for value in values) + f" {self.claims:7d}"


def _place(value: dict[str, int] | None) -> Place | None:
    return (value["start"], value["end"]) if value else None


def _overlap(a: Place | None, b: Place | None) -> bool:
    return bool(a and b and a[0] < b[1] and b[0] < a[1])


def _sentences(text: str, segments: list[Place]) -> list[Place]:
    found = []
    for start, end in segments:
        at = start
        for match in re.finditer(r"(?<=[.!?؟])[\"»)]*\s+", text[start:end]):
            found.append((at, start + match.start()))
            at = start + match.end()
        found.append((at, end))
    return found


def _score_cues(score: Score, gold: Any, made: Any) -> dict[str, str]:
    used: set[int] = set()
    pairs = {}
    for want in gold["attributions"]:
        hits = [
            i
            for i, got in enumerate(made["attributions"])
            if i not in used and _overlap(_place(want["cue"]), _place(got["cue"]))
        ]
        if not hits:
            for name in ("cue", "source", "source_exact"):
                score.counts[name][2] += 1
            continue
        used.add(hits[0])
        got = made["attributions"][hits[0]]
        pairs[want["id"]] = got["id"]
        score.counts["cue"][0] += 1
        a, b = _place(want.get("source")), _place(got["source"])
        for name, right in (("source", a == b or _overlap(a, b)), ("source_exact", a == b)):
            for slot in (0,) if right else (1, 2):
                score.counts[name][slot] += 1
    for name in ("cue", "source", "source_exact"):
        score.counts[name][1] += len(made["attributions"]) - len(used)
    return pairs


def _starts(claims: Any) -> set[int]:
    return {
        min(s["start"] for s in claim["spans"] if s.get("role", "core") == "core")
        for claim in claims
    }


def _score_boundaries(score: Score, text: str, gold: Any, made: Any, given: set[int]) -> None:
    want, got = _starts(gold["claims"]) - given, _starts(made["claims"]) - given

    def near(n: int, pool: set[int]) -> bool:
        return any(abs(n - k) <= 12 and len(text[min(n, k) : max(n, k)].split()) <= 2 for k in pool)

    right = sum(near(n, got) for n in want)
    extra = sum(not near(n, want) for n in got)
    for slot, count in enumerate((right, extra, len(want) - right)):
        score.counts["boundary"][slot] += count
    score.edits += extra + len(want) - right


def _score_claims(score: Score, gold: Any, made: Any, pairs: dict[str, str]) -> None:
    for claim in gold["claims"]:
        core = [_place(s) for s in claim["spans"] if s.get("role", "core") == "core"]

        def shared(got: Any, core: list[Place | None] = core) -> int:
            return sum(
                max(0, min(a[1], s["end"]) - max(a[0], s["start"]))
                for a in core
                if a
                for s in got["spans"]
            )

        got = max(made["claims"], key=shared)
        want = claim.get("attribution")
        score.claims += 1
        score.own_voice += (want is None) == (got["attribution"] is None)
        score.linked += (pairs.get(want) if want else None) == got["attribution"] and (
            want is None or want in pairs
        )


def read_gold(paths: list[Path], texts: list[Path]) -> Iterator[Annotated]:
    """Yield the annotated articles at ``paths``, their texts found in the folders ``texts``."""
    for path in paths:
        gold = json.loads(path.read_text("utf-8"))
        file = next(d / gold["file"] for d in texts if (d / gold["file"]).exists())
        yield gold, file.read_bytes().decode("utf-8")


def measure(articles: Iterable[Annotated]) -> Score:
    """Return the counts over annotated articles."""
    score = Score()
    for gold, text in articles:
        made: Any = proposal_to_json(propose(text))
        segments = [(s["start"], s["end"]) for s in gold["segments"] if s["kind"] in _HOLDS_CLAIMS]
        for sentence in _sentences(text, segments):
            want = any(_overlap(_place(a["cue"]), sentence) for a in gold["attributions"])
            got = any(_overlap(_place(a["cue"]), sentence) for a in made["attributions"])
            if want or got:
                score.counts["sentence"][0 if want and got else 1 if got else 2] += 1
        pairs = _score_cues(score, gold, made)
        _score_boundaries(score, text, gold, made, {s[0] for s in segments})
        _score_claims(score, gold, made, pairs)
    return score


def _time() -> None:
    seed = next(seeds_folder().glob("*.txt")).read_text("utf-8")
    body = "\n".join(line for line in seed.splitlines() if len(line) > 200) + "\n"
    propose(seed)
    for words in (5_000, 50_000):
        text = body * max(1, words // len(body.split()))
        before = time.process_time()
        propose(text)
        print(f"{len(text.split()):7d} words: {(time.process_time() - before) * 1000:7.0f} ms CPU")


_ODD = {
    "one sentence": "قال مصدر إن النظام شن هجوما على المواقع التي " * 22_300,
    "quotes": '" ' * 50_000,
    "no marks": "كلمة " * 200_000,
    "mixed scripts": 'قال Trump said إن "x" 新闻 ' * 40_000,
    "persian": "این گزارش را وزارت خارجه منتشر کرد " * 28_000,
    "french": "le ministre a déclaré que la ville est grave " * 22_000,
}


def _odd() -> None:
    """Print what a text of some million characters costs, and one a tenth as long."""
    for name, text in _ODD.items():
        costs = []
        for length in (len(text) // 10, len(text)):
            before = time.process_time()
            propose(text[:length])
            costs.append(time.process_time() - before)
        print(
            f"{name:14} {len(text):9d} characters: {costs[1]:6.2f} s, {costs[1] / costs[0]:5.1f}x"
        )


def main(arguments: list[str]) -> None:
    """Print the table; further folders of annotated articles may be named."""
    folders = [one for one in arguments if not one.startswith("--")]
    texts = [GOLD, seeds_folder(), *map(Path, folders)]
    seed, others = GOLD / "seed.json", sorted(GOLD.glob("*.json"))
    others.remove(seed)
    print(
        " " * 10 + " ".join(f"{n:>12}" for n in (*_MEASURES, "own_voice", "linked", "edits/claim"))
    )
    print(f"{'seed':10}" + measure(read_gold([seed], texts)).row())
    print(f"{'others':10}" + measure(read_gold(others, texts)).row())
    print(f"{'written':10}" + measure(written_articles(held_out=False)).row())
    if "--held-out" in arguments:
        print(f"{'held out':10}" + measure(written_articles(held_out=True)).row())
    for folder in folders:
        articles = read_gold(sorted(Path(folder).glob("*.json")), texts)
        print(f"{folder[-9:]:10}" + measure(articles).row())
    _time()
    if "--odd" in arguments:
        _odd()


if __name__ == "__main__":
    main(sys.argv[1:])
