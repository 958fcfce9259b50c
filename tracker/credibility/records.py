"""Track records: what became of everything a source said.

Only the desk's verdicts count, and each assertion counts once for a source however often the
source said it. A resolved claim is not a random sample of what a source says: easy and famous
ones are resolved first, which is why counts and interval always stand beside the letter.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from tracker.credibility.jeffreys import jeffreys_interval, posterior_mean
from tracker.model import (
    Assertion,
    Claim,
    ClaimId,
    ClaimState,
    Interval,
    Reliability,
    SourceId,
    TrackRecord,
    Verdict,
)

#: Outcomes below which no letter is proposed.
FEWEST_OUTCOMES = 3
#: Least lower end of the 90 % interval for a letter, best first.
LETTER_BOUNDS = ((0.85, Reliability.A), (0.65, Reliability.B), (0.45, Reliability.C))
#: Greatest upper end of the interval for E: to be called unreliable takes as much evidence as to
#: be called usually reliable.
UNRELIABLE_BOUND = 0.35

_OUTCOMES = {Verdict.VERIFIED: True, Verdict.REFUTED: False}


def propose_letter(resolved: int, interval: Interval) -> Reliability:
    """Return the reliability that a record suggests; F below three outcomes.

    A, B and C must be earned by the interval's lower end, E by its upper end; D is what remains.
    The letter is a proposal: reliability is a reviewer's judgement.
    """
    if resolved < FEWEST_OUTCOMES:
        return Reliability.F
    for bound, letter in LETTER_BOUNDS:
        if interval.low >= bound:
            return letter
    return Reliability.E if interval.high <= UNRELIABLE_BOUND else Reliability.D


def track_record(
    source_id: SourceId,
    claims: Iterable[Claim],
    assertions: Iterable[Assertion],
    *,
    same_as: Collection[SourceId] = (),
) -> TrackRecord:
    """Return the record of one source.

    Args:
        source_id: whose record it is.
        claims: claims of any source; only accepted ones that rest on this source count. A charge
            that the source merely passes on counts as cited but has no outcome here: it is the
            accuser's.
        assertions: the assertions that those claims belong to. Verified ones are borne out,
            refuted ones refuted; all others are open.
        same_as: other sources that a reviewer judged to be the same voice.
    """
    voices = {source_id, *same_as}
    own = [claim for claim in claims if claim.source_id in voices]
    return _record(source_id, own, _outcomes(assertions))


def track_records(
    claims: Iterable[Claim], assertions: Iterable[Assertion]
) -> Mapping[SourceId, TrackRecord]:
    """Return the records of all sources that ``claims`` rest on, as :func:`track_record` does."""
    outcomes = _outcomes(assertions)
    by_source: defaultdict[SourceId, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source_id].append(claim)
    return {source_id: _record(source_id, own, outcomes) for source_id, own in by_source.items()}


def _outcomes(assertions: Iterable[Assertion]) -> dict[ClaimId, tuple[str, bool]]:
    return {
        claim_id: (assertion.id, _OUTCOMES[assertion.verdict])
        for assertion in assertions
        if assertion.verdict in _OUTCOMES
        for claim_id in assertion.claim_ids
    }


def _record(
    source_id: SourceId, own: Iterable[Claim], outcomes: Mapping[ClaimId, tuple[str, bool]]
) -> TrackRecord:
    accepted = [claim for claim in own if claim.state is ClaimState.ACCEPTED]
    resolved = {
        outcomes[claim.id]
        for claim in accepted
        if claim.allegation is None and claim.id in outcomes
    }
    borne_out = sum(right for _, right in resolved)
    interval = jeffreys_interval(borne_out, len(resolved))
    return TrackRecord(
        source_id=source_id,
        cited=len(accepted),
        borne_out=borne_out,
        refuted=len(resolved) - borne_out,
        mean=posterior_mean(borne_out, len(resolved)),
        interval=interval,
        letter=propose_letter(len(resolved), interval),
    )
