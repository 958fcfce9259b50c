"""Whether two texts say yes and no: denials on one side, and opposites."""

from collections.abc import Iterator

from tracker.matching.reading import Reading
from tracker.model import Signal, Stance


def polarity(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield a denial that only one text makes, and words that say the opposite of each other.

    Two denials in one text take each other back ("denies that it will not"), so that one text
    denies against the other when their counts differ by an odd number.
    """
    if (len(ours.denials) - len(theirs.denials)) % 2:
        yield Signal(
            name="denial",
            stance=Stance.WARNS,
            ours=" · ".join(map(ours.phrase, ours.denials)),
            theirs=" · ".join(map(theirs.phrase, theirs.denials)),
        )
    yield from _opposites(ours, theirs)


def _opposites(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    for side, phrase in ours.sides.items():
        counter = type(side)(side.row, not side.first)
        both = side in theirs.sides or counter in ours.sides
        if counter in theirs.sides and not both:
            yield Signal(
                name="opposite",
                stance=Stance.WARNS,
                ours=ours.phrase(phrase),
                theirs=theirs.phrase(theirs.sides[counter]),
            )
            return
