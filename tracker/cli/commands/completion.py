"""``tracker completion``: the shell finishes what one begins to type."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="completion",
    cls=Command,
    examples=(
        'eval "$(tracker completion bash)"',
        "tracker completion fish > ~/.config/fish/completions/tracker.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@pass_invocation
def command(invocation: Invocation, *, shell: str) -> None:
    """Print the script that makes a shell complete commands and options."""
    from click.shell_completion import get_completion_class

    from tracker.cli.printing import print_json, print_text
    from tracker.cli.root import root

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  (click knows the three shells of the choice)
    script = kind(root, {}, "tracker", "_TRACKER_COMPLETE").source()
    if invocation.as_json:
        print_json({"shell": shell, "script": script})
    else:
        print_text(script)
