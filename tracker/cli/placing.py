"""Places in an article as people name them: by offsets, or by the words that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tracker.model import Claim, Span


class OffsetPair(click.ParamType[tuple[int, int]]):
    """``START:END``, in characters of the article, end exclusive."""

    name = "START:END"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return the two offsets."""
        if isinstance(value, tuple):
            return value
        start, colon, end = str(value).partition(":")
        if not (colon and start.isdecimal() and end.isdecimal()):
            self.fail(f"{value!r} is not a place such as 478:567.", param, ctx)
        return int(start), int(end)


def spans_of(
    text: str, pairs: Iterable[tuple[int, int]], quotes: Sequence[str]
) -> tuple[Span, ...]:
    """Return the places that offsets and quotations name, in reading order.

    Raises:
        InputError: when a quotation does not stand in ``text`` exactly once, or none is given.
        RuleError: when an offset pair holds no text.
    """
    from tracker.errors import InputError
    from tracker.model import Span

    spans = [Span(start, end) for start, end in pairs]
    spans += [Span(at, at + len(words)) for words in quotes for at in [_place(text, words)]]
    if not spans:
        msg = "No words of the article were named."
        raise InputError(msg, "Give places as START:END, or the words with --quote.")
    return tuple(sorted(spans))


def offset_of(text: str, claim: Claim, words: str) -> int:
    """Return where ``words`` begin inside a claim.

    Raises:
        InputError: when they do not stand in the claim exactly once.
    """
    start, end = claim.spans[0].start, claim.spans[-1].end
    return _place(text, words, start, end)


def _place(text: str, words: str, start: int = 0, end: int | None = None) -> int:
    from tracker.errors import InputError

    found = text.find(words, start, end) if words else -1
    if found < 0:
        msg = f"“{words}” does not stand there."
        raise InputError(msg, "Copy the words exactly as the article has them.")
    if text.find(words, found + 1, end) >= 0:
        msg = f"“{words}” stands there more than once."
        raise InputError(msg, "Give more words, or the place as offsets.")
    return found
