"""What the origins of two texts show: voice, outlet, agency, charge, doubt and publication."""

from collections.abc import Iterator

from tracker.matching.reading import Reading
from tracker.model import Signal, Stance

#: Reports of one event follow within days; a longer gap is worth a look.
DAYS_APART = 3
_DOUBT = 2


def provenance(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield what is known of where the two texts come from and how they put it."""
    us, them = ours.source, theirs.source
    if us.source_id and us.source_id == them.source_id:
        yield Signal(name="source", stance=Stance.WARNS)
    if us.outlet_id and us.outlet_id == them.outlet_id:
        yield Signal(name="outlet", stance=Stance.WARNS)
    if us.published and them.published and abs((us.published - them.published).days) > DAYS_APART:
        yield Signal(
            name="date",
            stance=Stance.WARNS,
            ours=us.published.isoformat(),
            theirs=them.published.isoformat(),
        )
    if us.allegation != them.allegation:
        yield Signal(name="allegation", stance=Stance.NOTES)
    if (us.hedging >= _DOUBT) != (them.hedging >= _DOUBT):
        yield Signal(name="hedging", stance=Stance.NOTES)
