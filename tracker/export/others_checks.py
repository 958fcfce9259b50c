"""Fact-checks that others published of a claim: their verdict, in their words, never the desk's."""

from attrs import frozen

from tracker.export.identifiers import web_address
from tracker.export.words import Words
from tracker.model import FactCheck, FactCheckLink


@frozen
class Checked:
    """A published fact-check, and the judgement that it is of this very claim."""

    check: FactCheck
    link: FactCheckLink


def told_check(check: FactCheck, words: Words, *, address: bool = True) -> str:
    """Return who checked it, when, and how they rate it in their own words.

    Args:
        check: the fact-check.
        words: of the language to say it in.
        address: whether the web address stands at its end, where there is one.
    """
    publisher = check.publisher or words["unknown_publisher"]
    day = f"{words['comma']}{check.published.isoformat()}" if check.published else ""
    rating = f"“{check.rating}”" if check.rating else words["unknown_rating"]
    url = web_address(check.url) if address else None
    told = f"{words['checked_by_others']}: {publisher}{day}: {rating}"
    return f"{told} · {url}" if url else told
