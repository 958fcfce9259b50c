"""What the numbers of two texts show."""

from collections.abc import Iterator, Sequence

from tracker.matching.reading import Reading
from tracker.model import Signal, Stance
from tracker.text.numbers import Quantity


def quantities(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield the numbers on which two texts agree, and those on which they clash.

    Numbers that can mean the same are set against each other first, equal ones before merely
    compatible ones. What is then left on both sides clashes; what is left on one side alone is
    more detail, not a clash.
    """
    agreed, our_rest, their_rest = _paired(ours.numbers, theirs.numbers)
    if our_rest and their_rest:
        yield _signal(ours, theirs, our_rest, their_rest, Stance.WARNS)
    if agreed:
        left, right = zip(*agreed, strict=True)
        yield _signal(ours, theirs, left, right, Stance.SUPPORTS)


def _paired(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> tuple[list[tuple[Quantity, Quantity]], list[Quantity], list[Quantity]]:
    our_rest, their_rest = list(ours), list(theirs)
    agreed = []
    for equal in (True, False):
        for one in tuple(our_rest):
            other = next(
                (t for t in their_rest if one.agrees(t) and (not equal or one.stated == t.stated)),
                None,
            )
            if other:
                agreed.append((one, other))
                our_rest.remove(one)
                their_rest.remove(other)
    return agreed, our_rest, their_rest


def _signal(
    ours: Reading,
    theirs: Reading,
    left: Sequence[Quantity],
    right: Sequence[Quantity],
    stance: Stance,
) -> Signal:
    return Signal(
        name="number",
        stance=stance,
        ours=" · ".join(ours.stated(found.span) for found in left),
        theirs=" · ".join(theirs.stated(found.span) for found in right),
    )
