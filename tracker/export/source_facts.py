"""What an article says of a source beyond its name, as far as it says anything."""

from collections.abc import Iterator

from attrs import frozen

from tracker.export.words import Words
from tracker.model import Distance, KnownTo, Source


@frozen
class Fact:
    """One thing that is said.

    Attributes:
        name: what it is, a name of :class:`~tracker.export.words.Words`.
        text: the words of the article, or of the program where those are of a fixed list.
        quoted: whether it is the article's words.
    """

    name: str
    text: str
    quoted: bool = True


def source_facts(source: Source, words: Words) -> Iterator[Fact]:
    """Yield what is said of ``source``; what is not said is passed over."""
    profile, affiliation = source.profile, source.affiliation
    if affiliation:
        yield Fact("affiliation", f"{words.get(affiliation.relation)} {affiliation.entity}")
    if profile.number:
        yield Fact("stated_number", str(profile.number), quoted=False)
    for name in ("role", "place", "beat", "reporter"):
        if text := getattr(profile, name):
            yield Fact(name, text)
    if profile.distance is not Distance.UNSTATED:
        yield Fact("distance", words.of(profile.distance), quoted=False)
    for name in ("position_to_know", "anonymity_reason", "motive"):
        if text := getattr(profile, name):
            yield Fact(name, text)
    if profile.known_to is not KnownTo.NOBODY_STATED:
        yield Fact("known_to", words.of(profile.known_to), quoted=False)


def told(source: Source, words: Words) -> str:
    """Return what is said of ``source`` as one sentence; empty where nothing is."""
    return "; ".join(f"{words[fact.name]}: {fact.text}" for fact in source_facts(source, words))
