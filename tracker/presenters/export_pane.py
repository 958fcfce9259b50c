"""What the export screen says: the choices made, and how much would be written."""

from collections.abc import Iterator

from tracker.export import FIELDS
from tracker.presenters.export import FORMAT_WORDS, LANGUAGE_WORDS, ExportState
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.wording import count

#: The filter's syntax in one line, and an example.
WHERE_HINT = (
    'field=value|value, field>=2020-11-01, source~"name": every term must hold. '
    f"Fields: {', '.join(FIELDS)}."
)
_LABEL_WIDTH = 10


def export_lines(state: ExportState) -> tuple[Line, ...]:
    """Return the choices made and how much they would write."""
    return tuple(_lines(state))


def _row(label: str, *cells: Cell) -> Line:
    return (Cell(label.ljust(_LABEL_WIDTH), Tone.MUTED), *cells)


def _lines(state: ExportState) -> Iterator[Line]:
    yield _row("format", Cell(FORMAT_WORDS.get(state.format, state.format), Tone.ACCENT))
    nothing = Cell("none: every claim", Tone.MUTED)
    yield _row("filter", Cell(state.where) if state.where else nothing)
    taken = "state=accepted  verdict=verified|likely  date>=2020-11-01  reviewer=name"
    yield _row("", Cell(f"for example  {taken}", Tone.MUTED))
    if state.format == "html":
        yield _row("wording", Cell(LANGUAGE_WORDS[state.language], Tone.MUTED))
    yield _row("file", Cell(state.target), *_there(state))
    if state.confidential:
        words = "! notes taken in confidence LEAVE with this file"
        yield _row("", Cell(words, Tone.BAD))
    else:
        yield _row("", Cell("notes taken in confidence stay here", Tone.MUTED))
    yield _row("writes", *_amount(state))
    if state.preview is not None and state.preview.note:
        yield _row("", Cell(state.preview.note, Tone.WARN))


def _there(state: ExportState) -> tuple[Cell, ...]:
    if state.warned == state.path:
        return (Cell("  exists already: O writes over it", Tone.WARN),)
    return ()


def _amount(state: ExportState) -> tuple[Cell, ...]:
    preview = state.preview
    if preview is None:
        return (Cell("reading …", Tone.MUTED),)
    if preview.problem is not None:
        return (Cell(preview.problem.text, preview.problem.tone),)
    cells = [Cell(count(preview.claims, "claim"), Tone.STRONG)]
    if preview.joined:
        cells.append(Cell(f" and {count(preview.joined, 'claim')} joined to them", Tone.MUTED))
    return tuple(cells)


def preview_lines(state: ExportState) -> tuple[Line, ...]:
    """Return the first lines of the file."""
    preview = state.preview
    if preview is None or preview.problem is not None:
        return ()
    lines: tuple[Line, ...] = tuple(_columns(line) for line in preview.lines)
    return lines if preview.whole else (*lines, (Cell("… and more", Tone.MUTED),))


def _columns(line: str) -> Line:
    """Return a line of the preview, what stands between tabs in cells of its own."""
    first, *others = line.split("\t")
    return (Cell(first), *(cell for part in others for cell in (Cell("  "), Cell(part))))
