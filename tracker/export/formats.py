"""The formats an export can have."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from tracker.export.csv_table import write_csv
from tracker.export.dossier import Dossier
from tracker.export.json_lines import write_jsonl
from tracker.export.json_list import write_json
from tracker.export.markdown import write_markdown
from tracker.export.spreadsheet import preview_xlsx, write_xlsx


@frozen(kw_only=True)
class Exporter:
    """One format.

    Attributes:
        name: what ``--format`` calls it.
        suffix: ending of its files, with the dot.
        media_type: its Internet media type.
        lossless: whether every record is in it, so that it can be read back.
        write: yields a dossier as bytes, piece by piece; the same dossier gives the same bytes.
        preview: yields what a person is shown of it beforehand, as text in UTF-8; None where the
            file itself can be read.
    """

    name: str
    suffix: str
    media_type: str
    lossless: bool = False
    write: Callable[[Dossier], Iterator[bytes]]
    preview: Callable[[Dossier], Iterator[bytes]] | None = None

    def shown(self, dossier: Dossier) -> Iterator[bytes]:
        """Yield what a person is shown of ``dossier`` beforehand, as text in UTF-8."""
        return (self.preview or self.write)(dossier)


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
                name="xlsx",
                suffix=".xlsx",
                media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                write=write_xlsx,
                preview=preview_xlsx,
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
