"""Text with its meaning, before any screen gives it a colour."""

from enum import Enum

from attrs import frozen

from tracker.model import StaleError


class Tone(Enum):
    """What a stretch of text means. Never told by colour alone: words or symbols say it too."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@frozen
class Cell:
    """A stretch of text with one tone."""

    text: str
    tone: Tone = Tone.PLAIN


#: One paragraph. A muted first cell that ends in a blank is a label: the rest hangs beside it.
Line = tuple[Cell, ...]


def is_label(line: Line) -> bool:
    """Return whether ``line`` begins with a label."""
    return len(line) > 1 and line[0].tone is Tone.MUTED and line[0].text.endswith(" ")


@frozen
class Message:
    """What happened, for the status line.

    Attributes:
        text: one or two sentences.
        tone: ``GOOD`` done and saved, ``BAD`` refused, ``PLAIN`` neither.
        conflict: the edit that was refused because somebody else was quicker, to be settled.
    """

    text: str
    tone: Tone = Tone.PLAIN
    conflict: StaleError | None = None
