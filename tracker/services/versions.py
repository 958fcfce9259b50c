"""A later version of an article takes over the claims of the earlier one, by quote and context.

A claim keeps its identity, and with it its ratings, its relations and its history: it moves to
the place where its words, its cue and the naming of its source stand in the new text. A claim
whose words or whose attribution are no longer there stays with the earlier version, for a
reviewer to look at: what a page takes back is news.
"""

from collections.abc import Iterable
from itertools import pairwise

from attrs import evolve, frozen

from tracker.model import (
    Allegation,
    Article,
    Attribution,
    Change,
    Claim,
    Source,
    SourceId,
    Span,
)
from tracker.services.claim_words import with_words
from tracker.services.linking import chain_of
from tracker.services.reading import claims_of
from tracker.store import Store
from tracker.text.anchoring import Anchors


@frozen(kw_only=True)
class Carried:
    """What becomes of an earlier version's claims.

    Attributes:
        changes: the claims that move, and the anonymous voices that move with them.
        claims: the moved claims as they will be.
        left: the claims that stay with the earlier version.
        voices: anonymous voices that the new version takes over, as they will be.
    """

    changes: tuple[Change, ...]
    claims: tuple[Claim, ...]
    left: tuple[Claim, ...]
    voices: tuple[Source, ...]


def carry(store: Store, earlier: Article, later: Article) -> Carried:
    """Return the move of the claims of ``earlier`` to ``later``, which is not stored yet."""
    anchors = Anchors(earlier.text, later.text)
    moved: list[tuple[Claim, Claim]] = []
    left: list[Claim] = []
    for claim in claims_of(store, earlier.id):
        found = _moved(claim, anchors, earlier, later)
        taken = found and any(_overlap(found, other) for _, other in moved)
        if found is None or taken:
            left.append(claim)
        else:
            moved.append((claim, found))
    voices = _voices(store, (new for _, new in moved), earlier, later)
    by_id = {voice.id: voice for _, voice in voices}
    claims = [(old, _through(store, new, by_id, later)) for old, new in moved]
    return Carried(
        changes=tuple(Change.replace(*pair) for pair in (*voices, *claims)),
        claims=tuple(new for _, new in claims),
        left=tuple(left),
        voices=tuple(by_id.values()),
    )


def _moved(claim: Claim, anchors: Anchors, earlier: Article, later: Article) -> Claim | None:
    spans = tuple(anchors.moved(span) for span in claim.spans)
    known = tuple(span for span in spans if span is not None)
    in_order = all(a.end <= b.start for a, b in pairwise(known))
    if len(known) < len(spans) or not in_order:
        return None
    shift = known[0].start - claim.spans[0].start
    shared = tuple(anchors.moved(span, span.start + shift) for span in claim.shared)
    attribution = _attribution(claim.attribution, anchors, shift, earlier, later)
    allegation = _allegation(claim.allegation, anchors, shift)
    lost = None in shared or (claim.allegation is not None and allegation is None)
    if attribution is None or lost:
        return None
    moved = with_words(claim, later.text, known, tuple(span for span in shared if span))
    return evolve(moved, article_id=later.id, attribution=attribution, allegation=allegation)


def _attribution(
    old: Attribution, anchors: Anchors, shift: int, earlier: Article, later: Article
) -> Attribution | None:
    """Return the attribution at its new place; None where its words are no longer there."""
    places: dict[str, Span | None] = {}
    for name in ("cue", "mention", "via"):
        span: Span | None = getattr(old, name)
        places[name] = anchors.moved(span, span.start + shift) if span else None
        if span is not None and places[name] is None:
            return None
    source_id = later.outlet_id if old.source_id == earlier.outlet_id else old.source_id
    return evolve(
        old, source_id=source_id, cue=places["cue"], mention=places["mention"], via=places["via"]
    )


def _allegation(old: Allegation | None, anchors: Anchors, shift: int) -> Allegation | None:
    if old is None or old.cue is None:
        return old
    cue = anchors.moved(old.cue, old.cue.start + shift)
    return evolve(old, cue=cue) if cue else None


def _overlap(one: Claim, other: Claim) -> bool:
    return any(a.overlaps(b) for a in one.spans for b in other.spans)


def _voices(
    store: Store, claims: Iterable[Claim], earlier: Article, later: Article
) -> list[tuple[Source, Source]]:
    """Return the anonymous voices of the earlier version that moved claims rest on."""
    wanted = dict.fromkeys(claim.source_id for claim in claims)
    voices = []
    for source_id in wanted:
        if source_id == later.outlet_id:
            continue
        source = store.get(Source, source_id)
        if source.article_id == earlier.id:
            outlet_id = source.outlet_id
            told = later.outlet_id if outlet_id == earlier.outlet_id else outlet_id
            voices.append((source, evolve(source, article_id=later.id, outlet_id=told)))
    return voices


def _through(store: Store, claim: Claim, voices: dict[SourceId, Source], later: Article) -> Claim:
    """Return ``claim`` with the chain that its words now come through."""
    source_id = claim.source_id
    if source_id == later.outlet_id:
        chain: tuple[SourceId, ...] = (later.outlet_id,)
    else:
        chain = chain_of(voices.get(source_id) or store.get(Source, source_id), later)
    return evolve(claim, attribution=evolve(claim.attribution, chain=chain))


def beside(claims: Iterable[Claim], carried: Carried, fresh: Iterable[Source]) -> tuple[Claim, ...]:
    """Return the proposed claims that none of the carried ones covers.

    Proposals that rest on an anonymous voice which was carried over rest on that voice; ``fresh``
    are the voices proposed for the new text.
    """
    known = {(v.kind, v.label, v.affiliation): v.id for v in carried.voices}
    same = {s.id: known.get((s.kind, s.label, s.affiliation), s.id) for s in fresh}
    return tuple(
        evolve(claim, attribution=_renamed(claim.attribution, same))
        for claim in claims
        if not any(_overlap(claim, other) for other in carried.claims)
    )


def _renamed(attribution: Attribution, same: dict[SourceId, SourceId]) -> Attribution:
    chain = tuple(same.get(link, link) for link in attribution.chain)
    source_id = same.get(attribution.source_id, attribution.source_id)
    return evolve(attribution, source_id=source_id, chain=chain)
