"""Documents of earlier formats can still be read."""

from datetime import UTC, datetime

import pytest

from tracker.codec import from_document, to_document
from tracker.model import (
    Assertion,
    AssertionId,
    Assessment,
    AssessmentId,
    ClaimId,
    Corroboration,
    CorroborationId,
    Entity,
    Identity,
    Relation,
    Ruling,
    Source,
    SourceId,
    SourceKind,
    SourceLink,
    Verdict,
    kind_of,
)
from tracker.store.migrations import migrate

JUDGED = Corroboration(
    id=CorroborationId("cor_1"),
    claim_id=ClaimId("clm_1"),
    other_id=ClaimId("clm_2"),
    relation=Relation.RELATED,
    reviewer="Nour",
    decided_at=datetime(2020, 11, 10, tzinfo=UTC),
)


def test_judgements_of_format_1_named_no_matcher() -> None:
    document = to_document(JUDGED)
    del document["matcher"]
    migrated = migrate("corroborations", document, 1)
    assert migrated == to_document(JUDGED)
    assert from_document("corroborations", migrated) == JUDGED


RULING = Ruling(verdict=Verdict.LIKELY, reviewer="Nour", decided_at=JUDGED.decided_at)
OF_FORMAT_4: tuple[tuple[Entity, tuple[str, ...]], ...] = (
    (
        Source(id=SourceId("src_1"), kind=SourceKind.OUTLET, label="سانا"),
        ("profile", "candidate_ids"),
    ),
    (
        SourceLink(
            id="lnk_1",
            source_id=SourceId("src_1"),
            other_id=SourceId("src_2"),
            identity=Identity.SAME_AS,
            reason="x",
            reviewer="Nour",
            decided_at=JUDGED.decided_at,
        ),
        ("basis",),
    ),
    (
        Assessment(
            id=AssessmentId("asm_1"),
            claim_id=ClaimId("clm_1"),
            reviewer="Nour",
            assessed_at=JUDGED.decided_at,
        ),
        ("likelihood", "likelihood_at"),
    ),
)


@pytest.mark.parametrize(("entity", "new"), OF_FORMAT_4)
def test_what_format_4_added_is_blank_in_records_of_format_3(
    entity: Entity, new: tuple[str, ...]
) -> None:
    document = to_document(entity)
    for name in new:
        del document[name]
    assert migrate(kind_of(entity), document, 3) == to_document(entity)


def test_rulings_of_format_2_named_no_evidence() -> None:
    assertion = Assertion(
        id=AssertionId("asn_1"), wording="x", claim_ids=(ClaimId("clm_1"),), ruling=RULING
    )
    document = to_document(assertion)
    old = {**document, "ruling": {k: v for k, v in RULED.items() if k != "evidence"}}
    assert migrate("assertions", old, 2) == document
    assert migrate("assertions", {"ruling": None}, 2) == {"ruling": None}


RULED = {
    "verdict": "likely",
    "reviewer": "Nour",
    "decided_at": "2020-11-10T00:00:00+00:00",
    "rationale": "",
    "evidence": [],
}


def test_other_records_of_format_1_are_as_they_were() -> None:
    assert migrate("passages", {"id": "psg_1"}, 1) == {"id": "psg_1"}


def test_a_claim_of_format_4_is_read_with_no_words_of_another() -> None:
    assert migrate("claims", {"id": "clm_1"}, 4) == {
        "id": "clm_1",
        "shared": [],
        "shared_quote": "",
    }
