"""Word documents (DOCX) in: paragraphs and table cells in order; what was struck out stays out."""

import io
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tracker.errors import InputError
from tracker.intake.received import (
    DEFAULT_LIMITS,
    Found,
    Limits,
    Particulars,
    Received,
    one_line,
    safe_name,
)
from tracker.intake.text import refuse_unreadable
from tracker.intake.unpacking import Archive
from tracker.model import Basis

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: A text box once more, for older programs; what was moved elsewhere or struck out.
_LEFT_OUT = frozenset(
    {
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        f"{_W}moveFrom",
        f"{_W}del",
    }
)
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
#: Office documents are mostly pictures; text never needs as much.
_MOST = 200_000_000
_OTHERWISE = "Open it in an office program and save it as plain text."


def needs_documents(name: str, what: str) -> InputError:
    """Return the error that names the extra which reads ``what``."""
    msg = f"{name} is {what}; reading it needs the extra “documents”."
    return InputError(msg, "Install it with: pip install 'claim-tracker[documents]'")


def read_word(data: bytes, origin: str, limits: Limits = DEFAULT_LIMITS) -> Received:
    """Return the text of a Word document, a line a paragraph.

    Raises:
        InputError: when the extra ``documents`` is missing, the document is damaged, would unpack
            to more than the limits, or holds no text.
    """
    name = safe_name(origin)
    if find_spec("docx") is None:
        raise needs_documents(name, "a Word document")
    Archive(io.BytesIO(data), name, limits).refuse_bomb(min(_MOST, limits.expansion))
    document = _opened(data, name)
    lines = list(_lines(document))
    text = "\n".join(lines).strip("\n") + "\n"
    refuse_unreadable(text, name)
    if len(text) > limits.text:
        raise InputError(f"{name} is longer than {limits.text:,} characters.", _OTHERWISE)
    return Received(
        text=text,
        origin=safe_name(origin.rpartition("/")[2]),
        encoding="",
        original=data,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        particulars=_particulars(document),
    )


def _opened(data: bytes, name: str) -> "Document":
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception:  # noqa: BLE001  (python-docx raises whatever its parts raise)
        raise InputError(f"{name} is a damaged or unusual Word document.", _OTHERWISE) from None


def _lines(document: "Document") -> Iterator[str]:
    for paragraph in document.element.body.iter(f"{_W}p"):
        if any(parent.tag in _LEFT_OUT for parent in paragraph.iterancestors()):
            continue
        yield "".join(_pieces(paragraph)).rstrip()


def _pieces(paragraph: object) -> Iterator[str]:
    """Yield the text of a paragraph, not of paragraphs in text boxes inside it."""
    for node in paragraph.iter(f"{_W}t", *_BREAKS):  # type: ignore[attr-defined]  # an lxml element
        above = list(node.iterancestors())
        owner = next(parent for parent in above if parent.tag == f"{_W}p")
        if owner is paragraph and not any(parent.tag in _LEFT_OUT for parent in above):
            yield node.text or "" if node.tag == f"{_W}t" else _BREAKS[node.tag]


def _particulars(document: "Document") -> Particulars:
    properties = document.core_properties
    try:
        title, author = one_line(properties.title or ""), one_line(properties.author or "")
    except (ValueError, KeyError, AttributeError):
        return Particulars()
    # The day a document was made and the language of its template say nothing of the article.
    return Particulars(title=_found(title, "title"), byline=_found(author, "author"))


def _found(value: str, where: str) -> Found[str] | None:
    # Templates and other people's documents leave their properties behind.
    basis = Basis.DOCUMENT_PROPERTIES
    return Found(value=value, basis=basis, where=where, guessed=True) if value else None
