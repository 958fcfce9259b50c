"""The line over a review: which article, which claim, how far."""

from urllib.parse import urlsplit

from tracker.model import Source
from tracker.presenters.details import marked
from tracker.presenters.review import ReviewState
from tracker.presenters.standing import Standing
from tracker.presenters.tones import Cell, Line, Message, Tone


def where(state: ReviewState) -> Line:
    """Return the article's headline, outlet and date."""
    article = state.article
    outlet = state.session.store.get(Source, article.outlet_id).label
    date = article.published.isoformat() if article.published else ""
    head = (
        Cell("Review ▸ ", Tone.MUTED),
        Cell(article.title, Tone.STRONG),
        Cell(f"  {marked(outlet, 'outlet_id', article)}", Tone.MUTED),
        Cell(f"  {marked(date, 'published', article)}", Tone.MUTED),
    )
    check = (Cell("  check against the original", Tone.WARN),) if article.check_original else ()
    return (*head, *check)


def address_of(url: str, whose: str) -> tuple[Message, str]:
    """Return what to say of the web address of ``whose``, and the address where it may be opened.

    Only ``http`` and ``https`` are opened: an address comes from outside, and what other schemes
    start is not ours to start.
    """
    if not url:
        return Message(f"No web address is known for this {whose}.", Tone.WARN), ""
    if urlsplit(url).scheme not in {"http", "https"}:
        return Message(f"“{url}” is no web address; it is not opened.", Tone.WARN), ""
    return Message(f"Opening {url}", Tone.MUTED), url


def words_to_copy(state: ReviewState) -> tuple[str, str] | None:
    """Return the selected words, else the claim's, in stored order, and what they are."""
    if selected := state.cursor.selection:
        return selected.slice(state.article.text), "the selected words"
    return (state.claim.quote, "the claim's words") if state.claim else None


def how_far(state: ReviewState) -> Line:
    """Return the number of the claim in hand and how many claims stand where."""
    if not state.claims:
        return (Cell("no claims", Tone.MUTED),)
    cells = [Cell(f"claim {state.index + 1} of {len(state.claims)}  ", Tone.STRONG)]
    for standing in Standing:
        number = state.standings.count(standing)
        if number:
            cells.append(Cell(f"{standing.symbol}{number} ", standing.tone))
    return tuple(cells)
