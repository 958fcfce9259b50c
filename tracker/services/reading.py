"""Look-ups that both front ends share: articles in list order, claims in reading order."""

from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

from tracker.errors import InputError, NotFoundError
from tracker.model import (
    KINDS,
    Article,
    ArticleId,
    Assertion,
    Assessment,
    Assignment,
    Claim,
    ClaimId,
    ClaimState,
    Corroboration,
    Entity,
    FactCheckLink,
    Settlement,
    Source,
    SourceKind,
)
from tracker.store import Store
from tracker.store.protocol import table_of

E = TypeVar("E", bound=Entity)


@frozen(kw_only=True)
class Progress:
    """How far the review of some claims is.

    Attributes:
        proposed: claims nobody has decided on.
        accepted: claims a reviewer accepted.
        rejected: claims a reviewer rejected.
    """

    proposed: int = 0
    accepted: int = 0
    rejected: int = 0

    @property
    def total(self) -> int:
        """All claims."""
        return self.proposed + self.accepted + self.rejected

    @property
    def share(self) -> float:
        """Share of the claims that are decided (0-1); 1 where there is nothing to decide."""
        return (self.accepted + self.rejected) / self.total if self.total else 1.0


def find_one(store: Store, kind: type[E], name: str) -> E:
    """Return the record whose identifier is ``name`` or the only one that begins with it.

    Raises:
        NotFoundError: when none does.
        InputError: when several do.
    """
    found = store.resolve(kind, name) if name else ()
    if name in found:
        return store.get(kind, name)
    if not found:
        table = table_of(kind)
        msg = f"There is no {table[:-1].replace('_', '-')} {name}."
        raise NotFoundError(msg, f"List them with: tracker {table.replace('_', '-')} list")
    if len(found) > 1:
        msg = f"{name} could be any of {', '.join(found[:5])}."
        raise InputError(msg, "Give more of the identifier.")
    return store.get(kind, found[0])


def find_source(store: Store, name: str) -> Source:
    """Return the source that ``name`` means: an identifier or its beginning, a label, an alias.

    Raises:
        NotFoundError: when no source answers to it.
        InputError: when several do.
    """
    if store.resolve(Source, name) and name:
        return find_one(store, Source, name)
    called = store.find(Source, "label", name) + store.find(Source, "aliases", name)
    found = {source.id: source for source in called}
    if len(found) > 1:
        msg = f"Several sources are called {name}: {', '.join(tuple(found)[:5])}."
        raise InputError(msg, "Give the identifier of one.")
    if not found:
        msg = f"There is no source {name}."
        raise NotFoundError(msg, "List them with: tracker sources list")
    return next(iter(found.values()))


def find_any(store: Store, name: str) -> str:
    """Return the identifier that ``name`` is or begins, of a record of whatever kind.

    Deleted records are found by their whole identifier, since the history still tells of them.

    Raises:
        NotFoundError: when no record answers to it.
        InputError: when several do.
    """
    found = [i for kind in KINDS.values() for i in store.resolve(kind, name)] if name else []
    if name in found or (not found and name and any(store.history(name))):
        return name
    if len(found) > 1:
        msg = f"{name} could be any of {', '.join(found[:5])}."
        raise InputError(msg, "Give more of the identifier.")
    if not found:
        msg = f"There is no record {name}."
        raise NotFoundError(msg, "Identifiers stand first in every list, such as: tracker claims")
    return found[0]


def claims_of(store: Store, article_id: ArticleId) -> tuple[Claim, ...]:
    """Return the claims of an article in reading order."""
    return tuple(sorted(store.find(Claim, "article_id", article_id), key=_place))


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.spans[0].start, claim.spans[-1].end, claim.id


def sources_of(store: Store, article: Article) -> tuple[Source, ...]:
    """Return the sources an article's claims rest on or could: its own voices and its outlet."""
    own = store.find(Source, "article_id", article.id)
    linked = {claim.source_id for claim in store.find(Claim, "article_id", article.id)}
    known = {source.id for source in own}
    others = sorted(linked - known | {article.outlet_id})
    return own + tuple(store.get(Source, i) for i in others)


def progress_of(claims: Iterable[Claim]) -> Progress:
    """Return how many of ``claims`` are proposed, accepted and rejected."""
    counts = dict.fromkeys(ClaimState, 0)
    for claim in claims:
        counts[claim.state] += 1
    return Progress(
        proposed=counts[ClaimState.PROPOSED],
        accepted=counts[ClaimState.ACCEPTED],
        rejected=counts[ClaimState.REJECTED],
    )


def progress_by_article(store: Store) -> dict[ArticleId, Progress]:
    """Return how far the review of each article is that has claims, without reading them."""
    counts: dict[ArticleId, dict[str, int]] = {}
    for (article_id, state), number in store.tally(Claim, "article_id", "state").items():
        counts.setdefault(ArticleId(article_id), {})[ClaimState(state).value] = number
    return {article_id: Progress(**states) for article_id, states in counts.items()}


def outlet_of(store: Store, article: Article) -> Source:
    """Return the outlet that published an article."""
    return store.get(Source, article.outlet_id)


def outlets(store: Store) -> tuple[Source, ...]:
    """Return every known outlet in the order they were first met."""
    return tuple(s for s in store.scan(Source) if s.kind is SourceKind.OUTLET)


def corroborations_of(store: Store, claim_id: ClaimId) -> tuple[Corroboration, ...]:
    """Return every judged relation of a claim, oldest first."""
    ends = store.find(Corroboration, "claim_id", claim_id)
    return ends + store.find(Corroboration, "other_id", claim_id)


def assertion_of(store: Store, claim_id: ClaimId) -> Assertion | None:
    """Return the assertion a claim belongs to, None while it stands alone and unruled."""
    return next(iter(store.find(Assertion, "claim_ids", claim_id)), None)


def judged(store: Store, claim_id: ClaimId) -> bool:
    """Return whether a person rated a claim or related it to anything, or was asked to."""
    kinds: tuple[type[Entity], ...] = (Assessment, Assignment, Settlement, FactCheckLink)
    return (
        any(store.find(kind, "claim_id", claim_id) for kind in kinds)
        or bool(corroborations_of(store, claim_id))
        or assertion_of(store, claim_id) is not None
    )


def assessment_by(store: Store, claim_id: ClaimId, reviewer: str) -> Assessment | None:
    """Return what ``reviewer`` thinks of a claim, None when they have not rated it."""
    rated = store.find(Assessment, "claim_id", claim_id)
    return next((a for a in rated if a.reviewer == reviewer), None)
