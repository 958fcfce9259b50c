"""Places, actors, numbers and dates of claims, with the names that a newsroom added."""

from functools import lru_cache
from pathlib import Path

from tracker.model import Article, Claim, Proposal
from tracker.services.proposing import read_text_of
from tracker.store import Store
from tracker.text.details import Detail, find_details
from tracker.text.names import (
    NAMES,
    NameTable,
    merge_names,
    name_table,
    read_names,
    shipped_names,
    shipped_rows,
)


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


def details_of(store: Store, claim: Claim, names: NameTable) -> tuple[Detail, ...]:
    """Return what a claim names, in reading order, with spans in its article."""
    return find_details(store.get(Article, claim.article_id).text, claim.read_spans, names)


def proposed_details(
    text: str, proposal: Proposal, names: NameTable
) -> dict[str, tuple[Detail, ...]]:
    """Return what each proposed claim names, by the claim's identifier."""
    return {one.id: find_details(text, (*one.shared, *one.spans), names) for one in proposal.claims}
