"""Near copies of whole texts share hashes; other texts share none."""

import random

from tracker.matching.fingerprints import SKETCH, fingerprints_of, shingles_of, sketch
from tracker.matching.shingles import resemblance, share_of_shorter

_WORDS = [f"كلمة{n}" for n in range(900)]


def _text(seed: int, length: int = 300) -> str:
    draw = random.Random(seed)  # noqa: S311  (texts, not secrets)
    return " ".join(draw.choice(_WORDS) for _ in range(length))


def test_the_sketch_is_small_steady_and_of_the_text_alone() -> None:
    found = fingerprints_of(_text(1))
    assert len(found) == SKETCH
    assert found == tuple(sorted(found)) == fingerprints_of(_text(1))
    assert fingerprints_of("") == ()


def test_texts_that_share_half_always_share_a_hash() -> None:
    missed = 0
    for seed in range(200):
        text = _text(seed)
        grown = f"{text} {_text(seed + 1000)}"
        missed += not set(fingerprints_of(text)) & set(fingerprints_of(grown))
    assert missed == 0


def test_other_texts_share_none() -> None:
    assert not set(fingerprints_of(_text(1))) & set(fingerprints_of(_text(2)))


def test_shares_are_of_the_shorter_and_of_both() -> None:
    short, long = shingles_of("a b c d e"), shingles_of("a b c d e f g h")
    assert share_of_shorter(short, long) == 1.0
    assert resemblance(short, long) == len(short) / len(long)
    assert share_of_shorter(short, frozenset()) == 0.0
    assert sketch(frozenset()) == ()
