"""``tracker source edit``: what is said about a source."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation

_DISTANCES = click.Choice(["witnessed", "told", "deduced", "document", "unstated"])
_KNOWN_TO = click.Choice(["nobody_stated", "reporter", "editor", "outlet"])
_RELATIONS = click.Choice(
    ["close_to", "inside", "spokesperson_of", "nationality", "correspondent_of", "officer_of"]
)


@click.command(
    name="edit",
    cls=Command,
    writes=True,
    examples=(
        "tracker source edit src_81k --gloss 'a military source' --distance witnessed",
        "tracker source edit src_81k --affiliation قسد --relation close_to --beat التهريب",
        "tracker source edit 'سانا' --alias SANA --alias 'وكالة سانا'",
    ),
)
@click.argument("source", metavar="SOURCE")
@click.option("--label", metavar="TEXT", help="The name or descriptor.")
@click.option("--gloss", metavar="TEXT", help="The same in a second language.")
@click.option("--alias", "aliases", multiple=True, metavar="TEXT", help="All its other names.")
@click.option("--no-aliases", is_flag=True, help="Take all its other names away.")
@click.option("--affiliation", metavar="NAME", help="To whom it stands close; '' takes it away.")
@click.option("--relation", type=_RELATIONS, help="In which relation it stands to them.")
@click.option("--number", type=click.IntRange(min=1), help="How many people it is said to be.")
@click.option("--role", metavar="TEXT", help="What it is or does.")
@click.option("--place", metavar="TEXT", help="Where it speaks from, or of.")
@click.option("--beat", metavar="TEXT", help="The matters it speaks of.")
@click.option("--reporter", metavar="NAME", help="Who was told, where a byline says so.")
@click.option("--distance", type=_DISTANCES, help="How it knows.")
@click.option("--position-to-know", metavar="TEXT", help="Why it should know.")
@click.option("--anonymity-reason", metavar="TEXT", help="Why it is not named.")
@click.option("--motive", metavar="TEXT", help="What it may gain.")
@click.option("--known-to", type=_KNOWN_TO, help="Who is said to know its identity.")
@click.option(
    "--confidential", metavar="TEXT", help="A note in confidence; exported only when asked for."
)
@pass_invocation
def edit_command(
    invocation: Invocation,
    /,
    *,
    source: str,
    label: str | None,
    gloss: str | None,
    aliases: tuple[str, ...],
    no_aliases: bool,
    affiliation: str | None,
    relation: str | None,
    confidential: str | None,
    **profile: str | int | None,
) -> None:
    """Change what is said about a source, as the article has it; what is not given stays."""
    from tracker.cli.reporting import editing
    from tracker.services.reading import find_source
    from tracker.services.sources import affiliated, described, edit_source

    if relation and affiliation is None:
        raise click.UsageError("--relation needs --affiliation.")
    with editing(invocation) as session:
        found = find_source(session.store, source)
        edit_source(
            session,
            found.id,
            label=label,
            gloss=gloss,
            aliases=aliases if aliases or no_aliases else None,
            confidential=confidential,
            profile=described(found.profile, profile),
            affiliation=affiliated(found, affiliation, relation),
        )
