"""A chain of transmission as SVG: boxes for origins, inside them who told whom."""

from collections.abc import Iterator, Sequence

from attrs import frozen
from markupsafe import Markup, escape

from tracker.export.plain import RIGHT_TO_LEFT, harmless, one_line
from tracker.export.report.chain import Chain, Origin, Station
from tracker.export.words import Words
from tracker.model import Dependence

_NODE_WIDTH, _NODE_HEIGHT = 176, 46
_GAP_X, _GAP_Y = 40, 12
_PAD, _HEAD = 12, 22
_LINE = 24  # characters that fit on one line of a node
_LINES = 2


@frozen
class _Placed:
    """A station with its place; x counts from the side where reading begins."""

    station: Station
    x: float
    y: float
    onward: tuple["_Placed", ...]


@frozen
class _Box:
    origin: Origin
    y: float
    height: float
    placed: tuple[_Placed, ...]


def chain_picture(chain: Chain, anchor: str, words: Words) -> Markup:
    """Return ``chain`` as an SVG element with its text equivalent inside.

    Args:
        chain: what to draw.
        anchor: begins the identifiers of its parts; unique on the page.
        words: the language of the report, and the side where reading begins.
    """
    boxes = tuple(_boxes(chain.origins))
    depth = max((_depth(o.stations) for o in chain.origins), default=1)
    width = 2 * _PAD + depth * _NODE_WIDTH + (depth - 1) * _GAP_X
    height = boxes[-1].y + boxes[-1].height + 1 if boxes else 0
    pen = _Pen(width=width, right_to_left=words.direction == "rtl", words=words)
    parts = [part for number, box in enumerate(boxes, start=1) for part in pen.box(box, number)]
    if chain.left_out:
        height += _HEAD
        parts.append(pen.note(f"+ {chain.left_out} {words['more_reports']}", height - 6))
    title, told = words["tree"], escape(one_line(_told(chain, words)))
    return Markup(  # noqa: S704  (every text in it was escaped where it came in)
        f'<svg class="tree" role="img" aria-labelledby="{anchor}t {anchor}d" '
        f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">'
        f'<title id="{anchor}t">{title}</title><desc id="{anchor}d">{told}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _told(chain: Chain, words: Words) -> str:
    """Return the chain in words, for those who cannot see it."""
    told = " ".join(
        f"{words['origin' if origin.counted else 'unjudged']}: {'; '.join(_paths(origin, words))}."
        for origin in chain.origins
    )
    return f"{told} + {chain.left_out} {words['more_reports']}" if chain.left_out else told


def _paths(origin: Origin, words: Words) -> Iterator[str]:
    def walk(station: Station, before: str) -> Iterator[str]:
        name = _name(station, words)
        here = f"{before} → {name}" if before else name
        if not station.onward:
            yield here
        for one in station.onward:
            yield from walk(one, here)

    for station in origin.stations:
        yield from walk(station, "")


def _name(station: Station, words: Words) -> str:
    more = words["comma"].join(filter(None, (_how(station, words), station.day)))
    return f"{station.source.label} ({more})" if more else station.source.label


def _how(station: Station, words: Words) -> str:
    """Return how a report took its words from the one before; empty where it did not."""
    if station.how is None:
        return ""
    return words["cites_it"] if station.how is Dependence.CITES_OTHER else words.of(station.how)


def _depth(stations: Sequence[Station]) -> int:
    return 1 + max((_depth(one.onward) for one in stations if one.onward), default=0)


def _boxes(origins: Sequence[Origin]) -> Iterator[_Box]:
    y = 1.0
    for origin in origins:
        placed, below = _placed(origin.stations, 0, y + _HEAD + _PAD / 2)
        height = below - _GAP_Y + _PAD - y
        yield _Box(origin, y, height, placed)
        y += height + _GAP_Y


def _placed(stations: Sequence[Station], level: int, y: float) -> tuple[tuple[_Placed, ...], float]:
    """Return stations with their places, and the height at which the next one may begin."""
    found = []
    for station in stations:
        onward, below = _placed(station.onward, level + 1, y)
        own = (onward[0].y + onward[-1].y) / 2 if onward else y
        x = _PAD + level * (_NODE_WIDTH + _GAP_X)
        found.append(_Placed(station, x, own, onward))
        y = below if onward else y + _NODE_HEIGHT + _GAP_Y
    return tuple(found), y


@frozen
class _Pen:
    """Draws on a sheet whose reading begins at one side."""

    width: float
    right_to_left: bool
    words: Words

    def side(self, x: float, extent: float = 0) -> float:
        """Return where a thing that begins at ``x`` stands on a sheet measured from the left."""
        return self.width - x - extent if self.right_to_left else x

    def box(self, box: _Box, number: int) -> Iterator[str]:
        counted = box.origin.counted
        kind = "origin" if counted else "origin unjudged"
        text = f"{self.words['origin']} {number}" if counted else self.words["unjudged"]
        yield (
            f'<g class="{kind}"><rect class="box" x="0.5" y="{box.y:g}" '
            f'width="{self.width - 1:g}" height="{box.height:g}" rx="8"/>'
            f"{self.note(text, box.y + 17)}"
        )
        for placed in box.placed:
            yield from self.node(placed)
        yield "</g>"

    def note(self, text: str, y: float) -> str:
        """Return words of the report's own where reading begins."""
        return (
            f'<text class="head" x="{self.side(_PAD):g}" y="{y:g}" '
            f'direction="{self.words.direction}">{text}</text>'
        )

    def node(self, placed: _Placed) -> Iterator[str]:
        station, top = placed.station, placed.y
        left = self.side(placed.x, _NODE_WIDTH)
        if station.day is not None:
            kind = "report"
        else:
            kind = "voice unnamed" if station.source.kind.anonymous else "voice"
        for one in placed.onward:
            yield self.edge(placed, one)
            yield from self.node(one)
        yield (
            f'<g class="{kind}"><rect x="{left:g}" y="{top:g}" width="{_NODE_WIDTH}" '
            f'height="{_NODE_HEIGHT}" rx="6"/>'
        )
        below = self.below(station)
        lines = [escape(one) for one in _wrapped(station.source.label, 1 if below else _LINES)]
        lines += [below] if below else []
        first = top + _NODE_HEIGHT / 2 + 5 - 9 * (len(lines) - 1)
        for place, line in enumerate(lines):
            turned = ' direction="rtl"' if RIGHT_TO_LEFT.search(line) else ""
            yield (
                f'<text x="{left + _NODE_WIDTH / 2:g}" y="{first + 18 * place:g}"'
                f"{turned}>{line}</text>"
            )
        yield "</g>"

    def below(self, station: Station) -> Markup:
        """Return the second line of a report: how it took the words over, and its day."""
        # After Arabic letters the parts of a day would change places (UAX #9, W2).
        day = f'<tspan direction="ltr" unicode-bidi="isolate">{station.day}</tspan>'
        parts = (_how(station, self.words), day if station.day else "")
        return Markup(" · ".join(filter(None, parts)))  # noqa: S704  (both were made here)

    def edge(self, one: _Placed, other: _Placed) -> str:
        """Return the curve from the end of one node to the beginning of the next."""
        start, end = self.side(one.x + _NODE_WIDTH), self.side(other.x)
        middle = (start + end) / 2
        y, to = one.y + _NODE_HEIGHT / 2, other.y + _NODE_HEIGHT / 2
        tip = 6 if end > start else -6
        return (
            f'<path class="edge" d="M{start:g} {y:g}C{middle:g} {y:g} {middle:g} {to:g} '
            f'{end - tip:g} {to:g}"/><path class="tip" d="M{end:g} {to:g}l{-tip - tip / 3:g} -4'
            f'v8z"/>'
        )


def _wrapped(text: str, most: int) -> list[str]:
    """Return ``text`` in at most ``most`` lines that fit into a node, cut with an ellipsis."""
    words = one_line(harmless(text)).split(" ")
    lines = [""]
    for word in words:
        wider = f"{lines[-1]} {word}".strip()
        if len(wider) <= _LINE or not lines[-1]:
            lines[-1] = wider
        else:
            lines.append(word)
    cut = len(lines) > most
    lines = lines[:most]
    if cut or len(lines[-1]) > _LINE:
        lines[-1] = lines[-1][: _LINE - 1].rstrip() + "…"
    return [line if len(line) <= _LINE else line[: _LINE - 1] + "…" for line in lines]
