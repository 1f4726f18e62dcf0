"""What two hands do that hold each other: laced, or one closed round the other.

The solver knows hands that lie on each other. How their fingers are held follows from how the palms face.
"""

from __future__ import annotations

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import dot
from stretchguide.format.sides import OTHER, SIDES

LACED, CLASPING = "laced", "clasping"

# Palms that look at each other, and fingers that point the same way: by the cosines of the angles between them.
_FACE = -0.6
_ALIKE = 0.9


def are_joined(body: Body) -> bool:
    """Whether the solver has brought both hands together."""
    return all(body.hosts.get(f"{side} hand") == f"{OTHER[side]} hand" for side in SIDES)


def are_laced(body: Body) -> bool:
    """Whether the fingers of both hands go between each other."""
    return _hold(body) and _hands_dot(body, "direction") > _ALIKE


def held_as(body: Body, side: str) -> str:
    """The shape of a hand: that which it has by itself, or by what it does with the other one."""
    if are_joined(body):
        return body.hands[side].shape
    if are_laced(body):
        return LACED
    if _hold(body) and body.hosts.get(f"{side} hand") == f"{OTHER[side]} hand":
        return CLASPING
    return body.hands[side].shape


def _hold(body: Body) -> bool:
    """Whether one hand is on the other, palm to palm."""
    meets = any(body.hosts.get(f"{side} hand") == f"{OTHER[side]} hand" for side in SIDES)
    return meets and _hands_dot(body, "palm") < _FACE


def _hands_dot(body: Body, way: str) -> float:
    left, right = (getattr(body.hands[side], way) for side in SIDES)
    return dot(left, right)
