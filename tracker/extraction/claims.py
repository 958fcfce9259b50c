"""From passages and cues to proposed claims."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from attrs import evolve, frozen

from tracker.extraction.allegations import Charges
from tracker.extraction.arabic_clauses import ArabicClauses
from tracker.extraction.connectives import Connectives
from tracker.extraction.governance import Governance
from tracker.extraction.pieces import Edges, Piece, regions, trim
from tracker.model import Cue, Passage, ProposedClaim
from tracker.text.wordlists import WordLists
from tracker.text.words import Words, words_of


class Splitter(Protocol):
    """Finds where claims begin inside a sentence of one language."""

    def boundaries(self, words: Words, regions: tuple[tuple[int, int], ...]) -> dict[int, str]:
        """Return word indexes with reasons."""


@frozen(kw_only=True)
class ClaimReader:
    """Reads claims out of the passages of one article.

    Attributes:
        splitter: the clause rules of the article's language, None to keep sentences whole.
        governance: the scope rules.
        charges: the reader of charges.
        edges: words that claims do not end in.
    """

    splitter: Splitter | None
    governance: Governance
    charges: Charges
    edges: Edges

    @classmethod
    def of(cls, language: str, connectives: Connectives, lists: WordLists) -> "ClaimReader":
        """Return the reader for a language; one without rules keeps sentences whole."""
        splitter = ArabicClauses.of(connectives, lists) if language == "ar" else None
        return cls(
            splitter=splitter,
            governance=Governance(
                negation=lists.get(language, "negation"), absence=lists.get(language, "absence")
            ),
            charges=Charges.of(lists),
            edges=Edges(
                leftover=lists.get(language, "leftover"), dangling=lists.get(language, "dangling")
            ),
        )

    def read(
        self, text: str, passage: Passage, cues: tuple[Cue, ...], carried: Cue | None = None
    ) -> Iterator[ProposedClaim]:
        """Yield the claims of one passage, without identifiers, in reading order."""
        words = words_of(text, passage.span.start, passage.span.end)
        pieces = self._pieces(words, cues)
        for group in _joined(pieces):
            first = group[0]
            cue, why = self.governance.cue_of(words, first.start, cues, carried)
            allegation = self.charges.in_range(words, first.start, group[-1].end, cue)
            yield ProposedClaim(
                id="",
                spans=tuple(piece.span(words) for piece in group),
                cue=cue,
                allegation=allegation,
                reasons=tuple(dict.fromkeys((first.reason, *why))),
            )

    def _pieces(self, words: Words, cues: tuple[Cue, ...]) -> tuple[Piece, ...]:
        free = regions(words, cues)
        found = self.splitter.boundaries(words, free) if self.splitter else {}
        interrupting = {c.frame.end for c in cues if c.scope == "parenthetical"}
        pieces: list[Piece] = []
        for start, end in free:
            cuts = [start, *sorted(i for i in found if start < i < end), end]
            for left, right in pairwise(cuts):
                kept = trim(words, left, right, self.edges)
                if kept is None:
                    continue
                resumes = left == start and _resumes(words, left, kept[0], interrupting, found)
                reason = found.get(left, "cue:content" if start else "sentence")
                pieces.append(Piece(start=kept[0], end=kept[1], reason=reason, resumes=resumes))
        return tuple(pieces)


def _resumes(
    words: Words, left: int, first: int, interrupting: set[int], found: dict[int, str]
) -> bool:
    """Whether a stretch goes on with the clause that a parenthetical cue interrupted."""
    before = words.items[left - 1].end if left else -1
    return before in interrupting and first not in found


def _joined(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces in groups, one group a claim."""
    group: tuple[Piece, ...] = ()
    for piece in pieces:
        if piece.resumes and group:
            group = (*group, piece)
            continue
        if group:
            yield group
        group = (piece,)
    if group:
        yield group


def split_claims(
    text: str, passages: Iterable[Passage], cues: Sequence[Cue], reader: ClaimReader
) -> tuple[ProposedClaim, ...]:
    """Return the claims of ``passages`` in reading order, numbered ``c1``, ``c2`` ...

    Claims of one article never overlap, and none holds a cue or the name around it.
    """
    found: list[ProposedClaim] = []
    at = 0
    for passage in passages:
        own: list[Cue] = []
        while at < len(cues) and cues[at].span.start < passage.span.end:
            own.append(cues[at])
            at += 1
        if passage.kind.holds_claims:
            found.extend(reader.read(text, passage, tuple(own)))
    return tuple(evolve(claim, id=f"c{n}") for n, claim in enumerate(found, start=1))
