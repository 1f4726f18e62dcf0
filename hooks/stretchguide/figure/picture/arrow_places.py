"""Where a straight arrow stands on the drawing: at the edge of the part it speaks of, where it covers least.

It goes ahead of its part, beside it, or behind it; a push ends at what it pushes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from stretchguide.figure.ink.free_space import Plane, moved
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


def placed(camera: Camera, sign: Sign, wished: Sequence[Point], plane: Plane) -> list[Point]:
    """The tail and the tip of a straight arrow that runs as it is wished, where it covers least beside its part."""
    assert sign.about
    strangers = [camera.point(point) for point in sign.strangers]
    best: tuple[float, list[Point]] | None = None
    for cost, points in _places(plane, camera.point(sign.about), sign, wished):
        covered, found = moved(plane, points, CLEAR, strangers)
        if best is None or covered + cost < best[0]:
            best = covered + cost, found
    assert best
    return best[1]


def _places(plane: Plane, middle: Point, sign: Sign, wished: Sequence[Point]) -> Iterator[tuple[float, list[Point]]]:
    """The places for an arrow, and how much worse than the first each is."""
    (x0, y0), (x1, y1) = wished
    size = hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / size, (y1 - y0) / size

    def edge(across: float, along: float) -> Point:
        """Where the part ends that way, and a little farther."""
        way = (ux * along - uy * across, uy * along + ux * across)
        far = _edge(plane, middle, way, sign.reach + _BEYOND) + (CLEAR if across else _GAP)
        return middle[0] + way[0] * far, middle[1] + way[1] * far

    def line(tail: Point, before: float) -> list[Point]:
        x, y = tail[0] - ux * before * size, tail[1] - uy * before * size
        return [(x, y), (x + ux * size, y + uy * size)]

    ahead, behind = line(edge(0, 1), 0), line(edge(0, -1), 1)
    first, last = (behind, ahead) if sign.pushes else (ahead, behind)
    yield 0.0, first
    for across in sorted((1, -1), key=lambda across: across * ux):  # rather above a part than below it
        yield _BESIDE, line(edge(across, 0), 0.5)
    yield _FAR_END, last
    yield _ON_IT, line(middle, 0.5)


def _edge(plane: Plane, middle: Point, way: Point, most: float) -> float:
    """How far the body goes on from a place (cm), as it is drawn."""
    far = 0.0
    while far < most and plane.worst([(middle[0] + way[0] * far, middle[1] + way[1] * far)]) >= _BODY:
        far += _STEP
    return far
