"""Collarbone, upper arm and forearm, from the chest to the wrist, each as long as the solved one."""

from __future__ import annotations

from collections.abc import Mapping

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.rest.names import head_of, of_side
from stretchguide.figure.shapes.geometry import Vector, across, combined, cross, rotation, scale, subtract, unit
from stretchguide.figure.skin.palm import palm_turn
from stretchguide.figure.skin.posed_bone import (
    PosedBone,
    bone_turn,
    longer,
    stretched,
    swung,
    turn_between,
    twist_of,
)
from stretchguide.figure.skin.trunk import riding

# The upper half of the upper arm turns so far with the elbow about its own length; the forearm's two parts so far with
# the hand.
_UPPER_TURNS = 0.5
_FORE_TURNS = {"lowerarm01": 0.2, "lowerarm02": 0.6}


def arm_bones(rest: Mapping[str, RestBone], body: Body, side: str, chest: PosedBone) -> dict[str, PosedBone]:
    """The bones of an arm but the hand."""
    elbow, wrist = (body.joints[f"{side} {name}"] for name in ("elbow", "wrist"))
    shoulder = riding(rest, body, head_of(rest, "upperarm01", side), f"{side} shoulder", "t7")
    return {
        **_collarbone(rest, side, chest, shoulder),
        **_upper_arm(rest, body, side, chest, (shoulder, elbow)),
        **_forearm(rest, body, side, (elbow, wrist)),
    }


def _collarbone(rest: Mapping[str, RestBone], side: str, chest: PosedBone, shoulder: Vector) -> dict[str, PosedBone]:
    inner, outer, joint = (head_of(rest, name, side) for name in ("clavicle", "shoulder01", "upperarm01"))
    start = chest.carried(subtract(inner, rest["spine01"].head))
    at_rest, now = subtract(joint, inner), subtract(shoulder, start)
    turn = swung(chest.turn, unit(at_rest), unit(now))
    bone = stretched(start, turn, unit(at_rest), longer((inner, joint), (start, shoulder)))
    return {
        of_side("clavicle", side): bone,
        of_side("shoulder01", side): bone._replace(head=bone.carried(subtract(outer, inner))),
    }


def _upper_arm(
    rest: Mapping[str, RestBone], body: Body, side: str, chest: PosedBone, now: tuple[Vector, Vector]
) -> dict[str, PosedBone]:
    shoulder, middle, elbow, wrist = (
        head_of(rest, name, side) for name in ("upperarm01", "upperarm02", "lowerarm01", "wrist")
    )
    way = unit(subtract(elbow, shoulder))
    turn = bone_turn((shoulder, elbow), across(subtract(wrist, elbow), way), now, body.frames[f"{side} upper arm"][2])
    swing = swung(chest.turn, way, unit(subtract(now[1], now[0])))
    more = longer((shoulder, elbow), now)
    upper = stretched(now[0], turn_between(swing, turn, _UPPER_TURNS), way, more)
    return {
        of_side("upperarm01", side): upper,
        of_side("upperarm02", side): stretched(upper.carried(subtract(middle, shoulder)), turn, way, more),
    }


def _forearm(rest: Mapping[str, RestBone], body: Body, side: str, now: tuple[Vector, Vector]) -> dict[str, PosedBone]:
    shoulder, elbow, wrist = (head_of(rest, name, side) for name in ("upperarm01", "lowerarm01", "wrist"))
    way, way_now = unit(subtract(wrist, elbow)), unit(subtract(now[1], now[0]))
    hinge = body.frames[f"{side} upper arm"][0]
    front = across(scale(unit(subtract(elbow, shoulder)), -1), way)
    straight = bone_turn((elbow, wrist), front, now, cross(hinge, scale(way_now, -1)))
    twist = twist_of(straight, palm_turn(rest, body, side), way_now)
    more = longer((elbow, wrist), now)
    start, found = now[0], {}
    for name, part in _FORE_TURNS.items():
        turn = combined(rotation(way_now, twist * part), straight)
        bone = stretched(now[0], turn, way, more)
        start = bone.carried(subtract(head_of(rest, name, side), elbow))
        found[of_side(name, side)] = bone._replace(head=start)
    return found
