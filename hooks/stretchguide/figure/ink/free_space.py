"""Where on the drawing nothing is yet: a grid of the plane, for arrows and insets that must not cover the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, cos, floor, hypot, inf, radians, sin, sqrt

from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.shapes.geometry import Point, ScreenBox

# Cells of the grid (cm): half the breadth of a forearm.
_CELL = 3.0
# The number of a cell is that of its column and so much for each row: more than there are columns.
_ROW = 1 << 16


# What is asked for is made so much larger (cm), since what is asked for next mostly lies beside it.
_BESIDE_IT = 12.0

Disc = tuple[float, float, float]
"""From the left, from above, and radius (cm)."""
Cells = Mapping[int, float]
"""The greatest weight of what is taken, by the number of the cell."""


class Plane:
    """What is taken, by cell, with a weight: how bad it is to cover it. The frame is what the drawing fills by now."""

    def __init__(self, frame: PictureFrame) -> None:
        self.frame = frame
        self.signs = PictureFrame()
        """What of it signs fill."""
        self._discs: dict[float, list[Disc]] = {}
        """By weight, what has not been asked for yet: most of a drawing never is."""
        self._cells: dict[float, set[int]] = {}
        """By weight, the numbers of the cells of all other discs."""
        self._known: list[ScreenBox] = []
        """Where all is known."""
        self._worst: dict[int, float] = {}

    def make_room(self, point: Point, margin: float) -> None:
        """Make room for a point of a sign, and a margin round it (cm)."""
        for frame in (self.frame, self.signs):
            frame.add_point(point, margin)

    def add_discs(self, discs: Iterable[Disc], weight: float = 1.0) -> None:
        """Take discs."""
        self._discs.setdefault(weight, []).extend(discs)
        self._known = []

    def add_line(self, points: Sequence[Point], half_width: float, weight: float = 1.0) -> None:
        """Take a band along a line."""
        self.add_discs([(x, y, half_width) for x, y in spread(points)], weight)

    def cells(self, box: ScreenBox) -> Cells:
        """What is taken in a box (cm), and some of what is taken elsewhere."""
        left, top, right, bottom = box
        if any(a <= left and b <= top and right <= c and bottom <= d for a, b, c, d in self._known):
            return self._worst
        a, b, c, d = wide = (left - _BESIDE_IT, top - _BESIDE_IT, right + _BESIDE_IT, bottom + _BESIDE_IT)
        for weight, discs in self._discs.items():
            near: list[Disc] = []
            far: list[Disc] = []
            for disc in discs:
                x, y, radius = disc
                is_near = a < x + radius and x - radius < c and b < y + radius and y - radius < d
                (near if is_near else far).append(disc)
            self._discs[weight] = far
            self._cells.setdefault(weight, set()).update(*_spans(near))
        self._known.append(wide)
        self._worst = {}
        for weight in sorted(self._cells):
            self._worst.update(dict.fromkeys(self._cells[weight], weight))
        return self._worst

    def along(self, points: Sequence[Point]) -> float:
        """The sum over some points."""
        return _sum(self.cells(_box_round(points)), points)

    def worst(self, points: Sequence[Point]) -> float:
        """The greatest weight at some points."""
        taken = self.cells(_box_round(points))
        return max(taken.get(floor(y / _CELL) * _ROW + floor(x / _CELL), 0.0) for x, y in points)

    def within(self, box: ScreenBox) -> float:
        """The sum over a rectangle."""
        left, top, right, bottom = box
        columns = range(floor(left / _CELL), ceil(right / _CELL))
        rows = range(floor(top / _CELL), ceil(bottom / _CELL))
        taken = self.cells(box)
        return sum([taken.get(row * _ROW + column, 0.0) for column in columns for row in rows])


def _spans(discs: Iterable[Disc]) -> Iterator[range]:
    """The cells that discs take, row by row."""
    for x, y, radius in discs:
        left, top, reach = x / _CELL, y / _CELL, radius / _CELL
        square = reach * reach
        for row in range(floor(top - reach), floor(top + reach) + 1):
            up = row + 0.5 - top
            half = sqrt(square - up * up) if square > up * up else 0.0
            first = row * _ROW
            yield range(first + floor(left - half), first + floor(left + half) + 1)


def _sum(taken: Cells, points: Iterable[Point]) -> float:
    return sum([taken.get(floor(y / _CELL) * _ROW + floor(x / _CELL), 0.0) for x, y in points])


def _box_round(points: Sequence[Point]) -> ScreenBox:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def spread(points: Sequence[Point]) -> list[Point]:
    """Points on a line of straight pieces, no farther apart than a cell."""
    found = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(1, ceil(hypot(x1 - x0, y1 - y0) / _CELL))
        found += [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(1, count + 1)]
    return found


_FARTHEST = 12.0


def _offsets() -> tuple[Point, ...]:
    """Where else something may go, nearest first: rings round the place that was wished for."""
    rings = [
        (r * cos(radians(angle)), r * sin(radians(angle))) for r in (4, 8, _FARTHEST) for angle in range(0, 360, 30)
    ]
    return ((0.0, 0.0), *rings)


_OFFSETS = _offsets()
# What a cm away from the wished place costs, in covered cells; and a cm beyond the drawing's frame.
_AWAY = 0.12
_BEYOND = 0.2
# A line that belongs to one part among others: what the square of a cm away costs.
_AWAY_SQUARED = 0.016
# What it costs to begin beside another part of the body, or to end at one, and how near (cm) that is.
_STRANGER, _BESIDE, _AT = 9.0, 16.0, 10.0


def freest(plane: Plane, points: Sequence[Point], half_width: float, strangers: Sequence[Point] = ()) -> list[Point]:
    """A line moved to where it covers least: not far away, and rather within the frame.

    With strangers it belongs to one part among others: it stays nearer, and not beside one of them.
    """
    return moved(plane, points, half_width, strangers)[1]


def moved(
    plane: Plane, points: Sequence[Point], half_width: float, strangers: Sequence[Point] = (), most: float = inf
) -> tuple[float, list[Point]]:
    """What it costs to have a line where it covers least, in covered cells, and where that is.

    It is not looked for further when it costs the most it may.
    """
    taken = band(points, half_width)
    left, top, right, bottom = _box_round(taken)
    cells = plane.cells((left - _FARTHEST, top - _FARTHEST, right + _FARTHEST, bottom + _FARTHEST))
    dx, dy = least_way = _OFFSETS[0]
    least = min(most, _cost(cells, plane.frame, taken, least_way))
    for way in _OFFSETS[1:]:
        if hypot(*way) * _AWAY >= least:
            break  # and those that follow are farther still
        cost = _cost(cells, plane.frame, taken, way, least)
        if cost < least:
            cost += _seems_another(points, way, strangers)
        if cost < least:
            least, (dx, dy) = cost, way
    return least, [(x + dx, y + dy) for x, y in points]


def band(points: Sequence[Point], half_width: float) -> list[Point]:
    """Points on a line and on both its edges, no farther apart than a cell."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    size = hypot(x1 - x0, y1 - y0)
    across = (half_width * (y0 - y1) / size, half_width * (x1 - x0) / size) if size > half_width else (0.0, half_width)
    ways = (0.0, 0.0), across, (-across[0], -across[1])
    return [(x + dx, y + dy) for x, y in spread(points) for dx, dy in ways]


def _cost(cells: Cells, frame: PictureFrame, taken: Sequence[Point], way: Point, most: float = inf) -> float:
    """What it costs to move a band; looked at no closer when it costs the most it may at any rate."""
    dx, dy = way
    away = hypot(dx, dy) * _AWAY
    beyond = _BEYOND * sum(
        max(0.0, frame.left - x - dx, x + dx - frame.right) + max(0.0, frame.top - y - dy, y + dy - frame.bottom)
        for x, y in (taken[0], taken[-1])
    )
    if away + beyond >= most:
        return most
    return _sum(cells, [(x + dx, y + dy) for x, y in taken]) + away + beyond


def _seems_another(points: Sequence[Point], way: Point, strangers: Sequence[Point]) -> float:
    """What it costs that a line, moved, is far from its own part, begins nearer to another one, or ends at one."""
    if not strangers:
        return 0.0
    away = hypot(*way)
    from_start, from_end = (
        min(hypot(x + way[0] - a, y + way[1] - b) for a, b in strangers) for x, y in (points[0], points[-1])
    )
    is_another = (from_start < min(away, _BESIDE)) + (from_end < _AT)
    return away * away * _AWAY_SQUARED + _STRANGER * is_another
