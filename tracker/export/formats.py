"""The formats an export can have."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from tracker.export.csv_table import write_csv
from tracker.export.dossier import Dossier
from tracker.export.json_lines import write_jsonl
from tracker.export.json_list import write_json
from tracker.export.markdown import write_markdown


@frozen(kw_only=True)
class Exporter:
    """One format.

    Attributes:
        name: what ``--format`` calls it.
        suffix: ending of its files, with the dot.
        media_type: its Internet media type.
        lossless: whether every record is in it, so that it can be read back.
        write: yields a dossier as bytes, piece by piece; the same dossier gives the same bytes.
    """

    name: str
    suffix: str
    media_type: str
    lossless: bool = False
    write: Callable[[Dossier], Iterator[bytes]]


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        exporter.name: exporter
        for exporter in (
            Exporter(
                name="jsonl",
                suffix=".jsonl",
                media_type="application/x-ndjson",
                lossless=True,
                write=write_jsonl,
            ),
            Exporter(name="json", suffix=".json", media_type="application/json", write=write_json),
            Exporter(
                name="csv", suffix=".csv", media_type="text/csv; charset=utf-8", write=write_csv
            ),
            Exporter(
                name="markdown",
                suffix=".md",
                media_type="text/markdown; charset=utf-8",
                write=write_markdown,
            ),
        )
    }
)
