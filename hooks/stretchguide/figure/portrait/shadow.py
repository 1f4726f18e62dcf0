"""The shadow of a body where it meets the floor: what is near the floor, laid flat on it."""

from __future__ import annotations

import numpy as np

from stretchguide.figure.portrait.tints import SHADE
from stretchguide.figure.raster.arrays import Regions
from stretchguide.figure.raster.masks import grown, window
from stretchguide.figure.raster.pixels import Pixels
from stretchguide.figure.raster.spans import nearest_faces
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.skin.posed_skin import PosedSkin

# What is lower than this touches the floor, or nearly (cm); its shadow reaches so far beyond it (cm on the screen).
_NEAR_FLOOR, _BEYOND = 6.0, 2.0


def shadow(pixels: Pixels, camera: Camera, skin: PosedSkin) -> Regions:
    """A picture of `SHADE` where the shadow falls, under the body too."""
    low = skin.faces[(skin.vertices[:, 1] < _NEAR_FLOOR)[skin.faces].all(1)].astype(np.intp)
    found = np.zeros(pixels.region.shape, np.int16)
    if not len(low):
        return found
    flat = pixels.grid.places(camera, skin.vertices * (1.0, 0.0, 1.0))
    mask = (nearest_faces(pixels.grid, flat, np.concatenate([low, low[:, ::-1]])) >= 0).reshape(found.shape)
    rounds = round(_BEYOND / pixels.grid.cell)
    piece = window(mask, rounds)
    mask[piece] = grown(mask[piece], rounds)
    for edge in (mask[0], mask[-1], mask[:, 0], mask[:, -1]):
        edge[...] = False
    found[mask] = SHADE
    return found
