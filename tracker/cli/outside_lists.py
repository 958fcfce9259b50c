"""Claims that other programs wrote down, one JSON object a line."""

import json
from datetime import date
from pathlib import Path

from tracker.errors import InputError
from tracker.intake.received import safe_name
from tracker.matching import MatchText

_HINT = 'Each line is an object such as {"id": "1", "text": "..."}.'
_LONGEST_LINE = 5_000_000


def read_list(path: Path) -> tuple[MatchText, ...]:
    """Return the texts of a list, in its order; empty lines are passed over.

    Raises:
        InputError: when it cannot be read, a line is no such object, or an identifier occurs
            twice; the message names the line.
    """
    name = safe_name(str(path))
    try:
        with path.open("rb") as stream:
            lines = [(n, line) for n, line in enumerate(stream, start=1) if line.strip()]
    except OSError as error:
        msg = f"{name} could not be read: {(error.strerror or 'no reason given').lower()}."
        raise InputError(msg, "Check the path and its rights.") from None
    texts: dict[str, MatchText] = {}
    for number, line in lines:
        text = _text(line, f"{name}, line {number}")
        if text.id in texts:
            msg = f"{name}, line {number}: the id {text.id} occurs a second time."
            raise InputError(msg, "Give every text an id of its own.")
        texts[text.id] = text
    return tuple(texts.values())


def _text(line: bytes, where: str) -> MatchText:
    try:
        found = json.loads(line) if len(line) <= _LONGEST_LINE else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        msg = f"{where}: this is not a JSON object."
        raise InputError(msg, _HINT)
    record_id = found.get("id")
    if isinstance(record_id, int) and not isinstance(record_id, bool):
        record_id = str(record_id)
    if not isinstance(record_id, str) or not record_id:
        msg = f"{where}: there is no id."
        raise InputError(msg, _HINT)
    return MatchText(
        id=record_id,
        text=_field(found, "text", where, required=True),
        title=_field(found, "title", where),
        language=_field(found, "language", where),
        published=_day(_field(found, "date", where), where),
        outlet_id=_field(found, "outlet", where),
    )


def _field(found: dict[str, object], name: str, where: str, *, required: bool = False) -> str:
    value = found.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        msg = f"{where}: “{name}” is not text."
        raise InputError(msg, _HINT)
    return value


def _day(text: str, where: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        msg = f"{where}: the date {text} is not written as 2020-11-10."
        raise InputError(msg, "Write dates as year-month-day, or leave them out.") from None
