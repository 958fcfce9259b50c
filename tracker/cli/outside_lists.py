"""Claims that other programs wrote down, one JSON object a line."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tracker.errors import InputError
from tracker.intake.claim_reviews import claim_reviews, holds_reviews, parse
from tracker.intake.received import safe_name
from tracker.matching import MatchText

_HINT = 'Each line is an object such as {"id": "1", "text": "..."}.'
_REVIEW = b"ClaimReview"
_LONGEST_LINE = 5_000_000


def read_list(path: Path) -> tuple[MatchText, ...]:
    """Return the texts of a list, in its order; empty lines are passed over.

    The file holds one object a line, or published fact-checks (schema.org's ClaimReview, as JSON,
    JSON-LD or JSON Lines): of those the claim reviewed is the text and the address the id.

    Raises:
        InputError: when it cannot be read, a line is no such object, or an identifier occurs
            twice; the message names the line.
    """
    name = safe_name(str(path))
    try:
        with path.open("rb") as stream:
            data = stream.read()
    except OSError as error:
        msg = f"{name} could not be read: {(error.strerror or 'no reason given').lower()}."
        raise InputError(msg, "Check the path and its rights.") from None
    if _REVIEW in data and holds_reviews(content := parse(data)):
        return tuple(_of_reviews(content))
    texts: dict[str, MatchText] = {}
    lines = [(n, line) for n, line in enumerate(data.split(b"\n"), start=1) if line.strip()]
    for number, line in lines:
        text = _text(line, f"{name}, line {number}")
        if text.id in texts:
            msg = f"{name}, line {number}: the id {text.id} occurs a second time."
            raise InputError(msg, "Give every text an id of its own.")
        texts[text.id] = text
    return tuple(texts.values())


def _of_reviews(content: object) -> Iterator[MatchText]:
    """Yield the claims of fact-checks; one that has no address, or shares it, gets a number."""
    seen: set[str] = set()
    for number, review in enumerate(claim_reviews(content), start=1):
        name = review.url if review.url and review.url not in seen else f"{review.url}#{number}"
        seen.add(name)
        yield MatchText(
            id=name,
            text=review.claim,
            title=review.title,
            language=review.language,
            published=_day_or_none(review.published),
            outlet_id=review.publisher,
        )


def _day_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


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
