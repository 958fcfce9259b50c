"""The panes of the desk in words: what is to do, the head of the list, the first welcome."""

from tracker.presenters.desk import DeskState
from tracker.presenters.keymap import Keymap
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.wording import count


def list_title(state: DeskState) -> str:
    """Return the head of the list: how many of how many, the filter and the order."""
    shown, total = len(state.shown), len(state.rows)
    parts = [f"{shown} of {count(total, 'article')}" if state.filter else count(total, "article")]
    if state.filter:
        parts.append(f"filter: {state.filter}")
    parts.append(f"by {state.order.value}{', turned round' if state.reverse else ''}")
    return " · ".join(parts)


def to_do_lines(state: DeskState) -> tuple[Line, ...]:
    """Return what waits for somebody, the largest work first."""
    waiting = state.to_do
    rows = (
        (waiting.claims, "claim to read", "claims to read"),
        (waiting.matches, "match to judge", "matches to judge"),
        (waiting.asked, "claim to rate: asked", "claims to rate: asked"),
        (waiting.disagreements, "disagreement", "disagreements"),
    )
    lines: list[Line] = [
        (Cell(f"{number:>5} ", Tone.STRONG), Cell(one if number == 1 else many))
        for number, one, many in rows
        if number
    ]
    if state.uncounted:
        lines.append((Cell("    ? ", Tone.STRONG), Cell("matches: open to count")))
    if state.searching:
        lines.append((Cell(f"      {state.searching} …", Tone.MUTED),))
    return tuple(lines) or ((Cell("Nothing is left to do.", Tone.GOOD),),)


def welcome_lines(keymap: Keymap) -> tuple[Line, ...]:
    """Return what a new database offers first, each with its key."""
    offers = (
        ("desk.review", "read the sample article: Arabic, eleven sentences, anonymous sources"),
        ("desk.add", "add an article from a file, or a whole folder of them"),
        ("desk.paste", "paste the text of an article"),
        ("app.help", "see every key"),
    )
    return (
        (Cell("No articles yet.", Tone.STRONG),),
        (),
        *(
            (Cell(f"{keymap.shown(command_id):>6}  ", Tone.ACCENT), Cell(words))
            for command_id, words in offers
        ),
    )
