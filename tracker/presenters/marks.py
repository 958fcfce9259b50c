"""Which words of an article are marked, and as what; later marks lie over earlier ones."""

from enum import Enum

from attrs import frozen

from tracker.model import Span
from tracker.presenters.review import ReviewState
from tracker.presenters.standing import Standing


class MarkKind(Enum):
    """What a mark on the article says. Each has a look of its own without any colour."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    RATED = "rated"
    SETTLED = "settled"
    REJECTED = "rejected"
    DISAGREED = "disagreed"
    CURRENT = "current"
    SHARED = "shared"
    CUE = "cue"
    MENTION = "mention"
    SELECTION = "selection"
    CURSOR = "cursor"


@frozen
class Mark:
    """A marked stretch of the article's text."""

    span: Span
    kind: MarkKind


def claim_marks(state: ReviewState) -> tuple[Mark, ...]:
    """Return the marks of all claims' words, each by where its claim stands."""
    return tuple(
        Mark(span, _KIND[standing])
        for claim, standing in zip(state.claims, state.standings, strict=True)
        for span in claim.spans
    )


def hand_marks(state: ReviewState) -> tuple[Mark, ...]:
    """Return the marks that lie over those: claim in hand, its cue, selection, cursor."""
    found: list[Mark] = []
    if state.claim:
        found += [Mark(span, MarkKind.CURRENT) for span in state.claim.spans]
        found += [Mark(span, MarkKind.SHARED) for span in state.claim.shared]
        attribution = state.claim.attribution
        found += [Mark(attribution.cue, MarkKind.CUE)] if attribution.cue else []
        found += [Mark(attribution.mention, MarkKind.MENTION)] if attribution.mention else []
    if state.cursor.selection:
        found.append(Mark(state.cursor.selection, MarkKind.SELECTION))
    if state.cursor.word:
        found.append(Mark(state.cursor.word, MarkKind.CURSOR))
    return tuple(found)


_KIND = {standing: MarkKind[standing.name] for standing in Standing}
