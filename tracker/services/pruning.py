"""Originals that nothing refers to any more: those of imports that were taken back for good."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from tracker.errors import CancelledError
from tracker.model import Article, Change
from tracker.services.session import ProgressSink, Session, Silent
from tracker.services.undoing import WithinReach
from tracker.store import Store


@frozen(kw_only=True)
class Orphan:
    """An original of no article.

    Attributes:
        sha256: what it is kept under.
        size: how many bytes it has.
        title: of the article that it was the original of; empty where there never was one, since
            the program ended between keeping it and adding the article.
    """

    sha256: str
    size: int
    title: str


@frozen(kw_only=True)
class Pruned:
    """What came of a pruning: how many originals were deleted, and how many bytes."""

    originals: int
    size: int


def orphans(store: Store) -> tuple[Orphan, ...]:
    """Return the originals that no article refers to and no undo or redo can bring one back to.

    Earlier versions of a page are articles too. An undone import that can still be redone keeps
    its originals; what can neither be undone nor redone is reachable in the history alone, which
    names the SHA-256 of an original and goes on naming it.
    """
    used = {article.original for article in store.scan(Article)}
    left = {kept.sha256: kept for kept in store.originals() if kept.sha256 not in used}
    titles, reach = dict.fromkeys(left, ""), WithinReach()
    if left:
        for commit in store.history():
            standing = reach.holds(commit)
            for article in _articles(commit.changeset.changes):
                if article.original not in left:
                    continue
                if standing:
                    del left[article.original]
                else:
                    titles[article.original] = titles[article.original] or article.title
    return tuple(
        Orphan(sha256=k.sha256, size=k.size, title=titles[k.sha256]) for k in left.values()
    )


def _articles(changes: Iterable[Change]) -> Iterable[Article]:
    for change in changes:
        for side in (change.before, change.after):
            if isinstance(side, Article):
                yield side


def prune(
    session: Session, found: Sequence[Orphan], progress: ProgressSink | None = None
) -> Pruned:
    """Delete the originals ``found`` as far as they are orphans still. This cannot be undone.

    Raises:
        CancelledError: when the person stopped; what was deleted until then is gone.
        ReadOnlyError: when the store is open for reading.
        StoreError: when the disk refuses, or the store is one that others write into.
    """
    progress = progress or Silent()
    still = {orphan.sha256 for orphan in orphans(session.store)}
    wanted = [orphan for orphan in found if orphan.sha256 in still]
    for done, orphan in enumerate(wanted):
        progress.report(done, len(wanted), "Deleting originals")
        if progress.cancelled:
            msg = f"Stopped after {done} of {len(wanted)} originals."
            raise CancelledError(msg, "Run it again to go on.")
        session.store.drop_original(orphan.sha256)
    return Pruned(originals=len(wanted), size=sum(orphan.size for orphan in wanted))
