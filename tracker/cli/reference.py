"""The page of the docs that lists every command, made from the commands themselves."""

from collections.abc import Iterator

import click

from tracker.cli.command import Command
from tracker.cli.exit_codes import ExitCode
from tracker.cli.root import root

_HEAD = """# The command line

Everything that the screens do can be done by commands. Standard output carries data only, \
standard error carries words for people. In a terminal lists are tables, Arabic in reading order; \
in a pipe or a file they are lines of tab-separated cells under one line of heads, text in logical \
order, control characters shown as symbols. `--json`, before or after the command, gives JSON: \
[its shapes](json.md). Identifiers may be cut to any beginning that fits one record only; a source \
may also be called by its name.

Every command that changes something takes `--dry-run`, and `tracker undo` takes back what it did.
Only what `prune` deletes stays deleted.

| exit code | meaning |
| --- | --- |
"""
_MEANINGS = {
    ExitCode.DONE: "done",
    ExitCode.ERROR: "an error: the message says what happened and what to do",
    ExitCode.USAGE: "the command was not understood",
    ExitCode.NOT_FOUND: "no record, or no database, answers to the name",
    ExitCode.CHECK_FAILED: "a check ran to its end and found something wrong",
    ExitCode.HELD: "another process holds the database for writing",
    ExitCode.INTERRUPTED: "interrupted",
}
#: Options that every command has are described once.
_COMMON = frozenset({"--json", "--dry-run", "--help"})


def reference() -> str:
    """Return the page ``docs/cli.md``."""
    codes = "".join(f"| {code:d} | {meaning} |\n" for code, meaning in _MEANINGS.items())
    codes += "| 129, 143 | the screens were ended by a hang-up (HUP), by a signal (TERM) |\n"
    context = click.Context(root, info_name="tracker")
    parts = [_HEAD + codes, "## tracker\n\n" + _options(root, context).rstrip("\n") + "\n"]
    for name in root.list_commands(context):
        parts += _sections(name, root, context)
    return "\n".join(parts)


def _sections(name: str, group: click.Group, parent: click.Context) -> Iterator[str]:
    command = group.get_command(parent, name)
    assert command is not None  # noqa: S101  (the group has just listed it)
    context = click.Context(command, info_name=name, parent=parent)
    if isinstance(command, click.Group):
        yield f"## {context.command_path}\n\n{_help(command)}\n"
        for member in command.list_commands(context):
            yield from _sections(member, command, context)
        return
    level = "##" if group is root else "###"
    pieces = " ".join(command.collect_usage_pieces(context))
    usage = f"{context.command_path} {pieces}".strip()
    examples = "\n".join(command.examples) if isinstance(command, Command) else ""
    yield (
        f"{level} {context.command_path}\n\n{_help(command)}\n\n"
        f"```\n{usage}\n```\n\n{_options(command, context)}"
        f"```sh\n{examples}\n```\n"
    )


def _help(command: click.Command) -> str:
    paragraphs = (command.help or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _options(command: click.Command, context: click.Context) -> str:
    options = [param for param in command.params if isinstance(param, click.Option)]
    records = filter(None, (option.get_help_record(context) for option in options))
    rows = [
        f"| `{names}` | {words} |\n".replace("PATH|URL", "PATH\\|URL")
        for names, words in records
        if names not in _COMMON
    ]
    return f"| option | meaning |\n| --- | --- |\n{''.join(rows)}\n" if rows else ""
