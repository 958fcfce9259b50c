"""What can be read from a text by itself, before it is held against another."""

from functools import cached_property, lru_cache

from attrs import field, frozen

from tracker.matching.match_text import MatchText
from tracker.matching.words import STOPPED, Word, words

_SHINGLE = 4
_READINGS_KEPT = 4096


@frozen(slots=False)
class Reading:
    """A text with what was read from it; every part is computed when first asked for."""

    source: MatchText = field()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words with their places, in reading order."""
        return words(self.source.text)

    @cached_property
    def telling(self) -> tuple[Word, ...]:
        """The words that are no function words, each once."""
        first = {word.stem: word for word in reversed(self.words) if word.stem not in STOPPED}
        return tuple(sorted(first.values(), key=lambda word: word.start))

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """All runs of four words, by their stems; the whole text where it has fewer."""
        run = tuple(word.stem for word in self.words)
        last = max(1, len(run) - _SHINGLE + 1)
        return frozenset(run[i : i + _SHINGLE] for i in range(last)) if run else frozenset()

    def written(self, word: Word) -> str:
        """Return ``word`` as the text has it."""
        return self.source.text[word.start : word.end]


@lru_cache(maxsize=_READINGS_KEPT)
def read(text: MatchText) -> Reading:
    """Return what can be read from ``text``."""
    return Reading(text)
