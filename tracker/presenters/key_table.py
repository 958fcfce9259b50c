"""The key table of the docs, made from the registry."""

from tracker.presenters.commands import COMMANDS, Command
from tracker.presenters.help import group_title

_HEAD = """# Keys

Every key of every screen. `tracker keys` prints this table with your own keys in it; in the \
program `?` shows the keys of the screen you are on. To change one, name the command in the \
settings file:

```toml
[keys]
"review.accept" = ["enter", "y"]
```

Letters work on an Arabic keyboard too: the key counts, not what is printed on it. Where that \
layout prints a sign that is a key of its own (shift with C, D, F, L, V), use the list behind \
`r` or the palette.
"""


def key_table(registry: tuple[Command, ...] = COMMANDS) -> str:
    """Return the page ``docs/keys.md``: every command with its keys, identifier and meaning."""
    parts = [_HEAD]
    for group in dict.fromkeys(command.group for command in registry):
        rows = [_row(command) for command in registry if command.group == group]
        head = "| keys | command | what it does |\n| --- | --- | --- |"
        parts.append(f"## {group_title(group)}\n\n{head}\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _row(command: Command) -> str:
    keys = " ".join(f"`{key}`".replace("|", "\\|") for key in command.keys)
    return f"| {keys or 'palette'} | `{command.id}` | {command.help} |"
