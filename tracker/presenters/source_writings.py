"""What can be written on a source's page, by the command that asks for it."""

from collections.abc import Callable, Mapping

from attrs import frozen

from tracker.model import Source
from tracker.presenters.judgement_words import AFFILIATIONS, DISTANCES, KNOWN_TO
from tracker.presenters.rating_options import Option
from tracker.presenters.source_page import SourcePage
from tracker.presenters.tones import Message


@frozen(kw_only=True)
class SourceWriting:
    """A command that asks for text.

    Attributes:
        title: what is asked for.
        before: what stands there to begin with.
        keep: the edit that the text makes.
        hint: a sentence under the title.
        lines: whether the text has several lines.
    """

    title: str
    before: Callable[[SourcePage], str]
    keep: Callable[[SourcePage, str], tuple[SourcePage, Message]]
    hint: str = ""
    lines: bool = False


#: Command -> what is written.
WRITINGS: Mapping[str, SourceWriting] = {
    "source.label": SourceWriting(
        title="Name or descriptor, as the article words it",
        before=lambda page: page.source.label,
        keep=lambda page, text: page.written(label=text),
    ),
    "source.gloss": SourceWriting(
        title="The name in a second language",
        before=lambda page: page.source.gloss,
        keep=lambda page, text: page.written(gloss=text),
    ),
    "source.aliases": SourceWriting(
        title="Other names",
        hint="One a line; ctrl+s saves.",
        before=lambda page: "\n".join(page.source.aliases),
        keep=lambda page, text: page.written(aliases=text),
        lines=True,
    ),
    "source.confidential": SourceWriting(
        title="In confidence",
        hint="Never leaves in an export unless somebody asks for it by name; ctrl+s saves.",
        before=lambda page: page.source.confidential,
        keep=lambda page, text: page.written(confidential=text),
        lines=True,
    ),
}


@frozen(kw_only=True)
class Fact:
    """A fact of a profile that can be stated.

    Attributes:
        name: the field of the profile, or ``affiliation`` or ``relation``.
        title: what is asked for.
        values: what can be chosen, each with its words; empty where it is written.
    """

    name: str
    title: str
    values: Mapping[str, str] = {}

    def before(self, source: Source) -> str:
        """Return what is stated now."""
        if self.name in {"affiliation", "relation"}:
            stated = source.affiliation
            wanted = "entity" if self.name == "affiliation" else "relation"
            return getattr(stated, wanted) if stated else ""
        value = getattr(source.profile, self.name)
        return "" if value is None else str(getattr(value, "value", value))


#: The facts by the key that takes each.
FACTS: Mapping[str, Fact] = {
    "a": Fact(name="affiliation", title="To whom it stands close, as the article has it"),
    "r": Fact(name="relation", title="In which relation", values=AFFILIATIONS),
    "n": Fact(name="number", title="How many people it is said to be"),
    "o": Fact(name="role", title="What it is or does"),
    "p": Fact(name="place", title="Where it speaks from, or of"),
    "b": Fact(name="beat", title="The matters it speaks of"),
    "t": Fact(name="reporter", title="Who was told, where a byline says so"),
    "d": Fact(
        name="distance", title="How it knows", values={d.value: w for d, w in DISTANCES.items()}
    ),
    "k": Fact(name="position_to_know", title="Why it should know"),
    "w": Fact(name="anonymity_reason", title="Why it is not named"),
    "m": Fact(name="motive", title="What it may gain"),
    "i": Fact(
        name="known_to",
        title="Who is said to know its identity",
        values={k.value: w for k, w in KNOWN_TO.items()},
    ),
}


def fact_options(source: Source) -> tuple[Option, ...]:
    """Return the facts to choose one from, each with what is stated now."""
    return tuple(
        Option(key=key, label=f"{fact.title}  {fact.before(source)[:20]}".rstrip(), value=key)
        for key, fact in FACTS.items()
    )


def value_options(fact: Fact, source: Source) -> tuple[Option, ...]:
    """Return the values that a fact can have."""
    now = fact.before(source)
    return tuple(
        Option(key=str(number), label=words, value=value, current=value == now)
        for number, (value, words) in enumerate(fact.values.items(), start=1)
    )
