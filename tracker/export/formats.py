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

#: A file's name, without folder, and its pieces.
File = tuple[str, Iterator[bytes]]


@frozen(kw_only=True)
class Exporter:
    """One format.

    Attributes:
        name: what ``--format`` calls it.
        suffix: ending of its files, with the dot.
        media_type: its Internet media type.
        lossless: whether every record is in it, so that it can be read back.
        write: yields a dossier as bytes, piece by piece; the same dossier gives the same bytes.
        split: yields the name and the pieces of each of the files that a large export is split
            into, given the first one's name; None where it always is one file.
        names: the names of those files.
        preview: yields what a person is shown of it beforehand, as text in UTF-8; None where the
            file itself can be read.
    """

    name: str
    suffix: str
    media_type: str
    lossless: bool = False
    write: Callable[[Dossier], Iterator[bytes]]
    split: Callable[[Dossier, str], Iterator[File]] | None = None
    names: Callable[[Dossier, str], tuple[str, ...]] = lambda _, name: (name,)
    preview: Callable[[Dossier], Iterator[bytes]] | None = None

    def files(self, dossier: Dossier, name: str) -> Iterator[File]:
        """Yield the files of an export; the pieces of one must be taken before the next."""
        if self.split is None:
            yield name, self.write(dossier)
        else:
            yield from self.split(dossier, name)

    def shown(self, dossier: Dossier) -> Iterator[bytes]:
        """Yield what a person is shown of ``dossier`` beforehand, as text in UTF-8."""
        return (self.preview or self.write)(dossier)


# The report's templates take a package to load that no other format needs.
def _html(dossier: Dossier) -> Iterator[bytes]:
    from tracker.export.report import write_html

    return write_html(dossier)


def _html_pages(dossier: Dossier, name: str) -> Iterator[File]:
    from tracker.export.report import write_pages

    return write_pages(dossier, name)


def _html_names(dossier: Dossier, name: str) -> tuple[str, ...]:
    from tracker.export.report import page_names

    return page_names(dossier, name)


def _html_preview(dossier: Dossier) -> Iterator[bytes]:
    from tracker.export.report import preview_html

    return preview_html(dossier)


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
            Exporter(
                name="html",
                suffix=".html",
                media_type="text/html; charset=utf-8",
                write=_html,
                split=_html_pages,
                names=_html_names,
                preview=_html_preview,
            ),
        )
    }
)
