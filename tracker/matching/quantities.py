"""What the numbers of two texts show."""

from collections.abc import Iterator, Sequence

from tracker.matching.counted import Counted, counted
from tracker.matching.reading import Reading
from tracker.model import Signal, Stance


def quantities(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield the numbers on which two texts agree, and those on which they clash.

    Numbers that can mean the same are set against each other first, equal ones before merely
    compatible ones. Of what is then left on both sides, numbers that may count the same thing
    clash; dead against injured, and what is left on one side alone, is more detail.
    """
    agreed, our_rest, their_rest = _paired(counted(ours), counted(theirs))
    left = [one for one in our_rest if any(map(one.comparable, their_rest))]
    right = [one for one in their_rest if any(map(one.comparable, our_rest))]
    if left and right:
        yield _signal(ours, theirs, left, right, Stance.WARNS)
    if agreed:
        us, them = zip(*agreed, strict=True)
        yield _signal(ours, theirs, us, them, Stance.SUPPORTS)


def _paired(
    ours: Sequence[Counted], theirs: Sequence[Counted]
) -> tuple[list[tuple[Counted, Counted]], list[Counted], list[Counted]]:
    our_rest, their_rest = list(ours), list(theirs)
    agreed = []
    for equal in (True, False):
        for one in tuple(our_rest):
            other = next(
                (t for t in their_rest if one.agrees(t) and (not equal or _equal(one, t))), None
            )
            if other:
                agreed.append((one, other))
                our_rest.remove(one)
                their_rest.remove(other)
    return agreed, our_rest, their_rest


def _equal(one: Counted, other: Counted) -> bool:
    return one.number.stated == other.number.stated


def _signal(
    ours: Reading,
    theirs: Reading,
    left: Sequence[Counted],
    right: Sequence[Counted],
    stance: Stance,
) -> Signal:
    return Signal(
        name="number",
        stance=stance,
        ours=" · ".join(ours.stated(one.number.span) for one in left),
        theirs=" · ".join(theirs.stated(one.number.span) for one in right),
    )
