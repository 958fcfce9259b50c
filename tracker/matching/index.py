"""The texts among which candidates are sought; it grows and shrinks text by text."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tracker.errors import NotFoundError
from tracker.matching.bridge import Bridge
from tracker.matching.corpus import Corpus
from tracker.matching.judgement import candidate
from tracker.matching.match_text import MatchText
from tracker.matching.writing import writing_of
from tracker.model import Candidate
from tracker.text.stems import stems

if TYPE_CHECKING:
    from tracker.matching.encoder import Encoder
    from tracker.matching.meanings import Meanings, Report, VectorMemory
    from tracker.matching.scorer import Reach, Score
    from tracker.matching.weighing import Weighed


#: Texts that are taken in at once.
_CHUNK = 4_000


class MatchIndex:
    """Finds the claims that may be about the same event as the one in hand.

    Texts are found by the rare stems and trigrams they share with the query, then scored by how
    much of their words agree. Scores are 0 (nothing in common) to 1 (the same words) and say how
    likely two texts speak of one event, not that they agree on it. With an encoder of sentences,
    texts in other languages are found by what they mean, and meaning is part of every score.

    Adding and removing cost microseconds and are exact: an index that grew and shrank answers
    like one built from what is left.
    """

    def __init__(
        self,
        texts: Iterable[MatchText] = (),
        *,
        searching: bool = False,
        encoder: "Encoder | None" = None,
        memory: "VectorMemory | None" = None,
    ) -> None:
        """Build an index of ``texts``.

        Args:
            texts: what to hold from the start.
            searching: whether a text need only answer the query, as in an archive, instead of
                both having to cover each other.
            encoder: what makes vectors of texts; without one only words are compared.
            memory: where vectors are kept from one run to the next.
        """
        self._searching = searching
        self._meanings = _meanings(encoder, memory)
        self._corpus = Corpus()
        self._bridge = Bridge(self._corpus)
        self._texts: dict[int, MatchText] = {}
        self._slots: dict[str, int] = {}
        self._articles: dict[str, set[int]] = {}
        self.add_all(texts)

    def __len__(self) -> int:
        return len(self._slots)

    def __contains__(self, text_id: object) -> bool:
        return text_id in self._slots

    def get(self, text_id: str) -> MatchText | None:
        """Return the text with this identifier, None when the index does not hold it."""
        slot = self._slots.get(text_id)
        return None if slot is None else self._texts[slot]

    def add(self, text: MatchText) -> None:
        """Hold ``text``, in place of one with the same identifier."""
        self.remove(text.id)
        self._take(self._corpus.add(stems(text.whole)), text)

    def _take(self, slot: int, text: MatchText) -> None:
        self._slots[text.id] = slot
        self._texts[slot] = text
        self._bridge.add(slot)
        if self._meanings:
            self._meanings.add(slot, text.whole)
        if text.article_id:
            self._articles.setdefault(text.article_id, set()).add(slot)

    def add_all(self, texts: Iterable[MatchText]) -> None:
        """Hold ``texts``: what :meth:`add` does one by one, at half the cost."""
        for chunk in _batched(texts):
            fresh = {text.id: text for text in chunk}
            for text_id in fresh:
                self.remove(text_id)
            slots = self._corpus.add_all([stems(text.whole) for text in fresh.values()])
            for slot, text in zip(slots, fresh.values(), strict=True):
                self._take(slot, text)

    def remove(self, text_id: str) -> None:
        """Let go of the text with this identifier; do nothing when there is none."""
        slot = self._slots.pop(text_id, None)
        if slot is None:
            return
        self._bridge.remove(slot)
        self._corpus.remove(slot)
        if self._meanings:
            self._meanings.remove(slot)
        text = self._texts.pop(slot)
        if text.article_id:
            neighbours = self._articles[text.article_id]
            neighbours.discard(slot)
            if not neighbours:
                del self._articles[text.article_id]

    def candidates(
        self,
        claim: MatchText,
        limit: int = 10,
        exclude: frozenset[str] = frozenset(),
        *,
        least: float = 0.0,
        within_article: bool = False,
        itself: bool = False,
    ) -> tuple[Candidate, ...]:
        """Return the texts most likely about the same event, best first, ties by identifier.

        Args:
            claim: the claim in hand; it may itself be in the index.
            limit: how many to return at most.
            exclude: identifiers never to return, such as partners already judged.
            least: the score (0-1) below which nothing is returned.
            within_article: whether texts of the claim's own article may be returned; a claim
                is corroborated across articles, so by default they may not.
            itself: whether a text with the claim's own identifier may be returned.
        """
        left_out = exclude if itself else exclude | {claim.id}
        barred = self._barred(left_out, "" if within_article else claim.article_id)
        found = self._find(claim, barred)
        ranked = self._best(found, limit, least)
        return tuple(self._candidate(claim, score, found) for score in ranked)

    def closest(
        self,
        claim: MatchText,
        limit: int = 5,
        exclude: frozenset[str] = frozenset(),
        *,
        least: float = 0.0,
    ) -> tuple[tuple[str, float], ...]:
        """Return identifiers and scores of the first of what :meth:`candidates` would return.

        Fewer texts are looked at and no signals are read, which is most of the work where few of
        many pairs will be shown.
        """
        from tracker.matching.scorer import JOIN

        barred = self._barred(exclude | {claim.id}, claim.article_id)
        found = self._find(claim, barred, JOIN)
        return tuple((self._texts[s.slot].id, s.value) for s in self._best(found, limit, least))

    def _barred(self, left_out: Collection[str], article_id: str) -> set[int]:
        barred = {self._slots[name] for name in left_out if name in self._slots}
        return barred | self._articles.get(article_id, set()) if article_id else barred

    def compare(self, claim: MatchText, other_id: str) -> Candidate:
        """Return how the text ``other_id`` of this index looks from ``claim``.

        Raises:
            NotFoundError: when the index does not hold it.
        """
        from tracker.matching.scorer import score_slots  # numpy is loaded on first use

        slot = self._slots.get(other_id)
        if slot is None:
            msg = f"The index holds no text {other_id}."
            raise NotFoundError(msg, "Add it first.")
        asked = stems(claim.whole)
        scores = score_slots(self._corpus, asked, [slot], searching=self._searching)
        found = self._weighed(claim, asked, scores)
        return self._candidate(claim, found.scores[0], found)

    def settle(self, report: "Report | None" = None) -> None:
        """Do what would hold up the next query: make the vectors and read the anchors missing.

        Args:
            report: told how many of how many are done; what was made until it raises is kept.
        """
        self._bridge.prepare()
        if self._meanings:
            self._meanings.settle(report)

    def _find(
        self, claim: MatchText, barred: Collection[int], reach: "Reach | None" = None
    ) -> "Weighed":
        from tracker.matching.scorer import SEARCH, score_shortlist, score_slots

        asked = stems(claim.whole)
        scores = score_shortlist(
            self._corpus, asked, barred, searching=self._searching, reach=reach or SEARCH
        )
        known = {score.slot for score in scores}
        far = {*self._across(claim, asked, barred), *self._bridged(asked, barred)} - known
        scores += score_slots(self._corpus, asked, sorted(far), searching=self._searching)
        return self._weighed(claim, asked, scores)

    def _bridged(self, asked: Sequence[str], barred: Collection[int]) -> Sequence[int]:
        written = writing_of(asked)
        if not self._bridge.needed(written):
            return ()
        return self._bridge.find(asked, written, barred)

    def _across(
        self, claim: MatchText, asked: Sequence[str], barred: Collection[int]
    ) -> Sequence[int]:
        from tracker.matching.weighing import across

        if not self._meanings:
            return ()
        self._meanings.settle()
        return across(
            self._meanings,
            self._meanings.ask(claim.whole),
            self._corpus.writings,
            writing_of(asked),
            barred,
            searching=self._searching,
        )

    def _weighed(
        self, claim: MatchText, asked: Sequence[str], scores: Sequence["Score"]
    ) -> "Weighed":
        from tracker.matching.weighing import Weighed, weigh

        scores = self._bridge.lifted(asked, scores)
        if not self._meanings:
            return Weighed(tuple(scores), {})
        self._meanings.settle()
        vector = self._meanings.ask(claim.whole)
        return weigh(
            self._meanings,
            vector,
            scores,
            self._corpus.writings,
            writing_of(asked),
            searching=self._searching,
        )

    def _best(self, found: "Weighed", limit: int, least: float) -> list["Score"]:
        high = [score for score in found.scores if score.value >= least]
        return sorted(high, key=self._rank)[: max(limit, 0)]

    def _rank(self, score: "Score") -> tuple[float, str]:
        return -score.value, self._texts[score.slot].id

    def _candidate(self, claim: MatchText, score: "Score", found: "Weighed") -> Candidate:
        nearness = found.nearness.get(score.slot, 0.0)
        return candidate(claim, self._texts[score.slot], score.value, nearness)


def _batched(texts: Iterable[MatchText]) -> Iterator[list[MatchText]]:
    drawn = iter(texts)
    while chunk := list(islice(drawn, _CHUNK)):
        yield chunk


def _meanings(encoder: "Encoder | None", memory: "VectorMemory | None") -> "Meanings | None":
    if encoder is None:
        return None
    from tracker.matching.meanings import Meanings  # numpy is loaded on first use

    return Meanings(encoder, memory)


def compare(ours: MatchText, theirs: MatchText) -> Candidate:
    """Return how ``theirs`` looks from ``ours``; without an index every word weighs the same."""
    from tracker.matching.scorer import score_slots  # numpy is loaded on first use

    corpus = Corpus()
    asked = stems(ours.whole)
    corpus.add(asked)
    slot = corpus.add(stems(theirs.whole))
    scores = score_slots(corpus, asked, [slot], searching=False)
    (score,) = Bridge(corpus).lifted(asked, scores)
    return candidate(ours, theirs, score.value)
