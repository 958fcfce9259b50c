"""What the program proposes for an article, before anybody has decided anything."""

from attrs import field, frozen

from tracker.model.article import Passage
from tracker.model.claim import Allegation, Delivery
from tracker.model.source import Affiliation, SourceKind
from tracker.model.span import Span


@frozen(kw_only=True)
class Cue:
    """Words that introduce a statement, with what stands around them.

    Attributes:
        span: the cue itself, proclitic included (``وقال``, ``according to``).
        mention: the words naming the source, None where the text names nobody (pro-drop).
        via: the words naming the outlet that was told.
        content_start: offset of the first word of what is said, where the cue opens it.
        scope: ``forward`` (covers what follows), ``parenthetical`` (interrupts the clause it
            covers) or ``backward`` (trails it).
        verb: class of the cue, from the lexicon.
        hedging: 0 (none) to 3 (explicit doubt).
        row: identifier of the lexicon row that fired.
        rule: name of the rule that found it (``verb``, ``prodrop``, ``passive`` ...).
        antecedent: the words that a relative pronoun refers to, where the mention is one.
        apart: whether the mention stands elsewhere in the sentence, with claims between.
    """

    span: Span
    mention: Span | None = None
    via: Span | None = None
    content_start: int
    scope: str = "forward"
    verb: str = "says"
    hedging: int = 0
    row: str = ""
    rule: str = ""
    antecedent: Span | None = None
    apart: bool = False

    @property
    def frame(self) -> Span:
        """Everything from the cue and the names around it up to what is said."""
        near = None if self.apart else self.mention
        parts = [part for part in (self.span, near, self.via) if part]
        end = max(part.end for part in parts)
        if self.scope == "forward":
            end = max(end, self.content_start)
        return Span(min(part.start for part in parts), end)


@frozen(kw_only=True)
class ProposedClaim:
    """A stretch of an article that reads like one checkable proposition.

    Attributes:
        id: ``c1``, ``c2`` ... within one proposal.
        spans: its words, in reading order.
        cue: the cue that governs it, None in the outlet's own voice.
        allegation: set when it reports a charge.
        reasons: why it was split here, as ``code:detail``.
        shared: words of claims before it without which it cannot be read, in reading order.
    """

    id: str
    spans: tuple[Span, ...]
    cue: Cue | None = None
    allegation: Allegation | None = None
    reasons: tuple[str, ...] = ()
    shared: tuple[Span, ...] = ()


@frozen(kw_only=True)
class ProposedSource:
    """A voice inside one article.

    Attributes:
        id: ``s1``, ``s2`` ... within one proposal; ``s1`` is the outlet.
        label: the descriptor, verbatim; with the outlet told where that sets it apart.
        kind: what kind of voice it is.
        outlet: name of the outlet that vouches for it, None where there is none.
        affiliation: to whom it stands close, where stated.
        candidate_same_as: proposal identifiers that might be the same voice; never merged.
        role: what it is or does, as the article words it.
        basis: how it knows, as the article words it.
        anonymity_reason: why it is not named, as the article words it.
    """

    id: str
    label: str
    kind: SourceKind
    outlet: str | None = None
    affiliation: Affiliation | None = None
    candidate_same_as: tuple[str, ...] = ()
    role: str = ""
    basis: str = ""
    anonymity_reason: str = ""


@frozen(kw_only=True)
class ProposedAttribution:
    """One cue with the source it is proposed to name.

    Attributes:
        id: ``a1``, ``a2`` ... within one proposal.
        cue: the cue and the words around it.
        source_id: proposal identifier of the source.
        delivery: direct quote or paraphrase.
        anaphoric: whether it refers back to an earlier mention.
        reasons: why this source, as ``code:detail``.
        chain: proposal identifiers the words came through, from the origin to the outlet.
    """

    id: str
    cue: Cue
    source_id: str
    delivery: Delivery = Delivery.PARAPHRASE
    anaphoric: bool = False
    reasons: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()


@frozen(kw_only=True)
class Proposal:
    """Everything proposed for one article; recomputable at any time.

    Attributes:
        language: ``ar``, ``en`` or another BCP 47 tag.
        segments: the lines of the article by kind.
        passages: sentences, headlines and furniture in reading order.
        sources: the voices, the outlet first.
        attributions: the cues with their sources, in reading order.
        claims: the propositions, in reading order.
    """

    language: str
    segments: tuple[Passage, ...] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    sources: tuple[ProposedSource, ...]
    attributions: tuple[ProposedAttribution, ...]
    claims: tuple[ProposedClaim, ...]

    def attribution_of(self, claim: ProposedClaim) -> ProposedAttribution | None:
        """Return the attribution whose cue governs ``claim``, None in the outlet's own voice."""
        return next((a for a in self.attributions if a.cue == claim.cue), None)

    def source_of(self, claim: ProposedClaim) -> ProposedSource:
        """Return the source that ``claim`` rests on; the outlet for its own voice."""
        attribution = self.attribution_of(claim)
        wanted = attribution.source_id if attribution else self.sources[0].id
        return next(s for s in self.sources if s.id == wanted)
