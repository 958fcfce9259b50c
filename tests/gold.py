"""What the annotators of the sample article decided: claims, and who says each."""

import json
from pathlib import Path

from attrs import frozen

from tracker.model import Span

_FOLDER = Path(__file__).parent / "gold"


@frozen
class GoldClaim:
    """One annotated claim.

    Attributes:
        spans: its own words, in reading order; words shared with other claims left out.
        source: how the article first names who says so; the outlet's name for its own voice.
    """

    spans: tuple[Span, ...]
    source: str


def gold_claims(name: str = "seed") -> tuple[GoldClaim, ...]:
    """Return the annotated claims of an article in reading order."""
    document = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    named = {entity["id"]: entity["label_ar"] for entity in document["entities"]}
    for attribution in reversed(document["attributions"]):
        if attribution["source"]:
            named[attribution["source_entity"]] = attribution["source"]["text"]
    claims = (
        GoldClaim(
            spans=tuple(
                Span(span["start"], span["end"])
                for span in claim["spans"]
                if span["role"] == "core"
            ),
            source=named[claim["source_entity"]],
        )
        for claim in document["claims"]
    )
    return tuple(sorted(claims, key=lambda claim: claim.spans))
