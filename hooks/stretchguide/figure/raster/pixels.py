"""What each pixel of a grid shows: the region of the nearest face, and the mark of the spot it shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stretchguide.figure.raster.arrays import Floats, Regions, Short, Whole
from stretchguide.figure.raster.grid import Grid, OnGrid
from stretchguide.figure.raster.meshes import Mesh
from stretchguide.figure.raster.spans import nearest_faces
from stretchguide.figure.shapes.geometry import Camera

EMPTY = 0
"""The region of a pixel that shows nothing."""


@dataclass(frozen=True)
class Pixels:
    """A picture of meshes, row by row; its arrays have the height and width of its grid."""

    grid: Grid
    region: Regions
    depth: Short
    """Towards the eye, in cm; very small where there is nothing."""
    mark: Short
    """(3, height, width): what the corners of the face say, at this spot."""


_FAR_AWAY = np.float32(-1e6)


def pixels_of(grid: Grid, camera: Camera, mesh: Mesh) -> Pixels:
    """Solids as the camera sees them."""
    corners = grid.places(camera, mesh.places)
    every = nearest_faces(grid, corners, mesh.faces)
    shown = np.nonzero(every >= 0)[0]
    face = every[shown]
    values = _at_pixels(grid, corners, mesh, shown, face)
    shape = (grid.height, grid.width)
    depth, mark = _spread(values[:1], shown, shape, _FAR_AWAY)[0], _spread(values[1:], shown, shape, np.float32(0))
    region = np.zeros(shape, np.int16)
    region.ravel()[shown] = mesh.regions[face]
    for edge in (region[0], region[-1], region[:, 0], region[:, -1]):
        edge[...] = EMPTY
    return Pixels(grid, region, depth, mark)


def _spread(values: Short, shown: Whole, shape: tuple[int, int], empty: np.float32) -> Short:
    """Values of the pixels that show something, on the whole grid."""
    found = np.full((len(values), shape[0] * shape[1]), empty, np.float32)
    found[:, shown] = values
    return found.reshape(len(values), *shape)


def _at_pixels(grid: Grid, corners: OnGrid, mesh: Mesh, shown: Whole, face: Whole) -> Short:
    """Depth and mark of each pixel (4, count): a flat function of its place for each face, worked out once a face."""
    used, owner = np.unique(face, return_inverse=True)
    x, y, values, area = _corners_of(corners, mesh, mesh.faces[used])
    x0, y0 = np.floor(x[0]), np.floor(y[0])  # Counted from beside the face: small numbers lose less.
    first, second = values[1] - values[0], values[2] - values[0]
    by_column = (first * (y[2] - y[0]) - second * (y[1] - y[0])) / area
    by_row = (second * (x[1] - x[0]) - first * (x[2] - x[0])) / area
    start = values[0] - by_column * (x[0] - x0 - 0.5) - by_row * (y[0] - y0 - 0.5)
    right = ((shown % grid.width) - x0[owner]).astype(np.float32)
    down = ((shown // grid.width) - y0[owner]).astype(np.float32)
    flat = [each.astype(np.float32) for each in (start, by_column, by_row)]
    return np.stack([a[owner] + b[owner] * right + c[owner] * down for a, b, c in zip(*flat, strict=True)])


def _corners_of(corners: OnGrid, mesh: Mesh, faces: Whole) -> tuple[list[Floats], list[Floats], list[Floats], Floats]:
    """Of faces, the three corners' columns, rows and values (4 each), and twice the area."""
    x = [corners.x[each] for each in faces.T]
    y = [corners.y[each] for each in faces.T]
    values = [np.stack([corners.depth[each], *mesh.marks[each].T]) for each in faces.T]
    area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])
    return x, y, values, area
