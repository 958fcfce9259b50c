"""Articles come in: proposed claims, attributions and sources with them, in one change set."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve, frozen

from tracker.errors import CancelledError, InputError
from tracker.intake import Received, find_articles, read_file
from tracker.model import (
    Article,
    ArticleId,
    Attribution,
    Change,
    Claim,
    ClaimId,
    PassageKind,
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
from tracker.services.proposing import propose, tables_in
from tracker.services.session import ProgressSink, Session, Silent
from tracker.text.dates import parse_date

_LONGEST_TITLE = 200


@frozen(kw_only=True)
class Details:
    """What a person states about an article; what is empty is guessed from the text.

    Attributes:
        outlet: name of the publisher.
        published: day of publication.
        url: web address.
        language: BCP 47 tag.
    """

    outlet: str = ""
    published: date | None = None
    url: str = ""
    language: str = ""


@frozen(kw_only=True)
class Added:
    """What came of one text.

    Attributes:
        article: the article, new or as it was already known.
        new: whether it was imported now; a second import of the same text changes nothing.
        claims: how many claims it has.
    """

    article: Article
    new: bool
    claims: int


@frozen(kw_only=True)
class Batch:
    """What came of several files: one bad file never stops the rest.

    Attributes:
        added: results in the order of the files.
        refused: the errors of the paths and files that could not be used.
    """

    added: tuple[Added, ...]
    refused: tuple[InputError, ...]


def add_article(session: Session, received: Received, details: Details | None = None) -> Added:
    """Import one text with everything proposed for it.

    Raises:
        ConflictError: when somebody else changed a source at the same moment.
        InputError: naming file and line, when a table of the newsroom's own cannot be read.
    """
    details = details or Details()
    known = session.store.find(Article, "sha256", content_hash(received.text))
    if known:
        claims = session.store.find(Claim, "article_id", known[0].id)
        return Added(article=known[0], new=False, claims=len(claims))
    proposal = propose(
        received.text,
        outlet=details.outlet or None,
        language=details.language or None,
        tables=tables_in(session.tables),
    )
    draft = _Draft(session, received, details, proposal)
    session.commit(f"Add article “{draft.article.title}”", *draft.changes())
    return Added(article=draft.article, new=True, claims=len(draft.claims))


def add_paths(
    session: Session,
    paths: Sequence[Path],
    details: Details | None = None,
    *,
    encoding: str | None = None,
    progress: ProgressSink | None = None,
) -> Batch:
    """Import files and whole folders, each article in a change set of its own.

    ``encoding`` states how the files are encoded; None lets each file tell.

    Raises:
        CancelledError: when the person stopped; the articles added so far stay.
        InputError: naming file and line, when a table of the newsroom's own cannot be read.
    """
    progress = progress or Silent()
    tables_in(session.tables)
    added: list[Added] = []
    refused: list[InputError] = []
    files = _files(paths, refused)
    for done, path in enumerate(files):
        progress.report(done, len(files), path.name)
        if progress.cancelled:
            msg = f"Stopped after {done} of {len(files)} files."
            raise CancelledError(msg, "Add the same folder again to go on.")
        try:
            added.append(add_article(session, read_file(path, encoding=encoding), details))
        except InputError as error:
            refused.append(error)
    progress.report(len(files), len(files), "")
    return Batch(added=tuple(added), refused=tuple(refused))


def _files(paths: Sequence[Path], refused: list[InputError]) -> tuple[Path, ...]:
    """Return the files that ``paths`` stand for, each once; paths that stand for none are told."""
    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(find_articles([path])))
        except InputError as error:
            refused.append(error)
    return tuple(found)


def stated_profile(proposed: ProposedSource) -> Profile:
    """Return the profile of a source as far as the article states it, in the article's words."""
    return Profile(
        role=proposed.role,
        position_to_know=proposed.basis,
        anonymity_reason=proposed.anonymity_reason,
    )


class _Draft:
    """The records that one proposal becomes."""

    def __init__(
        self, session: Session, received: Received, details: Details, proposal: Proposal
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
        self.article = self._article(article_id, outlet.id, received, details)
        self.claims = tuple(self._claim(proposed) for proposed in proposal.claims)

    def changes(self) -> Iterable[Change]:
        """Yield the new records: sources, then the article, then its claims."""
        for entity in (*self.new_sources, self.article, *self.claims):
            yield Change(after=entity)

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
        self, article_id: ArticleId, outlet_id: SourceId, received: Received, details: Details
    ) -> Article:
        stated = {
            "title": False,
            "outlet_id": bool(details.outlet),
            "published": details.published is not None,
            "language": bool(details.language),
        }
        return Article(
            id=article_id,
            text=received.text,
            sha256=content_hash(received.text),
            title=self._title(),
            outlet_id=outlet_id,
            published=details.published or self._dateline(),
            language=details.language or self._proposal.language,
            origin=received.origin,
            url=details.url,
            guesses=tuple(name for name, known in stated.items() if not known),
            passages=self._proposal.passages,
            added_at=self._session.clock(),
            added_by=self._session.reviewer.name,
        )

    def _title(self) -> str:
        lines = [p for p in self._proposal.segments if p.kind is PassageKind.HEADLINE]
        first = lines[0].span.slice(self._text) if lines else self._text.strip().splitlines()[0]
        return first.strip()[:_LONGEST_TITLE]

    def _dateline(self) -> date | None:
        lines = (p for p in self._proposal.segments if p.kind is PassageKind.DATELINE)
        dates = (parse_date(line.span.slice(self._text)) for line in lines)
        return next((day for day in dates if day), None)

    def _claim(self, proposed: ProposedClaim) -> Claim:
        return Claim(
            id=ClaimId(self._session.new_id("clm")),
            article_id=self.article.id,
            spans=proposed.spans,
            quote=quote(self._text, proposed.spans),
            attribution=self._attribution(proposed),
            allegation=proposed.allegation,
            reasons=proposed.reasons,
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
