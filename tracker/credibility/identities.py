"""Which sources may be the same voice, and which cannot be. A person decides; nothing is merged."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from tracker.model import Source, SourceKind
from tracker.text.folding import fold_text

#: Days between two articles up to which one unnamed voice in both is likelier.
NEAR_DAYS = 30

#: Reason code -> what speaks for one voice, in words.
SUGGESTION_REASONS: dict[str, str] = {
    "candidate": "the article leaves open whether they are one",
    "name": "a name in common",
    "descriptor": "the same descriptor",
    "outlet": "the same outlet vouches",
    "affiliation": "the same affiliation",
    "reporter": "the same reporter was told",
    "beat": "the same beat",
    "place": "the same place",
    "role": "the same role",
    "near": f"within {NEAR_DAYS} days",
    "matter": "they speak of the same places or actors",
    "byline": "the same byline",
}

#: Reason code -> why two sources are not suggested, in words.
BLOCKS: dict[str, str] = {
    "judged": "a reviewer judged them already",
    "kind": "they are of different kinds",
    "outlet": "different outlets vouch",
    "number": "one is one person and the other several",
    "affiliation": "their affiliations differ",
    "article": "one article introduces them apart",
    "beat": "their beats differ",
    "nothing": "nothing but chance speaks for it",
}

_STRENGTH = {
    "candidate": 4,
    "name": 4,
    "reporter": 3,
    "affiliation": 2,
    "beat": 2,
    "role": 2,
    "matter": 2,
    "byline": 2,
    "place": 1,
    "descriptor": 1,
    "near": 1,
    "outlet": 0,
}


@frozen(kw_only=True)
class Setting:
    """What stands around an unnamed voice in its article.

    Attributes:
        published: the day of the article.
        byline: who wrote it, empty where it does not say.
        matter: keys of the places and actors that the voice's claims name.
    """

    published: date | None = None
    byline: str = ""
    matter: frozenset[str] = frozenset()


@frozen(kw_only=True)
class Likeness:
    """What two sources have in common, or what keeps them apart.

    Attributes:
        reasons: keys of :data:`SUGGESTION_REASONS`, strongest first; empty where it is blocked.
        block: a key of :data:`BLOCKS`, empty where they may be one voice.
    """

    reasons: tuple[str, ...] = ()
    block: str = ""

    @property
    def strength(self) -> int:
        """What the reasons come to, only to put suggestions in order: it joins nothing."""
        return sum(_STRENGTH[reason] for reason in self.reasons)


def profile_key(source: Source) -> tuple[str, ...]:
    """Return what a class of unnamed voices has in common: sources with equal keys are one class.

    Its parts are outlet, number, affiliation, role, beat and place, as far as they are stated: a
    class, never a person.
    """
    profile, affiliation = source.profile, source.affiliation
    return (
        source.outlet_id or "",
        source.kind.value,
        _folded(affiliation.relation) if affiliation else "",
        _folded(affiliation.entity) if affiliation else "",
        _folded(profile.role),
        _folded(profile.beat),
        _folded(profile.place),
    )


def likeness(
    one: Source,
    other: Source,
    *,
    judged: bool = False,
    settings: tuple[Setting, Setting] = (Setting(), Setting()),
) -> Likeness:
    """Return whether two sources may be suggested as the same voice.

    Unnamed voices of two articles may, where one outlet vouches for both, both are one or both
    several, nothing stated differs, and they have a beat in common: the one stated, else the
    places and actors that their claims name. A bare descriptor (``مصدر``, *a source*) speaks for
    nothing by itself. Two that one article introduces may only where the article itself leaves it
    open. Named sources may where they share a name.

    Args:
        one: a source.
        other: another one.
        judged: whether a reviewer has judged the two already.
        settings: what stands around each of them.
    """
    if judged:
        return Likeness(block="judged")
    if one.kind.anonymous != other.kind.anonymous:
        return Likeness(block="kind")
    if not one.kind.anonymous:
        return _named(one, other)
    if other.id in one.candidate_ids or one.id in other.candidate_ids:
        return Likeness(reasons=("candidate",))
    reasons = [*_shared(one, other), *_around(*settings)]
    if block := _block(one, other) or _beats(reasons, *settings):
        return Likeness(block=block)
    telling = {"affiliation", "role", "reporter", "beat"} & set(reasons)
    if not telling and not {"descriptor", "matter"} <= set(reasons):
        return Likeness(block="nothing")
    return Likeness(reasons=tuple(sorted(reasons, key=lambda r: -_STRENGTH[r])))


def _named(one: Source, other: Source) -> Likeness:
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and kinds != {SourceKind.ORGANISATION, SourceKind.OUTLET}:
        return Likeness(block="kind")
    return Likeness(reasons=("name",)) if _names(one) & _names(other) else Likeness(block="nothing")


def _names(source: Source) -> set[str]:
    names = (source.label, source.gloss, *source.aliases)
    return {folded for name in names if (folded := _folded(name))}


def _block(one: Source, other: Source) -> str:
    if one.outlet_id is None or one.outlet_id != other.outlet_id:
        return "outlet"
    if one.kind is not other.kind or _differ(one.profile.number, other.profile.number):
        return "number"
    if one.article_id == other.article_id:
        return "article"
    ours, theirs = _affiliation(one), _affiliation(other)
    if _differ(ours, theirs):
        return "affiliation"
    if _differ(_folded(one.profile.beat), _folded(other.profile.beat)) or _differ(
        _folded(one.profile.place), _folded(other.profile.place)
    ):
        return "beat"
    return ""


def _differ(one: object, other: object) -> bool:
    """Return whether both are stated and are not the same."""
    return bool(one) and bool(other) and one != other


def _affiliation(source: Source) -> tuple[str, str] | None:
    stated = source.affiliation
    return (stated.relation, _folded(stated.entity)) if stated else None


def _shared(one: Source, other: Source) -> list[str]:
    ours, theirs = one.profile, other.profile
    pairs: dict[str, tuple[object, object]] = {
        "descriptor": (_folded(one.label), _folded(other.label)),
        "outlet": (one.outlet_id, other.outlet_id),
        "affiliation": (_affiliation(one), _affiliation(other)),
        "reporter": (_folded(ours.reporter), _folded(theirs.reporter)),
        "beat": (_folded(ours.beat), _folded(theirs.beat)),
        "place": (_folded(ours.place), _folded(theirs.place)),
        "role": (_folded(ours.role), _folded(theirs.role)),
    }
    return [reason for reason, (mine, yours) in pairs.items() if mine and mine == yours]


def _around(one: Setting, other: Setting) -> Iterator[str]:
    """Yield what speaks for one voice in the articles around it."""
    days = (one.published, other.published)
    if days[0] and days[1] and abs((days[0] - days[1]).days) <= NEAR_DAYS:
        yield "near"
    if one.byline and _folded(one.byline) == _folded(other.byline):
        yield "byline"
    if one.matter & other.matter:
        yield "matter"


def _beats(reasons: Sequence[str], one: Setting, other: Setting) -> str:
    """Return the block of two voices that speak of different places and actors."""
    apart = bool(one.matter) and bool(other.matter) and "matter" not in reasons
    return "beat" if apart and "beat" not in reasons else ""


def _folded(text: str) -> str:
    return fold_text(text).strip() if text else ""
