"""What the words that name a source tell about it."""

from typing import Protocol

from attrs import frozen

from tracker.model import Affiliation, SourceKind
from tracker.text.wordlists import PhraseList
from tracker.text.words import COMMAS, Words


@frozen(kw_only=True)
class Voice:
    """A source as one mention describes it.

    Attributes:
        label: the words as written.
        kind: what kind of voice they name.
        stems: the telling words, plain, without articles.
        group: class of the head noun, by which a definite mention refers back (``media`` ...);
            of an unnamed voice the noun and its number (``source_plural``), one of
            :data:`NUMBERS`.
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


NUMBERS = ("singular", "dual", "plural")
#: A reason or a way of knowing is told in a few words.
_LONGEST_PHRASE = 12


def first_phrase(
    words: Words,
    phrases: PhraseList,
    ends: PhraseList | None = None,
    goes_on: PhraseList | None = None,
) -> str:
    """Return the words from the first entry of ``phrases`` on, up to a mark; empty without one.

    Args:
        words: what is searched.
        phrases: the entries.
        ends: words that end the phrase before a mark does.
        goes_on: entries with which the phrase goes on after a comma.
    """
    index = next((i for i in range(len(words)) if phrases.at(words, i)), None)
    if index is None:
        return ""
    end = index + phrases.at(words, index)
    while end < min(len(words), index + _LONGEST_PHRASE):
        further = goes_on is not None and goes_on.at(words, end + 1)
        if not words.lexical(end) and not (further and words.text(end) in COMMAS):
            break
        if ends is not None and words.form(end) in ends:
            break
        end += 1
    return words_between(words, index, end)


def words_between(words: Words, start: int, end: int) -> str:
    """Return words ``start`` to ``end`` with blanks between, none before a comma."""
    found = ""
    for index in range(start, end):
        found += ("" if words.text(index) in COMMAS or index == start else " ") + words.text(index)
    return found


class Describer(Protocol):
    """Reads mentions of one language."""

    def describe(self, mention: str) -> Voice:
        """Return what ``mention`` tells about a source."""

    def outlet(self, via: str) -> str:
        """Return the name of the outlet in the words that say who was told."""

    def label(self, mention: str, via: str) -> str:
        """Return how to call a source that told the outlet named by ``via``."""

    def anonymity(self, aside: str, after: str) -> str:
        """Return why a source is not named, as worded; empty when it is not said.

        Args:
            aside: what stands between the name and what is said.
            after: what follows.
        """

    def basis(self, aside: str) -> str:
        """Return how a source knows, as worded beside its name; empty when it is not said."""

    @property
    def generic_outlet(self) -> str:
        """What to call an outlet that nobody names."""
