"""Shirt and trousers: a layer over the body, cut straight at sleeve, collar, waist and hem."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.rest.material import Places, RestBone
from stretchguide.figure.rest.patchwork import Field, Patchwork, above, cut
from stretchguide.figure.rest.regions import BodyRegion

# The sleeve ends at this part of the upper arm; the other cuts, in cm over the floor. The collar is lower in front: its
# plane rises by so many cm for each cm backwards; farther out than the last, the shoulder is covered.
_SLEEVE = 0.62
_HEM, _WAIST = 13.5, 101.0
_COLLAR, _COLLAR_RISES, _COLLAR_OUT = 145.2, 0.62, 9.0
_THICK = 0.5
"""Of the cloth over its layer, in cm."""
_COVERED = 0.7
"""Skin that lies so far inside the edges of the clothes is not seen (cm)."""
_FAR = 50.0
"""What a cut does not concern is so far from it."""


def _on_arms(work: Patchwork, bones: Mapping[str, RestBone]) -> NDArray[np.bool_]:
    """Which vertices follow an arm more than the trunk."""
    is_arm = np.array([name.startswith(("upperarm", "lowerarm", "wrist", "metacarpal", "finger")) for name in bones])
    found: NDArray[np.bool_] = work.weights[:, is_arm].sum(1) > 0.5
    return found


def _sleeve(bones: Mapping[str, RestBone], work: Patchwork) -> Field:
    shoulder, elbow = (np.array(bones[name].head) for name in ("upperarm01.L", "lowerarm01.L"))
    way = elbow - shoulder
    size = np.sqrt((way * way).sum())
    places = work.places * np.where(work.places[:, :1] < 0, (-1, 1, 1), (1, 1, 1))
    off = (places - shoulder) * way
    return np.where(_on_arms(work, bones), size * _SLEEVE - off.sum(1) / size, _FAR)


def _collar(bones: Mapping[str, RestBone], work: Patchwork) -> Field:
    across, up, ahead = work.places.T
    plane = (_COLLAR - _COLLAR_RISES * ahead - up) / np.hypot(1, _COLLAR_RISES)
    field = np.maximum(plane, np.abs(across) - _COLLAR_OUT)
    return np.where((up > _WAIST) & ~_on_arms(work, bones), field, _FAR)


def _hem(work: Patchwork) -> Field:
    return work.places[:, 1] - _HEM


def _waist(work: Patchwork) -> Field:
    return work.places[:, 1] - _WAIST


def clothes(layer: Patchwork, bones: Mapping[str, RestBone], normals: Places) -> Patchwork:
    """What of the layer is worn: shirt and trousers."""
    worn = Patchwork(layer.places, layer.places + normals * _THICK, layer.weights, layer.faces, layer.regions)
    for edge in (partial(_sleeve, bones), partial(_collar, bones), _hem):
        worn, field = cut(worn, edge(worn))
        worn = worn.shown(above(worn, field))
    worn, field = cut(worn, _waist(worn))
    is_shirt = above(worn, field)
    return worn.coloured(is_shirt, BodyRegion.SHIRT).coloured(~is_shirt, BodyRegion.TROUSERS)


def bare(skin: Patchwork, bones: Mapping[str, RestBone]) -> Patchwork:
    """What of the skin no cloth hides."""
    covered = np.minimum(np.minimum(_sleeve(bones, skin), _collar(bones, skin)), _hem(skin))
    return skin.shown(skin.corners(covered).min(1) < _COVERED)
