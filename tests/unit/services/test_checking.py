import pytest
from attrs import evolve
from hypothesis import given

from tests.strategies import records
from tests.unit.store.samples import NOON, TEXT, article, assertion, claim, creation, outlet
from tracker.model import (
    Allegation,
    Assessment,
    AssessmentId,
    Attribution,
    ClaimId,
    Corroboration,
    CorroborationId,
    Entity,
    Identity,
    Relation,
    Source,
    SourceId,
    SourceKind,
    SourceLink,
    Span,
    kind_of,
)
from tracker.services.checking import check, references_of
from tracker.store import Store, open_store
from tracker.store.protocol import INDEXES, table_of


def person(name: str = "src_a") -> Source:
    return Source(id=SourceId(name), kind=SourceKind.NAMED_PERSON, label="Huda")


def desk(*entities: Entity) -> Store:
    store = open_store("memory:")
    store.apply(creation(article(), outlet(), person(), claim(), *entities))
    return store


def test_sound_desk_has_no_problems() -> None:
    assert check(desk(assertion("ast_1", "clm_one"))) == ()


@pytest.mark.parametrize(
    ("entity", "message"),
    [
        (claim("clm_x", article="art_gone"), "article_id art_gone is not among the articles"),
        (claim("clm_x", source="src_gone"), "source_id src_gone is not among the sources"),
        (assertion("ast_x", "clm_one", "clm_gone"), "claim_ids clm_gone is not among the claims"),
        (
            SourceLink(
                id="lnk_x",
                source_id=SourceId("src_a"),
                other_id=SourceId("src_gone"),
                identity=Identity.SAME_AS,
                reason="",
                reviewer="Huda",
                decided_at=NOON,
            ),
            "other_id src_gone",
        ),
        (
            Corroboration(
                id=CorroborationId("cor_x"),
                claim_id=ClaimId("clm_gone"),
                other_id=ClaimId("clm_one"),
                relation=Relation.RELATED,
                reviewer="Huda",
                decided_at=NOON,
            ),
            "claim_id clm_gone",
        ),
        (
            Assessment(
                id=AssessmentId("asm_x"),
                claim_id=ClaimId("clm_gone"),
                reviewer="Huda",
                assessed_at=NOON,
            ),
            "claim_id clm_gone",
        ),
        (evolve(person("src_x"), outlet_id=SourceId("src_gone")), "outlet_id src_gone"),
        (article("art_x", outlet="src_a"), "src_a is not a source of kind outlet"),
        (evolve(claim("clm_x"), quote="other words"), "quote is not what article art_one holds"),
        (evolve(claim("clm_x"), spans=(Span(10, 999),)), "quote is not what article art_one holds"),
        (
            evolve(
                claim("clm_x"),
                attribution=Attribution(source_id=SourceId("src_a"), cue=Span(0, 99)),
            ),
            "cue ends at 99, beyond the text",
        ),
        (
            evolve(claim("clm_x"), allegation=Allegation(cue=Span(0, len(TEXT) + 1))),
            "allegation's cue ends",
        ),
        (
            evolve(
                claim("clm_x"),
                attribution=Attribution(source_id=SourceId("src_a"), chain=(SourceId("src_gone"),)),
            ),
            "chain src_gone",
        ),
    ],
)
def test_every_broken_place_is_named(entity: Entity, message: str) -> None:
    problems = check(desk(entity))
    assert [problem.where for problem in problems] == [f"{table_of(type(entity))}/{entity.id}"]
    assert message in problems[0].message


@given(records)
def test_every_indexed_reference_is_checked(entity: Entity) -> None:
    fields = {field for field in INDEXES[kind_of(entity)] if "_id" in field}
    assert fields <= {field for field, _, _ in references_of(entity)}
