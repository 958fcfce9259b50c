"""An article to read and select in: words, spans and clicks are offsets of its text."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tracker.tui.widgets.article_canvas import ArticleCanvas
from tracker.tui.widgets.highlight import Highlight
from tracker.tui.widgets.painting import Mark
from tracker.tui.widgets.word_cursor import WordCursor


class ArticleView(ArticleCanvas, can_focus=True):
    """An article with a word cursor and a selection of whole words, both in logical order."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"article--selection", "article--cursor"}
    DEFAULT_CSS = """
    ArticleView {
        & > .article--selection { background: $secondary; color: $background; }
        & > .article--cursor { text-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "word('left')", "Word left", show=False, id="article.left"),
        Binding("right", "word('right')", "Word right", show=False, id="article.right"),
        Binding("up", "line(-1)", "Line up", show=False, id="article.up"),
        Binding("down", "line(1)", "Line down", show=False, id="article.down"),
        Binding("shift+left", "word('left', True)", show=False, id="article.select-left"),
        Binding("shift+right", "word('right', True)", show=False, id="article.select-right"),
        Binding("shift+up", "line(-1, True)", show=False, id="article.select-up"),
        Binding("shift+down", "line(1, True)", show=False, id="article.select-down"),
        Binding("ctrl+c,y", "copy", "Copy", show=False, id="article.copy"),
    ]

    class Picked(Message):
        """A character was clicked.

        Attributes:
            offset: of the character.
            keys: of the highlights that hold it, the shortest span first.
        """

        def __init__(self, offset: int, keys: tuple[str, ...]) -> None:
            super().__init__()
            self.offset = offset
            self.keys = keys

    class Selected(Message):
        """The selection changed.

        Attributes:
            start: offset of its first character.
            end: offset after its last one; equal to ``start`` when nothing is selected.
        """

        def __init__(self, start: int, end: int) -> None:
            super().__init__()
            self.start = start
            self.end = end

    def __init__(
        self,
        text: str = "",
        highlights: Sequence[Highlight] = (),
        *,
        current: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        self._dragging = False
        super().__init__(text, highlights, current=current, id=id, classes=classes)

    def _take(self, text: str, highlights: Sequence[Highlight], current: str | None) -> None:
        self._words = WordCursor(text)
        super()._take(text, highlights, current)

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected range, whole words in logical order, end exclusive."""
        return self._words.selection

    def select(self, start: int, end: int) -> None:
        """Select the words that touch a range; the word cursor stands on the last of them."""
        self._move(lambda: self._words.select(start, end))

    def clear_selection(self) -> None:
        """Select nothing; the word cursor stays."""
        self._move(self._words.clear)

    def _marks(self, number: int) -> list[Mark]:
        """The selection and the word cursor lie over the highlights."""
        marks = super()._marks(number)
        if self._words.selection:
            marks.append(Mark(*self._words.selection, self._style("selection")))
        if self._words.word:
            marks.append(Mark(*self._words.word, self._style("cursor")))
        return marks

    def _move(self, change: Callable[[], None]) -> None:
        """Change the word cursor, draw what it left and what it reached, and follow it."""
        before = self._words.selection
        for word in (self._words.word, before):
            self._redraw(*(word or (0, 0)))
        change()
        after = self._words.selection
        for word in (self._words.word, after):
            self._redraw(*(word or (0, 0)))
        if self._words.word:
            self.scroll_to_span(*self._words.word)
        if after != before:
            self.post_message(self.Selected(*(after or (0, 0))))

    def action_word(self, towards: str, select: bool = False) -> None:
        """Move the word cursor the way the arrow points, in the direction its line reads."""
        if self._words.word is None:
            self._place_cursor()
            return
        line = self._layout.line(self._layout.line_of(self._words.word[0]))
        onward = (towards == "left") == line.rtl
        self._move(lambda: self._words.step(1 if onward else -1, select=select))

    def action_line(self, lines: int, select: bool = False) -> None:
        """Move the word cursor to the word above or below it."""
        if self._words.word is None:
            self._place_cursor()
            return
        number, column = self._layout.position(self._words.word[0])
        place = column + self._layout.line(number).indent(self._layout.width)
        target = min(max(number + lines, 0), self._layout.line_count - 1)
        line = self._layout.line(target)
        column = min(max(place - line.indent(self._layout.width), 0), max(line.width - 1, 0))
        offset = line.offset_at(column)
        reached = line.start if offset is None else offset
        self._move(lambda: self._words.go_to(reached, select=select))

    def _place_cursor(self) -> None:
        """Put the word cursor on the current highlight, or on the first line in sight."""
        spans = [each.start for each in self._highlights if each.key == self._current]
        top = min(self.scroll_offset.y, self._layout.line_count - 1)
        start = min(spans) if spans else self._layout.line(top).start
        self._move(lambda: self._words.go_to(start))

    def action_copy(self) -> None:
        """Put the selected text, or the current highlight's, on the clipboard, as received."""
        spans = [(each.start, each.end) for each in self._highlights if each.key == self._current]
        if self._words.selection:
            spans = [self._words.selection]
        if spans:
            self.app.copy_to_clipboard(" ".join(self.text[start:end] for start, end in spans))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection, or pick the character that is pressed."""
        offset = self._pointed(event)
        if offset is None:
            return
        self._dragging = True
        self.capture_mouse()
        self._move(lambda: self._words.go_to(offset))
        self.post_message(self.Picked(offset, self.keys_at(offset)))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection to the word under the pointer."""
        offset = self._pointed(event) if self._dragging else None
        if offset is not None:
            self._move(lambda: self._words.go_to(offset, select=True))

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """End the selection."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _pointed(self, event: events.MouseEvent) -> int | None:
        place = event.get_content_offset(self)
        return None if place is None else self.offset_at(place.x, place.y)
