"""What can be read from a text by itself, before it is held against another."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import field, frozen

from tracker.matching.anchors import Anchor, anchors
from tracker.matching.lexicon import Side, denials, opposites
from tracker.matching.match_text import MatchText
from tracker.matching.shingles import Shingles, shingles
from tracker.matching.words import STOPPED
from tracker.matching.writing import Writing, writing_of
from tracker.model import Span
from tracker.text.date_parts import DatePart, date_parts
from tracker.text.folding import Folded, fold
from tracker.text.names import Name, shipped_names
from tracker.text.numbers import Quantity, numbers_in
from tracker.text.stemmed_phrases import Phrase, Value
from tracker.text.stems import StemmedWord, without_furniture, words

_READINGS_KEPT = 4096


@frozen(slots=False)
class Reading:
    """A text with what was read from it; every part is computed when first asked for."""

    source: MatchText = field()

    @cached_property
    def folded(self) -> Folded:
        """The text folded, without links, account names and signatures."""
        return fold(without_furniture(self.source.body))

    @cached_property
    def words(self) -> tuple[StemmedWord, ...]:
        """All words with their places, in reading order."""
        return words(self.source.body, self.folded)

    @cached_property
    def telling(self) -> tuple[StemmedWord, ...]:
        """The words that are no function words, each once."""
        first = {word.stem: word for word in reversed(self.words) if word.stem not in STOPPED}
        return tuple(sorted(first.values(), key=lambda word: word.start))

    @cached_property
    def shingles(self) -> Shingles:
        """All runs of four words, by their stems; the whole text where it has fewer."""
        return shingles(self.words)

    @cached_property
    def days(self) -> tuple[DatePart, ...]:
        """The parts of dates that it speaks of."""
        return date_parts(self.folded)

    @cached_property
    def numbers(self) -> tuple[Quantity, ...]:
        """The quantities it states; numbers that belong to a date or a post's link are none."""
        dated = [part.span for part in self.days if part.part != "weekday"]
        return tuple(
            found
            for found in numbers_in(self.folded)
            if not any(found.span.overlaps(span) for span in dated)
        )

    @cached_property
    def names(self) -> tuple[Phrase[Name], ...]:
        """The countries, places, actors and agencies it names."""
        return tuple(shipped_names().find(self.words))

    @cached_property
    def denials(self) -> tuple[Phrase[str], ...]:
        """The words in it that deny."""
        return tuple(found for found in denials().find(self.words) if found.value == "denial")

    @cached_property
    def sides(self) -> Mapping[Side, Phrase[tuple[Side, ...]]]:
        """The sides of pairs of opposites that its words stand on, each with its first word."""
        found = list(opposites().find(self.words))
        return {side: phrase for phrase in reversed(found) for side in phrase.value}

    @cached_property
    def writing(self) -> Writing:
        """The letters it is written in."""
        return writing_of([word.stem for word in self.words])

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """What can be recognised in a text of another writing."""
        return tuple(anchors([word.stem for word in self.words]))

    def phrase(self, found: Phrase[Value]) -> str:
        """Return the words of ``found`` as the text has them."""
        return self.passage(found.first, found.last)

    def passage(self, first: int, last: int) -> str:
        """Return the words from position ``first`` to before ``last`` as the text has them."""
        return self.source.body[self.words[first].start : self.words[last - 1].end]

    def stated(self, span: Span) -> str:
        """Return what the text has at ``span``."""
        return span.slice(self.source.body)

    def written(self, word: StemmedWord) -> str:
        """Return ``word`` as the text has it."""
        return self.source.body[word.start : word.end]


@lru_cache(maxsize=_READINGS_KEPT)
def read(text: MatchText) -> Reading:
    """Return what can be read from ``text``."""
    return Reading(text)
