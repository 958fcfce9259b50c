"""The chain of transmission of an assertion as rows: a tree of reports for each origin."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from tracker.credibility import SAME_VOICE, Report
from tracker.model import Article, Claim, ClaimId, Dependence, Source
from tracker.presenters.wording import SOURCE_SYMBOLS
from tracker.services.standing import AssertionView
from tracker.store import Store

#: How a report hangs on the one above it, in few words.
FOLLOWS: Mapping[str, str] = {
    SAME_VOICE: "same voice",
    Dependence.SAME_ORIGIN.value: "same origin",
    Dependence.REPRINT.value: "reprint",
    Dependence.CITES_OTHER.value: "cites it",
}
AGAINST = "✗ against"


@frozen(kw_only=True)
class TreeRow:
    """One report in the tree.

    Attributes:
        claim_id: its claim.
        branch: the lines of the tree, and how the report hangs on the one above.
        symbol: the sign of the source's kind.
        source: who is cited.
        outlet: who published it; empty where the source is the outlet.
        date: the day of publication, empty where unknown.
        statement: the claim's wording, else its quote.
        counted: whether the strand counts as an origin.
        against: whether it contradicts the assertion.
    """

    claim_id: ClaimId
    branch: str
    symbol: str
    source: str
    outlet: str
    date: str
    statement: str
    counted: bool = True
    against: bool = False


def tree_rows(store: Store, view: AssertionView) -> tuple[TreeRow, ...]:
    """Return the reports of an assertion by origin, then those that contradict it."""
    rows: list[TreeRow] = []
    number = 0
    for strand in view.strands:
        number += strand.counted
        head = f"● origin {number}" if strand.counted else "○ not judged"
        rows.extend(_rows(store, view, strand.first, head, "", counted=strand.counted))
    for one in view.opposing:
        rows.append(_row(store, one.claim, AGAINST, counted=False, against=True))
    return tuple(rows)


def _rows(
    store: Store, view: AssertionView, report: Report, branch: str, stem: str, *, counted: bool
) -> Iterator[TreeRow]:
    yield _row(store, view.claims[report.claim_id], branch, counted=counted)
    last = len(report.followers) - 1
    for place, follower in enumerate(report.followers):
        corner, further = ("└─ ", "   ") if place == last else ("├─ ", "│  ")
        words = f"{stem}{corner}{FOLLOWS[follower.how]}"
        yield from _rows(store, view, follower, words, stem + further, counted=counted)


def _row(
    store: Store, claim: Claim, branch: str, *, counted: bool, against: bool = False
) -> TreeRow:
    article = store.get(Article, claim.article_id)
    source = store.get(Source, claim.source_id)
    outlet = store.get(Source, article.outlet_id)
    return TreeRow(
        claim_id=claim.id,
        branch=branch,
        symbol=SOURCE_SYMBOLS[source.kind],
        source=source.label,
        outlet="" if source.id == outlet.id else outlet.label,
        date=article.published.isoformat() if article.published else "",
        statement=claim.statement,
        counted=counted,
        against=against,
    )
