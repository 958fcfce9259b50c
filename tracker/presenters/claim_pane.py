"""The pane of the claim in hand: who says so, why the program thinks so, and what people rated."""

from collections.abc import Iterator
from itertools import islice

from tracker.errors import InputError, UnreachableError
from tracker.model import Claim, Commit, Delivery, FactCheck, Source, SourceId
from tracker.presenters.claim_ratings import rating_lines
from tracker.presenters.review import ReviewState
from tracker.presenters.standing_words import standing_words
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.wording import (
    DELIVERIES,
    DETAILS,
    HEDGING,
    RELATIONS,
    SOURCE_KINDS,
    SOURCE_SYMBOLS,
    count,
    reason_sentences,
)
from tracker.services.detailing import details_of
from tracker.services.fact_checks import fact_checks_of
from tracker.services.reading import assertion_of, corroborations_of
from tracker.services.standing import origins_of
from tracker.store import Store

_LABEL_WIDTH = 8


def claim_title(state: ReviewState) -> str:
    """Return the head of the pane: number, symbol and word of the claim's standing."""
    if state.standing is None:
        return "No claims"
    return f"Claim {state.index + 1} {state.standing.symbol} {state.standing.word}"


def claim_lines(state: ReviewState) -> tuple[Line, ...]:
    """Return the lines of the pane; the claim's words first, as lines of their own."""
    claim = state.claim
    if claim is None:
        return ((Cell("Select words in the article and press a to make a claim.", Tone.MUTED),),)
    return (
        (Cell(claim.quote, Tone.STRONG),),
        *_words(claim),
        (),
        *_source(state, claim),
        *_found(state, claim),
        (),
        *_relations(state.session.store, claim),
        *rating_lines(state.session.store, claim, state.session.reviewer.name),
    )


def _row(label: str, *cells: Cell) -> Line:
    return (Cell(label.ljust(_LABEL_WIDTH), Tone.MUTED), *cells)


def _words(claim: Claim) -> Iterator[Line]:
    if claim.shared:
        yield _row("shared", Cell(claim.shared_quote), Cell("  read with it", Tone.MUTED))
    for label, text in (("wording", claim.wording), ("gloss", claim.gloss), ("note", claim.note)):
        if text:
            yield _row(label, Cell(text))
    if claim.allegation:
        accuser = claim.allegation.accuser or "not said whom"
        yield _row("charge", Cell(f"made by {accuser}: the article only reports it", Tone.WARN))


def _source(state: ReviewState, claim: Claim) -> Iterator[Line]:
    store = state.session.store
    attribution = claim.attribution
    source = store.get(Source, claim.source_id)
    yield _row("source", *source_cells(source), Cell(f"  {SOURCE_KINDS[source.kind]}", Tone.MUTED))
    if source.gloss:
        yield _row("", Cell(source.gloss, Tone.MUTED))
    yield from _standing_of(store, source)
    if attribution.delivery is not Delivery.OWN_VOICE:
        words = [DELIVERIES[attribution.delivery]]
        words += [HEDGING[attribution.hedging]] if attribution.hedging else []
        yield _row("told", Cell(", ".join(words)))
        yield _row("chain", *_chain(store, attribution.chain))
    for label, reasons in (("why", attribution.reasons), ("split", claim.reasons)):
        if sentences := reason_sentences(reasons):
            yield _row(label, Cell(sentences, Tone.MUTED))


def _standing_of(store: Store, source: Source) -> Iterator[Line]:
    """Yield how the article says that the source knows, why it is not named, who it may be."""
    profile = source.profile
    stated = (("knows", profile.position_to_know), ("unnamed", profile.anonymity_reason))
    for label, words in stated:
        if words:
            yield _row(label, Cell(words))
    if source.candidate_ids:
        voices = store.find(Source, "article_id", source.article_id or "")
        others = [voice.label for voice in voices if voice.id in source.candidate_ids]
        yield _row("may be", Cell(" · ".join(others)))


def _found(state: ReviewState, claim: Claim) -> Iterator[Line]:
    try:
        details = details_of(state.session.store, claim, state.session.tables)
    except InputError as error:
        yield _row("found", Cell(error.message, Tone.BAD))
        return
    cells: list[Cell] = []
    for kind, (one, several) in DETAILS.items():
        words = [d.span.slice(state.article.text) for d in details if d.kind is kind]
        if told := list(dict.fromkeys(" ".join(word.split()) for word in words)):
            cells += [Cell("  · ", Tone.MUTED)] if cells else []
            cells += [Cell(f"{one if len(told) == 1 else several} ", Tone.MUTED)]
            for place, name in enumerate(told):
                cells += [Cell(", ")] if place else []
                cells += [Cell(name)]
    if cells:
        yield _row("found", *cells)


def source_cells(source: Source) -> Line:
    """Return a source's symbol and label."""
    symbol = Cell(f"{SOURCE_SYMBOLS[source.kind]} ", Tone.ACCENT)
    return symbol, Cell(source.label, Tone.ACCENT)


def fact_check_cells(check: FactCheck) -> Line:
    """Return who published a fact-check, and how it rates the claim in its own words."""
    publisher = Cell(check.publisher or "publisher not stated", Tone.ACCENT)
    rating = check.rating or "no rating stated"
    return publisher, Cell(": ", Tone.MUTED), Cell(rating, Tone.WARN)


def _chain(store: Store, chain: tuple[SourceId, ...]) -> Iterator[Cell]:
    for place, source_id in enumerate(chain):
        yield Cell(" ▸ " if place else "")
        yield Cell(store.get(Source, source_id).label)


def _relations(store: Store, claim: Claim) -> Iterator[Line]:
    found = corroborations_of(store, claim.id)
    label = "judged"
    for relation in dict.fromkeys(c.relation for c in found):
        words, tone = RELATIONS[relation]
        number = sum(c.relation is relation for c in found)
        yield _row(label, Cell(f"{words} ", tone), Cell(count(number, "claim")))
        label = ""
    for check in fact_checks_of(store, claim.id):
        yield _row("checked", *fact_check_cells(check))
    if assertion := assertion_of(store, claim.id):
        yield _row("behind", Cell(standing_words(origins_of(store, assertion)), Tone.ACCENT))


def history_lines(state: ReviewState, limit: int = 30) -> tuple[Line, ...]:
    """Return what was done to the claim in hand, newest first: when, by whom, what."""
    if state.claim is None:
        return ()
    commits = islice(state.session.store.history(state.claim.id), limit)
    try:
        return tuple(_commit_line(commit) for commit in commits)
    except UnreachableError:
        return ((Cell("The server does not answer.", Tone.MUTED),),)


def _commit_line(commit: Commit) -> Line:
    done = commit.changeset
    prefix = "" if done.reverts is None else f"{done.action.value}: "
    return (
        Cell(f"{done.at:%m-%d %H:%M} ", Tone.MUTED),
        Cell(f"{done.reviewer}  ", Tone.ACCENT),
        Cell(f"{prefix}{done.label}"),
    )
