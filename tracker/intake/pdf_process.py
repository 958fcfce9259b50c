"""The program that reads one PDF, in a process of its own that cannot take more than its share.

Standard input is the file, standard output JSON: ``pages`` (text as it lies on each page),
``title`` and ``author``, or ``refused`` with a reason.
"""

import io
import json
import logging
import re
import resource
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MEMORY = 1_500_000_000


def main() -> None:
    """Read the PDF on standard input; arguments are seconds of processor time and most pages."""
    seconds, pages = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    logging.disable()
    try:
        found = _read(sys.stdin.buffer.read(), pages)
    except MemoryError:
        found = {"refused": "takes more memory than a document needs"}
    except RecursionError:
        found = {"refused": "refers to itself without end"}
    except Exception:  # noqa: BLE001  (pypdf raises whatever a broken file brings about)
        found = {"refused": "is damaged"}
    sys.stdout.write(json.dumps(found))


def _read(data: bytes, most: int) -> dict[str, object]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"refused": "is locked with a password"}
    if len(reader.pages) > most:
        return {"refused": f"has more than {most} pages"}
    pages = []
    for page in reader.pages:
        _name_ligatures(page)
        pages.append(page.extract_text(extraction_mode="layout"))
    return {"pages": pages, **_about(reader)}


def _name_ligatures(page: "PageObject") -> None:
    """Let glyphs of two letters stand for one character, which no later turning can tear apart.

    Lam-alef is one glyph. Where a font says that it stands for two letters, these come out in
    reading order amid letters in the order of the page.
    """
    fonts = page.get("/Resources", {}).get("/Font", {})
    for name in fonts:
        table = fonts[name].get("/ToUnicode")
        if not hasattr(table, "get_data"):
            continue
        data = table.get_data()
        for letters, ligature in _LIGATURES:
            data = re.sub(rb"(?i)<%b>" % letters, b"<%b>" % ligature, data)
        table.set_data(data)


_LIGATURES = (
    (b"06440627", b"FEFB"),
    (b"06440623", b"FEF7"),
    (b"06440625", b"FEF9"),
    (b"06440622", b"FEF5"),
    (b"0627064406440647", b"FDF2"),
)


def _about(reader: "PdfReader") -> dict[str, str]:
    about: Mapping[str, object] = reader.metadata or {}
    return {"title": str(about.get("/Title", "")), "author": str(about.get("/Author", ""))}


if __name__ == "__main__":
    main()
