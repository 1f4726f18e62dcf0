"""The pieces of the outline of a convex shape: arcs and corners, and where they lie."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, cos, hypot, pi, sin, sqrt

from stretchguide.figure.shapes.ellipses import Arc, Ellipse, reach_of, support_point
from stretchguide.figure.shapes.geometry import Point

# An arc that rises less than this over its chord (cm) at all points along it is drawn as a line: one that rises more
# than the second somewhere never is.
_FLAT_ARC = 0.08
_SURELY_ROUND = 0.1
_APART = 2.0
"""Points along an outline are so far apart at most (cm); those along an arc by so much of a turn (radians) as well."""
_TURN__APART = 0.6
_THIN = 1e-6
# Arcs over half a turn are made two pieces, so that rounding cannot choose the wrong side. An arc cannot say a whole
# ellipse: it is two pieces that stop this short of the half turn.
_LONGEST_ARC = pi * 1.35
_ALMOST = 0.001


class RimPiece:
    """An arc of an outline, or only a corner of it."""

    __slots__ = ("_between", "arc", "end", "start")

    def __init__(self, start: Point, end: Point, arc: Arc | None = None) -> None:
        self.start = start
        self.end = end
        self.arc = arc
        self._between: tuple[Point, ...] | None = None

    @property
    def between(self) -> tuple[Point, ...]:
        """Points along the arc between its ends."""
        if self._between is None:
            self._between = _points_between(self.start, self.end, self.arc.ellipse) if self.arc else ()
        return self._between

    @property
    def is_flat(self) -> bool:
        """Whether a straight line says as much."""
        if self.arc is None or _height(self.start, self.end, self.arc.ellipse) > _SURELY_ROUND:
            return self.arc is None
        return all(is_near(point, self.start, self.end) for point in self.between)


def corner(point: Point) -> RimPiece:
    """A corner where straight lines meet."""
    return RimPiece(point, point)


def is_near(point: Point, start: Point, end: Point) -> bool:
    """Whether a point lies nearly on a straight line."""
    x, y = point[0] - start[0], point[1] - start[1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    part = (x * dx + y * dy) / square if square else 0.0
    part = max(0.0, min(1.0, part))
    return hypot(x - dx * part, y - dy * part) <= _FLAT_ARC


def _height(start: Point, end: Point, ellipse: Ellipse) -> float:
    """How high an ellipse rises over one of its chords (cm)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = hypot(dx, dy) or 1.0
    c, s = dy / size, -dx / size
    return reach_of(ellipse, c, s) - start[0] * c - start[1] * s


def _points_between(start: Point, end: Point, ellipse: Ellipse) -> tuple[Point, ...]:
    """Points of an ellipse from one to another, with the clock."""
    x, y, xx, xy, yy = ellipse
    a = sqrt(max(xx, _THIN))  # the ellipse is what (a cos t, b cos t + c sin t) goes round
    b = xy / a
    c = sqrt(max(yy - b * b, _THIN))
    first, last = (atan2((point[1] - y - b * (point[0] - x) / a) / c, (point[0] - x) / a) for point in (start, end))
    turn = (last - first) % (2 * pi)
    count = max(2, int(turn / _TURN__APART) + 1, int(turn * sqrt(max(xx, yy)) / _APART) + 1)
    angles = [first + turn * i / count for i in range(1, count)]
    return tuple([(x + a * cos(t), y + b * cos(t) + c * sin(t)) for t in angles])


def pieces_of(arcs: Iterable[Arc]) -> list[RimPiece]:
    """The pieces of an outline."""
    return [_piece(arc) for whole in arcs for arc in _parts(whole)]


def _parts(arc: Arc) -> list[Arc]:
    ellipse, start, end = arc
    if end - start >= 2 * pi:
        return [Arc(ellipse, 0.0, pi - _ALMOST), Arc(ellipse, pi, 2 * pi - _ALMOST)]
    middle = (start + end) / 2
    return [Arc(ellipse, start, middle), Arc(ellipse, middle, end)] if end - start > _LONGEST_ARC else [arc]


def _piece(arc: Arc) -> RimPiece:
    ellipse, start, end = arc
    return RimPiece(support_point(ellipse, start), support_point(ellipse, end), arc)
