"""What an article says of a source, in words: a label and a text for each fact that is stated."""

from tracker.model import Source
from tracker.presenters.judgement_words import AFFILIATIONS, DISTANCES, KNOWN_TO
from tracker.store import Store


def profile_fields(store: Store, source: Source) -> list[tuple[str, str]]:
    """Return the facts on a source by label; of an unnamed one also that a fact is not stated."""
    profile, unnamed = source.profile, source.kind.anonymous
    outlet = store.get(Source, source.outlet_id).label if source.outlet_id else ""
    distance = DISTANCES[profile.distance]
    known = KNOWN_TO[profile.known_to]
    fields = [
        ("vouched for by", outlet or ("nobody stated" if unnamed else "")),
        ("number", str(profile.number) if profile.number else ""),
        ("affiliation", affiliation_words(source)),
        ("role", profile.role),
        ("place", profile.place),
        ("beat", profile.beat),
        ("told to", profile.reporter),
        ("distance", distance if unnamed or profile.distance.value != "unstated" else ""),
        ("position to know", profile.position_to_know or ("not stated" if unnamed else "")),
        ("why unnamed", profile.anonymity_reason or ("not stated" if unnamed else "")),
        ("motive", profile.motive),
        ("known to", known if unnamed else ""),
    ]
    return [(label, text) for label, text in fields if text]


def affiliation_words(source: Source) -> str:
    """Return to whom a source stands in which relation; empty where nothing is stated."""
    stated = source.affiliation
    if stated is None:
        return ""
    words = AFFILIATIONS.get(stated.relation, stated.relation.replace("_", " "))
    return f"{words} {stated.entity}"
