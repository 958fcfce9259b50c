"""What stands behind an assertion, in words: ``5 reports · 3 outlets · 1 origin``."""

from tracker.credibility import Origins
from tracker.presenters.wording import count


def standing_words(behind: Origins) -> str:
    """Return reports, outlets and independent origins, and how many more may be independent."""
    words = [
        count(behind.reports, "report"),
        count(behind.outlets, "outlet"),
        count(behind.origins, "origin"),
    ]
    if behind.unknown:
        words.append(f"{behind.unknown:,} not judged")
    return " · ".join(words)
