"""Shirt and trousers: a layer over the body, cut straight at sleeve, collar, waist and hem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.rest.material import Places, RestBone
from stretchguide.figure.rest.patchwork import Field, Patchwork, above, cut
from stretchguide.figure.rest.regions import BodyRegion

HEM, WAIST = 13.5, 101.0
"""So high over the floor trousers end, and shirt meets trousers (cm)."""
COLLAR_MIDDLE = (0.0, 147.5, 4.0)
"""Of the ball by which the collar is cut: it meets chest, shoulders and nape squarely (cm)."""
# The sleeve ends at this part of the upper arm.
_SLEEVE, _COLLAR_RADIUS = 0.62, 10.0
_THICK, _AT_EDGES, _TAPER = 0.5, -0.3, 3.0
"""Of the cloth over its layer, in cm: so far from its edges, and at them, where it lies on the skin."""
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


def _collar(work: Patchwork) -> Field:
    off = work.places - np.array(COLLAR_MIDDLE)
    return np.where(off[:, 1] > 0, -_FAR, np.sqrt((off * off).sum(1)) - _COLLAR_RADIUS)


def _hem(work: Patchwork) -> Field:
    return work.places[:, 1] - HEM


def _waist(work: Patchwork) -> Field:
    return work.places[:, 1] - WAIST


def clothes(layer: Patchwork, bones: Mapping[str, RestBone], normals: Places) -> Patchwork:
    """What of the layer is worn: shirt and trousers."""
    worn = replace(layer, drawn=layer.places + normals * _thickness(_covered(bones, layer))[:, None])
    for edge in (partial(_sleeve, bones), _collar, _hem):
        worn, field = cut(worn, edge(worn))
        worn = worn.shown(above(worn, field))
    worn, field = cut(worn, _waist(worn))
    is_shirt = above(worn, field)
    return worn.coloured(is_shirt, BodyRegion.SHIRT).coloured(~is_shirt, BodyRegion.TROUSERS)


def _thickness(inside: Field) -> Field:
    """How thick the cloth is where it is so far inside its edges (cm)."""
    part = np.clip(inside / _TAPER, 0, 1)
    return _AT_EDGES + (_THICK - _AT_EDGES) * part * part * (3 - 2 * part)


def _covered(bones: Mapping[str, RestBone], work: Patchwork) -> Field:
    """How far inside the edges of the clothes each vertex is."""
    return np.minimum(np.minimum(_sleeve(bones, work), _collar(work)), _hem(work))


def bare(skin: Patchwork, bones: Mapping[str, RestBone]) -> Patchwork:
    """What of the skin no cloth hides."""
    return skin.shown(skin.corners(_covered(bones, skin)).min(1) < _COVERED)
