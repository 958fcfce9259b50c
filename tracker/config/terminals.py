"""What a person answered about each terminal, kept apart from the settings: it is no choice.

The file is TOML: ``[terminals]`` with a way of sending text for each terminal's name for itself.
"""

from pathlib import Path

from tracker.config.document import read_document
from tracker.config.save import replace_file
from tracker.errors import SettingsError

_TABLE = "terminals"


def terminal_answers(path: Path) -> dict[str, str]:
    """Return the answers by terminal; none where the file is missing or cannot be read."""
    if not path.exists():
        return {}
    try:
        _, document = read_document(path)
    except SettingsError:  # an answer can be given again; the screens must open
        return {}
    table = document.get(_TABLE)
    answers = table.items() if isinstance(table, dict) else ()
    return {str(name): way for name, way in answers if isinstance(way, str)}


def save_terminal_answer(path: Path, terminal: str, way: str | None) -> None:
    """Keep the answer for one terminal, or forget it where ``way`` is None.

    Raises:
        SettingsError: when the file cannot be written.
    """
    import tomlkit  # only this command writes

    answers = terminal_answers(path)
    answers.pop(terminal, None)
    if way is not None:
        answers[terminal] = way
    replace_file(path, tomlkit.dumps({_TABLE: answers}))
