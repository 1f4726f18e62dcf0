"""Linear blend skinning, at most four bones a vertex.

J. P. Lewis et al., Pose Space Deformation, SIGGRAPH 2000, formula 1: a place moves as the weighted mean of what its
bones would do to it. Every sum is taken in a fixed order and the places are rounded, so any machine finds the same.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stretchguide.figure.rest.material import Places
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.geometry import scale
from stretchguide.figure.skin.posed_bone import PosedBone

_DECIMALS = 4
"""Of a posed place in cm: a hundredth of what could be seen."""


def skinned(rest: RestBody, bones: Mapping[str, PosedBone]) -> Places:
    """Where each vertex of the body is when its bones are posed, rounded to 1e-4 cm."""
    moves = np.array([_move(rest, bones, name) for name in rest.bones])
    moved = np.zeros_like(rest.drawn)
    for at, movers, weights in rest.shares:
        x, y, z = rest.drawn[at].T
        by = moves[movers].T
        for axis in range(3):
            u, v, w, offset = by[axis * 4 : axis * 4 + 4]
            moved[at, axis] += weights * (u * x + v * y + w * z + offset)
    return np.round(moved, _DECIMALS)


def _move(rest: RestBody, bones: Mapping[str, PosedBone], name: str) -> tuple[float, ...]:
    """What a bone does to a place: for x, y and z, the factors of x, y, z and 1."""
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = bones[name].axes
    a, b, c = bones[name].carried(scale(rest.bones[name].head, -1))
    return (xx, yx, zx, a, xy, yy, zy, b, xz, yz, zz, c)
