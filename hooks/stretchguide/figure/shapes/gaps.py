"""How far pieces of the finished figure are from each other, from the floor and from furniture: signed distances in cm.

A distance below 0 is how deep one thing is inside the other. What is measured are the solids of `solids`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, sqrt

from stretchguide.figure.shapes.geometry import Vector, along, distance, dot, length, subtract
from stretchguide.figure.shapes.solids import PROBE_STEP, Box, Lump, Oval, Rod, Solid

# A way shorter than this (cm) has no direction.
_NO_WAY = 0.05
# Where the gradient of an ellipsoid is flatter than this, in 1/cm, is its middle.
_NO_GRADIENT = 1e-6


def height(one: Solid) -> float:
    """How high the lowest point is above the floor, exactly; below 0 it is in the floor."""
    lowest = inf
    for piece in one.pieces:
        if piece.centre[1] - piece.reach < lowest:
            for start, way, _, radius, growth in piece.rods:
                lowest = min(lowest, start[1] - radius, start[1] + way[1] - radius - growth)
            for oval in piece.ovals:
                x, y, z = oval.axes
                lowest = min(lowest, oval.centre[1] - sqrt(x[1] * x[1] + y[1] * y[1] + z[1] * z[1]))
    return lowest


def distance_to(one: Solid, point: Vector, limit: float = inf) -> float:
    """How far a point is from the surface, below 0 inside; what is farther than the limit is only farther than it.

    Rods are exact but for their taper (below 0.1 cm). Ovals take the first-order distance k (k - 1) / |gradient|,
    exact for balls and on the surface, and within 1 mm near it; but never less than to a ball round the oval.
    """
    return _least(one.pieces, point, limit)


def _least(pieces: Sequence[Lump], point: Vector, limit: float) -> float:
    best = limit
    px, py, pz = point
    for piece in pieces:
        x, y, z = piece.centre
        x, y, z, edge = x - px, y - py, z - pz, best + piece.reach
        if edge > 0 and x * x + y * y + z * z < edge * edge:
            best = _to_rods(piece.rods, point, best) if piece.is_thin else _to_ovals(piece.ovals, point, best)
    return best


def _to_rods(rods: Sequence[Rod], point: Vector, best: float) -> float:
    px, py, pz = point
    for (sx, sy, sz), (wx, wy, wz), square, radius, growth in rods:
        dx, dy, dz = px - sx, py - sy, pz - sz
        part = (dx * wx + dy * wy + dz * wz) / square if square > 0 else 0.0
        part = 0.0 if part < 0 else 1.0 if part > 1 else part
        dx, dy, dz = dx - wx * part, dy - wy * part, dz - wz * part
        edge = best + radius + growth * part
        if edge > 0:
            away = dx * dx + dy * dy + dz * dz
            if away < edge * edge:
                best = sqrt(away) - radius - growth * part
    return best


def _to_ovals(ovals: Sequence[Oval], point: Vector, best: float) -> float:
    px, py, pz = point
    for (ox, oy, oz), _, inverse, curves, reach in ovals:
        dx, dy, dz = px - ox, py - oy, pz - oz
        edge = best + reach
        away = dx * dx + dy * dy + dz * dz
        if edge < 0 or away > edge * edge:
            continue
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = inverse
        u = dx * ax + dy * ay + dz * az
        v = dx * bx + dy * by + dz * bz
        w = dx * cx + dy * cy + dz * cz
        u, v, w = u * u, v * v, w * w
        square = u + v + w
        if best > 0 or square < 1:
            steep = sqrt(u * curves[0] + v * curves[1] + w * curves[2])
            first_order = (square - sqrt(square)) / steep if steep > _NO_GRADIENT else -1 / sqrt(max(curves))
            best = min(best, max(first_order, sqrt(away) - reach))
    return best


def gap(one: Solid, other: Solid, limit: float = inf) -> float:
    """How far apart two solids are, below 0 how deep one is in the other; farther than the limit is the limit."""
    if distance(one.centre, other.centre) > one.reach + other.reach + limit:
        return limit
    if other.is_thin and not one.is_thin:
        one, other = other, one
    best = limit
    others = _near(other.pieces, one.centre, one.reach + best)
    for piece in one.pieces if others else ():
        near = _near(others, piece.centre, piece.reach + best)
        for point, radius in piece.probes if near else ():
            away = _least(near, point, best + radius)
            best = away - radius if away < best + radius else best
    return best


def _near(pieces: Sequence[Lump], point: Vector, far: float) -> Sequence[Lump]:
    """The pieces that may come nearer to a point than so many cm."""
    px, py, pz = point
    near = []
    for piece in pieces:
        x, y, z = piece.centre
        x, y, z, edge = x - px, y - py, z - pz, piece.reach + far
        if edge > 0 and x * x + y * y + z * z < edge * edge:
            near.append(piece)
    return near


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
    for piece in one.pieces:
        if box_distance(box, piece.centre) < piece.reach + best:
            for rod in piece.rods:
                best = min(best, _box_to_rod(box, rod))
            for oval in piece.ovals:
                best = min(best, _box_to_oval(box, oval))
    return best


def _box_to_rod(box: Box, rod: Rod) -> float:
    start, way, square, radius, growth = rod
    steps = 1 + int(sqrt(square) / PROBE_STEP)
    parts = [k / steps for k in range(steps + 1)]
    return min([box_distance(box, along(start, way, part)) - radius - growth * part for part in parts])


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
    if size > _NO_WAY:
        half = sqrt(sum(dot(axis, way) ** 2 for axis in oval.axes)) / size
        best = max(best, size - half)
    return best
