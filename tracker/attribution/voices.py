"""What the words that name a source tell about it."""

from typing import Protocol

from attrs import frozen

from tracker.model import Affiliation, SourceKind
from tracker.text.wordlists import PhraseList
from tracker.text.words import Words


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


#: A reason or a way of knowing is told in a few words.
_LONGEST_PHRASE = 12


def first_phrase(words: Words, phrases: PhraseList) -> str:
    """Return the words from the first entry of ``phrases`` on, up to a mark; empty without one."""
    for index in range(len(words)):
        if phrases.at(words, index):
            end = index
            while end < min(len(words), index + _LONGEST_PHRASE) and words.lexical(end):
                end += 1
            return " ".join(words.text(i) for i in range(index, end))
    return ""


class Describer(Protocol):
    """Reads mentions of one language."""

    def describe(self, mention: str) -> Voice:
        """Return what ``mention`` tells about a source."""

    def outlet(self, via: str) -> str:
        """Return the name of the outlet in the words that say who was told."""

    def label(self, mention: str, via: str) -> str:
        """Return how to call a source that told the outlet named by ``via``."""

    def anonymity(self, text: str) -> str:
        """Return why a source is not named, as worded in ``text``; empty when it is not said."""

    @property
    def generic_outlet(self) -> str:
        """What to call an outlet that nobody names."""
