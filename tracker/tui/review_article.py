"""The article under review: the presenter's marks and word cursor, and what the mouse points at."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.message import Message

from tracker.presenters.marks import Mark, MarkKind, claim_marks, hand_marks
from tracker.presenters.review import ReviewState
from tracker.tui.widgets.article_canvas import ArticleCanvas
from tracker.tui.widgets.highlight import Highlight

_TONES = {
    MarkKind.PROPOSED: "proposed",
    MarkKind.ACCEPTED: "accepted",
    MarkKind.RATED: "rated",
    MarkKind.SETTLED: "settled",
    MarkKind.REJECTED: "rejected",
    MarkKind.DISAGREED: "disagreement",
    MarkKind.CURRENT: "current",
    MarkKind.SHARED: "shared",
    MarkKind.CUE: "cue",
    MarkKind.MENTION: "source",
    MarkKind.SELECTION: "selection",
    MarkKind.CURSOR: "cursor",
}


class ReviewArticle(ArticleCanvas, can_focus=False):
    """An article whose cursor and selection the presenter keeps."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--selection",
        "article--shared",
        "article--cursor",
    }
    DEFAULT_CSS = """
    ReviewArticle {
        scrollbar-size-vertical: 1;
        & > .article--proposed { text-style: underline; }
        & > .article--accepted { background: $background; color: $text-success; }
        & > .article--rejected { color: $text-disabled; text-style: strike; }
        & > .article--rated { background: $background; color: $text-primary; }
        & > .article--disagreement { background: $background; color: $text-error; }
        & > .article--current { background: $primary-muted; color: $foreground; text-style: bold; }
        & > .article--shared { background: $primary-muted; text-style: italic underline; }
        & > .article--selection { text-style: reverse underline; }
        & > .article--cursor { text-style: reverse; }
    }
    """

    class Pointed(Message):
        """The mouse was pressed on a character, or drawn on to it.

        Attributes:
            offset: of the character.
            extend: whether it was drawn on, so that words between are selected.
        """

        def __init__(self, offset: int, *, extend: bool) -> None:
            super().__init__()
            self.offset = offset
            self.extend = extend

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._held = False
        self._marked: tuple[object, object] = ((), ())

    def show(self, text: str, highlights: Sequence[Highlight] = ()) -> None:
        """Show another article, from its beginning."""
        self._marked = ((), ())
        super().show(text, highlights)

    def mark(self, state: ReviewState) -> None:
        """Draw the marks of a review; only lines that changed are drawn again.

        The claims' own marks are made anew only when the state has read other claims.
        """
        claims, standings = self._marked
        if state.claims is not claims or state.standings is not standings:
            self._marked = (state.claims, state.standings)
            self.highlights = _highlights(claim_marks(state))
        self.over = _highlights(hand_marks(state))

    def reads_leftwards(self, offset: int) -> bool:
        """Return whether the line that holds ``offset`` reads from right to left."""
        return self._layout.line(self._layout.line_of(offset)).rtl

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell where it was pressed; with shift, the selection is drawn out to there."""
        self._held = True
        self._point(event, extend=event.shift)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell where it was drawn to."""
        if self._held and event.button:
            self._point(event, extend=True)

    def on_click(self, event: events.Click) -> None:
        """Select the word that is clicked twice."""
        if event.chain > 1:
            self._point(event, extend=True)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Forget that it is held."""
        self._held = False

    def _point(self, event: events.MouseEvent, *, extend: bool) -> None:
        place = event.get_content_offset(self)
        offset = None if place is None else self.offset_at(place.x, place.y)
        if offset is not None:
            self.post_message(self.Pointed(offset, extend=extend))


def _highlights(marks: Sequence[Mark]) -> tuple[Highlight, ...]:
    return tuple(Highlight(mark.span.start, mark.span.end, _TONES[mark.kind]) for mark in marks)
