"""What the screen shows of a claim and a published fact-check."""

from collections.abc import Iterator

from tracker.model import Bearing, FactCheck, Stance
from tracker.presenters.fact_checks import FactChecksState
from tracker.presenters.signal_words import OURS, THEIRS, signal_lines
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.wording import BEARINGS

_LABEL_WIDTH = 10


def where(state: FactChecksState) -> Line:
    """Return whose fact-checks are judged."""
    place = "Fact-checks of one claim" if state.claim_id else "Fact-checks of the whole database"
    return Cell("Fact-checks ▸ ", Tone.MUTED), Cell(place, Tone.STRONG)


def how_far(state: FactChecksState) -> Line:
    """Return which pair is shown, how alike it is, and what is suggested or was judged."""
    if state.match is None:
        return ()
    cells = [Cell(f"fact-check {state.index + 1} of {len(state.matches)}", Tone.STRONG)]
    if state.left < len(state.matches):
        cells.append(Cell(f" · {state.left} left", Tone.MUTED))
    cells.append(Cell(f" · score {state.match.candidate.score:.2f} · ", Tone.MUTED))
    judged = state.shown_judgement
    if judged is None:
        words, tone = BEARINGS[state.match.suggestion]
        return (*cells, Cell(f"{words}?", tone))
    words, tone = BEARINGS[judged.bearing]
    return (*cells, Cell(f"✔ {words}", tone))


def side_titles() -> tuple[str, str]:
    """Return the heads of both sides."""
    return f"{OURS} claim in hand", f"{THEIRS} published fact-check"


def fact_check_lines(check: FactCheck) -> tuple[Line, ...]:
    """Return a fact-check: who found what and when, the claim that was checked, the headline."""
    return tuple(_fact_check(check))


def _fact_check(check: FactCheck) -> Iterator[Line]:
    date = check.published.isoformat() if check.published else "no date"
    publisher = check.publisher or "publisher not stated"
    yield (
        Cell(f"{date}  ", Tone.MUTED),
        Cell(publisher),
        Cell(" rates it  ", Tone.MUTED),
        Cell(check.rating or "in no word", Tone.WARN if check.rating else Tone.MUTED),
    )
    yield (Cell(check.claim_reviewed, Tone.STRONG),)
    for label, text in (
        ("claimed by", check.claimant),
        ("headline", check.title),
        ("address", check.url),
    ):
        if text:
            yield Cell(f"{label.ljust(_LABEL_WIDTH)} ", Tone.MUTED), Cell(text)


def why_lines(state: FactChecksState) -> tuple[Line, ...]:
    """Return what speaks for the pair."""
    lines = _signals(state, {Stance.SUPPORTS})
    return lines or ((Cell("Nothing speaks for it but the likeness of the letters.", Tone.MUTED),),)


def careful_lines(state: FactChecksState) -> tuple[Line, ...]:
    """Return what to be careful about, and what was judged."""
    return (*_signals(state, {Stance.WARNS, Stance.NOTES}), *_judgement(state))


def _signals(state: FactChecksState, stances: set[Stance]) -> tuple[Line, ...]:
    found = state.match.candidate.signals if state.match else ()
    chosen = (signal for signal in found if signal.stance in stances)
    return tuple(line for signal in chosen for line in signal_lines(signal))


def _judgement(state: FactChecksState) -> Iterator[Line]:
    judged = state.shown_judgement
    if state.note:
        yield Cell("note  ", Tone.MUTED), Cell(state.note)
    if judged is None:
        yield (Cell("~ The verdict of others: it changes no rating of the desk.", Tone.MUTED),)
        return
    words, tone = BEARINGS[judged.bearing]
    yield (Cell(f"✔ {words}", tone),)
    yield (Cell(f"  {judged.reviewer}, {judged.decided_at:%Y-%m-%d}", Tone.MUTED),)
    if judged.bearing is Bearing.SAME_CLAIM:
        yield (Cell("  It stands beside the claim, and in what is handed on.", Tone.MUTED),)


def nothing_lines(state: FactChecksState, held: int) -> tuple[Line, ...]:
    """Return what is said where there is no pair, and what one can do about it."""
    if not held:
        what = "No published fact-check is here."
        todo = "Take an archive in: tracker fact-checks add FILE (ClaimReview as JSON)."
    elif state.claim_id:
        what = "No fact-check that is here comes close to this claim, or all are judged."
        todo = f"{held:,} were compared. Add others with: tracker fact-checks add FILE"
    else:
        what = "No fact-check waits to be judged."
        todo = f"Every claim was compared with {held:,}, or judged already."
    return (Cell(what, Tone.STRONG),), (), (Cell(todo),)
