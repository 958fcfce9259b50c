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
    SourceKind,
    SourceLink,
    TrackRecord,
    Weighing,
)
from tracker.presenters.history import refusal
from tracker.presenters.judgement_words import IDENTITIES, likeness_words
from tracker.presenters.rating_options import Option
from tracker.presenters.standing import Standing, standing_of
from tracker.presenters.timeline import Timeline, timeline
from tracker.presenters.tones import Message, Tone
from tracker.presenters.track_record_words import weighing_words
from tracker.services.identifying import Suggestion, suggestions_for
from tracker.services.recording import Account, Scope, account_of, weighed_record
from tracker.services.session import Session
from tracker.services.sources import (
    affiliated,
    described,
    edit_source,
    link_sources,
    links_of,
    unlink_sources,
)
from tracker.store import Store

PLAIN = Weighing()
#: The ways of weighing outcomes that the page offers, one after the other.
WEIGHINGS = (
    PLAIN,
    Weighing(half_life_days=365),
    Weighing(shrinkage=4),
    Weighing(half_life_days=365, shrinkage=4),
)


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
        record: what became of what it said, and of what the same voice said elsewhere.
        together: the records of its class and of its outlet's unnamed voices, by what they are.
        time: what was said and settled over time, None where no day is known.
        claim_ids: what it said, the newest first.
        linked: what was judged about other sources being the same voice.
        suggestions: sources that may be the same voice; nothing is joined.
        candidates: voices of the article that it may be, as the proposal had it.
        weighing: how outcomes are weighed.
    """

    session: Session = field(repr=False)
    source: Source
    outlet: str = ""
    record: TrackRecord
    together: tuple[tuple[str, TrackRecord], ...] = ()
    time: Timeline | None = None
    claim_ids: tuple[ClaimId, ...] = ()
    linked: tuple[LinkedSource, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    candidates: tuple[Source, ...] = ()
    weighing: Weighing = PLAIN

    @classmethod
    def open(
        cls, session: Session, source_id: SourceId, weighing: Weighing = PLAIN
    ) -> "SourcePage":
        """Return the page of a source.

        Raises:
            NotFoundError: when the source does not exist.
        """
        store = session.store
        source = store.get(Source, source_id)
        account = account_of(store, source)
        return cls(
            session=session,
            source=source,
            outlet=store.get(Source, source.outlet_id).label if source.outlet_id else "",
            record=weighed_record(store, account, weighing, session.clock().date()),
            together=_together(store, source),
            time=timeline(account),
            claim_ids=_newest_first(store, account),
            linked=_linked(store, source.id),
            suggestions=suggestions_for(store, source.id),
            candidates=tuple(store.get(Source, i) for i in source.candidate_ids),
            weighing=weighing,
        )

    @property
    def claims(self) -> tuple[SaidRow, ...]:
        """Every claim as a row, the newest first."""
        return tuple(self.said(place) for place in range(len(self.claim_ids)))

    def said(self, place: int) -> SaidRow:
        """Return one claim as a row, counted from the newest."""
        return _said(self.session.store, self.claim_ids[place])

    def reloaded(self) -> "SourcePage":
        """Return the page as the store is now.

        Raises:
            NotFoundError: when the source no longer exists.
        """
        return SourcePage.open(self.session, self.source.id, self.weighing)

    def weighed(self) -> tuple["SourcePage", Message]:
        """Weigh outcomes in the next way."""
        following = WEIGHINGS[(WEIGHINGS.index(self.weighing) + 1) % len(WEIGHINGS)]
        page = SourcePage.open(self.session, self.source.id, following)
        told = weighing_words(page.record) or "Every outcome counts as one."
        return page, Message(told, Tone.MUTED)

    def described(self, name: str, text: str) -> tuple["SourcePage", Message]:
        """Keep one fact of the profile, by the name of its field, or the affiliation."""
        source = self.source
        try:
            if name in {"affiliation", "relation"}:
                entity = text if name == "affiliation" else None
                relation = text if name == "relation" else None
                after = edit_source(
                    self.session, source.id, affiliation=affiliated(source, entity, relation)
                )
            else:
                profile = described(source.profile, {name: text})
                after = edit_source(self.session, source.id, profile=profile)
        except TrackerError as error:
            return self, refusal(error)
        if after == source:
            return self, Message("It stays as it was.", Tone.MUTED)
        return self.reloaded(), Message(f"The {name.replace('_', ' ')} is saved.", Tone.GOOD)

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

    def suggestion_options(self) -> tuple[Option, ...]:
        """Return the suggested sources to choose one from, each under a digit."""
        return tuple(
            Option(
                key=str(number),
                label=f"{one.source.label} · {one.where or likeness_words(one.likeness)}",
                value=one.source.id,
            )
            for number, one in enumerate(self.suggestions[:9], start=1)
        )

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


def _newest_first(store: Store, account: Account) -> tuple[ClaimId, ...]:
    found = []
    for claim in account.claims:
        if claim.state is not ClaimState.REJECTED:
            article = store.get(Article, claim.article_id)
            found.append((article.published.isoformat() if article.published else "", claim.id))
    return tuple(claim_id for _, claim_id in sorted(found, key=lambda one: one[0], reverse=True))


def _said(store: Store, claim_id: ClaimId) -> SaidRow:
    claim = store.get(Claim, claim_id)
    article = store.get(Article, claim.article_id)
    return SaidRow(
        claim_id=claim.id,
        article_id=article.id,
        date=article.published.isoformat() if article.published else "",
        outlet=store.get(Source, article.outlet_id).label,
        standing=standing_of(store, claim),
        statement=claim.statement,
    )


def _together(store: Store, source: Source) -> tuple[tuple[str, TrackRecord], ...]:
    """Return the records of more voices than the one, where they say more."""
    found = []
    if source.kind.anonymous and source.outlet_id:
        found.append(("its class", account_of(store, source, Scope.PROFILE).record()))
        every = account_of(store, source, Scope.ANONYMOUS).record()
        found.append(("outlet's unnamed", every))
    elif source.kind is SourceKind.OUTLET:
        every = account_of(store, source, Scope.ANONYMOUS).record()
        if every.voices:
            found.append(("its unnamed", every))
    return tuple(found)


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
