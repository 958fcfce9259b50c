"""A source's page: who it is, how it has done, what it said, which others are the same voice."""

from attrs import field, frozen

from tracker.errors import TrackerError
from tracker.model import (
    Article,
    ArticleId,
    Claim,
    ClaimId,
    ClaimState,
    Identity,
    Source,
    SourceId,
    SourceLink,
    TrackRecord,
)
from tracker.presenters.history import refusal
from tracker.presenters.judgement_words import IDENTITIES
from tracker.presenters.rating_options import Option
from tracker.presenters.standing import Standing, standing_of
from tracker.presenters.tones import Message, Tone
from tracker.services.recording import record_of
from tracker.services.session import Session
from tracker.services.sources import edit_source, link_sources, links_of, unlink_sources
from tracker.store import Store


@frozen(kw_only=True)
class SaidRow:
    """A claim of the source.

    Attributes:
        claim_id: the claim.
        article_id: where it stands.
        date: the day of publication, empty where unknown.
        outlet: who published it.
        standing: how far the work on it is.
        statement: its wording, else its quote.
    """

    claim_id: ClaimId
    article_id: ArticleId
    date: str
    outlet: str
    standing: Standing
    statement: str


@frozen(kw_only=True)
class LinkedSource:
    """Another source that a reviewer judged to be, or not to be, the same voice."""

    source: Source
    link: SourceLink


@frozen(kw_only=True)
class SourcePage:
    """A source's page as it is shown.

    Attributes:
        session: who reads and edits, and where it is kept.
        source: the source.
        outlet: name of the outlet that vouches for it; empty where there is none.
        record: what became of what it said.
        claims: what it said, the newest first.
        linked: what was judged about other sources being the same voice.
    """

    session: Session = field(repr=False)
    source: Source
    outlet: str = ""
    record: TrackRecord
    claims: tuple[SaidRow, ...] = ()
    linked: tuple[LinkedSource, ...] = ()

    @classmethod
    def open(cls, session: Session, source_id: SourceId) -> "SourcePage":
        """Return the page of a source.

        Raises:
            NotFoundError: when the source does not exist.
        """
        store = session.store
        source = store.get(Source, source_id)
        return cls(
            session=session,
            source=source,
            outlet=store.get(Source, source.outlet_id).label if source.outlet_id else "",
            record=record_of(store, source.id),
            claims=_said(store, source.id),
            linked=_linked(store, source.id),
        )

    def reloaded(self) -> "SourcePage":
        """Return the page as the store is now.

        Raises:
            NotFoundError: when the source no longer exists.
        """
        return SourcePage.open(self.session, self.source.id)

    def written(
        self,
        *,
        label: str | None = None,
        gloss: str | None = None,
        aliases: str | None = None,
        confidential: str | None = None,
    ) -> tuple["SourcePage", Message]:
        """Keep what was written about the source; aliases are one a line."""
        names = {"name": label, "gloss": gloss, "aliases": aliases, "note": confidential}
        what = " and ".join(name for name, text in names.items() if text is not None)
        try:
            after = edit_source(
                self.session,
                self.source.id,
                seen=self.source,
                label=label,
                gloss=gloss,
                aliases=None if aliases is None else tuple(aliases.splitlines()),
                confidential=confidential,
            )
        except TrackerError as error:
            return self, refusal(error)
        if after == self.source:
            return self, Message(f"The {what} stays as it was.", Tone.MUTED)
        kept = " in confidence" if confidential is not None else ""
        verb = "are" if aliases is not None else "is"
        return self.reloaded(), Message(f"The {what} {verb} saved{kept}.", Tone.GOOD)

    def judged(
        self, other_id: SourceId, identity: Identity, reason: str
    ) -> tuple["SourcePage", Message]:
        """Record whether another source is the same voice."""
        try:
            link_sources(self.session, self.source.id, other_id, identity, reason)
        except TrackerError as error:
            return self, refusal(error)
        other = self.session.store.get(Source, other_id)
        words = IDENTITIES[identity].capitalize()
        return self.reloaded(), Message(f"{words} {other.label}. Saved.", Tone.GOOD)

    def parted(self, other_id: SourceId) -> tuple["SourcePage", Message]:
        """Take back what was recorded about another source being the same voice."""
        try:
            unlink_sources(self.session, self.source.id, other_id)
        except TrackerError as error:
            return self, refusal(error)
        other = self.session.store.get(Source, other_id)
        return self.reloaded(), Message(f"Taken back: nothing is said of {other.label}.", Tone.GOOD)

    def link_options(self) -> tuple[Option, ...]:
        """Return the recorded judgements to choose one from, each under a digit."""
        return tuple(
            Option(
                key=str(number),
                label=f"{IDENTITIES[linked.link.identity]} {linked.source.label}",
                value=linked.source.id,
            )
            for number, linked in enumerate(self.linked[:9], start=1)
        )


def identity_options() -> tuple[Option, ...]:
    """Return what two sources can be to each other."""
    keys = {Identity.SAME_AS: "s", Identity.LIKELY_SAME: "l", Identity.DISTINCT_FROM: "d"}
    return tuple(
        Option(key=keys[identity], label=words, value=identity.value)
        for identity, words in IDENTITIES.items()
    )


def _said(store: Store, source_id: SourceId) -> tuple[SaidRow, ...]:
    rows = []
    for claim in store.find(Claim, "source_id", source_id):
        if claim.state is ClaimState.REJECTED:
            continue
        article = store.get(Article, claim.article_id)
        rows.append(
            SaidRow(
                claim_id=claim.id,
                article_id=article.id,
                date=article.published.isoformat() if article.published else "",
                outlet=store.get(Source, article.outlet_id).label,
                standing=standing_of(store, claim),
                statement=claim.statement,
            )
        )
    return tuple(sorted(rows, key=lambda row: row.date, reverse=True))


def _linked(store: Store, source_id: SourceId) -> tuple[LinkedSource, ...]:
    return tuple(
        LinkedSource(
            source=store.get(
                Source, link.other_id if link.source_id == source_id else link.source_id
            ),
            link=link,
        )
        for link in links_of(store, source_id)
    )
