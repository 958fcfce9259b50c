"""Records in, bytes out: one module a format."""

from tracker.export.dossier import SCHEMA_VERSION, Desk, Dossier, Records
from tracker.export.entries import Entry, Partner, entries
from tracker.export.filters import FIELDS, Filter, parse_filter
from tracker.export.formats import EXPORTERS, Exporter
from tracker.export.reading import read_jsonl
from tracker.export.selection import assemble

__all__ = [
    "EXPORTERS",
    "FIELDS",
    "SCHEMA_VERSION",
    "Desk",
    "Dossier",
    "Entry",
    "Exporter",
    "Filter",
    "Partner",
    "Records",
    "assemble",
    "entries",
    "parse_filter",
    "read_jsonl",
]
