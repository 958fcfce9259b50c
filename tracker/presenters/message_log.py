"""What the status line said, to be read again."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime

from tracker.presenters.tones import Cell, Line, Message, Tone

#: Messages kept; older ones are forgotten.
_MOST = 500


class MessageLog:
    """The messages of one sitting, each with when it was said."""

    def __init__(self) -> None:
        self._said: deque[tuple[datetime, Message]] = deque(maxlen=_MOST)

    def add(self, message: Message, at: datetime) -> None:
        """Keep a message; remarks in passing (muted ones) and silence are not kept."""
        if message.text and message.tone is not Tone.MUTED:
            self._said.append((at, message))

    def lines(self) -> Sequence[Line]:
        """Return the messages, newest first, with the time of day where the reader is."""
        if not self._said:
            return ((Cell("Nothing was said yet.", Tone.MUTED),),)
        return tuple(
            (Cell(f"{at.astimezone():%H:%M:%S}  ", Tone.MUTED), Cell(message.text, message.tone))
            for at, message in reversed(self._said)
        )
