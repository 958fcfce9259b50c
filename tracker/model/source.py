"""Who is cited: persons, organisations, documents, outlets and anonymous voices."""

from datetime import datetime
from enum import Enum

from attrs import field, frozen
from attrs.validators import min_len

from tracker.errors import RuleError
from tracker.model.entity import ArticleId, Entity, SourceId
from tracker.model.profile import BLANK_PROFILE, Profile


class SourceKind(Enum):
    """What kind of voice a source is."""

    ANONYMOUS_SINGLE = "anonymous_single"
    ANONYMOUS_PLURAL = "anonymous_plural"
    NAMED_PERSON = "named_person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    OUTLET = "outlet"

    @property
    def anonymous(self) -> bool:
        """Whether nobody is named, so that identity across articles is never assumed."""
        return self in {SourceKind.ANONYMOUS_SINGLE, SourceKind.ANONYMOUS_PLURAL}


@frozen(kw_only=True)
class Affiliation:
    """To whom a source stands in which relation, as the article words it.

    Attributes:
        entity: name of the person, group or body, verbatim.
        relation: ``close_to``, ``inside``, ``spokesperson_of``, ``nationality``,
            ``correspondent_of`` or ``officer_of``.
    """

    entity: str
    relation: str


@frozen(kw_only=True)
class Source(Entity):
    """A voice that claims rest on. An anonymous one is a profile of an attribution, not a person.

    Attributes:
        id: the source's identifier.
        kind: person, organisation, document, outlet or anonymous.
        label: the descriptor as the article words it.
        gloss: the same in a second language, empty when nobody gave it.
        outlet_id: the outlet that vouches for an anonymous source; None where there is none.
        article_id: the one article an anonymous source belongs to; None for all others.
        affiliation: to whom it stands close, where stated.
        aliases: other names it goes by.
        profile: what the article says of it, and of why it should know.
        candidate_ids: voices of the same article that it may be, as the proposal had it; it
            stays apart from them until a reviewer says otherwise.
        confidential: what a reviewer noted in confidence; never exported unless asked by name.

    Raises:
        RuleError: when an anonymous source belongs to no article, or another one does.
    """

    id: SourceId = field(validator=min_len(1))
    kind: SourceKind
    label: str = field(validator=min_len(1))
    gloss: str = ""
    outlet_id: SourceId | None = None
    article_id: ArticleId | None = None
    affiliation: Affiliation | None = None
    aliases: tuple[str, ...] = ()
    profile: Profile = BLANK_PROFILE
    candidate_ids: tuple[SourceId, ...] = ()
    confidential: str = field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        if self.kind.anonymous != (self.article_id is not None):
            msg = f"Source {self.id}: an anonymous source, and only one, belongs to one article."
            raise RuleError(msg, "Anonymous voices of two articles are joined by a link instead.")


class Identity(Enum):
    """A reviewer's judgement on whether two sources are one."""

    SAME_AS = "same_as"
    LIKELY_SAME = "likely_same"
    DISTINCT_FROM = "distinct_from"


class LinkBasis(Enum):
    """What a judgement on two sources rests on. Where nobody judged, nothing is known."""

    ASSERTED_BY_OUTLET = "asserted_by_outlet"
    REVIEWER_INFERENCE = "reviewer_inference"


@frozen(kw_only=True)
class SourceLink(Entity):
    """A dated, reasoned, reversible judgement that two sources are or are not the same voice.

    The sources themselves are never rewritten; what follows ``same_as`` is computed.

    Attributes:
        source_id: the one source.
        other_id: the other.
        identity: what was judged.
        basis: whether the outlet itself says so or a reviewer infers it.
        reason: what in the texts shows it.
        reviewer: who judged.
        decided_at: when (aware, UTC).

    Raises:
        RuleError: when both ends are one source.
    """

    source_id: SourceId
    other_id: SourceId
    identity: Identity
    basis: LinkBasis = LinkBasis.REVIEWER_INFERENCE
    reason: str
    reviewer: str
    decided_at: datetime

    def __attrs_post_init__(self) -> None:
        if self.source_id == self.other_id:
            msg = f"Source {self.source_id} cannot be linked to itself."
            raise RuleError(msg, "Choose two different sources.")
