"""The ghost of the step before: where the parts were that have moved, as a thin broken outline behind the body."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import numpy as np

from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import Attributes, Ink
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.raster.spans import nearest_faces
from stretchguide.figure.shapes.path_numbers import mm
from stretchguide.figure.trace.curve_text import path, steps_in_mm
from stretchguide.figure.trace.tracing import Finish, traced

# A part has moved when it went so far on the screen, in parts of the picture's longer side.
_MOVED = 0.012
# The ghost is looked at through a grid so many times as coarse as the body's, and drawn with few curves.
_COARSE = 2
_FINISH, _SPECK = Finish(sigma=2.0, tolerance=1.6, corner=8), 40
# The line and its dashes, in parts of the picture's longer side: what a phone shows as 1.6, 5 and 4 pixels.
_WIDTH, _DASH, _GAP = 0.0055, 0.017, 0.013


def ghost(scene: Scene, grid: Grid, looseness: float) -> Ink:
    """The ghost in a scene that is drawn on a grid, its curves so many times as loose; empty where nothing moved."""
    coarse = replace(
        grid, cell=grid.cell * _COARSE, width=ceil(grid.width / _COARSE), height=ceil(grid.height / _COARSE)
    )
    faces = _moved(scene, grid)
    if scene.before is None or not len(faces):
        return Ink((), "")
    corners = coarse.places(scene.camera, scene.before.skin.vertices)
    shown = nearest_faces(coarse, corners, np.concatenate([faces, faces[:, ::-1]])) >= 0
    region = shown.reshape(coarse.height, coarse.width).astype(np.int16)
    for edge in (region[0], region[-1], region[:, 0], region[:, -1]):
        edge[...] = 0
    return Ink(_look(coarse), "".join(map(path, traced(region, coarse, _FINISH.looser(looseness)).loops({1}, _SPECK))))


def _moved(scene: Scene, grid: Grid) -> np.ndarray[tuple[int, int], np.dtype[np.intp]]:
    """The faces of the skin that went somewhere else on the screen."""
    if scene.before is None:
        return np.empty((0, 3), np.intp)
    (x0, y0), (x1, y1) = scene.before.on_screen, scene.on_screen
    is_far = np.hypot(x1 - x0, y1 - y0) > _MOVED * _longer(grid)
    return scene.skin.faces[is_far[scene.skin.faces].all(1)].astype(np.intp)


def _longer(grid: Grid) -> float:
    return max(grid.width, grid.height) * grid.cell


def _look(grid: Grid) -> Attributes:
    """How a ghost is drawn."""
    steps = steps_in_mm(grid)
    width, dash, gap = (mm(part * _longer(grid) * steps) for part in (_WIDTH, _DASH, _GAP))
    scale = (("transform", f"scale({1 / steps:g})"),) if steps > 1 else ()
    return (
        ("class", "sf-l"),
        ("fill", "none"),
        ("stroke", LIGHT["ar"]),
        ("stroke-width", width),
        ("stroke-dasharray", f"{dash} {gap}"),
        *scale,
    )
