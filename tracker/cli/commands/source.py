"""``tracker source``: describing sources, and saying which of them are the same voice."""

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.commands.sources import KINDS
from tracker.cli.invocation import Invocation, pass_invocation

_IDENTITIES = click.Choice(["same_as", "likely_same", "distinct_from"])


@click.group(
    name="source",
    cls=CommandGroup,
    members={
        "add": f"{__name__}:add_command",
        "edit": "tracker.cli.commands.source_edit:edit_command",
        "suggest": f"{__name__}:suggest_command",
        "merge": f"{__name__}:merge_command",
        "unmerge": f"{__name__}:unmerge_command",
    },
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
    name="suggest",
    cls=Command,
    examples=("tracker source suggest src_81k", "tracker source suggest src_81k --with src_3q8"),
)
@click.argument("source", metavar="SOURCE")
@click.option("--with", "other", metavar="SOURCE", help="Only say why this one is or is not.")
@pass_invocation
def suggest_command(invocation: Invocation, *, source: str, other: str | None) -> None:
    """List sources that may be the same voice, with what speaks for it; nothing is joined.

    Never suggested: another outlet's voice, one and several, differing affiliations, beats or
    places, two voices that one article introduces, and what a reviewer judged already.
    """
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.standing_shapes import suggestion_shape
    from tracker.presenters.judgement_words import likeness_words
    from tracker.services.identifying import suggestions_for, why_apart
    from tracker.services.reading import find_source

    with invocation.reading() as store:
        found = find_source(store, source)
        if other is not None:
            like = why_apart(store, found.id, find_source(store, other).id)
            if invocation.as_json:
                print_json({"reasons": list(like.reasons), "block": like.block or None})
            else:
                print_rows(invocation, ("may be one",), [(likeness_words(like),)])
            return
        suggested = suggestions_for(store, found.id)
        if invocation.as_json:
            print_json({"suggestions": [suggestion_shape(one) for one in suggested]})
            return
        rows = [
            (one.source.id, one.source.kind.value, one.source.label, likeness_words(one.likeness))
            for one in suggested
        ]
        print_rows(invocation, ("source", "kind", "label", "what speaks for it"), rows)


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
@click.option(
    "--basis",
    type=click.Choice(["asserted_by_outlet", "reviewer_inference"]),
    default="reviewer_inference",
    show_default=True,
    help="Whether the outlet itself says so.",
)
@pass_invocation
def merge_command(
    invocation: Invocation, *, source: str, other: str, identity: str, reason: str, basis: str
) -> None:
    """Record that two sources are, may be or are not the same voice. Neither is rewritten."""
    from tracker.cli.reporting import editing
    from tracker.model import Identity, LinkBasis
    from tracker.services.reading import find_source
    from tracker.services.sources import link_sources

    with editing(invocation) as session:
        first, second = (find_source(session.store, name).id for name in (source, other))
        link_sources(session, first, second, Identity(identity), reason, LinkBasis(basis))


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
