"""The person at the keyboard."""

import unicodedata

from attrs import field, frozen

from tracker.errors import RuleError

_LONGEST = 80


def _trimmed(name: str) -> str:
    return name.strip()


@frozen
class Reviewer:
    """Whose name every change carries.

    Raises:
        RuleError: when the name is empty, too long or holds control characters.
    """

    name: str = field(converter=_trimmed)

    def __attrs_post_init__(self) -> None:
        bad = any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in self.name)
        if not self.name or bad or len(self.name) > _LONGEST:
            msg = f"A reviewer's name has 1 to {_LONGEST} visible characters."
            raise RuleError(msg, "Give one with --reviewer NAME or in the settings file.")
