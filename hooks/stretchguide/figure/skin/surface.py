"""What a hand can lie on: the skin of the body, or a rod in the hand. Each knows how far places are from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.body.skeleton import Hand, rod_in_hand
from stretchguide.figure.rest.material import Places
from stretchguide.figure.rest.normals import normals
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.geometry import Vector
from stretchguide.figure.shapes.solids import Box

_NEAR = 4.0
"""No more of a part is looked at than lies this near to the box round the places (cm)."""


# A place is inside when the way to the nearest skin is square to it (cosine) and shorter than a limb is thick (cm).
_SQUARE, _THROUGH = 0.7, 8.0


class Touchable(Protocol):
    """Something with an outside."""

    def gaps(self, others: Places) -> Places:
        """How far each of other places is from it, below 0 inside (cm)."""
        ...


class SkinSurface(NamedTuple):
    """Places on the skin of a part, and the ways out there."""

    places: Places
    out: Places

    def gaps(self, others: Places) -> Places:
        """Each is measured against the plane through the nearest place of the skin."""
        return self._measured(others)[0]

    def gap(self, others: Places) -> float:
        """How far the nearest of other places is from the skin, below 0 the deepest inside (cm)."""
        return float(self.gaps(others).min())

    def clearance(self, others: Places) -> float:
        """The same, but that only what surely is inside counts as inside."""
        deep = float(self.depths(others)[0].max())
        return -deep if deep else max(0.0, self.gap(others))

    def depths(self, others: Places) -> tuple[Places, Places]:
        """How deep each of other places surely is inside (cm), 0 where it is not; and the ways out, (n, 3).

        What lies askew to the nearest skin is beside its edge.
        """
        gaps, nearest = self._measured(others)
        away = np.sqrt(((others - self.places[nearest]) ** 2).sum(1))
        deep: Places = np.where((gaps < 0) & (-gaps > _SQUARE * away) & (away < _THROUGH), -gaps, 0.0)
        return deep, self.out[nearest]

    def _measured(self, others: Places) -> tuple[Places, NDArray[np.intp]]:
        """How far each is from the plane through the nearest place of the skin, and which that is."""
        squares = np.zeros((len(others), len(self.places)))
        for axis in range(3):
            off = others[:, axis, None] - self.places[None, :, axis]
            squares += off * off
        nearest = squares.argmin(1)
        gaps: Places = ((others - self.places[nearest]) * self.out[nearest]).sum(1)
        return gaps, nearest


class HeldRod(NamedTuple):
    """A rod without ends."""

    middle: Vector
    way: Vector
    """A unit vector."""
    radius: float
    """In cm."""

    @classmethod
    def in_hand(cls, wrist: Vector, hand: Hand, radius: float) -> HeldRod:
        """The rod that a hand holds."""
        return cls(rod_in_hand(wrist, hand, radius), hand.thumb, radius)

    def gaps(self, others: Places) -> Places:
        """From its skin."""
        off = others - np.array(self.middle)
        off -= (off * np.array(self.way)).sum(1, keepdims=True) * np.array(self.way)
        gaps: Places = np.sqrt((off * off).sum(1)) - self.radius
        return gaps


class BoxSurface(NamedTuple):
    """Some boxes along the axes of the world, as one piece."""

    boxes: Sequence[Box]

    def gaps(self, others: Places) -> Places:
        """From the nearest of them; inside, from the nearest of its faces."""
        gaps: Places = np.min([_over_box(others, box) for box in self.boxes], axis=0)
        return gaps


def _over_box(places: Places, box: Box) -> Places:
    off = np.maximum(np.array(box.low) - places, places - np.array(box.high))
    over: Places = np.sqrt((np.maximum(off, 0) ** 2).sum(1)) + np.minimum(off.max(1), 0)
    return over


def surface_near(rest: RestBody, vertices: Places, host: str, near: Places) -> SkinSurface | None:
    """The skin of a part near some places, from all vertices of a posed body; None where none of it is."""
    places = vertices[rest.parts[host]]
    is_near = _is_near(places, near)
    if not is_near.any():
        return None
    return SkinSurface(places[is_near], normals(vertices, rest.part_faces[host])[rest.parts[host]][is_near])


def skin_round(rest: RestBody, vertices: Places, side: str, hands: Sequence[str]) -> SkinSurface | None:
    """All skin that the fingers of a side can meet: what is near its hand and not of its own arm.

    Of hands only those that are named; None where nothing is near.
    """
    near = vertices[rest.parts[f"{side} hand"]]
    is_met = _is_near(vertices, near)
    for part in {f"{side} forearm", "left hand", "right hand"} - set(hands):
        is_met[rest.parts[part]] = False
    faces = rest.faces[is_met[rest.faces].all(1)]
    met = np.unique(faces)
    if not len(met):
        return None
    return SkinSurface(vertices[met], normals(vertices, faces)[met])


def _is_near(places: Places, near: Places) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = ((places > near.min(0) - _NEAR) & (places < near.max(0) + _NEAR)).all(1)
    return found
