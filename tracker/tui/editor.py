"""A text taken to the person's own editor and back."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

from tracker.errors import InputError


def edit_text(app: App[object], editor: str, text: str) -> str:
    """Return the text as the person left it in their editor.

    The screens make room for the editor and come back when it ends. The text lies in a file that
    only its owner can read, in a folder of its own, and both are gone afterwards: notes on sources
    are confidential. A final line break that editors add is not part of the text.

    Args:
        app: the application to suspend.
        editor: the command, as the settings or the environment name it.
        text: what to edit.

    Raises:
        InputError: when there is no editor, it cannot be started, it fails, or what it left is no
            text in UTF-8.
    """
    if not editor:
        raise InputError(
            "No editor is set.", "Set EDITOR in the environment, or editor in the settings."
        )
    with tempfile.TemporaryDirectory(prefix="tracker-") as folder:
        file = Path(folder) / "note.txt"
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as out:
            out.write(text)
        _run(app, editor, file)
        try:
            edited = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"What {editor} left cannot be read: {error}.") from None
    return edited.removesuffix("\n") if not text.endswith("\n") else edited


def _run(app: App[object], editor: str, file: Path) -> None:
    try:
        command = [*shlex.split(editor), str(file)]
        with app.suspend():
            done = subprocess.run(command, check=False)  # noqa: S603  (the person's own choice)
    except SuspendNotSupported:
        raise InputError("An editor needs a terminal of its own.", "Write here instead.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"The editor “{editor}” cannot be started: {error}.") from None
    if done.returncode:
        raise InputError(
            f"The editor “{editor}” ended with code {done.returncode}.",
            "The text here is as it was before.",
        )
