"""How sources have done: a voice, its class, an outlet's unnamed voices together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum

from attrs import field, frozen

from tracker.credibility import (
    Calibration,
    Ledger,
    Outcome,
    calibrations,
    ledger,
    outcomes,
    posterior_mean,
    profile_key,
    track_record,
    track_records,
)
from tracker.errors import RuleError
from tracker.model import (
    Article,
    Assertion,
    Assessment,
    Claim,
    ClaimId,
    Corroboration,
    Source,
    SourceId,
    SourceKind,
    TrackRecord,
    Weighing,
)
from tracker.services.reading import corroborations_of
from tracker.services.standing import same_voice, voices_of
from tracker.store import Store

_PLAIN = Weighing()


class Scope(Enum):
    """Whose outcomes a record takes together."""

    SOURCE = "source"
    PROFILE = "profile"
    ANONYMOUS = "anonymous"


def members_of(store: Store, source: Source, scope: Scope = Scope.SOURCE) -> tuple[Source, ...]:
    """Return the sources that a record takes together, the one in hand first.

    ``source``: those a reviewer judged to be the same voice. ``profile``: the unnamed voices of
    its class (same outlet, number, affiliation, role, beat and place). ``anonymous``: all unnamed
    voices that its outlet, or the outlet that it is, vouches for.

    Raises:
        RuleError: when the scope makes no sense for the source.
    """
    if scope is Scope.SOURCE:
        voices = voices_of(store, (source.id,))
        return (source, *(store.get(Source, i) for i in sorted(voices) if i != source.id))
    if scope is Scope.PROFILE and not source.kind.anonymous:
        msg = f"{source.label} is named: only unnamed voices have a class."
        raise RuleError(msg, "Ask for its own record.")
    outlet_id = source.id if source.kind is SourceKind.OUTLET else source.outlet_id
    if outlet_id is None:
        msg = f"{source.label} is no outlet, and none vouches for it."
        raise RuleError(msg, "Ask for its own record.")
    vouched = (s for s in store.find(Source, "outlet_id", outlet_id) if s.kind.anonymous)
    if scope is Scope.ANONYMOUS:
        return tuple(vouched)
    key = profile_key(source)
    return (source, *(s for s in vouched if s.id != source.id and profile_key(s) == key))


def claims_by(store: Store, sources: Iterable[Source]) -> tuple[Claim, ...]:
    """Return everything that sources said, in the order of the sources."""
    return tuple(claim for one in sources for claim in store.find(Claim, "source_id", one.id))


@frozen(kw_only=True)
class Account:
    """Everything that a record is made from, read once.

    Attributes:
        source: whose record it is.
        scope: whose outcomes are taken together.
        members: those sources, the one in hand first where it is one of them.
        claims: everything they said.
        known: what is known of its outcomes.
    """

    source: Source
    scope: Scope
    members: tuple[Source, ...] = field(repr=False)
    claims: tuple[Claim, ...] = field(repr=False)
    known: Ledger = field(repr=False)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The settled events, earliest first."""
        return outcomes(self.claims, self.known)

    def record(
        self,
        weighing: Weighing = _PLAIN,
        *,
        today: date | None = None,
        drawn_to: float | None = None,
    ) -> TrackRecord:
        """Return the track record; arguments as for :func:`tracker.credibility.track_record`."""
        return track_record(
            self.source.id,
            self.claims,
            self.known,
            voices=len(self.members),
            weighing=weighing,
            today=today,
            drawn_to=drawn_to,
        )


def account_of(store: Store, source: Source, scope: Scope = Scope.SOURCE) -> Account:
    """Return what a source's record is made from.

    Raises:
        RuleError: when the scope makes no sense for the source.
    """
    members = members_of(store, source, scope)
    claims = claims_by(store, members)
    return Account(
        source=source,
        scope=scope,
        members=members,
        claims=claims,
        known=ledger_of(store, claims),
    )


def record_of(
    store: Store,
    source_id: SourceId,
    scope: Scope = Scope.SOURCE,
    *,
    weighing: Weighing = _PLAIN,
    today: date | None = None,
) -> TrackRecord:
    """Return a track record.

    Args:
        store: where the records live.
        source_id: whose record it is.
        scope: whose outcomes are taken together.
        weighing: how outcomes are weighed.
        today: the day from which the age of outcomes counts, where it does.

    Raises:
        NotFoundError: when the source does not exist.
        RuleError: when the scope makes no sense for the source.
    """
    account = account_of(store, store.get(Source, source_id), scope)
    return weighed_record(store, account, weighing, today)


def weighed_record(
    store: Store, account: Account, weighing: Weighing, today: date | None
) -> TrackRecord:
    """Return the record of an account, weighed.

    A shrunk one is drawn to the mean of the other unnamed voices of the outlet, where there are
    outcomes of theirs.
    """
    drawn_to = None
    if weighing.shrinkage and account.source.outlet_id is not None:
        own = {member.id for member in account.members}
        every = members_of(store, account.source, Scope.ANONYMOUS)
        claims = claims_by(store, (one for one in every if one.id not in own))
        settled = outcomes(claims, ledger_of(store, claims))
        if settled:
            drawn_to = posterior_mean(sum(one.borne_out for one in settled), len(settled))
    return account.record(weighing, today=today, drawn_to=drawn_to)


def ledger_of(store: Store, claims: Sequence[Claim]) -> Ledger:
    """Return what is known of the outcomes of some claims."""
    known: dict[ClaimId, Claim] = {claim.id: claim for claim in claims}
    assertions = {a.id: a for c in claims for a in store.find(Assertion, "claim_ids", c.id)}
    for assertion in assertions.values():
        for claim_id in assertion.claim_ids:
            if claim_id not in known:
                known[claim_id] = store.get(Claim, claim_id)
    judged = {pair.id: pair for i in tuple(known) for pair in corroborations_of(store, i)}
    for pair in judged.values():
        for end in (pair.claim_id, pair.other_id):
            if end not in known:
                known[end] = store.get(Claim, end)
    articles = {claim.article_id for claim in claims}
    return ledger(
        known,
        assertions.values(),
        judged.values(),
        (store.get(Article, article_id) for article_id in articles),
        same_as=voices_of(store, (claim.source_id for claim in known.values())),
    )


def whole_ledger(store: Store) -> tuple[Mapping[ClaimId, Claim], Ledger]:
    """Return every claim, and what is known of the outcomes of all."""
    claims = {claim.id: claim for claim in store.scan(Claim)}
    return claims, ledger(
        claims,
        store.scan(Assertion),
        store.scan(Corroboration),
        store.scan(Article),
        same_as=same_voice(store),
    )


def all_records(store: Store) -> tuple[tuple[Source, TrackRecord], ...]:
    """Return every source with its track record, the most cited first.

    Sources judged to be the same voice share one. Goes through claims and assertions once,
    however many sources there are.
    """
    claims, known = whole_ledger(store)
    found = track_records(claims.values(), known, same_as=same_voice(store))
    nothing = Ledger()
    records = [(s, found.get(s.id) or track_record(s.id, (), nothing)) for s in store.scan(Source)]
    return tuple(sorted(records, key=lambda r: (-r[1].cited, r[0].label, r[0].id)))


def reviewers_calibration(store: Store) -> tuple[Calibration, ...]:
    """Return how well the likelihoods of every reviewer who gave any fit what became of claims."""
    claims, known = whole_ledger(store)
    return calibrations(store.scan(Assessment), claims, known)
