"""CSV: one claim a row, for spreadsheets. Text that a spreadsheet would run is defused."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, entries
from tracker.export.plain import harmless
from tracker.model import Assessment
from tracker.scales import Rating, Scales

#: A cell that begins with one of these is run as a formula by one spreadsheet or another; the
#: full-width forms are taken for the plain ones in East Asian settings (OWASP, CSV injection).
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

#: Stands between the values of several reviewers, in the order of their names.
BETWEEN = " | "

_BOM = "\ufeff"


def write_csv(dossier: Dossier, *, bom: bool = True) -> Iterator[bytes]:
    """Yield ``dossier`` as CSV (RFC 4180) in UTF-8, every cell in quotation marks.

    Args:
        dossier: what to write.
        bom: whether a byte order mark opens the file, without which Excel reads no UTF-8.
    """
    columns = _columns(dossier)
    yield _row(columns).encode() if not bom else (_BOM + _row(columns)).encode()
    for entry in entries(dossier):
        yield _row(read(entry) for read in columns.values()).encode()


def defused(text: str) -> str:
    """Return ``text`` as a cell that no spreadsheet runs: ``'`` stands before a formula's start."""
    acts = text.startswith(_FORMULA_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)
    return f"'{harmless(text)}" if acts else harmless(text)


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    writer = csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([defused(cell) for cell in cells])
    return line.getvalue()


_Cell = Callable[[Entry], str]


def _columns(dossier: Dossier) -> dict[str, _Cell]:
    """Return every column's name with what reads its cell from an entry, in order."""
    scales = dossier.scales
    columns: dict[str, _Cell] = {
        **_CLAIM,
        **_SOURCE,
        **_ARTICLE,
        **_ratings(scales),
        **_verdict(scales),
        "tool": lambda _: dossier.tool,
        "schema_version": lambda _: str(SCHEMA_VERSION),
        "filter": lambda _: dossier.filter,
        "generated_at": lambda _: dossier.generated_at.isoformat(),
    }
    if dossier.confidential:
        columns["CONFIDENTIAL"] = lambda e: e.source.confidential
    return columns


_CLAIM: dict[str, _Cell] = {
    "claim": lambda e: e.claim.id,
    "state": lambda e: e.claim.state.value,
    "quote": lambda e: e.claim.quote,
    "wording": lambda e: e.claim.wording,
    "gloss": lambda e: e.claim.gloss,
    "note": lambda e: e.claim.note,
}
_SOURCE: dict[str, _Cell] = {
    "source_id": lambda e: e.source.id,
    "source": lambda e: e.source.label,
    "source_gloss": lambda e: e.source.gloss,
    "source_kind": lambda e: e.source.kind.value,
    "vouching_outlet": lambda e: e.vouching.label if e.vouching else "",
    "delivery": lambda e: e.claim.attribution.delivery.value,
    "hedging": lambda e: str(e.claim.attribution.hedging),
}
_ARTICLE: dict[str, _Cell] = {
    "outlet": lambda e: e.outlet.label,
    "date": lambda e: e.article.published.isoformat() if e.article.published else "",
    "language": lambda e: e.article.language,
    "title": lambda e: e.article.title,
    "url": lambda e: e.article.url,
    "article": lambda e: e.article.id,
    "article_sha256": lambda e: e.article.sha256,
    "guesses": lambda e: BETWEEN.join(e.article.guesses),
}


def _ratings(scales: Scales) -> dict[str, _Cell]:
    def code(rating: Rating | None) -> str:
        return rating.value if rating else ""

    def label(rating: Rating | None) -> str:
        return scales.grade(rating).en if rating else ""

    return {
        "reviewer": _each(lambda a: a.reviewer),
        "assessed_at": _each(lambda a: a.assessed_at.isoformat()),
        "reliability": _each(lambda a: code(a.reliability)),
        "reliability_label": _each(lambda a: label(a.reliability)),
        "credibility": _each(lambda a: code(a.credibility)),
        "credibility_label": _each(lambda a: label(a.credibility)),
        "confidence": _each(lambda a: code(a.confidence)),
        "reviewer_verdict": _each(lambda a: code(a.verdict)),
        "rationale": _each(lambda a: a.rationale),
    }


def _each(read: Callable[[Assessment], str]) -> _Cell:
    """Return the cell that holds one value for each reviewer; empty where nobody gave one."""

    def cell(entry: Entry) -> str:
        values = [read(assessment) for assessment in entry.assessments]
        return BETWEEN.join(values) if any(values) else ""

    return cell


def _verdict(scales: Scales) -> dict[str, _Cell]:
    def ruled(entry: Entry, name: str) -> str:
        ruling = entry.assertion.ruling if entry.assertion else None
        if ruling is None:
            return ""
        return {
            "by": ruling.reviewer,
            "at": ruling.decided_at.isoformat(),
            "why": ruling.rationale,
        }[name]

    return {
        "verdict": lambda e: e.verdict.value,
        "verdict_label": lambda e: scales.grade(e.verdict).en,
        "verdict_by": lambda e: ruled(e, "by"),
        "verdict_at": lambda e: ruled(e, "at"),
        "verdict_rationale": lambda e: ruled(e, "why"),
        "assertion": lambda e: e.assertion.id if e.assertion else "",
        "reports": lambda e: str(e.standing.reports),
        "outlets": lambda e: str(e.standing.outlets),
        "origins": lambda e: str(e.standing.origins),
        "origins_unknown": lambda e: str(e.standing.unknown),
    }
