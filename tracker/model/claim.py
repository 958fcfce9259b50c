"""One checkable proposition, and the link to who said it."""

from enum import Enum

from attrs import field, frozen
from attrs.validators import in_, min_len

from tracker.errors import RuleError
from tracker.model.entity import ArticleId, ClaimId, Entity, SourceId
from tracker.model.span import Span, quote


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
        attribution: who says so.
        state: proposed, accepted or rejected.
        wording: a plain wording by a reviewer, empty when there is none.
        gloss: the claim in a second language, empty when there is none.
        allegation: set when the claim is a charge that somebody makes.
        note: a reviewer's remark.
        reasons: why the program proposed this split, as ``code:detail``.

    Raises:
        RuleError: when there is no span, or spans overlap or are out of order.
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

    def __attrs_post_init__(self) -> None:
        for left, right in zip(self.spans, self.spans[1:], strict=False):
            if right.start < left.end:
                msg = f"The spans of claim {self.id} overlap or are out of order."
                raise RuleError(msg, "Give the spans in reading order.")

    @property
    def source_id(self) -> SourceId:
        """The source the claim rests on."""
        return self.attribution.source_id

    @property
    def statement(self) -> str:
        """The wording where a reviewer gave one, else the quote."""
        return self.wording or self.quote

    def fits(self, text: str) -> bool:
        """Return whether the quote is exactly what ``text`` holds under the spans."""
        return self.spans[-1].end <= len(text) and quote(text, self.spans) == self.quote
