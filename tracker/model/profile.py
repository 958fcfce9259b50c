"""What an article says of a voice, and of why it should know; of any source, above all unnamed."""

from enum import Enum

from attrs import field, frozen
from attrs.validators import ge, optional


class Distance(Enum):
    """How the source knows what it says: a scale of knowing, not of truth."""

    WITNESSED = "witnessed"
    TOLD = "told"
    DEDUCED = "deduced"
    DOCUMENT = "document"
    UNSTATED = "unstated"


class KnownTo(Enum):
    """Who, as the article says, knows whom an unnamed source is. It never is the program."""

    NOBODY_STATED = "nobody_stated"
    REPORTER = "reporter"
    EDITOR = "editor"
    OUTLET = "outlet"


@frozen(kw_only=True)
class Profile:
    """The facts on a voice that newsrooms' rules on unnamed sources ask for.

    Everything is as the article says it, in its words; what it does not say is empty.

    Attributes:
        number: how many people the article says it speaks for (``three officials``); None where
            it says no more than one or several, which the source's kind tells.
        role: what the source is or does.
        place: where it speaks from, or of.
        beat: the matters it speaks of.
        reporter: who was told, where a byline says so.
        distance: how it knows.
        position_to_know: the words that say why it should know.
        anonymity_reason: why it is not named.
        motive: what it may gain, as the article or the reviewer says.
        known_to: who is said to know its identity.
    """

    number: int | None = field(default=None, validator=optional(ge(1)))
    role: str = ""
    place: str = ""
    beat: str = ""
    reporter: str = ""
    distance: Distance = Distance.UNSTATED
    position_to_know: str = ""
    anonymity_reason: str = ""
    motive: str = ""
    known_to: KnownTo = KnownTo.NOBODY_STATED


#: Of a source of which the article says nothing further.
BLANK_PROFILE = Profile()
