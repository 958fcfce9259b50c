"""Who said it: linking claims to sources, and the sources a reviewer may choose from."""

from collections.abc import Sequence

from attrs import evolve, frozen

from tracker.errors import RuleError
from tracker.model import (
    Article,
    ArticleId,
    Attribution,
    Change,
    Claim,
    ClaimId,
    Commit,
    Delivery,
    Source,
    SourceId,
    SourceKind,
)
from tracker.services.reading import claims_of, sources_of
from tracker.services.session import Session
from tracker.store import Store
from tracker.text.folding import fold_text
from tracker.text.similarity import part_ratio


def chain_of(source: Source, article: Article) -> tuple[SourceId, ...]:
    """Return the voices that words of ``source`` came through to reach ``article``'s readers."""
    links = (source.id, source.outlet_id, article.outlet_id)
    return tuple(dict.fromkeys(link for link in links if link))


def own_voice(article: Article) -> Attribution:
    """Return the attribution of a statement that the article's outlet makes itself."""
    return Attribution(source_id=article.outlet_id, chain=(article.outlet_id,))


def link_source(session: Session, claim_ids: Sequence[ClaimId], source_id: SourceId) -> Commit:
    """Link claims to a source, in one change set; nothing else about them changes.

    The cue stays where the text has one. A claim linked to its own outlet loses cue and mention:
    it is then a statement in the outlet's own voice.

    Raises:
        NotFoundError: when a claim or the source does not exist.
        RuleError: when the source belongs to another article, or the link is already so.
    """
    source = session.store.get(Source, source_id)
    changes = _links(session.store, claim_ids, source)
    if not changes:
        msg = f"The claim rests on {source.label} already."
        raise RuleError(msg)
    return session.commit(f"Link to {source.label}", *changes)


def link_new_source(
    session: Session, claim_ids: Sequence[ClaimId], kind: SourceKind, label: str
) -> Source:
    """Create a source, link claims of one article to it in the same change set, and return it.

    Raises:
        NotFoundError: when a claim does not exist.
        RuleError: when the label is blank.
    """
    first = session.store.get(Claim, claim_ids[0])
    source = _new_source(session, first.article_id, kind, label)
    changes = _links(session.store, claim_ids, source)
    session.commit(f"Link to new source {source.label}", Change(after=source), *changes)
    return source


def _links(store: Store, claim_ids: Sequence[ClaimId], source: Source) -> list[Change]:
    """Return the changes that link claims to ``source``; none for those that rest on it."""
    changes = []
    for claim_id in claim_ids:
        claim = store.get(Claim, claim_id)
        article = store.get(Article, claim.article_id)
        linked = evolve(claim, attribution=_attribution(claim, source, article))
        if linked != claim:
            changes.append(Change.replace(claim, linked))
    return changes


def _attribution(claim: Claim, source: Source, article: Article) -> Attribution:
    if source.article_id not in {None, article.id}:
        msg = f"{source.label} is an anonymous voice of another article."
        raise RuleError(msg, "Create a source for this article and link the two sources.")
    if source.id == article.outlet_id:
        return own_voice(article)
    delivery = claim.attribution.delivery
    if delivery is Delivery.OWN_VOICE:
        delivery = Delivery.PARAPHRASE
    return evolve(
        claim.attribution,
        source_id=source.id,
        delivery=delivery,
        chain=chain_of(source, article),
        reasons=(),
    )


def link_as_before(session: Session, claim_id: ClaimId) -> Commit:
    """Link a claim to the source of the claim before it in the article.

    Raises:
        RuleError: when it is the first claim, or the link is already so.
    """
    claim = session.store.get(Claim, claim_id)
    before = previous_claim(session.store, claim)
    if before is None:
        msg = "This is the article's first claim: no source comes before it."
        raise RuleError(msg, "Choose the source by name.")
    return link_source(session, (claim_id,), before.source_id)


def previous_claim(store: Store, claim: Claim) -> Claim | None:
    """Return the claim before ``claim`` in reading order, None for the first."""
    before = None
    for other in claims_of(store, claim.article_id):
        if other.id == claim.id:
            return before
        before = other
    return None


def create_source(
    session: Session,
    article_id: ArticleId,
    kind: SourceKind,
    label: str,
    gloss: str = "",
) -> Source:
    """Create a source and return it; an anonymous one belongs to the article, its outlet vouches.

    Raises:
        RuleError: when the label is blank.
    """
    source = _new_source(session, article_id, kind, label, gloss)
    session.commit(f"Create source {source.label}", Change(after=source))
    return source


def _new_source(
    session: Session, article_id: ArticleId, kind: SourceKind, label: str, gloss: str = ""
) -> Source:
    if not label.strip():
        msg = "A source needs a name or a descriptor."
        raise RuleError(msg, "Write it as the article words it.")
    article = session.store.get(Article, article_id)
    return Source(
        id=SourceId(session.new_id("src")),
        kind=kind,
        label=label.strip(),
        gloss=gloss,
        article_id=article.id if kind.anonymous else None,
        outlet_id=article.outlet_id if kind.anonymous else None,
    )


@frozen(kw_only=True)
class Choice:
    """A source offered for a claim.

    Attributes:
        source: the source.
        reason: ``current``, ``before`` (spoke last), ``article`` (speaks in this article),
            ``outlet`` or ``known`` (elsewhere in the database).
        score: how well it fits what was typed (0-1); 1 where nothing was typed.
    """

    source: Source
    reason: str
    score: float = 1.0


_RANK = {"current": 0, "before": 1, "article": 2, "outlet": 3, "known": 4}
_CLOSE_ENOUGH = 0.6


def choices(store: Store, claim: Claim, typed: str = "", limit: int = 50) -> tuple[Choice, ...]:
    """Return the sources a reviewer may mean for ``claim``, best guess first.

    Without ``typed``: what the cue says now, who spoke last, the article's other voices, the
    outlet, then known named sources. With it: the same sources by how well they match.
    """
    found = [_scored(choice, typed) for choice in _offered(store, claim)]
    fitting = [c for c in found if c.score >= _CLOSE_ENOUGH]
    if typed:
        fitting.sort(key=lambda c: (-c.score, _RANK[c.reason], c.source.label, c.source.id))
    return tuple(fitting[:limit])


def _offered(store: Store, claim: Claim) -> list[Choice]:
    article = store.get(Article, claim.article_id)
    before = previous_claim(store, claim)
    by_id = {source.id: source for source in sources_of(store, article)}
    by_id.setdefault(article.outlet_id, store.get(Source, article.outlet_id))
    for source in store.scan(Source):
        if source.article_id is None:
            by_id.setdefault(source.id, source)
    spoken_last = before.source_id if before else None
    linked = {c.source_id for c in store.find(Claim, "article_id", article.id)}
    found = [
        Choice(source=s, reason=_reason(s, claim, article, spoken_last, linked))
        for s in by_id.values()
    ]
    return sorted(found, key=lambda c: _RANK[c.reason])


def _reason(
    source: Source,
    claim: Claim,
    article: Article,
    spoken_last: SourceId | None,
    linked: set[SourceId],
) -> str:
    if source.id == claim.source_id:
        return "current"
    if source.id == spoken_last:
        return "before"
    if source.id == article.outlet_id:
        return "outlet"
    return "article" if source.article_id == article.id or source.id in linked else "known"


def _scored(choice: Choice, typed: str) -> Choice:
    if not typed.strip():
        return choice
    wanted = fold_text(typed).strip()
    source = choice.source
    names = (source.label, source.gloss, *source.aliases)
    score = max(part_ratio(wanted, fold_text(name)) for name in names)
    return evolve(choice, score=score)
