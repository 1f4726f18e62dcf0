"""How far a figure asks each joint to go, as plain numbers: what a caution has to know of a picture.

Most of it the words say (how far the spine rounds, the head turns); how far a hip bends when somebody sits down, and
how low a head hangs, only the solved body knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import acos, asin, atan2, degrees

from stretchguide.figure.body.ranges import knee_bend, wrist_of
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import Vector, add, scale, to_local, to_world
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import GROUND
from stretchguide.figure.words.pose import Pose
from stretchguide.format.sides import SIDES

Angles = Mapping[str, float]
"""Degrees by motion; `head is below the chest` in cm, and 1 or 0 for what is either so or not."""

# A thigh that seems to point so far behind the pelvis (degrees) is raised past the head.
_MOST_BEHIND = 90.0
# The base of the skull lies so far before the spine: beside the middle of the chest when the back is level (cm).
_CHEST_AHEAD = (0.0, 0.0, 4.1)
# A hand on the floor bears weight when the wrist is bent back so far (degrees).
_WRIST_BEARS = 60.0


def angles_of(pose: Pose, body: Body) -> Angles:
    """The motions of a figure that it asks for at all, rounded to the degree or centimetre."""
    found = {**_of_spine(pose, body), **_of_legs(body), **_of_arms(pose, body), **_of_base(pose)}
    return {name: round(value) for name, value in found.items() if value >= 0.5}


def _of_spine(pose: Pose, body: Body) -> dict[str, float]:
    """Both parts of the back together, with what the base rounds and with a lean towards a far place."""
    lean, head = body.lean, pose.head
    own = pose.lumbar.fold + pose.thoracic.fold
    return {
        "back rounds": own + sum(BASES[pose.base].rounding) + lean[0] + lean[3],
        "back arches": -own,
        "back bends sideways": abs(pose.lumbar.side + pose.thoracic.side + lean[1] + lean[4]),
        "back turns": abs(pose.lumbar.turn + pose.thoracic.turn + lean[2] + lean[5]),
        "neck bends forward": head.fold,
        "neck bends back": -head.fold,
        "neck bends sideways": abs(head.side),
        "head turns": abs(head.turn),
        "head is below the chest": _middle_of_chest(body)[1] - body.joints["c1"][1],
    }


def _middle_of_chest(body: Body) -> Vector:
    return add(body.joints["t7"], to_world(body.frames["t7"], _CHEST_AHEAD))


def _of_legs(body: Body) -> dict[str, float]:
    thighs = [_bone(body, side, "thigh", "pelvis") for side in SIDES]
    ahead = [degrees(atan2(z, -y)) for _, y, z in thighs]
    out = [_angle(x) for x, _, _ in thighs]
    return {
        "hip bends": max(ahead),
        "thigh goes behind": max((-each for each in ahead if each > -_MOST_BEHIND), default=0.0),
        "thighs part": sum(out),
        "thigh goes across": -min(out),
        "knee bends": max(knee_bend(body, side) for side in SIDES),
    }


def _of_arms(pose: Pose, body: Body) -> dict[str, float]:
    sits = BASES[pose.base].pelvis_on and BASES[pose.base].lies != "front"
    up = max(degrees(acos(max(-1.0, min(1.0, -_bone(body, side, "upper arm", "t7")[1])))) for side in SIDES)
    return {"arm goes up": up, "hands bear weight": float(not sits and any(_bearing_hands(body)))}


def _bearing_hands(body: Body) -> Iterator[bool]:
    for side in SIDES:
        bent_back = -wrist_of(body.hands[side], body.frames[f"{side} forearm"]).forward
        yield body.hosts.get(f"{side} hand") == GROUND and bent_back >= _WRIST_BEARS


def _of_base(pose: Pose) -> dict[str, float]:
    base = BASES[pose.base]
    crosses = base.is_crossed or any(leg.rest and not leg.rest.is_inside for leg in pose.legs)
    return {"knees bear weight": float(base.knees is not None), "legs cross": float(crosses)}


def _bone(body: Body, side: str, bone: str, against: str) -> Vector:
    """Where a bone points, in the frame of another one, out of the body's middle > 0."""
    x, y, z = to_local(body.frames[against], scale(body.frames[f"{side} {bone}"][1], -1))
    return (x * SIGN[side], y, z)


def _angle(sine: float) -> float:
    return degrees(asin(max(-1.0, min(1.0, sine))))
