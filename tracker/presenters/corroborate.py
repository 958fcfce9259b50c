"""Judging pairs of claims: the candidates of one claim, or the queue over the whole database."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from tracker.errors import TrackerError
from tracker.model import Claim, ClaimId, ClaimState, Corroboration, Dependence, Relation
from tracker.presenters.asking import next_open
from tracker.presenters.history import refusal
from tracker.presenters.judgement_words import DEPENDENCES
from tracker.presenters.signal_words import is_reprint
from tracker.presenters.tones import Message, Tone
from tracker.presenters.wording import RELATIONS, count
from tracker.services.corroborating import judge, set_dependence
from tracker.services.following import changed_since
from tracker.services.match_queue import Pair, pair_of
from tracker.services.match_value import Match
from tracker.services.session import Session

#: Relations for which it matters whether the two origins are independent.
WEIGHING = frozenset({Relation.CORROBORATES, Relation.PARTLY, Relation.CONTRADICTS})

NOTHING_SHOWN = Message("There is no pair to judge.", Tone.WARN)


@frozen(kw_only=True)
class Intention:
    """What a reviewer said of a pair before judging it; kept with the decision.

    Attributes:
        dependence: how the origins depend on each other; None while nothing was said.
        note: why they judge so.
    """

    dependence: Dependence | None = None
    note: str = ""


@frozen(kw_only=True)
class CorroborateState:
    """The pairs to judge and the one shown. Every transition returns a new state.

    Attributes:
        session: who judges, and where it is kept.
        claim_id: the claim whose candidates these are; None for the queue.
        matches: the pairs, in the order they are asked.
        index: which is shown; 0 where there is none.
        judged: every judgement of the database, by its pair.
        intentions: what was said of pairs before judging them.
        put_off: pairs to come back to.
        just_judged: the pair judged just now, of which one may still say more; None after a move.
        sequence: the last commit that the state has seen.
    """

    session: Session = field(repr=False)
    claim_id: ClaimId | None = None
    matches: tuple[Match, ...] = ()
    index: int = 0
    judged: Mapping[Pair, Corroboration] = field(factory=dict, repr=False)
    intentions: Mapping[Pair, Intention] = field(factory=dict, repr=False)
    put_off: frozenset[Pair] = frozenset()
    just_judged: Pair | None = None
    sequence: int = 0

    @classmethod
    def open(
        cls, session: Session, matches: tuple[Match, ...], claim_id: ClaimId | None = None
    ) -> "CorroborateState":
        """Return the state that shows the first of ``matches``."""
        sequence = session.store.sequence
        judged = {_ends(c): c for c in session.store.scan(Corroboration)}
        return cls(
            session=session, claim_id=claim_id, matches=matches, judged=judged, sequence=sequence
        )

    @property
    def match(self) -> Match | None:
        """The pair shown, None where there is none."""
        return self.matches[self.index] if self.matches else None

    @property
    def claims(self) -> tuple[Claim, Claim] | None:
        """The claim in hand and the candidate, as they stand now."""
        if self.match is None:
            return None
        store = self.session.store
        return store.get(Claim, self.match.claim.id), store.get(
            Claim, self.match.candidate.claim_id
        )

    @property
    def shown_judgement(self) -> Corroboration | None:
        """What was judged of the pair shown."""
        return self.judged.get(pair_of(self.match)) if self.match else None

    @property
    def intention(self) -> Intention:
        """What was said of the pair shown before judging it."""
        return self.intentions.get(pair_of(self.match), Intention()) if self.match else Intention()

    @property
    def last_judgement(self) -> Corroboration | None:
        """The judgement made just now, of which more may be said."""
        return self.judged.get(self.just_judged) if self.just_judged else None

    @property
    def concerned(self) -> Corroboration | None:
        """The judgement that dependence and note concern: the last one, else of the pair shown."""
        return self.last_judgement or self.shown_judgement

    @property
    def left(self) -> int:
        """How many pairs nobody has judged."""
        return sum(pair_of(match) not in self.judged for match in self.matches)

    def moved(self, steps: int) -> "CorroborateState":
        """Return the state ``steps`` pairs on, kept inside."""
        index = max(0, min(len(self.matches) - 1, self.index + steps))
        return evolve(self, index=index, just_judged=None)

    def onward(self) -> "CorroborateState":
        """Return the state at the next open pair, round the end; those put off come last."""
        pairs = [pair_of(match) for match in self.matches]
        return evolve(self, index=next_open(pairs, self.index, self.judged, self.put_off))

    def later(self) -> tuple["CorroborateState", Message]:
        """Put the pair shown off and go on to the next open one."""
        if self.match is None:
            return self, NOTHING_SHOWN
        put_off = self.put_off | {pair_of(self.match)}
        state = evolve(self, put_off=put_off, just_judged=None).onward()
        if state.left and all(pair_of(m) in put_off | self.judged.keys() for m in self.matches):
            return evolve(state, put_off=frozenset()), Message(
                f"Only pairs put off are left: {state.left}.", Tone.MUTED
            )
        return state, Message("Put off; it comes back after the others.", Tone.MUTED)

    def judge(self, relation: Relation) -> tuple["CorroborateState", Message]:
        """Record what the pair shown is to each other and go on to the next open one."""
        match = self.match
        if match is None:
            return self, NOTHING_SHOWN
        intention = self.intention
        try:
            judge(
                self.session,
                match.claim.id,
                match.candidate.claim_id,
                relation,
                dependence=intention.dependence,
                candidate=match.candidate,
                note=intention.note,
            )
        except TrackerError as error:
            return self.reloaded(), refusal(error)
        state = self._seen()
        pair = pair_of(match)
        state = evolve(state, just_judged=pair if relation in WEIGHING else None).onward()
        return state, Message(" ".join(_told(state, match, relation)), Tone.GOOD)

    def depend(self, dependence: Dependence) -> tuple["CorroborateState", Message]:
        """Say how the origins depend on each other.

        Of the pair judged just now, or of the pair shown; where that is not judged yet, it is
        kept with the decision to come.
        """
        words = DEPENDENCES[dependence].capitalize()
        concerned = self.concerned
        if concerned is None:
            state = self._intending(evolve(self.intention, dependence=dependence))
            return state, _kept(state, words)
        try:
            set_dependence(self.session, concerned.id, dependence)
        except TrackerError as error:
            return self.reloaded(), refusal(error)
        which = "of the pair judged before" if self.last_judgement else "of this pair"
        state = evolve(self._seen(), just_judged=None)
        return state, Message(f"{words}: recorded {which}. Saved.", Tone.GOOD)

    def noted(self, note: str) -> tuple["CorroborateState", Message]:
        """Keep why the reviewer judges so, of the pair that :meth:`depend` would concern."""
        concerned = self.concerned
        if concerned is None:
            state = self._intending(evolve(self.intention, note=note.strip()))
            return state, _kept(state, "The note is")
        try:
            ends = concerned.claim_id, concerned.other_id
            judge(self.session, *ends, concerned.relation, note=note)
        except TrackerError as error:
            return self.reloaded(), refusal(error)
        return self._seen(), Message("The note is saved.", Tone.GOOD)

    def _intending(self, intention: Intention) -> "CorroborateState":
        if self.match is None:
            return self
        return evolve(self, intentions={**self.intentions, pair_of(self.match): intention})

    def _seen(self) -> "CorroborateState":
        """Return the state with the judgements that were committed since."""
        store = self.session.store
        changed = changed_since(store, Corroboration, self.sequence)
        judged = {pair: c for pair, c in self.judged.items() if c.id not in changed}
        judged |= {_ends(c): c for c in changed.values() if c}
        return evolve(self, judged=judged, sequence=store.sequence)

    def reloaded(self) -> "CorroborateState":
        """Return the state as the store is now; at the first pair whose judgement changed.

        Pairs with a claim that is gone or rejected are left out.
        """
        changed = changed_since(self.session.store, Claim, self.sequence)
        gone = {i for i, c in changed.items() if c is None or c.state is ClaimState.REJECTED}
        standing = pair_of(self.match) if self.match else None
        matches = tuple(m for m in self.matches if gone.isdisjoint(pair_of(m)))
        state = evolve(self._seen(), matches=matches)
        differing = {
            pair
            for pair in self.judged.keys() | state.judged.keys()
            if self.judged.get(pair) != state.judged.get(pair)
        }
        places = {pair_of(match): place for place, match in reversed(list(enumerate(matches)))}
        moved = min((places[pair] for pair in differing if pair in places), default=None)
        index = places.get(standing, 0) if moved is None and standing else moved or 0
        last = self.just_judged if self.just_judged in state.judged and not differing else None
        return evolve(state, index=index, just_judged=last)


def _ends(corroboration: Corroboration) -> Pair:
    return corroboration.claim_id, corroboration.other_id


def _kept(state: CorroborateState, what: str) -> Message:
    if state.match is None:
        return NOTHING_SHOWN
    joint = "" if what.endswith(" is") else ":"
    return Message(f"{what}{joint} kept with your decision on this pair.", Tone.MUTED)


def _told(state: CorroborateState, match: Match, relation: Relation) -> list[str]:
    """Return what is told after a decision: what was saved, what one may add, what is left."""
    words = [f"{RELATIONS[relation][0].capitalize()}. Saved."]
    last = state.last_judgement
    if last and last.dependence is Dependence.UNKNOWN:
        if is_reprint(match.candidate):
            words.append("It reads like a reprint: d says so.")
        else:
            words.append("Are the origins independent? i says yes, d something else.")
    if not state.left:
        words.append("Every pair is judged.")
    elif not state.claim_id:
        words.append(f"{count(state.left, 'match', 'matches')} left.")
    return words
