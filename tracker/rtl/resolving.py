"""UAX #9 rules W1 to N2: from the types of one isolating run sequence to L, R, EN and AN.

Every rule is a string operation over one-letter types (see ``bidi_types``); none looks at a
character more often than a fixed number of times, so the whole is linear in the text.
"""

import re

from tracker.rtl.mirrors import CANONICAL, CLOSING, OPENING

_MAX_OPEN_BRACKETS = 63  # BD16

_MARKS = re.compile("(.)(m+)")
_EN_AFTER_AL = re.compile("A[^LRA1]*1[^LRA]*")
_ONE_SEPARATOR = re.compile("(?<=1)[+,](?=1)|(?<=9),(?=9)")
_TERMINATORS = re.compile(r"\$+")
_LEFT_OVER = str.maketrans("+$,", "ooo")
_EN_AFTER_L = re.compile("L[^LR1]*1[^LR]*")
_BRACKET = re.compile("[" + re.escape("".join((*CLOSING, *OPENING))) + "]")
_NEUTRALS = re.compile("[BS oiIfP]+")
_STRONG = {"L": "L", "R": "R", "1": "R", "9": "R"}


def resolve(characters: str, original: str, types: str, level: int, sos: str, eos: str) -> str:
    """Return the types of an isolating run sequence after rules W1 to N2.

    Args:
        characters: the sequence's characters.
        original: their type codes before any override.
        types: their type codes after overrides (X1 to X8).
        level: the sequence's embedding level.
        sos: ``"L"`` or ``"R"``, the start-of-sequence type.
        eos: ``"L"`` or ``"R"``, the end-of-sequence type.

    Returns:
        One of ``L``, ``R``, ``1`` (EN) and ``9`` (AN) for each character.
    """
    weak = _resolve_weak(sos + types)
    embedding = "R" if level & 1 else "L"
    if _BRACKET.search(characters):
        weak = _resolve_brackets(characters, original, weak, embedding)
    return _resolve_neutrals(weak + eos, embedding)[1:-1]


def _resolve_weak(types: str) -> str:
    """W1 to W7 on a sequence preceded by its start-of-sequence type."""
    if "m" in types:
        types = _MARKS.sub(_mark_types, types)
    if "A" in types:
        if "1" in types:
            types = _EN_AFTER_AL.sub(lambda found: found[0].replace("1", "9"), types)
        types = types.replace("A", "R")
    if "1" in types or "9" in types:
        types = _ONE_SEPARATOR.sub(lambda found: found.string[found.start() - 1], types)
    if "$" in types and "1" in types:
        types = _TERMINATORS.sub(_terminator_types, types)
    types = types.translate(_LEFT_OVER)
    if "1" in types:
        types = _EN_AFTER_L.sub(lambda found: found[0].replace("1", "L"), types)
    return types


def _mark_types(found: re.Match[str]) -> str:
    """W1: marks take the type of what they stand on, or ON after an isolate."""
    before, marks = found.groups()
    return before + ("o" if before in "iIfP" else before) * len(marks)


def _terminator_types(found: re.Match[str]) -> str:
    """W5: a run of terminators beside a European number belongs to it."""
    beside = found.string[found.start() - 1] + found.string[found.end() : found.end() + 1]
    return ("1" if "1" in beside else "$") * len(found[0])


def _resolve_brackets(characters: str, original: str, types: str, embedding: str) -> str:
    """N0. ``types`` is preceded by the start-of-sequence type; positions below count it."""
    resolved = list(types)
    for opening, closing in _bracket_pairs(characters, types):
        inside = types[opening + 1 : closing]
        direction = _direction_inside(inside, embedding)
        if direction is None:
            continue
        if direction != embedding and _direction_before(resolved, opening) != direction:
            direction = embedding
        for bracket in (opening, closing):
            resolved[bracket] = direction
            mark = bracket + 1
            while mark <= len(original) and original[mark - 1] == "m":
                resolved[mark] = direction
                mark += 1
    return "".join(resolved)


def _bracket_pairs(characters: str, types: str) -> list[tuple[int, int]]:
    """BD16: the bracket pairs in order of their opening, up to where they nest too deeply."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(characters):
        place = found.start() + 1
        if types[place] != "o":
            continue
        bracket = CANONICAL.get(found[0], found[0])
        if bracket in CLOSING:
            if len(waiting) == _MAX_OPEN_BRACKETS:
                break
            waiting.append((CLOSING[bracket], place))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == bracket:
                pairs.append((waiting[depth][1], place))
                del waiting[depth:]
                break
    return sorted(pairs)


def _direction_inside(inside: str, embedding: str) -> str | None:
    """The embedding direction if it occurs inside the pair, else the other one, else None."""
    left = "L" in inside
    right = "R" in inside or "1" in inside or "9" in inside
    if not left and not right:
        return None
    if left and right:
        return embedding
    return "L" if left else "R"


def _direction_before(types: list[str], place: int) -> str:
    """The nearest strong direction before a bracket.

    Linear over all pairs together: each search ends at the bracket that was resolved last.
    """
    for before in range(place - 1, 0, -1):
        if types[before] in _STRONG:
            return _STRONG[types[before]]
    return types[0]


def _resolve_neutrals(types: str, embedding: str) -> str:
    """N1 and N2 on a sequence between its start and end types."""

    def neutral_types(found: re.Match[str]) -> str:
        left = "L" if types[found.start() - 1] == "L" else "R"
        right = "L" if types[found.end()] == "L" else "R"
        return (left if left == right else embedding) * len(found[0])

    return _NEUTRALS.sub(neutral_types, types)
