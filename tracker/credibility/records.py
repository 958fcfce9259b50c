"""Track records: what became of everything a source said.

Only the desk's verdicts count, and each assertion counts once for a voice however often the voice
said it; for several voices taken together, once for each independent origin that they are. A
resolved claim is not a random sample of what a source says: easy and famous ones are resolved
first, which is why counts and interval always stand beside the letter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import frozen

from tracker.credibility.jeffreys import beta_interval
from tracker.credibility.ledger import Ledger
from tracker.model import (
    AssertionId,
    Claim,
    ClaimId,
    ClaimState,
    Interval,
    Reliability,
    SourceId,
    TrackRecord,
    Weighing,
)

#: Outcomes below which no letter is proposed.
FEWEST_OUTCOMES = 3
#: Least lower end of the 90 % interval for a letter, best first.
LETTER_BOUNDS = ((0.85, Reliability.A), (0.65, Reliability.B), (0.45, Reliability.C))
#: Greatest upper end of the interval for E: to be called unreliable takes as much evidence as to
#: be called usually reliable.
UNRELIABLE_BOUND = 0.35
#: What goes with every track record, on screens, in commands and in exports.
SAMPLE_SENTENCE = "Resolved claims are not a random sample of what a source says."

_PLAIN = Weighing()


@frozen(kw_only=True)
class Outcome:
    """One event that is settled, as it counts for a record.

    Attributes:
        event: the assertion.
        origin: which of its independent origins, 0 where nobody judged.
        borne_out: whether it proved right.
        day: when it was first said, None where nothing tells.
    """

    event: ClaimId | AssertionId
    origin: int
    borne_out: bool
    day: date | None


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


def outcomes(claims: Iterable[Claim], known: Ledger) -> tuple[Outcome, ...]:
    """Return the settled events of ``claims``, earliest first, each as often as it counts.

    Claims that are not accepted have none; nor have charges, which are their accusers'.
    """
    found: dict[tuple[ClaimId | AssertionId, int], Outcome] = {}
    for claim in claims:
        right = known.outcome(claim)
        if right is None or claim.state is not ClaimState.ACCEPTED or claim.allegation:
            continue
        key = known.event(claim), known.origin_of.get(claim.id, -1) + 1
        day = known.day(claim)
        before = found.get(key)
        if before is None or (day and (before.day is None or day < before.day)):
            found[key] = Outcome(event=key[0], origin=key[1], borne_out=right, day=day)
    # Claims of which nobody judged the origin add none to those judged independent.
    judged = {event for event, origin in found if origin}
    kept = (one for one in found.values() if one.origin or one.event not in judged)
    return tuple(sorted(kept, key=lambda one: (one.day or date.min, one.event, one.origin)))


def track_record(
    source_id: SourceId,
    claims: Iterable[Claim],
    known: Ledger,
    *,
    voices: int = 1,
    weighing: Weighing = _PLAIN,
    today: date | None = None,
    drawn_to: float | None = None,
) -> TrackRecord:
    """Return the record of a voice, or of several voices taken together.

    Args:
        source_id: whose record it is.
        claims: everything the voices said; only accepted claims count. A charge that a source
            merely passes on counts as cited but has no outcome: it is the accuser's.
        known: the outcomes.
        voices: how many sources are taken together.
        weighing: how outcomes are weighed.
        today: the day from which the age of outcomes counts, where it does.
        drawn_to: the mean (0-1) that the estimate is drawn to with the weight of
            ``weighing.shrinkage`` outcomes; None for none.

    An outcome of age *t* weighs ``0.5 ** (t / half-life)``. With weights *k* of *n* the share has
    the distribution Beta(k + ½ + s·m, n - k + ½ + s·(1 - m)), *s* the shrinkage and *m* the mean
    it is drawn to; without them it is the one of Jeffreys' interval.
    """
    accepted = [claim for claim in claims if claim.state is ClaimState.ACCEPTED]
    settled = outcomes(accepted, known)
    weights = [_weight(one, weighing, today) for one in settled]
    right = sum(w for w, one in zip(weights, settled, strict=True) if one.borne_out)
    wrong = sum(w for w, one in zip(weights, settled, strict=True) if not one.borne_out)
    strength = weighing.shrinkage if drawn_to is not None else 0.0
    alpha = right + 0.5 + strength * (drawn_to or 0.0)
    beta = wrong + 0.5 + strength * (1 - (drawn_to or 0.0))
    interval = beta_interval(alpha, beta)
    unsettled = {known.event(c) for c in accepted if not c.allegation and known.outcome(c) is None}
    borne_out = sum(one.borne_out for one in settled)
    return TrackRecord(
        source_id=source_id,
        voices=voices,
        cited=len(accepted),
        borne_out=borne_out,
        refuted=len(settled) - borne_out,
        open=len(unsettled),
        contradicted=len(unsettled & known.contradicted),
        mean=alpha / (alpha + beta),
        interval=interval,
        letter=propose_letter(len(settled), interval),
        weighing=weighing,
        weight=float(right + wrong),
        drawn_to=drawn_to if strength else None,
    )


def _weight(one: Outcome, weighing: Weighing, today: date | None) -> float:
    if weighing.half_life_days is None or today is None or one.day is None:
        return 1.0
    age = max(0, (today - one.day).days)
    return float(0.5 ** (age / weighing.half_life_days))


def track_records(
    claims: Iterable[Claim],
    known: Ledger,
    *,
    same_as: Mapping[SourceId, SourceId] | None = None,
) -> Mapping[SourceId, TrackRecord]:
    """Return the records of all sources that ``claims`` rest on, as :func:`track_record` does.

    Sources judged to be the same voice share one record, each under its own identifier.
    """
    voice_of = same_as or {}
    by_voice: defaultdict[SourceId, list[Claim]] = defaultdict(list)
    members: defaultdict[SourceId, set[SourceId]] = defaultdict(set)
    for claim in claims:
        voice = voice_of.get(claim.source_id, claim.source_id)
        by_voice[voice].append(claim)
        members[voice].add(claim.source_id)
    for source_id, voice in voice_of.items():
        members[voice].add(source_id)
    return {
        source_id: track_record(source_id, by_voice[voice], known, voices=len(members[voice]))
        for voice in by_voice
        for source_id in members[voice]
    }
