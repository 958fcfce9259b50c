"""From cues to attributions and the article's sources."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from tracker.attribution.arabic_voices import ArabicVoices
from tracker.attribution.lexicon import Lexicon
from tracker.attribution.register import Link, Register
from tracker.attribution.voices import Describer, Voice
from tracker.model import (
    Cue,
    Delivery,
    Passage,
    ProposedAttribution,
    ProposedSource,
    SourceKind,
)
from tracker.text.words import OPENING_QUOTES, QUOTE_MARKS

_OPENS_QUOTE = re.compile(r"[\s:،,]*([\"«“„‹'‘])")
_CLAUSE_MARKS = "،,؛;.:"


def describer(language: str, lexicon: Lexicon) -> Describer:
    """Return the reader of mentions for a language."""
    del language
    return ArabicVoices(lists=lexicon.words)


def outlet_name(text: str, cues: Iterable[Cue], reader: Describer) -> str:
    """Return the outlet that most cues say was told; the language's word for it when none does."""
    told = Counter(reader.outlet(cue.via.slice(text)) for cue in cues if cue.via)
    return max(told, key=lambda name: told[name], default="") or reader.generic_outlet


@frozen(kw_only=True)
class _Place:
    """One cue with the cue it stands inside, by index."""

    cue: Cue
    parent: int | None


def _places(text: str, passages: Sequence[Passage], cues: Sequence[Cue]) -> list[_Place]:
    """Return the cues with their parents: the cue whose content they are part of."""
    found: list[_Place] = []
    at = 0
    for passage in passages:
        first = at
        while at < len(cues) and cues[at].span.start < passage.span.end:
            at += 1
        found.extend(
            _Place(cue=cues[i], parent=_parent(text, cues, first, at, i)) for i in range(first, at)
        )
    return found


def _parent(text: str, cues: Sequence[Cue], first: int, end: int, index: int) -> int | None:
    cue = cues[index]
    before = text[: cue.frame.start].rstrip()[-1:] if cue.frame.start < 1 else _before(text, cue)
    forward = [
        i
        for i in range(max(first, index - 1), index)
        if cues[i].scope == "forward" and cues[i].content_start <= cue.frame.start
    ]
    if (
        cue.scope == "forward"
        and forward
        and before not in _CLAUSE_MARKS
        and not _joined(text, cue)
    ):
        return forward[-1]
    if cue.scope == "forward" and index + 1 < end and cues[end - 1].scope == "backward":
        return end - 1
    return None


def _before(text: str, cue: Cue) -> str:
    at = cue.frame.start - 1
    while at > 0 and text[at].isspace():
        at -= 1
    return text[at]


def _joined(text: str, cue: Cue) -> bool:
    return text[cue.span.start] in "وف"


def _delivery(text: str, cue: Cue) -> Delivery:
    if cue.scope == "forward":
        quoted = _OPENS_QUOTE.match(text, cue.content_start)
        direct = bool(quoted) and len(text[cue.content_start :]) > 0
        return Delivery.DIRECT_QUOTE if direct and _long(text, quoted) else Delivery.PARAPHRASE
    before = text[max(0, cue.frame.start - 3) : cue.frame.start].strip(" ،,")
    return (
        Delivery.DIRECT_QUOTE
        if before[-1:] in QUOTE_MARKS - {""} and before
        else Delivery.PARAPHRASE
    )


def _long(text: str, quoted: re.Match[str] | None) -> bool:
    """Whether a quotation holds several words, so that it is speech rather than a name."""
    if quoted is None or quoted[1] not in OPENING_QUOTES | {"'", "‘"}:
        return False
    inside = re.match(r"[^\"»”’']*", text[quoted.end() : quoted.end() + 400])
    return inside is not None and len(inside.group().split()) > 3


def attribute(
    text: str, passages: Sequence[Passage], cues: Sequence[Cue], outlet: str, reader: Describer
) -> tuple[tuple[ProposedSource, ...], tuple[ProposedAttribution, ...]]:
    """Return the article's sources, the outlet first, and one attribution a cue.

    A cue that names nobody carries the voice before it; a passive that names nobody has a source
    of its own. Nothing is ever merged with a voice of another article.

    Args:
        text: the article.
        passages: its sentences in reading order.
        cues: its cues in reading order.
        outlet: name of the article's outlet.
        reader: reads the mentions of the article's language.
    """
    register = Register(outlet=outlet)
    links: list[Link] = []
    places = _places(text, passages, cues)
    for place in places:
        links.append(_link(text, place, links, register, reader))
    return tuple(register.sources), tuple(
        ProposedAttribution(
            id=f"a{index + 1}",
            cue=place.cue,
            source_id=link.source_id,
            delivery=_delivery(text, place.cue),
            anaphoric=link.anaphoric,
            reasons=(f"cue:{place.cue.span.slice(text)}", f"row:{place.cue.row}", *link.reasons),
            chain=_chain(places, links, index),
        )
        for index, (place, link) in enumerate(zip(places, links, strict=True))
    )


def _chain(places: list[_Place], links: list[Link], index: int) -> tuple[str, ...]:
    chain: list[str] = []
    at: int | None = index
    while at is not None and len(chain) < len(links):
        chain.append(links[at].source_id)
        at = places[at].parent
    return tuple(dict.fromkeys((*chain, "s1")))


def _link(
    text: str, place: _Place, links: list[Link], register: Register, reader: Describer
) -> Link:
    cue = place.cue
    if cue.mention:
        via = cue.via.slice(text) if cue.via else ""
        told = reader.outlet(via) if via else ""
        return register.link(reader.describe(cue.mention.slice(text)), via, told)
    if cue.rule == "passive":
        label = cue.span.slice(text)
        unstated = Voice(label=label, kind=SourceKind.ANONYMOUS_PLURAL, group="unstated")
        return register.link(unstated, "", "")
    if links:
        return Link(
            source_id=links[-1].source_id, anaphoric=True, reasons=("nobody_named:previous",)
        )
    return Link(source_id="s1", reasons=("nobody_named:outlet",))
