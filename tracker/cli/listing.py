"""How each kind of record is listed: its JSON shape, and its row in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from tracker.cli.invocation import Invocation
from tracker.cli.judgement_shapes import (
    JsonObject,
    assessment_shape,
    corroboration_shape,
    fact_check_link_shape,
    fact_check_shape,
    source_link_shape,
)
from tracker.cli.printing import print_json, print_rows, print_text
from tracker.cli.shapes import Shapes
from tracker.cli.standing_shapes import assignment_shape, settlement_shape
from tracker.model import (
    DETAIL_LABELS,
    Article,
    Assertion,
    Assessment,
    Assignment,
    Claim,
    Corroboration,
    Entity,
    FactCheck,
    FactCheckLink,
    Settlement,
    Source,
    SourceLink,
)
from tracker.presenters.standing_words import standing_words
from tracker.services.reading import progress_of
from tracker.services.standing import origins_of
from tracker.store import Store

E = TypeVar("E", bound=Entity)


@frozen(kw_only=True)
class Listing(Generic[E]):
    """How records of one kind are listed.

    Attributes:
        columns: heads of the table.
        row: the cells of a record.
        shape: its JSON object.
    """

    columns: tuple[str, ...]
    row: Callable[[Store, E], tuple[str, ...]]
    shape: Callable[[Shapes, E], JsonObject]


def print_list(
    invocation: Invocation, store: Store, name: str, listing: Listing[E], entities: Iterable[E]
) -> None:
    """Write records as ``{name: [...]}`` or as a table."""
    if invocation.as_json:
        shapes = Shapes(store)
        print_json({name: [listing.shape(shapes, entity) for entity in entities]})
    else:
        rows = (listing.row(store, entity) for entity in entities)
        print_rows(invocation, listing.columns, rows)


def print_below(
    invocation: Invocation, store: Store, listing: Listing[E], entities: Sequence[E]
) -> None:
    """Write records as a further table under what was written; nothing where there are none."""
    if entities:
        print_text("\n")
        print_rows(invocation, listing.columns, [listing.row(store, e) for e in entities])


def _article_row(store: Store, article: Article) -> tuple[str, ...]:
    progress = progress_of(store.find(Claim, "article_id", article.id))
    return (
        article.id,
        article.published.isoformat() if article.published else "",
        store.get(Source, article.outlet_id).label,
        f"{progress.total - progress.proposed}/{progress.total}",
        " ".join(DETAIL_LABELS[name] for name in article.guesses if name in DETAIL_LABELS),
        article.title,
    )


def _claim_row(store: Store, claim: Claim) -> tuple[str, ...]:
    return claim.id, claim.state.value, store.get(Source, claim.source_id).label, claim.statement


def _source_row(store: Store, source: Source) -> tuple[str, ...]:
    outlet = store.get(Source, source.outlet_id).label if source.outlet_id else ""
    claims = len(store.find(Claim, "source_id", source.id))
    return source.id, source.kind.value, str(claims), source.label, source.gloss, outlet


def _assertion_row(store: Store, assertion: Assertion) -> tuple[str, ...]:
    reviewer = assertion.ruling.reviewer if assertion.ruling else ""
    behind = standing_words(origins_of(store, assertion))
    return assertion.id, assertion.verdict.value, reviewer, behind, assertion.wording


def _assessment_row(_: Store, assessment: Assessment) -> tuple[str, ...]:
    return (
        assessment.id,
        assessment.claim_id,
        assessment.reviewer,
        assessment.code,
        assessment.confidence.value if assessment.confidence else "",
        assessment.likelihood.value.replace("_", " ") if assessment.likelihood else "",
        assessment.verdict.value if assessment.verdict else "",
        assessment.rationale,
    )


def _corroboration_row(_: Store, found: Corroboration) -> tuple[str, ...]:
    ends = (found.claim_id, found.other_id)
    return found.id, *ends, found.relation.value, found.dependence.value, found.note


def _source_link_row(_: Store, link: SourceLink) -> tuple[str, ...]:
    ends = link.source_id, link.other_id
    return link.id, *ends, link.identity.value, link.basis.value, link.reason


def _assignment_row(_: Store, assignment: Assignment) -> tuple[str, ...]:
    return assignment.id, assignment.claim_id, assignment.reviewer, assignment.assigned_by


def _settlement_row(_: Store, settlement: Settlement) -> tuple[str, ...]:
    letter = settlement.reliability.value if settlement.reliability else "–"
    number = settlement.credibility.value if settlement.credibility else "–"
    rating = f"{letter}{number}" if settlement.accepted else "rejected"
    return settlement.id, settlement.claim_id, rating, settlement.reviewer, settlement.rationale


def _fact_check_row(_: Store, check: FactCheck) -> tuple[str, ...]:
    day = check.published.isoformat() if check.published else ""
    return check.id, day, check.publisher, check.rating, check.claim_reviewed


def _fact_check_link_row(_: Store, link: FactCheckLink) -> tuple[str, ...]:
    return link.id, link.claim_id, link.fact_check_id, link.bearing.value, link.note


ARTICLES = Listing(
    columns=("article", "published", "outlet", "reviewed", "guessed", "title"),
    row=_article_row,
    shape=Shapes.article,
)
CLAIMS = Listing(
    columns=("claim", "state", "source", "statement"), row=_claim_row, shape=Shapes.claim
)
SOURCES = Listing(
    columns=("source", "kind", "claims", "label", "gloss", "outlet"),
    row=_source_row,
    shape=Shapes.source,
)
ASSERTIONS = Listing(
    columns=("assertion", "verdict", "reviewer", "behind it", "wording"),
    row=_assertion_row,
    shape=Shapes.assertion,
)
ASSESSMENTS = Listing(
    columns=(
        "assessment",
        "claim",
        "reviewer",
        "rating",
        "confidence",
        "likelihood",
        "verdict",
        "rationale",
    ),
    row=_assessment_row,
    shape=lambda _, assessment: assessment_shape(assessment),
)
CORROBORATIONS = Listing(
    columns=("corroboration", "claim", "other", "relation", "dependence", "note"),
    row=_corroboration_row,
    shape=lambda _, corroboration: corroboration_shape(corroboration),
)
SOURCE_LINKS = Listing(
    columns=("link", "source", "other", "identity", "basis", "reason"),
    row=_source_link_row,
    shape=lambda _, link: source_link_shape(link),
)
ASSIGNMENTS = Listing(
    columns=("assignment", "claim", "reviewer", "asked by"),
    row=_assignment_row,
    shape=lambda _, assignment: assignment_shape(assignment),
)
SETTLEMENTS = Listing(
    columns=("settlement", "claim", "rating", "settled by", "rationale"),
    row=_settlement_row,
    shape=lambda _, settlement: settlement_shape(settlement),
)
FACT_CHECKS = Listing(
    columns=("fact-check", "published", "publisher", "rating", "claim reviewed"),
    row=_fact_check_row,
    shape=lambda _, check: fact_check_shape(check),
)
FACT_CHECK_LINKS = Listing(
    columns=("link", "claim", "fact-check", "bearing", "note"),
    row=_fact_check_link_row,
    shape=lambda _, link: fact_check_link_shape(link),
)
