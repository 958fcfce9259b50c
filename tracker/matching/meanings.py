"""What the texts of an index mean, as vectors: kept, and never computed twice."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tracker.matching.encoder import Encoder
from tracker.matching.ragged import Numbers
from tracker.matching.vectors import Vector, Vectors
from tracker.text.stems import without_furniture

#: Told how many of how many texts are done; what it raises stops the work.
Report = Callable[[int, int], None]

_BATCH = 256
_KEY = 16


class VectorMemory(Protocol):
    """Where vectors are kept between runs, half precision, little end first."""

    def get(self, key: bytes) -> bytes | None:
        """Return the vector under ``key``, None when there is none."""

    def put(self, vectors: Mapping[bytes, bytes]) -> None:
        """Keep ``vectors``."""


class Meanings:
    """The vectors of an index's texts, made when first needed."""

    def __init__(self, encoder: Encoder, memory: VectorMemory | None = None) -> None:
        """Begin without texts.

        Args:
            encoder: what makes vectors.
            memory: where they are kept; None to keep them as long as this object lives.
        """
        self._encoder = encoder
        self._memory = memory
        self._vectors = Vectors(encoder.dimensions)
        self._waiting: dict[int, str] = {}
        self._asked: tuple[str, Vector] | None = None

    def add(self, slot: int, text: str) -> None:
        """Note that ``slot`` holds ``text``; its vector is made later."""
        self._waiting[slot] = text

    def remove(self, slot: int) -> None:
        """Forget what waits for ``slot``."""
        self._waiting.pop(slot, None)

    def settle(self, report: Report | None = None) -> None:
        """Make the vectors that are missing, those first that the memory holds.

        Args:
            report: told after every batch; what was made until it raises is kept.
        """
        total = len(self._waiting)
        while self._waiting:
            if report:
                report(total - len(self._waiting), total)
            batch = dict(list(self._waiting.items())[:_BATCH])
            self._vectors.put(list(batch), self._made(list(batch.values())))
            for slot in batch:
                del self._waiting[slot]

    def ask(self, text: str) -> Vector:
        """Return the vector of a query; that of the last one is at hand."""
        if self._asked is None or self._asked[0] != text:
            self._asked = (text, self._made([text], keep=False)[0].astype(np.float32))
        return self._asked[1]

    def cosines(self, vector: Vector, slots: Sequence[int]) -> NDArray[np.float32]:
        """Return the cosine (-1 to 1) of ``vector`` with the text in each of ``slots``."""
        return self._vectors.cosines(vector, np.asarray(slots, np.int64))

    def nearest(self, vector: Vector, among: Numbers) -> Numbers:
        """Return those of the slots ``among`` that lie nearest to ``vector``, in no order."""
        return self._vectors.nearest(vector, among)

    def _made(self, texts: Sequence[str], *, keep: bool = True) -> NDArray[np.float16]:
        keys = [sha256(text.encode("utf-8", "surrogatepass")).digest()[:_KEY] for text in texts]
        known = {key: None if self._memory is None else self._memory.get(key) for key in keys}
        missing = {k: t for k, t in zip(keys, texts, strict=True) if known[k] is None}
        if missing:
            vectors = self._encoder.encode([*map(without_furniture, missing.values())])
            made = {k: row.tobytes() for k, row in zip(missing, _half(vectors), strict=True)}
            known |= made
            if self._memory is not None and keep:
                self._memory.put(made)
        found = b"".join(known[key] or b"" for key in keys)
        return np.frombuffer(found, "<f2").reshape(len(texts), self._encoder.dimensions)


def _half(vectors: NDArray[np.float32]) -> NDArray[np.float16]:
    return np.ascontiguousarray(vectors, "<f2")
