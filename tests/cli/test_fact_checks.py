"""Published fact-checks by commands: taken in, found for a claim, judged, handed on."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tracker.cli.exit_codes import ExitCode

REVIEWS = [
    {
        "@type": "ClaimReview",
        "claimReviewed": "داعش شن هجوماً على مواقع النظام",
        "url": "https://checks.example/1",
        "author": {"@type": "Organization", "name": "تحقق"},
        "datePublished": "2026-11-20T08:00:00Z",
        "inLanguage": "ar",
        "reviewRating": {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "صفحة"}},
    },
    {
        "@type": "ClaimReview",
        "claimReviewed": "ارتفاع سعر الخبز",
        "url": "https://checks.example/2",
    },
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "checks.jsonl"
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in REVIEWS), "utf-8")
    return path


def test_an_archive_comes_in_and_is_listed(desk: Cli, archive: Path) -> None:
    answer = desk.done(f"fact-checks add {archive} --json").json
    assert (answer["added"], answer["changed"], answer["known"]) == (2, 0, 0)
    first, second = desk.done("fact-checks --json").json["fact_checks"]
    assert first["rating"] == "1 (1-5)"
    assert (first["publisher"], first["published"], first["claimant"]) == (
        "تحقق", "2026-11-20", "صفحة",
    )  # fmt: skip
    assert (second["rating"], second["published"]) == ("", None)
    assert [row[0] for row in desk.done("fact-checks list --search الخبز").rows] == [second["id"]]
    assert desk.done(f"fact-checks add {archive}").rows == [
        ["added", "0"], ["changed", "0"], ["known already", "2"],
    ]  # fmt: skip


def test_it_is_found_for_a_claim_judged_and_shown(desk: Cli, archive: Path) -> None:
    desk.done(f"fact-checks add {archive}")
    best = desk.done("fact-checks match clm_2 --json --no-semantic").json["matches"][0]
    assert set(best) == {"claim_id", "suggestion", "fact_check", "candidate"}
    assert best["suggestion"] == "same_claim"
    name = best["fact_check"]["id"]
    assert best["candidate"]["fact_check_id"] == name
    assert name in [row[3] for row in desk.done("fact-checks match --no-semantic").rows]
    desk.done(f"fact-check clm_2 {name} --as same_claim --note المشهد")
    assert [row[0] for row in desk.done("fact-checks list --claim clm_2").rows] == [name]
    shown = desk.done(f"fact-checks show {name} --json").json["fact_check"]
    assert [link["note"] for link in shown["links"]] == ["المشهد"]
    assert "المشهد" in desk.done(f"fact-checks show {name}").out
    found = desk.done("fact-checks match clm_2 --json --no-semantic").json["matches"]
    assert name not in [match["fact_check"]["id"] for match in found]
    (check,) = desk.done("claims show clm_2 --json").json["claim"]["fact_checks"]
    assert check["id"] == name
    assert name in desk.done("claims show clm_2").out
    assert desk.done("check").code == 0


def test_an_unknown_fact_check_is_named_with_where_to_look(desk: Cli) -> None:
    answer = desk("fact-check clm_2 fck_x --as related")
    assert answer.code == ExitCode.NOT_FOUND
    assert "There is no fact-check fck_x." in answer.err
    assert "tracker fact-checks list" in answer.err


def test_a_lossless_export_carries_them_and_comes_back(
    desk: Cli, archive: Path, tmp_path: Path
) -> None:
    desk.done(f"fact-checks add {archive}")
    name = desk.done("fact-checks --json").json["fact_checks"][0]["id"]
    desk.done(f"fact-check clm_2 {name} --as same_claim")
    first, again = tmp_path / "first.jsonl", tmp_path / "again.jsonl"
    desk.done(f"export --format jsonl -o {first}")
    other = Cli(tmp_path / "other.json", desk._capsys)
    other.done(f"import {first}")
    other.done(f"export --format jsonl -o {again}")
    assert first.read_bytes() == again.read_bytes()
    part = tmp_path / "part.jsonl"
    desk.done(f"export --format jsonl --where source~مصدر -o {part}")
    kinds = [json.loads(line).get("kind") for line in part.read_text("utf-8").splitlines()]
    assert kinds.count("fact_checks") == 1
