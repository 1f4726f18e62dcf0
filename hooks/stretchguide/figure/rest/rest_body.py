"""The body at rest, as the skin needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.rest.material import Faces, Places, RestBone
from stretchguide.figure.shapes.geometry import Vector

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
