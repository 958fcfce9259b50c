"""What a reviewer decides on the claim in hand; each decision is saved when its message is told."""

from collections.abc import Callable, Sequence

from tracker.errors import RuleError, TrackerError, UnreachableError
from tracker.model import Claim, ClaimState, SourceId, Span
from tracker.presenters.history import refusal
from tracker.presenters.review import ReviewState
from tracker.presenters.tones import Message, Tone
from tracker.presenters.word_cursor import earlier_end, earlier_start, later_end, later_start
from tracker.services.claim_words import set_shared
from tracker.services.conflicts import standing_record
from tracker.services.linking import link_as_before
from tracker.services.resplitting import split_coarser, split_finer
from tracker.services.reviewing import (
    add_claim,
    annotate,
    decide,
    merge_with_next,
    set_spans,
    split_claim,
)

NOTHING_IN_HAND = "This article has no claims. Select words with space and press a to make one."


def attempt(state: ReviewState, edit: Callable[[Claim], str], *, stay: bool = True) -> Message:
    """Carry out ``edit`` on the claim in hand and return what happened.

    The state is read anew afterwards, also when the edit was refused because somebody else
    changed the claim meanwhile. Without ``stay`` the edit itself has moved on.
    """
    claim = state.claim
    if claim is None:
        return Message(NOTHING_IN_HAND, Tone.WARN)
    try:
        told = changed_meanwhile(state, claim)
        if told is not None:
            return told
        done = edit(claim)
    except TrackerError as error:
        state.reload()
        return refusal(error)
    if stay:
        state.reload()
    return Message(f"{done} Saved.", Tone.GOOD)


def followed(state: ReviewState) -> Message | None:
    """Return who did what to the claim in hand since it was read, None when nobody did."""
    claim = state.claim
    store = state.session.store
    if claim is None or standing_record(store, claim) == claim:
        return None
    try:
        done = next(store.history(claim.id)).changeset
    except UnreachableError:
        return None
    return Message(f"Just now by {done.reviewer}: “{done.label}”.", Tone.ACCENT)


def changed_meanwhile(state: ReviewState, seen: Claim) -> Message | None:
    """Read the state anew and say who did what, when the claim is no longer as it was seen."""
    store = state.session.store
    if standing_record(store, seen) == seen:
        return None
    done = next(store.history(seen.id)).changeset
    state.reload()
    return Message(
        f"Changed meanwhile by {done.reviewer}: “{done.label}”. Look at it again.", Tone.WARN
    )


def accept(state: ReviewState) -> Message:
    """Accept the claim in hand and go on to the next undecided one."""
    return _decide_and_go_on(state, ClaimState.ACCEPTED, "Accepted")


def reject(state: ReviewState) -> Message:
    """Reject the claim in hand and go on to the next undecided one."""
    return _decide_and_go_on(state, ClaimState.REJECTED, "Rejected")


def _decide_and_go_on(state: ReviewState, decision: ClaimState, word: str) -> Message:
    number = state.index + 1

    def edit(claim: Claim) -> str:
        if claim.state is not decision:
            decide(state.session, (claim.id,), decision)
        state.reload()
        on = state.next_open()
        return f"{word} claim {number}." if on else f"{word} claim {number}; none is left open."

    return attempt(state, edit, stay=False)


def reopen(state: ReviewState) -> Message:
    """Take the decision on the claim in hand back to proposed."""

    def edit(claim: Claim) -> str:
        decide(state.session, (claim.id,), ClaimState.PROPOSED)
        return f"Reopened claim {state.index + 1}."

    return attempt(state, edit)


def split(state: ReviewState) -> Message:
    """Split the claim in hand before the word cursor; the first part stays in hand."""

    def edit(claim: Claim) -> str:
        word = state.cursor.word
        offset = word.start if word else 0
        inside = claim.spans[0].start < offset < claim.spans[-1].end
        if not inside:
            msg = "The word cursor is not inside the claim."
            raise RuleError(msg, "Move it with ← → to the first word of the second part.")
        split_claim(state.session, claim.id, offset)
        return f"Split claim {state.index + 1} in two."

    return attempt(state, edit)


def merge(state: ReviewState) -> Message:
    """Merge the claim in hand with the next one."""

    def edit(claim: Claim) -> str:
        merge_with_next(state.session, claim.id)
        return f"Merged claims {state.index + 1} and {state.index + 2}."

    return attempt(state, edit)


def finer(state: ReviewState) -> Message:
    """Split the sentence of the claim in hand into more claims."""
    return attempt(state, lambda claim: _resplit(state, split_finer(state.session, claim.id)))


def coarser(state: ReviewState) -> Message:
    """Split the sentence of the claim in hand into fewer claims."""
    return attempt(state, lambda claim: _resplit(state, split_coarser(state.session, claim.id)))


def _resplit(state: ReviewState, claims: Sequence[Claim]) -> str:
    """Take a claim of the sentence into hand and say how many are open there."""
    ids = [claim.id for claim in claims]
    stays = state.claim is not None and state.claim.id in ids
    state.reload(None if stays else ids[0])
    return f"The sentence has {len(ids)} open {'claim' if len(ids) == 1 else 'claims'}."


def move_end(state: ReviewState, steps: int) -> Message:
    """Let the claim in hand end a word later (``steps`` 1) or earlier (-1)."""

    def edit(claim: Claim) -> str:
        last = claim.spans[-1]
        move = later_end if steps > 0 else earlier_end
        end = move(state.cursor.words, last.end)
        _set(state, claim, (*claim.spans[:-1], _span(last.start, end)))
        return f"The claim ends one word {'later' if steps > 0 else 'earlier'}."

    return attempt(state, edit)


def move_start(state: ReviewState, steps: int) -> Message:
    """Let the claim in hand start a word later (``steps`` 1) or earlier (-1)."""

    def edit(claim: Claim) -> str:
        first = claim.spans[0]
        move = later_start if steps > 0 else earlier_start
        start = move(state.cursor.words, first.start)
        _set(state, claim, (_span(start, first.end), *claim.spans[1:]))
        return f"The claim starts one word {'later' if steps > 0 else 'earlier'}."

    return attempt(state, edit)


def _span(start: int | None, end: int | None) -> Span:
    if start is None or end is None:
        msg = "The article ends here."
        raise RuleError(msg)
    if end <= start:
        msg = "A claim keeps at least one word."
        raise RuleError(msg, "Reject it with x instead.")
    return Span(start, end)


def _set(state: ReviewState, claim: Claim, spans: Sequence[Span]) -> None:
    set_spans(state.session, claim.id, spans)


def take_selection(state: ReviewState) -> Message:
    """Give the claim in hand exactly the selected words."""

    def edit(claim: Claim) -> str:
        _set(state, claim, (selected(state),))
        state.clear_selection()
        return f"Claim {state.index + 1} has the selected words."

    return attempt(state, edit)


def selected(state: ReviewState) -> Span:
    """Return the selected words, first to last.

    Raises:
        RuleError: when none are.
    """
    if state.cursor.selection is None:
        msg = "No words are selected."
        raise RuleError(msg, "Press space on the first word, move with ← →, then again.")
    return state.cursor.selection


def share_selection(state: ReviewState) -> Message:
    """Read the claim in hand with the selected words, too; without a selection, with none."""

    def edit(claim: Claim) -> str:
        selected = state.cursor.selection
        if selected is None and not claim.shared:
            msg = "No words are selected, and the claim is read with none."
            raise RuleError(msg, "Press space on the first word, move with ← →, then again.")
        set_shared(state.session, claim.id, (*claim.shared, selected) if selected else ())
        state.clear_selection()
        return f"Claim {state.index + 1} is read with " + ("these words." if selected else "none.")

    return attempt(state, edit)


def add_selection(state: ReviewState) -> Message:
    """Make an accepted claim of the selected words, in the source of the claim in hand."""
    try:
        span = selected(state)
        claim = add_claim(state.session, state.article.id, (span,), _source_around(state, span))
    except TrackerError as error:
        return refusal(error)
    state.reload(claim.id)
    return Message(f"Added claim {state.index + 1} from the selection. Saved.", Tone.GOOD)


def _source_around(state: ReviewState, span: Span) -> SourceId | None:
    """Return the source of the last claim that starts before ``span`` in the same passage."""
    passage = next((p for p in state.article.passages if p.span.overlaps(span)), None)
    before = [
        claim
        for claim in state.claims
        if passage and passage.span.contains(claim.spans[0].start)
        and claim.spans[0].start <= span.start
    ]  # fmt: skip
    return before[-1].source_id if before else None


def same_as_before(state: ReviewState) -> Message:
    """Link the claim in hand to the source of the claim before it."""

    def edit(claim: Claim) -> str:
        link_as_before(state.session, claim.id)
        label = state.source_of(state.session.store.get(Claim, claim.id)).label
        return f"Claim {state.index + 1} rests on {label}, as the one before."

    return attempt(state, edit)


def write(
    state: ReviewState,
    seen: Claim,
    *,
    wording: str | None = None,
    gloss: str | None = None,
    note: str | None = None,
) -> Message:
    """Keep the wording, gloss or note that a reviewer wrote on a claim as they had ``seen`` it.

    A wording that says just what the article says is no wording of its own.
    """
    if wording is not None and wording.strip() == seen.quote:
        wording = ""
    names = {"wording": wording, "gloss": gloss, "note": note}
    written = " and ".join(name for name, text in names.items() if text is not None)
    try:
        annotate(state.session, seen.id, seen=seen, wording=wording, gloss=gloss, note=note)
    except TrackerError as error:
        state.reload()
        return refusal(error)
    state.reload()
    return Message(f"The claim's {written} is saved.", Tone.GOOD)
