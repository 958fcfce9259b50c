"""A cue while its sentence is being read: word indexes instead of offsets."""

from attrs import frozen

from tracker.attribution.lexicon import CueRow
from tracker.model import Cue, Span
from tracker.text.words import Words

Range = tuple[int, int]


@frozen(kw_only=True)
class Draft:
    """What a rule found, as ranges of word indexes (end exclusive) within one sentence.

    Attributes:
        cue: the cue.
        row: the lexicon row that fired.
        mention: the source's name, None where nobody is named.
        via: the outlet that was told.
        content: index of the first word of what is said.
        scope: ``forward``, ``parenthetical`` or ``backward``.
        after: where reading goes on.
        rule: name of the rule, for the reasons.
        antecedent: what a relative pronoun refers to.
        apart: whether the name stands elsewhere in the sentence, with claims between.
    """

    cue: Range
    row: CueRow
    mention: Range | None = None
    via: Range | None = None
    content: int
    scope: str = "forward"
    after: int
    rule: str = "verb"
    antecedent: Range | None = None
    apart: bool = False

    def to_cue(self, words: Words, end: int) -> Cue:
        """Return the cue with offsets; ``end`` is where the sentence ends."""
        inside = self.content < len(words)
        return Cue(
            span=words.span(*self.cue),
            mention=_span(words, self.mention),
            via=_span(words, self.via),
            content_start=words.items[self.content].start if inside else end,
            scope=self.scope,
            verb=self.row.verb_class,
            hedging=self.row.hedging,
            row=self.row.id,
            rule=self.rule,
            antecedent=_span(words, self.antecedent),
            apart=self.apart,
        )


def _span(words: Words, place: Range | None) -> Span | None:
    return words.span(*place) if place and place[0] < place[1] else None
