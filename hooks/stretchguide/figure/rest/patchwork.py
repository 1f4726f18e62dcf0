"""A surface that can be cut: vertices with what they carry, and triangles with what they show.

A cut is straight whatever the mesh is: where a field that is given at the vertices goes through nought, faces are
divided, and what the vertices carry is divided with them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.rest.material import Faces, Places

Field = NDArray[np.float64]
"""A number a vertex: above nought on one side of a cut, below it on the other (cm)."""


@dataclass(frozen=True)
class Patchwork:
    """A surface at rest."""

    places: Places
    """Where each vertex is on the body, before anything is pushed out."""
    drawn: Places
    """Where each vertex is drawn."""
    weights: NDArray[np.float64]
    faces: Faces
    regions: NDArray[np.uint8]
    """What each face shows."""

    def corners(self, field: Field) -> NDArray[np.float64]:
        """The field at the three corners of each face."""
        return field[self.faces]

    def shown(self, keep: NDArray[np.bool_]) -> Patchwork:
        """Only some faces."""
        return replace(self, faces=self.faces[keep], regions=self.regions[keep])

    def coloured(self, where: NDArray[np.bool_], region: int) -> Patchwork:
        """Some faces showing something else."""
        return replace(self, regions=np.where(where, np.uint8(region), self.regions))

    def tidy(self) -> Patchwork:
        """Without the vertices that no face has."""
        used, faces = np.unique(self.faces, return_inverse=True)
        return Patchwork(
            self.places[used],
            self.drawn[used],
            self.weights[used],
            faces.reshape(-1, 3).astype(np.int32),
            self.regions,
        )


def above(work: Patchwork, field: Field) -> NDArray[np.bool_]:
    """Which faces lie on the upper side of a field, once it is cut there."""
    found: NDArray[np.bool_] = work.corners(field).sum(1) > 0
    return found


def cut(work: Patchwork, field: Field) -> tuple[Patchwork, Field]:
    """The surface with its faces divided along the nought of a field, and the field at all its vertices."""
    field = np.where(np.abs(field) < _ON_THE_CUT, _ON_THE_CUT, field)
    up = field[work.faces] > 0
    crossed = up.sum(1) % 3 > 0
    # Each crossed face is turned round until its first corner is the one that is alone on its side.
    rows = work.faces[crossed]
    alone = np.argmax(up[crossed] == (up[crossed].sum(1) == 1)[:, None], 1)
    a, b, c = (np.take_along_axis(rows, ((alone + i) % 3)[:, None], 1)[:, 0] for i in range(3))
    edges, numbers = np.unique(np.sort(np.stack([np.r_[a, a], np.r_[b, c]], 1), 1), axis=0, return_inverse=True)
    on_ab, on_ac = np.split(numbers.reshape(-1) + len(work.places), 2)
    pieces = np.concatenate([np.stack(corners, 1) for corners in ((a, on_ab, on_ac), (on_ab, b, c), (on_ab, c, on_ac))])
    divided = Patchwork(
        _with_middles(work.places, edges, field),
        _with_middles(work.drawn, edges, field),
        _with_middles(work.weights, edges, field),
        np.concatenate([work.faces[~crossed], pieces]).astype(np.int32),
        np.concatenate([work.regions[~crossed], np.tile(work.regions[crossed], 3)]),
    )
    return divided, np.concatenate([field, np.zeros(len(edges))])


_ON_THE_CUT = 1e-3
"""A vertex nearer to a cut than this (cm) counts as above it, so that no face becomes a sliver."""


def _with_middles(carried: NDArray[np.float64], edges: NDArray[np.int_], field: Field) -> NDArray[np.float64]:
    """What vertices carry, and after them what the places of the cut do, each on an edge."""
    first, second = edges.T
    part = (field[first] / (field[first] - field[second]))[:, None]
    return np.concatenate([carried, carried[first] + (carried[second] - carried[first]) * part])
