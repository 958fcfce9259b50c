"""The ratings of the claim in hand: one's own, and others' once they no longer sway."""

from collections.abc import Iterator

from tracker.model import Assessment, Claim, ClaimId
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.wording import (
    CONFIDENCE,
    CREDIBILITY,
    LIKELIHOOD,
    RELIABILITY,
    count,
)
from tracker.services.adjudicating import (
    assignments_of,
    is_blind,
    settlement_of,
    visible_assessments,
)
from tracker.services.reading import assertion_of
from tracker.store import Store

_LABEL_WIDTH = 8


def rating_lines(store: Store, claim: Claim, reviewer: str) -> Iterator[Line]:
    """Yield the ratings that ``reviewer`` may see of a claim, and the desk's word on it.

    The source's letter, and what others rated, come into sight with the reviewer's own number.
    """
    blind = is_blind(store, claim.id, reviewer)
    seen, hidden = visible_assessments(store, claim.id, reviewer)
    own = next((a for a in seen if a.reviewer == reviewer), None)
    yield from _own(own, blind=blind)
    for other in (a for a in seen if a.reviewer != reviewer):
        yield _row("", Cell(f"{other.reviewer}: {other.code}"), *_view(other))
    if hidden:
        words = f"{count(hidden, 'rating')} by others, hidden until you rate the information"
        yield _row("", Cell(words, Tone.MUTED))
    asked = [a for a in assignments_of(store, claim.id) if a.reviewer == reviewer]
    if asked and blind:
        yield _row("asked", Cell(f"{asked[0].assigned_by} asks you to rate it", Tone.WARN))
    if not blind:
        yield from _settled(store, claim.id)
    yield from _verdict(store, claim.id)


def _row(label: str, *cells: Cell) -> Line:
    return (Cell(label.ljust(_LABEL_WIDTH), Tone.MUTED), *cells)


def _own(own: Assessment | None, *, blind: bool) -> Iterator[Line]:
    reliability = own.reliability if own and not blind else None
    credibility = own.credibility if own else None
    confidence = own.confidence if own else None
    likelihood = own.likelihood if own else None
    grades = (
        ("information", credibility and f"{credibility.value} {CREDIBILITY[credibility]}"),
        ("source", reliability and f"{reliability.value} {RELIABILITY[reliability]}"),
        ("confidence", confidence and CONFIDENCE[confidence]),
        ("likelihood", likelihood and LIKELIHOOD[likelihood]),
    )
    label = "rate"
    for name, words in grades:
        if name == "likelihood" and not words:
            continue
        tone = Tone.ACCENT if words else Tone.MUTED
        yield _row(label, Cell(f"{name:<12}"), Cell(words or "–", tone))
        label = ""
    if own and own.rationale:
        yield _row("", Cell(own.rationale, Tone.MUTED))


def _view(assessment: Assessment) -> tuple[Cell, ...]:
    return (Cell(f" · {assessment.verdict.value}"),) if assessment.verdict else ()


def _settled(store: Store, claim_id: ClaimId) -> Iterator[Line]:
    settlement = settlement_of(store, claim_id)
    if settlement is None:
        return
    letter = settlement.reliability.value if settlement.reliability else "–"
    number = settlement.credibility.value if settlement.credibility else "–"
    words = f"{letter}{number}" if settlement.accepted else "no rating stands"
    who = f"  {settlement.reviewer}, {settlement.settled_at:%Y-%m-%d}"
    yield _row("settled", Cell(words, Tone.STRONG), Cell(who, Tone.MUTED))
    yield _row("", Cell(settlement.rationale, Tone.MUTED))


def _verdict(store: Store, claim_id: ClaimId) -> Iterator[Line]:
    assertion = assertion_of(store, claim_id)
    if assertion is None or assertion.ruling is None:
        yield _row("verdict", Cell("–", Tone.MUTED))
        return
    ruling = assertion.ruling
    yield _row(
        "verdict",
        Cell(ruling.verdict.value, Tone.STRONG),
        Cell(f"  {ruling.reviewer}, {ruling.decided_at:%Y-%m-%d}", Tone.MUTED),
    )
    for line in (ruling.rationale, *ruling.evidence):
        if line:
            yield _row("", Cell(line, Tone.MUTED))
