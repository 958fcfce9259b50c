"""Near copies of whole texts share hashes; other texts share none."""

import random

from tracker.matching.fingerprints import SKETCH, WholeText
from tracker.matching.shingles import resemblance, share_of_shorter

_WORDS = [f"كلمة{n}" for n in range(90)]


def _text(seed: int, length: int = 300) -> str:
    draw = random.Random(seed)  # noqa: S311  (texts, not secrets)
    return " ".join(draw.choice(_WORDS) for _ in range(length))


def _found_by(text: str) -> set[str]:
    return set(WholeText.of(text).fingerprints)


def test_the_hashes_are_few_steady_and_of_the_text_alone() -> None:
    found = WholeText.of(_text(1)).fingerprints
    assert len(found) == SKETCH
    assert found == tuple(sorted(found)) == WholeText.of(_text(1)).fingerprints
    assert WholeText.of("").fingerprints == ()


def test_texts_that_share_half_share_two_hashes_at_least() -> None:
    missed = 0
    for seed in range(200):
        text = _text(seed)
        grown = f"{text} {_text(seed + 1000)}"
        missed += len(_found_by(text) & _found_by(grown)) < 2
    assert missed == 0


def test_a_word_changed_in_every_thirty_leaves_hashes_in_common() -> None:
    for seed in range(50):
        words = _text(seed).split()
        edited = [f"{word}س" if place % 30 == 7 else word for place, word in enumerate(words)]
        assert len(_found_by(" ".join(words)) & _found_by(" ".join(edited))) >= 2


def test_other_texts_of_the_same_few_words_share_none() -> None:
    assert not _found_by(_text(1)) & _found_by(_text(2))


def test_shares_are_of_the_shorter_and_of_both() -> None:
    short, long = WholeText.of("a b c d e").shingles, WholeText.of("a b c d e f g h").shingles
    assert share_of_shorter(short, long) == 1.0
    assert resemblance(short, long) == len(short) / len(long)
    assert share_of_shorter(short, frozenset()) == 0.0
