"""Plain text and Markdown in: decode, refuse what is no article, keep the rest as it is."""

import re
import unicodedata
from pathlib import PurePath

from tracker.errors import InputError
from tracker.intake.encoding import decode
from tracker.intake.received import DEFAULT_LIMITS, Limits, Received, safe_name

#: Control characters (Unicode category Cc) other than tabs, line ends and page breaks.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

#: More control characters than this share (0-1) and the file is no text, whatever its name.
_CONTROL_SHARE = 0.02

_SAVE_AS_TEXT = "Save its text as a plain text file in UTF-8 and add that."


def read_bytes(
    data: bytes,
    origin: str,
    limits: Limits = DEFAULT_LIMITS,
    encoding: str | None = None,
) -> Received:
    """Return the text in ``data``.

    Args:
        data: the bytes of a plain text.
        origin: the file they came from, ``-`` for standard input; messages call it that.
        limits: how large it may be.
        encoding: the encoding a person stated, None to find it out.

    Raises:
        InputError: when it is too large, empty, blank, no plain text, or cannot be decoded.
    """
    name = safe_name(origin)
    _refuse_size(len(data), name, limits)
    decoded = decode(data, name, encoding)
    refuse_unreadable(decoded.text, name)
    markdown = PurePath(origin).suffix.lower() in {".md", ".markdown"}
    return Received(
        text=decoded.text,
        origin=safe_name(PurePath(origin).name),
        encoding=decoded.encoding,
        original=data,
        media_type="text/markdown" if markdown else "text/plain",
        encoding_guessed=decoded.guessed,
    )


def read_text(text: str, origin: str = "-", limits: Limits = DEFAULT_LIMITS) -> Received:
    """Return ``text`` as it was pasted, the encoding being UTF-8.

    Raises:
        InputError: as :func:`read_bytes`, and when it holds a lone surrogate.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        msg = f"{safe_name(origin)} holds halves of characters, which no text can."
        raise InputError(msg, "Copy the text again, or add it as a file.") from None
    return read_bytes(data, origin, limits, "utf-8")


def _refuse_size(size: int, name: str, limits: Limits) -> None:
    if size > limits.text:
        msg = f"{name} is larger than {limits.text:,} bytes, more than an article holds."
        raise InputError(msg, "Cut it into its articles and add those.")
    if not size:
        msg = f"{name} is empty."
        raise InputError(msg, "Check that the article was saved, and add it again.")


def refuse_unreadable(text: str, name: str) -> None:
    """Raise unless ``text`` has words and is no program or picture.

    Raises:
        InputError: naming what stands in the way.
    """
    if _SURROGATES.search(text):
        msg = f"{name} holds halves of characters, which no text can."
        raise InputError(msg, "State another encoding with --encoding NAME, or leave it out.")
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls > _CONTROL_SHARE * len(text):
        msg = f"{name} is not text: {controls:,} of its {len(text):,} characters are controls."
        raise InputError(msg, _SAVE_AS_TEXT)
    if not any(unicodedata.category(c)[0] in "LNPS" for c in text):
        msg = f"{name} holds no words, only blanks."
        raise InputError(msg, "Check that the article was saved, and add it again.")
