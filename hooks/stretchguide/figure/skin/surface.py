"""The skin of a part near some places: how far they are from it."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.rest.material import Places
from stretchguide.figure.rest.normals import normals
from stretchguide.figure.rest.rest_body import RestBody

_NEAR = 4.0
"""No more of a part is looked at than lies this near to the box round the places (cm)."""


class SkinSurface(NamedTuple):
    """Places on the skin of a part, and the ways out there."""

    places: Places
    out: Places

    def gap(self, others: Places) -> float:
        """How far the nearest of other places is from the skin, below 0 the deepest inside (cm).

        Each is measured against the plane through the nearest place of the skin.
        """
        nearest = ((others[:, None, :] - self.places[None]) ** 2).sum(2).argmin(1)
        return float(((others - self.places[nearest]) * self.out[nearest]).sum(1).min())


def surface_near(rest: RestBody, vertices: Places, host: str, near: Places) -> SkinSurface | None:
    """The skin of a part near some places, from all vertices of a posed body; None where none of it is."""
    places = vertices[rest.parts[host]]
    is_near = ((places > near.min(0) - _NEAR) & (places < near.max(0) + _NEAR)).all(1)
    if not is_near.any():
        return None
    return SkinSurface(places[is_near], normals(vertices, rest.part_faces[host])[rest.parts[host]][is_near])
