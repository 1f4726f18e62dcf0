"""The ghost of the step before: where the parts were that have moved, as a thin broken outline behind the body."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import numpy as np

from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import Attributes, Ink
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.portrait.line_art import LineArt
from stretchguide.figure.portrait.tints import BODY
from stretchguide.figure.raster.arrays import Mask
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.raster.masks import grown
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


# Beside the body a ghost is so broad somewhere, in parts of the picture's longer side: what is narrower peeps out like
# a second outline and says nothing. From there on it is drawn for so far (cm), as a hand beyond its forearm.
_BROAD, _GOES_ON = 0.022, 22.0
# Of what is left out, behind the body so much is too (pixels of the ghost's grid), so that no line shows at its edge.
_WITHIN = 2


def ghost(scene: Scene, art: LineArt) -> Ink:
    """The ghost in a scene, beside its body's line art; empty where nothing moved, or nothing that is worth a line."""
    grid = art.pixels.grid
    coarse = replace(
        grid, cell=grid.cell * _COARSE, width=ceil(grid.width / _COARSE), height=ceil(grid.height / _COARSE)
    )
    shown = shape(scene, art, coarse)
    if not shown.any():
        return Ink((), "")
    tracing = traced(shown.astype(np.int16), coarse, _FINISH.looser(art.looseness))
    return Ink(_look(coarse), "".join(map(path, tracing.loops({1}, _SPECK))))


def shape(scene: Scene, art: LineArt, coarse: Grid) -> Mask:
    """What a ghost takes on a coarse grid, a little of it behind the body; nothing at the edge of the picture."""
    faces = _moved(scene, art.pixels.grid)
    if scene.before is None or not len(faces):
        return np.zeros((coarse.height, coarse.width), np.bool_)
    corners = coarse.places(scene.camera, scene.before.skin.vertices)
    nearest = nearest_faces(coarse, corners, np.concatenate([faces, faces[:, ::-1]]))
    shown: Mask = nearest.reshape(coarse.height, coarse.width) >= 0
    for edge in (shown[0], shown[-1], shown[:, 0], shown[:, -1]):
        edge[...] = False
    own = np.isin(art.pixels.region[::_COARSE, ::_COARSE], tuple(BODY))
    kept = _broad(shown & ~own, coarse)
    if not kept.any():
        return kept
    return shown & (grown(kept, _WITHIN + 1) | grown(own, -_WITHIN))


def _broad(free: Mask, grid: Grid) -> Mask:
    """The pieces of a mask that are broad somewhere, as far as they go on from there."""
    half = round(_BROAD * _longer(grid) / grid.cell / 2)
    kept = grown(free, -half)
    if kept.any():
        for _ in range(half + round(_GOES_ON / grid.cell)):
            kept = grown(kept, 1) & free
    return kept


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
