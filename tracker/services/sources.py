"""Describing sources, and saying which of them are the same voice; never decided by the program."""

from collections.abc import Callable, Mapping, Sequence

from attrs import evolve

from tracker.errors import RuleError
from tracker.model import (
    Affiliation,
    Change,
    Commit,
    Distance,
    Identity,
    KnownTo,
    LinkBasis,
    Profile,
    Source,
    SourceId,
    SourceLink,
)
from tracker.services.conflicts import base_of
from tracker.services.session import Session
from tracker.store import Store


def edit_source(
    session: Session,
    source_id: SourceId,
    *,
    seen: Source | None = None,
    label: str | None = None,
    gloss: str | None = None,
    aliases: Sequence[str] | None = None,
    confidential: str | None = None,
    profile: Profile | None = None,
    affiliation: Affiliation | None = None,
) -> Source:
    """Change what is said about a source (None leaves it) and return it.

    Args:
        session: who writes, and where it is kept.
        source_id: the source.
        seen: the source as the writer saw it; None where they saw it as it stands.
        label: its name or descriptor.
        gloss: the name in a second language.
        aliases: its other names.
        confidential: what is noted in confidence.
        profile: what the article says about it.
        affiliation: to whom it stands close; without an entity it is taken away.

    Raises:
        StaleError: when somebody else changed one of the texts given since it was seen.
        NotFoundError: when the source does not exist.
        RuleError: when the label would be blank.
    """
    names = {"label": label, "gloss": gloss, "aliases": aliases, "confidential": confidential}
    written = [name for name, text in names.items() if text is not None]
    store = session.store
    source = base_of(store, seen, written) if seen else store.get(Source, source_id)
    if label is not None and not label.strip():
        msg = "A source needs a name or a descriptor."
        raise RuleError(msg, "Write it as the article words it.")
    edited = evolve(
        source,
        label=source.label if label is None else label.strip(),
        gloss=source.gloss if gloss is None else gloss.strip(),
        aliases=source.aliases if aliases is None else _names(aliases),
        confidential=source.confidential if confidential is None else confidential.strip(),
        profile=source.profile if profile is None else profile,
        affiliation=_affiliation(source, affiliation),
    )
    if edited == source:
        return source
    session.commit(f"Edit source {source.label}", Change.replace(source, edited))
    return session.store.get(Source, source_id)


def described(profile: Profile, given: Mapping[str, str | int | None]) -> Profile:
    """Return a profile with what is given of it, by the names of its fields; None leaves a field.

    Raises:
        RuleError: when a value is none that the field can have.
    """
    values: dict[str, object] = {}
    for name, value in given.items():
        if value is None:
            continue
        try:
            values[name] = _VALUES[name](value) if name in _VALUES else str(value).strip()
        except ValueError:
            msg = f"{value} is no {name.replace('_', ' ')}."
            raise RuleError(msg, "Leave it empty where the article does not say.") from None
    return evolve(profile, **values)  # type: ignore[arg-type]  # by the names of the fields


def _number(written: str | int) -> int | None:
    return int(written) if str(written).strip() else None


_VALUES: Mapping[str, Callable[[str | int], object]] = {
    "number": _number,
    "distance": Distance,
    "known_to": KnownTo,
}


def affiliated(source: Source, entity: str | None, relation: str | None = None) -> Affiliation:
    """Return the affiliation of a source with another entity or relation; None leaves either."""
    before = source.affiliation or Affiliation(entity="", relation="close_to")
    return Affiliation(
        entity=before.entity if entity is None else entity.strip(),
        relation=relation or before.relation,
    )


def _affiliation(source: Source, given: Affiliation | None) -> Affiliation | None:
    if given is None:
        return source.affiliation
    return given if given.entity.strip() else None


def _names(written: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for name in written if name.strip())


def link_sources(
    session: Session,
    source_id: SourceId,
    other_id: SourceId,
    identity: Identity,
    reason: str,
    basis: LinkBasis = LinkBasis.REVIEWER_INFERENCE,
) -> Commit:
    """Record that two sources are, may be or are not the same voice. Reversible; dated.

    Args:
        session: who judges, and where it is kept.
        source_id: the one source.
        other_id: the other.
        identity: what they are to each other.
        reason: what in the texts shows it.
        basis: whether the outlet itself says so, or the reviewer infers it.

    Raises:
        NotFoundError: when one of them does not exist.
        RuleError: when no reason is given, or the two are one.
    """
    if not reason.strip():
        msg = "Saying that two sources are the same voice, or not, needs a reason."
        raise RuleError(msg, "Say what in the texts shows it.")
    store = session.store
    first, second = sorted((store.get(Source, source_id).id, store.get(Source, other_id).id))
    before = next((k for k in links_of(store, first) if second in {k.source_id, k.other_id}), None)
    link = SourceLink(
        id=before.id if before else session.new_id("lnk"),
        source_id=first,
        other_id=second,
        identity=identity,
        basis=basis,
        reason=reason.strip(),
        reviewer=session.reviewer.name,
        decided_at=session.clock(),
    )
    change = Change.replace(before, link) if before else Change(after=link)
    return session.commit(f"Judge sources {identity.value.replace('_', ' ')}", change)


def unlink_sources(session: Session, source_id: SourceId, other_id: SourceId) -> Commit:
    """Take back what was recorded about two sources being the same voice.

    Raises:
        RuleError: when nothing was recorded.
    """
    for link in links_of(session.store, source_id):
        if other_id in {link.source_id, link.other_id}:
            return session.commit("Part sources", Change(before=link))
    msg = "Nothing was recorded about these two sources."
    raise RuleError(msg)


def links_of(store: Store, source_id: SourceId) -> tuple[SourceLink, ...]:
    """Return every recorded identity judgement on a source, oldest first."""
    ends = store.find(SourceLink, "source_id", source_id)
    return ends + store.find(SourceLink, "other_id", source_id)
