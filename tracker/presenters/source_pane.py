"""The facts on a source's page, as lines."""

from collections.abc import Iterator

from tracker.presenters.judgement_words import IDENTITIES, LINK_BASES, likeness_words
from tracker.presenters.profile_words import profile_fields
from tracker.presenters.source_page import SourcePage
from tracker.presenters.timeline import timeline_lines
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.track_record_words import (
    SAMPLE_NOTE,
    interval_line,
    interval_words,
    letter_words,
    outcome_line,
    weighing_words,
)
from tracker.presenters.wording import SOURCE_KINDS, SOURCE_SYMBOLS

_LABEL_WIDTH = 18


def source_lines(page: SourcePage) -> tuple[Line, ...]:
    """Return who the source is, how it has done, and which sources are the same voice."""
    return (
        (Cell(page.source.label, Tone.STRONG),),
        outcome_line(page.record),
        interval_line(page.record),
        *_weighed(page),
        SAMPLE_NOTE,
        *_together(page),
        (),
        *timeline_lines(page.time),
        (),
        *_who(page),
        (),
        *_voices(page),
        *_may_be(page),
    )


def source_title(page: SourcePage) -> str:
    """Return the head of the page."""
    return f"{SOURCE_SYMBOLS[page.source.kind]} {SOURCE_KINDS[page.source.kind]}"


def _row(label: str, *cells: Cell) -> Line:
    return (Cell(label.ljust(_LABEL_WIDTH), Tone.MUTED), *cells)


def _weighed(page: SourcePage) -> Iterator[Line]:
    if words := weighing_words(page.record):
        yield (Cell(words, Tone.WARN),)


def _together(page: SourcePage) -> Iterator[Line]:
    if page.record.voices > 1:
        yield (Cell(f"together with {page.record.voices - 1} judged the same voice", Tone.MUTED),)
    for what, record in page.together:
        number = f"{record.voices:,} {'voice' if record.voices == 1 else 'voices'}"
        counts = f"resolved {record.resolved} of {record.cited} cited"
        figures = f"{interval_words(record)} · {letter_words(record)}"
        yield _row(what, Cell(f"{number} · {counts} · {figures}"))


def _who(page: SourcePage) -> Iterator[Line]:
    source = page.source
    if source.gloss:
        yield _row("gloss", Cell(source.gloss))
    yield _row("kind", Cell(SOURCE_KINDS[source.kind]))
    if source.kind.anonymous:
        yield _row("", Cell("one article's descriptor, not a known person", Tone.MUTED))
    for label, text in profile_fields(page.session.store, source):
        stated = text not in {"not stated", "nobody stated"}
        yield _row(label, Cell(text, Tone.PLAIN if stated else Tone.MUTED))
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
        who = f"{who}: {LINK_BASES[link.basis]}"
        yield _row("same voice?" if place == 0 else "", judged, Cell(f"  {who}", Tone.MUTED))
        yield _row("", Cell(linked.source.label, Tone.STRONG))
        yield _row("", Cell(link.reason, Tone.MUTED))


def _may_be(page: SourcePage) -> Iterator[Line]:
    """Yield the sources that may be the same voice; the program never joins them."""
    label = "may be"
    for candidate in page.candidates:
        words = "  the article leaves it open; kept apart until you say otherwise"
        yield _row(label, Cell(candidate.label, Tone.STRONG), Cell(words, Tone.MUTED))
        label = ""
    known = {candidate.id for candidate in page.candidates}
    for one in page.suggestions:
        if one.source.id not in known:
            where = f"  {one.where}: " if one.where else "  "
            reasons = f"{where}{likeness_words(one.likeness)}"
            yield _row(label, Cell(one.source.label, Tone.STRONG), Cell(reasons, Tone.MUTED))
            label = ""
