"""Words and symbols for what the model holds as codes."""

from collections.abc import Mapping

from tracker.model import Confidence, Credibility, Delivery, Relation, Reliability, SourceKind
from tracker.presenters.tones import Tone

#: Symbol before a source, by its kind.
SOURCE_SYMBOLS: Mapping[SourceKind, str] = {
    SourceKind.ANONYMOUS_SINGLE: "?",
    SourceKind.ANONYMOUS_PLURAL: "⁇",
    SourceKind.NAMED_PERSON: "@",
    SourceKind.ORGANISATION: "#",
    SourceKind.DOCUMENT: "¶",
    SourceKind.OUTLET: "“",
}

SOURCE_KINDS: Mapping[SourceKind, str] = {
    SourceKind.ANONYMOUS_SINGLE: "anonymous, one",
    SourceKind.ANONYMOUS_PLURAL: "anonymous, several",
    SourceKind.NAMED_PERSON: "named person",
    SourceKind.ORGANISATION: "organisation",
    SourceKind.DOCUMENT: "document",
    SourceKind.OUTLET: "outlet's own voice",
}

DELIVERIES: Mapping[Delivery, str] = {
    Delivery.DIRECT_QUOTE: "in its own words",
    Delivery.PARAPHRASE: "in the outlet's words",
    Delivery.OWN_VOICE: "the outlet says so itself",
}

HEDGING = ("", "slightly hedged", "hedged", "openly doubted")

RELIABILITY: Mapping[Reliability, str] = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "cannot be judged",
}

CREDIBILITY: Mapping[Credibility, str] = {
    Credibility.CONFIRMED: "confirmed",
    Credibility.PROBABLY_TRUE: "probably true",
    Credibility.POSSIBLY_TRUE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.CANNOT_BE_JUDGED: "cannot be judged",
}

CONFIDENCE: Mapping[Confidence, str] = {
    Confidence.LOW: "low",
    Confidence.MODERATE: "moderate",
    Confidence.HIGH: "high",
}

RELATIONS: Mapping[Relation, tuple[str, Tone]] = {
    Relation.CORROBORATES: ("corroborates", Tone.GOOD),
    Relation.PARTLY: ("partly corroborates", Tone.GOOD),
    Relation.CONTRADICTS: ("contradicts", Tone.BAD),
    Relation.SAME_ORIGIN: ("same origin", Tone.WARN),
    Relation.RELATED: ("related", Tone.PLAIN),
    Relation.UNRELATED: ("unrelated", Tone.MUTED),
}

_REASONS: Mapping[str, str] = {
    "cue": "introduced by",
    "clause": "a clause of its own at",
    "sentence": "a sentence of its own",
    "headline": "the headline says so",
    "reviewer:split": "split by a reviewer",
    "reviewer:merge": "merged by a reviewer",
    "reviewer:selection": "selected by a reviewer",
}


def reason_sentence(code: str) -> str:
    """Return the words for one reason, which is ``code`` or ``code:detail``."""
    if code in _REASONS:
        return _REASONS[code]
    name, _, detail = code.partition(":")
    words = _REASONS.get(name, name.replace("_", " ").replace("-", " "))
    return f"{words} {detail}".strip()


def count(number: int, noun: str, plural: str = "") -> str:
    """Return ``1 claim``, ``2 claims`` … with thousands apart."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
