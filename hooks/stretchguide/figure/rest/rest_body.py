"""The body at rest, as the skin needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.rest.material import Faces, Places, RestBone
from stretchguide.figure.rest.parts import is_palm, part_of
from stretchguide.figure.shapes.geometry import Vector
from stretchguide.format.sides import SIDES

MOST_BONES = 4
"""So many bones move a vertex at most."""


class Share(NamedTuple):
    """The vertices that have at least so many bones, the last of these bones of each, and how much it moves it."""

    vertices: NDArray[np.intp]
    bones: NDArray[np.intp]
    weights: NDArray[np.float64]
    """0 to 1."""


@dataclass(frozen=True, eq=False)
class RestBody:
    """A clothed body before any pose, in cm. Nobody may change its arrays."""

    drawn: Places
    """Where each vertex is drawn: clothes and hair lie over the body."""
    places: Places
    """Where each vertex is on the body itself: neighbours there are neighbours on the skin, whatever is worn."""
    faces: Faces
    regions: NDArray[np.uint8]
    """What each face shows: a `BodyRegion`."""
    bones: Mapping[str, RestBone]
    """Parents first; left ends in `.L`, right in `.R`. The face has none but its head."""
    movers: NDArray[np.uint8]
    """For each vertex the numbers of its bones, in their order, `MOST_BONES` wide; the heaviest first."""
    weights: NDArray[np.uint8]
    """How much each of them moves it; the sum is 255."""
    landmarks: Mapping[str, Vector]
    """Points of the face and the body by name (`landmarks`), on the skin, in cm."""

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Who moves what: the heaviest bone of each vertex, then the second of those that have two, and so on."""
        return tuple(
            Share(at, self.movers[at, rank].astype(np.intp), self.weights[at, rank] / 255)
            for rank, at in ((rank, np.nonzero(self.weights[:, rank])[0]) for rank in range(MOST_BONES))
        )

    @cached_property
    def parts(self) -> Mapping[str, NDArray[np.intp]]:
        """The vertices of each part of the body (`left hand`), by the bone that moves them most."""
        names = np.array([part_of(bone) for bone in self.bones])[self.movers[:, 0]]
        return {str(name): np.nonzero(names == name)[0] for name in np.unique(names)}

    @cached_property
    def part_faces(self) -> Mapping[str, Faces]:
        """The faces of each part: those whose corners all belong to it."""
        return {name: self.faces[np.isin(self.faces, at).all(1)] for name, at in self.parts.items()}

    @cached_property
    def palms(self) -> Mapping[str, NDArray[np.intp]]:
        """By side, every third vertex of the hand but its thumb and the far phalanges of its fingers."""
        numbers = {side: [i for i, bone in enumerate(self.bones) if is_palm(bone, side)] for side in SIDES}
        return {side: np.nonzero(np.isin(self.movers[:, 0], numbers[side]))[0][::3] for side in SIDES}
