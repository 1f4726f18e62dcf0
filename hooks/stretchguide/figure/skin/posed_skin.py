"""The skin of a solved body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import Faces, Places
from stretchguide.figure.rest.normals import normals
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.skin.bones import posed_bones
from stretchguide.figure.skin.settling import settled
from stretchguide.figure.skin.skinning import skinned


@dataclass(frozen=True, eq=False)
class PosedSkin:
    """A clothed body in a pose. Nobody may change its arrays.

    Axes as everywhere in the engine: x is the figure's left, y up, z forward; the floor is y = 0; lengths in cm.
    """

    vertices: Places
    """(n, 3): where each vertex is now, rounded to 1e-4 cm."""
    faces: Faces
    """(m, 3): triangles, counter-clockwise seen from outside."""
    regions: NDArray[np.uint8]
    """(m,): what each face shows, a `BodyRegion`."""
    places: Places
    """(n, 3): where each vertex is on the body at rest, below hair and clothes: neighbours there are neighbours on the
    skin. x above nought is the left side."""

    @cached_property
    def normals(self) -> Places:
        """(n, 3): the way out at each vertex, of length 1."""
        return normals(self.vertices, self.faces)


def skin_of(rest: RestBody, body: Body) -> PosedSkin:
    """The skin of a solved body, whose hands are settled on what of the body they touch."""
    vertices = skinned(rest, posed_bones(rest.bones, *settled(rest, body)))
    return PosedSkin(vertices, rest.faces, rest.regions, rest.places)
