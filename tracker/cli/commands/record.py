"""``tracker record``: how a source has done."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="record",
    cls=Command,
    examples=(
        "tracker record src_81k",
        "tracker record 'العربي الجديد' --of anonymous",
        "tracker record src_81k --half-life 365 --shrink 4",
        "tracker record --json",
    ),
)
@click.argument("source", metavar="SOURCE", required=False)
@click.option(
    "--of",
    "scope",
    type=click.Choice(["source", "profile", "anonymous"]),
    default="source",
    show_default=True,
    help="The voice itself, its class, or all unnamed voices of its outlet.",
)
@click.option(
    "--half-life",
    type=click.IntRange(min=1),
    metavar="DAYS",
    help="After how many days an outcome counts half.",
)
@click.option(
    "--shrink",
    type=click.FloatRange(min=0),
    default=0.0,
    metavar="N",
    help="Draw it to the outlet's other unnamed voices, as if by N outcomes.",
)
@pass_invocation
def command(
    invocation: Invocation,
    *,
    source: str | None,
    scope: str,
    half_life: int | None,
    shrink: float,
) -> None:
    """Show a source's track record, or those of all sources.

    Sources judged to be the same voice share a record. Outcomes count once for each assertion and
    independent origin; the interval is Jeffreys' with equal tails; the letter is a proposal and
    withheld (F) below three outcomes. Resolved claims are not a random sample of what a source
    says. A class is the unnamed voices of one outlet with the same number, affiliation, role, beat
    and place.
    """
    if source is None:
        if scope != "source" or half_life or shrink:
            raise click.UsageError("--of, --half-life and --shrink need a SOURCE.")
        _print_all(invocation)
        return
    _print_one(invocation, source, scope, half_life, shrink)


def _print_all(invocation: Invocation) -> None:
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.shapes import Shapes
    from tracker.presenters.track_record_words import interval_words, letter_words
    from tracker.services.recording import all_records

    with invocation.reading() as store:
        records = all_records(store)
        if invocation.as_json:
            shapes = Shapes(store)
            print_json({"records": [shapes.record(record) for _, record in records]})
            return
        columns = ("source", "label", "accepted", "borne out", "refuted", "interval", "letter")
        rows = (
            (
                voice.id,
                voice.label,
                str(record.cited),
                str(record.borne_out),
                str(record.refuted),
                interval_words(record) if record.resolved else "",
                letter_words(record) if record.resolved else "",
            )
            for voice, record in records
        )
        print_rows(invocation, columns, rows)


def _print_one(
    invocation: Invocation, name: str, scope: str, half_life: int | None, shrink: float
) -> None:
    from tracker.cli.printing import print_fields, print_json, print_text
    from tracker.cli.recording import record_fields
    from tracker.cli.shapes import Shapes
    from tracker.cli.standing_shapes import outcome_shape
    from tracker.model import Weighing
    from tracker.presenters.timeline import timeline, timeline_lines
    from tracker.services.reading import find_source
    from tracker.services.recording import Scope, account_of, weighed_record
    from tracker.services.session import utc_now

    with invocation.reading() as store:
        found = find_source(store, name)
        whose = Scope(scope)
        weighing = Weighing(half_life_days=half_life, shrinkage=shrink)
        account = account_of(store, found, whose)
        record = weighed_record(store, account, weighing, utc_now().date())
        if invocation.as_json:
            shape = Shapes(store).record(record)
            shape["of"] = scope
            shape["outcomes"] = [outcome_shape(one) for one in account.outcomes]
            print_json({"record": shape})
            return
        head = ("source", f"{found.id} {found.label}")
        of = ("record of", "" if whose is Scope.SOURCE else scope)
        print_fields(invocation, [head, of, *record_fields(record)])
        lines = timeline_lines(timeline(account))
        print_text("".join(f"{''.join(cell.text for cell in line)}\n" for line in lines))
