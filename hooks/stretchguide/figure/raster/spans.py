"""An exact depth test by spans: all rows of all faces at once, then all pixels of all rows.

Each face is cut into rows of pixels, each row into pixels; a stable sort by depth lets the nearest be written last.
(The edges are those of the usual scan conversion of triangles, with the middle of a pixel as its place.)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.raster.arrays import Floats, Short, Whole
from stretchguide.figure.raster.grid import Grid, OnGrid

# A face that is seen from its edge has less area than this (square pixels) and is left out.
_NO_AREA = 1e-9
# Depth is sorted in so many steps: 0.05 mm each over three metres.
_DEPTH_STEPS = 65535


class Triangles(NamedTuple):
    """The faces that cover the middle of a pixel at least, with their corners sorted from top to bottom."""

    number: Whole
    """Of the face among all."""
    x: tuple[Short, Short, Short]
    y: tuple[Short, Short, Short]
    rows: tuple[Whole, Whole]
    """The first row, and the one after the last."""
    depth: tuple[Short, Short, Short]
    """As a flat function of the pixel: at the corner of the grid, and how it grows by column and by row."""


class Spans(NamedTuple):
    """Rows of pixels, each of one face."""

    triangle: Whole
    row: Whole
    first: Whole
    """Column of the first pixel."""
    breadth: Whole
    """In pixels."""


def nearest_faces(grid: Grid, corners: OnGrid, faces: Whole) -> Whole:
    """By pixel, row after row, the number of the face that is nearest to the eye; -1 where there is none."""
    triangles = _triangles(grid, corners, faces)
    spans = _spans(grid, triangles)
    owner = np.repeat(spans.triangle, spans.breadth)
    column = _counted(spans.first, spans.breadth)
    start, by_column, by_row = triangles.depth
    row_depth = start[spans.triangle] + by_row[spans.triangle] * spans.row.astype(np.float32)
    depth = np.repeat(row_depth, spans.breadth) + by_column[owner] * column.astype(np.float32)
    order = np.argsort(_steps(depth), kind="stable")
    pixel = column + np.repeat(spans.row * grid.width, spans.breadth)
    found = np.full(grid.width * grid.height, -1, np.intp)
    found[pixel[order]] = triangles.number[owner[order]]
    return found


def _steps(depth: Short) -> NDArray[np.uint16]:
    """Depth as whole steps: those sort fast."""
    if not depth.size:
        return depth.astype(np.uint16)
    least = depth.min()
    scale = np.float32(_DEPTH_STEPS / (float(depth.max() - least) + 1e-9))
    steps: NDArray[np.uint16] = ((depth - least) * scale).astype(np.uint16)
    return steps


def _triangles(grid: Grid, corners: OnGrid, faces: Whole) -> Triangles:
    one, two, three = np.ascontiguousarray(faces.T)
    x = tuple(corners.x[each].astype(np.float32) for each in (one, two, three))
    y = tuple(corners.y[each].astype(np.float32) for each in (one, two, three))
    low, high = _between_middles(y)
    left, right = _between_middles(x)
    kept = np.nonzero(
        (_area(x, y) < -_NO_AREA)
        & (high > np.maximum(low, 0))
        & (low < grid.height)
        & (right > np.maximum(left, 0))
        & (left < grid.width)
    )[0]
    x, y = tuple(each[kept] for each in x), tuple(each[kept] for each in y)
    depth = _flat(x, y, [corners.depth[each[kept]] for each in (one, two, three)])
    rows = (np.maximum(low[kept], 0).astype(np.intp), np.minimum(high[kept], grid.height).astype(np.intp))
    return Triangles(kept, *_from_the_top(x, y), rows, depth)


def _between_middles(values: tuple[Short, ...]) -> tuple[Short, Short]:
    """The first pixel whose middle lies in what three values span, and the one after the last."""
    one, two, three = values
    low = np.minimum(np.minimum(one, two), three)
    high = np.maximum(np.maximum(one, two), three)
    return np.ceil(low - np.float32(0.5)), np.ceil(high - np.float32(0.5))


def _area(x: tuple[Short, ...], y: tuple[Short, ...]) -> Floats:
    """Twice the area of each face on the grid; below 0 where it faces the eye (the grid counts down)."""
    (x0, x1, x2), (y0, y1, y2) = x, y
    area: Floats = (x1 - x0.astype(float)) * (y2 - y0) - (x2 - x0.astype(float)) * (y1 - y0)
    return area


def _flat(x: tuple[Short, ...], y: tuple[Short, ...], values: list[Floats]) -> tuple[Short, Short, Short]:
    """What three corners have, as a flat function of the pixel's middle: at column and row 0, by column, by row."""
    (x0, x1, x2), (y0, y1, y2), (z0, z1, z2) = x, y, values
    area = _area(x, y)
    by_column = ((z1 - z0) * (y2 - y0) - (z2 - z0) * (y1 - y0)) / area
    by_row = ((x1 - x0) * (z2 - z0) - (x2 - x0) * (z1 - z0)) / area
    start = z0 - by_column * (x0 - 0.5) - by_row * (y0 - 0.5)
    return start.astype(np.float32), by_column.astype(np.float32), by_row.astype(np.float32)


def _from_the_top(
    x: tuple[Short, ...], y: tuple[Short, ...]
) -> tuple[tuple[Short, Short, Short], tuple[Short, Short, Short]]:
    """The corners of each face, the highest first."""
    order = np.argsort(np.stack(y), axis=0, kind="stable")
    sorted_x, sorted_y = (np.take_along_axis(np.stack(each), order, axis=0) for each in (x, y))
    return (sorted_x[0], sorted_x[1], sorted_x[2]), (sorted_y[0], sorted_y[1], sorted_y[2])


def _spans(grid: Grid, triangles: Triangles) -> Spans:
    """Every row of every face, cut off at the edges of the grid."""
    first_row, last_row = triangles.rows
    count = last_row - first_row
    owner = np.repeat(np.arange(len(count)), count)
    row = _counted(first_row, count)
    one, other = _crossings(triangles, owner, row.astype(np.float32) + np.float32(0.5))
    first = np.maximum(np.ceil(np.minimum(one, other) - np.float32(0.5)), 0).astype(np.intp)
    after = np.minimum(np.ceil(np.maximum(one, other) - np.float32(0.5)), grid.width).astype(np.intp)
    kept = np.nonzero(after > first)[0]
    return Spans(owner[kept], row[kept], first[kept], after[kept] - first[kept])


def _crossings(triangles: Triangles, owner: Whole, height: Short) -> tuple[Short, Short]:
    """Where the middle of a row crosses the long edge of its face, and where one of its two short edges."""
    (x0, x1, x2), (y0, y1, y2) = triangles.x, triangles.y
    long, upper, lower = _slope(x0, x2, y0, y2), _slope(x0, x1, y0, y1), _slope(x1, x2, y1, y2)
    is_upper = height < y1[owner]
    from_top = height - y0[owner]
    short = np.where(is_upper, x0[owner] + from_top * upper[owner], x1[owner] + (height - y1[owner]) * lower[owner])
    return x0[owner] + from_top * long[owner], short


def _slope(x0: Short, x1: Short, y0: Short, y1: Short) -> Short:
    """Columns for each row along an edge; a level edge crosses no middle of a row, so that any number does."""
    rise = y1 - y0
    return ((x1 - x0) / np.where(rise > np.float32(1e-12), rise, np.float32(1))).astype(np.float32)


def _counted(first: Whole, count: Whole) -> Whole:
    """`first`, `first` + 1 and so on, `count` of them, one row after the other."""
    ends = np.cumsum(count)
    total = int(ends[-1]) if len(ends) else 0
    counted: Whole = np.arange(total) - np.repeat(ends - count - first, count)
    return counted
