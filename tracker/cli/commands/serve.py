"""``tracker serve``: the screens in a browser on this machine."""

from __future__ import annotations

import os

import click

from tracker.cli.command import Command
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell
from tracker.errors import InputError

#: Where no port is asked for; any other will do.
USUAL_PORT = 8017


@click.command(
    name="serve",
    cls=Command,
    examples=("tracker serve", "tracker serve --port 0 --open"),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=USUAL_PORT,
    show_default=True,
    help="The port to answer on; 0 for any that is free.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the address in a browser, too.")
@pass_invocation
def command(invocation: Invocation, *, port: int, open_browser: bool) -> ExitCode:
    """Show the screens in a browser on this machine, until interrupted.

    Prints an address that works once, for one browser, and only on this machine: for a colleague
    without a terminal, or where the terminal cannot show Arabic. Needs the extra `serve`.
    """
    try:
        from tracker.serving import serve_screens
    except ModuleNotFoundError as missing:
        raise InputError(
            f"The screens cannot be served: the package {missing.name} is not installed.",
            "Install the extra: pip install 'claim-tracker[serve]'",
        ) from None
    with invocation.editing() as session:
        os.environ.update(invocation.environment())
        tell(f"Serving {session.store.location} as {session.reviewer.name}; ctrl+c ends it.")

    def told(address: str) -> None:
        _print_address(invocation, address)
        if open_browser:
            click.launch(address)

    serve_screens(port, told)
    return ExitCode.DONE


def _print_address(invocation: Invocation, address: str) -> None:
    if invocation.as_json:
        from tracker.cli.printing import print_json

        print_json({"address": address})
    else:
        click.echo(address)
