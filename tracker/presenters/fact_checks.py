"""Judging published fact-checks beside the desk's claims: those of one claim, or of all."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from tracker.errors import NotFoundError, TrackerError
from tracker.model import Bearing, Claim, ClaimId, ClaimState, FactCheck, FactCheckId, FactCheckLink
from tracker.presenters.asking import next_open
from tracker.presenters.history import refusal
from tracker.presenters.tones import Message, Tone
from tracker.presenters.wording import BEARINGS, count
from tracker.services.fact_check_index import FactCheckMatch
from tracker.services.fact_checks import judge_fact_check
from tracker.services.session import Session
from tracker.store import Store

#: A claim and a fact-check.
Pair = tuple[ClaimId, FactCheckId]

NOTHING_SHOWN = Message("There is no fact-check to judge.", Tone.WARN)


def pair_of(match: FactCheckMatch) -> Pair:
    """Return the claim and the fact-check of a match."""
    return match.claim.id, FactCheckId(match.fact_check.id)


@frozen(kw_only=True)
class FactChecksState:
    """The pairs to judge and the one shown. Every transition returns a new state.

    Attributes:
        session: who judges, and where it is kept.
        claim_id: the claim whose fact-checks these are; None for the whole database.
        matches: the pairs, in the order they are asked.
        index: which is shown; 0 where there is none.
        judged: what was judged of them, by pair.
        notes: why they will be judged so, written before the judgement; kept with it.
        put_off: pairs to come back to.
    """

    session: Session = field(repr=False)
    claim_id: ClaimId | None = None
    matches: tuple[FactCheckMatch, ...] = ()
    index: int = 0
    judged: Mapping[Pair, FactCheckLink] = field(factory=dict, repr=False)
    notes: Mapping[Pair, str] = field(factory=dict, repr=False)
    put_off: frozenset[Pair] = frozenset()

    @classmethod
    def open(
        cls,
        session: Session,
        matches: tuple[FactCheckMatch, ...],
        claim_id: ClaimId | None = None,
    ) -> "FactChecksState":
        """Return the state that shows the first of ``matches``."""
        return cls(session=session, claim_id=claim_id, matches=matches, judged=_judged(session))

    @property
    def match(self) -> FactCheckMatch | None:
        """The pair shown, None where there is none."""
        return self.matches[self.index] if self.matches else None

    @property
    def shown(self) -> tuple[Claim, FactCheck] | None:
        """The claim and the fact-check shown, as they stand now."""
        if self.match is None:
            return None
        claim_id, check_id = pair_of(self.match)
        store = self.session.store
        return store.get(Claim, claim_id), store.get(FactCheck, check_id)

    @property
    def shown_judgement(self) -> FactCheckLink | None:
        """What was judged of the pair shown."""
        return self.judged.get(pair_of(self.match)) if self.match else None

    @property
    def note(self) -> str:
        """Why the pair shown is judged so, or will be."""
        if self.match is None:
            return ""
        judged = self.shown_judgement
        return judged.note if judged else self.notes.get(pair_of(self.match), "")

    @property
    def left(self) -> int:
        """How many pairs nobody has judged."""
        return sum(pair_of(match) not in self.judged for match in self.matches)

    def moved(self, steps: int) -> "FactChecksState":
        """Return the state ``steps`` pairs on, kept inside."""
        return evolve(self, index=max(0, min(len(self.matches) - 1, self.index + steps)))

    def onward(self) -> "FactChecksState":
        """Return the state at the next open pair, round the end; those put off come last."""
        pairs = [pair_of(match) for match in self.matches]
        return evolve(self, index=next_open(pairs, self.index, self.judged, self.put_off))

    def later(self) -> tuple["FactChecksState", Message]:
        """Put the pair shown off and go on to the next open one."""
        if self.match is None:
            return self, NOTHING_SHOWN
        put_off = self.put_off | {pair_of(self.match)}
        state = evolve(self, put_off=put_off).onward()
        return state, Message("Put off; it comes back after the others.", Tone.MUTED)

    def judge(self, bearing: Bearing) -> tuple["FactChecksState", Message]:
        """Record what the fact-check shown has to do with its claim and go on."""
        match = self.match
        if match is None:
            return self, NOTHING_SHOWN
        try:
            judge_fact_check(
                self.session,
                *pair_of(match),
                bearing,
                score=match.candidate.score,
                note=self.notes.get(pair_of(match)),
            )
        except TrackerError as error:
            return self.reloaded(), refusal(error)
        state = evolve(self, judged=_judged(self.session)).onward()
        left = count(state.left, "fact-check", "fact-checks")
        told = f"{left} left." if state.left else "Every one is judged."
        return state, Message(f"{BEARINGS[bearing][0].capitalize()}. Saved. {told}", Tone.GOOD)

    def noted(self, note: str) -> tuple["FactChecksState", Message]:
        """Keep why the pair shown is judged so; before it is, until the decision."""
        judged = self.shown_judgement
        if self.match is None:
            return self, NOTHING_SHOWN
        if judged is None:
            state = evolve(self, notes={**self.notes, pair_of(self.match): note.strip()})
            return state, Message("The note is kept with your decision.", Tone.MUTED)
        try:
            ends = judged.claim_id, judged.fact_check_id
            judge_fact_check(self.session, *ends, judged.bearing, note=note)
        except TrackerError as error:
            return self.reloaded(), refusal(error)
        return evolve(self, judged=_judged(self.session)), Message("The note is saved.", Tone.GOOD)

    def reloaded(self) -> "FactChecksState":
        """Return the state as the store is now; at the first pair whose judgement changed.

        Pairs of which one side is gone, or whose claim was rejected, are left out.
        """
        judged = _judged(self.session)
        standing = pair_of(self.match) if self.match else None
        matches = tuple(m for m in self.matches if _stands(self.session.store, m))
        places = {pair_of(match): place for place, match in enumerate(matches)}
        both = self.judged.keys() | judged.keys()
        differing = (places[p] for p in both & places.keys() if self.judged.get(p) != judged.get(p))
        index = min(differing, default=places.get(standing, 0) if standing else 0)
        return evolve(self, matches=matches, judged=judged, index=index)


def _judged(session: Session) -> Mapping[Pair, FactCheckLink]:
    return {(link.claim_id, link.fact_check_id): link for link in session.store.scan(FactCheckLink)}


def _stands(store: Store, match: FactCheckMatch) -> bool:
    try:
        claim = store.get(Claim, match.claim.id)
        store.get(FactCheck, match.fact_check.id)
    except NotFoundError:
        return False
    return claim.state is not ClaimState.REJECTED
