"""The limbs on the far side of a body in profile, in darker colours of their own."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.portrait.rest_map import is_arm
from stretchguide.figure.portrait.tints import FAR
from stretchguide.figure.raster.arrays import Regions
from stretchguide.figure.raster.pixels import Pixels
from stretchguide.format.sides import SIDES

_GROIN = 80.0
"""Below so high on the body at rest (cm) all is leg but the arms."""


def darkened(pixels: Pixels, far: Collection[str]) -> Regions:
    """The regions of a picture, with darker ones on limbs whose parts are ``far`` (``right thigh``)."""
    mark, region = pixels.mark.reshape(3, -1), pixels.region.copy()
    flat = region.ravel()
    for side in SIDES:
        for part, belongs in (("upper arm", is_arm), ("thigh", lambda rest: (rest[1] < _GROIN) & ~is_arm(rest))):
            if f"{side} {part}" in far:
                here = np.nonzero(np.isin(flat, list(FAR)))[0]
                rest = mark[:, here]
                chosen = here[belongs(rest) & (rest[0] * SIGN[side] > 0)]
                flat[chosen] = [FAR[each] for each in flat[chosen].tolist()]
    return region
