"""Vectors by slot: the nearest of many, and the cosines of some."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tracker.matching.ragged import Numbers

Vector = NDArray[np.float32]

_WORD = 64
#: How many texts, nearest by their bits, are looked at with their whole vectors.
_LOOKED_AT = 500


class Vectors:
    """Vectors of length 1, half precision, each under the slot of its text.

    Beside each vector stand the signs of its numbers, one bit each. How many bits of two vectors
    differ follows the angle between them (M. Charikar, "Similarity estimation techniques from
    rounding algorithms", 2002), so that few vectors need to be read in full.
    """

    def __init__(self, dimensions: int) -> None:
        self._rows = np.zeros((0, dimensions), np.float16)
        self._bits = np.zeros((0, dimensions // _WORD), np.uint64)

    def put(self, slots: Sequence[int], vectors: NDArray[np.floating]) -> None:
        """Hold ``vectors`` (one row each) under ``slots``, in place of what was there."""
        if not len(slots):
            return
        self._grow(max(slots) + 1)
        at = np.asarray(slots)
        self._rows[at] = vectors
        self._bits[at] = _signs(vectors)

    def row(self, slot: int) -> Vector:
        """Return the vector in ``slot``."""
        found: Vector = self._rows[slot].astype(np.float32)
        return found

    def cosines(self, vector: Vector, slots: Numbers) -> NDArray[np.float32]:
        """Return the cosine (-1 to 1) of ``vector`` with each of ``slots``."""
        found: NDArray[np.float32] = self._rows[slots].astype(np.float32) @ vector
        return found

    def nearest(self, vector: Vector, among: Numbers) -> Numbers:
        """Return those of the slots ``among`` that lie nearest to ``vector``, in no order."""
        if len(among) <= _LOOKED_AT:
            return among
        differing = np.bitwise_count(self._bits[among] ^ _signs(vector[None, :])).sum(
            axis=1, dtype=np.int16
        )
        return among[np.argpartition(differing, _LOOKED_AT)[:_LOOKED_AT]]

    def _grow(self, size: int) -> None:
        if size <= len(self._rows):
            return
        room = max(size, len(self._rows) * 5 // 4)
        rows = np.zeros((room, self._rows.shape[1]), np.float16)
        bits = np.zeros((room, self._bits.shape[1]), np.uint64)
        rows[: len(self._rows)], bits[: len(self._bits)] = self._rows, self._bits
        self._rows, self._bits = rows, bits


def _signs(vectors: NDArray[np.floating]) -> NDArray[np.uint64]:
    return np.packbits(vectors > 0, axis=1).view(np.uint64)
