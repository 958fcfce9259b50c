"""``tracker source``: describing sources, and saying which of them are the same voice."""

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.commands.sources import KINDS
from tracker.cli.invocation import Invocation, pass_invocation

_IDENTITIES = click.Choice(["same_as", "likely_same", "distinct_from"])


@click.group(
    name="source",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("add", "edit", "merge", "unmerge")},
)
def command() -> None:
    """Describe sources, and say which are the same voice."""


@click.command(
    name="add",
    cls=Command,
    writes=True,
    examples=("tracker source add art_4t9 'مصدر عسكري' --kind anonymous_single",),
)
@click.argument("article", metavar="ARTICLE")
@click.argument("label", metavar="LABEL")
@click.option("--kind", type=KINDS, required=True, help="What kind of voice it is.")
@click.option("--gloss", default="", metavar="TEXT", help="The same in a second language.")
@pass_invocation
def add_command(invocation: Invocation, *, article: str, label: str, kind: str, gloss: str) -> None:
    """Add a source; an anonymous one belongs to the article, whose outlet vouches for it."""
    from tracker.cli.reporting import editing
    from tracker.model import Article, SourceKind
    from tracker.services.linking import create_source
    from tracker.services.reading import find_one

    with editing(invocation) as session:
        found = find_one(session.store, Article, article)
        create_source(session, found.id, SourceKind(kind), label, gloss)


@click.command(
    name="edit",
    cls=Command,
    writes=True,
    examples=(
        "tracker source edit src_81k --gloss 'a military source'",
        "tracker source edit 'سانا' --alias SANA --alias 'وكالة سانا'",
    ),
)
@click.argument("source", metavar="SOURCE")
@click.option("--label", metavar="TEXT", help="The name or descriptor.")
@click.option("--gloss", metavar="TEXT", help="The same in a second language.")
@click.option("--alias", "aliases", multiple=True, metavar="TEXT", help="All its other names.")
@click.option("--no-aliases", is_flag=True, help="Take all its other names away.")
@click.option(
    "--confidential", metavar="TEXT", help="A note in confidence; exported only when asked for."
)
@pass_invocation
def edit_command(
    invocation: Invocation,
    *,
    source: str,
    label: str | None,
    gloss: str | None,
    aliases: tuple[str, ...],
    no_aliases: bool,
    confidential: str | None,
) -> None:
    """Change what is said about a source; what is not given stays."""
    from tracker.cli.reporting import editing
    from tracker.services.reading import find_source
    from tracker.services.sources import edit_source

    with editing(invocation) as session:
        edit_source(
            session,
            find_source(session.store, source).id,
            label=label,
            gloss=gloss,
            aliases=aliases if aliases or no_aliases else None,
            confidential=confidential,
        )


@click.command(
    name="merge",
    cls=Command,
    writes=True,
    examples=(
        "tracker source merge src_81k src_3q8 --reason 'the second report says so'",
        "tracker source merge src_81k src_3q8 --as distinct_from --reason 'other front'",
    ),
)
@click.argument("source", metavar="SOURCE")
@click.argument("other", metavar="OTHER")
@click.option(
    "--as",
    "identity",
    type=_IDENTITIES,
    default="same_as",
    show_default=True,
    help="What the two are to each other.",
)
@click.option("--reason", required=True, metavar="TEXT", help="What in the texts shows it.")
@pass_invocation
def merge_command(
    invocation: Invocation, *, source: str, other: str, identity: str, reason: str
) -> None:
    """Record that two sources are, may be or are not the same voice. Neither is rewritten."""
    from tracker.cli.reporting import editing
    from tracker.model import Identity
    from tracker.services.reading import find_source
    from tracker.services.sources import link_sources

    with editing(invocation) as session:
        first, second = (find_source(session.store, name).id for name in (source, other))
        link_sources(session, first, second, Identity(identity), reason)


@click.command(
    name="unmerge",
    cls=Command,
    writes=True,
    examples=("tracker source unmerge src_81k src_3q8",),
)
@click.argument("source", metavar="SOURCE")
@click.argument("other", metavar="OTHER")
@pass_invocation
def unmerge_command(invocation: Invocation, *, source: str, other: str) -> None:
    """Take back what was recorded about two sources being the same voice."""
    from tracker.cli.reporting import editing
    from tracker.services.reading import find_source
    from tracker.services.sources import unlink_sources

    with editing(invocation) as session:
        first, second = (find_source(session.store, name).id for name in (source, other))
        unlink_sources(session, first, second)
