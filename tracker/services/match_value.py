"""What a match is, and how much judging it is worth."""

from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush

from attrs import frozen

from tracker.matching import OpenPair, pair_value
from tracker.model import Article, Candidate, Claim, ClaimState, Verdict
from tracker.services.reading import assertion_of
from tracker.services.standing import origins_of
from tracker.store import Store

_OPEN_VERDICTS = frozenset({Verdict.UNVERIFIED, Verdict.DISPUTED})


@frozen(kw_only=True)
class Match:
    """A pair that waits for a reviewer.

    Attributes:
        claim: the claim in hand.
        candidate: the other one with score and signals.
        value: how much judging it is worth (0-1).
    """

    claim: Claim
    candidate: Candidate
    value: float


@frozen
class Standing:
    """What of a claim bears on the value of its pairs.

    Attributes:
        origins: how many independent origins stand behind what it asserts, at least 1.
        stakes: how much hangs on it (0-1).
        source_id: the voice it rests on.
        outlet_id: the outlet that published it.
    """

    origins: int
    stakes: float
    source_id: str
    outlet_id: str


def standing_of(store: Store, claim: Claim) -> Standing:
    """Return what of a claim bears on the value of its pairs.

    A half is at stake when the claim is accepted, and so will be exported; a quarter more when it
    is a charge against somebody, and a quarter when it waits for a verdict.
    """
    assertion = assertion_of(store, claim.id)
    waits = assertion is None or assertion.verdict in _OPEN_VERDICTS
    stakes = (
        0.5 * (claim.state is ClaimState.ACCEPTED)
        + 0.25 * (claim.allegation is not None)
        + 0.25 * waits
    )
    origins = origins_of(store, assertion).origins if assertion else 1
    outlet_id = store.get(Article, claim.article_id).outlet_id
    return Standing(max(origins, 1), stakes, claim.source_id, outlet_id)


def value_of(ours: Standing, theirs: Standing, score: float, signals: Iterable[str] = ()) -> float:
    """Return how much judging a pair is worth (0-1); an upper bound while signals are unread.

    Of two claims the one with more origins and the one with more at stake count.

    Args:
        ours: the claim in hand.
        theirs: the other one.
        score: how likely both are about one event (0-1).
        signals: names of the signals that were read.
    """
    known = set(signals)
    if ours.source_id == theirs.source_id:
        known.add("source")
    if ours.outlet_id == theirs.outlet_id:
        known.add("outlet")
    origins, stakes = max(ours.origins, theirs.origins), max(ours.stakes, theirs.stakes)
    return pair_value(score, known, origins=origins, stakes=stakes)


def most_valuable(
    bounds: Iterable[tuple[float, OpenPair]], read: Callable[[OpenPair], Match | None]
) -> Iterator[Match]:
    """Yield matches, the most valuable first, reading no more pairs than that takes.

    Args:
        bounds: pairs, each with the most it can be worth.
        read: gives the match that a pair is, None when it no longer is one.
    """
    waiting = [(-bound, pair) for bound, pair in bounds]
    heapify(waiting)
    ready: list[tuple[float, str, str, Match]] = []
    while waiting or ready:
        if ready and not (waiting and waiting[0][0] <= ready[0][0]):
            yield heappop(ready)[-1]
            continue
        if match := read(heappop(waiting)[1]):
            heappush(ready, (-match.value, match.claim.id, match.candidate.claim_id, match))
