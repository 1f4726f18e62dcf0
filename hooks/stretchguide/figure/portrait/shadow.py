"""The shadow of a body where it rests: what is near the floor, or the top of a thing, laid flat on it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from stretchguide.figure.portrait.tints import SHADE, THING
from stretchguide.figure.raster.arrays import Floats, Mask, Regions, Whole
from stretchguide.figure.raster.grid import OnGrid
from stretchguide.figure.raster.masks import grown, window
from stretchguide.figure.raster.pixels import EMPTY, Pixels
from stretchguide.figure.raster.spans import nearest_faces
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.skin.posed_skin import PosedSkin
from stretchguide.figure.things.shapes import Prop

# What is so little above a level has a shadow on it, and so little below it still belongs to it (cm).
_ABOVE, _BELOW = 11.0, 3.0
# A shadow reaches so far beyond what is laid flat (cm on the screen).
_BEYOND = 1.4
# So near to a level (cm) lies what a pixel shows of it.
_ON_LEVEL = 0.6
# A level that is seen from flatter than this (sine) shows nothing.
_EDGE_ON = 0.03
_FLOOR = 0.0


def shadow(pixels: Pixels, camera: Camera, skin: PosedSkin, things: Iterable[Prop], top: Box | None = None) -> Regions:
    """A picture of `SHADE` where the shadow falls, under the body too; not beside the top that is all of the floor."""
    found = np.zeros(pixels.region.shape, np.int16)
    if camera.view[1] < _EDGE_ON:
        return found
    for level in sorted({_FLOOR, *_tops(things)}):
        over = skin.vertices[:, 1] - level
        is_near = (over > -_BELOW) & (over < _ABOVE)
        if top:
            is_near &= ((skin.vertices >= top.low) & (skin.vertices <= top.high))[:, ::2].all(1)
        near = skin.faces[is_near[skin.faces].all(1)].astype(np.intp)
        if len(near):
            flat = pixels.grid.places(camera, skin.vertices * (1.0, 0.0, 1.0) + (0.0, level, 0.0))
            found[_laid(pixels, flat, near) & _may_show(pixels, camera, level)] = SHADE
    for edge in (found[0], found[-1], found[:, 0], found[:, -1]):
        edge[...] = 0
    return found


def _tops(things: Iterable[Prop]) -> set[float]:
    """How high the level tops of things are (cm)."""
    heights = [{y for _, y, _ in face.corners} for prop in things for face in prop.faces]
    return {max(each) for each in heights if len(each) == 1}


def _laid(pixels: Pixels, flat: OnGrid, faces: Whole) -> Mask:
    """The pixels on which faces that are laid flat fall, and a little more."""
    both = np.concatenate([faces, faces[:, ::-1]])
    mask = (nearest_faces(pixels.grid, flat, both) >= 0).reshape(pixels.region.shape)
    rounds = max(1, round(_BEYOND / pixels.grid.cell))
    piece = window(mask, rounds)
    mask[piece] = grown(mask[piece], rounds)
    return mask


def _may_show(pixels: Pixels, camera: Camera, level: float) -> Mask:
    """Where a level is seen, or the body before it: no thing hides the floor, and a top ends where it ends."""
    is_free: Mask = pixels.region != THING
    if level == _FLOOR:
        return is_free
    found: Mask = np.abs(_heights(pixels, camera) - level) < _ON_LEVEL
    found |= is_free & (pixels.region != EMPTY)
    return found


def _heights(pixels: Pixels, camera: Camera) -> Floats:
    """How high what each pixel shows lies (cm)."""
    grid = pixels.grid
    up = -(grid.top + (np.arange(grid.height) + 0.5) * grid.cell) * camera.up[1] / camera.zoom
    found: Floats = up[:, None] + pixels.depth * camera.view[1]
    return found
