"""Short lists to choose a rating from, each value under a key of its own."""

from attrs import frozen

from tracker.model import Assessment, Dependence, Verdict
from tracker.presenters.judgement_words import DEPENDENCES
from tracker.presenters.wording import CONFIDENCE, CREDIBILITY, LIKELIHOOD, RELIABILITY


@frozen(kw_only=True)
class Option:
    """One line of a short list to choose from.

    Attributes:
        key: the key that takes it.
        label: what it says.
        value: what is handed back.
        current: whether it is what holds now.
    """

    key: str
    label: str
    value: str
    current: bool = False


def reliability_options(own: Assessment | None) -> tuple[Option, ...]:
    """Return the six grades of a source's reliability."""
    now = own.reliability if own else None
    return tuple(
        Option(key=r.value.lower(), label=f"{r.value}  {words}", value=r.value, current=r is now)
        for r, words in RELIABILITY.items()
    )


def credibility_options(own: Assessment | None) -> tuple[Option, ...]:
    """Return the six grades of the information's credibility."""
    now = own.credibility if own else None
    return tuple(
        Option(key=c.value, label=f"{c.value}  {words}", value=c.value, current=c is now)
        for c, words in CREDIBILITY.items()
    )


def confidence_options(own: Assessment | None) -> tuple[Option, ...]:
    """Return the three grades of analytic confidence."""
    now = own.confidence if own else None
    return tuple(
        Option(key=c.value[0], label=words, value=c.value, current=c is now)
        for c, words in CONFIDENCE.items()
    )


def likelihood_options(own: Assessment | None) -> tuple[Option, ...]:
    """Return the seven terms of likelihood, from the least to the greatest."""
    now = own.likelihood if own else None
    return tuple(
        Option(key=str(number), label=words, value=term.value, current=term is now)
        for number, (term, words) in enumerate(LIKELIHOOD.items(), start=1)
    )


def verdict_options(now: Verdict | None, proposed: Verdict | None = None) -> tuple[Option, ...]:
    """Return the verdicts a desk can give, each under its first letter, one maybe proposed."""
    return tuple(
        Option(
            key=v.value[0],
            label=v.value + ("  (the rule suggests it)" if v is proposed else ""),
            value=v.value,
            current=v is now,
        )
        for v in Verdict
    )


_DEPENDENCE_KEYS = {
    Dependence.INDEPENDENT: "i",
    Dependence.SAME_ORIGIN: "o",
    Dependence.REPRINT: "r",
    Dependence.CITES_OTHER: "c",
    Dependence.UNKNOWN: "u",
}


def dependence_options(now: Dependence | None) -> tuple[Option, ...]:
    """Return how origins can depend on each other."""
    return tuple(
        Option(key=_DEPENDENCE_KEYS[d], label=words, value=d.value, current=d is now)
        for d, words in DEPENDENCES.items()
    )
