"""A few hashes of a whole text, by which its near copies are found without reading every text.

They are the smallest hashes of its runs of eight words, a bottom-k sketch (A. Broder, "On the
resemblance and containment of documents", 1997): two texts that share half of their runs have
none of 16 in common once in tens of thousands of times. Runs of four, by which copies are then
confirmed, would be shared by texts of one newsroom that are no copies.
"""

import hashlib

from attrs import frozen

from tracker.matching.shingles import Shingles, runs, shingles
from tracker.text.folding import fold
from tracker.text.stems import StemmedWord, without_furniture, words

#: How many hashes a text is found by.
SKETCH = 16
_RUN = 8
_BYTES = 6


@frozen
class WholeText:
    """A whole article as it is held against others.

    Attributes:
        words: its words, by their stems.
    """

    words: tuple[StemmedWord, ...]

    @classmethod
    def of(cls, text: str) -> "WholeText":
        """Return ``text`` ready to be compared; addresses and signatures do not count."""
        return cls(words(text, fold(without_furniture(text))))

    @property
    def shingles(self) -> Shingles:
        """All runs of four words."""
        return shingles(self.words)

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """The hashes that it is found by: hexadecimal, ascending."""
        found = {_hash(" ".join(run)) for run in runs(self.words, _RUN)}
        return tuple(sorted(found)[:SKETCH])


def _hash(run: str) -> str:
    return hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
