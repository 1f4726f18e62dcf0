"""Balls and ellipsoids, the ellipses they cover on the screen, and the convex hull of ellipses as exact arcs.

The hull's outline consists of arcs of the ellipses and of the straight lines between them. This module writes no SVG.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, atan2, cos, pi, sin, sqrt
from typing import NamedTuple

from stretchguide.figure.shapes.geometry import Camera, Frame, Point, Vector, scale


class Volume(NamedTuple):
    """A ball (no axes, a radius in cm) or an ellipsoid (radius 0 and three perpendicular half axes in cm)."""

    centre: Vector
    radius: float
    axes: Frame | None = None


def ball(centre: Vector, radius: float) -> Volume:
    """A ball."""
    return Volume(centre, radius)


def ellipsoid(centre: Vector, frame: Frame, half_x: float, half_y: float, half_z: float) -> Volume:
    """An ellipsoid along the axes of an orthonormal frame; half axes in cm. A thin one is a disc."""
    return Volume(centre, 0.0, (scale(frame[0], half_x), scale(frame[1], half_y), scale(frame[2], half_z)))


class Ellipse(NamedTuple):
    """An ellipse on the screen, as its centre (cm) and the symmetric matrix of its points' spread (square cm).

    The matrix M has the squares of the half axes as eigenvalues. In the direction of a unit vector n the ellipse
    reaches sqrt(n'Mn) from its centre, and the point there is Mn / sqrt(n'Mn): no angle has to be known.
    """

    x: float
    y: float
    xx: float
    xy: float
    yy: float


class Arc(NamedTuple):
    """A piece of an ellipse between two directions of the outer normal, in radians, growing; x turns towards y."""

    ellipse: Ellipse
    start: float
    end: float


def projected(camera: Camera, volume: Volume) -> Ellipse:
    """The ellipse a volume covers on the screen: the sum of the squares of its half axes as the camera sees them."""
    centre, radius, axes = volume
    x, y = camera.point(centre)
    if axes is None:
        return Ellipse(x, y, radius * radius, 0.0, radius * radius)
    xx = xy = yy = 0.0
    for axis in axes:
        px, py = camera.point(axis)
        xx += px * px
        xy += px * py
        yy += py * py
    return Ellipse(x, y, xx, xy, yy)


def half_axes(ellipse: Ellipse) -> tuple[float, float, float]:
    """The greater and the smaller half axis in cm, and the angle of the greater one in radians, x towards y."""
    _, _, xx, xy, yy = ellipse
    mean = (xx + yy) / 2
    spread = sqrt(((xx - yy) / 2) ** 2 + xy * xy)
    return sqrt(mean + spread), sqrt(max(0.0, mean - spread)), 0.5 * atan2(2 * xy, xx - yy)


_NO_REACH = 1e-9


def support(ellipse: Ellipse, direction: float) -> float:
    """How far an ellipse reaches from the origin in a direction (radians): the support function of a convex shape."""
    return reach_of(ellipse, cos(direction), sin(direction))


def support_point(ellipse: Ellipse, direction: float) -> Point:
    """The point of an ellipse that lies farthest in a direction (radians)."""
    x, y, xx, xy, yy = ellipse
    c = cos(direction)
    s = sin(direction)
    px = xx * c + xy * s
    py = xy * c + yy * s
    square = px * c + py * s
    reach = sqrt(square) if square > 0 else _NO_REACH
    return (x + px / reach, y + py / reach)


def reach_of(ellipse: Ellipse, c: float, s: float) -> float:
    """How far an ellipse reaches from the origin in the direction of a unit vector."""
    x, y, xx, xy, yy = ellipse
    square = xx * c * c + 2 * xy * c * s + yy * s * s
    return x * c + y * s + (sqrt(square) if square > 0 else 0.0)


# -- hull -------------------------------------------------------------------------------------------------------------

# The outermost ellipse is looked up in so many directions.
_DIRECTIONS = 24
_STEP = 2 * pi / _DIRECTIONS
_HALF_CIRCLE = [(cos(_STEP * i), sin(_STEP * i)) for i in range(_DIRECTIONS // 2)]
_SQUARES = [(c, s, c * c, 2 * c * s, s * s) for c, s in _HALF_CIRCLE]
# Of two that reach equally far but for the last digits, the first counts, so that all machines find the same one.
_SAME = 1e-9
# In between, the change from one to the next is found to this difference in reach (cm), in at most so many steps.
_SAME_REACH = 1e-4
_STEPS = 12
# So many more ellipses may come to the outside between two neighbouring directions, one within the other.
_HIDDEN_BETWEEN = 2


def hull_and_reaches(ellipses: Sequence[Ellipse]) -> tuple[list[Arc], list[float]]:
    """The convex hull of some ellipses, and how far it reaches from the origin in each of 24 directions (cm).

    The hull is the arcs of its outline in growing direction, lines between them implied. A single arc from 0 to 2 pi
    says that one ellipse covers all others. The direction is looked at every 15 degrees: what shows only in between is
    left out (under 1 percent of the size). Raises IndexError when there is no ellipse.
    """
    reaches = [_reaches(ellipse) for ellipse in ellipses]
    if len(ellipses) == 2 and _is_circle(ellipses[0]) and _is_circle(ellipses[1]):
        return _hull_of_circles(*ellipses), [(a if a > b else b) + _SAME for a, b in zip(*reaches, strict=True)]
    outer, farthest = _outermost(reaches)
    return _arcs(ellipses, outer, reaches), farthest


def _is_circle(ellipse: Ellipse) -> bool:
    return ellipse.xx == ellipse.yy and not ellipse.xy


def _hull_of_circles(first: Ellipse, second: Ellipse) -> list[Arc]:
    """The hull of two circles, by the directions of their outer tangents."""
    way = (second.x - first.x, second.y - first.y)
    less = sqrt(first.xx) - sqrt(second.xx)
    size = sqrt(way[0] * way[0] + way[1] * way[1])
    if abs(less) >= size:
        return [Arc(first if less >= 0 else second, 0.0, 2 * pi)]
    angle, half = atan2(way[1], way[0]), acos(less / size)
    return [Arc(second, angle - half, angle + half), Arc(first, angle + half, angle - half + 2 * pi)]


def _arcs(ellipses: Sequence[Ellipse], outer: Sequence[int], reaches: Sequence[Sequence[float]]) -> list[Arc]:
    turns = [k for k, index in enumerate(outer) if index != outer[k - 1]]
    if not turns:
        return [Arc(ellipses[outer[0]], 0.0, 2 * pi)]
    changes: list[tuple[float, int]] = []
    for k in turns:
        before, after = outer[k - 1], outer[k]
        low = reaches[after][k - 1] - reaches[before][k - 1]
        high = reaches[after][k] - reaches[before][k]
        found = _changes(ellipses, before, after, ((_STEP * (k - 1), low), (_STEP * k, high)))
        # Where three ellipses meet in one direction, the last digit may run back; an outline never does.
        changes += [(max(angle, changes[-1][0] if changes else angle), index) for angle, index in found]
    ends = [angle for angle, _ in changes[1:]] + [changes[0][0] + 2 * pi]
    return [Arc(ellipses[index], start, end) for (start, index), end in zip(changes, ends, strict=True)]


def _reaches(ellipse: Ellipse) -> list[float]:
    """How far an ellipse reaches from the origin in each of the directions: as far to both sides of its middle."""
    x, y, xx, xy, yy = ellipse
    if xx == yy and not xy:
        radius = sqrt(xx)
        middles = [x * c + y * s for c, s in _HALF_CIRCLE]
        return [middle + radius for middle in middles] + [radius - middle for middle in middles]
    one, other = [], []
    for c, s, cc, cs, ss in _SQUARES:
        middle, square = x * c + y * s, xx * cc + xy * cs + yy * ss
        # The spread of a disc seen from its edge may be a last digit below 0.
        half = sqrt(square) if square > 0 else 0.0
        one.append(middle + half)
        other.append(half - middle)
    return one + other


def _outermost(reaches: Sequence[Sequence[float]]) -> tuple[list[int], list[float]]:
    """For each direction, the number of the ellipse that reaches farthest, the first of equals, and how far."""
    outer = [0] * _DIRECTIONS
    farthest = [reach + _SAME for reach in reaches[0]]
    for index, others in enumerate(reaches[1:], 1):
        for k, reach in enumerate(others):
            if reach > farthest[k]:
                farthest[k] = reach + _SAME
                outer[k] = index
    return outer, farthest


End = tuple[float, float]
"""A direction at the end of a span (radians), and how much farther the second of two ellipses reaches there (cm)."""


def _changes(
    ellipses: Sequence[Ellipse], before: int, after: int, span: tuple[End, End], depth: int = 0
) -> list[tuple[float, int]]:
    """Where the outermost ellipse changes between two directions: (direction, number of the next one)."""
    angle = _crossing(ellipses[before], ellipses[after], span)
    if len(ellipses) > 2 and depth < _HIDDEN_BETWEEN:
        c, s = cos(angle), sin(angle)
        reaches = [reach_of(ellipse, c, s) for ellipse in ellipses]
        farthest = max(reaches)
        best = reaches.index(farthest)
        if best not in (before, after) and farthest > reaches[after] + _SAME_REACH:
            (low, _), (high, _) = span
            into = _changes(ellipses, before, best, _span(ellipses[before], ellipses[best], low, angle), depth + 1)
            rest = _span(ellipses[best], ellipses[after], angle, high)
            return into + _changes(ellipses, best, after, rest, depth + 1)
    return [(angle, after)]


def _span(before: Ellipse, after: Ellipse, low: float, high: float) -> tuple[End, End]:
    return (low, _lead(before, after, low)), (high, _lead(before, after, high))


def _crossing(before: Ellipse, after: Ellipse, span: tuple[End, End]) -> float:
    """The direction in which two ellipses reach equally far (regula falsi, Illinois method).

    The first reaches farther at the start of the span, the second at its end.
    """
    (low, low_gap), (high, high_gap) = span
    angle, last = high, 0.0
    for _ in range(_STEPS):
        if high_gap <= low_gap:
            break
        angle = (low * high_gap - high * low_gap) / (high_gap - low_gap)
        gap = _lead(before, after, angle)
        if abs(gap) < _SAME_REACH:
            break
        # An end that stays where it is for a second time counts half, or the other one would creep.
        half = 0.5 if gap * last > 0 else 1.0
        if gap > 0:
            high, high_gap, low_gap = angle, gap, low_gap * half
        else:
            low, low_gap, high_gap = angle, gap, high_gap * half
        last = gap
    return angle


def _lead(before: Ellipse, after: Ellipse, direction: float) -> float:
    """How much farther the second of two ellipses reaches in a direction (cm)."""
    c, s = cos(direction), sin(direction)
    x, y, xx, xy, yy = before
    square = xx * c * c + 2 * xy * c * s + yy * s * s
    less = x * c + y * s + (sqrt(square) if square > 0 else 0.0)
    x, y, xx, xy, yy = after
    square = xx * c * c + 2 * xy * c * s + yy * s * s
    return x * c + y * s + (sqrt(square) if square > 0 else 0.0) - less
