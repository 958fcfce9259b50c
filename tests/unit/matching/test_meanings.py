"""Sentence vectors: other languages are found, nothing is computed twice, nothing is required."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from tracker.matching import MatchIndex, MatchText, installed_encoder, match_lists
from tracker.model import Candidate

ARABIC = MatchText(id="ar", text="اعتقل الأمن خمسة عشر متظاهرا في العاصمة")
ENGLISH = MatchText(id="en", text="Security forces held fifteen protesters in the capital")
WEATHER = MatchText(id="rain", text="Heavy rain is expected over the coast tomorrow")
FLOOD = MatchText(id="flood", text="أمطار غزيرة متوقعة على الساحل غدا")


class TopicEncoder:
    """Knows two topics, in both languages; counts what it is asked."""

    name = "topics 1"
    dimensions = 64

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        rows = [[1.0, -0.1] if "rain" in text or "أمطار" in text else [-0.1, 1.0] for text in texts]
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        vectors[:, :2] = np.array(rows) / np.sqrt(1.01)
        return vectors


class Memory(dict[bytes, bytes]):
    """Keeps vectors as long as the test runs."""

    def put(self, vectors: Mapping[bytes, bytes]) -> None:
        self.update(vectors)


def ids(found: Sequence[Candidate]) -> list[str]:
    return [candidate.claim_id for candidate in found]


def test_a_text_in_another_language_is_found_by_what_it_means() -> None:
    index = MatchIndex([ENGLISH, WEATHER], encoder=TopicEncoder())
    (found,) = index.candidates(ARABIC)
    assert found.claim_id == "en"
    assert found.score >= 0.5
    assert "meaning" in {signal.name for signal in found.signals}


def test_far_meanings_in_another_language_stay_out() -> None:
    assert MatchIndex([WEATHER], encoder=TopicEncoder()).candidates(ARABIC) == ()


def test_meaning_orders_texts_that_share_as_many_words() -> None:
    query = MatchText(id="q", text="rain over Aleppo")
    ours = [MatchText(id="b", text="rain near Aleppo"), MatchText(id="a", text="fire over Aleppo")]
    assert ids(MatchIndex(ours, encoder=TopicEncoder()).candidates(query))[0] == "b"


def test_one_pair_is_compared_with_its_meaning() -> None:
    index = MatchIndex([ENGLISH, WEATHER], encoder=TopicEncoder())
    assert index.compare(ARABIC, "en").score > index.compare(ARABIC, "rain").score


def test_no_vector_is_computed_twice_while_the_memory_lasts() -> None:
    memory = Memory()
    first, second = TopicEncoder(), TopicEncoder()
    MatchIndex([ENGLISH, WEATHER], encoder=first, memory=memory).settle()
    MatchIndex([WEATHER, FLOOD, ENGLISH], encoder=second, memory=memory).settle()
    assert first.asked == [ENGLISH.text, WEATHER.text]
    assert second.asked == [FLOOD.text]


def test_what_was_made_before_a_stop_is_kept() -> None:
    memory = Memory()
    texts = [MatchText(id=str(n), text=f"rain number {n}") for n in range(300)]

    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        MatchIndex(texts, encoder=TopicEncoder(), memory=memory).settle(stop)
    again = TopicEncoder()
    MatchIndex(texts, encoder=again, memory=memory).settle()
    assert 0 < len(again.asked) < 300


def test_an_index_that_shrank_answers_like_a_fresh_one() -> None:
    shrunk = MatchIndex([WEATHER, ENGLISH], encoder=TopicEncoder())
    shrunk.candidates(ARABIC)
    shrunk.remove("rain")
    shrunk.add(FLOOD)
    fresh = MatchIndex([ENGLISH, FLOOD], encoder=TopicEncoder())
    for query in (ARABIC, MatchText(id="q", text="rain again")):
        assert shrunk.candidates(query) == fresh.candidates(query)


def test_among_many_texts_the_nearest_is_found() -> None:
    texts = [MatchText(id=f"{n:04}", text=f"rain number {n}") for n in range(700)]
    index = MatchIndex([*texts, ENGLISH], encoder=TopicEncoder())
    assert ids(index.candidates(ARABIC, 3))[0] == "en"


def test_the_extra_finds_translations_when_it_is_installed() -> None:
    encoder = installed_encoder()
    if encoder is None:
        pytest.skip("the extra “semantic” is not installed")
    rows = dict(match_lists([ENGLISH, WEATHER], [ARABIC, FLOOD], 1, encoder=encoder))
    assert {query: found[0].claim_id for query, found in rows.items()} == {
        "ar": "en",
        "flood": "rain",
    }
    assert encoder.encode(["", "half \ud800 a pair"]).shape == (2, encoder.dimensions)
