"""Where the parts are that arrows speak of."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import Vector, along, between, scale
from stretchguide.figure.words.signs import ARROW_BOTH
from stretchguide.format.sides import SIDES


class Anchor(NamedTuple):
    """A part's middle, how far its flesh reaches from there (cm), and the way it faces."""

    place: Vector
    reach: float
    faces: Vector | None


# Parts of the trunk: joint, frame, the middle of the flesh in that frame, its reach (cm), and the frame of its face,
# where a push against that is one. A waist is pushed from within.
_TRUNK: dict[str, tuple[str, str, Vector, float, str]] = {
    "pelvis": ("pelvis", "pelvis", (0, 0, 0), 18, "pelvis"),
    "hips": ("pelvis", "pelvis", (0, 0, 0), 18, "pelvis"),
    "waist": ("l3", "l3", (0, 0, 0), 12, ""),
    "chest": ("t7", "t7", (0, 4, 3), 17, "t7"),
    "head": ("c1", "head", (0, 7, 2), 12, "head"),
    "chin": ("c1", "head", (0, -1, 2), 13, "head"),
}
_JOINT_OF_PART = {
    "elbow": "elbow",
    "knee": "knee",
    "shoulder": "shoulder",
    "hip": "hip",
    "heel": "ankle",
    "arm": "elbow",
    "leg": "knee",
    "wrist": "wrist",
    "ankle": "ankle",
}

_ON_TRUNK = ("shoulder", "hip")


def is_of_trunk(part: str) -> bool:
    """Whether a part belongs to the trunk, the head excepted: what is wide on the screen, and no end of a limb."""
    return part.rpartition(" ")[2] in ("pelvis", "hips", "waist", "chest", *_ON_TRUNK)


# An arrow of two parts is not moved aside: it begins so far from their middle (cm).
_BOTH_REACH = 13.0


def anchor(body: Body, part: str) -> Anchor:
    """Where a part of the language of arrows is."""
    if part in _TRUNK:
        joint, frame, middle, reach, face = _TRUNK[part]
        place = in_frame(body.joints[joint], body.frames[frame], *middle)
        return Anchor(place, reach, body.frames[face][2] if face else None)
    if part in ARROW_BOTH:
        left, right = (anchor(body, f"{side} {ARROW_BOTH[part]}") for side in SIDES)
        return left._replace(place=between(left.place, right.place, 0.5), reach=_BOTH_REACH)
    side, _, piece = part.partition(" ")
    if piece == "hand":
        return Anchor(along(body.joints[f"{side} wrist"], body.hands[side].direction, 9), 7, None)
    if piece == "foot":
        return Anchor(in_frame(body.joints[f"{side} ankle"], body.frames[f"{side} foot"], 0, -4, 8), 10, None)
    faces = scale(body.frames["t7"][0], SIGN[side]) if piece == "shoulder" else None
    return Anchor(body.joints[f"{side} {_JOINT_OF_PART[piece]}"], 9, faces)
