"""Triangles in space, each of a region: what a depth buffer takes, be it skin, cloth or the leg of a chair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.intp]


class Mesh(NamedTuple):
    """A surface of triangles. Faces that run against the clock for the eye are seen, those that run with it are not."""

    places: Floats
    """Of the corners in the room, in cm: x to the figure's left, y up, z forward (count, 3)."""
    faces: Whole
    """Three numbers of corners each (count, 3)."""
    regions: Whole
    """By face, what it is: a number that only the picture understands, above 0."""
    marks: Floats
    """Of the corners, a place that each pixel is to know, such as that on the body at rest, in cm (count, 3)."""


def together(meshes: Iterable[Mesh]) -> Mesh:
    """Several meshes as one."""
    every = list(meshes)
    begins = np.cumsum([0, *(len(each.places) for each in every[:-1])])
    return Mesh(
        np.concatenate([each.places for each in every]),
        np.concatenate([each.faces + begin for each, begin in zip(every, begins, strict=True)]),
        np.concatenate([each.regions for each in every]),
        np.concatenate([each.marks for each in every]),
    )


def two_sided(mesh: Mesh) -> Mesh:
    """The same, seen from behind as well."""
    return Mesh(
        mesh.places,
        np.concatenate([mesh.faces, mesh.faces[:, ::-1]]),
        np.tile(mesh.regions, 2),
        mesh.marks,
    )
