"""Places, actors, numbers, dates and hedges of claims, with what a newsroom added to the tables."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tracker.model import Article, Claim, Proposal, Span
from tracker.services.proposing import read_text_of, tables_in
from tracker.store import Store
from tracker.text.details import Detail, find_details
from tracker.text.hedges import Hedges
from tracker.text.names import (
    NAMES,
    NameTable,
    merge_names,
    name_table,
    read_names,
    shipped_names,
    shipped_rows,
)
from tracker.text.wordlists import WordLists


def names_in(own: Path | None) -> NameTable:
    """Return the shipped names with those of the newsroom's own folder put in.

    A row with a shipped key replaces it. The table is read anew when the file changed.

    Raises:
        InputError: naming file and line, when the newsroom's table cannot be read.
    """
    path = own / NAMES if own is not None else None
    if path is None or not path.is_file():
        return shipped_names()
    stat = path.stat()
    return _merged(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=2)
def _merged(path: Path, _changed: int, _size: int) -> NameTable:
    return name_table(merge_names(shipped_rows(), read_names(read_text_of(path), str(path))))


@lru_cache(maxsize=2)
def _hedges(lists: WordLists) -> Hedges:
    return Hedges.of(lists)


def details_at(text: str, spans: Iterable[Span], own: Path | None) -> tuple[Detail, ...]:
    """Return what the words at ``spans`` of ``text`` name, in reading order.

    Args:
        text: the article.
        spans: the words of one claim.
        own: the newsroom's own folder of tables.

    Raises:
        InputError: naming file and line, when a table of the newsroom's cannot be read.
    """
    return find_details(text, spans, names_in(own), _hedges(tables_in(own).lists))


def details_of(store: Store, claim: Claim, own: Path | None) -> tuple[Detail, ...]:
    """Return what a claim names, in reading order, with spans in its article.

    Raises:
        InputError: as :func:`details_at` does.
    """
    return details_at(store.get(Article, claim.article_id).text, claim.read_spans, own)


def proposed_details(
    text: str, proposal: Proposal, own: Path | None
) -> dict[str, tuple[Detail, ...]]:
    """Return what each proposed claim names, by the claim's identifier.

    Raises:
        InputError: as :func:`details_at` does.
    """
    return {one.id: details_at(text, (*one.shared, *one.spans), own) for one in proposal.claims}
