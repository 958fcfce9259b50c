"""Every signal by name: what it says to a reviewer beside a score."""

from collections.abc import Iterable

from tracker.model import Signal, Stance

#: Signal name → what it means, in one sentence. The order is that of display within one stance.
SIGNALS: dict[str, str] = {
    "words": "Words that both texts use, inflections and spelling variants included.",
    "reprint": "Nearly the same wording: the texts probably come from one dispatch.",
    "source": "Both texts rest on the same voice of the same article's register of sources.",
    "outlet": "The same outlet published both texts.",
    "date": "The articles were published several days apart.",
}

_ORDER = {name: place for place, name in enumerate(SIGNALS)}
_STANCES = {Stance.WARNS: 0, Stance.SUPPORTS: 1, Stance.NOTES: 2}


def strongest_first(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Return ``signals`` with warnings first, then support, then notes, each in table order."""
    return tuple(sorted(signals, key=lambda s: (_STANCES[s.stance], _ORDER[s.name])))
