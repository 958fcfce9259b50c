"""``tracker agreement``: how far reviewers agree, and how sure of themselves they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation

if TYPE_CHECKING:
    from tracker.credibility import Agreement, Calibration


@click.command(
    name="agreement",
    cls=Command,
    examples=("tracker agreement", "tracker agreement --json"),
)
@pass_invocation
def command(invocation: Invocation) -> None:
    """Show how far reviewers agree, axis by axis, and from how many claims that was computed.

    Alpha is Krippendorff's: 1 is agreement, 0 what chance would give. F and 6 say that nothing
    can be judged and count as not given. Below that: how often both ratings of a claim were A1,
    B2 or C3, which suggests that one was copied from the other; and the Brier score of the
    likelihoods given before a verdict, withheld below twenty.
    """
    from tracker.cli.printing import print_json, print_rows, print_text
    from tracker.cli.standing_shapes import agreement_shape, calibration_shape, diagonal_shape
    from tracker.credibility import agreements, diagonals
    from tracker.model import Assessment
    from tracker.services.recording import reviewers_calibration

    with invocation.reading() as store:
        given = tuple(store.scan(Assessment))
        axes, shares, forecasts = agreements(given), diagonals(given), reviewers_calibration(store)
        if invocation.as_json:
            shape = {
                "axes": [agreement_shape(one) for one in axes],
                "diagonals": [diagonal_shape(one) for one in shares],
                "calibrations": [calibration_shape(one) for one in forecasts],
            }
            print_json({"agreement": shape})
            return
        columns = ("axis", "alpha", "agree", "claims used")
        print_rows(invocation, columns, [_agreement_row(one) for one in axes])
        if shares:
            print_text("\n")
            diagonal = [
                (one.reviewer, f"{one.on_it} of {one.ratings}", "too many" if one.warns else "")
                for one in shares
            ]
            print_rows(invocation, ("reviewer", "A1, B2 or C3", "warning"), diagonal)
        if forecasts:
            print_text("\n")
            columns = ("reviewer", "forecasts", "open", "Brier score")
            print_rows(invocation, columns, [_calibration_row(one) for one in forecasts])


def _agreement_row(one: Agreement) -> tuple[str, ...]:
    alpha = "–" if one.alpha is None else f"{one.alpha:.3f}"
    raw = "–" if one.raw is None else f"{one.raw:.0%}"
    return one.axis, alpha, raw, f"{one.used} of {one.total}"


def _calibration_row(one: Calibration) -> tuple[str, ...]:
    score = "too few" if one.brier is None else f"{one.brier:.3f}"
    return one.reviewer, str(one.forecasts), str(one.open), score
