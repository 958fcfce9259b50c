"""``tracker record``: how a source has done."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="record",
    cls=Command,
    examples=("tracker record src_81k", "tracker record --json"),
)
@click.argument("source", metavar="SOURCE", required=False)
@pass_invocation
def command(invocation: Invocation, *, source: str | None) -> None:
    """Show a source's track record, or those of all sources.

    Outcomes count once per assertion; the interval is Jeffreys' with equal tails; the letter is
    a proposal and withheld (F) below three outcomes. Resolved claims are not a random sample of
    what a source says.
    """
    from tracker.cli.printing import print_fields, print_json, print_rows
    from tracker.cli.recording import record_fields
    from tracker.cli.shapes import Shapes
    from tracker.services.reading import find_source
    from tracker.services.recording import all_records, record_of

    with invocation.reading() as store:
        shapes = Shapes(store)
        if source is None:
            records = all_records(store)
            if invocation.as_json:
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
                    f"{record.interval.low:.2f}–{record.interval.high:.2f}"
                    if record.resolved
                    else "",
                    record.letter.value if record.resolved else "",
                )
                for voice, record in records
            )
            print_rows(invocation, columns, rows)
            return
        found = find_source(store, source)
        record = record_of(store, found.id)
        if invocation.as_json:
            print_json({"record": shapes.record(record)})
            return
        print_fields(invocation, [("source", f"{found.id} {found.label}"), *record_fields(record)])
