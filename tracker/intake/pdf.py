"""PDF in: text put together from the page layout, to be checked against the original."""

import json
import subprocess
import sys
from importlib.util import find_spec

from tracker.errors import InputError
from tracker.intake.page_lines import read_lines
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
from tracker.intake.word import needs_documents
from tracker.model import Basis

_OTHERWISE = "Open it in a viewer, copy its text and paste it."
#: Waiting and reading take longer than computing, on a busy machine above all.
_PATIENCE = 4


def read_pdf(data: bytes, origin: str, limits: Limits = DEFAULT_LIMITS) -> Received:
    """Return the text of a PDF; it is marked to be checked against the original.

    The file is read in a process of its own, held to processor time and memory.

    Raises:
        InputError: when the extra ``documents`` is missing, or the file is damaged, locked, has
            no text in it, or costs more than the limits.
    """
    name = safe_name(origin)
    if find_spec("pypdf") is None:
        raise needs_documents(name, "a PDF document")
    found = _read(data, name, limits)
    pages = [str(page) for page in found["pages"]]  # type: ignore[attr-defined]  # the process's own JSON
    text, crowded = read_lines(pages)
    if not text.strip():
        msg = f"{name} holds no text, only pictures of pages."
        raise InputError(msg, "Run it through a program that recognises letters, then add it.")
    refuse_unreadable(text, name)
    if len(text) > limits.text:
        raise InputError(f"{name} is longer than {limits.text:,} characters.", _OTHERWISE)
    remarks = (f"{name}: spaces between words seem to be missing.",) if crowded else ()
    return Received(
        text=f"{text}\n",
        origin=safe_name(origin.rpartition("/")[2]),
        encoding="",
        original=data,
        media_type="application/pdf",
        particulars=_particulars(found),
        check_original=True,
        remarks=remarks,
    )


def _read(data: bytes, name: str, limits: Limits) -> dict[str, object]:
    # -P: a folder of articles may hold a json.py, which must not be taken for the library's.
    command = [sys.executable, "-P", "-m", "tracker.intake.pdf_process"]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and module)
            [*command, str(limits.seconds), str(limits.pages)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE * limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"{name} takes too long to read.", _OTHERWISE) from None
    if done.returncode < 0:
        raise InputError(f"{name} costs more than {limits.seconds} s to read.", _OTHERWISE)
    try:
        found = json.loads(done.stdout)
    except ValueError:
        raise InputError(f"{name} could not be read.", _OTHERWISE) from None
    if "refused" in found:
        raise InputError(f"{name} is a PDF document that {found['refused']}.", _OTHERWISE)
    return dict(found)


def _particulars(found: dict[str, object]) -> Particulars:
    title, author = one_line(str(found["title"])), one_line(str(found["author"]))
    basis = Basis.DOCUMENT_PROPERTIES
    return Particulars(
        title=Found(value=title, basis=basis, where="Title", guessed=True) if title else None,
        byline=Found(value=author, basis=basis, where="Author", guessed=True) if author else None,
    )
