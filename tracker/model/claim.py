"""One checkable proposition, and the link to who said it."""

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from attrs import field, frozen
from attrs.validators import in_, min_len

from tracker.errors import RuleError
from tracker.model.entity import ArticleId, ClaimId, Entity, SourceId
from tracker.model.span import GAP, Span, quote


class ClaimState(Enum):
    """Whether a person has accepted the claim as split and linked."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Delivery(Enum):
    """How the words reach us."""

    DIRECT_QUOTE = "direct_quote"
    PARAPHRASE = "paraphrase"
    OWN_VOICE = "own_voice"


@frozen(kw_only=True)
class Attribution:
    """The link from a claim to the source it rests on.

    Attributes:
        source_id: who is cited; the outlet itself for statements in its own voice.
        cue: the words that introduce the statement, None in the outlet's own voice.
        mention: the words naming the source, None where the text names nobody there.
        via: the words naming the outlet that was told, None where there are none.
        verb: class of the cue (``says``, ``denies``, ``according_to`` ...), empty in own voice.
        delivery: direct quote, paraphrase or the outlet's own voice.
        hedging: 0 (none) to 3 (explicit doubt), from the cue lexicon.
        chain: the sources the words came through, from the origin to the outlet.
        anaphoric: whether the mention refers back to one made earlier in the article.
        reasons: why the program proposed it, as ``code:detail``; empty when a person chose it.
    """

    source_id: SourceId
    cue: Span | None = None
    mention: Span | None = None
    via: Span | None = None
    verb: str = ""
    delivery: Delivery = Delivery.OWN_VOICE
    hedging: int = field(default=0, validator=in_(range(4)))
    chain: tuple[SourceId, ...] = ()
    anaphoric: bool = False
    reasons: tuple[str, ...] = ()


@frozen(kw_only=True)
class Allegation:
    """A charge that somebody makes and the article reports: the accuser gets no credit as source.

    Attributes:
        accuser: who makes the charge, as the article words it; empty where it does not say.
        cue: the words that mark the charge.
    """

    accuser: str = ""
    cue: Span | None = None


@frozen(kw_only=True)
class Claim(Entity):
    """One proposition that a checker could rule on by itself.

    Attributes:
        id: the claim's identifier.
        article_id: the article it stands in.
        spans: the words of the article that make it, in reading order.
        quote: exactly those words; parts joined by ``…``.
        shared: words of other claims without which this one cannot be read (``بتهمة`` before the
            second of two charges), in reading order; none of its own.
        shared_quote: exactly those words; parts joined by ``…``.
        attribution: who says so.
        state: proposed, accepted or rejected.
        wording: a plain wording by a reviewer, empty when there is none.
        gloss: the claim in a second language, empty when there is none.
        allegation: set when the claim is a charge that somebody makes.
        note: a reviewer's remark.
        reasons: why the program proposed this split, as ``code:detail``.

    Raises:
        RuleError: when there is no span, spans overlap or are out of order, or a shared one
            overlaps one of its own.
    """

    id: ClaimId = field(validator=min_len(1))
    article_id: ArticleId
    spans: tuple[Span, ...] = field(validator=min_len(1))
    quote: str
    attribution: Attribution
    state: ClaimState = ClaimState.PROPOSED
    wording: str = ""
    gloss: str = ""
    allegation: Allegation | None = None
    note: str = ""
    reasons: tuple[str, ...] = ()
    shared: tuple[Span, ...] = ()
    shared_quote: str = ""

    def __attrs_post_init__(self) -> None:
        for spans in (self.spans, self.shared, tuple(sorted(self.spans + self.shared))):
            if any(right.start < left.end for left, right in pairwise(spans)):
                msg = f"The spans of claim {self.id} overlap or are out of order."
                raise RuleError(msg, "Give the spans in reading order.")

    @property
    def source_id(self) -> SourceId:
        """The source the claim rests on."""
        return self.attribution.source_id

    @property
    def read_spans(self) -> tuple[Span, ...]:
        """Its own and its shared words, in reading order."""
        return tuple(sorted(self.spans + self.shared))

    @property
    def reading(self) -> str:
        """The quote with the shared words where they stand, parts joined by ``…``."""
        if not self.shared:
            return self.quote
        parts = (*_parts(self.spans, self.quote), *_parts(self.shared, self.shared_quote))
        return GAP.join(words for _, words in sorted(parts))

    @property
    def statement(self) -> str:
        """The wording where a reviewer gave one, else the words it is read with."""
        return self.wording or self.reading

    def fits(self, text: str) -> bool:
        """Return whether the quotes are exactly what ``text`` holds under the spans."""
        inside = self.read_spans[-1].end <= len(text)
        return inside and (quote(text, self.spans), quote(text, self.shared)) == (
            self.quote,
            self.shared_quote,
        )


def _parts(spans: tuple[Span, ...], words: str) -> Iterator[tuple[Span, str]]:
    """Yield each span with its part of a quote."""
    at = 0
    for span in spans:
        yield span, words[at : at + len(span)]
        at += len(span) + len(GAP)
