"""The package that a workbook is: a ZIP archive of XML parts, written without ever going back.

Only text and whole numbers, as inline strings: no shared table to keep in memory, no formula, no
link, nothing that a spreadsheet would run or fetch. Parts and attributes follow ECMA-376, part 1.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from html import escape
from typing import TYPE_CHECKING

from attrs import frozen

from tracker.errors import InputError
from tracker.export.plain import defused

if TYPE_CHECKING:
    from typing_extensions import Buffer

#: Rows that a sheet can have, and characters (UTF-16 units) that a cell can hold.
MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
_CUT = " …"

#: Rows between two pieces of the archive.
_BATCH = 500
_EPOCH = date(1899, 12, 30).toordinal()
#: Spreadsheets believe in 29 February 1900, so that earlier days have no agreed number.
_FIRST_DAY = date(1900, 3, 1)
_TEXT, _HEAD, _DAY = 3, 1, 2

#: What XML cannot hold or reads as markup, and what spreadsheets decode once more (``_x0041_``).
_MARKUP = re.compile(r"[&<>\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "_x005F_"}

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@frozen(kw_only=True)
class Sheet:
    """One sheet.

    Attributes:
        name: on its tab.
        columns: heading, what cells hold (``text``, ``number``, ``day``) and width (characters).
        rows: the cells of each row; an empty one is left out.
        count: how many rows there are.
    """

    name: str
    columns: Sequence[tuple[str, str, int]]
    rows: Iterable[Sequence[str]]
    count: int


class _Outlet(io.RawIOBase):
    """Takes what the archive writes and hands it on; there is no way back in it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: "Buffer") -> int:
        self._pieces.append(bytes(piece))
        return len(self._pieces[-1])

    def take(self) -> bytes:
        found = b"".join(self._pieces)
        self._pieces.clear()
        return found


def package(
    sheets: Sequence[Sheet],
    *,
    title: str,
    program: str,
    modified: datetime | None,
    right_to_left: bool,
) -> Iterator[bytes]:
    """Yield a workbook of ``sheets``; the same sheets give the same bytes.

    Args:
        sheets: at least one.
        title: of the document.
        program: what wrote it.
        modified: when what it tells last changed; None for unknown.
        right_to_left: whether the first column stands at the right.

    Raises:
        InputError: when a sheet has more rows than spreadsheets can show.
    """
    for sheet in sheets:
        if sheet.count >= MOST_ROWS:
            msg = f"{sheet.count} rows are more than a sheet can have."
            raise InputError(msg, "Choose fewer with --where, or take csv or jsonl.")
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in _small_parts(sheets, title, program, modified):
            archive.writestr(_member(name), content)
        for number, sheet in enumerate(sheets, start=1):
            member = _member(f"xl/worksheets/sheet{number}.xml")
            with archive.open(member, "w") as part:
                for piece in _sheet(sheet, right_to_left=right_to_left):
                    part.write(piece.encode("utf-8"))
                    yield outlet.take()
    yield outlet.take()


def _member(name: str) -> zipfile.ZipInfo:
    # Always the same time, the earliest that an archive can hold, so that bytes repeat.
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _sheet(sheet: Sheet, *, right_to_left: bool) -> Iterator[str]:
    letters = [_letters(place) for place in range(len(sheet.columns))]
    last = f"{letters[-1]}{sheet.count + 1}"
    turned = ' rightToLeft="1"' if right_to_left else ""
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, (_, _, width) in enumerate(sheet.columns, start=1)
    )
    head = "".join(
        f'<c r="{letter}1" s="{_HEAD}" t="inlineStr"><is><t>{escape(name)}</t></is></c>'
        for letter, (name, _, _) in zip(letters, sheet.columns, strict=True)
    )
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/><sheetViews>'
        f'<sheetView workbookViewId="0"{turned}><pane ySplit="1" topLeftCell="A2" '
        f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData>'
        f'<row r="1">{head}</row>'
    )
    batch: list[str] = []
    for number, cells in enumerate(sheet.rows, start=2):
        batch.append(_row(number, cells, sheet.columns, letters))
        if len(batch) == _BATCH:
            yield "".join(batch)
            batch.clear()
    yield f'{"".join(batch)}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'


def _row(
    number: int,
    cells: Sequence[str],
    columns: Sequence[tuple[str, str, int]],
    letters: Sequence[str],
) -> str:
    written = [f'<row r="{number}">']
    for text, (_, holds, _), letter in zip(cells, columns, letters, strict=True):
        if not text:
            continue
        if holds == "number":
            written.append(f'<c r="{letter}{number}"><v>{int(text)}</v></c>')
        elif holds == "day" and (day := date.fromisoformat(text)) >= _FIRST_DAY:
            days = day.toordinal() - _EPOCH
            written.append(f'<c r="{letter}{number}" s="{_DAY}"><v>{days}</v></c>')
        else:
            written.append(
                f'<c r="{letter}{number}" s="{_TEXT}" t="inlineStr"><is>'
                f'<t xml:space="preserve">{_cell(text)}</t></is></c>'
            )
    written.append("</row>")
    return "".join(written)


def _cell(text: str) -> str:
    text = defused(text)
    if len(text) > LONGEST_CELL // 2:
        text = _shortened(text)
    return _MARKUP.sub(_written, text)


def _shortened(text: str) -> str:
    """Return ``text``, cut where it is longer than a cell can be; a cell counts UTF-16 units."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _written(match: re.Match[str]) -> str:
    found = match[0]
    return _WRITTEN.get(found) or f"⟨U+{ord(found):04X}⟩"


def _letters(place: int) -> str:
    """Return the name of the column at ``place``, counted from 0: A, B, … Z, AA."""
    before, last = divmod(place, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)


def _small_parts(
    sheets: Sequence[Sheet], title: str, program: str, modified: datetime | None
) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{content}"/>'
        for name, content in (
            ("/xl/workbook.xml", f"{kind}.sheet.main+xml"),
            ("/xl/styles.xml", f"{kind}.styles+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            *((f"/xl/worksheets/sheet{n}.xml", f"{kind}.worksheet+xml") for n in numbers),
        )
    )
    yield (
        "[Content_Types].xml",
        f'{_XML}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
    )
    metadata = f"{_RELATIONS}/metadata/core-properties"
    yield (
        "_rels/.rels",
        _relations(
            (f"{_OFFICE}/officeDocument", "xl/workbook.xml"), (metadata, "docProps/core.xml")
        ),
    )
    yield "docProps/core.xml", _properties(title, program, modified)
    named = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, start=1)
    )
    yield (
        "xl/workbook.xml",
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>',
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations(
            *((f"{_OFFICE}/worksheet", f"worksheets/sheet{n}.xml") for n in numbers),
            (f"{_OFFICE}/styles", "styles.xml"),
        ),
    )
    yield "xl/styles.xml", _STYLES


def _relations(*found: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(found, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def _properties(title: str, program: str, modified: datetime | None) -> str:
    moment = modified.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if modified else ""
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
        if moment
    )
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(program)}</dc:creator>"
        f"{times}</cp:coreProperties>"
    )


#: Looks: number (0), heading (1), day (2), text (3). Format 14 is the reader's own short date.
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/>'
    '</font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">'
    '<fgColor rgb="FFE6EBF2"/><bgColor indexed="64"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" '
    'applyAlignment="1"><alignment vertical="top"/></xf>'
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" '
    'applyAlignment="1"><alignment vertical="center"/></xf>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyAlignment="1"><alignment vertical="top"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
