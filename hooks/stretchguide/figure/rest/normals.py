"""The ways out of a surface."""

from __future__ import annotations

import numpy as np

from stretchguide.figure.rest.material import Faces, Places


def normals(places: Places, faces: Faces) -> Places:
    """At each place, the way out of the faces round it, larger ones counting more: of length 1; nought without any."""
    a, b, c = (places[faces[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    corners, count = faces.ravel(), len(places)
    found: Places = np.zeros((count, 3))
    for axis in range(3):
        found[:, axis] = np.bincount(corners, np.repeat(across[:, axis], 3), count)
    sizes = np.sqrt((found * found).sum(1, keepdims=True))
    found /= np.where(sizes > 0, sizes, 1)
    return found
