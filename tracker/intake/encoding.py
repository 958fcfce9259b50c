"""Which encoding bytes are in: byte order mark, then UTF-8, then what the letters suggest."""

import codecs

from attrs import frozen

from tracker.errors import InputError
from tracker.intake.declared import believed, without_markup
from tracker.intake.received import safe_name

#: Longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: The encodings Arabic and English news comes in (and the Cyrillic ones they are mistaken for),
#: by the detector's name for each. Left to choose from all it knows, the detector errs more often.
_CANDIDATES = {
    "utf_8": "utf-8",
    "utf_16": "utf-16",
    "cp1256": "windows-1256",
    "iso8859_6": "iso-8859-6",
    "cp1252": "windows-1252",
    "cp1254": "windows-1254",
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
}

#: Below this many words with letters beyond ASCII, windows-1256 is taken for windows-1251 or
#: ISO-8859-6 often enough that a person is asked instead.
_ENOUGH_WORDS = 8

#: Spaces and line ends alone make more zero bytes than this in UTF-16 of any script.
_FEWEST_ZEROS = 4
_ZERO_SHARE = 0.025

_STATE_IT = "State its encoding, for example: --encoding windows-1256"


@frozen(kw_only=True)
class Decoded:
    """Characters, the IANA name of the encoding they were in, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool = False


def decode(
    data: bytes, origin: str, encoding: str | None = None, declared: tuple[str, ...] = ()
) -> Decoded:
    """Return ``data`` as text.

    Args:
        data: the bytes of a file.
        origin: what to call the file in messages.
        encoding: the encoding a person stated; None to find it out from, in this order, a byte
            order mark, UTF-16's pattern of zero bytes, valid UTF-8, what is declared, the detector.
        declared: the encodings that a page, a mail or a feed says it is in, first believed first;
            believed where the letters do not speak against it.

    Raises:
        InputError: when the encoding is unknown, does not fit the bytes or cannot be told.
    """
    if encoding is not None:
        return _as_stated(data, origin, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(text=_strictly(data[len(mark) :], origin, name), encoding=name)
    wide = _unmarked_utf16(data)
    if wide:
        return Decoded(text=_strictly(data, origin, wide), encoding=wide, guessed=True)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            return _mended(data, origin, error, declared)
    for label in declared:
        name = believed(data, label)
        if name:
            return Decoded(text=data.decode(name), encoding=name)
    return _detected(without_markup(data) if declared else data, data, origin)


def _as_stated(data: bytes, origin: str, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except UnicodeError:
        msg = f"{origin} is not in {safe_name(encoding)}: some of its bytes mean nothing there."
        raise InputError(msg, "State another one with --encoding NAME, or leave it out.") from None
    except (LookupError, ValueError):
        msg = f"“{safe_name(encoding)}” is not an encoding that texts are written in."
        raise InputError(msg, f"Use one of: {', '.join(_CANDIDATES.values())}.") from None
    return Decoded(text=text.removeprefix("\ufeff"), encoding=name)


def _strictly(data: bytes, origin: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"{origin} starts like {encoding} but is damaged at byte {error.start}."
        raise InputError(msg, "Get an undamaged copy of the file, or save it again.") from None


def _unmarked_utf16(data: bytes) -> str | None:
    """Return UTF-16's byte order where zero bytes, the upper half of ASCII, keep to one side."""
    zeros = data.count(0)
    if zeros < _FEWEST_ZEROS or zeros < _ZERO_SHARE * len(data) or len(data) % 2:
        return None
    upper_second = data[1::2].count(0)
    if upper_second == zeros:
        return "utf-16-le"
    return "utf-16-be" if upper_second == 0 else None


def _mostly_utf8(data: bytes) -> bool:
    """Return whether most letters beyond ASCII are good UTF-8: other encodings never look so."""
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(character > "\x7f" for character in replaced) - broken
    return whole >= broken


def _mended(
    data: bytes, origin: str, error: UnicodeDecodeError, declared: tuple[str, ...]
) -> Decoded:
    """Return a page with its broken letters marked, as browsers do; plain text is refused."""
    if declared:
        return Decoded(text=data.decode("utf-8", "replace"), encoding="utf-8", guessed=True)
    msg = f"{origin} is UTF-8 but damaged at byte {error.start}."
    raise InputError(msg, "Get an undamaged copy of the file, or save it again as UTF-8.")


def _detected(sample: bytes, data: bytes, origin: str) -> Decoded:
    from charset_normalizer import from_bytes  # most texts are UTF-8 and never need it

    telling = sum(not word.isascii() for word in sample.split())
    if telling < _ENOUGH_WORDS:
        msg = f"{origin} is not UTF-8, and is too short to tell which encoding it is in."
        raise InputError(msg, _STATE_IT)
    # What a text declares about itself is not believed: plain text declares nothing.
    best = from_bytes(sample, cp_isolation=list(_CANDIDATES), preemptive_behaviour=False).best()
    if best is None:
        msg = f"{origin} is not text in any encoding that could be recognised."
        raise InputError(msg, f"If it is text, s{_STATE_IT[1:]}")
    name = _CANDIDATES.get(best.encoding, best.encoding)
    return Decoded(text=data.decode(best.encoding, "replace"), encoding=name, guessed=True)
