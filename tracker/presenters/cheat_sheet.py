"""The cheat sheet: what one needs every day on one page, with the keys in force."""

from itertools import zip_longest

from tracker.presenters.commands import command_named
from tracker.presenters.keymap import Keymap
from tracker.presenters.tones import Cell, Line, Tone

#: What is on the sheet: three columns of headed groups; each line names commands that belong
#: together and, after the colon, what they do.
_COLUMNS = (
    (
        ("Claims", (
            "review.next review.previous: next, previous",
            "review.next_open: next undecided",
            "review.accept review.reject: accept, reject",
            "review.reopen: reopen",
            "review.split review.merge: split, merge",
            "review.finer review.coarser: finer, coarser",
            "review.next_article review.previous_article: article",
        )),
        ("Words", (
            "review.left review.right: word cursor",
            "review.select review.select_left: select",
            "review.add review.take: new claim, take",
            "review.end_earlier review.end_later: end",
            "review.start_earlier review.start_later: start",
        )),
        ("Write", (
            "review.wording review.gloss: plainly, gloss",
            "review.note review.rationale: note, why",
            "prompt.editor: own editor",
        )),
    ),
    (
        ("Sources", (
            "review.link review.same: source, same",
            "review.link_cue: the whole cue",
        )),
        ("Rate", (
            "review.credibility_1 review.credibility_6: information",
            "review.reliability_a review.reliability_f: source",
            "review.panel: step by step",
            "review.confidence review.verdict: sure, verdict",
        )),
        ("Corroborate", (
            "review.matches: who else?",
            "corroborate.corroborates corroborate.partly: same, partly",
            "corroborate.contradicts: contradicts",
            "corroborate.same_origin: same origin",
            "corroborate.related corroborate.unrelated: (un)related",
            "corroborate.independent: independent",
            "corroborate.later: later",
        )),
        ("Export", (
            "export.format export.where: format, filter",
            "export.target export.write: file, write",
        )),
    ),
    (
        ("Go to", (
            "app.go_desk app.go_claims: desk, claims",
            "app.go_sources app.go_matches: sources, pairs",
            "app.go_assertions: assertions",
            "app.go_disagreements: disagreements",
            "app.go_export: export",
            "app.behind app.ahead: back, forward",
            "app.back: one step back",
        )),
        ("Lists", (
            "list.down list.up: down, up",
            "list.top list.bottom: first, last",
            "find.filter find.next: filter, next",
            "mark.row mark.range mark.every: mark",
        )),
        ("Always", (
            "app.undo app.redo: undo, redo",
            "app.help app.palette: help, commands",
            "app.messages: read again",
            "review.copy: copy",
            "app.quit: leave",
        )),
    ),
)  # fmt: skip
_WIDTH, _KEYS = 25, 9


def sheet_lines(keymap: Keymap) -> tuple[Line, ...]:
    """Return the sheet: at most 19 lines of 75 cells, with the standard keys."""
    columns = [_column(keymap, groups) for groups in _COLUMNS]
    blank = (Cell(" " * _WIDTH),)
    rows = zip_longest(*columns, fillvalue=blank)
    return tuple(tuple(cell for part in row for cell in part) for row in rows)


def sheet_text(keymap: Keymap) -> str:
    """Return the sheet as plain lines."""
    return "\n".join("".join(c.text for c in line).rstrip() for line in sheet_lines(keymap))


def _column(
    keymap: Keymap, groups: tuple[tuple[str, tuple[str, ...]], ...]
) -> list[tuple[Cell, ...]]:
    lines: list[tuple[Cell, ...]] = []
    for title, entries in groups:
        lines.append((Cell(f"{title:<{_WIDTH}}", Tone.STRONG),))
        for entry in entries:
            ids, _, words = entry.partition(": ")
            keys = _shown(keymap, ids.split())
            room = _WIDTH - max(_KEYS, len(keys)) - 1
            what = f"{words[:room]:<{room}}" if room > 0 else ""
            lines.append((Cell(f"{keys:>{_KEYS}} "[:_WIDTH], Tone.ACCENT), Cell(what)))
    return lines


def _shown(keymap: Keymap, ids: list[str]) -> str:
    keys = [keymap.shown(command_named(command_id).id) or "–" for command_id in ids]
    if len(keys) == 2 and ids[0][-1].isalnum() and ids[0].rpartition("_")[0] in _RANGES:
        return "–".join(keys)
    return " ".join(keys)


#: Commands of which a line names only the first and the last.
_RANGES = frozenset({"review.credibility", "review.reliability"})
