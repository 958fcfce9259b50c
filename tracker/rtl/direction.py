"""The fast question whether a text needs any of this."""

import re

# Every block with strong right-to-left characters or Arabic numbers, assigned or reserved.
_RTL = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_rtl(text: str) -> bool:
    """Whether any character of ``text`` reads right to left (controls do not count)."""
    return not text.isascii() and _RTL.search(text) is not None
