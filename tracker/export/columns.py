"""What a claim is in a table: one column for each fact, the same in every kind of table."""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Literal

from attrs import frozen

from tracker.export.dossier import Dossier
from tracker.export.entries import Entry
from tracker.export.plain import stamp
from tracker.model import Assessment, Distance, FactCheck, KnownTo
from tracker.scales import Rating, Scales

#: Stands between the values of several reviewers, in the order of their names.
BETWEEN = " | "


@frozen
class Column:
    """One fact of a claim.

    Attributes:
        name: the heading.
        read: what makes the cell of an entry.
        holds: ``text``, ``number`` (whole, in digits) or ``day`` (ISO 8601, empty for none).
        width: how wide a spreadsheet shows it (characters).
    """

    name: str
    read: Callable[[Entry], str]
    holds: Literal["text", "number", "day"] = "text"
    width: int = 16


def claim_columns(dossier: Dossier) -> tuple[Column, ...]:
    """Return the columns of a table of claims, in order."""
    confidential = Column("CONFIDENTIAL", lambda e: e.source.confidential, width=40)
    return (
        *_CLAIM,
        *_SOURCE,
        *_ARTICLE,
        *_ratings(dossier.scales),
        *_verdict(dossier.scales),
        *_OTHERS_CHECKS,
        *((confidential,) if dossier.confidential else ()),
    )


_CLAIM = (
    Column("claim", lambda e: e.claim.id, width=14),
    Column("state", lambda e: e.claim.state.value, width=10),
    Column("quote", lambda e: e.claim.quote, width=60),
    Column("shared_quote", lambda e: e.claim.shared_quote, width=20),
    Column("wording", lambda e: e.claim.wording, width=40),
    Column("gloss", lambda e: e.claim.gloss, width=40),
    Column("note", lambda e: e.claim.note, width=30),
    Column("allegation", lambda e: "yes" if e.claim.allegation else "", width=9),
    Column("accuser", lambda e: e.claim.allegation.accuser if e.claim.allegation else ""),
)


def _profile(name: str, width: int = 20) -> Column:
    return Column(name, lambda e: getattr(e.source.profile, name), width=width)


_SOURCE = (
    Column("source_id", lambda e: e.source.id, width=14),
    Column("source", lambda e: e.source.label, width=28),
    Column("source_gloss", lambda e: e.source.gloss, width=20),
    Column("source_kind", lambda e: e.source.kind.value, width=18),
    Column("vouching_outlet", lambda e: e.vouching.label if e.vouching else "", width=20),
    Column(
        "affiliation",
        lambda e: e.source.affiliation.entity if e.source.affiliation else "",
        width=20,
    ),
    Column(
        "affiliation_relation",
        lambda e: e.source.affiliation.relation if e.source.affiliation else "",
    ),
    Column("stated_number", lambda e: str(e.source.profile.number or ""), holds="number", width=8),
    _profile("role"),
    _profile("place"),
    _profile("beat"),
    _profile("reporter"),
    Column("distance", lambda e: _stated(e.source.profile.distance, Distance.UNSTATED), width=11),
    _profile("position_to_know", 30),
    _profile("anonymity_reason", 30),
    _profile("motive", 30),
    Column(
        "identity_known_to",
        lambda e: _stated(e.source.profile.known_to, KnownTo.NOBODY_STATED),
        width=11,
    ),
    Column("chain", lambda e: BETWEEN.join(s.label for s in e.chain), width=30),
    Column("delivery", lambda e: e.claim.attribution.delivery.value, width=12),
    Column("hedging", lambda e: str(e.claim.attribution.hedging), holds="number", width=8),
)


def _stated(found: Enum, unstated: Enum) -> str:
    return "" if found is unstated else str(found.value)


_ARTICLE = (
    Column("outlet", lambda e: e.outlet.label, width=20),
    Column(
        "date",
        lambda e: e.article.published.isoformat() if e.article.published else "",
        holds="day",
        width=12,
    ),
    Column("language", lambda e: e.article.language, width=9),
    Column("byline", lambda e: e.article.byline),
    Column("title", lambda e: e.article.title, width=40),
    Column("url", lambda e: e.article.url, width=30),
    Column("article", lambda e: e.article.id, width=14),
    Column("article_sha256", lambda e: e.article.sha256, width=20),
    Column("guesses", lambda e: BETWEEN.join(e.article.guesses)),
    Column("check_original", lambda e: "yes" if e.article.check_original else "", width=9),
    Column("version_of", lambda e: e.article.previous_id or "", width=14),
)


def _checks(read: Callable[[FactCheck], str]) -> Callable[[Entry], str]:
    return lambda e: _joined([read(checked.check) for checked in e.fact_checks])


_OTHERS_CHECKS = (
    Column("fact_checked_by", _checks(lambda c: c.publisher), width=20),
    Column("fact_check_date", _checks(lambda c: c.published.isoformat() if c.published else "")),
    Column("fact_check_rating", _checks(lambda c: c.rating), width=20),
    Column("fact_check_url", _checks(lambda c: c.url), width=30),
)


def _ratings(scales: Scales) -> Iterator[Column]:
    def code(rating: Rating | None) -> str:
        return rating.value if rating else ""

    def label(rating: Rating | None) -> str:
        return scales.grade(rating).en if rating else ""

    yield Column("reviewer", _each(lambda a: a.reviewer))
    yield Column("assessed_at", _each(lambda a: stamp(a.assessed_at) or ""), width=25)
    yield Column("reliability", _each(lambda a: code(a.reliability)), width=10)
    yield Column("reliability_label", _each(lambda a: label(a.reliability)), width=24)
    yield Column("credibility", _each(lambda a: code(a.credibility)), width=10)
    yield Column("credibility_label", _each(lambda a: label(a.credibility)), width=24)
    yield Column("confidence", _each(lambda a: code(a.confidence)), width=10)
    yield Column("likelihood", _each(lambda a: code(a.likelihood)), width=14)
    yield Column("likelihood_label", _each(lambda a: label(a.likelihood)), width=24)
    yield Column("reviewer_verdict", _each(lambda a: code(a.verdict)))
    yield Column("rationale", _each(lambda a: a.rationale), width=40)
    yield Column("awaited", lambda e: BETWEEN.join(e.awaited))
    yield Column("settled", _settled, width=10)
    yield Column("settled_by", lambda e: e.settlement.reviewer if e.settlement else "")
    yield Column(
        "settled_at",
        lambda e: stamp(e.settlement.settled_at) or "" if e.settlement else "",
        width=25,
    )
    yield Column(
        "settled_rationale", lambda e: e.settlement.rationale if e.settlement else "", width=40
    )


def _settled(entry: Entry) -> str:
    found = entry.settlement
    if found is None or not found.accepted:
        return "rejected" if found else ""
    letter = found.reliability.value if found.reliability else "–"
    return letter + (found.credibility.value if found.credibility else "–")


def _each(read: Callable[[Assessment], str]) -> Callable[[Entry], str]:
    """Return the cell that holds one value for each reviewer; empty where nobody gave one."""

    def cell(entry: Entry) -> str:
        return _joined([read(assessment) for assessment in entry.assessments])

    return cell


def _joined(values: list[str]) -> str:
    return BETWEEN.join(values) if any(values) else ""


def _evidence(entry: Entry) -> str:
    return BETWEEN.join(entry.ruling.evidence) if entry.ruling else ""


def _related(entry: Entry) -> str:
    return BETWEEN.join(
        f"{p.corroboration.relation.value} {p.claim.id} ({p.corroboration.dependence.value})"
        for p in entry.partners
    )


def _verdict(scales: Scales) -> Iterator[Column]:
    def ruled(entry: Entry, name: str) -> str:
        ruling = entry.ruling
        if ruling is None:
            return ""
        if name == "by":
            return ruling.reviewer
        return ruling.rationale if name == "why" else stamp(ruling.decided_at) or ""

    yield Column("verdict", lambda e: e.verdict.value, width=11)
    yield Column("verdict_label", lambda e: scales.grade(e.verdict).en, width=12)
    yield Column("verdict_by", lambda e: ruled(e, "by"))
    yield Column("verdict_at", lambda e: ruled(e, "at"), width=25)
    yield Column("verdict_rationale", lambda e: ruled(e, "why"), width=40)
    yield Column("evidence", _evidence, width=40)
    yield Column("assertion", lambda e: e.assertion.id if e.assertion else "", width=14)
    yield Column("reports", lambda e: str(e.standing.reports), holds="number", width=8)
    yield Column("outlets", lambda e: str(e.standing.outlets), holds="number", width=8)
    yield Column("origins", lambda e: str(e.standing.origins), holds="number", width=8)
    yield Column("origins_unknown", lambda e: str(e.standing.unknown), holds="number", width=8)
    yield Column("related", _related, width=40)
