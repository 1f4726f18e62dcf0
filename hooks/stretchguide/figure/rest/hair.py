"""Hair: the scalp, pushed out inside a hairline."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.rest.patchwork import Field, Patchwork
from stretchguide.figure.shapes.geometry import Vector

# All from the middle between the eyes, (forward, up) in cm. The hairline from the side: from the forehead over the
# temple, before and behind the ear, to the nape, and round outside the head.
_HAIRLINE = (
    (3.3, 10.0),
    (0.4, 6.9),
    (-3.1, 5.1),
    (-4.6, 2.7),
    (-6.0, -0.1),
    (-7.3, -0.1),
    (-8.0, 2.3),
    (-10.4, 2.6),
    (-11.8, 0.8),
    (-12.5, -4.0),
    (-13.0, -8.3),
    (-27.8, -8.3),
    (-33.0, 22.2),
    (3.3, 22.2),
)
# An ear is no scalp: what is farther out than this, between these.
_EAR_OUT = 7.3
_EAR_BACK, _EAR_FRONT, _EAR_LOW, _EAR_HIGH = -11.6, -6.0, -4.7, 2.4
_THICK, _RISES = 1.75, 3.1
"""Hair is so thick, and so far from the hairline it is that thick (cm)."""
_THINNER = 0.6
"""By this part it is thinner where the head faces aside: else it would read as a cap."""
_NOWHERE = -10.0


def scalp(work: Patchwork, eyes: Vector, is_head: NDArray[np.bool_]) -> Field:
    """How far inside the hairline each vertex of the head is (cm), below nought outside of it."""
    across, up, ahead = (work.places - eyes).T
    ear = np.stack([ahead - _EAR_FRONT, _EAR_BACK - ahead, up - _EAR_HIGH, _EAR_LOW - up, _EAR_OUT - np.abs(across)])
    return np.where(is_head, np.minimum(_inside(np.stack([ahead, up], 1)), ear.max(0)), _NOWHERE)


def hair_on(work: Patchwork, field: Field, normals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where the vertices are drawn with the hair on."""
    part = np.clip(field / _RISES, 0.0, 1.0)
    thick: NDArray[np.float64] = _THICK * part * part * (3 - 2 * part)
    thick *= 1 - _THINNER * normals[:, 0] * normals[:, 0]
    return work.drawn + normals * thick[:, None]


def _inside(points: NDArray[np.float64]) -> Field:
    """The distance to the nearest piece of the hairline, above nought inside."""
    far = np.full(len(points), np.inf)
    is_in = np.zeros(len(points), bool)
    for (x0, y0), (x1, y1) in zip(_HAIRLINE, (*_HAIRLINE[1:], _HAIRLINE[0]), strict=True):
        x, y = points[:, 0] - x0, points[:, 1] - y0
        dx, dy = x1 - x0, y1 - y0
        part = np.clip((x * dx + y * dy) / (dx * dx + dy * dy), 0, 1)
        far = np.minimum(far, np.hypot(x - part * dx, y - part * dy))
        rises = (y < 0) != (y < dy)
        is_in ^= rises & (x * dy < y * dx if dy > 0 else x * dy > y * dx)
    return np.where(is_in, far, -far)
