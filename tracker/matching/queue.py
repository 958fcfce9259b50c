"""Which pairs of claims are worth a reviewer's time first."""

from collections.abc import Collection

#: What a link adds when both rest on one voice, come from one outlet, or share their wording.
_DEPENDENT = {"source": 0.25, "reprint": 0.5, "agency": 0.75, "outlet": 0.75}


def pair_value(
    score: float, signals: Collection[str] = (), *, origins: int = 1, stakes: float = 0.5
) -> float:
    """Return how much a reviewer's decision on a pair is worth (0-1); greater comes first.

    The value is a product of four parts:

    - the score ``s``: a pair about different events is a question wasted;
    - ``(1 + 4 s (1 - s)) / 2``: a decision tells most where the score is undecided;
    - ``1 / origins``: the second origin of a claim matters more than the fifth, less where the
      pair looks dependent (same voice, reprint, agency or outlet), since it would add none;
    - ``(1 + stakes) / 2``: what hangs on the claim.

    Further signals never raise the value, so that with some unread it is an upper bound.

    Args:
        score: how likely both are about one event (0-1).
        signals: names of the signals that the pair gives.
        origins: how many independent origins stand behind the claim so far, at least 1.
        stakes: how much hangs on the claim (0-1), such as a verdict that waits for it.
    """
    doubt = (1 + 4 * score * (1 - score)) / 2
    gain = min((_DEPENDENT[name] for name in _DEPENDENT.keys() & set(signals)), default=1.0)
    return score * doubt * gain / max(origins, 1) * (1 + stakes) / 2
