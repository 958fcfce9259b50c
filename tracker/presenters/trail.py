"""Where one has been: back and forward through the screens, as a browser does it."""

from collections.abc import Callable

from attrs import evolve, frozen

#: Places remembered; older ones are forgotten.
_MOST = 200


@frozen
class Place:
    """A screen on something.

    Attributes:
        screen: the screen's name in the registry.
        subject: identifier of what it shows: an article, a source, a claim; empty for all.
        standing: what one stood on there: the claim in hand, the row under the bar.
    """

    screen: str
    subject: str = ""
    standing: str = ""

    def is_spot(self, other: "Place | None") -> bool:
        """Return whether ``other`` is the same screen on the same thing."""
        return other is not None and (self.screen, self.subject) == (other.screen, other.subject)


@frozen
class Trail:
    """The places behind and ahead of the one in sight.

    Attributes:
        behind: places before this one, the latest last.
        here: the place in sight; None before the first.
        ahead: places that one went back from, the next first.
    """

    behind: tuple[Place, ...] = ()
    here: Place | None = None
    ahead: tuple[Place, ...] = ()

    def arrived(self, place: Place) -> "Trail":
        """Return the trail after somebody came to ``place``; what was ahead is forgotten."""
        if place.is_spot(self.here):
            return evolve(self, here=place)
        if self.here is None:
            return evolve(self, here=place)
        return Trail((*self.behind, self.here)[-_MOST:], place)

    def left(self, place: Place) -> "Trail":
        """Return the trail with what one stood on when leaving ``place``."""
        return evolve(self, here=place) if place.is_spot(self.here) else self

    def without(self, gone: Callable[[Place], bool]) -> "Trail":
        """Return the trail as it is before the first place is in sight, some places left out."""
        behind = tuple(place for place in self.behind if not gone(place))
        return Trail(behind, None, tuple(place for place in self.ahead if not gone(place)))

    def back(self) -> "Trail | None":
        """Return the trail one place back; None where there is nothing behind."""
        if not self.behind or self.here is None:
            return None
        return Trail(self.behind[:-1], self.behind[-1], (self.here, *self.ahead))

    def forward(self) -> "Trail | None":
        """Return the trail one place forward; None where nothing is ahead."""
        if not self.ahead or self.here is None:
            return None
        return Trail((*self.behind, self.here), self.ahead[0], self.ahead[1:])
