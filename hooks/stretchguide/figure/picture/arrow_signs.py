"""Arrows on the drawing: each is put where nothing is, near the part it speaks of.

It never covers the limb it speaks of when there is room beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot, inf, pi, sin
from xml.etree.ElementTree import Element

from stretchguide.figure.ink.free_space import Plane, band, freest, spread
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import Ink, add_inks
from stretchguide.figure.picture.arrow_places import CLEAR, placed
from stretchguide.figure.picture.arrows import Sign
from stretchguide.figure.shapes.geometry import Camera, Point, Vector, add, cross, dot, subtract
from stretchguide.figure.shapes.outline import polygon
from stretchguide.figure.shapes.path_numbers import mm
from stretchguide.figure.shapes.pen import line_through

# Sizes of an arrow on the screen (cm): its head, half the head's breadth, line and light border.
_HEAD, _HALF_HEAD = 7.5, 4.8
_WIDTH, _BORDER = mm(3), mm(5.4)
# Round an arrow's points the drawing leaves so much room.
_ROOM = 3.0
# To cover another arrow is worse than to cover the body.
_ARROW_WEIGHT = 5.0
# An arrow that points nearly at the eye would be a dot: it is at least so long on the screen.
_SHORTEST = 14.0
# One that says how its part goes, and not how far, is at most so long.
_LONGEST = 26.0


def draw(parent: Element, camera: Camera, sign: Sign, plane: Plane) -> None:
    """Put an arrow under an element with round line ends, where it covers least; the plane then knows of it.

    Where it has to cover something it has a light border.
    """
    shown = [camera.point(point) for point in sign.points]
    is_ring = len(shown) > _CURVE
    wished = _rounded(camera, sign.points) if is_ring else _stretched(shown, _LONGEST if sign.about else inf)
    free = wished if sign.stays else _free(camera, sign, wished, plane)
    covers = plane.along(band(free, CLEAR)) > 0
    plane.add_line(free, CLEAR, _ARROW_WEIGHT)
    for point in free:
        plane.make_room(point, _ROOM)
    _draw(parent, free, _bar(free) if sign.presses else "", covers)


def _free(camera: Camera, sign: Sign, wished: list[Point], plane: Plane) -> list[Point]:
    if sign.about and len(wished) == len(sign.points) == 2:
        return placed(camera, sign, wished, plane)
    if sign.arrives and (ending := _ending(plane, wished)):
        return ending
    return _clear(plane, freest(plane, wished, CLEAR, [camera.point(point) for point in sign.strangers]))


# What weighs so much is never covered by a curve that can be shortened: a face, or what is lit. It keeps so much (cm).
_NEVER, _LEAST = 4.0, 18.0


def _clear(plane: Plane, points: list[Point]) -> list[Point]:
    """The longest piece of a curve that covers nothing that may not be covered; all of it when none is long enough."""
    if len(points) == 2 or plane.worst(spread(points)) < _NEVER:
        return points
    runs = [points[first:last] for first in range(len(points)) for last in range(first + 2, len(points) + 1)]
    clear = [run for run in runs if plane.worst(spread(run)) < _NEVER]
    longest = max(clear, key=_length, default=points)
    return longest if _length(longest) >= _LEAST else points


def _ending(plane: Plane, points: list[Point]) -> list[Point]:
    """The longest piece to the tip of a curve that covers nothing that may not be covered; none when it is short."""
    runs = (points[first:] for first in range(len(points) - 1))
    found = next((run for run in runs if plane.worst(spread(run)) < _NEVER), [])
    return found if _length(found) >= _LEAST else []


def _length(points: Sequence[Point]) -> float:
    return sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(points))


def _stretched(points: list[Point], longest: float) -> list[Point]:
    """An arrow that is foreshortened, drawn out to where it still reads as an arrow: a curve keeps its height.

    A straight one is cut to the longest it may be (cm).
    """
    (x0, y0), (x1, y1) = points[0], points[-1]
    size = hypot(x1 - x0, y1 - y0)
    if len(points) > 2:
        return _bowed(points if size >= _SHORTEST else _opened(points))
    if _SHORTEST <= size <= longest:
        return points
    dx, dy = ((x1 - x0) / size, (y1 - y0) / size) if size > 0.5 else (0.0, 1.0)
    long = max(_SHORTEST, min(size, longest))
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
    (x1, y1), (x2, y2) = _tip(points)
    size = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / size, (y2 - y1) / size
    x, y = x2 + ux * _BEYOND_TIP, y2 + uy * _BEYOND_TIP
    return line_through([(x - uy * _HALF_BAR, y + ux * _HALF_BAR), (x + uy * _HALF_BAR, y - ux * _HALF_BAR)])


def _draw(parent: Element, points: Sequence[Point], bar: str, has_border: bool) -> None:
    """Draw an arrow, with a bar at its tip or none."""
    (x1, y1), (x2, y2) = _tip(points)
    size = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / size, (y2 - y1) / size
    kept = [point for point in points[:-1] if hypot(point[0] - x2, point[1] - y2) > _HEAD] or [points[0]]
    shaft = line_through([*kept, (x2 - ux * _HEAD * 0.7, y2 - uy * _HEAD * 0.7)])
    x, y = x2 - ux * _HEAD, y2 - uy * _HEAD
    corners = [
        (x2 + ux, y2 + uy),
        (x - uy * _HALF_HEAD, y + ux * _HALF_HEAD),
        (x + uy * _HALF_HEAD, y - ux * _HALF_HEAD),
    ]
    head = polygon(corners)
    border = (("class", "sf-hl"), ("fill", "none"), ("stroke", LIGHT["bg"]), ("stroke-width", _BORDER))
    shaft_look = (("class", "sf-l"), ("fill", "none"), ("stroke", LIGHT["ar"]), ("stroke-width", _WIDTH))
    head_look = (("class", "sf-ar"), ("fill", LIGHT["ar"]), ("stroke", "none"))
    shaft += bar
    add_inks(parent, [Ink(shaft_look, shaft), Ink(head_look, head)])
    if has_border:  # Under all arrows: paths that look alike become one, where the first of them is.
        parent.insert(0, Element("path", {**dict(border), "d": shaft + head}))


def _tip(points: Sequence[Point]) -> tuple[Point, Point]:
    """Where an arrow's head comes from, and its tip: it points as the line goes, not as its last short piece does."""
    x, y = points[-1]
    far = [point for point in points[:-1] if hypot(point[0] - x, point[1] - y) > _HEAD * 0.8]
    return (far or points)[-1] if far else points[0], (x, y)
