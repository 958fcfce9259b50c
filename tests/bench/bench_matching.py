"""Figures of the matcher on public data, each beside its alternatives in the same run.

Run ``python -m tests.bench.bench_matching PATH [SIZE ...]``. PATH holds ``checkthat_ar/``,
``checkthat_en/``, ``ans/`` and ``pud_ar_en/``; what is absent is said and passed over. The sizes
of the speed runs are 10000 and 100000 unless given. Weights and thresholds were fitted on train
splits; dev is only reported. The hand-written traps need no data.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import bm25s  # type: ignore[import-untyped]
from rapidfuzz import fuzz, process

from tests.bench.bench_matching_speed import report_pairs, report_speed
from tests.bench.fit_agreement import judged
from tests.bench.matching_data import (
    HeadlinePair,
    Retrieval,
    auc,
    average_precision,
    bootstrap,
    load_headlines,
    load_retrieval,
    rows,
)
from tests.cases import matching_traps, reports_in_two_languages
from tracker.matching import (
    SIGNALS,
    Encoder,
    MatchIndex,
    MatchText,
    compare,
    installed_encoder,
    match_lists,
)
from tracker.model import Stance
from tracker.text.stems import stems

Ranking = dict[str, list[str]]
_DEPTH = 5
_SIZES = (10_000, 100_000)


def _whole(text: MatchText) -> str:
    return f"{text.title} {text.text}"


def by_tracker(data: Retrieval) -> Ranking:
    """Return the matcher's own ranking."""
    return {
        query: [candidate.claim_id for candidate in found]
        for query, found in match_lists(data.claims, data.queries, _DEPTH)
    }


def by_meaning(data: Retrieval) -> Ranking:
    """Return the matcher's own ranking with sentence vectors."""
    rows_found = match_lists(data.claims, data.queries, _DEPTH, encoder=installed_encoder())
    return {query: [candidate.claim_id for candidate in found] for query, found in rows_found}


def by_bm25(data: Retrieval) -> Ranking:
    """Return the ranking of BM25 over the same stems."""
    model = bm25s.BM25()
    model.index([stems(_whole(claim)) for claim in data.claims], show_progress=False)
    names = [claim.id for claim in data.claims]
    found, _ = model.retrieve(
        [stems(query.text) for query in data.queries], k=_DEPTH, show_progress=False
    )
    return {
        query.id: [names[at] for at in row]
        for query, row in zip(data.queries, found.tolist(), strict=True)
    }


def by_rapidfuzz(scorer: Callable[..., float]) -> Callable[[Retrieval], Ranking]:
    """Return a ranking by a plain rapidfuzz scorer over the same stems."""

    def rank(data: Retrieval) -> Ranking:
        claims = {claim.id: " ".join(stems(_whole(claim))) for claim in data.claims}
        return {
            query.id: [
                name
                for _, _, name in process.extract(
                    " ".join(stems(query.text)), claims, scorer=scorer, limit=_DEPTH
                )
            ]
            for query in data.queries
        }

    return rank


SYSTEMS: dict[str, Callable[[Retrieval], Ranking]] = {
    "tracker": by_tracker,
    "tracker, semantic": by_meaning,
    "BM25 (bm25s)": by_bm25,
    "token_set_ratio": by_rapidfuzz(fuzz.token_set_ratio),
    "token_sort_ratio": by_rapidfuzz(fuzz.token_sort_ratio),
    "WRatio": by_rapidfuzz(fuzz.WRatio),
}


def report_retrieval(folder: Path, split: str, systems: Sequence[str]) -> None:
    """Print MAP@5 of ``systems`` on one split of a CheckThat folder."""
    data = load_retrieval(folder, split)
    print(f"{folder.name} {split}: {len(data.queries)} queries, {len(data.claims)} claims")
    for name in systems:
        if name == "tracker, semantic" and not installed_encoder():
            continue
        ranking = SYSTEMS[name](data)
        values = [
            average_precision(ranking[query.id], data.relevant[query.id]) for query in data.queries
        ]
        low, high = bootstrap(values)
        print(f"  {name:18} MAP@5 {sum(values) / len(values):.4f}  [{low:.3f}, {high:.3f}]")


def report_headlines(folder: Path, split: str) -> None:
    """Print how well ANS pairs that agree are told from those that contradict, and unrelated."""
    for way, encoder in _encoders().items():
        print(f"ANS {split}, {way}")
        _report_headlines(folder, split, encoder)


def _report_headlines(folder: Path, split: str, encoder: Encoder | None) -> None:
    pairs = load_headlines(folder, split)
    found = judged(pairs, encoder)
    scores: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    fired: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for pair, candidate in found:
        plain = fuzz.token_set_ratio(" ".join(stems(pair.ours)), " ".join(stems(pair.theirs)))
        scores["agreement (score, wording, signals)"].append(
            (pair.agree, candidate.agreement or 0.0)
        )
        scores["score alone"].append((pair.agree, candidate.score))
        scores["token_set_ratio"].append((pair.agree, plain))
        for signal in candidate.signals:
            fired[signal.name, signal.stance.value] += 1
            right[signal.name, signal.stance.value] += not pair.agree
    print(f"  {len(pairs)} pairs")
    for name, values in scores.items():
        print(f"  agree against disagree, AUC by {name}: {_auc(values):.4f}")
    print(
        f"  agree against unrelated, AUC by score: {_against_unrelated(folder, split, encoder):.4f}"
    )
    for name in SIGNALS:
        for stance in (Stance.WARNS.value, Stance.SUPPORTS.value):
            if count := fired[name, stance]:
                share = right[name, stance] / count
                print(f"  {name:10} {stance:8} fired {count:4}, contradictions {share:.2f}")


def _auc(values: Sequence[tuple[bool, float]]) -> float:
    return auc([v for agree, v in values if agree], [v for agree, v in values if not agree])


def _against_unrelated(folder: Path, split: str, encoder: Encoder | None) -> float:
    agreeing = tuple(pair for pair in load_headlines(folder, split) if pair.agree)
    half = len(agreeing) // 2
    crossed = tuple(
        HeadlinePair(pair.ours, agreeing[at - half].theirs, agree=False)
        for at, pair in enumerate(agreeing)
    )
    return _auc(
        [(pair.agree, found.score) for pair, found in judged((*agreeing, *crossed), encoder)]
    )


def report_languages(folder: Path) -> None:
    """Print how often the sentence that one translates comes first, without and with vectors."""
    pairs = rows(folder / "pairs.jsonl")
    for name, encoder in _encoders().items():
        for asked, held in (("ar", "en"), ("en", "ar")):
            texts = [MatchText(id=pair["id"], text=pair[held]) for pair in pairs]
            queries = [MatchText(id=pair["id"], text=pair[asked]) for pair in pairs]
            first = sum(
                bool(found) and found[0].claim_id == query
                for query, found in match_lists(texts, queries, 1, encoder=encoder)
            )
            share = first / len(pairs)
            print(f"{asked} to {held}, {len(pairs)} sentences, {name}: first {share:.3f}")


def report_reports(folder: Path) -> None:
    """Print how often the report in the other language comes first, among ANS headlines."""
    told = reports_in_two_languages()
    headlines = dict.fromkeys(
        text for pair in load_headlines(folder, "train") for text in (pair.ours, pair.theirs)
    )
    noise = [MatchText(id=text, text=text) for text in headlines]
    for name, encoder in _encoders().items():
        index = MatchIndex(noise, encoder=encoder)
        for at, pair in enumerate(told):
            for language, text in zip(("ar", "en"), pair, strict=True):
                index.add(MatchText(id=f"{language} {at}", text=text))
        first = sum(
            index.candidates(MatchText(id="?", text=text), 1, frozenset({f"{asked} {at}"}))[
                0
            ].claim_id
            == f"{sought} {at}"
            for at, pair in enumerate(told)
            for text, asked, sought in zip(pair, ("ar", "en"), ("en", "ar"), strict=True)
        )
        print(f"reports in two languages, {name}: the other one first {first} of {2 * len(told)}")


def _encoders() -> dict[str, Encoder | None]:
    """Return the ways of matching for which there is what they need."""
    encoder = installed_encoder()
    if encoder is None:
        print("the extra “semantic” is not installed: nothing measured with vectors")
        return {"words": None}
    return {"words": None, f"words and {encoder.name}": encoder}


def report_traps() -> None:
    """Print how many hand-written traps get the suggestion expected, and those that do not."""
    for name in ("matching_traps.toml", "further_traps.toml"):
        for way, encoder in _encoders().items():
            _report_traps(name, way, encoder)


def _report_traps(name: str, way: str, encoder: Encoder | None) -> None:
    traps = matching_traps(name)
    wrong = []
    for trap in traps:
        ours, theirs = MatchText(id="a", text=trap.ours), MatchText(id="b", text=trap.theirs)
        index = MatchIndex([ours, theirs], encoder=encoder)
        found = (index.compare(ours, "b") if encoder else compare(ours, theirs)).suggestion
        if found is not trap.suggestion:
            wrong.append((trap, found))
    print(f"{name}, {way}: {len(traps) - len(wrong)} of {len(traps)} right")
    for trap, found in wrong:
        print(f"  {trap.trap}: {found.value} instead of {trap.suggestion.value}")
        print(f"    {trap.ours}\n    {trap.theirs}")


def main(folder: Path, sizes: Sequence[int]) -> None:
    """Print every figure for which there is data."""
    report_traps()
    parts: list[tuple[Path, Callable[[Path], None]]] = [
        (folder / "ans", lambda path: report_headlines(path, "dev")),
        (folder / "pud_ar_en", report_languages),
        (folder / "ans", report_reports),
        (folder / "checkthat_ar", _report_checkthat),
        (folder / "checkthat_en", _report_checkthat),
        (folder / "ans", lambda path: report_speed(path, sizes)),
        (folder / "ans", lambda path: report_pairs(path, sizes)),
    ]
    for path, report in parts:
        if path.is_dir():
            report(path)
        else:
            print(f"{path.name}: no data at {path}, nothing measured")


def _report_checkthat(path: Path) -> None:
    report_retrieval(path, "dev", list(SYSTEMS))
    report_retrieval(path, "train", ["tracker", "tracker, semantic", "BM25 (bm25s)"])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Give the folder that holds the benchmark data.")
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or _SIZES)
