"""Records as plain documents (what JSON can hold) and back, without any silent coercion.

Spans are ``{"start": …, "end": …}``, times ISO 8601 in UTC with their offset, days ISO 8601,
enumerations their values. A document names every field of its record and no other.
"""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar, cast

import cattrs
from attrs import has
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn
from cattrs.v import transform_error

from tracker.errors import InputError, RuleError
from tracker.model import (
    Action,
    Basis,
    Bearing,
    ClaimState,
    Confidence,
    Credibility,
    Delivery,
    Dependence,
    Distance,
    Entity,
    Identity,
    KnownTo,
    Likelihood,
    LinkBasis,
    PassageKind,
    Relation,
    Reliability,
    SourceKind,
    Stance,
    Verdict,
    kind_of,
)
from tracker.model.change import KINDS

Document = dict[str, object]
T = TypeVar("T")

#: A class deriving from ``str`` would be structured as plain text unless it is named here.
ENUMS: tuple[type[Enum], ...] = (
    Action,
    Basis,
    Bearing,
    ClaimState,
    Confidence,
    Credibility,
    Delivery,
    Dependence,
    Distance,
    Identity,
    KnownTo,
    Likelihood,
    LinkBasis,
    PassageKind,
    Relation,
    Reliability,
    SourceKind,
    Stance,
    Verdict,
)
_WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
_MALFORMED = (
    TypeError,
    ValueError,
    KeyError,
    AttributeError,
    ArithmeticError,
    RuleError,
    cattrs.ForbiddenExtraKeysError,
)


class _UnfitError(ValueError):
    """A value of the wrong type; its text completes the sentence “spans[0].end …”."""


def _exactly(wanted: type[T]) -> Callable[[object, object], T]:
    def structure(value: object, _: object) -> T:
        if type(value) is not wanted:
            msg = f"is not {_WORDS[wanted]}"
            raise _UnfitError(msg)
        return value

    return structure


def _number(value: object, _: object) -> float:
    # JSON has one kind of number; other programs write 1.0 as 1.
    if type(value) not in {int, float} or not math.isfinite(cast("float", value)):
        raise _UnfitError("is not a number")
    return float(cast("float", value))


def _one_of(enum: type[Enum]) -> Callable[[object, object], Enum]:
    members = {member.value: member for member in enum}

    def structure(value: object, _: object) -> Enum:
        if type(value) is not str or value not in members:
            msg = f"is not one of {', '.join(members)}"
            raise _UnfitError(msg)
        return members[value]

    return structure


def _day(value: object, _: object) -> date:
    if type(value) is str:
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _UnfitError("is not a day as 2020-11-10")


def _time(value: object, _: object) -> datetime:
    if type(value) is str:
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            found = None
        if found is not None and found.tzinfo is not None:
            return found.astimezone(UTC)
    raise _UnfitError("is not a time with its offset as 2020-11-10T08:30:00+00:00")


def _write_time(value: datetime) -> str:
    if value.tzinfo is None:
        msg = f"The time {value.isoformat()} has no zone."
        raise RuleError(msg, "Give times in UTC.")
    return value.astimezone(UTC).isoformat()


def _write_number(value: float) -> float:
    if not math.isfinite(value):
        msg = f"{value} is no number that a file can hold."
        raise RuleError(msg, "Give a finite number.")
    return value


def _is_tuple(kind: object) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _array(kind: Any, converter: cattrs.Converter) -> Callable[[object, Any], tuple[object, ...]]:
    inner = homogenous_tuple_structure_factory(kind, converter)

    def structure(value: object, _: Any = kind) -> tuple[object, ...]:
        if type(value) is not list:
            raise _UnfitError("is not a list")
        return cast("tuple[object, ...]", inner(value, kind))

    return structure


def _object(kind: Any, converter: cattrs.Converter) -> Callable[[object, Any], object]:
    inner = make_dict_structure_fn(
        kind,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=converter.detailed_validation,
    )

    def structure(value: object, _: Any = kind) -> object:
        if type(value) is not dict:
            raise _UnfitError("is not an object")
        return inner(value, kind)

    return structure


def _converter(*, detailed: bool) -> cattrs.Converter:
    converter = cattrs.Converter(
        detailed_validation=detailed,
        forbid_extra_keys=True,
        unstruct_collection_overrides={tuple: list},
    )
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly(plain))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook(datetime, _time)
    for enum in ENUMS:
        converter.register_structure_hook(enum, _one_of(enum))
    converter.register_structure_hook_factory(has, _object)
    converter.register_structure_hook_factory(_is_tuple, _array)
    converter.register_unstructure_hook(float, _write_number)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, _write_time)
    return converter


# The quick one says only that a document is malformed; the exact one, slower, says where.
_QUICK = _converter(detailed=False)
_EXACT = _converter(detailed=True)


def to_document(entity: Entity) -> Document:
    """Return ``entity`` as a dictionary of what JSON can hold.

    Raises:
        RuleError: when it carries a time without a zone or a number that is not finite.
    """
    return cast("Document", _QUICK.unstructure(entity))


def from_document(kind: str, document: object) -> Entity:
    """Return the record that ``document`` describes.

    Args:
        kind: name of the table, one of :data:`tracker.model.change.KINDS`.
        document: as :func:`to_document` makes it, from a file that anybody may have edited.

    Raises:
        InputError: when a field is missing, unknown, of the wrong type, or breaks a rule of the
            model; the message names each place, for example
            ``claims/clm_x: spans[0].end is missing.``
    """
    try:
        return _QUICK.structure(document, KINDS[kind])
    except _MALFORMED:
        pass
    try:
        return _EXACT.structure(document, KINDS[kind])
    except (*_MALFORMED, cattrs.BaseValidationError) as error:
        found = document.get("id") if isinstance(document, dict) else None
        name = f"{kind}/{found}" if isinstance(found, str) else kind
        sentences = [_sentence(line) for line in transform_error(error, "", _predicate)]
        raise InputError(f"{name}: {' '.join(sentences)}") from None


def place_of(entity: Entity) -> str:
    """Return how messages name a record: ``claims/clm_x``."""
    return f"{kind_of(entity)}/{entity.id}"


def _predicate(error: BaseException, _: object) -> str:
    match error:
        case KeyError():
            return "is missing"
        case cattrs.ForbiddenExtraKeysError():
            return f"has unknown fields ({', '.join(sorted(error.extra_fields))})"
        case _UnfitError():
            return str(error)
        case RuleError():
            return f"breaks a rule: {error.message.rstrip('.')}"
        case _:
            return f"cannot be used: {error.args[0] if error.args else error}"


def _sentence(line: str) -> str:
    """Turn cattrs' “predicate @ .path” around."""
    predicate, _, path = line.rpartition(" @ ")
    return f"{path.lstrip('.') or 'it'} {predicate}."
