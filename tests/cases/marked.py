"""Reads passages whose expected proposal is written into them.

Marks: ``{cue}``, ``<source>``, ``[outlet told]``; ``|1`` before a claim that the first cue of the
passage governs, ``|0`` before one in the outlet's own voice, ``|+`` where the claim before goes on
after an interruption. ``##`` opens a case and names it; other lines that begin with ``#`` are
remarks.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen, mutable

from tracker.model import Proposal

Place = tuple[int, int]
_MARK = re.compile(r"\|(\d+|\+) ?|[{}<>\[\]]")
_OPENERS = {"{": "cue", "<": "source", "[": "via"}
_CLOSERS = {"}": "cue", ">": "source", "]": "via"}
#: A claim begins where expected when so many characters and words at most part the two places.
_NEAR = (12, 2)


@frozen(kw_only=True)
class Case:
    """A passage and what should be proposed for it.

    Attributes:
        name: what it shows.
        text: the passage without marks.
        cues: places of the cues, in reading order.
        sources: places of the names.
        vias: places of the words that say who was told.
        claims: where each claim begins and the number of its cue, 0 for the outlet's voice.
        resumed: where a claim goes on after an interruption.
    """

    name: str
    text: str
    cues: tuple[Place, ...]
    sources: tuple[Place, ...]
    vias: tuple[Place, ...]
    claims: tuple[tuple[int, int], ...]
    resumed: tuple[int, ...] = ()


@mutable
class _Marks:
    text: str = ""
    open: dict[str, int] = field(factory=dict)
    found: dict[str, list[Place]] = field(factory=lambda: {"cue": [], "source": [], "via": []})
    claims: list[tuple[int, int]] = field(factory=list)
    resumed: list[int] = field(factory=list)

    def take(self, mark: str, number: str | None) -> None:
        if number is not None:
            if number == "+":
                self.resumed.append(len(self.text))
            else:
                self.claims.append((len(self.text), int(number)))
        elif mark in _OPENERS:
            self.open[_OPENERS[mark]] = len(self.text)
        else:
            kind = _CLOSERS[mark]
            self.found[kind].append((self.open.pop(kind), len(self.text)))


def read_case(name: str, marked: str) -> Case:
    """Return the case written as ``marked``."""
    marks, at = _Marks(), 0
    for match in _MARK.finditer(marked):
        marks.text += marked[at : match.start()]
        marks.take(match.group(), match[1])
        at = match.end()
    return Case(
        name=name,
        text=marks.text + marked[at:],
        cues=tuple(marks.found["cue"]),
        sources=tuple(marks.found["source"]),
        vias=tuple(marks.found["via"]),
        claims=tuple(marks.claims),
        resumed=tuple(marks.resumed),
    )


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a file."""
    for block in path.read_text("utf-8").split("\n## ")[1:]:
        name, _, body = block.partition("\n")
        lines = [line for line in body.splitlines() if not line.startswith("#")]
        yield read_case(name.strip(), "\n".join(lines).strip())


def _words(text: str, places: object) -> list[str]:
    assert isinstance(places, list | tuple)
    return [text[start:end] for start, end in places]


def differences(case: Case, proposal: Proposal) -> list[str]:
    """Return how ``proposal`` differs from what the case expects, one line each."""
    cues = [one.cue for one in proposal.attributions]
    made = {
        "cue": [(cue.span.start, cue.span.end) for cue in cues],
        "source": sorted({(cue.mention.start, cue.mention.end) for cue in cues if cue.mention}),
        "via": sorted({(cue.via.start, cue.via.end) for cue in cues if cue.via}),
    }
    wanted = {"cue": case.cues, "source": case.sources, "via": case.vias}
    found = [
        f"{kind}: {_words(case.text, made[kind])} for {_words(case.text, wanted[kind])}"
        for kind in wanted
        if sorted(made[kind]) != sorted(wanted[kind])
    ]
    return found + _claim_differences(case, proposal)


def _claim_differences(case: Case, proposal: Proposal) -> list[str]:
    numbers = {one.cue.span: n for n, one in enumerate(proposal.attributions, start=1)}
    made = [
        (claim.spans[0].start, numbers[claim.cue.span] if claim.cue else 0)
        for claim in proposal.claims
    ]
    left, found = list(made), []
    for start, number in case.claims:
        hit = next((one for one in left if near(case.text, start, one[0])), None)
        label = case.text[start : start + 30]
        if hit is None:
            found.append(f"no claim at: {label}")
            continue
        left.remove(hit)
        if hit[1] != number:
            found.append(f"cue {hit[1]} for {number}: {label}")
    return found + [f"claim too many: {case.text[start : start + 30]}" for start, _ in left]


def near(text: str, one: int, other: int) -> bool:
    """Return whether two places where a claim begins count as one."""
    between = text[min(one, other) : max(one, other)]
    return len(between) <= _NEAR[0] and len(between.split()) <= _NEAR[1]
