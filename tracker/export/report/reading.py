"""The text of a page, as a person would read it without the looks."""

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

_UNSEEN = frozenset({"style", "title", "desc", "svg"})
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "li", "blockquote", "tr", "caption", "figcaption", "div", "dl"}
)


def text_of(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the text of an HTML page given in ``pieces``, a line for each block, in UTF-8."""
    reader = _Reader()
    for piece in pieces:
        reader.feed(piece.decode("utf-8"))
        yield reader.taken().encode("utf-8")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._unseen = 0
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self._text.append("\n")
        elif tag in {"td", "th", "dd", "dt"}:
            self._text.append("  ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._text.append(" ".join(data.split()) + " " if data.strip() else "")

    def taken(self) -> str:
        """Return the text read since the last call, without empty lines."""
        lines = "".join(self._text).split("\n")
        self._text = []
        return "".join(f"{line.rstrip()}\n" for line in lines if line.strip())
