"""Meshes as pixels: the nearest face wins, to the pixel, and each pixel knows the spot that it shows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchguide.figure.raster.arrays import Floats, Whole
from stretchguide.figure.raster.grid import Grid, OnGrid, grid_over
from stretchguide.figure.raster.meshes import Mesh, together, two_sided
from stretchguide.figure.raster.pixels import EMPTY, pixels_of
from stretchguide.figure.raster.spans import nearest_faces
from stretchguide.figure.shapes.geometry import Camera

FRONT = Camera(0, 0)
GRID = Grid(0, 0, 1, 24, 18)


def square(depth: float, region: int, low: float = 2.0, high: float = 10.0) -> Mesh:
    """A square before the eye, from (low, low) to (high, high) cm on the screen."""
    places = np.array([(low, -low, depth), (low, -high, depth), (high, -high, depth), (high, -low, depth)])
    faces = np.array([(0, 1, 2), (0, 2, 3)], np.intp)
    return Mesh(places, faces, np.full(2, region), places)


def naive(grid: Grid, corners: OnGrid, faces: Whole) -> Floats:
    """By face and pixel, how near it is; very far where it is not. Pixel by pixel: what spans have to agree with."""
    x, y = (each.ravel() + 0.5 for each in np.meshgrid(np.arange(grid.width), np.arange(grid.height)))
    found = np.full((len(faces), len(x)), -1e9)
    for number, face in enumerate(faces):
        (x0, x1, x2), (y0, y1, y2), depth = corners.x[face], corners.y[face], corners.depth[face]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if area >= 0:
            continue
        second = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
        third = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
        here = depth[0] + second * (depth[1] - depth[0]) + third * (depth[2] - depth[0])
        is_in = (second >= 0) & (third >= 0) & (second + third <= 1)
        found[number, is_in] = here[is_in]
    return found


def test_a_square_covers_its_pixels() -> None:
    region = pixels_of(GRID, FRONT, square(0, 5)).region
    assert (region[2:10, 2:10] == 5).all()
    assert np.count_nonzero(region) == 64


def test_the_nearer_hides_the_farther() -> None:
    both = together([square(3, 5), square(7, 6, 5, 14)])
    region = pixels_of(GRID, FRONT, both).region
    assert (region[5:14, 5:14] == 6).all()
    assert region[3, 3] == 5


def test_who_looks_from_behind_sees_nothing_but_of_what_has_two_sides() -> None:
    back = Camera(180, 0)
    grid = grid_over((-12, 0, 0, 12), 24)
    assert not pixels_of(grid, back, square(0, 5)).region.any()
    assert pixels_of(grid, back, two_sided(square(0, 5))).region.any()


def test_a_pixel_knows_its_spot() -> None:
    pixels = pixels_of(GRID, FRONT, square(4, 5))
    assert pixels.mark[:, 6, 3] == pytest.approx((3.5, -6.5, 4), abs=1e-4)
    assert pixels.depth[6, 3] == pytest.approx(4)


def test_nothing_is_empty() -> None:
    nothing = Mesh(np.empty((0, 3)), np.empty((0, 3), np.intp), np.empty(0, np.intp), np.empty((0, 3)))
    assert (pixels_of(GRID, FRONT, nothing).region == EMPTY).all()


def test_a_row_round_the_picture_stays_empty() -> None:
    region = pixels_of(GRID, FRONT, square(0, 5, -40, 40)).region
    assert region[1:-1, 1:-1].all()
    assert not any(edge.any() for edge in (region[0], region[-1], region[:, 0], region[:, -1]))


@given(st.integers(0, 2**32 - 1))
def test_spans_agree_with_every_pixel_asked(seed: int) -> None:
    chance = np.random.default_rng(seed)
    x, y, depth = (chance.uniform(-4, 26, 18), chance.uniform(-4, 22, 18), chance.uniform(0, 100, 18))
    corners = OnGrid(*(each.round(2) + 0.0037 for each in (x, y, depth)))
    faces = chance.integers(0, 18, (12, 3))
    found, depths = nearest_faces(GRID, corners, faces), naive(GRID, corners, faces)
    shown = np.where(found >= 0, depths[found, np.arange(len(found))], -1e9)
    assert np.count_nonzero(shown < depths.max(0) - 0.1) <= len(found) * 0.02, "but on edges"


def test_a_grid_keeps_what_lies_in_its_box() -> None:
    grid = grid_over((-10, -40, 30, 60), 200)
    places: Floats = np.array([(-10, 40, 0), (30, -60, 0)], float)
    on_grid = grid.places(FRONT, places)
    assert (on_grid.x >= 1).all()
    assert (on_grid.x <= grid.width - 1).all()
    assert (on_grid.y >= 1).all()
    assert (on_grid.y <= grid.height - 1).all()
