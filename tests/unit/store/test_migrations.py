"""Documents of earlier formats can still be read."""

from datetime import UTC, datetime

from tracker.codec import from_document, to_document
from tracker.model import ClaimId, Corroboration, CorroborationId, Relation
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


def test_other_records_of_format_1_are_as_they_were() -> None:
    assert migrate("claims", {"id": "clm_1"}, 1) == {"id": "clm_1"}
