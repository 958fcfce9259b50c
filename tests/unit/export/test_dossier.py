"""A dossier keeps confidences and counts what stands behind a claim."""

import io
import zipfile

import pytest
from attrs import evolve

from tests.unit.export import sample
from tracker.errors import RuleError
from tracker.export import EXPORTERS, Dossier, Records, entries, parse_filter
from tracker.model import ClaimState, Identity


def content(name: str, dossier: Dossier) -> str:
    """Return all text of an export, that of a ZIP archive unpacked."""
    data = b"".join(EXPORTERS[name].write(dossier))
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(part).decode("utf-8") for part in archive.namelist())


@pytest.mark.parametrize("name", EXPORTERS)
def test_no_format_lets_a_confidence_out_unasked(name: str) -> None:
    assert sample.SECRET not in content(name, sample.dossier())
    assert sample.SECRET in content(name, sample.dossier(include_confidential=True))


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
    assert list(EXPORTERS) == ["jsonl", "json", "csv", "xlsx", "markdown", "html"]
    assert [exporter.suffix for exporter in EXPORTERS.values()] == [
        ".jsonl",
        ".json",
        ".csv",
        ".xlsx",
        ".md",
        ".html",
    ]
    assert [name for name, exporter in EXPORTERS.items() if exporter.lossless] == ["jsonl"]


def test_the_time_of_an_export_is_the_latest_in_its_records() -> None:
    assert sample.dossier().as_of == sample.NOW.replace(day=12)
    assert sample.dossier(Records()).as_of is None


def test_what_is_readable_is_worded_as_most_claims_are() -> None:
    assert sample.dossier().worded_in == "ar"
    assert sample.dossier(filter=parse_filter("language=en")).worded_in == "en"
    assert sample.dossier(Records()).worded_in == "en"
    assert evolve(sample.dossier(), language="en").worded_in == "en"
