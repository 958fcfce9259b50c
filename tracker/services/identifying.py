"""Suggesting sources that may be one voice. Nothing is ever joined without a person."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from tracker.credibility import Likeness, Setting, likeness
from tracker.model import Article, Claim, Source, SourceId
from tracker.services.detailing import details_of
from tracker.services.sources import links_of
from tracker.store import Store
from tracker.text.details import DetailKind
from tracker.text.folding import fold_text

MOST = 10
#: Of so many other voices the claims are read, and of each so many claims.
_READ = 60
_CLAIMS_READ = 20
#: An ISO 3166 code has so many letters.
_COUNTRY = 2
#: What may still be one voice once its claims are read.
_WORTH_A_LOOK = ("", "nothing")


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
    around = _Settings(store)
    judged = {end for link in links_of(store, source.id) for end in (link.source_id, link.other_id)}
    others = {other.id: other for other in _near(store, source)}.values()
    open_ones = [other for other in others if other.id != source.id and other.id not in judged]
    found = []
    for other in _nearest(source, open_ones, around):
        like = likeness(source, other, settings=(around.of(source), around.of(other)))
        if not like.block:
            found.append(Suggestion(source=other, likeness=like, where=_where(store, other)))
    found.sort(key=lambda one: (-one.likeness.strength, one.source.label, one.source.id))
    return tuple(found[:most])


def _nearest(source: Source, others: Iterable[Source], around: "_Settings") -> list[Source]:
    """Return the few of ``others`` that are worth reading the claims of."""
    rated = [(_first_look(source, other, around), other) for other in others]
    likely = [(like, other) for like, other in rated if like.block in _WORTH_A_LOOK]
    likely.sort(key=lambda pair: (-pair[0].strength, pair[1].label, pair[1].id))
    same = fold_text(source.label)
    likely.sort(key=lambda pair: fold_text(pair[1].label) != same)
    return [other for _, other in likely[:_READ]]


def _first_look(source: Source, other: Source, around: "_Settings") -> Likeness:
    """Return what the sources themselves tell, their claims unread."""
    return likeness(
        source, other, settings=(around.without_claims(source), around.without_claims(other))
    )


def why_apart(store: Store, source_id: SourceId, other_id: SourceId) -> Likeness:
    """Return what two sources have in common, or which rule keeps them from being suggested.

    Raises:
        NotFoundError: when one of them does not exist.
    """
    one, other = store.get(Source, source_id), store.get(Source, other_id)
    judged = any(other.id in {k.source_id, k.other_id} for k in links_of(store, one.id))
    around = _Settings(store)
    return likeness(one, other, judged=judged, settings=(around.of(one), around.of(other)))


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


class _Settings:
    """What stands around unnamed voices, each read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[SourceId, Setting] = {}

    def without_claims(self, source: Source) -> Setting:
        """Return day and byline of the article alone."""
        if source.article_id is None:
            return Setting()
        article = self._store.get(Article, source.article_id)
        return Setting(published=article.published, byline=article.byline)

    def of(self, source: Source) -> Setting:
        """Return day, byline, and the places and actors that the voice's claims name."""
        if source.id not in self._known:
            setting = self.without_claims(source)
            matter = _matter(self._store, source) if source.article_id else frozenset()
            self._known[source.id] = evolve(setting, matter=matter)
        return self._known[source.id]


def _matter(store: Store, source: Source) -> frozenset[str]:
    """Return the keys of what a voice's claims name; of countries only where nothing else is."""
    claims = store.find(Claim, "source_id", source.id)[:_CLAIMS_READ]
    named = {
        detail.value
        for claim in claims
        for detail in details_of(store, claim, None)
        if detail.kind in (DetailKind.PLACE, DetailKind.ACTOR)
    }
    telling = {key for key in named if not (len(key) == _COUNTRY and key.isupper())}
    return frozenset(telling or named)
