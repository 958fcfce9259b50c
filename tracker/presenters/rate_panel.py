"""The rating of one claim in one panel: the information first, the source after it."""

from collections.abc import Callable, Iterator

from attrs import evolve, field, frozen

from tracker.errors import TrackerError
from tracker.model import (
    Assessment,
    Claim,
    ClaimId,
    Confidence,
    Credibility,
    Likelihood,
    Reliability,
    Source,
)
from tracker.presenters.history import refusal
from tracker.presenters.tones import Cell, Line, Message, Tone
from tracker.presenters.track_record_words import SAMPLE_NOTE, interval_line, outcome_line
from tracker.presenters.wording import (
    CONFIDENCE,
    CREDIBILITY,
    LIKELIHOOD,
    RELIABILITY,
    SOURCE_KINDS,
    SOURCE_SYMBOLS,
)
from tracker.services.judging import lacks_independent_origin, rate
from tracker.services.reading import assessment_by
from tracker.services.recording import record_of
from tracker.services.session import Session

#: Why a 1 is asked about again.
QUESTION = "No independent origin confirms it: 2 is the most without one. 1 again takes it."
FIRST_THE_INFORMATION = "First the information, 1 to 6: the source's letter then follows."


@frozen(kw_only=True)
class RatePanel:
    """A claim and the reviewer's own rating of it.

    Attributes:
        session: who rates, and where it is kept.
        claim_id: the claim.
        questioned: whether a 1 was asked about, so that the next one stands.
    """

    session: Session = field(repr=False)
    claim_id: ClaimId
    questioned: bool = False

    @property
    def own(self) -> Assessment | None:
        """The reviewer's own rating, None before there is any."""
        return assessment_by(self.session.store, self.claim_id, self.session.reviewer.name)

    @property
    def informed(self) -> bool:
        """Whether the information has its number, so that the source may come into sight."""
        return self.own is not None and self.own.credibility is not None

    def rate_information(self, credibility: Credibility) -> tuple["RatePanel", Message]:
        """Rate the information; a 1 without an independent origin is asked about once."""
        unsupported = lacks_independent_origin(self.session.store, self.claim_id)
        if credibility is Credibility.CONFIRMED and unsupported and not self.questioned:
            return evolve(self, questioned=True), Message(QUESTION, Tone.WARN)
        words = f"Information {credibility.value}, {CREDIBILITY[credibility]}."
        return self._kept(lambda: self._rate(credibility=credibility), words)

    def rate_source(self, reliability: Reliability) -> tuple["RatePanel", Message]:
        """Rate the source, once the information has its number."""
        if not self.informed:
            return self, Message(FIRST_THE_INFORMATION, Tone.WARN)
        words = f"Source {reliability.value}, {RELIABILITY[reliability]}."
        return self._kept(lambda: self._rate(reliability=reliability), words)

    def say_confidence(self, confidence: Confidence) -> tuple["RatePanel", Message]:
        """Say how sure the reviewer is of the rating."""
        words = f"Confidence {CONFIDENCE[confidence]}."
        return self._kept(lambda: self._rate(confidence=confidence), words)

    def say_likelihood(self, likelihood: Likelihood) -> tuple["RatePanel", Message]:
        """Say how likely the claim is to be borne out."""
        words = f"Likelihood: {LIKELIHOOD[likelihood]}."
        return self._kept(lambda: self._rate(likelihood=likelihood), words)

    def give_rationale(self, rationale: str) -> tuple["RatePanel", Message]:
        """Keep why."""
        return self._kept(lambda: self._rate(rationale=rationale), "The rationale is")

    def _rate(
        self,
        *,
        reliability: Reliability | None = None,
        credibility: Credibility | None = None,
        confidence: Confidence | None = None,
        likelihood: Likelihood | None = None,
        rationale: str | None = None,
    ) -> None:
        rate(
            self.session,
            self.claim_id,
            reliability=reliability,
            credibility=credibility,
            confidence=confidence,
            likelihood=likelihood,
            rationale=rationale,
        )

    def _kept(self, edit: Callable[[], None], words: str) -> tuple["RatePanel", Message]:
        after = evolve(self, questioned=False)
        try:
            edit()
        except TrackerError as error:
            return after, refusal(error)
        saved = "saved." if words.endswith(" is") else "Saved."
        return after, Message(f"{words} {saved}", Tone.GOOD)


def panel_lines(panel: RatePanel) -> tuple[Line, ...]:
    """Return the claim, the scale of the information, and what is in sight of the rest."""
    store = panel.session.store
    claim = store.get(Claim, panel.claim_id)
    own = panel.own
    return (
        (Cell(claim.statement, Tone.STRONG),),
        (),
        (Cell("information: how far do you believe it, whoever says so?"),),
        *(
            _grade(grade.value, words, now=bool(own and own.credibility is grade))
            for grade, words in CREDIBILITY.items()
        ),
        *_question(panel),
        (),
        *(_source(panel, claim) if panel.informed else _hidden()),
        (),
        *_sureness(own),
        *_rationale(own),
    )


def _grade(key: str, words: str, *, now: bool) -> Line:
    mark, tone = ("●", Tone.ACCENT) if now else (" ", Tone.PLAIN)
    return Cell(f" {mark} {key}  ", Tone.ACCENT), Cell(words, tone)


def _question(panel: RatePanel) -> Iterator[Line]:
    if lacks_independent_origin(panel.session.store, panel.claim_id):
        words = "no independent origin is linked: at best 2 (STANAG 2511)"
        yield (Cell(f"      {words}", Tone.WARN if panel.questioned else Tone.MUTED),)


def _hidden() -> Iterator[Line]:
    yield (Cell("source: hidden until the information has its number", Tone.MUTED),)


def _source(panel: RatePanel, claim: Claim) -> Iterator[Line]:
    store = panel.session.store
    source = store.get(Source, claim.source_id)
    record = record_of(store, source.id)
    symbol = f"{SOURCE_SYMBOLS[source.kind]} "
    yield Cell("source: "), Cell(symbol, Tone.ACCENT), Cell(source.label, Tone.ACCENT)
    yield (Cell(SOURCE_KINDS[source.kind], Tone.MUTED),)
    yield outcome_line(record)
    yield interval_line(record)
    yield SAMPLE_NOTE
    own = panel.own
    for letter, words in RELIABILITY.items():
        yield _grade(letter.value, words, now=bool(own and own.reliability is letter))


def _sureness(own: Assessment | None) -> Iterator[Line]:
    confidence = own.confidence if own else None
    words = CONFIDENCE[confidence] if confidence else "not said"
    yield Cell("confidence  ", Tone.MUTED), Cell(words)
    # On a line of its own: a likelihood and a confidence never share a sentence (ICD 203).
    likelihood = own.likelihood if own else None
    term = LIKELIHOOD[likelihood] if likelihood else "not said (optional)"
    yield Cell("likelihood  ", Tone.MUTED), Cell(term)


def _rationale(own: Assessment | None) -> Iterator[Line]:
    if own and own.rationale:
        yield Cell("rationale   ", Tone.MUTED), Cell(own.rationale)
