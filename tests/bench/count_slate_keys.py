"""Keys for the sample's claims in SLATE: ``python -m tests.bench.count_slate_keys``.

Counted from its documented keys; docs/keys_counted.md states what is assumed.
"""

from tests.gold import gold_claims
from tracker.resources import seeds_folder

_MOVE, _LABEL, _LINK = 1, 2, 1


def main() -> None:
    """Print the calculation."""
    (path,) = (p for p in seeds_folder().glob("*.txt"))
    text = path.read_text(encoding="utf-8")
    claims = gold_claims()
    spans = [span for claim in claims for span in claim.spans]
    words = [len(text[span.start : span.end].split()) for span in spans]
    moves, extends = _MOVE * len(spans), sum(number - 1 for number in words)
    labels, links = _LABEL * len(spans), _LINK * len(claims)
    total = moves + extends + labels + links
    print(f"{len(claims)} claims in {len(spans)} spans of {sum(words)} words")
    print(
        f"to the first word {moves}, over the other words {extends}, label {labels}, link {links}"
    )
    print(f"{total} keys, {total / len(claims):.2f} a claim")


if __name__ == "__main__":
    main()
