"""An assertion's page: who stands behind it, as a tree of its reports, and what the desk says."""

from collections.abc import Iterator

from attrs import field, frozen

from tracker.credibility import VERDICT_REASONS
from tracker.errors import TrackerError
from tracker.model import Assertion, AssertionId, Claim, ClaimId, Corroboration, Dependence, Verdict
from tracker.presenters.assertion_tree import TreeRow, tree_rows
from tracker.presenters.claim_pane import fact_check_cells
from tracker.presenters.history import refusal
from tracker.presenters.judgement_words import DEPENDENCES
from tracker.presenters.standing_words import standing_words
from tracker.presenters.tones import Cell, Line, Message, Tone
from tracker.services.corroborating import judge
from tracker.services.fact_checks import fact_checks_of
from tracker.services.judging import explain_ruling, lacks_evidence, rule, rule_on_claim
from tracker.services.reading import assertion_of, corroborations_of
from tracker.services.session import Session
from tracker.services.standing import AssertionView, alone, view_of
from tracker.store import Store

_LABEL_WIDTH = 17


@frozen(kw_only=True)
class AssertionPage:
    """An assertion as it is shown; a claim that belongs to none is shown as what it asserts alone.

    Attributes:
        session: who reads and decides, and where it is kept.
        subject: the assertion or the claim that was asked for.
        view: the assertion with everything that bears on it.
        rows: its reports as a tree, then those that contradict it.
    """

    session: Session = field(repr=False)
    subject: str
    view: AssertionView
    rows: tuple[TreeRow, ...] = ()

    @classmethod
    def open(cls, session: Session, subject: str) -> "AssertionPage":
        """Return the page of an assertion, or of what a claim asserts.

        Raises:
            NotFoundError: when there is neither.
        """
        view = view_of(session.store, _asserted(session.store, subject))
        rows = tree_rows(session.store, view)
        return cls(session=session, subject=subject, view=view, rows=rows)

    def reloaded(self) -> "AssertionPage":
        """Return the page as the store is now.

        Raises:
            NotFoundError: when neither the assertion nor its first claim is there any more.
        """
        store = self.session.store
        if store.resolve(Assertion, self.subject) or store.resolve(Claim, self.subject):
            return AssertionPage.open(self.session, self.subject)
        return AssertionPage.open(self.session, self.view.assertion.claim_ids[0])

    @property
    def verdict(self) -> Verdict | None:
        """The desk's verdict, None until somebody decides."""
        ruling = self.view.assertion.ruling
        return ruling.verdict if ruling else None

    def ruled(self, verdict: Verdict) -> tuple["AssertionPage", Message]:
        """Set the desk's verdict."""
        assertion = self.view.assertion
        before = assertion.ruling
        kept = (before.rationale, before.evidence) if before else ("", ())
        try:
            if self._stored:
                after = rule(self.session, AssertionId(assertion.id), verdict, *kept)
            else:
                after = rule_on_claim(self.session, assertion.claim_ids[0], verdict, *kept)
        except TrackerError as error:
            return self.reloaded(), refusal(error)
        told = f"Verdict: {verdict.value}. Saved."
        if after.ruling and lacks_evidence(after.ruling):
            return self.reloaded(), Message(f"{told} What does it rest on? E notes it.", Tone.WARN)
        return self.reloaded(), Message(told, Tone.GOOD)

    @property
    def _stored(self) -> bool:
        return bool(self.session.store.resolve(Assertion, self.view.assertion.id))

    def explained(
        self, *, rationale: str | None = None, evidence: str | None = None
    ) -> tuple["AssertionPage", Message]:
        """Keep why the verdict is so, or what it rests on, one thing a line."""
        lines = None if evidence is None else tuple(evidence.splitlines())
        assertion_id = AssertionId(self.view.assertion.id)
        try:
            explain_ruling(self.session, assertion_id, rationale=rationale, evidence=lines)
        except TrackerError as error:
            return self, refusal(error)
        what = "evidence" if rationale is None else "rationale"
        return self.reloaded(), Message(f"The {what} is saved.", Tone.GOOD)

    def pair_of(self, claim_id: ClaimId) -> Corroboration | None:
        """Return the judgement that hangs a report where it stands: on the one above, or at all."""
        above = self._above(claim_id)
        found = corroborations_of(self.session.store, claim_id)
        within = {*self.view.claims, *(one.claim.id for one in self.view.opposing)}
        near = (c for c in found if c.partner(claim_id) == above)
        return next(near, next((c for c in found if c.partner(claim_id) in within), None))

    def _above(self, claim_id: ClaimId) -> ClaimId | None:
        waiting = [strand.first for strand in self.view.strands]
        while waiting:
            report = waiting.pop()
            if any(follower.claim_id == claim_id for follower in report.followers):
                return report.claim_id
            waiting.extend(report.followers)
        return None

    def depends(self, claim_id: ClaimId, dependence: Dependence) -> tuple["AssertionPage", Message]:
        """Say how a report depends on the one it was judged with."""
        pair = self.pair_of(claim_id)
        if pair is None:
            told = "It was judged with no other report here: c finds its matches."
            return self, Message(told, Tone.WARN)
        try:
            ends = pair.claim_id, pair.other_id
            judge(self.session, *ends, pair.relation, dependence=dependence)
        except TrackerError as error:
            return self.reloaded(), refusal(error)
        words = DEPENDENCES[dependence].capitalize()
        return self.reloaded(), Message(f"{words}. Saved.", Tone.GOOD)


def _asserted(store: Store, subject: str) -> Assertion:
    if store.resolve(Assertion, subject):
        return store.get(Assertion, subject)
    claim = store.get(Claim, subject)
    return assertion_of(store, claim.id) or alone(claim)


def page_lines(page: AssertionPage) -> tuple[Line, ...]:
    """Return what is asserted, what stands behind it, and where the desk stands."""
    view = page.view
    return (
        (Cell(view.assertion.wording, Tone.STRONG),),
        (Cell(standing_words(view.standing), Tone.ACCENT), *_unknown(view)),
        *_against(view),
        *_checked(page.session.store, view),
        (),
        *_ruling(view),
        _row(
            "the rule suggests",
            Cell(f"{view.proposal.verdict.value}: {VERDICT_REASONS[view.proposal.reason]}"),
        ),
    )


def _row(label: str, *cells: Cell) -> Line:
    return (Cell(f"{label.ljust(_LABEL_WIDTH)} ", Tone.MUTED), *cells)


def _unknown(view: AssertionView) -> Iterator[Cell]:
    if view.standing.unknown:
        yield Cell("  what is not judged does not count", Tone.MUTED)


def _against(view: AssertionView) -> Iterator[Line]:
    if view.opposing:
        number = len(view.opposing)
        yield (
            Cell(f"contradicted by {number} {'report' if number == 1 else 'reports'}", Tone.BAD),
        )


def _checked(store: Store, view: AssertionView) -> Iterator[Line]:
    """Yield the fact-checks that others published of the claims, each once."""
    found = [check for claim_id in view.claims for check in fact_checks_of(store, claim_id)]
    for check in {check.id: check for check in found}.values():
        address = Cell(f"  {check.url}", Tone.MUTED)
        yield _row("checked by others", *fact_check_cells(check), address)


def _ruling(view: AssertionView) -> Iterator[Line]:
    ruling = view.assertion.ruling
    if ruling is None:
        yield _row("verdict", Cell("nobody has decided", Tone.MUTED))
        return
    who = f"  {ruling.reviewer}, {ruling.decided_at:%Y-%m-%d}"
    yield _row("verdict", Cell(ruling.verdict.value, Tone.STRONG), Cell(who, Tone.MUTED))
    if ruling.rationale:
        yield _row("rationale", Cell(ruling.rationale))
    for line in ruling.evidence:
        yield _row("evidence", Cell(line))
    if lacks_evidence(ruling):
        yield _row("evidence", Cell("none is noted", Tone.WARN))
