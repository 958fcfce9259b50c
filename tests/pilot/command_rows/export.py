"""What the commands of the export do; files go to the working directory of the test."""

from pathlib import Path

from tests.matched_desk import matched_session
from tests.pilot.command_rows.row import Row, Table, said, scrolled, state
from tests.pilot.desk_app import Driver

_PREVIEW = scrolled("preview")
_WHERE = state("state.where")
_TYPED = "outlet=البادية"
_FILTER = ("/", *_TYPED, "enter")
_CLEARED = ("/", "ctrl+u", "enter")
_KEPT = (*_FILTER, "S", *"mine", "enter")


def written(driver: Driver) -> bool:
    """Return whether the file that is to be written is there."""
    return isinstance(path := state("state.path")(driver), Path) and path.exists()


def wrote(driver: Driver) -> bool:
    """Return whether it was said that the file was written."""
    return said(driver).startswith("Wrote")


def names(driver: Driver) -> tuple[str, ...]:
    """Return the names under which filters are kept."""
    return tuple(driver.app.workspace.selections.kept)


EXPORT = Table(
    screen="export",
    way=("x",),
    session=matched_session,
    anew=True,
    rows={
        "export.format": Row(state("state.format")),
        "export.choose_format": Row(state("state.format"), "html", then=("6",)),
        "export.where": Row(_WHERE, _TYPED, then=(*_TYPED, "enter")),
        "export.keep": Row(names, ("mine",), first=_FILTER, then=(*"mine", "enter")),
        "export.select": Row(_WHERE, _TYPED, first=(*_KEPT, *_CLEARED), then=("1",)),
        "export.forget": Row(names, (), first=_KEPT),
        "export.language": Row(state("state.language")),
        "export.target": Row(state("state.path.name"), "x", then=("ctrl+u", "x", "enter")),
        "export.confidential": Row(state("state.confidential"), shows=True),
        "export.down": Row(_PREVIEW),
        "export.up": Row(_PREVIEW, first=("G",)),
        "export.page_down": Row(_PREVIEW),
        "export.page_up": Row(_PREVIEW, first=("G",)),
        "export.top": Row(_PREVIEW, first=("G",)),
        "export.bottom": Row(_PREVIEW),
        "export.write": Row(written, shows=True),
        # A file that is there is told of first.
        "export.overwrite": Row(wrote, shows=True, first=("enter", "enter")),
    },
)
