"""Fact-checks that others published: taken in, and judged beside the desk's claims."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from attrs import evolve, frozen

from tracker.errors import InputError
from tracker.intake.claim_reviews import ClaimReview, claim_reviews, parse
from tracker.intake.received import DEFAULT_LIMITS, Limits, one_line, safe_name, web_address
from tracker.matching import fingerprint
from tracker.model import (
    Bearing,
    Change,
    Claim,
    ClaimId,
    Commit,
    FactCheck,
    FactCheckId,
    FactCheckLink,
    FactCheckLinkId,
)
from tracker.services.session import Session
from tracker.store import Store

_LONGEST_CLAIM = 4_000
_Key = tuple[str, str]


@frozen(kw_only=True)
class TakenIn:
    """What came of an archive of fact-checks.

    Attributes:
        added: how many are new.
        changed: how many were here and now say something else, such as another rating.
        known: how many were here already, exactly so.
    """

    added: int
    changed: int
    known: int


def take_in_file(session: Session, path: Path, limits: Limits = DEFAULT_LIMITS) -> TakenIn:
    """Take in the fact-checks of a file: schema.org's ClaimReview as JSON, JSON-LD or JSON Lines.

    Raises:
        InputError: when it cannot be read, is larger than ``limits.archive``, or holds none;
            nothing was changed.
    """
    name = safe_name(path.name)
    try:
        with path.open("rb") as stream:
            data = stream.read(limits.archive + 1)
    except OSError as error:
        msg = f"{safe_name(str(path))} could not be read: {(error.strerror or '?').lower()}."
        raise InputError(msg, "Check the path and its rights.") from None
    if len(data) > limits.archive:
        msg = f"{name} is larger than {limits.archive:,} bytes."
        raise InputError(msg, "Split the archive and take in the parts.")
    reviews = tuple(claim_reviews(parse(data)))
    if not reviews:
        msg = f"{name} holds no fact-check in the form of schema.org's ClaimReview."
        raise InputError(msg, "Articles come in with: tracker add FILE")
    return take_in(session, reviews, name)


def take_in(session: Session, reviews: Iterable[ClaimReview], origin: str) -> TakenIn:
    """Hold ``reviews``, in one change set.

    The same claim at the same address (of the same publisher, where there is no address) is the
    same fact-check: what it says now replaces what it said, and judgements on it stay.
    """
    store = session.store
    here = {_key(check): check for check in store.scan(FactCheck)}
    wanted = {_key(check): check for check in _fact_checks(session, reviews)}
    changes: list[Change] = []
    added = 0
    for key, check in wanted.items():
        before = here.get(key)
        if before is None:
            added += 1
            changes.append(Change(after=check))
        elif before != (now := evolve(check, id=before.id, version=before.version)):
            changes.append(Change.replace(before, now))
    if changes:
        session.commit(f"Take in fact-checks of {safe_name(origin)}", *changes)
    changed = len(changes) - added
    return TakenIn(added=added, changed=changed, known=len(wanted) - added - changed)


def _key(check: FactCheck) -> _Key:
    return check.url or check.publisher, check.claim_reviewed


def _fact_checks(session: Session, reviews: Iterable[ClaimReview]) -> Iterator[FactCheck]:
    for review in reviews:
        claim = one_line(review.claim, _LONGEST_CLAIM)
        if claim:
            yield FactCheck(
                id=FactCheckId(session.new_id("fck")),
                claim_reviewed=claim,
                title=one_line(review.title),
                url=web_address(review.url),
                publisher=one_line(review.publisher),
                published=_day(review.published),
                language=one_line(review.language),
                rating=one_line(review.rating),
                claimant=one_line(review.claimant),
            )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def links_of(store: Store, claim_id: ClaimId) -> tuple[FactCheckLink, ...]:
    """Return every judgement on a claim and a fact-check, oldest first."""
    return store.find(FactCheckLink, "claim_id", claim_id)


def fact_checks_of(store: Store, claim_id: ClaimId) -> tuple[FactCheck, ...]:
    """Return the fact-checks that a reviewer judged to be about the same claim."""
    same = (link for link in links_of(store, claim_id) if link.bearing is Bearing.SAME_CLAIM)
    return tuple(store.get(FactCheck, link.fact_check_id) for link in same)


def judge_fact_check(
    session: Session,
    claim_id: ClaimId,
    fact_check_id: FactCheckId,
    bearing: Bearing,
    *,
    score: float | None = None,
    note: str | None = None,
) -> Commit:
    """Record what a fact-check has to do with a claim; judging anew replaces the earlier word.

    No rating and no verdict of the desk follows from it.

    Args:
        session: who judges, and where it is kept.
        claim_id: the claim.
        fact_check_id: the fact-check.
        bearing: whether the same claim was checked.
        score: the matcher's score (0-1) that was shown; None keeps what was kept before.
        note: why; None keeps what was written before.

    Raises:
        NotFoundError: when the claim or the fact-check does not exist.
    """
    store = session.store
    claim, check = store.get(Claim, claim_id), store.get(FactCheck, fact_check_id)
    links = links_of(store, claim.id)
    before = next((link for link in links if link.fact_check_id == check.id), None)
    judged = FactCheckLink(
        id=before.id if before else FactCheckLinkId(session.new_id("fcl")),
        claim_id=claim.id,
        fact_check_id=check.id,
        bearing=bearing,
        score=score if score is not None else (before.score if before else 0.0),
        note=note.strip() if note is not None else (before.note if before else ""),
        matcher=fingerprint(claim.statement, check.claim_reviewed),
        reviewer=session.reviewer.name,
        decided_at=session.clock(),
    )
    change = Change.replace(before, judged) if before else Change(after=judged)
    words = bearing.value.replace("_", " ")
    return session.commit(f"Judge fact-check {words}", change)


def settled(store: Store, claim: Claim, link: FactCheckLink) -> bool:
    """Return whether ``link`` still settles its pair: neither text nor matcher has changed since.

    The same claim stays the same claim until somebody judges otherwise.
    """
    if link.bearing is Bearing.SAME_CLAIM or not link.matcher:
        return True
    check = store.get(FactCheck, link.fact_check_id)
    return link.matcher == fingerprint(claim.statement, check.claim_reviewed)
