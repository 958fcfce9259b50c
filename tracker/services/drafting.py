"""The records that one proposal becomes: article, claims, and sources not known yet."""

from attrs import evolve

from tracker.intake import Received
from tracker.matching.fingerprints import WholeText
from tracker.model import (
    Article,
    ArticleId,
    Attribution,
    Claim,
    ClaimId,
    Profile,
    Proposal,
    ProposedClaim,
    ProposedSource,
    Source,
    SourceId,
    SourceKind,
    content_hash,
    quote,
)
from tracker.services.linking import chain_of, own_voice
from tracker.services.particulars import Settled
from tracker.services.session import Session


def stated_profile(proposed: ProposedSource) -> Profile:
    """Return the profile of a source as far as the article states it, in the article's words."""
    return Profile(
        role=proposed.role,
        position_to_know=proposed.basis,
        anonymity_reason=proposed.anonymity_reason,
    )


class Draft:
    """The records that one proposal becomes.

    Args:
        session: gives identifiers and knows the sources.
        received: the text as it came in.
        settled: the article's details.
        proposal: what is proposed for it.
        whole: the text as it is held against others.
        original: SHA-256 of the bytes that the store keeps.

    Attributes:
        article: the article.
        claims: its claims in reading order.
        new_sources: the sources among theirs that were not known.
    """

    def __init__(
        self,
        session: Session,
        received: Received,
        settled: Settled,
        proposal: Proposal,
        whole: WholeText,
        original: str,
    ) -> None:
        self._session = session
        self._text = received.text
        self._proposal = proposal
        self.new_sources: list[Source] = []
        article_id = ArticleId(session.new_id("art"))
        outlet = self._named(SourceKind.OUTLET, proposal.sources[0].label)
        self._sources = {proposal.sources[0].id: outlet}
        for proposed in proposal.sources[1:]:
            self._sources[proposed.id] = self._source(proposed, article_id, outlet)
        self._note_candidates()
        article = self._article(article_id, outlet.id, received, settled)
        self.article = evolve(article, fingerprints=whole.fingerprints, original=original)
        self.claims = tuple(self._claim(proposed) for proposed in proposal.claims)

    def _source(self, proposed: ProposedSource, article_id: ArticleId, outlet: Source) -> Source:
        if not proposed.kind.anonymous:
            return self._named(proposed.kind, proposed.label)
        if proposed.outlet:
            outlet = self._named(SourceKind.OUTLET, proposed.outlet)
        source = Source(
            id=SourceId(self._session.new_id("src")),
            kind=proposed.kind,
            label=proposed.label,
            outlet_id=outlet.id,
            article_id=article_id,
            affiliation=proposed.affiliation,
            profile=stated_profile(proposed),
        )
        self.new_sources.append(source)
        return source

    def _note_candidates(self) -> None:
        """Keep beside a voice which others of the article it may be."""
        for proposed in self._proposal.sources:
            source = self._sources[proposed.id]
            others = (self._sources[i].id for i in proposed.candidate_same_as if i in self._sources)
            candidates = tuple(other for other in others if other != source.id)
            if candidates and source in self.new_sources:
                noted = evolve(source, candidate_ids=candidates)
                self.new_sources[self.new_sources.index(source)] = noted
                self._sources[proposed.id] = noted

    def _named(self, kind: SourceKind, label: str) -> Source:
        """Return the known source of exactly that kind and name, or a new one."""
        store = self._session.store
        known = store.find(Source, "label", label) + store.find(Source, "aliases", label)
        fresh = tuple(s for s in self.new_sources if s.label == label)
        for source in fresh + known:
            if source.kind is kind:
                return source
        source = Source(id=SourceId(self._session.new_id("src")), kind=kind, label=label)
        self.new_sources.append(source)
        return source

    def _article(
        self, article_id: ArticleId, outlet_id: SourceId, received: Received, settled: Settled
    ) -> Article:
        found = settled.particulars
        return Article(
            id=article_id,
            text=received.text,
            sha256=content_hash(received.text),
            title=found.title.value if found.title else "",
            byline=found.byline.value if found.byline else "",
            outlet_id=outlet_id,
            published=found.published.value if found.published else None,
            language=found.language.value if found.language else self._proposal.language,
            origin=received.origin,
            url=found.url.value if found.url else "",
            guesses=settled.guesses,
            provenance=settled.provenance,
            media_type=received.media_type,
            encoding=received.encoding,
            check_original=received.check_original,
            passages=self._proposal.passages,
            added_at=self._session.clock(),
            added_by=self._session.reviewer.name,
        )

    def _claim(self, proposed: ProposedClaim) -> Claim:
        return Claim(
            id=ClaimId(self._session.new_id("clm")),
            article_id=self.article.id,
            spans=proposed.spans,
            quote=quote(self._text, proposed.spans),
            attribution=self._attribution(proposed),
            allegation=proposed.allegation,
            reasons=proposed.reasons,
            shared=proposed.shared,
            shared_quote=quote(self._text, proposed.shared),
        )

    def _attribution(self, proposed: ProposedClaim) -> Attribution:
        found = self._proposal.attribution_of(proposed)
        if found is None:
            return own_voice(self.article)
        source = self._sources[found.source_id]
        return Attribution(
            source_id=source.id,
            cue=found.cue.span,
            mention=found.cue.mention,
            via=found.cue.via,
            verb=found.cue.verb,
            delivery=found.delivery,
            hedging=found.cue.hedging,
            chain=chain_of(source, self.article),
            anaphoric=found.anaphoric,
            reasons=found.reasons,
        )
