"""How much of a part of the body a picture shows: skin and things cover it, and the edge of the picture cuts it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.muscles.members import shapes_of
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.portrait import thing_meshes
from stretchguide.figure.portrait.light import WIDEN, BodyPixels
from stretchguide.figure.raster.arrays import Floats, Mask, Whole
from stretchguide.figure.raster.grid import OnGrid, grid_over
from stretchguide.figure.raster.meshes import Mesh, together
from stretchguide.figure.raster.spans import nearest_faces
from stretchguide.figure.rest.rest_body import RestBody

# The picture is looked at with so many pixels, and skin so near to what a pixel shows (cm) is what it shows.
_PIXELS, _NEAR = 120, 2.5
# Of a part that lies open, so much of its skin looks at the eye.
_OPEN = 0.5
# A part of which less than this looks at the eye is seen from its end.
_LEAST = 0.1
# Skin looks at the eye by this much (cosine).
_FACES = 0.1


class Look:
    """What the eye of a scene sees, found coarsely."""

    def __init__(self, scene: Scene, frame: PictureFrame | None = None, *, is_bare: bool = False) -> None:
        """In its own frame, when none is given. Bare: as if nothing covered anything, which is quickly found."""
        self._rest = scene.rest
        (x, y, z), out = scene.camera.view, scene.skin.normals
        self._facing: Mask = out[:, 0] * x + out[:, 1] * y + out[:, 2] * z > _FACES
        self._seen = self._facing if is_bare else _uncovered(scene, frame or scene.frame, np.nonzero(self._facing)[0])

    def free(self, part: str) -> float:
        """Which share of a part is seen, of what looks at the eye: 0 all is covered, 1 nothing."""
        own = self._rest.parts[part]
        return self._shown(own) / max(_LEAST * len(own), float(self._facing[own].sum()))

    def share(self, part: str) -> float:
        """How much of a part is seen: 0 nothing, 1 all that one side of it shows."""
        own = self._rest.parts[part]
        return min(1.0, self._shown(own) / (_OPEN * len(own)))

    def lit(self, name: str, side: str) -> float:
        """The same of a muscle."""
        own = _lit_by(self._rest, name, side)
        return min(1.0, self._shown(own) / (_OPEN * max(1, len(own))))

    def _shown(self, own: Whole) -> float:
        return float(self._seen[own].sum())


def _uncovered(scene: Scene, frame: PictureFrame, facing: Whole) -> Mask:
    """Those corners of the skin, of some that face the eye, that nothing covers and no edge cuts off."""
    skin, grid = scene.skin, grid_over(frame.box, _PIXELS)
    own = Mesh(skin.vertices, skin.faces.astype(np.intp), skin.regions.astype(np.intp), skin.places)
    mesh = together([own, *thing_meshes.meshes(prop for prop in scene.props if not prop.is_see_through)])
    corners = grid.places(scene.camera, mesh.places)
    column, row = corners.x[facing].astype(np.intp), corners.y[facing].astype(np.intp)
    is_in = (column >= 0) & (column < grid.width) & (row >= 0) & (row < grid.height)
    at = facing[is_in]
    face = nearest_faces(grid, corners, mesh.faces)[(row * grid.width + column)[is_in]]
    found: Mask = np.zeros(len(skin.vertices), np.bool_)
    found[at] = (face < 0) | (corners.depth[at] > _depths(corners, mesh.faces[face], at) - _NEAR)
    return found


def _depths(corners: OnGrid, faces: Whole, at: Whole) -> Floats:
    """How near faces are to the eye where some corners are: each is flat, and no nearer than its nearest corner."""
    one, two, three = faces.T
    x, y, z = corners
    x1, y1, z1 = (axis[two] - axis[one] for axis in corners)
    x2, y2, z2 = (axis[three] - axis[one] for axis in corners)
    area = x1 * y2 - x2 * y1
    area = np.where(np.abs(area) < _NO_AREA, 1.0, area)
    right, down = x[at] - x[one], y[at] - y[one]
    off = (right * (z1 * y2 - z2 * y1) + down * (x1 * z2 - x2 * z1)) / area
    found: Floats = z[one] + np.clip(off, np.minimum(np.minimum(z1, z2), 0), np.maximum(np.maximum(z1, z2), 0))
    return found


# A face with less area than this (square pixels) is seen from its edge.
_NO_AREA = 1e-9


@lru_cache(maxsize=256)
def _lit_by(rest: RestBody, name: str, side: str) -> Whole:
    """The corners of the skin that a muscle lights."""
    marks = rest.places.T[:, None].astype(np.float32)
    found = BodyPixels(rest, marks, np.arange(len(rest.places))).within(shapes_of(name), side, WIDEN)
    return np.nonzero(found.ravel())[0]
