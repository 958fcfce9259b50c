"""Which cue governs which stretch of a sentence."""

from collections.abc import Sequence

from attrs import frozen

from tracker.model import Cue
from tracker.text.wordlists import PhraseList
from tracker.text.words import Words


@frozen(kw_only=True)
class Governance:
    """Scope rules of the annotation guidelines, section 3.

    Attributes:
        negation: particles that deny.
        absence: verbs that, denied, say that nobody knows yet; the outlet's own voice.
    """

    negation: PhraseList
    absence: PhraseList

    def cue_of(
        self, words: Words, start: int, cues: Sequence[Cue], carried: Cue | None
    ) -> tuple[Cue | None, tuple[str, ...]]:
        """Return the cue that governs the stretch from word ``start`` and the reasons.

        Args:
            words: the sentence.
            start: index of the stretch's first word.
            cues: the cues of the sentence in reading order.
            carried: the cue of an earlier sentence whose quotation is still open.
        """
        offset = words.items[start].start
        if words.form(start) in self.negation and words.form(start + 1) in self.absence:
            return None, ("own_voice:absence",)
        forward = [c for c in cues if c.scope == "forward" and c.content_start <= offset]
        if forward:
            return forward[-1], (f"cue:{forward[-1].row}",)
        backward = [c for c in cues if c.scope == "backward" and c.span.start > offset]
        if backward:
            return backward[0], (f"cue:{backward[0].row}",)
        parenthetical = [c for c in cues if c.scope == "parenthetical"]
        for cue in reversed(parenthetical):
            if cue.span.start < offset:
                return cue, (f"cue:{cue.row}", "scope:inferred")
        if parenthetical:
            return parenthetical[0], (f"cue:{parenthetical[0].row}",)
        return (carried, ("scope:quotation",)) if carried else (None, ())
