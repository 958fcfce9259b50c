"""Measures English cues on PolNeAR: ``python -m tests.bench.bench_english_cues FILE [HALF]``.

FILE holds one article a line as JSON with ``text`` and ``attributions`` (each with ``source``,
``cue`` and ``content`` as lists of places); the environment variable ``TRACKER_POLNEAR`` may name
it. HALF is ``first`` (articles 1, 3, 5 ...: rules were written looking at these), ``second`` or
``all``. PolNeAR is not shipped: https://github.com/networkdynamics/PolNeAR.

Measures: F1 of sentences that hold a cue, of cues (overlap), of cues with their source (overlap),
and the share of cues with a verb of saying that are found.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from tracker.model import Passage
from tracker.services.proposing import ReferenceTables, propose, shipped_tables

Place = tuple[int, int]
halves = {"first": slice(0, None, 2), "second": slice(1, None, 2), "all": slice(None)}


def overlap(a: Place, b: Place) -> bool:
    """Return whether two places share a character."""
    return a[0] < b[1] and b[0] < a[1]


def _f1(right: int, made: int, gold: int) -> float:
    return 2 * right / (made + gold) if made + gold else 0.0


def _saying() -> frozenset[str]:
    """Return the forms of verbs that may follow what was said: verbs of saying."""
    rows = shipped_tables().lexicon.rows
    verbs = [row for row in rows if row.language == "en" and "trail" in row.frames]
    return frozenset(form for row in verbs for form in row.forms if " " not in form)


class Counts:
    """Counts over articles."""

    def __init__(self) -> None:
        self.sentences = [0, 0, 0]
        self.made = self.gold = self.cues = self.sources = 0
        self.said = self.said_found = 0
        self._forms = _saying()

    def add(self, article: Any, tables: ReferenceTables | None = None) -> None:
        """Take one article in, proposed with ``tables``, else with the shipped ones."""
        text = article["text"]
        made = propose(text, language="en", tables=tables)
        cues = [(a.cue.span.start, a.cue.span.end) for a in made.attributions]
        gold = [a for a in article["attributions"] if a["cue"] and a["cue"][0]["text"]]
        places = [(a["cue"][0]["start"], a["cue"][-1]["end"]) for a in gold]
        self._add_sentences(made.passages, cues, places)
        self.made += len(cues)
        self.gold += len(gold)
        used: set[int] = set()
        for want, place in zip(gold, places, strict=True):
            says = bool(self._forms & set(text[place[0] : place[1]].lower().strip(":").split()))
            self.said += says
            hit = next(
                (i for i, cue in enumerate(cues) if i not in used and overlap(cue, place)), None
            )
            if hit is None:
                continue
            used.add(hit)
            self.cues += 1
            self.said_found += says
            mention = made.attributions[hit].cue.mention
            sources = [(s["start"], s["end"]) for s in want["source"]]
            self.sources += (
                any(overlap((mention.start, mention.end), s) for s in sources)
                if mention
                else not sources
            )

    def _add_sentences(
        self, passages: tuple[Passage, ...], cues: list[Place], gold: list[Place]
    ) -> None:
        for passage in passages:
            place = (passage.span.start, passage.span.end)
            has = [any(overlap(place, one) for one in places) for places in (cues, gold)]
            for slot, value in enumerate((all(has), *has)):
                self.sentences[slot] += value

    def print(self) -> None:
        """Print the table."""
        print(f"sentence has a cue  F1 {_f1(*self.sentences):.3f}")
        print(f"cue                 F1 {_f1(self.cues, self.made, self.gold):.3f}")
        print(f"cue with source     F1 {_f1(self.sources, self.made, self.gold):.3f}")
        print(f"verbs of saying  found {self.said_found / max(1, self.said):.3f} of {self.said}")


def main(arguments: list[str]) -> None:
    """Measure one half of a file."""
    name = arguments[0] if arguments else os.environ.get("TRACKER_POLNEAR", "")
    half = arguments[1] if len(arguments) > 1 else "first"
    if not name or not Path(name).is_file():
        print(f"PolNeAR is absent ({name or 'no file named'}): nothing measured.")
        return
    lines = Path(name).read_text("utf-8").splitlines()
    counts = Counts()
    for line in lines[halves[half]]:
        counts.add(json.loads(line))
    counts.print()


if __name__ == "__main__":
    main(sys.argv[1:])
