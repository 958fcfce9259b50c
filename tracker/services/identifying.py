"""Suggesting sources that may be one voice. Nothing is ever joined without a person."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from tracker.credibility import Likeness, likeness
from tracker.model import Article, Source, SourceId
from tracker.services.sources import links_of
from tracker.store import Store

MOST = 10


@frozen(kw_only=True)
class Suggestion:
    """Another source that may be the same voice, with what speaks for it.

    Attributes:
        source: the other source.
        likeness: what the two have in common.
        where: for an unnamed one the publisher and the day of its article, which tell it from
            others of the same descriptor; empty for named ones.
    """

    source: Source
    likeness: Likeness
    where: str = ""


def suggestions_for(store: Store, source_id: SourceId, most: int = MOST) -> tuple[Suggestion, ...]:
    """Return up to ``most`` sources that may be the same voice, the likeliest first.

    Raises:
        NotFoundError: when the source does not exist.
    """
    source = store.get(Source, source_id)
    judged = {end for link in links_of(store, source.id) for end in (link.source_id, link.other_id)}
    found = []
    for other in {other.id: other for other in _near(store, source)}.values():
        if other.id == source.id or other.id in judged:
            continue
        days = (_published(store, source), _published(store, other))
        like = likeness(source, other, published=days)
        if not like.block:
            found.append(Suggestion(source=other, likeness=like, where=_where(store, other)))
    found.sort(key=lambda one: (-one.likeness.strength, one.source.label, one.source.id))
    return tuple(found[:most])


def why_apart(store: Store, source_id: SourceId, other_id: SourceId) -> Likeness:
    """Return what two sources have in common, or which rule keeps them from being suggested.

    Raises:
        NotFoundError: when one of them does not exist.
    """
    one, other = store.get(Source, source_id), store.get(Source, other_id)
    judged = any(other.id in {k.source_id, k.other_id} for k in links_of(store, one.id))
    days = (_published(store, one), _published(store, other))
    return likeness(one, other, judged=judged, published=days)


def _near(store: Store, source: Source) -> Iterator[Source]:
    """Yield the sources that a suggestion could come from, found by what every store indexes."""
    if source.kind.anonymous:
        # Unnamed voices of other outlets are never suggested, however many share the descriptor.
        if source.article_id is not None:
            yield from store.find(Source, "article_id", source.article_id)
        if source.outlet_id is not None:
            yield from store.find(Source, "outlet_id", source.outlet_id)
        return
    for name in (source.label, source.gloss, *source.aliases):
        if name:
            yield from store.find(Source, "label", name)
            yield from store.find(Source, "aliases", name)


def _where(store: Store, source: Source) -> str:
    if source.article_id is None:
        return ""
    article = store.get(Article, source.article_id)
    day = article.published.isoformat() if article.published else ""
    return f"{store.get(Source, article.outlet_id).label} {day}".strip()


def _published(store: Store, source: Source) -> date | None:
    return store.get(Article, source.article_id).published if source.article_id else None
