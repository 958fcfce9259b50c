"""Words inside a claim by which it is not asserted outright: ``ربما``, ``من المتوقع``."""

from collections.abc import Iterator

from attrs import field, frozen

from tracker.model import Span
from tracker.text.arabic import ArabicShapes
from tracker.text.tables import RowPlace
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import words_of

_LANGUAGES = ("ar", "en")


@frozen(kw_only=True)
class Hedge:
    """One hedge.

    Attributes:
        span: its words.
        words: the same in plain form, as the table lists them.
        place: the row that lists it.
    """

    span: Span
    words: str
    place: RowPlace


@frozen(kw_only=True)
class Hedges:
    """Finds hedges of all languages; holds only tables."""

    phrases: tuple[PhraseList, ...] = ()
    before_imperfect: PhraseList = field(factory=lambda: PhraseList({}))
    shapes: ArabicShapes | None = None

    @classmethod
    def of(cls, lists: WordLists) -> "Hedges":
        """Return the finder that consults the lists ``hedge`` and ``hedge_before_imperfect``.

        ``قد`` before an imperfect is "may", before a perfect it is none.
        """
        return cls(
            phrases=tuple(lists.get(language, "hedge") for language in _LANGUAGES),
            before_imperfect=lists.get("ar", "hedge_before_imperfect"),
            shapes=ArabicShapes.of(lists),
        )

    def find(self, text: str) -> Iterator[Hedge]:
        """Yield the hedges of ``text`` in reading order, none inside another."""
        words = words_of(text)
        index = 0
        while index < len(words):
            found = max(
                (hit for phrases in self.phrases if (hit := phrases.find(words, index))),
                key=lambda hit: hit[1],
                default=None,
            )
            if found is None and self.shapes and self.shapes.imperfect(words.form(index + 1)):
                found = self.before_imperfect.find(words, index)
            if found:
                place, length = found
                told = " ".join(words.forms[index : index + length])
                yield Hedge(span=words.span(index, index + length), words=told, place=place)
            index += found[1] if found else 1


NO_HEDGES = Hedges()
