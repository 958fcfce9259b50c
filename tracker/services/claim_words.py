"""Which words of an article a claim holds, and which of other claims it is read with."""

import re
from collections.abc import Sequence

from attrs import evolve

from tracker.errors import RuleError
from tracker.model import Article, Change, Claim, ClaimId, Span, quote
from tracker.services.session import Session

_WORD = re.compile(r"\w")


def trimmed(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the ranges that hold a word, without blanks and separators at their ends."""
    spans = []
    for start, end in ranges:
        while start < end and (text[start].isspace() or text[start] in "،,؛;"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in "،,؛;"):
            end -= 1
        if start < end and _WORD.search(text, start, end):
            spans.append(Span(start, end))
    return tuple(spans)


def joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans in order; those with no word between them become one."""
    found: list[Span] = []
    for span in sorted(spans):
        last = found[-1] if found else None
        if last and (span.start <= last.end or not _WORD.search(text, last.end, span.start)):
            found[-1] = Span(last.start, max(last.end, span.end))
        else:
            found.append(span)
    return tuple(found)


def without(text: str, spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """Return ``spans`` without the words of ``others``."""
    ranges = [(span.start, span.end) for span in spans]
    for other in others:
        ranges = [
            part
            for start, end in ranges
            for part in ((start, min(end, other.start)), (max(start, other.end), end))
            if part[0] < part[1]
        ]
    return trimmed(text, ranges)


def with_words(
    claim: Claim, text: str, spans: Sequence[Span], shared: Sequence[Span] | None = None
) -> Claim:
    """Return ``claim`` made of other words of its article's ``text``.

    Args:
        claim: the claim.
        text: the text of its article.
        spans: its words, in reading order.
        shared: the words of other claims that it is read with; those it has when None. What it
            holds itself is none of them.

    Raises:
        RuleError: when a span lies outside the text.
    """
    own = tuple(spans)
    read_with = without(text, joined(text, claim.shared if shared is None else shared), own)
    return evolve(
        claim,
        spans=own,
        quote=quote(text, own),
        shared=read_with,
        shared_quote=quote(text, read_with),
    )


def set_shared(session: Session, claim_id: ClaimId, spans: Sequence[Span]) -> Claim:
    """Say which words of other claims a claim is read with, none for no ``spans``, and return it.

    Raises:
        RuleError: when a span lies outside the text, or all of them are the claim's already.
    """
    claim = session.store.get(Claim, claim_id)
    text = session.store.get(Article, claim.article_id).text
    quote(text, spans)
    if spans and not without(text, spans, (*claim.spans, *claim.shared)):
        msg = "The claim has these words already."
        raise RuleError(msg, "Choose words of another claim.")
    read_with = with_words(claim, text, claim.spans, spans)
    if read_with == claim:
        return claim
    session.commit("Set the claim's shared words", Change.replace(claim, read_with))
    return session.store.get(Claim, claim_id)
