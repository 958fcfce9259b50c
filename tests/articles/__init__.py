"""Files that articles come in, made by other programs; :mod:`tests.articles.make` says how."""

from pathlib import Path

from tracker.errors import InputError
from tracker.intake import Limits, Received, read_file

FOLDER = Path(__file__).parent
PAGES = FOLDER / "pages"


def read(name: str, limits: Limits | None = None) -> list[Received]:
    """Return the articles of a file here; what could not be used is left out."""
    outcomes = read_file(FOLDER / name, limits or Limits())
    return [outcome for outcome in outcomes if not isinstance(outcome, InputError)]
