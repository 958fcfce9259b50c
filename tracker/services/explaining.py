"""Why each claim and attribution was proposed: the rule, and the row of a table behind it."""

from collections.abc import Iterator

from attrs import frozen

from tracker.model import Proposal, ProposedAttribution, ProposedClaim, ProposedSource
from tracker.services.proposing import ReferenceTables
from tracker.text.arabic import listed_verb, without_conjunction
from tracker.text.hedges import Hedges
from tracker.text.tables import RowPlace
from tracker.text.words import plain, words_of

#: Lists of whole words that a rule consults, by the code of its reasons.
_LISTS = {
    "relative": ("relative", "dual_relative"),
    "event": ("masdar",),
    "charge": ("masdar",),
    "allegation": ("charge", "charge_noun"),
    "basis": ("basis",),
    "anonymity": ("anonymity", "anonymity_ground"),
}
#: Code points after the first word of a phrase that may still belong to it.
_LONGEST = 60
#: Lists of verbs in the dictionary form, by the code of the reasons.
_VERB_LISTS = {"verb": ("verb_after_wa", "verb")}


@frozen(kw_only=True)
class Grounds:
    """One reason for one proposal.

    Attributes:
        proposal: identifier of the claim (``c1``), attribution (``a1``) or source (``s2``).
        reason: as ``code:detail``.
        place: the row that fired; None where the rule went by a word's shape or its place in the
            sentence and no table lists it.
    """

    proposal: str
    reason: str
    place: RowPlace | None = None


def explained(text: str, proposal: Proposal, tables: ReferenceTables) -> tuple[Grounds, ...]:
    """Return why everything in ``proposal`` was proposed: attributions, sources, then claims.

    Args:
        text: the article that was proposed for.
        proposal: what :func:`tracker.services.proposing.propose` returned for it.
        tables: the tables it was given.
    """
    reader = _Reader(text, proposal.language, tables)
    return (
        *(one for attribution in proposal.attributions for one in reader.attribution(attribution)),
        *(one for source in proposal.sources for one in reader.source(source)),
        *(one for claim in proposal.claims for one in reader.claim(claim)),
    )


class _Reader:
    def __init__(self, text: str, language: str, tables: ReferenceTables) -> None:
        self._text, self._language, self._tables = text, language, tables
        self._hedges = Hedges.of(tables.lists)
        self._cues = {row.id: row.place for row in tables.lexicon.rows}

    def attribution(self, one: ProposedAttribution) -> Iterator[Grounds]:
        """Yield the row of the cue, then the rules that chose the source."""
        for reason in one.reasons:
            code = reason.partition(":")[0]
            if code != "row":
                place = self._cues.get(one.cue.row) if code == "cue" else None
                yield Grounds(proposal=one.id, reason=reason, place=place)

    def source(self, one: ProposedSource) -> Iterator[Grounds]:
        """Yield how a source is said to know and why it is said not to be named."""
        for code, words in (("basis", one.basis), ("anonymity", one.anonymity_reason)):
            if words:
                yield Grounds(
                    proposal=one.id, reason=f"{code}:{words}", place=self._listed(code, words)
                )

    def claim(self, one: ProposedClaim) -> Iterator[Grounds]:
        """Yield why it was split here, which cue governs it, and what makes it an allegation."""
        for reason in one.reasons:
            yield Grounds(proposal=one.id, reason=reason, place=self._place(reason))
        for span in one.spans:
            for hedge in self._hedges.find(span.slice(self._text)):
                told = f"hedge:{hedge.span.slice(span.slice(self._text))}"
                yield Grounds(proposal=one.id, reason=told, place=hedge.place)
        if one.allegation and (cue := one.allegation.cue):
            stated = self._listed("allegation", self._text[cue.start : cue.end + _LONGEST])
            accusing = self._cues.get(one.cue.row) if one.cue else None
            yield Grounds(
                proposal=one.id,
                reason=f"allegation:{cue.slice(self._text)}",
                place=stated or accusing,
            )

    def _place(self, reason: str) -> RowPlace | None:
        code, _, detail = reason.partition(":")
        if code == "cue":
            return self._cues.get(detail)
        if code == "clause":
            return self._tables.connectives.row(self._language, detail)
        return self._listed(code, detail) if detail else None

    def _listed(self, code: str, detail: str) -> RowPlace | None:
        lists = self._tables.lists
        bare = without_conjunction(plain(detail))
        for name in _VERB_LISTS.get(code, ()):
            if place := listed_verb(bare, lists.get(self._language, name)):
                return place
        words = words_of(detail)
        for name in _LISTS.get(code, ()):
            found = lists.get(self._language, name)
            if hit := found.find(words, 0) if len(words) else None:
                return hit[0]
            if place := found.word(bare):
                return place
        return None
