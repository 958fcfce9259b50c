"""A few hashes of a whole text, by which its near copies are found without reading every text.

They are the smallest hashes of its word 4-grams, a bottom-k sketch (A. Broder, "On the
resemblance and containment of documents", 1997): two texts that share half of their sequences
have none of 16 in common once in tens of thousands of times.
"""

import hashlib

from tracker.matching.shingles import Shingles, shingles
from tracker.text.folding import fold
from tracker.text.stems import without_furniture, words

#: How many hashes a text is found by.
SKETCH = 16
_BYTES = 6


def shingles_of(text: str) -> Shingles:
    """Return all sequences of four words of a whole article, by their stems."""
    return shingles(words(text, fold(without_furniture(text))))


def sketch(found: Shingles) -> tuple[str, ...]:
    """Return the hashes that a text with these sequences is found by: hexadecimal, ascending."""
    return tuple(sorted({_hash(" ".join(run)) for run in found})[:SKETCH])


def fingerprints_of(text: str) -> tuple[str, ...]:
    """Return the hashes that ``text`` is found by."""
    return sketch(shingles_of(text))


def _hash(run: str) -> str:
    return hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
