"""Which words a claim has: selected words come to it, or go from it, as spans of their own."""

from collections.abc import Sequence

from tracker.errors import RuleError
from tracker.model import Claim, Span
from tracker.presenters.review import ReviewState
from tracker.presenters.review_decisions import attempt, selected
from tracker.presenters.tones import Message
from tracker.presenters.word_cursor import earlier_end, later_start
from tracker.services.reviewing import set_spans

#: The commands that a selection is made for, in the order in which the key bar offers them.
ON_SELECTION = (
    "review.add", "review.widen", "review.narrow", "review.take", "review.share", "review.copy",
)  # fmt: skip


def widen(state: ReviewState) -> Message:
    """Give the claim in hand the selected words, too, as a further span where they lie apart."""

    def edit(claim: Claim) -> str:
        _set(state, claim, (*claim.spans, selected(state)))
        return f"Claim {state.index + 1} has these words, too."

    return attempt(state, edit)


def narrow(state: ReviewState) -> Message:
    """Take the selected words, or the one under the cursor, away from the claim in hand."""

    def edit(claim: Claim) -> str:
        gone = selected(state) if state.cursor.selection else state.cursor.word
        if gone is None or not any(span.overlaps(gone) for span in claim.spans):
            msg = "These words are not the claim's."
            raise RuleError(msg, "Select some that are; & adds words to it.")
        _set(state, claim, without(claim.spans, gone, state.cursor.words))
        return f"Claim {state.index + 1} is without these words."

    return attempt(state, edit)


def without(spans: Sequence[Span], gone: Span, words: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return ``spans`` without the words in ``gone``, which begins and ends at words.

    Raises:
        RuleError: when nothing would be left.
    """
    left: list[Span] = []
    for span in spans:
        if not span.overlaps(gone):
            left.append(span)
            continue
        before, after = earlier_end(words, gone.start + 1), later_start(words, gone.end - 1)
        if before is not None and before > span.start:
            left.append(Span(span.start, before))
        if after is not None and after < span.end:
            left.append(Span(after, span.end))
    if not left:
        msg = "A claim keeps at least one word."
        raise RuleError(msg, "Reject it with x instead.")
    return tuple(left)


def _set(state: ReviewState, claim: Claim, spans: Sequence[Span]) -> None:
    set_spans(state.session, claim.id, spans)
    state.clear_selection()
