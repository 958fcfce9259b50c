"""Data on standard output: JSON, tables in a terminal, tab-separated lines everywhere else."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.cli.visible import escaped, visible

if TYPE_CHECKING:
    from tracker.cli.invocation import Invocation

#: Version of every JSON shape that the commands print.
SCHEMA_VERSION = 1

Shape = Mapping[str, object]


def print_json(shape: Shape) -> None:
    """Write one indented object that begins with its ``schema_version``."""
    print_document({"schema_version": SCHEMA_VERSION, **shape})


def print_document(document: Shape) -> None:
    """Write one indented object that has its ``schema_version`` already."""
    sys.stdout.write(escaped(_indented(document)) + "\n")


def _indented(document: Shape) -> str:
    # The standard library indents in Python: half a second for 5,000 claims.
    import orjson

    try:
        return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode()
    except orjson.JSONEncodeError:
        # A half character, as an undecodable file name carries it.
        return json.dumps(document, ensure_ascii=False, indent=2)


def print_json_line(shape: Shape) -> None:
    """Write one object on one line, at once, so that a reader can follow."""
    sys.stdout.write(escaped(json.dumps(shape, ensure_ascii=False)) + "\n")
    sys.stdout.flush()


def print_rows(
    invocation: Invocation, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Write a table: drawn in a terminal, else one line a row with tabs between the cells.

    Lines of text keep their logical order, right to left or not; a terminal gets the visual one.
    """
    if sys.stdout.isatty():
        from tracker.cli.tables import draw

        draw(invocation, columns, rows)
        return
    for row in (columns, *rows) if columns else rows:
        sys.stdout.write("\t".join(map(visible, row)) + "\n")


def print_fields(invocation: Invocation, fields: Sequence[tuple[str, str]]) -> None:
    """Write one record as its fields, one a line; those that are empty are left out."""
    print_rows(invocation, ("field", "value"), [f for f in fields if f[1]])


def print_text(text: str) -> None:
    """Write text of our own as it is."""
    sys.stdout.write(text)
