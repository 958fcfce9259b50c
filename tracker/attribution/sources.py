"""From cues to attributions and the article's sources."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from tracker.attribution.arabic_voices import ArabicVoices
from tracker.attribution.english_voices import EnglishVoices
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
_REACH = 160
#: Nobody follows who told whom further than this.
_DEEPEST = 4
#: What follows these is part of the clause before: ``المهمة التي يرى أنها``.
_SUBORDINATE = frozenset({"التي", "الذي", "الذين", "أن", "ان", "that", "which", "who"})
_NEAR = 2
_CLAUSE_MARKS = "،,؛;.:"


def describer(language: str, lexicon: Lexicon) -> Describer:
    """Return the reader of mentions for a language."""
    if language == "ar":
        return ArabicVoices(lists=lexicon.words)
    return EnglishVoices(lists=lexicon.words)


def outlet_name(text: str, cues: Iterable[Cue], reader: Describer) -> str:
    """Return the outlet that most cues say was told; the language's word for it when none does."""
    names = (reader.outlet(cue.via.slice(text)) for cue in cues if cue.via)
    told = Counter(name for name in names if name)
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
    """Return the index of the cue whose content the cue at ``index`` is part of."""
    cue = cues[index]
    if cue.rule == "relayed" and index > first:
        return index - 1
    if cue.scope != "forward":
        return None
    outer = cues[index - 1] if index > first else None
    if outer and outer.scope == "forward" and _inside(text, outer, cue):
        return index - 1
    trailing = index + 1 < end and cues[end - 1].scope == "backward"
    return end - 1 if trailing else None


def _inside(text: str, outer: Cue, cue: Cue) -> bool:
    """Whether ``cue`` goes on with what ``outer`` says, rather than opening a clause beside it."""
    start = cue.span.start if cue.apart else cue.frame.start
    if start < outer.content_start or text[cue.span.start] in "وف":
        return False
    between = text[max(outer.content_start, start - _REACH) : start].split()
    if between and between[-1][-1] in _CLAUSE_MARKS:
        return False
    return len(between) <= _NEAR or between[-1] in _SUBORDINATE


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
            reasons=(*_grounds(text, place.cue), *link.reasons),
            chain=_chain(places, links, index),
        )
        for index, (place, link) in enumerate(zip(places, links, strict=True))
    )


def _grounds(text: str, cue: Cue) -> tuple[str, ...]:
    """Return the cue, its row, and whether the rules were overruled."""
    found = (f"cue:{cue.span.slice(text)}", f"row:{cue.row}")
    return (*found, "weighed") if cue.rule == "weighed" else found


def _around(text: str, cue: Cue) -> tuple[str, str]:
    """Return the name with what stands between it and what is said, and the line after that.

    A reason for anonymity or a way of knowing may stand in either, so far from the name.
    """
    start = cue.mention.start if cue.mention else cue.span.start
    end = max(start, cue.frame.end)
    return text[start:end], text[end : end + _REACH].partition("\n")[0]


def _chain(places: list[_Place], links: list[Link], index: int) -> tuple[str, ...]:
    chain: list[str] = []
    at: int | None = index
    while at is not None and len(chain) < _DEEPEST:
        chain.append(links[at].source_id)
        at = places[at].parent
    return tuple(dict.fromkeys((*chain, "s1")))


def _link(
    text: str, place: _Place, links: list[Link], register: Register, reader: Describer
) -> Link:
    cue = place.cue
    if cue.mention:
        voice = reader.describe((cue.antecedent or cue.mention).slice(text))
        aside, after = _around(text, cue)
        if voice.kind.anonymous:
            voice = evolve(voice, anonymity_reason=reader.anonymity(aside, after))
        voice = evolve(voice, basis=voice.basis or reader.basis(aside))
        via = cue.via.slice(text) if cue.via else ""
        label = reader.label(voice.label, via) if via else voice.label
        return register.link(voice, label, reader.outlet(via) if via else "")
    if cue.rule == "passive":
        label = cue.span.slice(text)
        unstated = Voice(label=label, kind=SourceKind.ANONYMOUS_PLURAL, group="unstated")
        return register.link(unstated, label, "")
    if links:
        return Link(
            source_id=links[-1].source_id, anaphoric=True, reasons=("nobody_named:previous",)
        )
    return Link(source_id="s1", reasons=("nobody_named:outlet",))
