"""Words for what a reviewer judges two claims, two origins or two sources to be to each other."""

from collections.abc import Mapping

from tracker.model import Dependence, Identity

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
