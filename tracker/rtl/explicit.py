"""UAX #9 rules P2, P3 and X1 to X8: paragraph level, embeddings, overrides and isolates."""

import re
from typing import NamedTuple

_MAX_DEPTH = 125  # BD2
_CONTROL = re.compile("[eEvVpiIfPB]")
_STRONG_OR_ISOLATE = re.compile("[LRAiIfPB]")
_NOT_NEUTRAL_TO_OVERRIDE = re.compile("[^z]")
_OVERRIDES = {"v": "L", "V": "R"}


class Isolates(NamedTuple):
    """The isolates of one paragraph (BD9).

    Attributes:
        closing: place of the matching PDI by place of the initiator; unmatched ones are absent.
        right_to_left: places of the FSIs whose first strong character is right-to-left.
    """

    closing: dict[int, int]
    right_to_left: frozenset[int]


class Embedded(NamedTuple):
    """What X1 to X8 leave behind, one entry for each character.

    Attributes:
        types: type codes after overrides.
        levels: explicit embedding levels.
    """

    types: str
    levels: list[int]


def base_level(types: str) -> int | None:
    """Return the level of the first strong character outside any isolate (P2, P3), if any."""
    depth = 0
    for found in _STRONG_OR_ISOLATE.finditer(types):
        code = found[0]
        if code in "iIf":
            depth += 1
        elif code == "P":
            depth = max(0, depth - 1)
        elif code == "B":
            return None
        elif depth == 0:
            return 0 if code == "L" else 1
    return None


def find_isolates(types: str) -> Isolates:
    """Return which PDI closes which isolate, and the direction of every FSI, in one pass."""
    waiting: list[int] = []
    closing: dict[int, int] = {}
    directions: dict[int, str] = {}
    for found in _STRONG_OR_ISOLATE.finditer(types):
        code, place = found[0], found.start()
        if code in "iIf":
            waiting.append(place)
        elif code == "P":
            if waiting:
                closing[waiting.pop()] = place
        elif code == "B":
            waiting.clear()
        elif waiting:
            directions.setdefault(waiting[-1], code)
    rtl = {place for place, code in directions.items() if code != "L" and types[place] == "f"}
    return Isolates(closing, frozenset(rtl))


def embed(types: str, base: int, isolates: Isolates) -> Embedded:
    """Return levels and overridden types of a paragraph whose level is ``base`` (X1 to X8)."""
    embedding = _Embedding(base, isolates)
    place = 0
    for found in _CONTROL.finditer(types):
        embedding.add_run(types[place : found.start()])
        embedding.add_control(found[0], found.start())
        place = found.end()
    embedding.add_run(types[place:])
    return Embedded("".join(embedding.types), embedding.levels)


class _Embedding:
    """The directional status stack and the counters of X1, and what they produced so far."""

    def __init__(self, base: int, isolates: Isolates) -> None:
        self.types: list[str] = []
        self.levels: list[int] = []
        self._base = base
        self._isolates = isolates
        self._begin_paragraph()

    def _begin_paragraph(self) -> None:
        self._stack: list[tuple[int, str, bool]] = [(self._base, "", False)]
        self._overflow_isolates = 0
        self._overflow_embeddings = 0
        self._valid_isolates = 0

    def add_run(self, types: str) -> None:
        """X6: characters between two controls."""
        level, override, _ = self._stack[-1]
        self.types.append(_NOT_NEUTRAL_TO_OVERRIDE.sub(override, types) if override else types)
        self.levels.extend([level] * len(types))

    def add_control(self, code: str, place: int) -> None:
        """X2 to X8: one control."""
        if code == "P":
            self._close_isolate()
        elif code == "B":
            self._begin_paragraph()
        level, override, _ = self._stack[-1]
        self.levels.append(level)
        self.types.append(override if override and code in "iIfP" else code)
        if code in "eEvV":
            self._open_embedding(code)
        elif code in "iIf":
            self._open_isolate(rtl=code == "I" or place in self._isolates.right_to_left)
        elif code == "p":
            self._close_embedding()

    def _next_level(self, *, rtl: bool) -> int | None:
        level = self._stack[-1][0]
        level = (level + 1) | 1 if rtl else (level + 2) & ~1
        room = not self._overflow_isolates and not self._overflow_embeddings
        return level if room and level <= _MAX_DEPTH else None

    def _open_embedding(self, code: str) -> None:
        level = self._next_level(rtl=code in "EV")
        if level is not None:
            self._stack.append((level, _OVERRIDES.get(code, ""), False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _open_isolate(self, *, rtl: bool) -> None:
        level = self._next_level(rtl=rtl)
        if level is None:
            self._overflow_isolates += 1
        else:
            self._valid_isolates += 1
            self._stack.append((level, "", True))

    def _close_isolate(self) -> None:
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack[-1][2]:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1

    def _close_embedding(self) -> None:
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()
