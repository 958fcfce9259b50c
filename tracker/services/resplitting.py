"""Splitting one sentence anew, more finely or more coarsely, around what a person decided."""

from collections.abc import Iterator, Sequence

from tracker.errors import RuleError
from tracker.extraction.claims import Level
from tracker.model import (
    Article,
    Change,
    Claim,
    ClaimId,
    ClaimState,
    Passage,
    ProposedClaim,
    Span,
    quote,
)
from tracker.services.claim_words import with_words, without
from tracker.services.proposing import propose, repropose, tables_in
from tracker.services.reading import claims_of, judged
from tracker.services.session import Session
from tracker.store import Store

Spans = tuple[Span, ...]


def split_finer(session: Session, claim_id: ClaimId) -> tuple[Claim, ...]:
    """Split the sentence of a claim into more claims, in one change set, and return its open ones.

    Only claims that nobody decided on, worded, rated or related are split anew; every other keeps
    its words. A new claim has the source of the claim that held most of its words.

    Raises:
        NotFoundError: when there is no such claim.
        RuleError: when the claim is not open, or its sentence splits no further.
    """
    return _resplit(session, claim_id, finer=True)


def split_coarser(session: Session, claim_id: ClaimId) -> tuple[Claim, ...]:
    """Split the sentence of a claim into fewer claims; otherwise as :func:`split_finer`."""
    return _resplit(session, claim_id, finer=False)


def _resplit(session: Session, claim_id: ClaimId, *, finer: bool) -> tuple[Claim, ...]:
    store = session.store
    claim = store.get(Claim, claim_id)
    article = store.get(Article, claim.article_id)
    sentence = _sentence_of(article, claim)
    claims = claims_of(store, article.id)
    replaced = [c for c in claims if _within(c, sentence) and _open(store, c)]
    if claim not in replaced:
        msg = "The claim was decided, worded, rated or related: its words stay."
        raise RuleError(msg, "Reopen it with o first, or split it by hand with s.")
    kept = [span for c in claims if c not in replaced for span in c.spans]
    found = _next_level(session, article, sentence, kept, len(replaced), finer=finer)
    written = _written(session, article, replaced, found)
    ids = {c.id for c in written}
    gone = [c for c in replaced if c.id not in ids]
    label = f"Split a sentence {'finer' if finer else 'coarser'}"
    session.commit(label, *_changes(replaced, written), *(Change(before=c) for c in gone))
    return tuple(store.get(Claim, c.id) for c in written)


def _changes(replaced: Sequence[Claim], written: Sequence[Claim]) -> Iterator[Change]:
    before = {claim.id: claim for claim in replaced}
    for claim in written:
        old = before.get(claim.id)
        if old is None:
            yield Change(after=claim)
        elif old is not claim:
            yield Change.replace(old, claim)


def _sentence_of(article: Article, claim: Claim) -> Passage:
    start = claim.spans[0].start
    found = next((p for p in article.passages if p.span.contains(start)), None)
    if found is None or not _within(claim, found):
        msg = "The claim runs over several sentences."
        raise RuleError(msg, "Split it by hand with s, or move its ends with [ and ].")
    return found


def _within(claim: Claim, sentence: Passage) -> bool:
    inside = sentence.span
    return inside.start <= claim.spans[0].start and claim.spans[-1].end <= inside.end


def _open(store: Store, claim: Claim) -> bool:
    """Whether nobody has put work into a claim that another split would lose."""
    return not (
        claim.state is not ClaimState.PROPOSED
        or claim.wording
        or claim.gloss
        or claim.note
        or judged(store, claim.id)
    )


def _next_level(
    session: Session,
    article: Article,
    sentence: Passage,
    kept: Sequence[Span],
    now: int,
    *,
    finer: bool,
) -> list[tuple[ProposedClaim, Spans]]:
    """Return the claims of the nearest level that has more (or fewer) than there are ``now``."""
    tables, language, text = tables_in(session.tables), article.language, article.text
    cues = [a.cue for a in propose(text, language=language, tables=tables).attributions]
    for level in Level if finer else reversed(Level):
        made = repropose(text, sentence, cues, level, language=language, tables=tables)
        found = [(one, spans) for one in made if (spans := without(text, one.spans, kept))]
        if len(found) > now if finer else 0 < len(found) < now:
            return found
    msg = f"The sentence splits no {'finer' if finer else 'coarser'}."
    raise RuleError(msg, "Split with s, merge with m." if finer else "Merge with m.")


def _written(
    session: Session,
    article: Article,
    replaced: Sequence[Claim],
    found: Sequence[tuple[ProposedClaim, Spans]],
) -> list[Claim]:
    """Return the claims to store: those with the same words unchanged, identifiers used again."""
    same = {claim.spans: claim for claim in replaced}
    words = {spans for _, spans in found}
    spare = [claim.id for claim in replaced if claim.spans not in words]
    written = []
    for proposed, spans in found:
        if spans in same:
            written.append(same[spans])
            continue
        made = Claim(
            id=spare.pop(0) if spare else ClaimId(session.new_id("clm")),
            article_id=article.id,
            spans=spans,
            quote=quote(article.text, spans),
            attribution=_origin(replaced, spans).attribution,
            allegation=proposed.allegation,
            reasons=proposed.reasons,
        )
        written.append(with_words(made, article.text, spans, proposed.shared))
    return written


def _origin(claims: Sequence[Claim], spans: Spans) -> Claim:
    """Return the claim that holds most of the words, the nearest where none does."""
    return max(claims, key=lambda claim: _nearness(claim.spans, spans))


def _nearness(spans: Spans, others: Spans) -> tuple[int, int]:
    """Return how many code points two claims share, then how near their starts are."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in others)
    return shared, -abs(spans[0].start - others[0].start)
