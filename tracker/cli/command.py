"""Commands as this program has them: examples first, ``--json`` everywhere, loaded when called."""

import importlib
from collections.abc import Mapping, Sequence
from typing import Any, cast

import click

from tracker.cli.invocation import Invocation


class Command(click.Command):
    """A command whose help shows examples before its options.

    Args:
        examples: command lines as one would type them.
        writes: whether it changes the database or writes a file: it then takes ``--dry-run``.
        attributes: what :class:`click.Command` takes.
    """

    def __init__(
        self, *, examples: Sequence[str] = (), writes: bool = False, **attributes: Any
    ) -> None:
        super().__init__(**attributes)
        self.examples = tuple(examples)
        self.params.append(_json_option())
        if writes:
            self.params.append(_dry_run_option())

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, then its examples."""
        super().format_help_text(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                for example in self.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{example}\n")


class CommandGroup(click.Group):
    """A group whose commands are imported when they are called or listed.

    Args:
        members: name of each command -> ``module:variable`` or a command.
        default: the command that is meant when none is named.
        sections: headings of the help page with the commands below each; one page without.
        attributes: what :class:`click.Group` takes.
    """

    def __init__(
        self,
        *,
        members: Mapping[str, str],
        default: str | None = None,
        sections: Mapping[str, Sequence[str]] | None = None,
        **attributes: Any,
    ) -> None:
        attributes.setdefault("no_args_is_help", default is None)
        if default:
            attributes.setdefault("epilog", f"Without a command it is: {default}")
        super().__init__(**attributes)
        self._members = members
        self._default = default
        self._sections = sections or {"Commands": tuple(members)}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the help page."""
        return [name for names in self._sections.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module; None when there is none of that name."""
        place = self._members.get(cmd_name)
        if place is None:
            return None
        module, _, variable = place.partition(":")
        return cast("click.Command", getattr(importlib.import_module(module), variable))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, putting in the default command where none is named."""
        while self._default and args[:1] == ["--json"]:
            ctx.ensure_object(Invocation).as_json = True
            args = args[1:]
        named = bool(args) and not args[0].startswith("-")
        if self._default and not named and not set(args) & {"--help", "-h"}:
            args = [self._default, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that ``args`` name, or say which one may be meant."""
        if args and args[0] not in self._members and not ctx.resilient_parsing:
            raise click.UsageError(f"There is no command “{args[0]}”.{self._nearest(args[0])}", ctx)
        return super().resolve_command(ctx, args)

    def _nearest(self, name: str) -> str:
        import difflib

        near = difflib.get_close_matches(name, self._members, n=2, cutoff=0.5)
        return f" Did you mean {' or '.join(near)}?" if near else ""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under their headings."""
        width = max(map(len, self._members), default=0)
        for heading, names in self._sections.items():
            with formatter.section(heading):
                formatter.write_dl(
                    [(f"{name:{width}}", self._summary(ctx, name)) for name in names]
                )

    def _summary(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=200) if command else ""


def _json_option() -> click.Option:
    return click.Option(
        ["--json"],
        is_flag=True,
        expose_value=False,
        callback=_ask_for_json,
        help="Write JSON instead of a table.",
    )


def _ask_for_json(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.ensure_object(Invocation).as_json = True


def _dry_run_option() -> click.Option:
    return click.Option(
        ["--dry-run"],
        is_flag=True,
        expose_value=False,
        callback=_ask_for_rehearsal,
        help="Say what would happen and change nothing.",
    )


def _ask_for_rehearsal(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.ensure_object(Invocation).dry_run = True
