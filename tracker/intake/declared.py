"""The encoding that a page, a mail or a feed declares, and whether its letters bear it out."""

import codecs
import re

#: Labels that browsers read as windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
_WESTERN = frozenset(
    {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252"}
)
#: Single-byte and Far Eastern encodings that news comes in; nothing else is decoded by its label.
_KNOWN = frozenset(
    {
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "cp1251", "cp1252", "cp1253",
        "cp1254", "cp1255", "cp1256", "cp1257", "iso8859-1", "iso8859-2", "iso8859-6", "iso8859-8",
        "iso8859-9", "iso8859-15", "koi8-r", "koi8-u", "cp720", "cp864", "mac-arabic", "gb18030",
        "gbk", "gb2312", "big5", "shift_jis", "euc_jp", "euc_kr",
    }
)  # fmt: skip
_IANA = {"cp1256": "windows-1256", "iso8859-6": "iso-8859-6", "cp1252": "windows-1252"}
_ARABIC = ("cp1256", "iso8859-6")
_SAMPLE = 200_000
_ENTITY = re.compile(rb"&#?\w{1,10};")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
#: Accents in Western texts stand alone or in twos; Arabic words are runs of letters beyond ASCII.
_LONG_RUN = 3
#: The six most frequent letters of Arabic make up 40 to 50 % of any text of some length.
_FREQUENT = frozenset("اليونم")
_FEWEST_FREQUENT = 0.25
_FEWEST_LETTERS = 8

_META = re.compile(
    rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.I,
)
_HEAD = 8192


def declared_in(data: bytes) -> str:
    """Return the label of the encoding that a page or a feed declares at its top, or nothing."""
    found = _META.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def without_markup(data: bytes) -> bytes:
    """Return the text between the tags of the first part of ``data``; tags say nothing of letters.

    Linear, whatever the markup is.
    """
    first, *pieces = data[:_SAMPLE].split(b"<")
    kept, closing = [first], b""
    for piece in pieces:
        name = piece[:7].lower()
        if closing:
            closing = b"" if name.startswith(closing) else closing
        elif name.startswith((b"script", b"style")):
            closing = b"/script" if name.startswith(b"script") else b"/style"
        else:
            kept.append(piece.partition(b">")[2])
    return _ENTITY.sub(b" ", b" ".join(kept))


def believed(data: bytes, label: str) -> str:
    """Return the IANA name of the declared encoding where the letters bear it out, else nothing.

    UTF-8 is never believed here: bytes that are UTF-8 were recognised before.
    """
    wanted = label.strip().strip("\"'").lower()
    name = "cp1252" if wanted in _WESTERN else _python_name(wanted)
    if name not in _KNOWN or name.startswith("utf"):
        return ""
    sample = without_markup(data)
    if name in _ARABIC:
        likely = max(_ARABIC, key=lambda one: (_frequent(sample, one), one == name))
        if likely != name and _frequent(sample, name) < _FEWEST_FREQUENT:
            return ""
    elif name in {"cp1252", "iso8859-15", "cp1254", "iso8859-9"} and _in_runs(sample):
        return ""
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return ""
    return _IANA.get(name, name)


def _python_name(label: str) -> str:
    try:
        return codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""


def _frequent(sample: bytes, name: str) -> float:
    """Return the share (0-1) of frequent Arabic letters among all beyond ASCII."""
    letters = [c for c in sample.decode(name, "replace") if c > "\x7f"]
    if len(letters) < _FEWEST_LETTERS:
        return 0.5
    return sum(c in _FREQUENT for c in letters) / len(letters)


def _in_runs(sample: bytes) -> bool:
    """Return whether most letters beyond ASCII stand in runs, as no Western text has them."""
    lengths = [len(run) for run in _HIGH_RUN.findall(sample)]
    return 2 * sum(n for n in lengths if n >= _LONG_RUN) > sum(lengths)
