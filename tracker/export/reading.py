"""JSON Lines read back, from a file that anybody may have edited."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NoReturn, cast

import orjson
from attrs import field, frozen

from tracker.codec import from_document
from tracker.errors import InputError, RuleError
from tracker.export.dossier import ORDER, SCHEMA_VERSION, Dossier, Records
from tracker.export.json_lines import HEADER
from tracker.export.references import broken_reference
from tracker.model import ClaimId, Entity
from tracker.scales import Scales, scales_from_document

#: An article of the largest size that is taken in, every character escaped, stays below this.
_LONGEST_LINE = 64_000_000

_EXPORT_AGAIN = "Export it again with: tracker export --format jsonl"


@frozen(kw_only=True)
class _Header:
    """The first line: what the whole file says about itself."""

    tool: str
    filter: str
    confidential: bool
    selected: tuple[ClaimId, ...] | None
    counts: Mapping[str, object]
    scales: Scales = field(repr=False)


def read_jsonl(lines: Iterable[bytes]) -> Dossier:
    """Return the dossier that :func:`tracker.export.write_jsonl` wrote as ``lines``.

    Args:
        lines: the lines of the file, as iterating over a binary file yields them.

    Raises:
        InputError: naming the line, when a line is not JSON, is of an unknown kind or layout,
            holds a record that is malformed or breaks a rule of the model, repeats one, refers
            to a record that is missing, or when lines are missing.
    """
    numbered = enumerate(lines, start=1)
    number, first = next(numbered, (1, b""))
    header = _header(_object(number, first))
    places: dict[tuple[str, str], int] = {}
    entities: list[Entity] = []
    for number, line in numbered:
        kind, entity = _record(number, _object(number, line))
        if (kind, entity.id) in places:
            earlier = places[kind, entity.id]
            _refuse(number, f"{kind}/{entity.id} stands on line {earlier} already.")
        places[kind, entity.id] = number
        entities.append(entity)
    records = Records.of(entities)
    _refuse_missing(header, records)
    broken = broken_reference(records)
    if broken is not None:
        _refuse(places[broken.kind, broken.record_id], broken.message)
    return _dossier(header, records)


def _refuse(number: int, message: str, hint: str = _EXPORT_AGAIN) -> NoReturn:
    raise InputError(f"Line {number}: {message}", hint)


def _object(number: int, line: bytes) -> dict[str, object]:
    if len(line) > _LONGEST_LINE:
        _refuse(number, "it is too long.")
    try:
        found = _parsed(line)
    except UnicodeDecodeError:
        _refuse(number, "it is not UTF-8.")
    except (ValueError, RecursionError):
        _refuse(number, "it is not JSON.")
    if not isinstance(found, dict):
        _refuse(number, "it is not a JSON object.")
    return found


def _parsed(line: bytes) -> object:
    try:
        return cast("object", orjson.loads(line))
    except orjson.JSONDecodeError:
        # Half characters, which JSON knows as escapes only, are refused there.
        return cast("object", json.loads(line.decode("utf-8"), parse_constant=_no_constant))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _record(number: int, line: dict[str, object]) -> tuple[str, Entity]:
    kind = line.get("kind")
    if set(line) != {"kind", "record"} or not isinstance(kind, str) or kind not in ORDER:
        _refuse(number, f"it must hold a record of a kind among {', '.join(ORDER)}.")
    try:
        return kind, from_document(kind, line["record"])
    except InputError as error:
        _refuse(number, error.message, error.hint or _EXPORT_AGAIN)


def _header(line: dict[str, object]) -> _Header:
    if line.get("kind") != HEADER:
        _refuse(1, "it is not the first line of an export of this program.")
    version = line.get("schema_version")
    if version != SCHEMA_VERSION:
        _refuse(1, f"its layout {version!r} is not {SCHEMA_VERSION}.", "Use a newer program.")
    selected = line.get("selected")
    ids = selected if isinstance(selected, list) else []
    confidential, counts = line.get("confidential"), line.get("counts")
    if selected is not None and (not isinstance(selected, list) or not _all_text(ids)):
        _refuse(1, "selected must be null or a list of claims.")
    if not isinstance(confidential, bool) or not isinstance(counts, dict):
        _refuse(1, "confidential must be true or false, and counts an object.")
    _refuse_no_time(line)
    return _Header(
        tool=_text(line, "tool"),
        filter=_text(line, "filter"),
        confidential=confidential,
        selected=None if selected is None else tuple(ClaimId(i) for i in ids),
        scales=scales_from_document(line.get("scales"), "Line 1"),
        counts=counts,
    )


def _all_text(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _text(line: dict[str, object], name: str) -> str:
    value = line.get(name)
    if not isinstance(value, str):
        _refuse(1, f"{name} must be text.")
    return value


def _refuse_no_time(line: dict[str, object]) -> None:
    if line.get("as_of") is None and "as_of" in line:
        return
    try:
        found = datetime.fromisoformat(_text(line, "as_of"))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        _refuse(1, "as_of must be null or a time with its offset.")


def _refuse_missing(header: _Header, records: Records) -> None:
    for kind in ORDER:
        count, wanted = len(records.of_kind(kind)), header.counts.get(kind, 0)
        if count != wanted:
            msg = f"The export holds {count} {kind}, but its first line counts {wanted}."
            raise InputError(msg, f"It was cut short or edited. {_EXPORT_AGAIN}")


def _dossier(header: _Header, records: Records) -> Dossier:
    every = tuple(claim.id for claim in records.claims)
    try:
        return Dossier(
            records=records,
            selected=every if header.selected is None else header.selected,
            filter=header.filter,
            tool=header.tool,
            scales=header.scales,
            confidential=header.confidential,
        )
    except RuleError as error:
        raise InputError(f"Line 1: {error.message}", error.hint) from None
