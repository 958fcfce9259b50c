"""CSV: one claim a row, for spreadsheets. Text that a spreadsheet would run is defused."""

import csv
import io
from collections.abc import Iterable, Iterator

from tracker.export.columns import Column, claim_columns
from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import entries
from tracker.export.plain import defused, stamp

_BOM = "\ufeff"


def write_csv(dossier: Dossier, *, bom: bool = True) -> Iterator[bytes]:
    """Yield ``dossier`` as CSV (RFC 4180) in UTF-8, every cell in quotation marks.

    Args:
        dossier: what to write.
        bom: whether a byte order mark opens the file, without which Excel reads no UTF-8.
    """
    columns = (*claim_columns(dossier), *_provenance(dossier))
    heading = _row(column.name for column in columns)
    yield (_BOM + heading if bom else heading).encode()
    for entry in entries(dossier):
        yield _row(column.read(entry) for column in columns).encode()


def _provenance(dossier: Dossier) -> Iterator[Column]:
    as_of = stamp(dossier.as_of) or ""
    yield Column("tool", lambda _: dossier.tool)
    yield Column("schema_version", lambda _: str(SCHEMA_VERSION))
    yield Column("filter", lambda _: dossier.filter)
    yield Column("as_of", lambda _: as_of)


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    writer = csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([defused(cell) for cell in cells])
    return line.getvalue()
