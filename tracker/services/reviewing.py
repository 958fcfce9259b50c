"""A person's decisions on proposed claims: accept, reject, split, merge, adjust, reword."""

from collections.abc import Sequence

from attrs import evolve

from tracker.errors import RuleError
from tracker.model import (
    Article,
    ArticleId,
    Attribution,
    Change,
    Claim,
    ClaimId,
    ClaimState,
    Commit,
    Delivery,
    Source,
    SourceId,
    Span,
    quote,
)
from tracker.services.claim_words import joined, trimmed, with_words
from tracker.services.conflicts import base_of
from tracker.services.linking import chain_of, own_voice
from tracker.services.reading import claims_of, judged
from tracker.services.session import Session
from tracker.store import Store

_LABELS = {
    ClaimState.ACCEPTED: "Accept",
    ClaimState.REJECTED: "Reject",
    ClaimState.PROPOSED: "Reopen",
}


def decide(session: Session, claim_ids: Sequence[ClaimId], state: ClaimState) -> Commit:
    """Accept, reject or reopen claims, in one change set.

    Raises:
        RuleError: when every claim is in that state already.
    """
    claims = [session.store.get(Claim, claim_id) for claim_id in claim_ids]
    changes = [Change.replace(c, evolve(c, state=state)) for c in claims if c.state is not state]
    if not changes:
        msg = f"The claim is {state.value} already."
        raise RuleError(msg)
    return session.commit(_count_label(_LABELS[state], len(changes)), *changes)


def _count_label(verb: str, number: int) -> str:
    return f"{verb} claim" if number == 1 else f"{verb} {number} claims"


def split_claim(session: Session, claim_id: ClaimId, offset: int) -> tuple[Claim, Claim]:
    """Part a claim in two at ``offset`` (code points of the article) and return both parts.

    The first part keeps the claim's identity; blanks and separators around the cut belong to
    neither. Wording and gloss are dropped, since they worded the whole.

    Raises:
        RuleError: when one of the parts would hold no word.
    """
    store = session.store
    claim = store.get(Claim, claim_id)
    text = store.get(Article, claim.article_id).text
    left = trimmed(text, [_clip(s, 0, offset) for s in claim.spans])
    right = trimmed(text, [_clip(s, offset, len(text)) for s in claim.spans])
    if not left or not right:
        msg = "There is no word on one side of the cut."
        raise RuleError(msg, "Put the cursor on the first word of the second claim.")
    parted = evolve(claim, reasons=("reviewer:split",), wording="", gloss="")
    first = evolve(with_words(parted, text, left), version=claim.version + 1)
    second = evolve(with_words(parted, text, right), id=ClaimId(session.new_id("clm")), version=1)
    session.commit("Split claim", Change(before=claim, after=first), Change(after=second))
    return first, second


def _clip(span: Span, start: int, end: int) -> tuple[int, int]:
    return max(span.start, start), min(span.end, end)


def merge_with_next(session: Session, claim_id: ClaimId) -> Claim:
    """Join a claim with the next one of its article and return the joined claim.

    Words between the two (a cue, another claim's words) stay out: the joined claim then has
    several spans. It keeps the first claim's identity, state and source.

    Raises:
        RuleError: when there is no next claim, or the next one was already rated or related.
    """
    store = session.store
    claim = store.get(Claim, claim_id)
    following = _next_claim(store, claim)
    text = store.get(Article, claim.article_id).text
    spans = joined(text, (*claim.spans, *following.spans))
    whole = with_words(claim, text, spans, (*claim.shared, *following.shared))
    merged = evolve(whole, wording="", gloss="", reasons=("reviewer:merge",))
    session.commit("Merge claims", Change.replace(claim, merged), Change(before=following))
    return store.get(Claim, claim_id)


def _next_claim(store: Store, claim: Claim) -> Claim:
    claims = claims_of(store, claim.article_id)
    later = claims[[c.id for c in claims].index(claim.id) + 1 :]
    if not later:
        msg = "This is the article's last claim: there is no next one to merge."
        raise RuleError(msg)
    following = later[0]
    if judged(store, following.id):
        msg = "The next claim was already rated or related to another."
        raise RuleError(msg, "Take those judgements back first, or reject it instead.")
    return following


def set_spans(session: Session, claim_id: ClaimId, spans: Sequence[Span]) -> Claim:
    """Give a claim other words of its article and return it.

    Raises:
        RuleError: when there is no span, or one lies outside the text.
    """
    claim = session.store.get(Claim, claim_id)
    text = session.store.get(Article, claim.article_id).text
    words = joined(text, spans)
    if words == claim.spans:
        return claim
    quote(text, words)
    moved = with_words(claim, text, words)
    session.commit("Adjust the claim's words", Change.replace(claim, moved))
    return session.store.get(Claim, claim_id)


def add_claim(
    session: Session,
    article_id: ArticleId,
    spans: Sequence[Span],
    source_id: SourceId | None = None,
) -> Claim:
    """Make an accepted claim of words that nothing was proposed for, and return it.

    Without ``source_id`` it is in the outlet's own voice.

    Raises:
        RuleError: when a span lies outside the text.
    """
    store = session.store
    article = store.get(Article, article_id)
    words = joined(article.text, spans)
    attribution = own_voice(article)
    if source_id and source_id != article.outlet_id:
        source = store.get(Source, source_id)
        attribution = Attribution(
            source_id=source.id, delivery=Delivery.PARAPHRASE, chain=chain_of(source, article)
        )
    claim = Claim(
        id=ClaimId(session.new_id("clm")),
        article_id=article.id,
        spans=words,
        quote=quote(article.text, words),
        attribution=attribution,
        state=ClaimState.ACCEPTED,
        reasons=("reviewer:selection",),
    )
    session.commit("Add claim", Change(after=claim))
    return claim


def annotate(
    session: Session,
    claim_id: ClaimId,
    *,
    seen: Claim | None = None,
    wording: str | None = None,
    gloss: str | None = None,
    note: str | None = None,
) -> Claim:
    """Set a claim's plain wording, gloss or note (None leaves it) and return the claim.

    Args:
        session: who writes, and where it is kept.
        claim_id: the claim.
        seen: the claim as the writer saw it; None where they saw it as it stands.
        wording: the claim in plain words.
        gloss: the claim in a second language.
        note: a note on it.

    Raises:
        StaleError: when somebody else changed one of the texts given since it was seen.
    """
    names = {"wording": wording, "gloss": gloss, "note": note}
    written = [name for name, text in names.items() if text is not None]
    store = session.store
    claim = base_of(store, seen, written) if seen else store.get(Claim, claim_id)
    edited = evolve(
        claim,
        wording=claim.wording if wording is None else wording.strip(),
        gloss=claim.gloss if gloss is None else gloss.strip(),
        note=claim.note if note is None else note.strip(),
    )
    if edited == claim:
        return claim
    session.commit(f"Edit the claim's {' and '.join(written)}", Change.replace(claim, edited))
    return session.store.get(Claim, claim_id)
