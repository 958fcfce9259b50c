"""What the words that name a source tell about it."""

from typing import Protocol

from attrs import frozen

from tracker.model import Affiliation, SourceKind


@frozen(kw_only=True)
class Voice:
    """A source as one mention describes it.

    Attributes:
        label: the words as written.
        kind: what kind of voice they name.
        stems: the telling words, plain, without articles.
        group: class of the head noun, by which a definite mention refers back (``media`` ...).
        anaphoric: whether it reads like a reference to a voice mentioned before.
        affiliation: to whom it stands close, where stated.
        role: what it is or does, as worded.
        basis: how it knows, as worded.
        anonymity_reason: why it is not named, as worded.
    """

    label: str
    kind: SourceKind
    stems: tuple[str, ...] = ()
    group: str = ""
    anaphoric: bool = False
    affiliation: Affiliation | None = None
    role: str = ""
    basis: str = ""
    anonymity_reason: str = ""


class Describer(Protocol):
    """Reads mentions of one language."""

    def describe(self, mention: str) -> Voice:
        """Return what ``mention`` tells about a source."""

    def outlet(self, via: str) -> str:
        """Return the name of the outlet in the words that say who was told."""

    @property
    def generic_outlet(self) -> str:
        """What to call an outlet that nobody names."""
