"""Candidates with reasons, from the database and between outside lists."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.desk import article, claim
from tracker.model import Change, Reviewer
from tracker.services.session import Session
from tracker.store import open_store

OTHER = "ورد أن داعش شن هجوماً على مواقع للنظام في ريف الرقة، واعتقل 20 شخصاً.\n"


@pytest.fixture
def two_reports(desk: Cli) -> Cli:
    """A desk with a second report of the same attack."""
    store = open_store(str(desk.database))
    words = "داعش شن هجوماً على مواقع للنظام في ريف الرقة"
    second = claim(words, "clm_5", text=OTHER, article_id="art_two", source_id="src_outlet")
    session = Session(store=store, reviewer=Reviewer("Nour"))
    session.commit("Add", Change(after=article(OTHER, "art_two")), Change(after=second))
    store.close()
    return desk


def test_candidates_come_with_score_and_reasons(two_reports: Cli) -> None:
    answer = two_reports.done("match clm_2 --json").json
    assert set(answer) == {"schema_version", "claim_id", "candidates"}
    best = answer["candidates"][0]
    assert set(best) == {"claim_id", "score", "agreement", "suggestion", "signals"}
    assert best["claim_id"] == "clm_5"
    assert 0 < best["score"] <= 1
    for signals in best["signals"].values():
        assert all(set(s) == {"stance", "ours", "theirs", "weight"} for s in signals)
    assert two_reports.done("match clm_2").rows[0][3] == "clm_5"


def test_the_queue_holds_each_pair_once_and_loses_those_that_are_judged(two_reports: Cli) -> None:
    found = two_reports.done("match --json --top 50").json["matches"]
    pairs = [frozenset((m["claim_id"], m["candidate"]["claim_id"])) for m in found]
    assert frozenset(("clm_2", "clm_5")) in pairs
    assert len(set(pairs)) == len(pairs)
    two_reports.done("corroborate clm_2 clm_5 --as corroborates")
    rest = two_reports.done("match --top 50").rows
    assert ["clm_2", "clm_5"] not in [sorted(row[2:4]) for row in rest]


def lists(folder: Path, claims: list[object], queries: list[object]) -> str:
    """Write two lists and return the options that name them."""
    for name, texts in (("claims", claims), ("queries", queries)):
        lines = [t if isinstance(t, str) else json.dumps(t, ensure_ascii=False) for t in texts]
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n\n", "utf-8")
    return f"--claims {folder}/claims.jsonl --queries {folder}/queries.jsonl"


def test_outside_lists_are_matched_without_a_database(empty: Cli, tmp_path: Path) -> None:
    options = lists(
        tmp_path,
        [
            {"id": "a", "text": OTHER, "language": "ar", "date": "2020-11-10", "outlet": "x"},
            {"id": 7, "text": "The ministry denied that the bridge had collapsed."},
        ],
        [
            {"id": "q1", "text": "A bridge collapsed, the ministry denied.", "title": "Bridge"},
            {"id": "q2", "text": "داعش شن هجوماً على مواقع"},
        ],
    )
    answer = empty.done(f"match {options} --top 1")
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert [line["query_id"] for line in lines] == ["q1", "q2"]
    assert [line["candidates"][0]["id"] for line in lines] == ["7", "a"]
    assert set(lines[0]["candidates"][0]) == {"id", "score", "agreement", "suggestion", "signals"}
    assert empty.bytes_on_disk() == {}


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("nonsense", "line 2: this is not a JSON object"),
        ("[]", "not a JSON object"),
        ({"text": "x"}, "there is no id"),
        ({"id": "b"}, "“text” is not text"),
        ({"id": "b", "text": "x", "date": "yesterday"}, "2020-11-10"),
        ({"id": "a", "text": "x"}, "second time"),
        ("[" * 100_000, "not a JSON object"),
    ],
)
def test_a_bad_line_is_named(empty: Cli, tmp_path: Path, bad: object, said: str) -> None:
    options = lists(tmp_path, [{"id": "a", "text": "x"}, bad], [{"id": "q", "text": "x"}])
    answer = empty(f"match {options}")
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err


def test_lists_come_in_pairs_and_exist(empty: Cli, tmp_path: Path) -> None:
    assert empty(f"match --claims {tmp_path}/a").code == 2
    assert empty(f"match clm_1 --claims {tmp_path}/a --queries {tmp_path}/b").code == 2
    answer = empty(f"match --claims {tmp_path}/a --queries {tmp_path}/b")
    assert answer.code == 1
    assert "could not be read: no such file" in answer.err


def test_an_archive_of_fact_checks_is_searched(empty: Cli, tmp_path: Path) -> None:
    reviews = [
        {"@type": "ClaimReview", "claimReviewed": text, "url": url, "datePublished": day}
        for text, url, day in (
            ("المغرب يغلق معبر سبتة", "https://example.org/1", "2020-11-10"),
            ("غرق مركب قبالة صفاقس", "https://example.org/2", "some day"),
            ("غرق مركب قبالة صفاقس", "https://example.org/2", ""),
        )
    ]
    (tmp_path / "archive.json").write_text(json.dumps({"@graph": reviews}, indent=1), "utf-8")
    query = json.dumps({"id": "q", "text": "إغلاق معبر سبتة في المغرب"})
    (tmp_path / "queries.jsonl").write_text(query, "utf-8")
    options = f"--claims {tmp_path}/archive.json --queries {tmp_path}/queries.jsonl"
    answer = empty.done(f"match {options} --json")
    found = json.loads(answer.out)["candidates"]
    assert found[0]["id"] == "https://example.org/1"
