"""Which cue governs which stretch of a sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from tracker.model import Cue
from tracker.text.wordlists import PhraseList
from tracker.text.words import Words

#: The rule of cues whose content is a noun phrase.
_NOMINAL = "nominal"


@frozen
class Scopes:
    """The cues of one sentence, sorted for look-up by offset.

    Attributes:
        forward: cues that cover what follows, by where their content starts.
        backward: cues that cover what is before them, by place.
        parenthetical: cues that interrupt what they cover, by place.
        carried: the cue of an earlier sentence whose quotation is still open.
    """

    forward: tuple[Cue, ...]
    backward: tuple[Cue, ...]
    parenthetical: tuple[Cue, ...]
    carried: Cue | None = None

    @classmethod
    def of(cls, cues: Sequence[Cue], carried: Cue | None) -> "Scopes":
        """Return the scopes of the cues of one sentence."""
        by_scope: dict[str, list[Cue]] = {"forward": [], "backward": [], "parenthetical": []}
        for cue in cues:
            by_scope[cue.scope].append(cue)
        return cls(
            forward=tuple(sorted(by_scope["forward"], key=_content)),
            backward=tuple(by_scope["backward"]),
            parenthetical=tuple(by_scope["parenthetical"]),
            carried=carried,
        )

    def at(self, offset: int) -> tuple[Cue | None, tuple[str, ...]]:
        """Return the cue that covers the stretch from ``offset`` and the reasons.

        A cue before its content wins over one that trails it; what goes on after a parenthesis is
        covered by inference.
        """
        index = bisect_right(self.forward, offset, key=_content)
        if index:
            return self.forward[index - 1], (f"cue:{self.forward[index - 1].row}",)
        index = bisect_right(self.backward, offset, key=_place)
        if index < len(self.backward):
            while index + 1 < len(self.backward) and self.backward[index + 1].rule == "relayed":
                index += 1
            return self.backward[index], (f"cue:{self.backward[index].row}",)
        index = bisect_left(self.parenthetical, offset, key=_place)
        if index:
            cue = self.parenthetical[index - 1]
            return cue, (f"cue:{cue.row}", "scope:inferred")
        if self.parenthetical:
            return self.parenthetical[0], (f"cue:{self.parenthetical[0].row}",)
        return (self.carried, ("scope:quotation",)) if self.carried else (None, ())


def _content(cue: Cue) -> int:
    return cue.content_start


def _place(cue: Cue) -> int:
    return cue.span.start


@frozen(kw_only=True)
class Governance:
    """Scope rules of the annotation guidelines, section 3.

    Attributes:
        negation: particles that deny.
        absence: verbs that, denied, say that nobody knows yet; the outlet's own voice.
        request: verbs of asking, with the conjunction before them. Joined to a cue whose content
            is a noun phrase, they tell what its voice did: the outlet's own voice.
    """

    negation: PhraseList
    absence: PhraseList
    request: PhraseList

    def cue_of(
        self, words: Words, start: int, scopes: Scopes
    ) -> tuple[Cue | None, tuple[str, ...]]:
        """Return the cue that governs the stretch from word ``start`` and the reasons."""
        if words.form(start) in self.negation and words.form(start + 1) in self.absence:
            return None, ("own_voice:absence",)
        cue, why = scopes.at(words.items[start].start)
        if cue and cue.rule == _NOMINAL and words.form(start) in self.request:
            return None, ("own_voice:act",)
        return cue, why
