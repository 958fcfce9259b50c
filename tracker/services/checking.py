"""Whether the database is sound: its files, its references, and every quote in its place."""

from collections.abc import Iterable, Iterator

from tracker.errors import NotFoundError, StoreError
from tracker.model import (
    Article,
    Assertion,
    Assessment,
    Assignment,
    Claim,
    Corroboration,
    Entity,
    FactCheck,
    FactCheckLink,
    Settlement,
    Source,
    SourceKind,
    SourceLink,
    Span,
    kind_of,
)
from tracker.model.change import KINDS
from tracker.services.importing import IMPORTED
from tracker.store import Problem, Store
from tracker.store.protocol import table_of

_NAMED: tuple[type[Entity], ...] = (Article, Claim, Source, FactCheck)

#: A reference: the field, the kind it points to, the identifier.
_Reference = tuple[str, type[Entity], str | None]


def check(store: Store) -> tuple[Problem, ...]:
    """Return everything wrong with ``store``.

    References between records and the places of quotes are looked at once the files are sound.
    """
    return store.check() or (*_references(store), *_quotes(store), *_originals(store))


def _references(store: Store) -> Iterator[Problem]:
    known: dict[type[Entity], set[str]] = {
        kind: {entity.id for entity in store.scan(kind)} for kind in _NAMED
    }
    for kind in KINDS.values():
        for entity in store.scan(kind):
            for field, target, name in references_of(entity):
                if name is not None and name not in known[target]:
                    message = f"Its {field} {name} is not among the {table_of(target)}."
                    yield Problem(where=_place(entity), message=message)


def references_of(entity: Entity) -> Iterable[_Reference]:
    """Return what ``entity`` points to: field, kind of the record meant, identifier or None."""
    match entity:
        case Article():
            return [
                ("outlet_id", Source, entity.outlet_id),
                ("previous_id", Article, entity.previous_id),
            ]
        case Claim():
            chain = [("chain", Source, name) for name in entity.attribution.chain]
            return [
                ("article_id", Article, entity.article_id),
                ("source_id", Source, entity.source_id),
                *chain,
            ]
        case Source():
            return [
                ("outlet_id", Source, entity.outlet_id),
                ("article_id", Article, entity.article_id),
            ]
        case SourceLink():
            return [
                ("source_id", Source, entity.source_id),
                ("other_id", Source, entity.other_id),
            ]
        case Corroboration():
            return [("claim_id", Claim, entity.claim_id), ("other_id", Claim, entity.other_id)]
        case Assertion():
            return [("claim_ids", Claim, name) for name in entity.claim_ids]
        case Assessment() | Assignment() | Settlement():
            return [("claim_id", Claim, entity.claim_id)]
        case FactCheckLink():
            return [
                ("claim_id", Claim, entity.claim_id),
                ("fact_check_id", FactCheck, entity.fact_check_id),
            ]
    return []


def _quotes(store: Store) -> Iterator[Problem]:
    texts = {article.id: article.text for article in store.scan(Article)}
    outlets = {s.id for s in store.scan(Source) if s.kind is SourceKind.OUTLET}
    for article in store.scan(Article):
        if article.outlet_id not in outlets:
            message = f"Its outlet_id {article.outlet_id} is not a source of kind outlet."
            yield Problem(where=_place(article), message=message)
    for claim in store.scan(Claim):
        text = texts.get(claim.article_id)
        if text is None:
            continue
        if not claim.fits(text):
            message = f"Its quote is not what article {claim.article_id} holds under its spans."
            yield Problem(where=_place(claim), message=message)
        for name, span in _marked(claim):
            if span is not None and span.end > len(text):
                message = f"Its {name} ends at {span.end}, beyond the text of its article."
                yield Problem(where=_place(claim), message=message)


def _originals(store: Store) -> Iterator[Problem]:
    """Yield the originals that are no longer what came in, or are gone.

    Those of articles that came with an export were never here.
    """
    missing: dict[str, Problem] = {}
    for article in store.scan(Article):
        if not article.original:
            continue
        try:
            store.original(article.original)
        except NotFoundError as error:
            missing[article.id] = Problem(where=_place(article), message=error.message)
        except StoreError as error:
            yield Problem(where=_place(article), message=error.message)
    if missing:
        for commit in store.history():
            if commit.changeset.label.startswith(IMPORTED):
                for change in commit.changeset.changes:
                    missing.pop(change.entity.id, None)
    yield from missing.values()


def _marked(claim: Claim) -> Iterator[tuple[str, Span | None]]:
    attribution = claim.attribution
    yield "cue", attribution.cue
    yield "mention", attribution.mention
    yield "via", attribution.via
    if claim.allegation is not None:
        yield "allegation's cue", claim.allegation.cue


def _place(entity: Entity) -> str:
    return f"{kind_of(entity)}/{entity.id}"
