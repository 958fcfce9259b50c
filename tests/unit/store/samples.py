"""Small records and change sets for the tests of the store."""

from datetime import UTC, datetime, timedelta
from itertools import count

from attrs import evolve

from tracker.model import (
    Article,
    ArticleId,
    Assertion,
    AssertionId,
    Attribution,
    Change,
    ChangeSet,
    ChangeSetId,
    Claim,
    ClaimId,
    Entity,
    Source,
    SourceId,
    SourceKind,
    Span,
    content_hash,
)

NOON = datetime(2020, 11, 10, 12, tzinfo=UTC)
TEXT = "وقال مصدر إن 15 شخصاً قتلوا"
_numbers = count(1)


def article(name: str = "art_one", text: str = TEXT, outlet: str = "src_outlet") -> Article:
    return Article(
        id=ArticleId(name),
        text=text,
        sha256=content_hash(text),
        title="خبر",
        outlet_id=SourceId(outlet),
        language="ar",
        added_at=NOON,
        added_by="Huda",
    )


def claim(name: str = "clm_one", article: str = "art_one", source: str = "src_a") -> Claim:
    return Claim(
        id=ClaimId(name),
        article_id=ArticleId(article),
        spans=(Span(10, 27),),
        quote=TEXT[10:27],
        attribution=Attribution(source_id=SourceId(source)),
    )


def outlet(name: str = "src_outlet") -> Source:
    return Source(id=SourceId(name), kind=SourceKind.OUTLET, label="العربي الجديد")


def assertion(name: str, *claims: str) -> Assertion:
    return Assertion(id=AssertionId(name), wording="قتل 15", claim_ids=tuple(map(ClaimId, claims)))


def changeset(*changes: Change, reviewer: str = "Huda", label: str = "Edit") -> ChangeSet:
    number = next(_numbers)
    return ChangeSet(
        id=ChangeSetId(f"chg_{number}"),
        reviewer=reviewer,
        at=NOON + timedelta(seconds=number),
        label=label,
        changes=changes,
    )


def creation(*entities: Entity, reviewer: str = "Huda") -> ChangeSet:
    return changeset(*(Change(after=entity) for entity in entities), reviewer=reviewer)


def replacement(before: Entity, reviewer: str = "Huda", **fields: object) -> ChangeSet:
    after = evolve(before, **fields)  # type: ignore[arg-type]  # fields of any record
    return changeset(Change.replace(before, after), reviewer=reviewer)
