"""What the screen shows of a pair: both claims, why they may match, what to be careful about."""

from collections.abc import Iterator

from tracker.model import Article, Candidate, Claim, Dependence, Relation, Source, Stance
from tracker.presenters.claim_pane import source_cells
from tracker.presenters.corroborate import WEIGHING, CorroborateState
from tracker.presenters.judgement_words import DEPENDENCES
from tracker.presenters.signal_words import OURS, THEIRS, signal_lines, suggestion
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.wording import RELATIONS, count
from tracker.services.reading import outlet_of
from tracker.store import Store

_DEPENDENCE_TONES = {Dependence.INDEPENDENT: Tone.GOOD, Dependence.UNKNOWN: Tone.MUTED}


def where(state: CorroborateState) -> Line:
    """Return what is judged: the candidates of one claim, or the queue."""
    place = "Candidates of one claim" if state.claim_id else "Matches of the whole database"
    return Cell("Corroborate ▸ ", Tone.MUTED), Cell(place, Tone.STRONG)


def how_far(state: CorroborateState) -> Line:
    """Return which pair is shown, how alike it is, and what is suggested or was judged."""
    if state.match is None:
        return ()
    noun = "candidate" if state.claim_id else "pair"
    cells = [Cell(f"{noun} {state.index + 1} of {len(state.matches)}", Tone.STRONG)]
    if state.left < len(state.matches):
        cells.append(Cell(f" · {state.left} left", Tone.MUTED))
    cells.append(Cell(f" · {_figures(state.match.candidate)} · ", Tone.MUTED))
    judged = state.shown_judgement
    if judged is None:
        return (*cells, suggestion(state.match.candidate))
    words, tone = RELATIONS[judged.relation]
    return (*cells, Cell(f"✔ {words}", tone))


def _figures(candidate: Candidate) -> str:
    score = f"score {candidate.score:.2f}"
    if candidate.agreement is None or candidate.suggestion is Relation.RELATED:
        return score
    return f"{score}, agreement {candidate.agreement:.2f}"


def claim_lines(store: Store, claim: Claim) -> tuple[Line, ...]:
    """Return a claim as one side of a pair: outlet, day and voice, then its words."""
    return tuple(_claim(store, claim))


def _claim(store: Store, claim: Claim) -> Iterator[Line]:
    article = store.get(Article, claim.article_id)
    source = store.get(Source, claim.source_id)
    date = article.published.isoformat() if article.published else "no date"
    yield (
        Cell(f"{date}  ", Tone.MUTED),
        Cell(outlet_of(store, article).label),
        Cell(" · ", Tone.MUTED),
        *source_cells(source),
    )
    yield (Cell(claim.quote, Tone.STRONG),)
    if claim.wording:
        yield (Cell(claim.wording),)
    if claim.gloss:
        yield (Cell(claim.gloss, Tone.MUTED),)
    if claim.allegation:
        yield (Cell("a charge that the article only reports", Tone.WARN),)


def pair_titles() -> tuple[str, str]:
    """Return the heads of both sides."""
    return f"{OURS} claim in hand", f"{THEIRS} candidate"


def why_lines(candidate: Candidate) -> tuple[Line, ...]:
    """Return what speaks for the pair."""
    lines = _lines(candidate, {Stance.SUPPORTS})
    return lines or ((Cell("Nothing speaks for it but the likeness of the letters.", Tone.MUTED),),)


def careful_lines(state: CorroborateState) -> tuple[Line, ...]:
    """Return what to be careful about, and what is known of the origins."""
    if state.match is None:
        return ()
    candidate = state.match.candidate
    warnings = _lines(candidate, {Stance.WARNS, Stance.NOTES})
    return (*warnings, *_origins(state, candidate), *_notes(state))


def _lines(candidate: Candidate, stances: set[Stance]) -> tuple[Line, ...]:
    chosen = (signal for signal in candidate.signals if signal.stance in stances)
    return tuple(line for signal in chosen for line in signal_lines(signal))


def _origins(state: CorroborateState, candidate: Candidate) -> Iterator[Line]:
    judged = state.shown_judgement
    if judged is not None:
        if judged.relation in WEIGHING or judged.dependence is not Dependence.UNKNOWN:
            tone = _DEPENDENCE_TONES.get(judged.dependence, Tone.WARN)
            mark = "✓" if judged.dependence is Dependence.INDEPENDENT else "~"
            yield (Cell(f"{mark} Origins: {DEPENDENCES[judged.dependence]}.", tone),)
        who = f"{judged.reviewer}, {judged.decided_at:%Y-%m-%d}"
        yield (Cell(f"  {RELATIONS[judged.relation][0]}: {who}", Tone.MUTED),)
        return
    intended = state.intention.dependence
    if intended is not None:
        tone = _DEPENDENCE_TONES.get(intended, Tone.WARN)
        yield (Cell(f"✓ {DEPENDENCES[intended].capitalize()}: kept with your decision.", tone),)
        return
    facts = ", ".join(_known_of_origins(state, candidate))
    yield (Cell(f"~ Independent? {facts}: not judged, so it does not count.", Tone.MUTED),)


def _known_of_origins(state: CorroborateState, candidate: Candidate) -> Iterator[str]:
    names = {signal.name for signal in candidate.signals}
    yield "the same outlet" if "outlet" in names else "different outlets"
    if "source" in names:
        yield "the same voice"
    elif _unnamed(state):
        yield "two unnamed voices that may be one"
    else:
        yield "different voices"
    yield "one agency" if "agency" in names else "no agency in common"
    yield "nearly the same wording" if "reprint" in names else "wording of its own"


def _unnamed(state: CorroborateState) -> bool:
    store = state.session.store
    both = state.claims or ()
    return all(store.get(Source, claim.source_id).kind.anonymous for claim in both)


def _notes(state: CorroborateState) -> Iterator[Line]:
    judged = state.shown_judgement
    note = judged.note if judged else state.intention.note
    if note:
        yield Cell("note  ", Tone.MUTED), Cell(note)


def last_line(state: CorroborateState) -> Line:
    """Return the line on the pair judged just now, of which one may say more; empty for none."""
    last = state.last_judgement
    if last is None:
        return ()
    words, tone = RELATIONS[last.relation]
    return (
        Cell("judged just now: ", Tone.MUTED),
        Cell(words, tone),
        Cell(f" · {DEPENDENCES[last.dependence]}", Tone.MUTED),
        Cell("   i independent · d origins · e note", Tone.MUTED),
    )


def nothing_lines(state: CorroborateState, articles: int) -> tuple[Line, ...]:
    """Return what is said where there is no pair, and what one can do about it."""
    if articles < 2:
        what = "Only one article is here." if articles else "No article is here."
        todo = "Add other articles on the same events (a on the desk): their claims are compared."
    elif state.claim_id:
        what = "No claim of another article comes close to this one."
        todo = f"All {count(articles, 'article')} were compared. Add others on the same events."
    else:
        what = "No match waits to be judged."
        todo = f"All claims of {count(articles, 'article')} were compared, or judged already."
    return (Cell(what, Tone.STRONG),), (), (Cell(todo),)
