"""What the wording of two texts shows: the words they share, and reprints."""

from collections.abc import Iterator, Sequence

from tracker.matching.reading import Reading
from tracker.matching.shingles import share_of_shorter
from tracker.matching.words import alike
from tracker.model import Signal, Stance
from tracker.text.stems import StemmedWord

#: Share of the word 4-grams of the shorter text found in the other that makes a reprint
#: (containment as in A. Broder, "On the resemblance and containment of documents", 1997).
REPRINT_CONTAINMENT = 0.8
#: Fewer shared 4-grams than this are no reprint.
_FEWEST_SHINGLES = 3

_BETWEEN = " · "


def aligned(ours: Reading, theirs: Reading) -> tuple[tuple[StemmedWord, StemmedWord], ...]:
    """Return the telling words that both texts use, best pairs first taken, in our order."""
    left = {word.stem: word for word in theirs.telling}
    pairs = [(word, left.pop(word.stem)) for word in ours.telling if word.stem in left]
    paired = {word.stem for word, _ in pairs}
    rest = {word.stem: word for word in ours.telling if word.stem not in paired}
    for one, other in alike(list(rest), list(left)):
        pairs.append((rest[one], left[other]))
    return tuple(sorted(pairs, key=lambda pair: pair[0].start))


def shared_words(
    ours: Reading,
    theirs: Reading,
    score: float,
    shared: Sequence[tuple[StemmedWord, StemmedWord]],
) -> Iterator[Signal]:
    """Yield the words both texts use, or their anchors in two writings; the score rests on them.

    Args:
        ours: the claim in hand.
        theirs: the other claim.
        score: how likely both are about one event (0-1).
        shared: what :func:`aligned` found.
    """
    if ours.writing == theirs.writing:
        pairs = [(ours.written(us), theirs.written(them)) for us, them in shared]
    else:
        pairs = list(_met(ours, theirs))
    if pairs:
        yield Signal(
            name="words",
            stance=Stance.SUPPORTS,
            ours=_BETWEEN.join(us for us, _ in pairs),
            theirs=_BETWEEN.join(them for _, them in pairs),
            weight=score,
        )


def _met(ours: Reading, theirs: Reading) -> Iterator[tuple[str, str]]:
    """Yield what stands for the same in two texts, in our order, nothing taken twice."""
    left = list(theirs.anchors)
    for anchor in ours.anchors:
        other = next((found for found in left if found.keys & anchor.keys), None)
        if other:
            left.remove(other)
            yield (
                ours.passage(anchor.first, anchor.last),
                theirs.passage(other.first, other.last),
            )


def containment(ours: Reading, theirs: Reading) -> float:
    """Return the share (0-1) of the shorter text's word 4-grams that the other text holds."""
    return share_of_shorter(ours.shingles, theirs.shingles)


def reprint(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield a warning when one text holds nearly all of the other's wording, its numbers too.

    A run of five words may be shared by chance; whoever copies a dispatch copies its figures.
    """
    if len(ours.shingles & theirs.shingles) < _FEWEST_SHINGLES:
        return
    if containment(ours, theirs) >= REPRINT_CONTAINMENT and not _other_figures(ours, theirs):
        yield Signal(name="reprint", stance=Stance.WARNS)


def _other_figures(ours: Reading, theirs: Reading) -> bool:
    us, them = ({number.stated for number in side.numbers} for side in (ours, theirs))
    return not (us <= them or them <= us)
