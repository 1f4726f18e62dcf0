"""Arrows on the drawing: each is put where nothing is, near the part it speaks of.

It never covers the limb it speaks of when there is room beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot, inf, pi, sin
from xml.etree.ElementTree import Element

from stretchguide.figure.ink.free_space import Plane, band, freest
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import Ink, add_inks
from stretchguide.figure.picture.arrow_places import CLEAR, placed, pressing
from stretchguide.figure.picture.arrow_ways import clear, seen_way
from stretchguide.figure.picture.arrows import Sign
from stretchguide.figure.shapes.geometry import Camera, Point, Vector, add, cross, dot, subtract
from stretchguide.figure.shapes.outline import polygon
from stretchguide.figure.shapes.path_numbers import mm
from stretchguide.figure.shapes.pen import line_through

# Sizes of an arrow on the screen (cm): its head, half the head's breadth, line and light border.
_HEAD, _HALF_HEAD = 7.5, 4.8
_WIDTH = 3.0
# The light rim round an arrow that covers something (cm): so narrow that a hand under it is still one.
_RIM = 0.7
# Round an arrow's points the drawing leaves so much room.
_ROOM = 3.0
# To cover another arrow is worse than to cover the body.
_ARROW_WEIGHT = 5.0
# An arrow that points nearly at the eye would be a dot: it is at least so long on the screen.
_SHORTEST, _SHORTEST_TO_AND_FRO = 14.0, 24.0
# One that says how its part goes, and not how far, is at most so long.
_LONGEST = 26.0


def draw(parent: Element, camera: Camera, sign: Sign, plane: Plane) -> None:
    """Put an arrow under an element with round line ends, where it covers least; the plane then knows of it.

    Where it has to cover something it has a light rim.
    """
    free = _free(camera, sign, plane)
    other = _on_other_side(camera, sign, free, plane)
    _put(parent, sign, free, plane)
    if other:
        _put(parent, sign, other, plane)


def _put(parent: Element, sign: Sign, free: list[Point], plane: Plane) -> None:
    covers = plane.along(band(free, CLEAR)) > 0
    plane.add_line(free, CLEAR, _ARROW_WEIGHT)
    for point in free:
        plane.make_room(point, _ROOM)
    _draw(parent, free, sign, has_rim=covers)


# A chest is seen from ahead, or from behind, where its front points so little aside (sine). Its second arrow covers no
# more than this (cells).
_FROM_AHEAD, _COVERS = 0.45, 0.0


def _on_other_side(camera: Camera, sign: Sign, free: list[Point], plane: Plane) -> list[Point]:
    """The same arrow on the other side of a chest that goes up or down and is seen from ahead; none without room."""
    if not (sign.is_upright and sign.about and sign.faces) or abs(camera.point(sign.faces)[0]) > _FROM_AHEAD:
        return []
    middle = camera.point(sign.about)[0]
    other = [(2 * middle - x, y) for x, y in free]
    is_beside = all(abs(x - middle) > sign.reach / 2 for x, _ in free)
    return other if is_beside and plane.along(band(other, _HALF_HEAD)) <= _COVERS else []


def _free(camera: Camera, sign: Sign, plane: Plane) -> list[Point]:
    wished = _wished(camera, sign)
    if sign.presses:
        return pressing(camera, sign, wished, plane)
    if sign.stays:
        return wished
    if sign.about and len(wished) == len(sign.points) == 2:
        return placed(camera, sign, wished, plane)
    strangers = [camera.point(point) for point in sign.strangers]
    if sign.arrives and (seen := seen_way(plane, wished, strangers)):
        return seen
    if sign.instead:
        return _free(camera, sign.instead, plane)
    return clear(plane, freest(plane, wished, CLEAR, strangers))


def _wished(camera: Camera, sign: Sign) -> list[Point]:
    """Where an arrow would be on the screen if nothing were in its way."""
    shown = [camera.point(point) for point in sign.points]
    if len(shown) > _CURVE:
        return _rounded(camera, _before_limb(camera, sign.points) if sign.wraps else sign.points)
    return _stretched(shown, _LONGEST if sign.about else inf, _SHORTEST_TO_AND_FRO if sign.returns else _SHORTEST)


def _stretched(points: list[Point], longest: float, shortest: float) -> list[Point]:
    """An arrow that is foreshortened, drawn out to where it still reads as an arrow: a curve keeps its height.

    A straight one is cut to the longest it may be (cm).
    """
    (x0, y0), (x1, y1) = points[0], points[-1]
    size = hypot(x1 - x0, y1 - y0)
    if len(points) > 2:
        return _bowed(points if size >= _SHORTEST else _opened(points))
    if shortest <= size <= longest:
        return points
    dx, dy = ((x1 - x0) / size, (y1 - y0) / size) if size > 0.5 else (0.0, 1.0)
    long = max(shortest, min(size, longest))
    return [(x1 - dx * long, y1 - dy * long), (x1, y1)]


# A ring has more points than a curve. Its breadth on the screen is at least this part of its length.
_CURVE, _OPEN = 10, 0.5


def _rounded(camera: Camera, ring: Sequence[Vector]) -> list[Point]:
    """A ring on the screen; one that is seen nearly from its edge is opened to where it still reads as one.

    Then it goes round as the eye would see it from a little farther right or above, whichever opens it: two rings that
    go round opposite ways read as such, although their planes have different edges before the eye.
    """
    points = [camera.point(point) for point in ring]
    x0, y0 = (sum(values) / len(points) for values in zip(*points, strict=True))
    ux, uy = max(((x - x0, y - y0) for x, y in points), key=lambda way: hypot(*way))
    long = hypot(ux, uy) or 1.0
    ux, uy = ux / long, uy / long
    broad = max(abs((x - x0) * uy - (y - y0) * ux) for x, y in points)
    if broad >= _OPEN * long:
        return points
    # Where its edge is all that is seen, it opens as a circle does that is turned a little.
    last = len(points) - 1
    opened = []
    for number, (x, y) in enumerate(points):
        on, off = (x - x0) * ux + (y - y0) * uy, (x - x0) * uy - (y - y0) * ux
        off = off * _OPEN * long / broad if broad > 1.0 else _OPEN * long * sin(2 * pi * number / last)
        opened.append((on, off))
    around = _around(ring)
    axis = max((camera.right, camera.up), key=lambda way: abs(dot(around, way)))
    turned = [(x0 + on * ux + off * uy, y0 + on * uy - off * ux) for on, off in opened]
    if (dot(around, axis) > 0) == (_area(turned) < 0):  # The screen's y goes down.
        return turned
    return [(x0 + on * ux - off * uy, y0 + on * uy + off * ux) for on, off in opened]


# Of an arc round a limb this share is behind that, where one end is so much farther from the eye than the other (cm).
_BEHIND, _FARTHER = 0.25, 4.0


def _before_limb(camera: Camera, ring: Sequence[Vector]) -> Sequence[Vector]:
    """An arc round a limb without what of it is behind that."""
    hidden = round(len(ring) * _BEHIND)
    first, last = camera.depth(ring[0]), camera.depth(ring[-1])
    if abs(first - last) < _FARTHER:
        return ring
    return ring[hidden:] if first < last else ring[:-hidden]


def _around(ring: Sequence[Vector]) -> Vector:
    """The axis round which a ring goes, counterclockwise for an eye that it points at."""
    found: Vector = (0.0, 0.0, 0.0)
    for before, after in pairwise(ring):
        found = add(found, cross(subtract(before, ring[0]), subtract(after, ring[0])))
    return found


def _area(points: Sequence[Point]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*points, points[0]]))


def _opened(points: Sequence[Point]) -> list[Point]:
    """A curve whose ends are too near each other, spread to the side it runs to already."""
    (x0, _), (x1, _) = points[0], points[-1]
    sign = -1 if x1 < x0 else 1
    more = max(0.0, _SHORTEST - abs(x1 - x0)) * sign
    last = len(points) - 1
    return [(x + more * i / last, y) for i, (x, y) in enumerate(points)]


# A curve that is seen from its edge looks straight: one that leaves the line between its ends by less than this share
# of it is bowed by so much more.
_STRAIGHT, _BOW = 0.03, 0.2


def _bowed(points: list[Point]) -> list[Point]:
    """A curve, bowed a little where it would look straight."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    size = hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / size, (y1 - y0) / size
    if max(abs((x - x0) * uy - (y - y0) * ux) for x, y in points) > _STRAIGHT * size:
        return points
    last = len(points) - 1
    bows = [_BOW * size * sin(pi * i / last) for i in range(last + 1)]
    return [(x + uy * bow, y - ux * bow) for (x, y), bow in zip(points, bows, strict=True)]


# A bar is so long to both sides, and so far beyond the tip (cm).
_HALF_BAR, _BEYOND_TIP = 6.5, 2.4


def _bar(points: Sequence[Point]) -> str:
    """The bar at the tip of an arrow that says: press, and do not move."""
    x, y, ux, uy = _pointing(points)
    x, y = x + ux * _BEYOND_TIP, y + uy * _BEYOND_TIP
    return line_through([(x - uy * _HALF_BAR, y + ux * _HALF_BAR), (x + uy * _HALF_BAR, y - ux * _HALF_BAR)])


def _draw(parent: Element, points: Sequence[Point], sign: Sign, *, has_rim: bool) -> None:
    """Draw an arrow, with a bar at its tip when it presses, and a head at both ends when it returns."""
    heads = [_head(points)]
    line = _before_head(points)
    if sign.returns:
        heads.append(_head(points[::-1]))
        line = _before_head(line[::-1])
    shaft = line_through(line) + (_bar(points) if sign.presses else "")
    head = "".join(map(polygon, heads))
    shaft_look = (("class", "sf-l"), ("fill", "none"), ("stroke", LIGHT["ar"]), ("stroke-width", mm(_WIDTH)))
    head_look = (("class", "sf-ar"), ("fill", LIGHT["ar"]), ("stroke", "none"))
    add_inks(parent, [Ink(shaft_look, shaft), Ink(head_look, head)])
    if has_rim:  # Under all arrows: paths that look alike become one, where the first of them is.
        for path, width in ((head, 2 * _RIM), (shaft, _WIDTH + 2 * _RIM)):
            look = {"class": "sf-hl", "fill": "none", "stroke": LIGHT["bg"], "stroke-width": mm(width)}
            parent.insert(0, Element("path", {**look, "d": path}))


def _before_head(points: Sequence[Point]) -> list[Point]:
    """The line of an arrow without what its head at the tip covers."""
    x, y, ux, uy = _pointing(points)
    kept = [point for point in points[:-1] if hypot(point[0] - x, point[1] - y) > _HEAD] or [points[0]]
    return [*kept, (x - ux * _HEAD * 0.7, y - uy * _HEAD * 0.7)]


def _head(points: Sequence[Point]) -> list[Point]:
    """The corners of the head at the tip."""
    x, y, ux, uy = _pointing(points)
    back, aside = (x - ux * _HEAD, y - uy * _HEAD), (-uy * _HALF_HEAD, ux * _HALF_HEAD)
    return [(x + ux, y + uy), *((back[0] + sign * aside[0], back[1] + sign * aside[1]) for sign in (1, -1))]


def _pointing(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """The tip of an arrow, and the way it points there."""
    (x1, y1), (x, y) = _tip(points)
    size = hypot(x - x1, y - y1) or 1.0
    return x, y, (x - x1) / size, (y - y1) / size


def _tip(points: Sequence[Point]) -> tuple[Point, Point]:
    """Where an arrow's head comes from, and its tip: it points as the line goes, not as its last short piece does."""
    x, y = points[-1]
    far = [point for point in points[:-1] if hypot(point[0] - x, point[1] - y) > _HEAD * 0.8]
    return (far or points)[-1] if far else points[0], (x, y)
