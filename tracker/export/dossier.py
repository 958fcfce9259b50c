"""What an export is made from: records, and the facts that stand at the head of every export."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain
from typing import cast

from attrs import evolve, field, frozen

from tracker.errors import RuleError
from tracker.model import (
    Article,
    Assertion,
    Assessment,
    Assignment,
    Claim,
    ClaimId,
    Corroboration,
    Entity,
    FactCheck,
    FactCheckLink,
    Settlement,
    Source,
    SourceId,
    SourceLink,
    kind_of,
)
from tracker.model.change import KINDS
from tracker.scales import Scales

#: Version of the layout of JSON Lines and JSON exports and of the columns of tables.
SCHEMA_VERSION = 1


@frozen(kw_only=True)
class Records:
    """Records of every kind, under the names of their tables."""

    articles: tuple[Article, ...] = ()
    sources: tuple[Source, ...] = ()
    source_links: tuple[SourceLink, ...] = ()
    claims: tuple[Claim, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    fact_checks: tuple[FactCheck, ...] = ()
    fact_check_links: tuple[FactCheckLink, ...] = ()

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Records":
        """Return ``entities`` sorted into their kinds, each kind in the order given."""
        kinds: dict[str, list[Entity]] = {name: [] for name in KINDS}
        for entity in entities:
            kinds[kind_of(entity)].append(entity)
        # kind_of told the kinds apart, which the type checker cannot follow.
        return cls(**{name: tuple(found) for name, found in kinds.items()})  # type: ignore[arg-type]

    def of_kind(self, name: str) -> tuple[Entity, ...]:
        """Return the records of the table called ``name``."""
        return cast("tuple[Entity, ...]", getattr(self, name))

    def __iter__(self) -> Iterator[Entity]:
        """Yield every record, what is referred to before what refers to it."""
        for name in ORDER:
            yield from self.of_kind(name)

    def ordered(self) -> "Records":
        """Return the same records in the order that every export keeps.

        Articles by the time they were added, claims by their place in their article, what
        belongs to claims in the claims' order, all else and every tie by identifier.
        """
        articles = sorted(self.articles, key=lambda a: (a.added_at, a.id))
        rank = {article.id: place for place, article in enumerate(articles)}
        claims = sorted(
            self.claims, key=lambda c: (rank.get(c.article_id, len(rank)), c.spans[0].start, c.id)
        )
        places = {claim.id: place for place, claim in enumerate(claims)}
        last = len(places)

        def place(claim_id: ClaimId) -> int:
            return places.get(claim_id, last)

        return evolve(
            self,
            articles=tuple(articles),
            sources=tuple(sorted(self.sources, key=lambda s: s.id)),
            source_links=tuple(sorted(self.source_links, key=lambda link: link.id)),
            claims=tuple(claims),
            corroborations=tuple(
                sorted(
                    self.corroborations, key=lambda c: (place(c.claim_id), place(c.other_id), c.id)
                )
            ),
            assertions=tuple(sorted(self.assertions, key=lambda a: (place(a.claim_ids[0]), a.id))),
            assessments=tuple(
                sorted(self.assessments, key=lambda a: (place(a.claim_id), a.reviewer, a.id))
            ),
            assignments=tuple(
                sorted(self.assignments, key=lambda a: (place(a.claim_id), a.reviewer, a.id))
            ),
            settlements=tuple(sorted(self.settlements, key=lambda s: (place(s.claim_id), s.id))),
            fact_checks=tuple(sorted(self.fact_checks, key=lambda check: check.id)),
            fact_check_links=tuple(
                sorted(self.fact_check_links, key=lambda link: (place(link.claim_id), link.id))
            ),
        )


#: Tables in the order in which an export writes them: nothing refers to what comes later, save
#: an outlet and the article of an anonymous source.
ORDER = (
    "articles",
    "sources",
    "source_links",
    "claims",
    "corroborations",
    "assertions",
    "assessments",
    "assignments",
    "settlements",
    "fact_checks",
    "fact_check_links",
)


@frozen(kw_only=True)
class Desk:
    """Who hands the list on, as its settings say.

    Attributes:
        name: of the newsroom or organisation; empty when nobody gave one.
        checks_url: web address under which it publishes its checks, ending in a slash; empty when
            it has none, and then no address is made up.
    """

    name: str = ""
    checks_url: str = ""


@frozen(kw_only=True)
class Dossier:
    """One selection of records, ready to be written in any format.

    Attributes:
        records: everything the selected claims need, in the order to write it.
        selected: the claims that were asked for, in the order of ``records``; other claims are
            there because an assertion or a corroboration joins them to these.
        filter: the filter in force, as text; empty for everything.
        tool: the program and its version, for example ``tracker 0.1.0``.
        scales: the scales that the ratings are on.
        confidential: whether what reviewers noted in confidence is in it.
        desk: who hands it on.
        language: ``ar`` or ``en``: what a report to read is worded in; empty for the language
            that most of the claims are in.
        everything: all records of the database, for what only all of them together tell: track
            records; None where there are no others.
        voices: for every source that a reviewer judged to be the same as another, one of them;
            also where that judgement does not leave. None for what ``records`` say.
        withheld: how many ratings and settlements its maker may not see yet and are left out.

    Raises:
        RuleError: when a source carries a confidential note although ``confidential`` is off, or
            a selected claim is missing.
    """

    records: Records = field(repr=False)
    selected: tuple[ClaimId, ...]
    filter: str = ""
    tool: str
    scales: Scales = field(repr=False)
    confidential: bool = False
    desk: Desk = Desk()
    language: str = ""
    everything: Records | None = field(default=None, repr=False, eq=False)
    voices: Mapping[SourceId, SourceId] | None = field(default=None, repr=False, eq=False)
    withheld: int = field(default=0, eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.confidential and any(s.confidential for s in self.records.sources):
            msg = "Notes taken in confidence would leave with this export."
            raise RuleError(msg, "Leave them out, or ask for them by name.")
        if not {claim.id for claim in self.records.claims}.issuperset(self.selected):
            msg = "The export selects a claim that it does not hold."
            raise RuleError(msg, "Export again.")

    @cached_property
    def as_of(self) -> datetime | None:
        """The latest time that stands in the records (aware, UTC); None where there is none.

        It stands in every export in place of the hour of writing, so that the same records give
        the same bytes whenever and wherever they are written.
        """
        found = self.records
        times = chain(
            (article.added_at for article in found.articles),
            (link.decided_at for link in found.source_links),
            (pair.decided_at for pair in found.corroborations),
            (assertion.ruling.decided_at for assertion in found.assertions if assertion.ruling),
            (assessment.assessed_at for assessment in found.assessments),
            (assignment.assigned_at for assignment in found.assignments),
            (settlement.settled_at for settlement in found.settlements),
            (link.decided_at for link in found.fact_check_links),
        )
        return max((time.astimezone(UTC) for time in times), default=None)

    @cached_property
    def worded_in(self) -> str:
        """``ar`` or ``en``: what readable formats are worded in, and which way tables run."""
        if self.language:
            return self.language
        spoken = {article.id: article.language for article in self.records.articles}
        chosen = frozenset(self.selected)
        arabic = [
            spoken[claim.article_id].partition("-")[0] == "ar"
            for claim in self.records.claims
            if claim.id in chosen
        ]
        return "ar" if arabic and 2 * sum(arabic) >= len(arabic) else "en"

    def selected_articles(self) -> tuple[Article, ...]:
        """Return the articles that selected claims stand in, in the order of ``records``."""
        chosen = frozenset(self.selected)
        wanted = {claim.article_id for claim in self.records.claims if claim.id in chosen}
        return tuple(article for article in self.records.articles if article.id in wanted)

    @property
    def complete(self) -> bool:
        """Whether every claim in it was asked for."""
        return len(self.selected) == len(self.records.claims)
