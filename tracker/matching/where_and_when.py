"""Where and when two texts set their events, and who takes part in them."""

from collections.abc import Collection, Iterator

from tracker.matching.reading import Reading
from tracker.matching.unknown_places import unknown_places
from tracker.model import Signal, Stance
from tracker.text.names import Name

_PARTS = ("weekday", "month", "day", "year")


def places(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield the places both texts name, or those on which they clash.

    A place lies in its country, so "Mosul" and "Iraq" agree. Two texts clash when each names
    places the other does not and they share none, or each a country the other does not.
    """
    us, them = _of_kind(ours, "country", "place"), _of_kind(theirs, "country", "place")
    if not us or not them:
        yield from unknown_places(ours, theirs)
        return
    apart = _apart(us, them)
    if apart:
        yield _signal(ours, theirs, *apart, name="place", stance=Stance.WARNS)
    elif shared := [name for name in us if name in them]:
        clash = list(unknown_places(ours, theirs))
        yield from clash
        if not clash:
            yield _signal(ours, theirs, shared, shared, name="place", stance=Stance.SUPPORTS)


def _of_kind(reading: Reading, *kinds: str) -> list[Name]:
    found = (phrase.value for phrase in reading.names if phrase.value.kind in kinds)
    return list(dict.fromkeys(found))


def _apart(
    us: Collection[Name], them: Collection[Name]
) -> tuple[Collection[Name], Collection[Name]] | None:
    our_places = [name for name in us if name.within]
    their_places = [name for name in them if name.within]
    if our_places and their_places and not set(our_places) & set(their_places):
        return our_places, their_places
    our_countries, their_countries = _countries(us), _countries(them)
    left = [name for name in us if (name.within or name.key) not in their_countries]
    right = [name for name in them if (name.within or name.key) not in our_countries]
    return (left, right) if left and right else None


def _countries(names: Collection[Name]) -> set[str]:
    return {name.within or name.key for name in names}


def actors(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield the known actors, and the news agencies, that both texts name; or actors that clash."""
    us, them = _of_kind(ours, "actor"), _of_kind(theirs, "actor")
    shared = [name for name in us if name in them]
    if shared:
        yield _signal(ours, theirs, shared, shared, name="actor", stance=Stance.SUPPORTS)
    elif us and them:
        yield _signal(ours, theirs, us, them, name="actor", stance=Stance.WARNS)
    agencies = _of_kind(theirs, "agency")
    same = [name for name in _of_kind(ours, "agency") if name in agencies]
    if same:
        yield _signal(ours, theirs, same, same, name="agency", stance=Stance.WARNS)


def _list(reading: Reading, wanted: Collection[Name]) -> str:
    found = (phrase for phrase in reading.names if phrase.value in wanted)
    return " · ".join(dict.fromkeys(map(reading.phrase, found)))


def _signal(
    ours: Reading,
    theirs: Reading,
    left: Collection[Name],
    right: Collection[Name],
    *,
    name: str,
    stance: Stance,
) -> Signal:
    return Signal(name=name, stance=stance, ours=_list(ours, left), theirs=_list(theirs, right))


def days(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield the parts of dates on which two texts agree, or those on which they clash."""
    agreed: list[str] = []
    clashing: list[str] = []
    for part in _PARTS:
        left = {found.value for found in ours.days if found.part == part}
        right = {found.value for found in theirs.days if found.part == part}
        if left and right:
            (agreed if left & right else clashing).append(part)
    for parts, stance in ((clashing, Stance.WARNS), (agreed, Stance.SUPPORTS)):
        if parts:
            yield Signal(
                name="day",
                stance=stance,
                ours=_dates(ours, parts),
                theirs=_dates(theirs, parts),
            )


def _dates(reading: Reading, parts: Collection[str]) -> str:
    spans = sorted(found.span for found in reading.days if found.part in parts)
    return " · ".join(reading.stated(span).strip() for span in spans)
