"""A dossier keeps confidences and counts what stands behind a claim."""

import pytest
from attrs import evolve

from tests.unit.export import sample
from tracker.errors import RuleError
from tracker.export import EXPORTERS, entries, parse_filter
from tracker.model import ClaimState, Identity


@pytest.mark.parametrize("name", EXPORTERS)
def test_no_format_lets_a_confidence_out_unasked(name: str) -> None:
    secret = sample.SECRET.encode()
    assert secret not in b"".join(EXPORTERS[name].write(sample.dossier()))
    asked = sample.dossier(include_confidential=True)
    assert secret in b"".join(EXPORTERS[name].write(asked))


def test_a_dossier_with_confidences_must_say_so() -> None:
    with pytest.raises(RuleError, match="in confidence"):
        evolve(sample.dossier(), records=sample.records())


def test_rejected_claims_do_not_stand_behind_anything() -> None:
    records = sample.records()
    claims = tuple(
        evolve(c, state=ClaimState.REJECTED) if c.id == sample.DIED else c for c in records.claims
    )
    standing = {
        entry.claim.id: entry.standing
        for entry in entries(sample.dossier(evolve(records, claims=claims)))
    }
    assert (standing[sample.KILLED].reports, standing[sample.KILLED].origins) == (1, 1)


def test_sources_judged_the_same_count_once_also_in_a_selection() -> None:
    records = sample.records()
    same = tuple(evolve(link, identity=Identity.SAME_AS) for link in records.source_links)
    dossier = sample.dossier(evolve(records, source_links=same), parse_filter("claim=clm_2fled"))
    assert sample.RESIDENTS in {source.id for source in dossier.records.sources}
    whole = sample.dossier(evolve(records, source_links=same))
    killed = next(entry for entry in entries(whole) if entry.claim.id == sample.KILLED)
    assert (killed.standing.reports, killed.standing.origins) == (2, 1)


def test_formats_have_names_endings_and_media_types() -> None:
    assert list(EXPORTERS) == ["jsonl", "json", "csv", "markdown"]
    assert [exporter.suffix for exporter in EXPORTERS.values()] == [
        ".jsonl",
        ".json",
        ".csv",
        ".md",
    ]
    assert [name for name, exporter in EXPORTERS.items() if exporter.lossless] == ["jsonl"]
