"""What would give a source away, or a rating before its time, leaves in no format unasked."""

import pytest
from attrs import evolve
from hypothesis import given

from tests.unit.export import sample
from tests.unit.export.databases import databases
from tracker.export import EXPORTERS, Dossier, Filter, Records, assemble, parse_filter
from tracker.model import (
    Assignment,
    AssignmentId,
    Credibility,
    Identity,
    Settlement,
    SettlementId,
    Source,
    SourceId,
    SourceKind,
    SourceLink,
)
from tracker.scales import load_scales

NAME = "Sami Haddad"
RATIONALE = "one voice"
SETTLED = "the film is older"
PERSON = SourceId("src_person")
OTHER = SourceId("src_other")
LINK = "the same turn of phrase"


def named_desk() -> Records:
    """Return the desk with a person judged to be its unnamed source, and one to rate it yet."""
    known = sample.records()
    voice = next(s for s in known.sources if s.id == sample.VOICE)
    link = SourceLink(
        id="lnk_2",
        source_id=PERSON,
        other_id=sample.VOICE,
        identity=Identity.SAME_AS,
        reason=LINK,
        reviewer="Rana",
        decided_at=sample.NOW,
    )
    return Records.of(
        [
            *(record for record in known if record.id != voice.id),
            evolve(voice, aliases=(NAME,)),
            Source(id=PERSON, kind=SourceKind.NAMED_PERSON, label=NAME),
            link,
            Assignment(
                id=AssignmentId("sgn_1"),
                claim_id=sample.KILLED,
                reviewer="Sami",
                assigned_by="Huda",
                assigned_at=sample.NOW,
            ),
            Settlement(
                id=SettlementId("stl_1"),
                claim_id=sample.KILLED,
                credibility=Credibility.DOUBTFUL,
                reviewer="Huda",
                settled_at=sample.NOW,
                rationale=SETTLED,
            ),
        ]
    )


def made(reader: str = "", *, confidential: bool = False, where: str = "") -> Dossier:
    return assemble(
        named_desk(),
        filter=parse_filter(where) if where else Filter(),
        tool="tracker test",
        scales=load_scales(),
        include_confidential=confidential,
        reader=reader,
    )


def written(name: str, dossier: Dossier) -> str:
    """Return an export as its reader sees it: a workbook's parts unpacked."""
    return b"".join(EXPORTERS[name].shown(dossier)).decode("utf-8-sig")


@pytest.mark.parametrize("name", EXPORTERS)
def test_nothing_joins_an_unnamed_source_to_a_name(name: str) -> None:
    text = written(name, evolve(made(where="claim=clm_1killed"), language="en"))
    assert LINK not in text
    assert NAME not in text
    assert sample.SECRET not in text


def test_json_lines_hold_it_where_it_is_asked_for() -> None:
    text = written("jsonl", made(confidential=True))
    assert LINK in text
    assert text.count(NAME) == 2


def test_two_sources_that_are_one_voice_count_as_one_origin_also_where_that_is_not_said() -> None:
    records = named_desk()
    claims = tuple(
        evolve(c, attribution=evolve(c.attribution, source_id=PERSON, chain=()))
        if c.id == sample.DIED
        else c
        for c in records.claims
    )
    pairs = tuple(evolve(p, dependence=type(p.dependence).UNKNOWN) for p in records.corroborations)
    found = assemble(
        evolve(records, claims=claims, corroborations=pairs),
        filter=Filter(),
        tool="tracker test",
        scales=load_scales(),
    )
    assert all(link.reason != LINK for link in found.records.source_links)
    assert '"origins":1,"origins_unknown":0' in b"".join(EXPORTERS["json"].write(found)).decode()


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name not in {"csl-json", "ris"}])
def test_who_was_asked_to_rate_a_claim_is_not_shown_what_others_rated(name: str) -> None:
    hidden = written(name, made("Sami"))
    assert RATIONALE not in hidden
    assert SETTLED not in hidden
    assert RATIONALE in written(name, made("Huda"))


def test_no_filter_tells_what_is_not_shown() -> None:
    assert made("Sami", where="rating=B6").selected == ()
    assert made("Huda", where="rating=B6").selected == (sample.KILLED,)


def test_how_much_is_withheld_is_counted() -> None:
    assert made("Sami").withheld == 3
    assert made("Huda").withheld == made("Sami", confidential=True).withheld == 0


@given(databases())
def test_what_is_written_unasked_names_nobody_who_is_unnamed(records: Records) -> None:
    found = sample.dossier(records).records
    unnamed = {source.id for source in found.sources if source.kind.anonymous}
    assert not any(source.confidential for source in found.sources)
    for source in found.sources:
        if source.kind.anonymous:
            assert source.aliases == ()
            assert unnamed.issuperset(source.candidate_ids)
    for link in found.source_links:
        assert (link.source_id in unnamed) == (link.other_id in unnamed)
