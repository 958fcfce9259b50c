"""Mails and pages saved as MHTML in: the message's text, and each attached document for itself.

RFC 5322, RFC 2045 and, for pages with all that belongs to them, RFC 2557.
"""

import email
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from pathlib import PurePath

from tracker.errors import InputError
from tracker.intake.encoding import Decoded, decode
from tracker.intake.feeds import day_of
from tracker.intake.markup_text import markup_text
from tracker.intake.pages import parse_page, read_page, under_headline
from tracker.intake.received import (
    DEFAULT_LIMITS,
    Found,
    Limits,
    Particulars,
    Received,
    one_line,
    safe_name,
    web_address,
)
from tracker.intake.text import refuse_unreadable
from tracker.model import Basis

#: What the parser and its headers raise on hostile input, beside its own errors.
_MALFORMED = (
    MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError, IndexError,
    AssertionError,
)  # fmt: skip
_MOST_PARTS = 2_000
_ANOTHER_COPY = "Open it in a mail program and save its text."


def read_mail(
    data: bytes, origin: str, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None
) -> tuple[Received, tuple[tuple[str, bytes], ...]]:
    """Return what a mail or a page saved as MHTML says, and its attachments: name and bytes.

    Raises:
        InputError: when it holds no text, or cannot be read.
    """
    name = safe_name(origin)
    try:
        message = email.message_from_bytes(data, policy=default)
        parts = [part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False)]
        snapshot = _header(message, "Snapshot-Content-Location")
        if snapshot or message.get_content_subtype() == "related":
            page = _saved_page(message, parts, data, origin, limits, encoding)
            if page is not None:
                return page, ()
        return _letter(message, parts, data, name, limits, encoding)
    except _MALFORMED:
        raise InputError(f"{name} is a mail that cannot be read.", _ANOTHER_COPY) from None


def _saved_page(
    message: EmailMessage,
    parts: list[EmailMessage],
    data: bytes,
    origin: str,
    limits: Limits,
    encoding: str | None,
) -> Received | None:
    """Return the first page among the parts, None where it is an ordinary mail."""
    from attrs import evolve

    if _header(message, "To") or _header(message, "Received"):
        return None
    for part in parts:
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            stood = web_address(
                _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
            )
            address = (
                Found(value=stood, basis=Basis.HEADER, where="Content-Location") if stood else None
            )
            charset = part.get_content_charset("")
            page = read_page(
                _bytes(part), origin, limits, encoding, charset=charset, address=address
            )
            return evolve(page, original=data, media_type="multipart/related")
    return None


def _letter(
    message: EmailMessage,
    parts: list[EmailMessage],
    data: bytes,
    name: str,
    limits: Limits,
    encoding: str | None,
) -> tuple[Received, tuple[tuple[str, bytes], ...]]:
    subject = one_line(_header(message, "Subject"))
    attached = tuple(
        (safe_name(PurePath(part.get_filename() or "attachment").name), _bytes(part))
        for part in parts
        if part.get_content_disposition() == "attachment" and not part.is_multipart()
    )
    decoded = _body(parts, name, limits, encoding)
    text = under_headline(subject, decoded.text)
    refuse_unreadable(text, name)
    if len(text) > limits.text:
        raise InputError(f"{name} is longer than {limits.text:,} characters.", _ANOTHER_COPY)
    received = Received(
        text=text,
        origin=safe_name(PurePath(name).name),
        encoding=decoded.encoding,
        original=data,
        media_type="message/rfc822",
        particulars=_particulars(message, subject),
        encoding_guessed=decoded.guessed,
    )
    return received, attached


def _body(parts: list[EmailMessage], name: str, limits: Limits, encoding: str | None) -> Decoded:
    texts = [
        p for p in parts if p.get_content_disposition() != "attachment" and not p.is_multipart()
    ]
    for wanted in ("text/plain", "text/html"):
        found = [_decoded(p, name, encoding) for p in texts if p.get_content_type() == wanted]
        found = [one for one in found if one.text.strip()]
        if not found:
            continue
        pieces = [
            markup_text(parse_page(one.text, name, limits)) if wanted == "text/html" else one.text
            for one in found
        ]
        return Decoded(
            text="\n".join(pieces).strip("\r\n"),
            encoding=found[0].encoding,
            guessed=any(one.guessed for one in found),
        )
    raise InputError(f"{name} is a mail without any text.", _ANOTHER_COPY)


def _decoded(part: EmailMessage, name: str, encoding: str | None) -> Decoded:
    data = _bytes(part)
    if not data.strip():
        return Decoded(text="", encoding="")
    return decode(data, name, encoding, (part.get_content_charset("") or "",))


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except _MALFORMED:
        return ""


def _particulars(message: EmailMessage, subject: str) -> Particulars:
    sender, address = parseaddr(_header(message, "From"))
    sender, host = one_line(sender), one_line(address.rpartition("@")[2])
    day = day_of(_header(message, "Date"))
    return Particulars(
        title=Found(value=subject, basis=Basis.HEADER, where="Subject") if subject else None,
        byline=_from(sender),
        outlet=_from(sender or host),
        published=Found(value=day, basis=Basis.HEADER, where="Date", guessed=True) if day else None,
    )


def _from(value: str) -> Found[str] | None:
    return Found(value=value, basis=Basis.HEADER, where="From", guessed=True) if value else None
