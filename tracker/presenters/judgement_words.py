"""Words for what a reviewer judges two claims, two origins or two sources to be to each other."""

from collections.abc import Mapping

from tracker.credibility import BLOCKS, SUGGESTION_REASONS, Likeness
from tracker.model import Dependence, Distance, Identity, KnownTo, LinkBasis

DEPENDENCES: Mapping[Dependence, str] = {
    Dependence.INDEPENDENT: "independent origins",
    Dependence.SAME_ORIGIN: "same origin",
    Dependence.REPRINT: "one is a reprint or agency copy",
    Dependence.CITES_OTHER: "one cites the other",
    Dependence.UNKNOWN: "not known whether independent",
}

IDENTITIES: Mapping[Identity, str] = {
    Identity.SAME_AS: "same voice as",
    Identity.LIKELY_SAME: "likely the same voice as",
    Identity.DISTINCT_FROM: "another voice than",
}

AFFILIATIONS: Mapping[str, str] = {
    "close_to": "close to",
    "inside": "inside",
    "spokesperson_of": "speaks for",
    "nationality": "of",
    "correspondent_of": "correspondent of",
    "officer_of": "officer of",
}

DISTANCES: Mapping[Distance, str] = {
    Distance.WITNESSED: "witnessed it",
    Distance.TOLD: "was told of it",
    Distance.DEDUCED: "deduced it",
    Distance.DOCUMENT: "has it from a document",
    Distance.UNSTATED: "not stated",
}

KNOWN_TO: Mapping[KnownTo, str] = {
    KnownTo.NOBODY_STATED: "nobody, as far as is stated",
    KnownTo.REPORTER: "the reporter",
    KnownTo.EDITOR: "an editor",
    KnownTo.OUTLET: "the outlet",
}

LINK_BASES: Mapping[LinkBasis, str] = {
    LinkBasis.ASSERTED_BY_OUTLET: "the outlet says so",
    LinkBasis.REVIEWER_INFERENCE: "a reviewer infers it",
}


def likeness_words(like: Likeness) -> str:
    """Return what speaks for two sources being one voice, or what keeps them apart."""
    if like.block:
        return f"no: {BLOCKS[like.block]}"
    return ", ".join(SUGGESTION_REASONS[reason] for reason in like.reasons)
