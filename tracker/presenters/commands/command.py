"""What a command is, apart from what it does."""

from attrs import field, frozen
from attrs.validators import matches_re, min_len


@frozen
class Command:
    """Something a person can do with a key or from the palette.

    Attributes:
        id: ``group.action``, stable: settings files name it.
        label: one to three words for palette and help.
        help: a sentence for help, palette and docs.
        keys: the standard keys, the one to show first: a character (``x``, ``?``, ``G``), a named
            key (``enter``) or a chord (``ctrl+r``). Empty when it is only in the palette.
        bar: its words in the key bar, empty where the bar leaves it out. Commands with the same
            words share one place there: ``j/k claim``.
    """

    id: str = field(validator=matches_re(r"[a-z]+\.[a-z0-9_]+"))
    label: str = field(validator=min_len(1))
    help: str = field(validator=matches_re(r"[A-Z“].*\."))
    keys: tuple[str, ...] = ()
    bar: str = field(default="", kw_only=True)

    @property
    def group(self) -> str:
        """The part of the identifier before the dot: a screen, ``app``, ``list`` and so on."""
        return self.id.partition(".")[0]

    @property
    def action(self) -> str:
        """The part after the dot: the screen's method is called ``action_`` and this."""
        return self.id.partition(".")[2]


@frozen(kw_only=True)
class ScreenInfo:
    """A screen as the registry knows it.

    Attributes:
        name: ``desk``, ``review`` …
        title: its name for people.
        groups: the groups of commands that work on it; no two of them may want one key.
    """

    name: str
    title: str
    groups: tuple[str, ...]
