"""One claim with everything a reader of an export wants beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TypeVar

from attrs import frozen

from tracker.credibility import Origins, Strand, groups, origins, rated, transmission
from tracker.export.dossier import Dossier, Records
from tracker.export.others_checks import Checked
from tracker.model import (
    Article,
    ArticleId,
    Assertion,
    Assessment,
    Assignment,
    Bearing,
    Claim,
    ClaimId,
    ClaimState,
    Corroboration,
    Entity,
    Identity,
    Relation,
    Ruling,
    Settlement,
    Source,
    SourceId,
    Verdict,
)


@frozen(kw_only=True)
class Partner:
    """A claim that a reviewer related to the one in hand, with where it stands."""

    corroboration: Corroboration
    claim: Claim
    article: Article
    outlet: Source
    source: Source


@frozen(kw_only=True)
class Entry:
    """One claim as an export tells it.

    Attributes:
        claim: the claim.
        article: where it stands.
        outlet: who published the article.
        source: who is cited; the outlet itself for its own voice.
        chain: the sources the words came through, from the origin to the outlet.
        vouching: the outlet that vouches for an anonymous source, None where there is none.
        assessments: one for each reviewer who rated it, by name.
        assignments: who was asked to rate it, by name.
        settlement: how the desk settled its reviewers' ratings, None where it did not.
        assertion: the group of claims that say the same thing, None where nobody ruled.
        partners: claims related to it, unrelated ones left out.
        fact_checks: what others published of this very claim, in the order of the records.
        standing: the reports, outlets and independent origins of the assertion's claims, or of
            the claim alone; rejected claims do not count.
    """

    claim: Claim
    article: Article
    outlet: Source
    source: Source
    chain: tuple[Source, ...]
    vouching: Source | None
    assessments: tuple[Assessment, ...]
    assignments: tuple[Assignment, ...]
    settlement: Settlement | None
    assertion: Assertion | None
    partners: tuple[Partner, ...]
    fact_checks: tuple[Checked, ...]
    standing: Origins

    @property
    def verdict(self) -> Verdict:
        """The desk's verdict; ``unverified`` until somebody decides."""
        return self.assertion.verdict if self.assertion else Verdict.UNVERIFIED

    @property
    def ruling(self) -> Ruling | None:
        """How the desk ruled, None where it did not."""
        return self.assertion.ruling if self.assertion else None

    @property
    def awaited(self) -> tuple[str, ...]:
        """The reviewers who were asked to rate it and have not, by name."""
        done = {assessment.reviewer for assessment in self.assessments if rated(assessment)}
        return tuple(a.reviewer for a in self.assignments if a.reviewer not in done)


def entries(dossier: Dossier) -> Iterator[Entry]:
    """Yield the selected claims of ``dossier``, in its order."""
    return Register.of(dossier).entries(frozenset(dossier.selected))


E = TypeVar("E", bound=Entity)


def _by_id(entities: Iterable[E]) -> dict[str, E]:
    return {entity.id: entity for entity in entities}


class Register:
    """Records by what they are looked up by.

    Args:
        records: the records.
        same_as: for every source judged to be the same as another, one of them; None for what the
            records say.
    """

    def __init__(
        self, records: Records, same_as: Mapping[SourceId, SourceId] | None = None
    ) -> None:
        self._records = records
        self._articles = _by_id(records.articles)
        self._sources = _by_id(records.sources)
        self._claims = _by_id(records.claims)
        self._outlet_of = {article.id: article.outlet_id for article in records.articles}
        self._voices = voices(records) if same_as is None else same_as
        self._assertions = {i: a for a in records.assertions for i in a.claim_ids}
        self._settlements = {s.claim_id: s for s in records.settlements}
        self._standings: dict[str, Origins] = {}
        self._assessments: dict[str, list[Assessment]] = defaultdict(list)
        for assessment in records.assessments:
            self._assessments[assessment.claim_id].append(assessment)
        self._assignments: dict[str, list[Assignment]] = defaultdict(list)
        for assignment in records.assignments:
            self._assignments[assignment.claim_id].append(assignment)
        self._judged: dict[str, list[Corroboration]] = defaultdict(list)
        self._checked = _checked(records)
        for corroboration in records.corroborations:
            self._judged[corroboration.claim_id].append(corroboration)
            self._judged[corroboration.other_id].append(corroboration)

    @classmethod
    def of(cls, dossier: Dossier) -> "Register":
        """Return the register of the records of ``dossier``."""
        return cls(dossier.records, dossier.voices)

    def entries(self, selected: frozenset[ClaimId] | None = None) -> Iterator[Entry]:
        """Yield the claims that are ``selected``, all of them for None, in their order."""
        for claim in self._records.claims:
            if selected is None or claim.id in selected:
                yield self.entry(claim)

    def article(self, article_id: ArticleId) -> Article:
        """Return the article of that identifier."""
        return self._articles[article_id]

    def source(self, source_id: SourceId) -> Source:
        """Return the source of that identifier."""
        return self._sources[source_id]

    def claim(self, claim_id: ClaimId) -> Claim:
        """Return the claim of that identifier."""
        return self._claims[claim_id]

    def strands(self, assertion: Assertion) -> tuple[Strand, ...]:
        """Return an assertion's claims by their origins; rejected ones do not count."""
        counted, judged = self._counted(self.claims_of(assertion))
        return transmission(sorted(counted, key=self._when), judged, same_as=self._voices)

    def _when(self, claim: Claim) -> tuple[date, datetime, int]:
        article = self._articles[claim.article_id]
        added = article.added_at
        return article.published or added.date(), added, claim.spans[0].start

    def claims_of(self, assertion: Assertion) -> tuple[Claim, ...]:
        """Return the claims of an assertion, the first one first."""
        return tuple(self._claims[i] for i in assertion.claim_ids)

    def fact_checks_of(self, assertion: Assertion) -> tuple[Checked, ...]:
        """Return what others published of an assertion's claims, each fact-check once."""
        found = {c.check.id: c for i in assertion.claim_ids for c in self._checked.get(i, ())}
        return tuple(found.values())

    def entry(self, claim: Claim) -> Entry:
        """Return ``claim`` with everything beside it."""
        article = self._articles[claim.article_id]
        source = self._sources[claim.source_id]
        related = (
            c for c in self._judged.get(claim.id, ()) if c.relation is not Relation.UNRELATED
        )
        return Entry(
            claim=claim,
            article=article,
            outlet=self._sources[article.outlet_id],
            source=source,
            chain=tuple(self._sources[i] for i in claim.attribution.chain),
            vouching=self._sources[source.outlet_id] if source.outlet_id else None,
            assessments=tuple(self._assessments.get(claim.id, ())),
            assignments=tuple(self._assignments.get(claim.id, ())),
            settlement=self._settlements.get(claim.id),
            assertion=self._assertions.get(claim.id),
            partners=tuple(self._partner(claim, c) for c in related),
            fact_checks=tuple(self._checked.get(claim.id, ())),
            standing=self._standing(claim),
        )

    def _standing(self, claim: Claim) -> Origins:
        assertion = self._assertions.get(claim.id)
        if assertion is None:
            return self._count((claim,))
        if assertion.id not in self._standings:
            self._standings[assertion.id] = self._count(self.claims_of(assertion))
        return self._standings[assertion.id]

    def _count(self, claims: tuple[Claim, ...]) -> Origins:
        counted, judged = self._counted(claims)
        return origins(counted, self._outlet_of, judged, same_as=self._voices)

    def _counted(self, claims: Iterable[Claim]) -> tuple[list[Claim], list[Corroboration]]:
        counted = [claim for claim in claims if claim.state is not ClaimState.REJECTED]
        return counted, [pair for claim in counted for pair in self._judged.get(claim.id, ())]

    def _partner(self, claim: Claim, corroboration: Corroboration) -> Partner:
        other = self._claims[corroboration.partner(claim.id)]
        article = self._articles[other.article_id]
        return Partner(
            corroboration=corroboration,
            claim=other,
            article=article,
            outlet=self._sources[article.outlet_id],
            source=self._sources[other.source_id],
        )


def _checked(records: Records) -> Mapping[str, list[Checked]]:
    checks = _by_id(records.fact_checks)
    found: dict[str, list[Checked]] = defaultdict(list)
    for link in records.fact_check_links:
        if link.bearing is Bearing.SAME_CLAIM:
            found[link.claim_id].append(Checked(checks[link.fact_check_id], link))
    return found


def voices(records: Records) -> dict[SourceId, SourceId]:
    """Return, for every source that a reviewer judged to be the same as another, one of them."""
    joined = (link for link in records.source_links if link.identity is Identity.SAME_AS)
    pairs = [(link.source_id, link.other_id) for link in joined]
    members = dict.fromkeys(SourceId(end) for pair in pairs for end in pair)
    return {member: part[0] for part in groups(list(members), pairs) for member in part}
