"""Thighs and shanks, from the hip to the ankle, each as long as the solved one."""

from __future__ import annotations

from collections.abc import Mapping

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.rest.names import head_of, of_side
from stretchguide.figure.shapes.geometry import FORWARD, subtract, unit
from stretchguide.figure.skin.posed_bone import PosedBone, bone_turn, longer, stretched, swung, turn_between
from stretchguide.figure.skin.trunk import riding

# The upper part of a thigh turns so far with the knee about its own length, the rest of it wholly.
_UPPER_TURNS = 0.5


def leg_bones(rest: Mapping[str, RestBone], body: Body, side: str, root: PosedBone) -> dict[str, PosedBone]:
    """The bones of a leg but the foot."""
    hip, knee, ankle = (head_of(rest, name, side) for name in ("upperleg01", "lowerleg01", "foot"))
    hip_now = riding(rest, body, hip, "pelvis", "pelvis")
    knee_now, ankle_now = body.joints[f"{side} knee"], body.joints[f"{side} ankle"]
    thigh = bone_turn((hip, knee), FORWARD, (hip_now, knee_now), body.frames[f"{side} thigh"][2])
    shank = bone_turn((knee, ankle), FORWARD, (knee_now, ankle_now), body.frames[f"{side} shank"][2])
    along_thigh, along_shank = unit(subtract(knee, hip)), unit(subtract(ankle, knee))
    swing = swung(root.turn, along_thigh, unit(subtract(knee_now, hip_now)))
    more_thigh, more_shank = longer((hip, knee), (hip_now, knee_now)), longer((knee, ankle), (knee_now, ankle_now))
    upper = stretched(hip_now, turn_between(swing, thigh, _UPPER_TURNS), along_thigh, more_thigh)
    middle, calf = head_of(rest, "upperleg02", side), head_of(rest, "lowerleg02", side)
    lower = stretched(knee_now, shank, along_shank, more_shank)
    return {
        of_side("upperleg01", side): upper,
        of_side("upperleg02", side): stretched(upper.carried(subtract(middle, hip)), thigh, along_thigh, more_thigh),
        of_side("lowerleg01", side): lower,
        of_side("lowerleg02", side): lower._replace(head=lower.carried(subtract(calf, knee))),
    }
