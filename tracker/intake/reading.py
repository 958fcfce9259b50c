"""One file in, its articles out: what it is decides who reads it."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from tracker.errors import InputError, TrackerError
from tracker.intake.kinds import ARCHIVES, SNIFFED, Kind, kind_of
from tracker.intake.received import DEFAULT_LIMITS, Limits, Received, safe_name
from tracker.intake.text import read_bytes, read_text

#: An article, or why a part of the file could not be used.
Outcome = Received | InputError

_AS_TEXT = "Save its text as a plain text file in UTF-8 and add that."
_NOT_READ = {
    Kind.OLD_OFFICE: ("an office document of the old kind", "Save it as DOCX and add that."),
    Kind.RTF: ("an RTF document", "Save it as DOCX and add that."),
    Kind.XML: ("XML, but no feed and no page", _AS_TEXT),
    Kind.JSON: (
        "JSON, no article",
        "An export comes in with: tracker import FILE, published fact-checks with: "
        "tracker fact-checks add FILE",
    ),
    Kind.OTHER: ("no text, page, mail, feed, document or web archive", _AS_TEXT),
}


def read_articles(
    data: bytes,
    origin: str,
    limits: Limits = DEFAULT_LIMITS,
    encoding: str | None = None,
) -> Iterator[Outcome]:
    """Yield the articles in the bytes of a file, and why parts of it could not be used.

    Args:
        data: the bytes; what they are is told by themselves, not by the name.
        origin: the file they came from, ``-`` for standard input; messages call it that.
        limits: what reading may cost.
        encoding: the encoding a person stated, None to find it out.

    Raises:
        InputError: when nothing in it can be used.
    """
    kind = kind_of(data, origin)
    if kind is Kind.WARC or (kind is Kind.ZIP and _holds(data, ".warc")):
        yield from read_archive(io.BytesIO(data), origin, limits, encoding)
        return
    if len(data) > limits.size:
        raise too_large(safe_name(origin), len(data), limits.size)
    try:
        yield from _of_kind(kind, data, origin, limits, encoding)
    except TrackerError:
        raise
    except Exception as error:  # noqa: BLE001  (parsers raise whatever a broken file brings about)
        msg = f"{safe_name(origin)} could not be read: {type(error).__name__} while parsing."
        raise InputError(msg, _AS_TEXT) from None


def read_pasted(text: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[Outcome]:
    """Yield the article in a text that a person pasted, or in the source of a page.

    Raises:
        InputError: as :func:`read_articles`, and when it holds a lone surrogate.
    """
    if kind_of(text[:SNIFFED].encode("utf-8", "replace"), "-") is Kind.PAGE:
        yield from read_articles(text.encode("utf-8", "replace"), "-", limits, "utf-8")
    else:
        yield read_text(text, limits=limits)


def first_article(outcomes: Iterator[Outcome]) -> Received:
    """Return the first article among ``outcomes``.

    Raises:
        InputError: why there is none.
    """
    refused: InputError | None = None
    for outcome in outcomes:
        if isinstance(outcome, Received):
            return outcome
        refused = refused or outcome
    raise refused or InputError("There is no article in it.", _AS_TEXT)


def read_stream(
    stream: BinaryIO,
    origin: str = "-",
    limits: Limits = DEFAULT_LIMITS,
    encoding: str | None = None,
) -> Iterator[Outcome]:
    """Yield the articles that ``stream`` holds, never taking in more than the limit.

    Raises:
        InputError: as :func:`read_articles`.
    """
    yield from read_articles(stream.read(limits.size + 1), origin, limits, encoding)


def read_archive(
    stream: BinaryIO, origin: str, limits: Limits, encoding: str | None
) -> Iterator[Outcome]:
    """Yield the articles of a web archive piece by piece.

    Raises:
        InputError: as :func:`read_articles`.
    """
    from tracker.intake.archives import read_wacz, read_warc

    start = stream.read(SNIFFED)
    stream.seek(0)
    read = read_wacz if kind_of(start, origin) is Kind.ZIP else read_warc
    yield from read(stream, origin, limits, encoding)


def _of_kind(
    kind: Kind, data: bytes, origin: str, limits: Limits, encoding: str | None
) -> Iterator[Outcome]:
    # Each importer is loaded when its first file comes.
    match kind:
        case Kind.TEXT:
            yield read_bytes(data, origin, limits, encoding)
        case Kind.PAGE:
            from tracker.intake.pages import read_page

            yield read_page(data, origin, limits, encoding)
        case Kind.FEED:
            from tracker.intake.feeds import read_feed

            yield from read_feed(data, origin, limits, encoding)
        case Kind.MAIL:
            yield from _mail(data, origin, limits, encoding)
        case Kind.PDF:
            from tracker.intake.pdf import read_pdf

            yield read_pdf(data, origin, limits)
        case Kind.ZIP:
            from tracker.intake.word import read_word

            if not _holds(data, "word/document.xml"):
                raise _not_read(origin, "an archive", "Unpack it and add what is in it.")
            yield read_word(data, origin, limits)
        case _:
            raise _not_read(origin, *_NOT_READ[kind])


def _mail(data: bytes, origin: str, limits: Limits, encoding: str | None) -> Iterator[Outcome]:
    from attrs import evolve

    from tracker.intake.mails import read_mail

    received, attached = read_mail(data, origin, limits, encoding)
    yield received
    inner = evolve(limits, nesting=limits.nesting - 1) if limits.nesting else None
    for name, content in attached:
        where = f"{safe_name(origin)}: {name}"
        if inner is None:
            yield InputError(f"{where} lies too deep in mails.", "Save it and add it by itself.")
            continue
        try:
            yield from read_articles(content, name, inner, encoding)
        except InputError as error:
            yield InputError(f"{where}, attached: {error.message}", error.hint)


def _holds(data: bytes, ending: str) -> bool:
    import zipfile

    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return any(name.lower().removesuffix(".gz").endswith(ending) for name in names)


def _not_read(origin: str, what: str, hint: str) -> InputError:
    return InputError(f"{safe_name(origin)} is {what}.", hint)


def too_large(name: str, size: int, limit: int) -> InputError:
    """Return the error for a file that is larger than the limit (bytes)."""
    msg = f"{name} has {size:,} bytes; a file may have {limit:,} at the most."
    return InputError(msg, "Cut it into its articles and add those.")


def is_archive(origin: str) -> bool:
    """Return whether a name ends as those of web archives do."""
    return origin.lower().endswith(tuple(ARCHIVES))
