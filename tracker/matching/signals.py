"""Every signal by name: what it says to a reviewer beside a score."""

from collections.abc import Iterable

from tracker.model import Signal, Stance

#: Signal name → what it means, in one sentence. The order is that of display within one stance.
SIGNALS: dict[str, str] = {
    "number": "Numbers that agree, however they are written, or that clash.",
    "denial": "One text denies something where the other does not.",
    "opposite": "A word of one text says the opposite of a word of the other.",
    "roles": "The same words with two of their parts exchanged: who did what to whom differs.",
    "place": "Places that both texts name, or on which they clash.",
    "day": "Weekday, day, month or year of which both texts speak, or on which they clash.",
    "actor": "Known actors that both texts name, or on which they clash.",
    "reprint": "Nearly the same wording: the texts probably come from one dispatch.",
    "source": "Both texts rest on the same voice.",
    "outlet": "The same outlet published both texts.",
    "agency": "Both texts name the same news agency or monitor.",
    "date": "The articles were published several days apart.",
    "words": "Words that both texts use, inflections and spelling variants included.",
    "meaning": "The sentences mean nearly the same, as far as their vectors tell.",
    "hedging": "One text puts it with doubt, the other without.",
    "allegation": "One text is a charge that somebody makes, the other says it outright.",
}

#: Signals that, as warnings, say that the two texts cannot both be true of one event.
CLASHES = frozenset({"number", "denial", "opposite", "roles", "place", "day", "actor"})

_ORDER = {name: place for place, name in enumerate(SIGNALS)}
_STANCES = {Stance.WARNS: 0, Stance.SUPPORTS: 1, Stance.NOTES: 2}


def strongest_first(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Return ``signals`` with warnings first, then support, then notes, each in table order."""
    return tuple(sorted(signals, key=lambda s: (_STANCES[s.stance], _ORDER[s.name])))
