"""``tracker sources``: who is cited."""

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation

KINDS = click.Choice(
    [
        "anonymous_single",
        "anonymous_plural",
        "named_person",
        "organisation",
        "document",
        "outlet",
    ]
)


@click.group(
    name="sources",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("list", "show")},
    default="list",
)
def command() -> None:
    """List sources with how many claims rest on them, or show one."""


@click.command(
    name="list",
    cls=Command,
    examples=("tracker sources", "tracker sources list --kind anonymous_single --json"),
)
@click.option("--kind", type=KINDS, help="Only sources of this kind.")
@click.option("--outlet", metavar="SOURCE", help="Only voices that this outlet vouches for.")
@click.option("--search", metavar="WORDS", help="Only those whose names hold these words.")
@pass_invocation
def list_command(
    invocation: Invocation, *, kind: str | None, outlet: str | None, search: str | None
) -> None:
    """List sources in the order they were first met."""
    from tracker.cli.choosing import holds
    from tracker.cli.listing import SOURCES, print_list
    from tracker.model import Source
    from tracker.services.reading import find_source

    with invocation.reading() as store:
        vouched_by = find_source(store, outlet).id if outlet else None
        chosen = (
            source
            for source in store.scan(Source)
            if kind in {None, source.kind.value}
            and vouched_by in {None, source.outlet_id}
            and holds(search, source.label, source.gloss, *source.aliases)
        )
        print_list(invocation, store, "sources", SOURCES, chosen)


@click.command(
    name="show",
    cls=Command,
    examples=("tracker sources show src_81k", "tracker sources show 'العربي الجديد'"),
)
@click.argument("source", metavar="SOURCE")
@pass_invocation
def show_command(invocation: Invocation, *, source: str) -> None:
    """Show one source: its names, its track record, who may be the same voice.

    What was noted in confidence is not shown.
    """
    from tracker.cli.judgement_shapes import source_link_shape
    from tracker.cli.listing import SOURCE_LINKS, print_below
    from tracker.cli.printing import print_fields, print_json
    from tracker.cli.recording import record_fields
    from tracker.cli.shapes import Shapes
    from tracker.cli.standing_shapes import suggestion_shape
    from tracker.presenters.profile_words import profile_fields
    from tracker.services.identifying import suggestions_for
    from tracker.services.reading import find_source
    from tracker.services.recording import record_of
    from tracker.services.sources import links_of

    with invocation.reading() as store:
        found = find_source(store, source)
        links = links_of(store, found.id)
        record = record_of(store, found.id)
        suggested = suggestions_for(store, found.id)
        if invocation.as_json:
            shapes = Shapes(store)
            shape = shapes.source(found)
            shape["record"] = shapes.record(record)
            shape["links"] = [source_link_shape(link) for link in links]
            shape["suggestions"] = [suggestion_shape(one) for one in suggested]
            print_json({"source": shape})
            return
        fields = [
            ("source", found.id),
            ("kind", found.kind.value),
            ("label", found.label),
            ("gloss", found.gloss),
            ("also called", ", ".join(found.aliases)),
            ("article", found.article_id or ""),
            *profile_fields(store, found),
            *(("may be", one.source.id) for one in suggested),
        ]
        print_fields(invocation, [*fields, *record_fields(record)])
        print_below(invocation, store, SOURCE_LINKS, links)
