"""What the commands do that work on many screens, on every screen that has them."""

from tests.judged_desk import judged_session
from tests.pilot.command_rows.lists import apart_session
from tests.pilot.command_rows.row import Row, Table, claim, cursor, screen
from tests.pilot.desk_app import Driver
from tracker.model import ClaimState
from tracker.presenters.commands import SCREENS
from tracker.tui.lines_pane import LinesPane
from tracker.tui.listing import FilterLine
from tracker.tui.screens.help import HelpScreen
from tracker.tui.widgets.split import Split

_STATE = claim("clm_2", "state")

APP = Table(
    screen="review",
    way=("enter",),
    rows={
        "app.help": Row(screen, "help"),
        "app.palette": Row(screen, "Palette"),
        "app.undo": Row(_STATE, ClaimState.PROPOSED, first=("j", "x")),
        "app.redo": Row(_STATE, ClaimState.REJECTED, first=("j", "x", "u")),
        "app.behind": Row(screen, "desk"),
        "app.ahead": Row(screen, "sources", first=("g", "s", "ctrl+o")),
        "app.go_desk": Row(screen, "desk"),
        "app.go_claims": Row(screen, "claims"),
        "app.go_sources": Row(screen, "sources"),
        "app.go_matches": Row(screen, "corroborate"),
        "app.go_fact_checks": Row(screen, "factchecks"),
        "app.go_assertions": Row(screen, "assertions"),
        "app.go_disagreements": Row(screen, "disagreements"),
        "app.go_export": Row(screen, "export"),
        "app.messages": Row(screen, "messages"),
        "app.theme": Row(lambda d: d.app.theme, "light", then=(*"light", "enter")),
        "app.tour": Row(lambda d: d.app.touring, shows=True),
        "app.back": Row(screen, "desk"),
        "app.reviewer": Row(
            lambda d: d.app.workspace.session.reviewer.name, "x", then=("ctrl+u", "x", "enter")
        ),
    },
)

QUIT = Table(
    screen="desk", rows={"app.quit": Row(lambda d: d.app.is_running and not d.app._exit, False)}
)

#: Screen -> what leads to it from the desk.
_WAYS = {
    "desk": (),
    "review": ("enter",),
    "claims": ("g", "c"),
    "details": ("i",),
    "corroborate": ("m",),
    "factchecks": ("g", "f"),
    "sources": ("s",),
    "source": ("s", "enter"),
    "assertions": ("t",),
    "assertion": ("t", "enter"),
    "disagreements": ("d",),
    "export": ("x",),
    "messages": (*["y", "ctrl+o"] * 12, "@"),
    "help": ("?",),
}


def position(driver: Driver) -> object:
    """Return where one is in the list in sight: its row, its command, or how far it is scrolled."""
    shown = driver.app.screen
    if isinstance(shown, HelpScreen):
        return shown.chosen
    for lines in shown.query("#messages").results(LinesPane):
        return lines.scroll_offset
    return cursor(driver)


def filtering(driver: Driver) -> bool:
    """Return whether a filter is being typed."""
    return isinstance(driver.app.focused, FilterLine)


def room(driver: Driver) -> list[tuple[int, int]]:
    """Return how much room each pane has."""
    splits = driver.app.screen.query(Split)
    return [(pane.region.width, pane.region.height) for s in splits for pane in s.panes]


_LIST = {
    "list.down": Row(position),
    "list.up": Row(position, first=("G",)),
    "list.top": Row(position, first=("G",)),
    "list.bottom": Row(position),
    "list.page_down": Row(position),
    "list.page_up": Row(position, first=("G",)),
}
_FIND = {
    "find.filter": Row(filtering, shows=True),
    "find.next": Row(cursor),
    "find.previous": Row(cursor),
}


def _on_every_screen(group: str, rows: dict[str, Row]) -> tuple[Table, ...]:
    """Return the table of a group for each screen that has it."""
    return tuple(
        Table(
            screen=info.name,
            way=_WAYS[info.name],
            session=apart_session if info.name == "disagreements" else judged_session,
            size=(100, 14),
            rows=rows,
            anew=info.name == "help",
        )
        for info in SCREENS
        if group in info.groups and info.name != "messages"
    )


LISTS = _on_every_screen("list", _LIST)
FINDS = _on_every_screen("find", _FIND)

UPRIGHT = Table(
    screen="review",
    way=("enter",),
    size=(200, 40),
    rows={
        "panes.divider_left": Row(room, first=("g", "=")),
        "panes.divider_right": Row(room, first=("g", "=")),
        "panes.second_left": Row(room, first=("g", "=")),
        "panes.second_right": Row(room, first=("g", "=")),
        "panes.reset": Row(room, first=("ctrl+left",)),
    },
)

LEVEL = Table(
    screen="corroborate",
    way=("m",),
    session=judged_session,
    size=(80, 50),
    rows={
        "panes.divider_up": Row(room, first=("g", "=")),
        "panes.divider_down": Row(room, first=("g", "=")),
        "panes.second_up": Row(room, first=("g", "=")),
        "panes.second_down": Row(room, first=("g", "=")),
    },
)
