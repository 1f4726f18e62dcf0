"""What goes along when a body moves: the target of a hand, with the part of the body that the hand touches."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.body.girth import ENDS
from stretchguide.figure.body.limbs import ArmTarget, target_met
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import Frame, Vector, add, subtract, to_local, to_world
from stretchguide.format.sides import SIDES

ON_SPINE = ("head", "chest")
"""Parts that go along when the spine bends."""
# The joint that a part goes with; its frame has the name of the part, but for that of the chest.
_JOINTS = {
    "head": "c1",
    "chest": "t7",
    "pelvis": "pelvis",
    **{f"{side} {piece}": f"{side} {near}" for side in SIDES for piece, (near, _) in ENDS.items()},
    **{f"{side} foot": f"{side} ankle" for side in SIDES},
    **{f"{side} hand": f"{side} wrist" for side in SIDES},
}


class Carried(NamedTuple):
    """A target of a hand, and the part that carries it along; what is no part of the body stays where it is."""

    target: ArmTarget
    host: str


def carried_of(body: Body, side: str) -> Carried:
    """What the hand of a finished body touches, as a target that another arm can have."""
    return Carried(target_met(body, side), body.hosts[f"{side} hand"])


def moved_along(carried: Carried, before: Body, after: Body) -> ArmTarget:
    """The target after what carries it has moved from where one body has it to where the other one does."""
    target, host = carried
    if host not in _JOINTS:
        return target
    (start, old), (end, new) = (_place_of(body, host) for body in (before, after))

    def turned(way: Vector | None) -> Vector | None:
        return way and to_world(new, to_local(old, way))

    offset = turned(subtract(target.point, start)) or (0.0, 0.0, 0.0)
    return target._replace(point=add(end, offset), normal=turned(target.normal), fingers=turned(target.fingers))


def _place_of(body: Body, part: str) -> tuple[Vector, Frame]:
    joint, (side, _, piece) = body.joints[_JOINTS[part]], part.partition(" ")
    if piece == "hand":
        hand = body.hands[side]
        return joint, (hand.thumb, hand.direction, hand.palm)
    return joint, body.frames["t7" if part == "chest" else part]
