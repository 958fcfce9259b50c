"""The program that reads one PDF, in a process of its own that cannot take more than its share.

Standard input is the file, standard output JSON: ``pages`` (text as it lies on each page),
``title`` and ``author``, or ``refused`` with a reason.
"""

import io
import json
import logging
import resource
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader

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

    from tracker.intake.pdf_layout import page_text

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"refused": "is locked with a password"}
    if len(reader.pages) > most:
        return {"refused": f"has more than {most} pages"}
    pages = []
    for page in reader.pages:
        pages.append(page_text(page))
    return {"pages": pages, **_about(reader)}


def _about(reader: "PdfReader") -> dict[str, str]:
    about: Mapping[str, object] = reader.metadata or {}
    return {"title": str(about.get("/Title", "")), "author": str(about.get("/Author", ""))}


if __name__ == "__main__":
    main()
