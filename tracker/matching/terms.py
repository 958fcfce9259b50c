"""What a text is found by where the index is a table: its terms, and how to ask for them.

An index in memory posts stems and their trigrams. A table of postings pays for every row, and most
of its rows would be trigrams; so it posts the telling stems and the anchors alone, and of trigrams
it only counts how many texts hold each, which is what the score needs to know of them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from attrs import frozen

from tracker.matching.anchors import Keys, anchor_keys
from tracker.matching.match_text import CHARACTERS_MATCHED
from tracker.matching.words import telling, trigrams
from tracker.matching.writing import Writing, writing_of
from tracker.text.stems import stems

#: Version of what is kept of a text: raised whenever another one would be, so that tables made
#: by an earlier version are made anew.
TERMS = 1

_WORD = "="
_ANCHOR = "&"
_WRITING = "#"


def word_term(stem: str) -> str:
    """Return the term under which a stem is posted and counted."""
    return _WORD + stem


def anchor_terms(key: str, writings: Iterable[int] = tuple(Writing)) -> list[str]:
    """Return the terms under which a key of an anchor is posted and counted, one for each writing.

    Whoever seeks texts in other writing then reads no others.
    """
    return [f"{_ANCHOR}{int(writing)}{key}" for writing in writings]


def writing_term(writing: int) -> str:
    """Return the term under which texts in one writing are counted."""
    return f"{_WRITING}{int(writing)}"


#: Their counts add up to that of all texts.
WRITING_TERMS = tuple(map(writing_term, Writing))


@frozen(slots=False)
class TextTerms:
    """A text as a table of terms knows it.

    Attributes:
        stems: its different stems, in reading order.
    """

    stems: tuple[str, ...]

    @cached_property
    def writing(self) -> Writing:
        """The letters it is written in."""
        return writing_of(self.stems)

    @cached_property
    def keys(self) -> Keys:
        """What its anchors may stand for."""
        return frozenset().union(*anchor_keys(self.stems))

    @cached_property
    def posted(self) -> frozenset[str]:
        """The terms that it is found by."""
        anchors = (term for key in self.keys for term in anchor_terms(key, [self.writing]))
        return frozenset((*map(word_term, telling(self.stems)), *anchors))

    @cached_property
    def counted(self) -> frozenset[str]:
        """The terms whose frequencies it adds one to."""
        parts = (part for stem in self.stems for part in trigrams(stem))
        words = map(word_term, self.stems)
        return self.posted.union(parts, words, [writing_term(self.writing)])

    @property
    def size(self) -> int:
        """How many terms of words it holds: stems and trigrams."""
        return sum(term[0] not in _ANCHOR + _WRITING for term in self.counted)


def text_terms(text: str) -> TextTerms:
    """Return what a table of terms keeps of the first characters of ``text``."""
    return TextTerms(tuple(dict.fromkeys(stems(text[:CHARACTERS_MATCHED]))))


@frozen
class HeldText:
    """A text found in a table of terms.

    Attributes:
        id: its identifier.
        stems: its different stems, in reading order.
        writing: the letters it is written in.
    """

    id: str
    stems: tuple[str, ...]
    writing: Writing


class TermTable(Protocol):
    """The terms of all claims but rejected ones, kept by a store in step with its history."""

    def settle(self, report: Callable[[int, int], None]) -> None:
        """Take in what is missing: all of it in a new table, else what others committed.

        Args:
            report: told how many of how many are done; what was taken in until it raises is kept.

        Raises:
            StoreError: when the store refused.
        """

    def frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        """Return how many texts hold each of ``terms``; those that none holds may be left out."""

    def sharing(self, weights: Mapping[str, float], limit: int) -> Sequence[HeldText]:
        """Return the texts that share most weight with a query, for their size.

        Args:
            weights: the terms to read, and what each weighs.
            limit: how many to return at most.
        """

    def texts(self, ids: Collection[str]) -> Sequence[HeldText]:
        """Return the texts with these identifiers, as far as they are held."""
