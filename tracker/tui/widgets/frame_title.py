"""Titles in the frames of widgets: plain text, and cheap to change."""

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


def entitle(widget: Widget, title: str) -> None:
    """Put a title, or its first line, in a widget's frame; it is never read as markup.

    Textual's own ``border_title`` reads markup and draws the whole widget again.
    """
    told = Content(title.split("\n", 1)[0].expandtabs(4))
    if told != widget._border_title:  # noqa: SLF001 - set by nothing but what draws it all
        widget._border_title = told  # noqa: SLF001
        left, top = widget.content_offset
        widget.refresh(Region(-left, -top, widget.outer_size.width, 1))
