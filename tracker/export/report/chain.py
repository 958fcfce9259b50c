"""The chain of transmission behind an assertion: origins, voices, outlets, as a tree."""

from collections.abc import Sequence

from attrs import define, field, frozen

from tracker.credibility import OriginGroup
from tracker.export.entries import Register
from tracker.model import Claim, ClaimState, Source

#: Reports that a tree shows at most; the rest are counted.
MOST_REPORTS = 12


@frozen(kw_only=True)
class Station:
    """One place that the words went through, with where they went from there.

    Attributes:
        source: who; for a report the outlet that published it.
        day: day of publication of a report, empty for unknown; None for a voice.
        onward: the stations that took it from here.
    """

    source: Source
    day: str | None = None
    onward: tuple["Station", ...] = ()


@frozen(kw_only=True)
class Origin:
    """One origin with everything that rests on it.

    Attributes:
        counted: whether a reviewer judged it independent, so that it counts.
        stations: the first places that its words went through.
    """

    counted: bool
    stations: tuple[Station, ...]


@frozen(kw_only=True)
class Chain:
    """Everything that stands behind an assertion.

    Attributes:
        origins: those that count first.
        left_out: how many reports are not shown.
    """

    origins: tuple[Origin, ...]
    left_out: int = 0


def chain_of(claims: Sequence[Claim], parts: Sequence[OriginGroup], register: Register) -> Chain:
    """Return the chain behind ``claims``, which are those of one assertion.

    Args:
        claims: the assertion's claims; rejected ones are passed over.
        parts: how they fall into origins.
        register: where their articles and sources are looked up.
    """
    counted = [claim for claim in claims if claim.state is not ClaimState.REJECTED]
    shown = {claim.id: claim for claim in counted[:MOST_REPORTS]}
    origins = []
    for part in sorted(parts, key=lambda part: not part.counted):
        root = _Growing()
        for claim_id in part.claim_ids:
            if claim_id in shown:
                _grow(root, shown[claim_id], register)
        if root.onward:
            origins.append(Origin(counted=part.counted, stations=root.stations()))
    return Chain(origins=tuple(origins), left_out=len(counted) - len(shown))


@define
class _Growing:
    """A station while the tree grows; those that share a beginning share it in the tree."""

    source: Source | None = None
    day: str | None = None
    onward: "dict[tuple[str, str | None], _Growing]" = field(factory=dict)

    def stations(self) -> tuple[Station, ...]:
        return tuple(
            Station(source=one.source, day=one.day, onward=one.stations())
            for one in self.onward.values()
            if one.source is not None
        )


def _grow(root: _Growing, claim: Claim, register: Register) -> None:
    article = register.article(claim.article_id)
    voices = [i for i in claim.attribution.chain or (claim.source_id,) if i != article.outlet_id]
    here = root
    for voice in dict.fromkeys(voices):
        here = here.onward.setdefault((voice, None), _Growing(register.source(voice)))
    day = article.published.isoformat() if article.published else ""
    report = _Growing(register.source(article.outlet_id), day)
    here.onward.setdefault((article.id, day), report)
