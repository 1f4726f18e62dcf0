"""How far pieces of the finished figure are from each other and from furniture: signed distances in cm.

Outlines are drawn as hulls of balls and ellipsoids. Here the same volumes become solids that can be measured: rods
(tapered capsules: exactly the hull of two balls) and ovals (ellipsoids, with others put between neighbours, since the
hull of two ellipsoids has no simple distance). A distance below 0 is how deep one thing is inside the other. This
module knows no body and no words; nothing here moves anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from math import inf, sqrt
from typing import NamedTuple

from stretchguide.figure.ellipses import Volume
from stretchguide.figure.geometry import (
    Frame,
    Vector,
    along,
    between,
    distance,
    dot,
    length,
    scale,
    subtract,
)

Probe = tuple[Vector, float]
"""A ball, centre and radius in cm, that stands for a piece of a solid's surface when another solid is measured."""

# Balls along a rod are so far apart at most, in cm: with limbs 3 cm thick and more the dents are below 0.3 cm.
_PROBE_STEP = 3.0
# An ellipsoid that is thinner than this in two directions, in cm, is measured as a rod: fingers, palms, feet.
_ROD = 4.5
# So many ellipsoids are put between two neighbours.
_STEPS_BETWEEN = 3
# Those between two ellipsoids reach so many steps along, so that the dents left are below 0.4 cm. Towards a ball, as at
# the shoulders, they would stick out.
_OVERLAP = 2.0
# Two axes of an ellipsoid that differ by less are equal, in cm.
_SAME = 0.05


class Rod(NamedTuple):
    """The hull of two balls: a tapered capsule."""

    start: Vector
    way: Vector
    """From the start to the end."""
    square: float
    """The squared length of the way; 0 for a ball."""
    radius: float
    growth: float
    """What the radius gains from start to end."""


class Oval(NamedTuple):
    """An ellipsoid, prepared for measuring."""

    centre: Vector
    axes: Frame
    inverse: Frame
    """The half axes divided by their squared lengths: a scalar product with them gives 1 on the surface."""
    curves: Vector
    """1 / squared length of each half axis."""
    reach: float
    """The longest half axis."""


class Solid:
    """Rods and ovals that belong together."""

    def __init__(self, rods: Sequence[Rod], ovals: Sequence[Oval] = ()) -> None:
        self.rods = tuple(rods)
        self.ovals = tuple(ovals)
        self.centre, self.reach = _ball_round(self.rods, self.ovals)
        """A ball with this radius round the centre holds everything."""

    @cached_property
    def probes(self) -> tuple[Probe, ...]:
        """The balls that stand for the surface when another solid is measured."""
        return tuple(_probes(self.rods, self.ovals))


class Box(NamedTuple):
    """A box along the axes of the world: its lowest and highest corner, in cm."""

    low: Vector
    high: Vector


# -- building ---------------------------------------------------------------------------------------------------------


def solid(hulls: Iterable[Sequence[Volume]]) -> Solid:
    """The solid of some convex hulls, each given by its volumes in order."""
    rods: list[Rod] = []
    ovals: list[Oval] = []
    for hull in hulls:
        if all(is_thin(volume) for volume in hull):
            rods += _rods(hull)
        else:
            ovals += _ovals(hull)
    return Solid(rods, ovals)


def is_thin(volume: Volume) -> bool:
    """Whether a volume can be measured as a rod: a ball, or an ellipsoid thin in two directions."""
    return volume.axes is None or sorted(map(length, volume.axes))[1] < _ROD


def rod(first: Probe, second: Probe) -> Rod:
    """The hull of two balls."""
    way = subtract(second[0], first[0])
    return Rod(first[0], way, dot(way, way), first[1], second[1] - first[1])


def _ends(volume: Volume) -> tuple[Probe, Probe]:
    """The two balls whose hull is nearest to a thin volume: as thick as it is thin, and as long as it is long."""
    if volume.axes is None:
        ball = (volume.centre, volume.radius)
        return ball, ball
    longest = max(volume.axes, key=length)
    sizes = sorted(map(length, volume.axes))
    radius = (sizes[0] + sizes[1]) / 2
    out = scale(longest, max(0.0, 1 - radius / sizes[2]))
    return (along(volume.centre, out, 1), radius), (along(volume.centre, out, -1), radius)


def _rods(hull: Sequence[Volume]) -> list[Rod]:
    """Rods across each thin volume, and from each to the others: along both edges and down the middle."""
    if len(hull) == 1:
        return [rod(*_ends(hull[0]))]
    out = []
    for one, other in combinations(hull, 2):
        (a, ra), (b, rb) = _ends(one)
        (c, rc), (d, rd) = _ends(other)
        wide = distance(a, b) > _SAME or distance(c, d) > _SAME
        if not wide:
            out.append(rod((a, ra), (c, rc)))
            continue
        if dot(subtract(b, a), subtract(d, c)) < 0:
            (c, rc), (d, rd) = (d, rd), (c, rc)
        middle = rod((between(a, b, 0.5), ra), (between(c, d, 0.5), rc))
        out += [rod((a, ra), (c, rc)), middle, rod((b, rb), (d, rd))]
    return out


def _oval(centre: Vector, axes: Frame) -> Oval:
    squares = [dot(axis, axis) for axis in axes]
    x, y, z = (scale(axis, 1 / square) for axis, square in zip(axes, squares, strict=True))
    return Oval(centre, axes, (x, y, z), (1 / squares[0], 1 / squares[1], 1 / squares[2]), sqrt(max(squares)))


def _ovals(hull: Sequence[Volume]) -> list[Oval]:
    """The ellipsoids of a hull and some between each two of them; a ball takes the axes of its neighbour."""
    if len(hull) == 1:
        return [_oval(hull[0].centre, _axes(hull[0], None))]
    out = []
    pairs = list(combinations(hull, 2))
    for first, second in pairs:
        a, b = _axes(first, second), _axes(second, first)
        is_row = first.axes is not None and second.axes is not None
        way = scale(subtract(second.centre, first.centre), _OVERLAP / _STEPS_BETWEEN if is_row else 0.0)
        for k in range(_STEPS_BETWEEN + 1):
            part = k / _STEPS_BETWEEN
            if k in (0, _STEPS_BETWEEN) and (first, second) != pairs[0]:
                continue
            x, y, z = (between(p, q, part) for p, q in zip(a, b, strict=True))
            middle = between(first.centre, second.centre, part)
            out.append(_oval(middle, _stretched((x, y, z), way) if 0 < k < _STEPS_BETWEEN else (x, y, z)))
    return out


def _stretched(axes: Frame, way: Vector) -> Frame:
    """The half axes, none shorter than a way in its own direction: so that no dents are left between ellipsoids."""
    x, y, z = (scale(axis, max(1.0, abs(dot(axis, way)) / dot(axis, axis))) for axis in axes)
    return (x, y, z)


def _axes(volume: Volume, neighbour: Volume | None) -> Frame:
    """The half axes of a volume; those of a ball point the way of its neighbour's."""
    if volume.axes is not None:
        return volume.axes
    if neighbour is None or neighbour.axes is None:
        r = volume.radius
        return ((r, 0.0, 0.0), (0.0, r, 0.0), (0.0, 0.0, r))
    x, y, z = (scale(axis, volume.radius / length(axis)) for axis in neighbour.axes)
    return (x, y, z)


def _probes(rods: Sequence[Rod], ovals: Sequence[Oval]) -> list[Probe]:
    out: list[Probe] = []
    for start, way, square, radius, growth in rods:
        count = max(1, int(sqrt(square) / _PROBE_STEP + 0.99)) if square > _SAME**2 else 0
        out += [(along(start, way, k / max(1, count)), radius + growth * k / max(1, count)) for k in range(count + 1)]
    for oval in ovals:
        out += _oval_probes(oval)
    return list(dict.fromkeys(out))


def _oval_probes(oval: Oval) -> list[Probe]:
    """Balls as thick as the ellipsoid is thin, in its middle and out to both ends of its longer axes."""
    sizes = [length(axis) for axis in oval.axes]
    radius = min(sizes)
    out = [(oval.centre, radius)]
    for axis, size in zip(oval.axes, sizes, strict=True):
        if size > radius + 1:
            way = scale(axis, 1 - radius / size)
            out += [(along(oval.centre, way, 1), radius), (along(oval.centre, way, -1), radius)]
    return out


def _ball_round(rods: Sequence[Rod], ovals: Sequence[Oval]) -> tuple[Vector, float]:
    points: list[tuple[Vector, float]] = [(oval.centre, oval.reach) for oval in ovals]
    for start, way, _, radius, growth in rods:
        points += [(start, radius), (along(start, way, 1), radius + growth)]
    xs, ys, zs = zip(*(point for point, _ in points), strict=True)
    centre = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, (min(zs) + max(zs)) / 2)
    return centre, max(distance(centre, point) + radius for point, radius in points)


# -- measuring --------------------------------------------------------------------------------------------------------


def height(one: Solid) -> float:
    """How high the lowest point is above the floor, exactly; below 0 it is in the floor."""
    lowest = inf
    for start, way, _, radius, growth in one.rods:
        lowest = min(lowest, start[1] - radius, start[1] + way[1] - radius - growth)
    for oval in one.ovals:
        x, y, z = oval.axes
        lowest = min(lowest, oval.centre[1] - sqrt(x[1] * x[1] + y[1] * y[1] + z[1] * z[1]))
    return lowest


def distance_to(one: Solid, point: Vector, limit: float = inf) -> float:
    """How far a point is from the surface, below 0 inside; what is farther than the limit is only farther than it.

    Rods are exact but for their taper (below 0.1 cm). Ovals take the first-order distance k (k - 1) / |gradient|,
    exact for balls and on the surface, and within 1 mm near it.
    """
    best = limit
    px, py, pz = point
    for (sx, sy, sz), (wx, wy, wz), square, radius, growth in one.rods:
        dx, dy, dz = px - sx, py - sy, pz - sz
        part = (dx * wx + dy * wy + dz * wz) / square if square > 0 else 0.0
        part = 0.0 if part < 0 else 1.0 if part > 1 else part
        dx, dy, dz = dx - wx * part, dy - wy * part, dz - wz * part
        edge = best + radius + growth * part
        if edge > 0:
            away = dx * dx + dy * dy + dz * dz
            if away < edge * edge:
                best = sqrt(away) - radius - growth * part
    for centre, _, (x, y, z), (cx, cy, cz), reach in one.ovals:
        dx, dy, dz = px - centre[0], py - centre[1], pz - centre[2]
        if best + reach < 0 or dx * dx + dy * dy + dz * dz > (best + reach) * (best + reach):
            continue
        u = dx * x[0] + dy * x[1] + dz * x[2]
        v = dx * y[0] + dy * y[1] + dz * y[2]
        w = dx * z[0] + dy * z[1] + dz * z[2]
        u, v, w = u * u, v * v, w * w
        square = u + v + w
        steep = sqrt(u * cx + v * cy + w * cz)
        away = (square - sqrt(square)) / steep if steep > 1e-6 else -1 / sqrt(max(cx, cy, cz))
        best = min(best, away)
    return best


def gap(one: Solid, other: Solid, limit: float = inf) -> float:
    """How far apart two solids are, below 0 how deep one is in the other; farther than the limit is the limit."""
    if distance(one.centre, other.centre) > one.reach + other.reach + limit:
        return limit
    if one.ovals and not other.ovals:
        one, other = other, one
    best = limit
    for point, radius in one.probes:
        away = distance(point, other.centre) - other.reach
        if away - radius < best:
            best = min(best, distance_to(other, point, best + radius) - radius)
    return best


def box_distance(box: Box, point: Vector) -> float:
    """How far a point is from a box, below 0 inside."""
    (x0, y0, z0), (x1, y1, z1) = box
    x, y, z = point
    dx = x0 - x if x0 - x > x - x1 else x - x1
    dy = y0 - y if y0 - y > y - y1 else y - y1
    dz = z0 - z if z0 - z > z - z1 else z - z1
    if dx <= 0 and dy <= 0 and dz <= 0:
        return max(dx, dy, dz)
    square = (dx * dx if dx > 0 else 0.0) + (dy * dy if dy > 0 else 0.0) + (dz * dz if dz > 0 else 0.0)
    return sqrt(square)


def box_gap(box: Box, one: Solid, limit: float = inf) -> float:
    """How far a solid is from a box, below 0 how deep it is inside."""
    if box_distance(box, one.centre) > one.reach + limit:
        return limit
    best = limit
    for start, way, _, radius, growth in one.rods:
        steps = 1 + int(length(way) / _PROBE_STEP)
        for k in range(steps + 1):
            part = k / steps
            best = min(best, box_distance(box, along(start, way, part)) - radius - growth * part)
    for oval in one.ovals:
        best = min(best, _box_to_oval(box, oval))
    return best


def _box_to_oval(box: Box, oval: Oval) -> float:
    """The best of the separating planes along the six faces and across the nearest point of the box."""
    best = -inf
    nearest = []
    for i in range(3):
        half = sqrt(sum(axis[i] * axis[i] for axis in oval.axes))
        c = oval.centre[i]
        best = max(best, box.low[i] - c - half, c - half - box.high[i])
        nearest.append(min(max(c, box.low[i]), box.high[i]))
    way = subtract(oval.centre, (nearest[0], nearest[1], nearest[2]))
    size = length(way)
    if size > _SAME:
        half = sqrt(sum(dot(axis, way) ** 2 for axis in oval.axes)) / size
        best = max(best, size - half)
    return best
