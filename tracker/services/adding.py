"""Articles come in: proposed claims, attributions and sources with them, in one change set."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from attrs import evolve

from tracker.errors import CancelledError, InputError
from tracker.intake import Outcome, Received, find_articles, read_file, read_pasted, read_stream
from tracker.matching.fingerprints import WholeText
from tracker.model import Article, Change, Claim, Source, content_hash
from tracker.services.copies import Copies, articles_like, find_copies, same_words
from tracker.services.drafting import Draft
from tracker.services.particulars import Details, before_reading, settle
from tracker.services.proposing import propose, tables_in
from tracker.services.results import Added, Batch, Result
from tracker.services.session import ProgressSink, Session, Silent
from tracker.services.versions import Carried, beside, carry

__all__ = ["Added", "Batch", "Details", "add_article", "add_paths", "add_stream", "add_text"]


def add_article(session: Session, received: Received, details: Details | None = None) -> Added:
    """Import one text with everything proposed for it.

    The bytes it came in are kept first; when this returns, both are durable.

    Raises:
        ConflictError: when somebody else changed a source at the same moment.
        InputError: naming file and line, when a table of the newsroom's own cannot be read.
        NoRoomError: when the disk is full; nothing was changed.
    """
    whole = WholeText.of(received.text)
    alike = articles_like(session.store, whole)
    found = session.store.find(Article, "sha256", content_hash(received.text))
    known = found[0] if found else same_words(alike, received.text)
    if known is not None:
        claims = session.store.find(Claim, "article_id", known.id)
        return Added(article=known, new=False, claims=len(claims), remarks=received.remarks)
    said = before_reading(details or Details(), received)
    proposal = propose(
        received.text,
        outlet=said.outlet.value if said.outlet else None,
        language=said.language.value if said.language else None,
        tables=tables_in(session.tables),
    )
    original = session.store.keep_original(received.original)
    draft = Draft(session, received, settle(said, received, proposal), proposal, whole, original)
    article = draft.article
    copies = find_copies(session.store, whole, alike, article.url, article.outlet_id)
    if copies.earlier is not None:
        return _add_version(session, draft, copies.earlier, received.remarks)
    records = (*draft.new_sources, article, *draft.claims)
    session.commit(f"Add article “{article.title}”", *(Change(after=e) for e in records))
    return _told(draft, copies, received)


def _told(draft: Draft, copies: Copies, received: Received) -> Added:
    return Added(
        article=draft.article,
        new=True,
        claims=len(draft.claims),
        near=copies.near,
        same_address=copies.same_address,
        remarks=received.remarks,
    )


def _add_version(
    session: Session, draft: Draft, earlier: Article, remarks: tuple[str, ...]
) -> Added:
    article = evolve(draft.article, previous_id=earlier.id)
    carried = carry(session.store, earlier, article)
    claims = beside(draft.claims, carried, draft.new_sources)
    records = (*_needed(draft, article, claims, carried), article, *claims)
    created = tuple(Change(after=record) for record in records)
    session.commit(f"Add new version of “{article.title}”", *created, *carried.changes)
    return Added(
        article=article,
        new=True,
        claims=len(claims) + len(carried.claims),
        earlier=earlier,
        carried=len(carried.claims),
        left=carried.left,
        remarks=remarks,
    )


def _needed(
    draft: Draft, article: Article, claims: tuple[Claim, ...], carried: Carried
) -> Iterator[Source]:
    """Yield the new sources that something new rests on."""
    wanted = {article.outlet_id}
    for claim in (*claims, *carried.claims):
        wanted.update((claim.source_id, *claim.attribution.chain))
    wanted.update(s.outlet_id for s in draft.new_sources if s.id in wanted and s.outlet_id)
    return (source for source in draft.new_sources if source.id in wanted)


def add_paths(
    session: Session,
    paths: Sequence[Path],
    details: Details | None = None,
    *,
    encoding: str | None = None,
    progress: ProgressSink | None = None,
) -> Batch:
    """Import files and whole folders, each article in a change set of its own.

    ``encoding`` states how the files are encoded; None lets each file tell.

    Raises:
        CancelledError: when the person stopped; the articles added so far stay.
        InputError: naming file and line, when a table of the newsroom's own cannot be read.
    """
    progress = progress or Silent()
    tables_in(session.tables)
    results: list[Result] = []
    refused: list[InputError] = []
    files = _files(paths, refused)
    for done, path in enumerate(files):
        progress.report(done, len(files), path.name)
        _refuse_stopped(progress, done, len(files), len(results))
        for place, outcome in enumerate(_outcomes(path, encoding)):
            if place:
                progress.report(done, len(files), f"{path.name}, {place + 1}")
                _refuse_stopped(progress, done, len(files), len(results))
            if isinstance(outcome, InputError):
                refused.append(outcome)
            else:
                results.append(Result.of(add_article(session, outcome, details)))
    progress.report(len(files), len(files), "")
    return Batch(results=tuple(results), refused=tuple(refused))


def add_stream(
    session: Session, stream: BinaryIO, details: Details | None = None, encoding: str | None = None
) -> Batch:
    """Import what standard input holds: one article, or a file with several.

    Raises:
        InputError: naming file and line, when a table of the newsroom's own cannot be read.
    """
    return _add_all(session, read_stream(stream, encoding=encoding), details)


def add_text(session: Session, text: str) -> Batch:
    """Import what a person pasted: plain text, or the source of a page."""
    return _add_all(session, read_pasted(text), None)


def _add_all(session: Session, outcomes: Iterator[Outcome], details: Details | None) -> Batch:
    results: list[Result] = []
    refused: list[InputError] = []
    for outcome in _safely(outcomes):
        if isinstance(outcome, InputError):
            refused.append(outcome)
        else:
            results.append(Result.of(add_article(session, outcome, details)))
    return Batch(results=tuple(results), refused=tuple(refused))


def _outcomes(path: Path, encoding: str | None) -> Iterator[Outcome]:
    return _safely(read_file(path, encoding=encoding))


def _safely(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield ``outcomes``, and the error that ends them as the last."""
    try:
        yield from outcomes
    except InputError as error:
        yield error


def _refuse_stopped(progress: ProgressSink, done: int, total: int, articles: int) -> None:
    if progress.cancelled:
        msg = f"Stopped after {done} of {total} files; {articles} articles were added."
        raise CancelledError(msg, "Add the same folder again to go on.")


def _files(paths: Sequence[Path], refused: list[InputError]) -> tuple[Path, ...]:
    """Return the files that ``paths`` stand for, each once; paths that stand for none are told."""
    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(find_articles([path], unusable=refused)))
        except InputError as error:
            refused.append(error)
    return tuple(found)
