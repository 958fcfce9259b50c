"""How much room a person gave to the panes of screens, kept from one time to the next."""

import json
from collections.abc import Mapping
from pathlib import Path

from tracker.config.save import replace_file
from tracker.errors import SettingsError

#: A file beyond this many bytes is something else.
_LARGEST = 100_000


def read_pane_sizes(path: Path) -> object:
    """Return the kept document; None where there is none that can be read."""
    try:
        with path.open("rb") as stream:
            document: object = json.loads(stream.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return document


def save_pane_sizes(path: Path, sizes: Mapping[str, tuple[int, ...]]) -> None:
    """Keep sizes in place of those before; where that cannot be, they hold for this time alone."""
    try:
        replace_file(path, json.dumps(sizes, separators=(",", ":")), durable=False)
    except SettingsError:
        return
