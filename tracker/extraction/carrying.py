"""Speech that goes on from one sentence into the next."""

from collections.abc import Sequence

from tracker.model import Cue, Passage
from tracker.text.quotations import Quotations

#: Marks and blanks that may stand between a cue and the quotation.
_MARKS = 3


class Carried:
    """The cue whose quotation is still open, from one sentence to the next."""

    def __init__(self, text: str, quoted: Quotations) -> None:
        self._text, self._quoted = text, quoted
        self._cue: Cue | None = None
        self._end = 0

    def into(self, passage: Passage) -> Cue | None:
        """Return the cue that speech at the head of ``passage`` belongs to."""
        between = self._text[self._end : passage.span.start]
        if self._cue is None or "\n" in between:
            return None
        return self._cue if self._speech(passage.span.start) else None

    def leave(self, passage: Passage, cues: Sequence[Cue]) -> None:
        """Take note of the last cue of ``passage`` that speech belongs to."""
        spoken = [
            cue
            for cue in cues
            if self._speech(cue.content_start)
            or self._speech(cue.frame.end)
            or (cue.scope != "forward" and self._quoted.around(cue.frame.start - _MARKS))
        ]
        if spoken:
            self._cue = spoken[-1]
        elif cues or self.into(passage) is None:
            self._cue = None
        self._end = passage.span.end

    def _speech(self, offset: int) -> bool:
        """Whether a quotation is open at ``offset`` or begins within the next marks."""
        return any(self._quoted.around(offset + step) for step in range(_MARKS + 1))
