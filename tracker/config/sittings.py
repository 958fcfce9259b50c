"""Where each reviewer left off in each database: one small file for every pair of them."""

import hashlib
import json
from pathlib import Path

from tracker.config.places import sittings_folder
from tracker.config.save import replace_file
from tracker.errors import SettingsError

#: A file beyond this many bytes is something else.
_LARGEST = 4_000_000
_NAME_LENGTH = 32


def sitting_file(database: str, reviewer: str) -> Path:
    """Return where it is kept, whether or not it exists; the name tells nothing of either.

    Args:
        database: the database's own name for its place, without a password.
        reviewer: who sits at it.
    """
    told = hashlib.sha256(f"{database}\n{reviewer}".encode("utf-8", "surrogatepass"))
    return sittings_folder() / f"{told.hexdigest()[:_NAME_LENGTH]}.json"


def read_sitting(path: Path) -> object:
    """Return the kept document, None where there is none.

    Raises:
        SettingsError: when the file cannot be read or is not JSON.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST)
        # The end of a file that is cut off here is no JSON.
        document: object = json.loads(data)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        msg = f"Where you left off could not be read from {path}."
        raise SettingsError(msg, "It is kept anew from now on.") from None
    return document


def save_sitting(path: Path, document: object) -> None:
    """Keep a document in place of the one before.

    The file is whole at any moment, but nobody waits for the disk: what a loss of power takes
    is only where the cursor stood.

    Raises:
        SettingsError: when the file cannot be written.
    """
    replace_file(path, json.dumps(document, separators=(",", ":")), durable=False)
