"""JSON Lines: every record in full, one object a line; what is written here can be read back."""

from collections.abc import Iterator

from tracker.codec import to_document
from tracker.export.dossier import ORDER, SCHEMA_VERSION, Dossier
from tracker.export.json_text import to_json
from tracker.export.plain import stamp
from tracker.scales import scales_to_document

#: What the first line says it is.
HEADER = "tracker-export"


def write_jsonl(dossier: Dossier) -> Iterator[bytes]:
    """Yield ``dossier`` as JSON Lines in UTF-8, a header first, then a line for each record."""
    yield to_json(_header(dossier)) + b"\n"
    for kind in ORDER:
        for entity in dossier.records.of_kind(kind):
            yield to_json({"kind": kind, "record": to_document(entity)}) + b"\n"


def _header(dossier: Dossier) -> dict[str, object]:
    return {
        "kind": HEADER,
        "schema_version": SCHEMA_VERSION,
        "tool": dossier.tool,
        "as_of": stamp(dossier.as_of),
        "filter": dossier.filter,
        "confidential": dossier.confidential,
        "selected": None if dossier.complete else list(dossier.selected),
        "scales": scales_to_document(dossier.scales),
        "counts": {kind: len(dossier.records.of_kind(kind)) for kind in ORDER},
    }
