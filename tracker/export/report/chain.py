"""The chain of transmission behind an assertion: origins, voices, outlets, as a tree."""

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from tracker.credibility import Report, Strand
from tracker.export.entries import Register
from tracker.model import Article, Claim, ClaimId, Dependence, Source

#: Reports that a tree shows at most; the rest are counted.
MOST_REPORTS = 12

#: How a report may hang on another that it took its words from.
_TAKEN_OVER = {one.value: one for one in (Dependence.REPRINT, Dependence.CITES_OTHER)}


@frozen(kw_only=True)
class Station:
    """One place that the words went through, with where they went from there.

    Attributes:
        source: who; for a report the outlet that published it.
        day: day of publication of a report, empty for unknown; None for a voice.
        how: how a report took its words from the one before; None where it did not.
        onward: the stations that took it from here.
    """

    source: Source
    day: str | None = None
    how: Dependence | None = None
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


def chain_of(strands: Sequence[Strand], register: Register) -> Chain:
    """Return the chain behind an assertion.

    Each origin's earliest report is shown before what follows from any. A reprint, or a report
    that cites another, hangs on that one: it had no voice of its own. All others begin at the
    voices that they name.

    Args:
        strands: its reports by origin, as :meth:`Register.strands` has them.
        register: where their claims, articles and sources are looked up.
    """
    every = tuple(_earliest_first(strands))
    shown = frozenset(every[:MOST_REPORTS])
    origins = []
    for strand in strands:
        if strand.first.claim_id in shown:
            tree = _Tree(register, shown)
            tree.add(strand.first, tree.root)
            origins.append(Origin(counted=strand.counted, stations=tree.root.stations()))
    return Chain(origins=tuple(origins), left_out=len(every) - len(shown))


def _earliest_first(strands: Sequence[Strand]) -> Iterator[ClaimId]:
    """Yield the claims level by level, so that each comes after the one it hangs on."""
    level = tuple(strand.first for strand in strands)
    while level:
        yield from (report.claim_id for report in level)
        level = tuple(follower for report in level for follower in report.followers)


@define
class _Growing:
    """A station while the tree grows; those that share a beginning share it in the tree."""

    source: Source | None = None
    day: str | None = None
    how: Dependence | None = None
    onward: "dict[str, _Growing]" = field(factory=dict)

    def stations(self) -> tuple[Station, ...]:
        return tuple(
            Station(source=one.source, day=one.day, how=one.how, onward=one.stations())
            for one in self.onward.values()
            if one.source is not None
        )


@frozen
class _Tree:
    """One origin while its tree grows.

    Attributes:
        register: where claims, articles and sources are looked up.
        shown: the claims that are shown.
        root: what its first stations hang on; no station itself.
    """

    register: Register
    shown: frozenset[ClaimId]
    root: _Growing = field(factory=_Growing)

    def add(self, report: Report, above: _Growing) -> None:
        """Add a report, and what follows from it, below the report that it hangs on."""
        claim = self.register.claim(report.claim_id)
        article = self.register.article(claim.article_id)
        how = _TAKEN_OVER.get(report.how)
        here = above if how else self._voices(claim, article)
        day = article.published.isoformat() if article.published else ""
        station = _Growing(self.register.source(article.outlet_id), day, how)
        station = here.onward.setdefault(article.id, station)
        for follower in report.followers:
            if follower.claim_id in self.shown:
                self.add(follower, station)

    def _voices(self, claim: Claim, article: Article) -> _Growing:
        """Return the last of the voices that a claim came through, grown from the root."""
        here = self.root
        for voice in dict.fromkeys(claim.attribution.chain or (claim.source_id,)):
            if voice != article.outlet_id:
                here = here.onward.setdefault(voice, _Growing(self.register.source(voice)))
        return here
