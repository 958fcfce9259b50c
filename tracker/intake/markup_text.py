"""The words of a piece of markup, a line for each block: feeds, mails, pages without an article."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    {
        "p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "pre", "dd",
        "dt", "figcaption", "div", "br", "ul", "ol", "table", "section", "article", "body", "hr",
    }
)  # fmt: skip
_SILENT = frozenset(
    {
        "script", "style", "template", "noscript", "iframe", "object", "nav", "footer", "form",
        "head", "title", "svg", "math", "button",
    }
)  # fmt: skip


def markup_text(tree: "HtmlElement") -> str:
    """Return the text of ``tree``, blanks joined, menus and scripts left out. Linear."""
    from lxml.etree import iterwalk

    lines: list[list[str]] = [[]]
    walker = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag in _SILENT:
                walker.skip_subtree()
                continue
            if element.tag in _BLOCKS:
                lines.append([])
            lines[-1].append(element.text or "")
            continue
        if element.tag in _BLOCKS:
            lines.append([])
        if element is not tree:
            lines[-1].append(element.tail or "")
    joined = (" ".join("".join(line).split()) for line in lines)
    return "\n".join(line for line in joined if line)
