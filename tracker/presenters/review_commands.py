"""What the commands of the review do, by name: moves, edits, choices and writings."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from attrs import frozen

from tracker.model import (
    Claim,
    Confidence,
    Credibility,
    Likelihood,
    Reliability,
    Verdict,
)
from tracker.presenters import review_decisions as decisions
from tracker.presenters import review_ratings as ratings
from tracker.presenters import review_words as words
from tracker.presenters.rating_options import (
    Option,
    confidence_options,
    credibility_options,
    likelihood_options,
    reliability_options,
    verdict_options,
)
from tracker.presenters.review import ReviewState
from tracker.presenters.tones import Message
from tracker.services.reading import assertion_of
from tracker.services.standing import alone, view_of

#: Action -> the move; it returns whether there was anywhere to go.
MOVES: Mapping[str, Callable[[ReviewState], bool]] = {
    "next": ReviewState.next,
    "previous": ReviewState.previous,
    "next_open": ReviewState.next_open,
    "previous_open": ReviewState.previous_open,
    "first": ReviewState.first,
    "last": ReviewState.last,
}

#: Action -> the edit; it is saved when its message comes back.
EDITS: Mapping[str, Callable[[ReviewState], Message]] = {
    "accept": decisions.accept,
    "reject": decisions.reject,
    "reopen": decisions.reopen,
    "split": decisions.split,
    "merge": decisions.merge,
    "finer": decisions.finer,
    "coarser": decisions.coarser,
    "end_later": partial(decisions.move_end, steps=1),
    "end_earlier": partial(decisions.move_end, steps=-1),
    "start_later": partial(decisions.move_start, steps=1),
    "start_earlier": partial(decisions.move_start, steps=-1),
    "add": decisions.add_selection,
    "take": decisions.take_selection,
    "share": decisions.share_selection,
    "widen": words.widen,
    "narrow": words.narrow,
    "same": decisions.same_as_before,
    **{
        f"credibility_{grade.value}": partial(ratings.rate_credibility, credibility=grade)
        for grade in Credibility
    },
    **{
        f"reliability_{grade.value.lower()}": partial(ratings.rate_reliability, reliability=grade)
        for grade in Reliability
    },
}

#: What is said when a move leads nowhere.
NOWHERE: Mapping[str, str] = {
    "next": "This is the last claim.",
    "previous": "This is the first claim.",
    "next_open": "Every claim of this article is decided.",
    "previous_open": "Every claim of this article is decided.",
    "first": "This article has no claims.",
    "last": "This article has no claims.",
}


@frozen(kw_only=True)
class Choice:
    """A command that asks for one of a few values first.

    Attributes:
        title: what is asked.
        options: the values offered, given the state.
        take: the edit that a value makes.
    """

    title: str
    options: Callable[[ReviewState], Sequence[Option]]
    take: Callable[[ReviewState, str], Message]


def _verdicts(state: ReviewState) -> Sequence[Option]:
    own, claim = state.assessment(), state.claim
    proposed = None
    if claim is not None:
        store = state.session.store
        proposed = view_of(store, assertion_of(store, claim.id) or alone(claim)).proposal.verdict
    return verdict_options(own.verdict if own else None, proposed)


#: Action -> what is asked first.
CHOICES: Mapping[str, Choice] = {
    "reliability": Choice(
        title="Reliability of the source",
        options=lambda state: reliability_options(state.assessment()),
        take=lambda state, value: ratings.rate_reliability(state, Reliability(value)),
    ),
    "credibility": Choice(
        title="Credibility of the information",
        options=lambda state: credibility_options(state.assessment()),
        take=lambda state, value: ratings.rate_credibility(state, Credibility(value)),
    ),
    "confidence": Choice(
        title="Confidence in the rating",
        options=lambda state: confidence_options(state.assessment()),
        take=lambda state, value: ratings.rate_confidence(state, Confidence(value)),
    ),
    "likelihood": Choice(
        title="Likelihood of the claim",
        options=lambda state: likelihood_options(state.assessment()),
        take=lambda state, value: ratings.rate_likelihood(state, Likelihood(value)),
    ),
    "verdict": Choice(
        title="Where the desk stands",
        options=_verdicts,
        take=lambda state, value: ratings.give_verdict(state, Verdict(value)),
    ),
}


@frozen(kw_only=True)
class Writing:
    """A command that asks for text first.

    Attributes:
        title: what is asked for.
        before: what stands there to begin with.
        keep: the edit that the text makes.
        lines: whether the text has several lines.
    """

    title: str
    before: Callable[[ReviewState, Claim], str]
    keep: Callable[[ReviewState, Claim, str], Message]
    lines: bool = False


def _rationale(state: ReviewState, _claim: Claim) -> str:
    assessment = state.assessment()
    return assessment.rationale if assessment else ""


#: Action -> what is written first.
WRITINGS: Mapping[str, Writing] = {
    "wording": Writing(
        title="The claim in plain words",
        before=lambda _, claim: claim.wording or claim.quote,
        keep=lambda state, claim, text: decisions.write(state, claim, wording=text),
    ),
    "gloss": Writing(
        title="The claim in a second language",
        before=lambda _, claim: claim.gloss,
        keep=lambda state, claim, text: decisions.write(state, claim, gloss=text),
    ),
    "note": Writing(
        title="Note on the claim",
        before=lambda _, claim: claim.note,
        keep=lambda state, claim, text: decisions.write(state, claim, note=text),
        lines=True,
    ),
    "assign": Writing(
        title="Which reviewer is to rate it, too",
        before=lambda _, __: "",
        keep=lambda state, claim, text: ratings.ask_reviewer(state, claim.id, text),
    ),
    "rationale": Writing(
        title="Why you rate it so",
        before=_rationale,
        keep=lambda state, claim, text: ratings.give_rationale(state, claim.id, text),
        lines=True,
    ),
}
