"""Rating scales with their labels in English and Arabic, from ``data/rating_scales.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

import cattrs
from attrs import field, frozen

from tracker.errors import InputError
from tracker.model import Confidence, Credibility, Likelihood, Reliability, Verdict
from tracker.resources import data_folder

Rating = Reliability | Credibility | Confidence | Likelihood | Verdict

_CODES = {
    "reliability": [grade.value for grade in Reliability],
    "credibility": [grade.value for grade in Credibility],
    "confidence": [grade.value for grade in Confidence],
    "likelihood": [grade.value for grade in Likelihood],
    "verdict": [grade.value for grade in Verdict],
}


@frozen(kw_only=True)
class Label:
    """The same words in English and Arabic."""

    en: str
    ar: str

    def in_language(self, language: str) -> str:
        """Return the Arabic words for ``ar`` and its variants, else the English ones."""
        return self.ar if language.partition("-")[0] == "ar" else self.en


@frozen(kw_only=True)
class Grade(Label):
    """One step of a scale. Its code is a name, also where it is a digit: no sums, no averages."""

    code: str


@frozen(kw_only=True)
class Scale:
    """One axis of judgement.

    Attributes:
        name: what is judged.
        origin: the standard that codes and English labels come from.
        grades: in the standard's order.
    """

    name: Label
    origin: str
    grades: tuple[Grade, ...]
    _by_code: Mapping[str, Grade] = field(init=False, repr=False, eq=False)

    @_by_code.default
    def _grades_by_code(self) -> Mapping[str, Grade]:
        return {grade.code: grade for grade in self.grades}

    def grade(self, code: str) -> Grade:
        """Return the step that has ``code``.

        Raises:
            KeyError: when the scale has none.
        """
        return self._by_code[code]


@frozen(kw_only=True)
class Scales:
    """The scales of an assessment and of a ruling."""

    reliability: Scale
    credibility: Scale
    confidence: Scale
    likelihood: Scale
    verdict: Scale

    @property
    def all(self) -> tuple[Scale, ...]:
        """Every scale, in the order in which exports list them."""
        return (
            self.reliability,
            self.credibility,
            self.confidence,
            self.likelihood,
            self.verdict,
        )

    def grade(self, rating: Rating) -> Grade:
        """Return the step of the scale that ``rating`` stands for."""
        match rating:
            case Reliability():
                return self.reliability.grade(rating.value)
            case Credibility():
                return self.credibility.grade(rating.value)
            case Confidence():
                return self.confidence.grade(rating.value)
            case Likelihood():
                return self.likelihood.grade(rating.value)
            case Verdict():
                return self.verdict.grade(rating.value)


@cache
def load_scales() -> Scales:
    """Return the scales that ship with the program.

    Raises:
        InputError: as :func:`read_scales`.
    """
    return read_scales(data_folder() / "rating_scales.toml")


def read_scales(path: Path) -> Scales:
    """Return the scales of a table that people may have edited.

    Raises:
        InputError: when it cannot be read, is not TOML, or as :func:`scales_from_document`.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"The rating scales in {path} cannot be read: {error}."
        raise InputError(msg, "Restore the table that came with the program.") from None
    return scales_from_document(document, str(path))


def scales_from_document(document: object, where: str) -> Scales:
    """Return the scales that ``document`` describes.

    Args:
        document: as the TOML table and :func:`scales_to_document` give it.
        where: what messages call the place it stands in.

    Raises:
        InputError: when a part is missing, unknown or of the wrong type, or the codes of a scale
            are not exactly those of the model, in order.
    """
    try:
        scales = _converter().structure(document, Scales)
    except cattrs.BaseValidationError as error:
        why = "; ".join(cattrs.transform_error(error, path="scales"))
        msg = f"{where}: the rating scales are malformed: {why}."
        raise InputError(msg, "Restore the table that came with the program.") from None
    for name, codes in _CODES.items():
        if [grade.code for grade in getattr(scales, name).grades] != codes:
            msg = f"{where}: the codes of {name} must be {', '.join(codes)}, in this order."
            raise InputError(msg, "Reword labels if you like; leave the codes as they are.")
    return scales


def scales_to_document(scales: Scales) -> dict[str, object]:
    """Return ``scales`` as a dictionary of what JSON can hold, in the shape of the table."""
    return cast("dict[str, object]", _converter().unstructure(scales))


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(
        forbid_extra_keys=True, unstruct_collection_overrides={tuple: list}
    )
    converter.register_structure_hook(str, _text)
    return converter


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        msg = "expected text"
        raise TypeError(msg)
    return value
