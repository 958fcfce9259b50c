"""How much room each of several panes has, and what becomes of it when a divider moves."""

from collections.abc import Callable, Mapping, Sequence

from attrs import field, frozen

#: Sizes of the panes of one split, in cells, as they were last set by a person.
Sizes = tuple[int, ...]
#: More splits or panes than a program of ours has are not worth reading.
_MOST_SPLITS, _MOST_PANES, _LARGEST = 100, 8, 10_000


def moved(sizes: Sequence[int], divider: int, by: int, least: int) -> Sizes:
    """Return the sizes after a divider moved; their sum stays.

    Args:
        sizes: of the panes, in cells.
        divider: which one moves: 0 is between the first pane and the second.
        by: how many cells, negative towards the first pane.
        least: no pane on either side of the divider gets smaller than this, in cells.
    """
    if not 0 <= divider < len(sizes) - 1:
        return tuple(sizes)
    before, after = sizes[divider], sizes[divider + 1]
    if before + after < 2 * least:
        return tuple(sizes)
    step = max(min(by, after - least), least - before)
    if step * by <= 0:
        return tuple(sizes)
    return (*sizes[:divider], before + step, after - step, *sizes[divider + 2 :])


def sizes_in(document: object) -> dict[str, Sizes]:
    """Return the sizes that a kept document holds; what is no size is passed over."""
    if not isinstance(document, dict):
        return {}
    found: dict[str, Sizes] = {}
    for name, sizes in list(document.items())[:_MOST_SPLITS]:
        if isinstance(name, str) and isinstance(sizes, list) and 1 < len(sizes) <= _MOST_PANES:
            cells = tuple(s for s in sizes if type(s) is int and 0 < s <= _LARGEST)
            if len(cells) == len(sizes):
                found[name] = cells
    return found


def _forget(_sizes: Mapping[str, Sizes]) -> None:
    return None


@frozen
class PaneSizes:
    """The sizes that a person gave to panes, by split; splits without any are as they come.

    Attributes:
        sizes: by the split's name.
        keep: is told all of them after every change.
    """

    sizes: dict[str, Sizes] = field(factory=dict)
    keep: Callable[[Mapping[str, Sizes]], None] = _forget

    def get(self, split: str, panes: int) -> Sizes | None:
        """Return the sizes of a split of so many panes, None where nobody set them."""
        sizes = self.sizes.get(split)
        return sizes if sizes and len(sizes) == panes else None

    def put(self, split: str, sizes: Sizes | None) -> None:
        """Take the sizes of a split, or for None forget them."""
        if sizes is None:
            self.sizes.pop(split, None)
        else:
            self.sizes[split] = sizes
        self.keep(self.sizes)
