"""Whether every record that another one names is there, and every quote is in its article."""

from collections.abc import Iterator

from attrs import frozen

from tracker.export.dossier import Records
from tracker.model import (
    Article,
    Assertion,
    Assessment,
    Assignment,
    Claim,
    Corroboration,
    Entity,
    FactCheckLink,
    Settlement,
    Source,
    SourceLink,
    kind_of,
)


@frozen(kw_only=True)
class BrokenReference:
    """A record that names another one in vain.

    Attributes:
        kind: its table.
        record_id: its identifier.
        message: what is wrong, as a sentence.
    """

    kind: str
    record_id: str
    message: str


def broken_reference(records: Records) -> BrokenReference | None:
    """Return the first record of ``records`` that names one that is missing, None when all is well.

    A claim whose quote is not what its article holds under its spans counts as broken, too.
    """
    known = {
        kind: {e.id for e in records.of_kind(kind)}
        for kind in ("articles", "sources", "claims", "fact_checks")
    }
    texts = {article.id: article.text for article in records.articles}
    for entity in records:
        for kind, named in _named_by(entity):
            if named not in known[kind]:
                return _broken(entity, f"names {kind}/{named}, which is missing.")
        if isinstance(entity, Claim) and not entity.fits(texts[entity.article_id]):
            return _broken(entity, "quotes words that its article does not hold there.")
    return None


def _broken(entity: Entity, what: str) -> BrokenReference:
    kind = kind_of(entity)
    return BrokenReference(kind=kind, record_id=entity.id, message=f"{kind}/{entity.id} {what}")


def _named_by(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield the table and identifier of every record that ``entity`` names."""
    match entity:
        case Article():
            yield "sources", entity.outlet_id
            if entity.previous_id:
                yield "articles", entity.previous_id
        case Source():
            if entity.outlet_id:
                yield "sources", entity.outlet_id
            if entity.article_id:
                yield "articles", entity.article_id
            yield from (("sources", i) for i in entity.candidate_ids)
        case SourceLink():
            yield from (("sources", i) for i in (entity.source_id, entity.other_id))
        case Claim():
            yield "articles", entity.article_id
            yield from (("sources", i) for i in (entity.source_id, *entity.attribution.chain))
        case Corroboration():
            yield from (("claims", i) for i in (entity.claim_id, entity.other_id))
        case Assertion():
            yield from (("claims", i) for i in entity.claim_ids)
        case Assessment() | Assignment() | Settlement():
            yield "claims", entity.claim_id
        case FactCheckLink():
            yield "claims", entity.claim_id
            yield "fact_checks", entity.fact_check_id
