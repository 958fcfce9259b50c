"""XLSX: a workbook of claims, articles, scales and where it all comes from."""

from collections.abc import Iterable, Iterator

from tracker.export.columns import BETWEEN, Column, claim_columns
from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import entries
from tracker.export.plain import one_line, stamp
from tracker.export.xlsx_package import Sheet, package
from tracker.model import Article

#: Facts of an article that the sheet of articles holds once, not every claim again.
_ONCE = frozenset({"article_sha256", "byline", "guesses", "check_original", "version_of"})


def write_xlsx(dossier: Dossier) -> Iterator[bytes]:
    """Yield ``dossier`` as an Office Open XML workbook (ISO/IEC 29500), sheets row by row.

    Raises:
        InputError: when it holds more claims than a sheet has rows.
    """
    yield from package(
        (_claims(dossier), _articles(dossier), _scales(dossier), _about(dossier)),
        title="Claims",
        program=dossier.tool,
        modified=dossier.as_of,
        right_to_left=dossier.worded_in == "ar",
    )


def preview_xlsx(dossier: Dossier) -> Iterator[bytes]:
    """Yield the rows of the sheet of claims as text: a line for each cell that holds something."""
    columns = claim_columns(dossier)
    widest = max(len(column.name) for column in columns)
    for entry in entries(dossier):
        cells = ((column.name, one_line(column.read(entry))) for column in columns)
        lines = (f"{name.ljust(widest)}  {text}\n" for name, text in cells if text)
        yield f"{''.join(lines)}\n".encode()


def _claims(dossier: Dossier) -> Sheet:
    columns = [column for column in claim_columns(dossier) if column.name not in _ONCE]
    return Sheet(
        name="Claims",
        columns=tuple((column.name, column.holds, column.width) for column in columns),
        rows=_rows(dossier, columns),
        count=len(dossier.selected),
    )


def _rows(dossier: Dossier, columns: Iterable[Column]) -> Iterator[list[str]]:
    readers = [column.read for column in columns]
    for entry in entries(dossier):
        yield [read(entry) for read in readers]


def _articles(dossier: Dossier) -> Sheet:
    found = dossier.selected_articles()
    labels = {source.id: source.label for source in dossier.records.sources}

    def row(article: Article) -> list[str]:
        return [
            article.id,
            article.title,
            labels[article.outlet_id],
            article.published.isoformat() if article.published else "",
            article.language,
            article.url,
            article.sha256,
            article.byline,
            BETWEEN.join(article.guesses),
            "yes" if article.check_original else "",
            article.previous_id or "",
        ]

    return Sheet(
        name="Articles",
        columns=(
            ("article", "text", 14),
            ("title", "text", 50),
            ("outlet", "text", 24),
            ("date", "day", 12),
            ("language", "text", 9),
            ("url", "text", 40),
            ("article_sha256", "text", 68),
            ("byline", "text", 20),
            ("guesses", "text", 20),
            ("check_original", "text", 9),
            ("version_of", "text", 14),
        ),
        rows=(row(article) for article in found),
        count=len(found),
    )


def _scales(dossier: Dossier) -> Sheet:
    rows = [
        [scale.name.en, scale.name.ar, grade.code, grade.en, grade.ar, scale.origin]
        for scale in dossier.scales.all
        for grade in scale.grades
    ]
    names = (("scale", 28), ("scale_ar", 20), ("code", 11), ("en", 28), ("ar", 24), ("origin", 44))
    return Sheet(
        name="Scales",
        columns=tuple((name, "text", width) for name, width in names),
        rows=rows,
        count=len(rows),
    )


def _about(dossier: Dossier) -> Sheet:
    rows = [
        ["tool", dossier.tool],
        ["schema_version", str(SCHEMA_VERSION)],
        ["filter", dossier.filter],
        ["as_of", stamp(dossier.as_of) or ""],
        ["claims", str(len(dossier.selected))],
        ["confidential", "yes" if dossier.confidential else "no"],
    ]
    return Sheet(
        name="About",
        columns=(("fact", "text", 16), ("value", "text", 60)),
        rows=rows,
        count=len(rows),
    )
