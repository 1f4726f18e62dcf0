"""A silhouette of the map's body of few points, for insets the size of a stamp.

The body is rasterised, its rim walked once round (Moore neighbours), and what a straight line says as well is left out
(the method of Douglas and Peucker).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import hypot

from stretchguide.figure.body.flesh import Ball, parts
from stretchguide.figure.muscles.map_body import MapView, map_body
from stretchguide.figure.shapes.geometry import Point, between, distance

RasterCell = tuple[int, int]

# Cells of the raster, and how far a point may lie off a straight line before it is kept (cm).
_CELL = 1.5
_OFF_LINE = 1.65
# Neighbouring balls that are nearer than this (cm) belong to one piece: two more are put between them.
_ONE_PIECE = 13.0
# The eight neighbours of a cell, once round.
_NEIGHBOURS: tuple[RasterCell, ...] = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
_LONGEST_WALK = 4000


@lru_cache(maxsize=2)
def small_silhouette(view: MapView) -> tuple[Point, ...]:
    """Control points of the outline of the standing body, in cm on the screen."""
    rim = _walk(_raster(view))
    half = len(rim) // 2
    kept = _simplified(rim[: half + 1])[:-1] + _simplified([*rim[half:], rim[0]])[:-1]
    return tuple((x * _CELL, y * _CELL) for x, y in kept)


def _raster(view: MapView) -> set[RasterCell]:
    """The cells whose middle lies in the body."""
    body = map_body(view)
    cells: set[RasterCell] = set()
    for part in parts(body.body, "map").values():
        for centre, radius in _filled(part.balls):
            x, y = body.camera.point(centre)
            columns = range(int((x - radius) / _CELL) - 1, int((x + radius) / _CELL) + 2)
            rows = range(int((y - radius) / _CELL) - 1, int((y + radius) / _CELL) + 2)
            cells.update((i, k) for i in columns for k in rows if hypot(i * _CELL - x, k * _CELL - y) <= radius)
    return cells


def _filled(balls: list[Ball]) -> list[Ball]:
    more = [
        (between(a, b, part), r + (s - r) * part)
        for (a, r), (b, s) in pairwise(balls)
        if distance(a, b) < _ONE_PIECE
        for part in (0.33, 0.66)
    ]
    return balls + more


def _walk(cells: set[RasterCell]) -> list[RasterCell]:
    """The rim of a connected set of cells, once round from its topmost cell."""
    start = min(cells, key=lambda cell: (cell[1], cell[0]))
    here, direction = start, 0
    rim: list[RasterCell] = []
    while len(rim) < _LONGEST_WALK:
        rim.append(here)
        for turn in range(8):
            ahead = (direction + 5 + turn) % 8
            cell = (here[0] + _NEIGHBOURS[ahead][0], here[1] + _NEIGHBOURS[ahead][1])
            if cell in cells:
                here, direction = cell, ahead
                break
        if here == start and len(rim) > 9:
            break
    return rim


def _simplified(line: list[RasterCell]) -> list[RasterCell]:
    """The line without points that lie nearly on a straight one between others."""
    if len(line) < 3:
        return line
    (x0, y0), (x1, y1) = line[0], line[-1]
    size = hypot(x1 - x0, y1 - y0) or 1.0
    off, index = max(
        (abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / size, i) for i, (x, y) in enumerate(line[1:-1], 1)
    )
    if off * _CELL <= _OFF_LINE:
        return [line[0], line[-1]]
    return _simplified(line[: index + 1])[:-1] + _simplified(line[index:])
