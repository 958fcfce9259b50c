"""Why two claims may match, and what to be careful about, in sentences."""

from collections.abc import Iterator, Mapping

from tracker.matching import SIGNALS
from tracker.model import Candidate, Relation, Signal, Stance
from tracker.presenters.tones import Cell, Line, Tone

#: Stand for the claim in hand and for the candidate wherever their words are told apart.
OURS, THEIRS = "①", "②"

_SENTENCES: Mapping[tuple[str, Stance], str] = {
    ("number", Stance.SUPPORTS): "The numbers agree.",
    ("number", Stance.WARNS): "The numbers differ.",
    ("place", Stance.SUPPORTS): "Both name the place.",
    ("place", Stance.WARNS): "They name different places.",
    ("day", Stance.SUPPORTS): "Both speak of the same day.",
    ("day", Stance.WARNS): "They speak of different days.",
    ("actor", Stance.SUPPORTS): "Both name the same actors.",
    ("actor", Stance.WARNS): "They name different actors.",
    ("words", Stance.SUPPORTS): "Words in common.",
    ("meaning", Stance.SUPPORTS): "They mean nearly the same.",
    ("denial", Stance.WARNS): "One of them denies something.",
    ("opposite", Stance.WARNS): "A word of one says the opposite of a word of the other.",
    ("roles", Stance.WARNS): "Who did what to whom differs.",
    ("reprint", Stance.WARNS): "Nearly the same wording: probably one dispatch, no second witness.",
    ("source", Stance.WARNS): "Both rest on the same voice.",
    ("outlet", Stance.WARNS): "The same outlet published both.",
    ("agency", Stance.WARNS): "Both name the same agency.",
    ("date", Stance.WARNS): "Published several days apart.",
    ("hedging", Stance.NOTES): "One puts it with doubt, the other without.",
    (
        "allegation",
        Stance.NOTES,
    ): "One is a charge that somebody makes, the other says it outright.",
}

_BULLETS: Mapping[Stance, tuple[str, Tone]] = {
    Stance.SUPPORTS: ("+", Tone.GOOD),
    Stance.WARNS: ("!", Tone.WARN),
    Stance.NOTES: ("~", Tone.MUTED),
}

_SUGGESTIONS: Mapping[Relation, tuple[str, Tone]] = {
    Relation.CORROBORATES: ("corroborates?", Tone.GOOD),
    Relation.PARTLY: ("corroborates in part?", Tone.GOOD),
    Relation.CONTRADICTS: ("contradicts?", Tone.BAD),
    Relation.SAME_ORIGIN: ("same origin?", Tone.WARN),
    Relation.RELATED: ("related?", Tone.PLAIN),
    Relation.UNRELATED: ("unrelated?", Tone.MUTED),
}


def sentence(signal: Signal) -> str:
    """Return what a signal says, as a sentence."""
    known = _SENTENCES.get((signal.name, signal.stance)) or SIGNALS.get(signal.name)
    return known or f"{signal.name.replace('_', ' ').capitalize()}."


def signal_lines(signal: Signal) -> Iterator[Line]:
    """Yield the lines of one signal: its sentence, then the words of either side.

    Words of either side stand on lines of their own, so that each reads in its own direction.
    """
    bullet, tone = _BULLETS[signal.stance]
    yield (
        Cell(f"{bullet} ", tone),
        Cell(sentence(signal), tone if tone is Tone.WARN else Tone.PLAIN),
    )
    if signal.ours and signal.ours == signal.theirs:
        yield (Cell(signal.ours, Tone.STRONG),)
        return
    for mark, words in ((OURS, signal.ours), (THEIRS, signal.theirs)):
        if words:
            yield Cell(f"{mark}  ", Tone.MUTED), Cell(words, Tone.STRONG)


def is_reprint(candidate: Candidate) -> bool:
    """Return whether the wording is so close that one text was probably taken from the other."""
    return any(signal.name == "reprint" for signal in candidate.signals)


def suggestion(candidate: Candidate) -> Cell:
    """Return what the program suggests, always with a question mark; a person decides."""
    if is_reprint(candidate):
        return Cell("reprint?", Tone.WARN)
    return Cell(*_SUGGESTIONS[candidate.suggestion])
