"""What is seen of a solved body, whatever words have brought it there: how its feet bear, and where its parts are."""

from __future__ import annotations

from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import Vector, dot, scale, subtract, to_local
from stretchguide.figure.words.seen import Bearing, Feet, Seen, Spot
from stretchguide.format.sides import SIDES

# Heel and ball of a foot in its frame, and how high they are at most when they are on the floor (cm).
_HEEL, _BALL = ((0.0, -6.6, -4.5), 7.0), ((0.0, -5.6, 13.0), 5.0)
# The middle of a knee and of an ankle that lie on the floor are at most so high (cm).
_KNEE_LOW, _ANKLE_LOW = 16.0, 12.0
# The forehead in the frame of the head, from its joint (cm).
_FOREHEAD: Vector = (0.0, 11.0, 9.0)
# Of a way, so many are its whole length.
_WHOLE = 100.0


def seen_of(body: Body) -> Seen:
    """How a body is seen to be."""
    joints, frames = body.joints, body.frames
    places = {"pelvis": joints["pelvis"], "neck": joints["c7"]}
    places["forehead"] = in_frame(joints["c1"], frames["head"], *_FOREHEAD)
    places["gaze"] = scale(frames["head"][2], _WHOLE)
    for side in SIDES:
        for part in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist"):
            places[f"{side} {part}"] = joints[f"{side} {part}"]
        if side in body.hands:
            places[f"{side} fingers"] = scale(body.hands[side].direction, _WHOLE)
        x, y, z = to_local(frames["t7"], subtract(joints[f"{side} wrist"], joints["c7"]))
        places[f"{side} reach"] = (x * SIGN[side], y, z)
    feet = Feet(_bearing(body, "left"), _bearing(body, "right"))
    return Seen(feet, tuple((name, _whole(place)) for name, place in places.items()))


def _whole(place: Vector) -> Spot:
    x, y, z = place
    return round(x), round(y), round(z)


def _bearing(body: Body, side: str) -> Bearing:
    ankle, foot = body.joints[f"{side} ankle"], body.frames[f"{side} foot"]
    knee = body.joints[f"{side} knee"]
    if knee[1] < _KNEE_LOW:
        if ankle[1] >= _ANKLE_LOW:
            return ""
        goes_back = dot(subtract(ankle, knee), body.frames["base"][2]) < 0
        return "lying back" if goes_back else "lying ahead"
    heel, ball = (in_frame(ankle, foot, *place)[1] < high for place, high in (_HEEL, _BALL))
    if heel and ball:
        return "flat"
    return "heel" if heel else "toes" if ball else ""
