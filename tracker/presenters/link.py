"""The picker that links a claim to its source: known sources, best guess first, or a new one."""

from attrs import evolve, field, frozen

from tracker.errors import TrackerError
from tracker.model import Article, Claim, ClaimId, SourceId, SourceKind
from tracker.presenters.history import refusal
from tracker.presenters.tones import Message, Tone
from tracker.presenters.wording import SOURCE_KINDS, SOURCE_SYMBOLS
from tracker.services.linking import choices, link_new_source, link_source
from tracker.services.reading import claims_of
from tracker.services.session import Session

_REASONS = {
    "current": "linked now",
    "before": "spoke last",
    "article": "speaks in this article",
    "outlet": "the outlet itself",
    "known": "",
}


@frozen(kw_only=True)
class LinkRow:
    """A line of the picker: a known source, or a new one of a kind.

    Attributes:
        symbol: of the kind of source.
        label: its name or descriptor.
        reason: why it is offered.
        source_id: the known source, None for a new one.
        kind: the kind of a new source, None for a known one.
    """

    symbol: str
    label: str
    reason: str
    source_id: SourceId | None = None
    kind: SourceKind | None = None


@frozen(kw_only=True)
class LinkState:
    """The picker as it is shown.

    Attributes:
        session: who links, and where it is kept.
        claim: the claim in hand.
        claim_ids: the claims to link: the one in hand, or all under its cue.
        typed: what was typed.
        rows: what is offered, best guess first, new sources last.
        index: the row under the bar.
    """

    session: Session = field(repr=False)
    claim: Claim
    claim_ids: tuple[ClaimId, ...]
    typed: str = ""
    rows: tuple[LinkRow, ...] = ()
    index: int = 0

    @classmethod
    def open(cls, session: Session, claim: Claim, *, whole_cue: bool = False) -> "LinkState":
        """Return the picker for a claim, or for every claim under its cue."""
        claim_ids = _under_cue(session, claim) if whole_cue else (claim.id,)
        return cls(session=session, claim=claim, claim_ids=claim_ids).with_typed("")

    @property
    def row(self) -> LinkRow:
        """The row under the bar."""
        return self.rows[self.index]

    def with_typed(self, typed: str) -> "LinkState":
        """Return the picker narrowed to what was typed, the bar on the best guess."""
        store = self.session.store
        found = tuple(
            LinkRow(
                symbol=SOURCE_SYMBOLS[choice.source.kind],
                label=choice.source.label,
                reason=_REASONS.get(choice.reason, choice.reason),
                source_id=choice.source.id,
            )
            for choice in choices(store, self.claim, typed)
        )
        rows = found + self._new_rows(typed)
        # Without typing, the best guess is the next after what is linked already.
        skip = not typed and len(found) > 1 and found[0].source_id == self.claim.source_id
        return evolve(self, typed=typed, rows=rows, index=int(skip))

    def _new_rows(self, typed: str) -> tuple[LinkRow, ...]:
        label = " ".join(typed.split()) or self._mention()
        if not label:
            return ()
        return tuple(
            LinkRow(symbol=SOURCE_SYMBOLS[kind], label=label, reason=f"new: {words}", kind=kind)
            for kind, words in SOURCE_KINDS.items()
        )

    def _mention(self) -> str:
        mention = self.claim.attribution.mention
        if mention is None:
            return ""
        text = self.session.store.get(Article, self.claim.article_id).text
        return mention.slice(text)

    def moved(self, steps: int) -> "LinkState":
        """Return the picker with the bar ``steps`` rows on, kept inside."""
        return evolve(self, index=max(0, min(len(self.rows) - 1, self.index + steps)))

    def chosen(self) -> Message:
        """Link to the row under the bar, creating the source where it is new."""
        row = self.row
        try:
            if row.source_id:
                link_source(self.session, self.claim_ids, row.source_id)
            elif row.kind:
                link_new_source(self.session, self.claim_ids, row.kind, row.label)
        except TrackerError as error:
            return refusal(error)
        what = (
            "The claim rests" if len(self.claim_ids) == 1 else f"{len(self.claim_ids)} claims rest"
        )
        return Message(f"{what} on {row.label}. Saved.", Tone.GOOD)


def _under_cue(session: Session, claim: Claim) -> tuple[ClaimId, ...]:
    """Return the claims of the article that the cue of ``claim`` governs."""
    cue = claim.attribution.cue
    if cue is None:
        return (claim.id,)
    claims = claims_of(session.store, claim.article_id)
    return tuple(other.id for other in claims if other.attribution.cue == cue)
