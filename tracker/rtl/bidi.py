"""UAX #9 on one paragraph: the embedding level of every character, before lines are broken."""

import re
from itertools import groupby

from tracker.rtl.bidi_types import type_codes
from tracker.rtl.explicit import Isolates, base_level, embed, find_isolates
from tracker.rtl.resolving import resolve

_REMOVED = frozenset("eEvVpz")  # X9
_EXPLICIT = re.compile("[eEvVpziIfPB]")
_NOT_RTL_CODES = frozenset("L1+$,mBS o")
REMOVED_LEVEL = -1
"""The level that ``levels`` gives to characters which rule X9 removes."""


def levels(paragraph: str, base: int | None = None) -> tuple[int, tuple[int, ...]]:
    """Return the levels of one paragraph, resolved up to rule I2, before L1 to L4.

    Linear in the length of the paragraph, whatever it contains.

    Args:
        paragraph: logical text; a paragraph separator, if any, stands at its end.
        base: 0 for left-to-right, 1 for right-to-left, None to take the direction of the
            first strong character (left-to-right when there is none).

    Returns:
        The paragraph's level, and the level of every character: even reads left to right,
        odd right to left. Characters which rule X9 removes (embedding and override
        controls, other boundary neutrals) have the level -1.

    Source: Unicode Standard Annex 9, revision 46 (Unicode 15.0), rules P2 to I2.
    """
    types = type_codes(paragraph)
    if base is None:
        base = base_level(types) or 0
    if base == 0 and _NOT_RTL_CODES.issuperset(types):
        return 0, (0,) * len(paragraph)
    if not _EXPLICIT.search(types):
        edge = "R" if base & 1 else "L"
        resolved = resolve(paragraph, types, types, base, edge, edge)
        return base, tuple(_implicit_levels(resolved, base))
    return base, _explicit_levels(paragraph, types, base)


def base_direction(text: str) -> int | None:
    """Return the direction of the first strong character outside isolates: 0, 1, or None (P2)."""
    return base_level(type_codes(text))


def _implicit_levels(resolved: str, level: int) -> list[int]:
    """I1 and I2."""
    if level & 1:
        by_type = {"L": level + 1, "R": level, "1": level + 1, "9": level + 1}
    else:
        by_type = {"L": level, "R": level + 1, "1": level + 2, "9": level + 2}
    return [by_type[code] for code in resolved]


def _explicit_levels(paragraph: str, types: str, base: int) -> tuple[int, ...]:
    isolates = find_isolates(types)
    embedded = embed(types, base, isolates)
    places = [place for place, code in enumerate(types) if code not in _REMOVED]
    resolved = [REMOVED_LEVEL] * len(types)
    explicit = [embedded.levels[place] for place in places]
    for sequence in _isolating_run_sequences(types, places, explicit, isolates):
        level = explicit[sequence[0]]
        sos, eos = _sequence_edges(sequence, types, places, explicit, base, isolates)
        own = [places[index] for index in sequence]
        characters = "".join([paragraph[place] for place in own])
        original = "".join([types[place] for place in own])
        overridden = "".join([embedded.types[place] for place in own])
        found = resolve(characters, original, overridden, level, sos, eos)
        for place, value in zip(own, _implicit_levels(found, level), strict=True):
            resolved[place] = value
    return tuple(resolved)


def _isolating_run_sequences(
    types: str, places: list[int], explicit: list[int], isolates: Isolates
) -> list[list[int]]:
    """BD13, X10: the sequences, as indices into ``places`` (what X9 left of the paragraph)."""
    runs = [list(run) for _, run in groupby(range(len(places)), key=explicit.__getitem__)]
    run_at = {places[run[0]]: run for run in runs}
    continued = set(isolates.closing.values())
    sequences = []
    for run in runs:
        if places[run[0]] in continued:
            continue
        sequence = list(run)
        while types[last := places[sequence[-1]]] in "iIf" and last in isolates.closing:
            sequence += run_at[isolates.closing[last]]
        sequences.append(sequence)
    return sequences


def _sequence_edges(
    sequence: list[int],
    types: str,
    places: list[int],
    explicit: list[int],
    base: int,
    isolates: Isolates,
) -> tuple[str, str]:
    """X10: the start- and end-of-sequence types."""
    first, last = sequence[0], sequence[-1]
    level = explicit[first]
    before = explicit[first - 1] if first else base
    unclosed = types[places[last]] in "iIf" and places[last] not in isolates.closing
    after = base if unclosed or last + 1 == len(places) else explicit[last + 1]
    return ("R" if max(level, before) & 1 else "L"), ("R" if max(level, after) & 1 else "L")
