"""One paragraph ready to be cut into visual lines; what does not depend on the width."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from tracker.rtl.bidi import REMOVED_LEVEL, levels
from tracker.rtl.classes import CLUSTER, cell_classes
from tracker.rtl.direction import has_rtl
from tracker.rtl.display import NOTHING, displayable, hides
from tracker.rtl.isolating import IsolatedLevels, Ranges, isolated_levels
from tracker.rtl.joining import join
from tracker.rtl.lines import Cell, Line
from tracker.rtl.mirrors import MIRROR
from tracker.rtl.ordering import line_levels, visual_order

_DOTTED_CIRCLE = "\u25cc"
_NON_JOINER = "\u200c"
_NOT_SENT = dict.fromkeys((ord(NOTHING), ord(_NON_JOINER), 0x200D))
_LAM = "\u0644"
_ALEFS = frozenset("\u0622\u0623\u0625\u0627")


class _Clusters(NamedTuple):
    """The clusters of one line in logical order, as parallel lists.

    Attributes:
        spans: where each starts and ends, counted from the start of the paragraph.
        places: where the base of each stands.
        bases: what is drawn for the base; lam and alef together.
        attached: marks and invisible characters, in order.
    """

    spans: list[tuple[int, int]]
    places: list[int]
    bases: list[str]
    attached: list[str]


class Paragraph:
    """A paragraph of logical text, without its separator.

    Args:
        text: as received.
        start: its offset in the whole text; offsets in lines count from there.
        base: 0, 1, or None for the direction of the first strong character.
        show_hidden: show invisible characters and bidi controls as symbols.
        isolates: ranges of places that are ordered apart from what stands around them, and
            whose letters join none outside.
    """

    def __init__(
        self,
        text: str,
        start: int = 0,
        base: int | None = None,
        *,
        show_hidden: bool = False,
        isolates: Ranges = (),
    ) -> None:
        self._text = text
        self._start = start
        self._base = base
        self._shown = displayable(text, show_hidden=show_hidden)
        self._hides = hides(text)
        self._isolates = isolates
        self._borders = frozenset(border for isolate in isolates for border in isolate)
        self.classes = cell_classes(self._shown)

    @cached_property
    def _levels(self) -> IsolatedLevels | None:
        """The paragraph's level and levels; None where all reads left to right."""
        if self._base != 1 and not has_rtl(self._shown):
            return None
        if self._isolates:
            return isolated_levels(self._shown, self._base, self._isolates)
        return IsolatedLevels(*levels(self._shown, self._base), {})

    def line(self, start: int, end: int, *, keep_blanks: bool = False) -> Line:
        """Return the visual line of ``[start, end)``, both of them starts of clusters.

        Args:
            start: place in the paragraph.
            end: place in the paragraph.
            keep_blanks: give the blanks at the end of the line cells, for a cursor to stand on.
        """
        clusters = self._clusters(start, end, keep_blanks=keep_blanks)
        if self._levels is None:
            order: Iterable[int] = range(len(clusters.spans))
            by_cluster, drawn, rtl = [0] * len(clusters.spans), clusters.bases, False
        else:
            by_cluster = self._cluster_levels(clusters, start, end)
            order = self._visual_order(clusters, by_cluster, self._levels.borders)
            drawn, rtl = self._joined(clusters), bool(self._levels.base)
        cells = tuple([self._cell(clusters, index, by_cluster, drawn) for index in order])
        width = sum([cell.width for cell in cells])
        return Line(cells, self._start + start, self._start + end, rtl, width)

    def _clusters(self, start: int, end: int, *, keep_blanks: bool) -> _Clusters:
        """The clusters of a line, with or without the blanks at its end."""
        classes, shown = self.classes, self._shown
        spans = [found.span() for found in CLUSTER.finditer(classes, start, end)]
        while spans and not keep_blanks and "s" in classes[spans[-1][0] : spans[-1][1]]:
            spans.pop()
        clusters = _Clusters(spans, [], [], [])
        for first, last in spans:
            if last - first == 1 and classes[first] != "o":
                place, base, attached = first, shown[first], ""
            else:
                place, base, attached = self._take_apart(first, last)
            clusters.places.append(place)
            clusters.bases.append(base)
            clusters.attached.append(attached + _NON_JOINER * (last in self._borders))
        return clusters

    def _take_apart(self, start: int, end: int) -> tuple[int, str, str]:
        """The place of a cluster's base, the base as drawn, and what is attached to it."""
        place = start
        while self.classes[place] == "p":
            place += 1
        base = self._shown[place]
        attached = self._shown[start:place] + self._shown[place + 1 : end]
        if self.classes[place] == "o":
            return place, _DOTTED_CIRCLE, base + attached
        if base == _LAM:
            alef = next((mark for mark in attached if mark in _ALEFS), "")
            return place, base + alef, attached.replace(alef, "", 1)
        return place, base, attached

    def _cell(
        self, clusters: _Clusters, index: int, by_cluster: list[int], drawn: list[str]
    ) -> Cell:
        start, end = clusters.spans[index]
        text, attached = drawn[index], clusters.attached[index]
        rtl = by_cluster[index] & 1 == 1
        if rtl and text in MIRROR:
            text = MIRROR[text]
        if attached:
            text += attached.translate(_NOT_SENT)
        hidden = self._hides and hides(self._text[start:end])
        width = 2 if self.classes[clusters.places[index]] == "2" else 1
        return Cell(text, width, self._start + start, self._start + end, rtl, hidden)

    def _cluster_levels(self, clusters: _Clusters, start: int, end: int) -> list[int]:
        base, paragraph_levels, _ = self._levels or (0, (), {})
        resolved = line_levels(self._shown[start:end], paragraph_levels[start:end], base)
        by_cluster: list[int] = []
        level = base
        for place in clusters.places:
            own = resolved[place - start]
            level = level if own == REMOVED_LEVEL else own
            by_cluster.append(level)
        return by_cluster

    @staticmethod
    def _visual_order(
        clusters: _Clusters, by_cluster: list[int], borders: dict[int, int]
    ) -> list[int]:
        if not borders:
            return visual_order(by_cluster)
        levels_in_line: list[int] = []
        indices: list[int] = []
        for index, (start, _) in enumerate(clusters.spans):
            if start in borders:
                levels_in_line.append(borders[start])
                indices.append(-1)
            levels_in_line.append(by_cluster[index])
            indices.append(index)
        order = [indices[place] for place in visual_order(levels_in_line)]
        return [index for index in order if index >= 0]

    def _joined(self, clusters: _Clusters) -> list[str]:
        """The joined form of every base, letters beyond the line's ends counting as neighbours."""
        if not clusters.spans:
            return []
        before = self._cluster_before(clusters.spans[0][0])
        following = CLUSTER.match(self.classes, clusters.spans[-1][1])
        after = self._take_apart(*following.span())[1] if following else ""
        return join(clusters.bases, clusters.attached, before, after)

    def _cluster_before(self, place: int) -> str:
        """Base and attached characters of the cluster that ends at ``place``, if any."""
        if place in self._borders:
            return ""
        start = place - 1
        while start >= 0 and self.classes[start] in "mzjp":
            start -= 1
        if start < 0:
            return ""
        _, base, attached = self._take_apart(start, place)
        return ("" if len(base) > 1 else base) + attached
