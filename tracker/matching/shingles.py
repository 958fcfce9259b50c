"""Sequences of four words, and how much of them two texts share.

A. Broder, "On the resemblance and containment of documents", 1997.
"""

from collections.abc import Sequence

from tracker.text.stems import StemmedWord

Shingles = frozenset[tuple[str, ...]]

_SHINGLE = 4


def shingles(words: Sequence[StemmedWord]) -> Shingles:
    """Return all runs of four words, by their stems; the whole text where it has fewer."""
    return runs(words, _SHINGLE)


def runs(words: Sequence[StemmedWord], length: int) -> Shingles:
    """Return all runs of ``length`` words, by their stems; the whole text where it has fewer."""
    run = tuple(word.stem for word in words)
    last = max(1, len(run) - length + 1)
    return frozenset(run[i : i + length] for i in range(last)) if run else frozenset()


def share_of_shorter(ours: Shingles, theirs: Shingles) -> float:
    """Return the share (0-1) of the shorter text's sequences that the other holds."""
    fewest = min(len(ours), len(theirs))
    return len(ours & theirs) / fewest if fewest else 0.0


def resemblance(ours: Shingles, theirs: Shingles) -> float:
    """Return the share (0-1) of both texts' sequences that both hold."""
    every = len(ours | theirs)
    return len(ours & theirs) / every if every else 0.0
