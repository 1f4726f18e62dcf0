"""The grid of pixels that lies over a piece of the screen, and where corners in space fall on it.

Places are rounded before anything is decided by them: the last digits of a product differ between machines.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from typing import NamedTuple

import numpy as np

from stretchguide.figure.raster.arrays import Floats
from stretchguide.figure.shapes.geometry import Camera, ScreenBox, Vector

DIGITS = 4
"""Of a place on the grid, in pixels, and of a depth, in cm."""


class OnGrid(NamedTuple):
    """Corners as the grid has them."""

    x: Floats
    """To the right, in pixels."""
    y: Floats
    """Down, in pixels."""
    depth: Floats
    """Towards the eye, in cm: the greater covers the other."""


@dataclass(frozen=True)
class Grid:
    """Square pixels over a box of the screen."""

    left: float
    top: float
    cell: float
    """The side of a pixel, in cm."""
    width: int
    height: int
    """In pixels."""

    def places(self, camera: Camera, points: Floats) -> OnGrid:
        """Where places of the room (cm) fall, and how near they are."""
        x, y = camera.zoom * _along(points, camera.right), -camera.zoom * _along(points, camera.up)
        return OnGrid(
            np.round((x - self.left) / self.cell, DIGITS),
            np.round((y - self.top) / self.cell, DIGITS),
            np.round(_along(points, camera.view), DIGITS),
        )


def grid_over(box: ScreenBox, longer: int, most: int = 1_000_000) -> Grid:
    """A grid over a box (left, top, right, bottom in cm) whose longer side has at most so many pixels, and all so many.

    Round it lies one row of pixels more, which nothing is drawn on: every outline is closed.
    """
    left, top, right, bottom = box
    cell = round(max(max(right - left, bottom - top) / longer, sqrt((right - left) * (bottom - top) / most)), 6)
    width, height = (ceil(size / cell) + 2 for size in (right - left, bottom - top))
    return Grid(left - cell, top - cell, cell, width, height)


def _along(points: Floats, way: Vector) -> Floats:
    """How far along a way points lie. Sums one by one: a matrix product adds in an order of its own on each machine."""
    x, y, z = way
    found: Floats = points[:, 0] * x + points[:, 1] * y + points[:, 2] * z
    return found
