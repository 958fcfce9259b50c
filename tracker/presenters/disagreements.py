"""Claims that more than one reviewer rates: side by side, settled with a rationale."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import evolve, field, frozen

from tracker.credibility import Adjudication, agreements, diagonals
from tracker.errors import TrackerError
from tracker.model import Assessment, ClaimId, Credibility, Reliability
from tracker.presenters.history import refusal
from tracker.presenters.rating_options import Option
from tracker.presenters.tones import Cell, Line, Message, Tone
from tracker.presenters.wording import CONFIDENCE, CREDIBILITY, LIKELIHOOD, RELIABILITY, count
from tracker.services.adjudicating import Case, assign, cases, settle, unsettle
from tracker.services.recording import reviewers_calibration
from tracker.services.session import Session

#: The sign and the tone of each state; the sign says it without any colour.
STATES: Mapping[Adjudication, tuple[str, str, Tone]] = {
    Adjudication.INCOMPLETE: ("…", "incomplete", Tone.WARN),
    Adjudication.DISAGREE: ("!", "disagree", Tone.BAD),
    Adjudication.AGREE: ("=", "agree", Tone.GOOD),
    Adjudication.ACCEPTED: ("✔", "settled", Tone.GOOD),
    Adjudication.REJECTED: ("✗", "rejected", Tone.MUTED),
}
_NAME_WIDTH = 14
_AXIS_WIDTH = 14


@frozen(kw_only=True, slots=False)
class DisagreementsState:
    """The cases as they are shown.

    Attributes:
        session: who looks, and where it is kept.
        cases: every case, those that need work first.
        only: the one state that is shown, None for all.
        agreement: how far reviewers agree, in lines.
    """

    session: Session = field(repr=False)
    cases: tuple[Case, ...] = field(default=(), repr=False)
    only: Adjudication | None = None
    agreement: tuple[Line, ...] = field(default=(), repr=False)

    @classmethod
    def open(cls, session: Session, only: Adjudication | None = None) -> "DisagreementsState":
        """Return the cases of a store as they are now."""
        return cls(
            session=session,
            cases=cases(session.store),
            only=only,
            agreement=tuple(_agreement(session)),
        )

    def reloaded(self) -> "DisagreementsState":
        """Return the cases as the store is now."""
        return DisagreementsState.open(self.session, self.only)

    @cached_property
    def shown(self) -> tuple[Case, ...]:
        """The cases in the state asked for."""
        return tuple(c for c in self.cases if self.only in {None, c.state})

    @property
    def title(self) -> str:
        """How many claims stand how."""
        numbers = [
            f"{symbol} {sum(c.state is state for c in self.cases)} {word}"
            for state, (symbol, word, _) in STATES.items()
        ]
        told = f" · only {STATES[self.only][1]}" if self.only else ""
        return " · ".join(numbers) + told

    def next_state(self) -> "DisagreementsState":
        """Return the list narrowed to the next state, all after the last."""
        order = [None, *Adjudication]
        return evolve(self, only=order[(order.index(self.only) + 1) % len(order)])

    def case(self, claim_id: str | None) -> Case | None:
        """Return the case of a claim."""
        return next((c for c in self.cases if c.claim.id == claim_id), None)

    def hidden(self, case: Case) -> bool:
        """Return whether what others rated must stay out of sight: one's own rating is missing."""
        return self.session.reviewer.name in case.missing

    def settled(
        self,
        claim_id: ClaimId,
        credibility: Credibility | None,
        reliability: Reliability | None,
        rationale: str,
    ) -> tuple["DisagreementsState", Message]:
        """Settle the ratings of a claim; without a rating none shall stand."""
        accepted = bool(credibility or reliability)
        try:
            settle(
                self.session,
                claim_id,
                accepted=accepted,
                reliability=reliability,
                credibility=credibility,
                rationale=rationale,
            )
        except TrackerError as error:
            return self, refusal(error)
        told = "Settled. Saved." if accepted else "Rejected: no rating stands. Saved."
        return self.reloaded(), Message(told, Tone.GOOD)

    def reopened(self, claim_id: ClaimId) -> tuple["DisagreementsState", Message]:
        """Take a settlement back."""
        try:
            unsettle(self.session, claim_id)
        except TrackerError as error:
            return self, refusal(error)
        return self.reloaded(), Message("Open again. Saved.", Tone.GOOD)

    def asked(self, claim_id: ClaimId, name: str) -> tuple["DisagreementsState", Message]:
        """Ask one more reviewer to rate a claim."""
        try:
            assign(self.session, (claim_id,), name)
        except TrackerError as error:
            return self, refusal(error)
        return self.reloaded(), Message(f"{name.strip()} is asked to rate it. Saved.", Tone.GOOD)


#: What stands for "no rating of this claim shall stand", and for an axis left open.
REJECT, NONE = "reject", "none"


def number_options() -> tuple[Option, ...]:
    """Return the numbers that the desk can settle on, or that none shall stand."""
    grades = (
        Option(key=c.value, label=f"{c.value}  {words}", value=c.value)
        for c, words in CREDIBILITY.items()
    )
    none = Option(key="n", label="no number: settle the source alone", value=NONE)
    return (*grades, none, Option(key="x", label="reject: no rating stands", value=REJECT))


def letter_options() -> tuple[Option, ...]:
    """Return the letters that the desk can settle on, or none."""
    grades = (
        Option(key=r.value.lower(), label=f"{r.value}  {words}", value=r.value)
        for r, words in RELIABILITY.items()
    )
    return (*grades, Option(key="n", label="no letter", value=NONE))


def side_by_side(state: DisagreementsState, case: Case | None) -> tuple[Line, ...]:
    """Return the ratings of one claim beside each other, and how the desk settled it."""
    if case is None:
        words = "No claim is rated by two, nor was anybody asked: i asks in the review."
        return ((Cell(words, Tone.MUTED),),)
    return (
        (Cell(case.claim.statement, Tone.STRONG),),
        (),
        *(_hidden(case) if state.hidden(case) else _columns(case)),
        *((Cell(f"{name} was asked and has not rated yet", Tone.WARN),) for name in case.missing),
        *_settlement(case),
    )


def _hidden(case: Case) -> Iterator[Line]:
    if case.assessments:
        number = count(len(case.assessments), "rating")
        yield (Cell(f"{number} by others, hidden until you rate: R", Tone.MUTED),)


def _columns(case: Case) -> Iterator[Line]:
    heads = "".join(one.reviewer[: _NAME_WIDTH - 2].ljust(_NAME_WIDTH) for one in case.assessments)
    yield Cell(" " * _AXIS_WIDTH, Tone.MUTED), Cell(heads, Tone.STRONG)
    for axis in ("credibility", "reliability", "confidence", "likelihood", "verdict"):
        values = [_value(one, axis) for one in case.assessments]
        if any(value != "–" for value in values):
            apart = axis in case.axes
            label = f"{'! ' if apart else '  '}{axis}".ljust(_AXIS_WIDTH)
            cells = "".join(value[: _NAME_WIDTH - 2].ljust(_NAME_WIDTH) for value in values)
            yield Cell(label, Tone.MUTED), Cell(cells, Tone.BAD if apart else Tone.PLAIN)
    for one in case.assessments:
        if one.rationale:
            yield Cell(f"{one.reviewer}: ", Tone.MUTED), Cell(one.rationale)


def _value(one: Assessment, axis: str) -> str:
    value = getattr(one, axis)
    if value is None:
        return "–"
    if value in CONFIDENCE:
        return CONFIDENCE[value]
    return LIKELIHOOD[value].partition(" (")[0] if value in LIKELIHOOD else str(value.value)


def _settlement(case: Case) -> Iterator[Line]:
    found = case.settlement
    if found is None:
        return
    letter = found.reliability.value if found.reliability else "–"
    number = found.credibility.value if found.credibility else "–"
    words = f"settled as {letter}{number}" if found.accepted else "rejected: no rating stands"
    who = f"  {found.reviewer}, {found.settled_at:%Y-%m-%d}"
    yield ()
    yield Cell(words, Tone.GOOD), Cell(who, Tone.MUTED)
    yield (Cell(found.rationale),)


def _agreement(session: Session) -> Iterator[Line]:
    """Yield the agreement on every axis that two rated, the warnings, and the calibrations."""
    given = tuple(session.store.scan(Assessment))
    for one in agreements(given):
        if one.used:
            alpha = "not defined" if one.alpha is None else f"{one.alpha:.2f}"
            yield (
                Cell(one.axis.ljust(_AXIS_WIDTH), Tone.MUTED),
                Cell(f"alpha {alpha} · agree {one.raw:.0%} · n {one.used} of {one.total}"),
            )
    for share in diagonals(given):
        if share.warns:
            words = f"{share.reviewer}: {share.on_it} of {share.ratings} ratings are A1, B2 or C3"
            yield (Cell(f"! {words}: is one copied from the other?", Tone.WARN),)
    for one_ in reviewers_calibration(session.store):
        score = "too few for a score" if one_.brier is None else f"Brier {one_.brier:.3f}"
        words = f"{one_.reviewer}: {count(one_.forecasts, 'forecast')}, {one_.open} open, {score}"
        yield Cell("likelihoods   ", Tone.MUTED), Cell(words)
