"""What several reviewers and the desk said of a claim leaves with it, F and 6 as no numbers."""

import csv
import io
import json
from datetime import timedelta

from attrs import evolve

from tests.unit.export import sample
from tracker.export import EXPORTERS, Dossier, Filter, Records, assemble
from tracker.model import Credibility, Likelihood, Settlement, SettlementId
from tracker.scales import load_scales


def dossier() -> Dossier:
    """Return the sample with a likelihood, a piece of evidence and a settlement."""
    known = sample.records()
    first = known.assessments[0]
    rated = evolve(first, likelihood=Likelihood.LIKELY, likelihood_at=first.assessed_at)
    settled = Settlement(
        id=SettlementId("stl_1"),
        claim_id=first.claim_id,
        credibility=Credibility.DOUBTFUL,
        reviewer="Rana",
        settled_at=sample.NOW + timedelta(hours=1),
        rationale="the film is older",
    )
    assertions = tuple(
        evolve(a, ruling=evolve(a.ruling, evidence=("a film",))) if a.ruling else a
        for a in known.assertions
    )
    records = evolve(
        known,
        assessments=(rated, *known.assessments[1:]),
        settlements=(settled,),
        assertions=assertions,
    )
    return assemble(
        Records.of(records),
        filter=Filter(),
        tool="tracker test",
        scales=load_scales(),
    )


def written(name: str) -> str:
    return b"".join(EXPORTERS[name].write(dossier())).decode("utf-8-sig")


def test_json_holds_likelihood_settlement_and_evidence() -> None:
    claims = json.loads(written("json"))["claims"]
    (settled,) = [c["settlement"] for c in claims if c["settlement"]]
    assert (settled["credibility"]["code"], settled["reliability"]) == ("4", None)
    likelihoods = [a["likelihood"] for c in claims for a in c["assessments"] if a["likelihood"]]
    assert [one["code"] for one in likelihoods] == ["likely"]
    assert ["a film"] in [c["assertion"]["evidence"] for c in claims]


def test_csv_holds_them_in_columns_of_their_own() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv"), newline="")))
    (row,) = [row for row in rows if row["settled"]]
    assert (row["settled"], row["settled_by"]) == ("–4", "Rana")
    assert row["settled_rationale"] == "the film is older"
    assert row["likelihood"] == " | likely"
    assert row["evidence"] == "a film"


def test_markdown_holds_settlement_evidence_and_likelihood_on_lines_of_their_own() -> None:
    lines = written("markdown").splitlines()
    assert any(line.startswith("- Settled by Rana") for line in lines)
    assert "- Evidence: a film" in lines
    assert len([line for line in lines if line.startswith("- Likelihood, ")]) == 1


def test_json_lines_read_back_the_new_records() -> None:
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    assert [one["record"]["id"] for one in lines[1:] if one["kind"] == "settlements"] == ["stl_1"]
