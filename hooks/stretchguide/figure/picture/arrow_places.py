"""Where a straight arrow stands on the drawing: at the edge of the part it speaks of, where it covers least.

It goes ahead of its part, beside it, or behind it; a push ends at what it pushes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import dist, hypot
from statistics import fmean

from stretchguide.figure.ink.free_space import Plane, band, moved, spread
from stretchguide.figure.picture.arrows import Sign
from stretchguide.figure.shapes.geometry import Camera, Point

# What an arrow needs to both sides of its line, and between itself and its part (cm).
CLEAR = 6.0
_GAP = 2.0
# It is looked for with steps of this size (cm) where a part ends; beyond its reach it ends after so much at the latest.
_STEP, _BEYOND = 1.5, 6.0
# A cell that weighs so much is body.
_BODY = 1.0
# How much worse than its usual place each other one is, in covered cells: beside the part, on its far end, on it.
_BESIDE, _FAR_END, _ON_IT = 4.0, 6.0, 9.0
# Behind a chest that is seen so much from the side (sine) one stands worse than before it.
_BEHIND_IT, _FROM_SIDE = 6.0, 0.3
# One that shows how its part came there does not lead on from it, if there is any other place.
_LEADS_ON = 14.0
# And how much worse a place is before which another part of the body lies.
_OTHER_PART = 10.0
# How much worse it is to stand beside another part, and how near that is (cm).
_STRANGER, _BESIDE_IT = 9.0, 18.0
# What each cm costs by which an arrow stands farther from its part than this (cm).
_OFF, _NEAR_IT = 1.2, 8.0


def placed(camera: Camera, sign: Sign, wished: Sequence[Point], plane: Plane) -> list[Point]:
    """The tail and the tip of a straight arrow that runs as it is wished, where it covers least beside its part."""
    assert sign.about
    strangers = [camera.point(point) for point in sign.strangers]
    best: tuple[float, list[Point]] | None = None
    middle = camera.point(sign.about)
    ahead = camera.point(sign.faces) if sign.faces else (0.0, 0.0)
    has_front = hypot(*ahead) > _FROM_SIDE
    outwards = ahead if has_front else _outwards(middle, strangers)
    inner_worse = _BEHIND_IT if has_front else 0.0
    for worse, points in _places(plane, middle, sign, wished, outwards, inner_worse=inner_worse):
        covered, found = moved(plane, points, CLEAR, strangers)
        off = max(0.0, min(dist(middle, point) for point in spread(found)) - sign.reach - _NEAR_IT)
        cost = covered + worse + _OFF * off + _STRANGER * _is_beside(found, middle, strangers, sign.breadth)
        if best is None or cost < best[0]:
            best = cost, found
    assert best
    on_it = _on_chest(camera, sign, wished, plane) if best[0] > _CROWDED else None
    return on_it or best[1]


# Where a place costs more than this, arms are in the way beside a chest: then one that goes up or down stands on the
# trunk, below what is never covered, if that shows its front so much (cosine). So far down it is looked for (cm).
_CROWDED, _SHOWS_FRONT, _DOWN_TRUNK = 20.0, 0.5, 24.0
_NEVER = 4.0


def _on_chest(camera: Camera, sign: Sign, wished: Sequence[Point], plane: Plane) -> list[Point] | None:
    """Tail and tip on the trunk, nearest its chest; None where that is not seen from ahead or has no room."""
    if not (sign.is_upright and sign.about and sign.faces) or camera.depth(sign.faces) < _SHOWS_FRONT:
        return None
    (x, y), (_, y0), (_, y1) = camera.point(sign.about), *wished
    half, off = (y1 - y0) / 2, 0.0
    while off < _DOWN_TRUNK:
        points = [(x, y + off - half), (x, y + off + half)]
        if plane.worst(band(points, _GAP)) < _NEVER:
            return points
        off += _STEP
    return None


def _is_beside(points: Sequence[Point], middle: Point, strangers: Sequence[Point], breadth: float) -> bool:
    """Whether an arrow stands beside another part, which is nearer to it than its own one, which is so broad (cm)."""
    own, *others = (min(dist(each, point) for point in points) for each in (middle, *strangers))
    return any(other < min(own - breadth, _BESIDE_IT) for other in others)


def _outwards(middle: Point, strangers: Sequence[Point]) -> Point:
    """The way from the other parts to an arrow's own one: to the toes of a foot, rather than to its heel."""
    if not strangers:
        return 0.0, -1.0
    x, y = (fmean(values) for values in zip(*strangers, strict=True))
    return middle[0] - x, middle[1] - y


def _places(
    plane: Plane, middle: Point, sign: Sign, wished: Sequence[Point], outwards: Point, *, inner_worse: float
) -> Iterator[tuple[float, list[Point]]]:
    """The places for an arrow, and how much worse than the first each is."""
    (x0, y0), (x1, y1) = wished
    size = hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / size, (y1 - y0) / size

    def line(across: float, along: float, before: float) -> tuple[float, list[Point]]:
        """The arrow where the part ends that way, and what it costs that another part begins there."""
        way = (ux * along - uy * across, uy * along + ux * across)
        most = sign.reach + _BEYOND
        far = _edge(plane, middle, way, most)
        off = far + (CLEAR if across else _GAP)
        x, y = middle[0] + way[0] * off - ux * before * size, middle[1] + way[1] * off - uy * before * size
        return _OTHER_PART if far >= most else 0.0, [(x, y), (x + ux * size, y + uy * size)]

    ahead, behind = line(0, 1, 0), line(0, -1, 1)
    out = uy * outwards[0] - ux * outwards[1]
    outer, inner = (line(across, 0, 0.5) for across in ((-1, 1) if out > 0 else (1, -1)))
    first, last = (behind, ahead) if sign.pushes or sign.arrives else (ahead, behind)
    worse = (0.0, _BESIDE, _BESIDE + inner_worse, _LEADS_ON if sign.arrives else _FAR_END)
    for cost, (more, points) in zip(worse, (first, outer, inner, last), strict=True):
        yield cost + more, points
    x, y = middle[0] - ux * size / 2, middle[1] - uy * size / 2
    yield _ON_IT, [(x, y), (x + ux * size, y + uy * size)]


def _edge(plane: Plane, middle: Point, way: Point, most: float) -> float:
    """How far the body goes on from a place (cm), as it is drawn."""
    far = 0.0
    while far < most and plane.worst([(middle[0] + way[0] * far, middle[1] + way[1] * far)]) >= _BODY:
        far += _STEP
    return far


# One that presses goes aside until it is free: so far at least and at most, with steps of the size of a cell (cm). What
# a cm away costs, in covered cells.
_NEAREST, _FARTHEST, _CELL, _AWAY = 6.0, 30.0, 3.0, 0.3


def pressing(camera: Camera, sign: Sign, wished: Sequence[Point], plane: Plane) -> list[Point]:
    """Tail and tip of an arrow that presses: beside its part, and it ends at what that presses against."""
    assert sign.about
    (x0, y0), (x1, y1) = wished
    size = hypot(x1 - x0, y1 - y0) or 1.0
    across = -(y1 - y0) / size, (x1 - x0) / size
    strangers = [camera.point(point) for point in sign.strangers]
    middle = camera.point(sign.about)

    def beside(off: float) -> list[Point]:
        return [(x + across[0] * off, y + across[1] * off) for x, y in wished]

    def cost(off: float) -> float:
        points = beside(off)
        covered = plane.along(band(points, CLEAR)) + abs(off) * _AWAY
        return covered + _STRANGER * _is_beside(points, middle, strangers, sign.breadth)

    steps = range(round((_FARTHEST - _NEAREST) / _CELL) + 1)
    return beside(min((way * (_NEAREST + step * _CELL) for step in steps for way in (1, -1)), key=cost))
