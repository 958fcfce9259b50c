"""Web archives (WARC, WACZ) in: an article for each page that was captured whole.

ISO 28500 (WARC 1.1), https://specs.webrecorder.net/wacz/1.1.1/.
"""

import io
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, BinaryIO

from tracker.errors import InputError
from tracker.intake.pages import read_page
from tracker.intake.received import (
    DEFAULT_LIMITS,
    Found,
    Limits,
    Received,
    one_line,
    safe_name,
    web_address,
)
from tracker.intake.unpacking import Archive, Counted
from tracker.intake.word import needs_documents
from tracker.model import Basis

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = ("text/html", "application/xhtml+xml")
_OK = "200"
_NO_PAGE = "holds no page with an article in it"


def read_warc(
    stream: BinaryIO, origin: str, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None
) -> Iterator[Received | InputError]:
    """Yield the article of each captured page, or why the rest of the archive is unusable.

    Pages without an article (front pages, frames, errors) and everything that is no page are
    passed over. One record is in memory at a time.

    Raises:
        InputError: when the extra ``documents`` is missing, or no page holds an article.
    """
    name = safe_name(origin)
    if find_spec("warcio") is None:
        raise needs_documents(name, "a web archive")
    found = 0
    for received in _records(stream, origin, name, limits, encoding):
        found += 1
        yield received
        if found == limits.articles:
            msg = f"{name} has more than {limits.articles:,} articles; the rest was left out."
            yield InputError(msg, "Cut it into smaller archives.")
            return
    if not found:
        raise InputError(f"{name} {_NO_PAGE}.", "Check that the capture was finished.")


def _records(
    stream: BinaryIO, origin: str, name: str, limits: Limits, encoding: str | None
) -> Iterator[Received | InputError]:
    from warcio.archiveiterator import ArchiveIterator

    counted = io.BufferedReader(Counted(stream, limits.archive, name))
    try:
        for record in ArchiveIterator(counted):
            page = _page(record, limits)
            if page is None:
                continue
            charset, data, address = page
            if len(data) > limits.part or _cut_off(record):
                msg = f"A page in {name} was cut off, or has more than {limits.part:,} bytes."
                yield InputError(msg, "Capture that page again, or save it by itself and add it.")
                continue
            try:
                yield read_page(data, origin, limits, encoding, charset=charset, address=address)
            except InputError as error:
                if "without an article" not in error.message:
                    where = address.value if address else name
                    yield InputError(f"In {name}, {where}: {error.message}", error.hint)
    except InputError as error:
        yield error
    except Exception:  # noqa: BLE001  (warcio raises whatever a broken record brings about)
        yield InputError(f"{name} is damaged; what follows was left out.", "Capture it again.")


def _page(record: "ArcWarcRecord", limits: Limits) -> tuple[str, bytes, Found[str] | None] | None:
    """Return charset, bytes and address of a record that is a whole page, else None."""
    http = record.http_headers
    if record.rec_type == "response" and (http is None or http.get_statuscode() != _OK):
        return None
    if record.rec_type not in {"response", "resource"}:
        return None
    headers = http or record.rec_headers
    kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    if kind.strip().lower() not in _PAGES:
        return None
    data = record.content_stream().read(limits.part + 1)
    if not data:
        return None
    charset = rest.lower().partition("charset=")[2].strip(" \"';")
    target = web_address(record.rec_headers.get_header("WARC-Target-URI") or "")
    where = "WARC-Target-URI"
    address = Found(value=target, basis=Basis.ARCHIVE, where=where) if target else None
    return one_line(charset), data, address


def _cut_off(record: "ArcWarcRecord") -> bool:
    """Return whether a record ends before its length, or says that its capture was cut short."""
    record.raw_stream.read()
    missing = getattr(record.raw_stream, "limit", 0) > 0
    return missing or bool(record.rec_headers.get_header("WARC-Truncated"))


def read_wacz(
    stream: BinaryIO, origin: str, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None
) -> Iterator[Received | InputError]:
    """Yield the articles of the WARC files inside; see :func:`read_warc`.

    Raises:
        InputError: as :func:`read_warc`, and when it is a damaged archive.
    """
    name = safe_name(origin)
    archive = Archive(stream, name, limits)
    parts = [part for part in archive.sizes if part.lower().endswith((".warc", ".warc.gz"))]
    if not parts:
        raise InputError(f"{name} {_NO_PAGE}.", "Check that the capture was finished.")
    archive.refuse_bomb(limits.expansion)
    for part in sorted(parts):
        with archive.open(part) as inner:
            yield from read_warc(inner, origin, limits, encoding)  # type: ignore[arg-type]  # an IO[bytes]
