"""How the feet of a solved body bear on the floor: what somebody sees, whatever words have brought them there."""

from __future__ import annotations

from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import dot, subtract
from stretchguide.figure.words.pose import Bearing, Feet

# Heel and ball of a foot in its frame, and how high they are at most when they are on the floor (cm).
_HEEL, _BALL = ((0.0, -6.6, -4.5), 7.0), ((0.0, -5.6, 13.0), 5.0)
# The middle of a knee and of an ankle that lie on the floor are at most so high (cm).
_KNEE_LOW, _ANKLE_LOW = 16.0, 12.0


def feet_of(body: Body) -> Feet:
    """How the feet of a body bear."""
    return Feet(_bearing(body, "left"), _bearing(body, "right"))


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
