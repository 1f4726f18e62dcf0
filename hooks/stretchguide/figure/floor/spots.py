"""What a place consists of: spots that a palm or an ankle can meet, and what they are made from.

The spots on the floor are in `on_floor`, those of a thing are its own business (`things`), and those on the body are
the solver's, which brings all of them together (`solver.places`).
"""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import Vector
from stretchguide.figure.words.pose import Contact


class Spot(NamedTuple):
    """A place where a palm can rest, or an ankle."""

    point: Vector
    """On the surface, in cm."""
    normal: Vector | None = None
    """Out of the surface, a unit vector."""
    fingers: Vector | None = None
    """Where the fingers point, a unit vector; away from the shoulder when None."""
    shape: str = "relaxed"
    """How the hand is held there."""
    reach: float = 8.0
    """From the wrist to where the palm touches, in cm."""
    cost: float = 0.0
    """How unwelcome the spot is, in the solver's units: a miss of 1 cm costs 4."""
    host: str = ""
    """The part of the body or of the room that is touched."""
    wrap: float = 0.0
    """The radius of the limb, in cm, when the hand can close round it."""


_FACES = {"out": 90.0, "back": 180.0, "in": -90.0}


class Touch(NamedTuple):
    """A contact of one hand, with the body as it is when the hand comes."""

    body: Body
    side: str
    contact: Contact

    @property
    def is_held(self) -> bool:
        """Whether the hand closes round the place."""
        return self.contact.how == "hold"

    @property
    def leans(self) -> bool:
        """Whether the forearm lies on the place, not the hand."""
        return self.contact.how == "lean"

    @property
    def face(self) -> float:
        """Which way round a limb, in degrees: 0 front, 90 outside, 180 back, -90 inside."""
        if self.contact.how in ("behind", "under"):
            return _FACES["back"]
        return _FACES.get(self.contact.face, 0.0)
