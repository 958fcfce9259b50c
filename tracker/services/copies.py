"""Whether a text is known: the same, a later version of a page, or a near copy elsewhere."""

from collections import Counter

from attrs import frozen

from tracker.matching.fingerprints import shingles_of, sketch
from tracker.matching.shingles import Shingles, resemblance, share_of_shorter
from tracker.matching.wording import REPRINT_CONTAINMENT
from tracker.model import Article, SourceId
from tracker.store import Store

#: Share of both texts' word sequences that a page keeps when it is updated.
_SAME_PAGE = 0.4
#: What stands at one address may change altogether; with less in common it is another article.
_SAME_ADDRESS = 0.1
#: How many articles with hashes in common are read whole.
_READ = 8


@frozen(kw_only=True)
class Copies:
    """Articles that a new text is like.

    Attributes:
        earlier: the article that it is a later version of: the same address or nearly the same
            text, by the same outlet; the newest version where there are several.
        near: another article with nearly the same text, of another outlet or of unknown standing.
        same_address: an article at the same address that has hardly anything in common with it.
    """

    earlier: Article | None = None
    near: Article | None = None
    same_address: Article | None = None


def same_words(store: Store, shingles: Shingles, text: str) -> Article | None:
    """Return the article that has exactly these words, blanks and line ends aside, or None.

    The same report comes as a page, a document and a print of it.
    """
    words = text.split()
    return next((a for a in _alike(store, shingles) if a.text.split() == words), None)


def find_copies(store: Store, shingles: Shingles, url: str, outlet_id: SourceId) -> Copies:
    """Return the articles that a text of these word sequences is like.

    Args:
        store: where the articles are.
        shingles: the word sequences of the new text.
        url: its address without tracking, empty when unknown.
        outlet_id: its outlet.
    """
    placed = newest(store, store.find(Article, "url", url)) if url else None
    if placed is not None and share_of_shorter(shingles, shingles_of(placed.text)) >= _SAME_ADDRESS:
        return Copies(earlier=placed)
    near = None
    for article in _alike(store, shingles):
        theirs = shingles_of(article.text)
        if share_of_shorter(shingles, theirs) < REPRINT_CONTAINMENT:
            continue
        kept = resemblance(shingles, theirs) >= _SAME_PAGE
        if kept and article.outlet_id == outlet_id and not (url and article.url):
            return Copies(earlier=newest(store, (article,)), same_address=placed)
        near = near or article
    return Copies(near=near, same_address=placed)


def newest(store: Store, articles: tuple[Article, ...]) -> Article | None:
    """Return the newest version of the last of ``articles``, None when there is none."""
    found = articles[-1] if articles else None
    seen = set()
    while found is not None and found.id not in seen:
        seen.add(found.id)
        later = store.find(Article, "previous_id", found.id)
        if not later:
            break
        found = later[-1]
    return found


def _alike(store: Store, shingles: Shingles) -> list[Article]:
    """Return the articles that share most hashes with a text, most first, then the oldest."""
    shared: Counter[str] = Counter()
    found: dict[str, Article] = {}
    for fingerprint in sketch(shingles):
        for article in store.find(Article, "fingerprints", fingerprint):
            shared[article.id] += 1
            found[article.id] = article
    return [found[article_id] for article_id, _ in shared.most_common(_READ)]
