"""Words and symbols for what the model holds as codes."""

from collections.abc import Iterable, Mapping

from tracker.model import (
    Bearing,
    Confidence,
    Credibility,
    Delivery,
    Likelihood,
    Relation,
    Reliability,
    SourceKind,
)
from tracker.presenters.tones import Tone
from tracker.text.details import DetailKind

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

#: Terms of likelihood with their ranges; a line with one holds no confidence.
LIKELIHOOD: Mapping[Likelihood, str] = {
    term: f"{words} ({term.percent[0]}–{term.percent[1]} %)"
    for term, words in {
        Likelihood.ALMOST_NO_CHANCE: "almost no chance",
        Likelihood.VERY_UNLIKELY: "very unlikely",
        Likelihood.UNLIKELY: "unlikely",
        Likelihood.ROUGHLY_EVEN: "roughly even chance",
        Likelihood.LIKELY: "likely",
        Likelihood.VERY_LIKELY: "very likely",
        Likelihood.ALMOST_CERTAIN: "almost certain",
    }.items()
}

RELATIONS: Mapping[Relation, tuple[str, Tone]] = {
    Relation.CORROBORATES: ("corroborates", Tone.GOOD),
    Relation.PARTLY: ("partly corroborates", Tone.GOOD),
    Relation.CONTRADICTS: ("contradicts", Tone.BAD),
    Relation.SAME_ORIGIN: ("same origin", Tone.WARN),
    Relation.RELATED: ("related", Tone.PLAIN),
    Relation.UNRELATED: ("unrelated", Tone.MUTED),
}

BEARINGS: Mapping[Bearing, tuple[str, Tone]] = {
    Bearing.SAME_CLAIM: ("same claim", Tone.GOOD),
    Bearing.RELATED: ("related", Tone.PLAIN),
    Bearing.UNRELATED: ("unrelated", Tone.MUTED),
}

#: What a claim names, one and several of them.
DETAILS: Mapping[DetailKind, tuple[str, str]] = {
    DetailKind.PLACE: ("place", "places"),
    DetailKind.ACTOR: ("actor", "actors"),
    DetailKind.NUMBER: ("number", "numbers"),
    DetailKind.DATE: ("date", "dates"),
    DetailKind.HEDGE: ("hedge", "hedges"),
}

#: Sentences for reasons, by code or by the code's beginning; ``{}`` is the code's detail. An
#: empty sentence is for codes that only name a row of a table.
_REASONS: Mapping[str, str] = {
    "row": "",
    "introduced": "a voice not heard before",
    "anaphor": "refers back to a voice heard before",
    "basis": "how the voice knows: “{}”",
    "anonymity": "why it is not named: “{}”",
    "hedge": "not asserted outright: “{}”",
    "number_mismatch": "one and several do not agree",
    "alternative": "another voice of the article fits, too",
    "nobody_named:previous": "nobody is named: the last speaker",
    "nobody_named:outlet": "nobody is named: the outlet",
    "own_voice:absence": "the outlet says that nothing is known",
    "own_voice:act": "the outlet tells what the source did",
    "cue": "“{}”",
    "cue:content": "said under the cue",
    "scope:inferred": "the cue reaches so far by its sense",
    "scope:quotation": "the quotation marks reach so far",
    "sentence": "a sentence of its own",
    "clause": "a clause of its own at “{}”",
    "verb": "another verb: “{}”",
    "event": "another event: “{}”",
    "participle": "a participle: “{}”",
    "relative": "a relative clause at “{}”",
    "subject": "another subject: “{}”",
    "parallel": "a parallel part: “{}”",
    "charge": "a charge of its own: “{}”",
    "allegation": "a charge: “{}”",
    "pronoun:nearest": "a pronoun: the nearest voice it fits",
    "same_name": "the same name as before",
    "after": "goes on after “{}”",
    "reviewer:split": "split by a reviewer",
    "reviewer:merge": "merged by a reviewer",
    "reviewer:selection": "selected by a reviewer",
}


def reason_sentence(reason: str) -> str:
    """Return the words for one reason, ``code`` or ``code:detail``; empty for a mere row name."""
    code, _, detail = reason.partition(":")
    if reason in _REASONS:
        return _REASONS[reason].format(detail)
    if code in _REASONS:
        # A cue's detail is its words in a link and the lexicon's row in a claim.
        named_row = code == "cue" and detail.isascii() and any(c.isdigit() for c in detail)
        return "" if named_row else _REASONS[code].format(detail)
    return f"{code.replace('_', ' ')} {detail}".strip()


def reason_sentences(reasons: Iterable[str]) -> str:
    """Return the words for several reasons, each once, parted by dots."""
    return " · ".join(filter(None, dict.fromkeys(map(reason_sentence, reasons))))


def count(number: int, noun: str, plural: str = "") -> str:
    """Return ``1 claim``, ``2 claims`` … with thousands apart."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
