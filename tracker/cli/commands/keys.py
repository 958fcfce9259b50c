"""``tracker keys``: which key does what."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell


@click.command(
    name="keys",
    cls=Command,
    examples=("tracker keys", "tracker keys --sheet", "tracker keys --json"),
)
@click.option("--screen", metavar="NAME", help="Only the keys of this screen.")
@click.option("--sheet", is_flag=True, help="Print the cheat sheet: one page of 80 columns.")
@pass_invocation
def command(invocation: Invocation, *, screen: str | None, sheet: bool) -> None:
    """List the keys of the screens, with your own in place of the standard ones."""
    from tracker.cli.printing import print_json, print_rows
    from tracker.presenters.commands import COMMANDS, SCREENS, commands_of
    from tracker.presenters.keymap import check_keymap, keymap

    titles = {found.name: found for found in SCREENS}
    if screen is not None and screen not in titles:
        raise click.UsageError(f"There is no screen {screen}; choose from {', '.join(titles)}.")
    if sheet:
        from tracker.presenters.cheat_sheet import sheet_text

        click.echo(sheet_text(keymap(invocation.settings.keys)))
        return
    commands = commands_of(titles[screen]) if screen else COMMANDS
    own = invocation.settings.keys
    keys = keymap(own).keys
    if invocation.as_json:
        shapes = [
            {
                "id": found.id,
                "label": found.label,
                "help": found.help,
                "keys": list(keys[found.id]),
                "standard": list(found.keys),
            }
            for found in commands
        ]
        print_json({"keys": shapes})
    else:
        rows = [(" ".join(keys[c.id]), c.id, c.label, c.help) for c in commands]
        print_rows(invocation, ("keys", "command", "label", "what it does"), rows)
    for problem in check_keymap(own):
        tell(problem.message, problem.hint)
