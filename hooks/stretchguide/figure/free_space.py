"""Where on the drawing nothing is yet: a grid of the plane, for arrows and insets that must not cover the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, cos, floor, hypot, inf, radians, sin, sqrt

from stretchguide.figure.geometry import Point
from stretchguide.figure.paper import Frame

# Cells of the grid (cm): half the breadth of a forearm.
_CELL = 3.0
# The number of a cell is that of its column and so much for each row: more than there are columns.
_ROW = 1 << 16


class Plane:
    """What is taken, by cell, with a weight: how bad it is to cover it. The frame is what the drawing fills by now."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._cells: dict[float, set[int]] = {}
        """By weight, the numbers of the cells."""
        self._worst: dict[int, float] | None = None

    def add_discs(self, discs: Iterable[tuple[float, float, float]], weight: float = 1.0) -> None:
        """Take discs: x, y and radius."""
        spans: list[range] = []
        for x, y, radius in discs:
            left, top, reach = x / _CELL, y / _CELL, radius / _CELL
            square = reach * reach
            for row in range(floor(top - reach), floor(top + reach) + 1):
                up = row + 0.5 - top
                half = sqrt(square - up * up) if square > up * up else 0.0
                first = row * _ROW
                spans.append(range(first + floor(left - half), first + floor(left + half) + 1))
        self._cells.setdefault(weight, set()).update(*spans)
        self._worst = None

    def add_line(self, points: Sequence[Point], half_width: float, weight: float = 1.0) -> None:
        """Take a band along a line."""
        self.add_discs([(x, y, half_width) for x, y in spread(points)], weight)

    @property
    def _taken(self) -> dict[int, float]:
        """The greatest weight of each cell, by its number."""
        if self._worst is None:
            self._worst = {}
            for weight in sorted(self._cells):
                self._worst.update(dict.fromkeys(self._cells[weight], weight))
        return self._worst

    def along(self, points: Iterable[Point]) -> float:
        """The sum over some points."""
        taken = self._taken
        return sum([taken.get(floor(y / _CELL) * _ROW + floor(x / _CELL), 0.0) for x, y in points])

    def within(self, left: float, top: float, right: float, bottom: float) -> float:
        """The sum over a rectangle."""
        columns = range(floor(left / _CELL), ceil(right / _CELL))
        rows = range(floor(top / _CELL), ceil(bottom / _CELL))
        taken = self._taken
        return sum([taken.get(row * _ROW + column, 0.0) for column in columns for row in rows])


def spread(points: Sequence[Point]) -> list[Point]:
    """Points on a line of straight pieces, no farther apart than a cell."""
    found = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(1, ceil(hypot(x1 - x0, y1 - y0) / _CELL))
        found += [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(1, count + 1)]
    return found


def _offsets() -> tuple[Point, ...]:
    """Where else something may go, nearest first: rings round the place that was wished for."""
    rings = [
        (r * cos(radians(angle)), r * sin(radians(angle)))
        for r in (5, 9, 13, 17, 22, 28)
        for angle in range(0, 360, 30)
    ]
    return ((0.0, 0.0), *rings)


_OFFSETS = _offsets()
# What a cm away from the wished place costs, in covered cells; and a cm beyond the drawing's frame.
_AWAY = 0.12
_BEYOND = 0.06
# A line that belongs to one part among others: what the square of a cm away costs.
_FAR = 0.016
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
    dx, dy = least_way = _OFFSETS[0]
    least = min(most, _cost(plane, taken, least_way))
    for way in _OFFSETS[1:]:
        if hypot(*way) * _AWAY >= least:
            break  # and those that follow are farther still
        cost = _cost(plane, taken, way, least)
        if cost < least:
            cost += _seems_another(points, way, strangers)
        if cost < least:
            least, (dx, dy) = cost, way
    return least, [(x + dx, y + dy) for x, y in points]


def band(points: Sequence[Point], half_width: float) -> list[Point]:
    """Points on a line and on both its edges, no farther apart than a cell."""
    return [(x + dx, y + dy) for x, y in spread(points) for dx, dy in ((0, 0), (0, -half_width), (0, half_width))]


def _cost(plane: Plane, taken: Sequence[Point], way: Point, most: float = inf) -> float:
    """What it costs to move a band; looked at no closer when it costs the most it may at any rate."""
    dx, dy = way
    frame = plane.frame
    away = hypot(dx, dy) * _AWAY
    beyond = _BEYOND * sum(
        max(0.0, frame.left - x - dx, x + dx - frame.right) + max(0.0, frame.top - y - dy, y + dy - frame.bottom)
        for x, y in (taken[0], taken[-1])
    )
    if away + beyond >= most:
        return most
    return plane.along([(x + dx, y + dy) for x, y in taken]) + away + beyond


def _seems_another(points: Sequence[Point], way: Point, strangers: Sequence[Point]) -> float:
    """What it costs that a line, moved, is far from its own part, begins nearer to another one, or ends at one."""
    if not strangers:
        return 0.0
    away = hypot(*way)
    from_start, from_end = (
        min(hypot(x + way[0] - a, y + way[1] - b) for a, b in strangers) for x, y in (points[0], points[-1])
    )
    is_another = (from_start < min(away, _BESIDE)) + (from_end < _AT)
    return away * away * _FAR + _STRANGER * is_another
