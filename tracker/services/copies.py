"""Whether a text is known: the same, a later version of a page, or a near copy elsewhere."""

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from tracker.matching.fingerprints import WholeText
from tracker.matching.shingles import resemblance, share_of_shorter
from tracker.matching.wording import REPRINT_CONTAINMENT
from tracker.model import Article, ArticleId, SourceId
from tracker.store import Store

#: Share of both texts' word sequences that a page keeps when it is updated.
_SAME_PAGE = 0.4
#: What stands at one address may change altogether; with less in common it is another article.
_SAME_ADDRESS = 0.1
#: How many hashes two copies have in common at least, and how many articles are read whole.
_FEWEST = 2
_READ = 6


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


def articles_like(store: Store, whole: WholeText) -> tuple[Article, ...]:
    """Return the articles that share hashes with a text, the likest first, then the oldest."""
    fingerprints = whole.fingerprints
    shared: Counter[str] = Counter()
    for fingerprint in fingerprints:
        shared.update(store.holders(Article, "fingerprints", fingerprint))
    # A line that one newsroom puts under every article gives one hash in common, a copy many.
    fewest = min(_FEWEST, len(fingerprints))
    likest = shared.most_common(_READ)
    ids = (article_id for article_id, number in likest if number >= fewest)
    return tuple(store.get(Article, ArticleId(article_id)) for article_id in ids)


def same_words(alike: Iterable[Article], text: str) -> Article | None:
    """Return the article that has exactly these words, blanks and line ends aside, or None.

    The same report comes as a page, a document and a print of it.
    """
    words = text.split()
    return next((article for article in alike if article.text.split() == words), None)


def find_copies(
    store: Store, whole: WholeText, alike: Iterable[Article], url: str, outlet_id: SourceId
) -> Copies:
    """Return the articles that a new text is a version or a copy of.

    Args:
        store: where the articles are.
        whole: the new text.
        alike: as :func:`articles_like` found them.
        url: its address without tracking, empty when unknown.
        outlet_id: its outlet.
    """
    shingles = whole.shingles
    placed = newest(store, store.find(Article, "url", url)) if url else None
    if placed is not None:
        theirs = WholeText.of(placed.text).shingles
        if share_of_shorter(shingles, theirs) >= _SAME_ADDRESS:
            return Copies(earlier=placed)
    near = None
    for article in alike:
        theirs = WholeText.of(article.text).shingles
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
