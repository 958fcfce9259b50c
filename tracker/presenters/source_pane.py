"""The facts on a source's page, as lines."""

from collections.abc import Iterator

from tracker.presenters.judgement_words import AFFILIATIONS, IDENTITIES
from tracker.presenters.source_page import SourcePage
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.track_record_words import SAMPLE_NOTE, interval_line, outcome_line
from tracker.presenters.wording import SOURCE_KINDS, SOURCE_SYMBOLS

_LABEL_WIDTH = 16


def source_lines(page: SourcePage) -> tuple[Line, ...]:
    """Return who the source is, how it has done, and which sources are the same voice."""
    return (
        (Cell(page.source.label, Tone.STRONG),),
        outcome_line(page.record),
        interval_line(page.record),
        SAMPLE_NOTE,
        (),
        *_who(page),
        (),
        *_voices(page),
    )


def source_title(page: SourcePage) -> str:
    """Return the head of the page."""
    return f"{SOURCE_SYMBOLS[page.source.kind]} {SOURCE_KINDS[page.source.kind]}"


def _row(label: str, *cells: Cell) -> Line:
    return (Cell(label.ljust(_LABEL_WIDTH), Tone.MUTED), *cells)


def _who(page: SourcePage) -> Iterator[Line]:
    source = page.source
    if source.gloss:
        yield _row("gloss", Cell(source.gloss))
    yield _row("kind", Cell(SOURCE_KINDS[source.kind]))
    if source.kind.anonymous:
        yield _row("vouched for by", Cell(page.outlet or "nobody stated"))
        yield _row("", Cell("one article's descriptor, not a known person", Tone.MUTED))
    if source.affiliation:
        relation = source.affiliation.relation
        words = AFFILIATIONS.get(relation, relation.replace("_", " "))
        yield _row("affiliation", Cell(f"{words} "), Cell(source.affiliation.entity))
    for place, alias in enumerate(source.aliases):
        yield _row("also called" if place == 0 else "", Cell(alias))
    if source.confidential:
        yield _row("IN CONFIDENCE", Cell("never exported unless asked for by name", Tone.WARN))
        for line in source.confidential.splitlines():
            yield (Cell(line, Tone.WARN),)


def _voices(page: SourcePage) -> Iterator[Line]:
    if not page.linked:
        words = "nothing is said of other sources; = says so, with a reason"
        yield _row("same voice?", Cell(words, Tone.MUTED))
        return
    for place, linked in enumerate(page.linked):
        link = linked.link
        who = f"{link.reviewer}, {link.decided_at:%Y-%m-%d}"
        judged = Cell(f"{IDENTITIES[link.identity]} …", Tone.ACCENT)
        yield _row("same voice?" if place == 0 else "", judged, Cell(f"  {who}", Tone.MUTED))
        yield _row("", Cell(linked.source.label, Tone.STRONG))
        yield _row("", Cell(link.reason, Tone.MUTED))
