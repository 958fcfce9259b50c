"""One claim of the report as its template sees it: everything looked up, named and marked."""

from collections.abc import Callable, Iterator
from functools import cache

from attrs import frozen
from markupsafe import Markup, escape

from tracker.credibility import Origins
from tracker.export.entries import Entry, Partner
from tracker.export.identifiers import web_address
from tracker.export.others_checks import Checked
from tracker.export.plain import harmless
from tracker.export.report.view import View, direction, moment
from tracker.export.source_facts import source_facts
from tracker.export.words import VERDICT_SIGNS
from tracker.model import Assessment, ClaimState, Settlement, Source, Verdict
from tracker.scales import Rating


@frozen(kw_only=True)
class Rated:
    """One reviewer's row of the table of ratings; empty cells stand for what nobody rated."""

    reviewer: str
    at: Markup
    cells: tuple[Markup, ...]
    likelihood: Markup
    rationale: str


@frozen(kw_only=True)
class Ruled:
    """The desk's ruling; evidence as text with the address that may be followed, or none."""

    reviewer: str
    at: Markup
    rationale: str
    evidence: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Settled:
    """How the desk settled the ratings; no cells where it let none stand."""

    reviewer: str
    at: Markup
    cells: tuple[Markup, ...]
    rationale: str


@frozen(kw_only=True)
class Related:
    """Another report, and how a reviewer related it."""

    relation: str
    dependence: str
    source: str
    outlet: str
    day: str
    quote: str
    language: str
    direction: str
    note: str
    reviewer: str
    at: Markup


@frozen(kw_only=True)
class OthersCheck:
    """A fact-check that others published; every text is theirs."""

    publisher: str
    rating: str
    day: str
    title: str
    language: str
    direction: str
    address: str


@frozen(kw_only=True)
class Card:
    """A claim.

    Attributes:
        number: its place in the report, from 1.
        language: of the article.
        direction: which way that is written.
        key: code of the desk's verdict.
        verdict: the desk's verdict with its sign, in words.
        standing: what stands behind it, in words.
        statement: what is claimed.
        quote: the article's words; empty where they are the statement.
        gloss: the statement in a second language.
        source: who is cited.
        profile: all that is said of them; empty where nothing is.
        delivery: how the words reach us.
        allegation: whose charge it is; empty where it is none.
        chain: the names that the words came through, where no tree shows them.
        ruling: the desk's ruling, None where there is none.
        note: a reviewer's remark.
        state: whether it was accepted; empty where it was.
        ratings: what each reviewer rated.
        settled: how the desk settled that, None where it did not.
        awaited: who was asked to rate it and has not.
        tree: the chain of transmission, drawn; empty where there is none or it stands elsewhere.
        tree_at: file and number of the claim that has the tree; None where there is none.
        related: other reports.
        fact_checks: what others published of this very claim.
        ids: identifiers of the claim and its assertion.
    """

    number: int
    language: str
    direction: str
    key: str
    verdict: Markup
    standing: str
    statement: str
    quote: str
    gloss: str
    source: Markup
    profile: Markup
    delivery: str
    allegation: str
    chain: tuple[str, ...]
    ruling: Ruled | None
    note: str
    state: str
    ratings: tuple[Rated, ...]
    settled: Settled | None
    awaited: str
    tree: Markup
    tree_at: tuple[str, int] | None
    related: tuple[Related, ...]
    fact_checks: tuple[OthersCheck, ...]
    ids: str


class Cards:
    """Makes the cards of one report; what claims have in common is made once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._words = view.words
        self._sources: dict[str, tuple[Markup, Markup]] = {}
        self._graded: Callable[[Rating], Markup] = cache(self._make_graded)
        self._verdict: Callable[[Verdict], Markup] = cache(self._make_verdict)
        self._standing: Callable[[Origins], str] = cache(self._words.standing)
        self._direction: Callable[[str], str] = cache(direction)

    def card(
        self, entry: Entry, number: int, tree: Markup, tree_at: tuple[str, int] | None
    ) -> Card:
        """Return the card of a claim, given its chain of transmission or where that stands."""
        claim, words = entry.claim, self._words
        language = entry.article.language
        source, profile = self._source(entry)
        short = len(entry.chain) < 3 or tree or tree_at
        return Card(
            number=number,
            language=language,
            direction=self._direction(language),
            key=entry.verdict.value,
            verdict=self._verdict(entry.verdict),
            standing=self._standing(entry.standing),
            statement=claim.statement,
            quote="" if claim.quote == claim.statement else claim.quote,
            gloss=claim.gloss,
            source=source,
            profile=profile,
            delivery=words.of(claim.attribution.delivery),
            allegation=_allegation(entry, words["accuser_unstated"]),
            chain=() if short else tuple(source.label for source in entry.chain),
            ruling=_ruled(entry),
            note=claim.note,
            state="" if claim.state is ClaimState.ACCEPTED else words.of(claim.state),
            ratings=tuple(map(self._rated, entry.assessments)),
            settled=self._settled(entry.settlement) if entry.settlement else None,
            awaited=words["comma"].join(entry.awaited),
            tree=tree,
            tree_at=tree_at,
            related=tuple(map(self._related, entry.partners)),
            fact_checks=tuple(map(self._others_check, entry.fact_checks)),
            ids=f"{claim.id} · {entry.assertion.id}" if entry.assertion else claim.id,
        )

    def _source(self, entry: Entry) -> tuple[Markup, Markup]:
        """Return who is cited and what is said of them, which many claims of an article share."""
        source = entry.source
        found = self._sources.get(source.id)
        if found is None:
            found = self._sources[source.id] = self._make_source(source, entry.vouching)
        return found

    def _make_source(self, source: Source, vouching: Source | None) -> tuple[Markup, Markup]:
        view = self._view
        facts = tuple(source_facts(source, self._words))
        line: Markup = view.macros.source(view, source, vouching)
        return line.strip(), view.macros.profile(view, source, facts).strip()

    def _make_graded(self, rating: Rating) -> Markup:
        grade = self._view.scales.grade(rating)
        label = escape(harmless(self._words.label(grade)))
        if len(grade.code) > 1:
            return label
        return Markup('<b class="code">{}</b> {}').format(grade.code, label)

    def _make_verdict(self, verdict: Verdict) -> Markup:
        return Markup('<span class="sign" aria-hidden="true">{}</span>{}').format(
            VERDICT_SIGNS[verdict], harmless(self._words.label(self._view.scales.grade(verdict)))
        )

    def _cells(self, *ratings: Rating | None) -> tuple[Markup, ...]:
        return tuple(self._graded(rating) if rating else Markup("") for rating in ratings)

    def _rated(self, one: Assessment) -> Rated:
        return Rated(
            reviewer=one.reviewer,
            at=moment(one.assessed_at),
            cells=self._cells(one.reliability, one.credibility, one.confidence, one.verdict),
            likelihood=self._graded(one.likelihood) if one.likelihood else Markup(""),
            rationale=one.rationale,
        )

    def _settled(self, settlement: Settlement) -> Settled:
        ratings = (settlement.reliability, settlement.credibility)
        return Settled(
            reviewer=settlement.reviewer,
            at=moment(settlement.settled_at),
            cells=self._cells(*ratings) if settlement.accepted else (),
            rationale=settlement.rationale,
        )

    def _related(self, partner: Partner) -> Related:
        judged, article = partner.corroboration, partner.article
        return Related(
            relation=self._words.of(judged.relation),
            dependence=self._words.of(judged.dependence),
            source=partner.source.label,
            outlet=partner.outlet.label,
            day=article.published.isoformat() if article.published else "",
            quote=partner.claim.quote,
            language=article.language,
            direction=self._direction(article.language),
            note=judged.note,
            reviewer=judged.reviewer,
            at=moment(judged.decided_at),
        )

    def _others_check(self, checked: Checked) -> OthersCheck:
        check, words = checked.check, self._words
        return OthersCheck(
            publisher=check.publisher or words["unknown_publisher"],
            rating=check.rating or words["unknown_rating"],
            day=check.published.isoformat() if check.published else "",
            title=check.title or check.claim_reviewed,
            language=check.language,
            direction=self._direction(check.language) if check.language else "auto",
            address=web_address(check.url) or "",
        )


def _allegation(entry: Entry, unstated: str) -> str:
    charge = entry.claim.allegation
    return (charge.accuser or unstated) if charge else ""


def _ruled(entry: Entry) -> Ruled | None:
    ruling = entry.ruling
    if ruling is None:
        return None
    return Ruled(
        reviewer=ruling.reviewer,
        at=moment(ruling.decided_at),
        rationale=ruling.rationale,
        evidence=tuple(_followed(ruling.evidence)),
    )


def _followed(evidence: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for thing in evidence:
        yield thing, web_address(thing) or ""
