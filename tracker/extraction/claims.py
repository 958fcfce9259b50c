"""From passages and cues to proposed claims."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from attrs import evolve, frozen

from tracker.extraction.allegations import Charges
from tracker.extraction.arabic_clauses import ArabicClauses
from tracker.extraction.carrying import Carried
from tracker.extraction.connectives import Connectives
from tracker.extraction.english_clauses import EnglishClauses
from tracker.extraction.governance import Governance, Scopes
from tracker.extraction.insertions import resumed
from tracker.extraction.pieces import Edges, Piece, regions, trim
from tracker.extraction.splitter import Splitter
from tracker.model import Allegation, Cue, Passage, ProposedClaim
from tracker.text.quotations import Quotations
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, Words, words_of

_ANONYMITY_OPENS = 3
_BREAKS = COMMAS | {"؛", ";", "–", "—", ":"}
_LONGEST_ANONYMITY = 14
_LONGEST_ADVERBIAL = 14


class Level(Enum):
    """How finely a sentence is split into claims."""

    SENTENCES = 0
    CLAUSES = 1
    COMMAS = 2


@frozen(kw_only=True)
class ClaimReader:
    """Reads claims out of the passages of one article.

    Attributes:
        splitter: the clause rules of the article's language, None to keep sentences whole.
        level: how finely sentences are split.
        governance: the scope rules.
        charges: the reader of charges.
        edges: words that claims do not end in.
        anonymity: phrases that say why a source is not named.
    """

    splitter: Splitter | None
    level: Level
    governance: Governance
    charges: Charges
    edges: Edges
    anonymity: PhraseList

    @classmethod
    def of(
        cls,
        language: str,
        connectives: Connectives,
        lists: WordLists,
        level: Level = Level.CLAUSES,
    ) -> "ClaimReader":
        """Return the reader for a language; one without rules keeps sentences whole."""
        splitters: dict[str, Splitter] = {
            "ar": ArabicClauses.of(connectives, lists),
            "en": EnglishClauses.of(connectives, lists),
        }
        return cls(
            splitter=splitters.get(language),
            level=level,
            governance=Governance(
                negation=lists.get(language, "negation"),
                absence=lists.get(language, "absence"),
                request=lists.get(language, "request"),
            ),
            charges=Charges.of(language, lists),
            anonymity=lists.get(language, "anonymity"),
            edges=Edges(
                leftover=lists.get(language, "leftover"),
                dangling=lists.get(language, "dangling"),
                adverbial=lists.get(language, "adverbial_opener"),
            ),
        )

    def read(
        self,
        text: str,
        passage: Passage,
        cues: tuple[Cue, ...],
        carried: Cue | None = None,
        accuser: str = "",
    ) -> Iterator[ProposedClaim]:
        """Yield the claims of one passage, without identifiers, in reading order.

        Args:
            text: the article.
            passage: the passage.
            cues: its cues.
            carried: the cue of a passage before that speaks on.
            accuser: who made the last charge before, empty where nobody did.
        """
        words = words_of(text, passage.span.start, passage.span.end)
        pieces = self._pieces(words, cues)
        if self.splitter:
            pieces = resumed(words, pieces, self.splitter)
        scopes = Scopes.of(cues, carried)
        made: ProposedClaim | None = None
        head: Piece | None = None
        for group in _joined(pieces):
            first, end = group[0], group[-1].end
            cue, why = self.governance.cue_of(words, first.start, scopes)
            # A sentence kept whole tells of a charge beside other things: it is none itself.
            start = end if self.level is Level.SENTENCES else first.start
            allegation = self.charges.in_range(words, start, end, cue, accuser)
            if allegation is None and made and made.cue == cue:
                allegation = self._continued(words, first, end, made)
            accuser = allegation.accuser if allegation else accuser
            shared = self.splitter.shared(words, first, head) if self.splitter and head else None
            head = head if shared else first
            made = ProposedClaim(
                id="",
                spans=tuple(piece.span(words) for piece in group),
                cue=cue,
                allegation=allegation,
                reasons=tuple(dict.fromkeys((first.reason, *why))),
                shared=(shared,) if shared else (),
            )
            yield made

    def _continued(
        self, words: Words, first: Piece, end: int, before: ProposedClaim
    ) -> Allegation | None:
        """Return the charge of the claim before, where this one goes on with it.

        A conjunct of a charge does, and so does what is added to it without a verb.
        """
        code, _, opening = first.reason.partition(":")
        start = first.start + len(opening.split())
        verbal = self.splitter and self.splitter.verbal(words, start, end)
        return before.allegation if code == "charge" or (code == "clause" and not verbal) else None

    def _boundaries(self, words: Words, free: tuple[tuple[int, int], ...]) -> dict[int, str]:
        """Return where claims begin at this level; the finest one also splits at every comma."""
        if self.splitter is None or self.level is Level.SENTENCES:
            return {}
        found = self.splitter.boundaries(words, free)
        if self.level is Level.COMMAS:
            for index in self._after_breaks(words, free):
                found.setdefault(index, "comma")
        return found

    def _after_breaks(self, words: Words, free: tuple[tuple[int, int], ...]) -> Iterator[int]:
        """Yield where a stretch after a mark begins that would make a claim alone."""
        for start, end in free:
            marks = [i for i in range(start, end) if words.text(i) in _BREAKS]
            for mark, following in pairwise((*marks, end)):
                if words.lexical(mark + 1) and trim(words, mark + 1, following, self.edges):
                    yield mark + 1

    def _about_source(self, words: Words, start: int, end: int) -> bool:
        """Whether a stretch only says why a source is not named."""
        opens = range(start, min(end, start + _ANONYMITY_OPENS))
        short = end - start <= _LONGEST_ANONYMITY
        return short and any(self.anonymity.at(words, index) for index in opens)

    def _adverbial(self, words: Words, start: int, end: int) -> bool:
        """Whether a stretch before a cue only says when or where (``وفي وقت لاحق، قال``)."""
        short = end - start <= _LONGEST_ADVERBIAL
        opens = words.form(start) in self.edges.adverbial
        return short and opens and not (self.splitter and self.splitter.verbal(words, start, end))

    def _before_place(self, words: Words, start: int, end: int) -> int:
        """Return where a phrase of time or place before a cue begins, else ``end``.

        ``انهار سد في الغاب، وفي حماة، قال المدير إن``: the phrase is no part of the claim before.
        """
        last = end - 1
        while last > start and not words.lexical(last):
            last -= 1
        window = range(last, max(start, last - _LONGEST_ADVERBIAL), -1)
        comma = next((index for index in window if words.text(index) in COMMAS), None)
        return end if comma is None or not self._adverbial(words, comma + 1, last + 1) else comma

    def _pieces(self, words: Words, cues: tuple[Cue, ...]) -> tuple[Piece, ...]:
        free = regions(words, cues)
        found = self._boundaries(words, free)
        interrupting = {c.frame.end for c in cues if c.scope == "parenthetical"}
        opening = {cue.frame.start for cue in cues if cue.scope == "forward"}
        opening = {i for i, word in enumerate(words.items) if word.start in opening}
        pieces: list[Piece] = []
        for start, stop in free:
            end = self._before_place(words, start, stop) if stop in opening else stop
            cuts = [start, *sorted(i for i in found if start < i < end), end]
            for left, right in pairwise(cuts):
                kept = trim(words, left, right, self.edges)
                if kept is None or self._about_source(words, *kept):
                    continue
                if stop in opening and right == end and self._adverbial(words, *kept):
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


def _joined(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """Return the pieces in groups, one group a claim, in the order of their first pieces."""
    groups: list[tuple[Piece, ...]] = []
    for piece in pieces:
        at = len(groups) - 1 - piece.over
        if piece.resumes and at >= 0:
            groups[at] = (*groups[at], piece)
        else:
            groups.append((piece,))
    return groups


def split_claims(
    text: str,
    passages: Iterable[Passage],
    cues: Sequence[Cue],
    reader: ClaimReader,
    quoted: Quotations | None = None,
) -> tuple[ProposedClaim, ...]:
    """Return the claims of ``passages`` in reading order, numbered ``c1``, ``c2`` ...

    Claims of one article never overlap, and none holds a cue or the name around it. A sentence
    inside a quotation that an earlier cue opened, or that directly follows speech in the same
    paragraph and is speech itself, stays with that cue.
    """
    found: list[ProposedClaim] = []
    at, accuser, carried = 0, "", Carried(text, quoted or Quotations(()))
    for passage in passages:
        own: list[Cue] = []
        while at < len(cues) and cues[at].span.start < passage.span.end:
            own.append(cues[at])
            at += 1
        if passage.kind.holds_claims:
            spoken = carried.into(passage)
            made = tuple(reader.read(text, passage, tuple(own), spoken, accuser))
            charges = (claim.allegation for claim in reversed(made) if claim.allegation)
            accuser = next((charge.accuser for charge in charges if charge.accuser), accuser)
            found.extend(made)
            carried.leave(passage, own)
    return tuple(evolve(claim, id=f"c{n}") for n, claim in enumerate(found, start=1))
