"""Legs and arms: from angles (forward kinematics) or from a place that hand or foot must meet (inverse kinematics).

Each function sets the joints and frames of one limb of a body whose spine is set. Where the places come from, and
what to do when one is missed, is the solver's business.
"""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from stretchguide.figure.body.skeleton import (
    BLADE_AT_REST,
    FOREARM,
    SHANK,
    SIGN,
    THIGH,
    UPPER_ARM,
    Blade,
    Body,
    Hand,
    shoulder_point,
)
from stretchguide.figure.body.two_bones import bone_frame, inverse_kinematics
from stretchguide.figure.shapes.geometry import (
    DOWN,
    FORWARD,
    Frame,
    Vector,
    across,
    along,
    combined,
    cross,
    length,
    rotation,
    rotation_x,
    rotation_y,
    scale,
    shortest_rotation,
    subtract,
    to_local,
    to_world,
    unit,
)

REACH: dict[str, Vector] = {
    "front": (0.0, -0.02, 1.0),
    "back": (0.0, 0.0, -1.0),
    "left": (1.0, 0.0, 0.0),
    "right": (-1.0, 0.0, 0.0),
    "up": (0.0, 1.0, 0.0),
    "down": (0.0, -1.0, 0.0),
}
"""Directions an arm can reach in, in the frame of the base."""

# Below this sine between two bones the limb counts as straight: the bend says nothing about where its front is.
_STRAIGHT_LEG = 0.06
_STRAIGHT_ARM = 0.05


def lifted(side: str, angle: float, plane: float) -> Vector:
    """The direction of a limb raised from hanging by an angle, in a plane: 0 sideways, 90 forward, -90 back."""
    e = radians(angle)
    p = radians(plane)
    return (SIGN[side] * sin(e) * cos(p), -cos(e), sin(e) * sin(p))


# -- legs -------------------------------------------------------------------------------------------------------------


class LegAngles(NamedTuple):
    """A leg by its joints, in degrees, from the frame of the base (where the hips' fold and tilt do not count)."""

    lift: float = 0.0
    plane: float = 90.0
    """0 sideways, 90 forward, -90 back."""
    turn: float = 0.0
    """In > 0, out < 0; 0 has the kneecap up when the thigh is raised to the front, and forward when it hangs."""
    knee: float = 0.0
    """Bend; 0 is straight."""
    point: float = 8.0
    """Of the toes; < 0 flexes the foot."""
    foot_out: float = 0.0


class LegTarget(NamedTuple):
    """A leg by the place of its ankle, in the world (cm)."""

    ankle: Vector
    pole: Vector | None = None
    """Where the knee goes; forward in the base when left out."""
    sole: Vector | None = None
    """The normal of what the foot stands on; without it the foot follows the shank by `point`."""
    toes: Vector | None = None
    """Where the toes of a standing foot point; forward in the shank when left out."""
    point: float = 8.0
    foot_out: float = 0.0


def set_leg(body: Body, side: str, angles: LegAngles) -> None:
    """Set a leg by its angles."""
    base = body.frames.get("base") or body.frames["pelvis"]
    direction = lifted(side, angles.lift, angles.plane)
    is_raised_in_front = 30 <= angles.lift <= 150 and 30 <= abs(angles.plane) <= 150
    if is_raised_in_front:  # kneecap up, so that turning out counts from there
        resting = bone_frame(direction, (0.0, 1.0 if angles.plane > 0 else -1.0, 0.0))
    else:
        resting = shortest_rotation(DOWN, direction)
    thigh = combined(base, combined(resting, rotation_y(-SIGN[side] * angles.turn)))
    shank = combined(thigh, rotation_x(angles.knee))
    knee = along(body.joints[f"{side} hip"], thigh[1], -THIGH)
    ankle = along(knee, shank[1], -SHANK)
    place_leg(body, side, (knee, ankle), (thigh, shank))
    turn_foot(body, side, combined(shank, rotation_x(angles.point)), angles.foot_out)


def set_leg_to(body: Body, side: str, target: LegTarget) -> None:
    """Set a leg so that the ankle meets its place; a miss is noted on the body."""
    base = body.frames.get("base") or body.frames["pelvis"]
    hip = body.joints[f"{side} hip"]
    pole = target.pole or to_world(base, FORWARD)
    knee, ankle, miss = inverse_kinematics(hip, target.ankle, THIGH, SHANK, pole)
    if miss > body.misses.get(f"{side} foot", 0.0):
        body.misses[f"{side} foot"] = miss
    upper = unit(subtract(knee, hip))
    lower = unit(subtract(ankle, knee))
    bend = across(lower, upper)
    if length(bend) > _STRAIGHT_LEG:
        thigh = bone_frame(upper, scale(bend, -1))
        shank = bone_frame(lower, across(upper, lower))
    else:
        thigh = bone_frame(upper, pole)
        shank = bone_frame(lower, thigh[2])
    place_leg(body, side, (knee, ankle), (thigh, shank))
    foot = _standing_foot(shank, target.sole, target.toes) if target.sole else combined(shank, rotation_x(target.point))
    turn_foot(body, side, foot, target.foot_out)


def place_leg(body: Body, side: str, joints: tuple[Vector, Vector], frames: tuple[Frame, Frame]) -> None:
    """Set knee and ankle, and the frames of thigh and shank."""
    body.joints[f"{side} knee"], body.joints[f"{side} ankle"] = joints
    body.frames[f"{side} thigh"], body.frames[f"{side} shank"] = frames


def turn_foot(body: Body, side: str, frame: Frame, out: float = 0.0) -> None:
    """Set the frame of a foot, its toes turned out by some degrees."""
    body.frames[f"{side} foot"] = combined(frame, rotation_y(SIGN[side] * out))


def _standing_foot(shank: Frame, sole: Vector, toes: Vector | None) -> Frame:
    normal = unit(sole)
    forward = across(toes or shank[2], normal)
    if length(forward) < 0.1:
        forward = across(scale(shank[1], -1), normal)
    forward = unit(forward)
    return (cross(normal, forward), normal, forward)


# -- arms -------------------------------------------------------------------------------------------------------------


class ArmAngles(NamedTuple):
    """An arm by its joints, in degrees, from the frame of the chest."""

    lift: float = 6.0
    plane: float = 20.0
    """0 sideways, 90 forward, -90 back."""
    reach: str = ""
    """A direction of `REACH` instead of lift and plane."""
    turn: float = 0.0
    """Of the upper arm: in > 0, out < 0."""
    elbow: float = 12.0
    """Bend; 0 is straight."""
    pronate: float = 0.0
    """Of the forearm; 0 has the palm towards the body."""
    wrist: float = 0.0
    """Towards the palm > 0, back < 0."""
    blade: Blade = BLADE_AT_REST
    """What the shoulder blade does by itself."""
    shape: str = "relaxed"


# From the wrist to the middle of the palm (cm).
_MIDDLE_OF_PALM = 8.0


class ArmTarget(NamedTuple):
    """An arm by what its palm touches, in the world (cm)."""

    point: Vector
    normal: Vector | None = None
    """Of the surface, towards the palm; a unit vector. Without it the hand goes on straight from the forearm."""
    fingers: Vector | None = None
    """Where the fingers point, a unit vector; away from the shoulder when left out."""
    reach: float = _MIDDLE_OF_PALM
    """From the wrist to where the palm touches, in cm."""
    pole: Vector | None = None
    """Where the elbow goes, in the frame of the chest; out, down and back when left out."""
    blade: Blade = BLADE_AT_REST
    shape: str = "relaxed"


# The wrist is so far above the surface that the palm touches, in cm.
_PALM_HEIGHT = 2.0
# The shoulder and the elbow depend on each other; after so many rounds they move no more than a millimetre.
_ROUNDS = 3
# The shoulder blade glides so far towards a place that the arm misses, in cm, and a little more than the miss.
_GLIDE = 3.0
_GLIDE_MORE = 0.3


def set_arm(body: Body, side: str, angles: ArmAngles) -> None:
    """Set an arm by its angles."""
    sign = SIGN[side]
    chest = body.frames["t7"]
    direction = lifted(side, angles.lift, angles.plane)
    if angles.reach:
        direction = to_local(chest, to_world(body.frames["base"], REACH[angles.reach]))
    shoulder = shoulder_point(body, side, direction, angles.blade)
    turned = combined(shortest_rotation(DOWN, direction), rotation_y(-sign * angles.turn))
    upper = combined(chest, turned)
    elbow = along(shoulder, upper[1], -UPPER_ARM)
    lower = combined(upper, rotation_x(-angles.elbow))
    wrist = along(elbow, lower[1], -FOREARM)
    lower = combined(lower, rotation_y(-sign * angles.pronate))
    fingers = scale(lower[1], -1)
    palm = scale(lower[0], -sign)  # towards the body
    if angles.wrist:
        flexed = rotation(cross(fingers, palm), angles.wrist)
        fingers, palm = to_world(flexed, fingers), to_world(flexed, palm)
    _place_arm(body, side, (shoulder, elbow, wrist), (upper, lower))
    body.hands[side] = _hand(side, fingers, palm, lower, angles.shape)


def set_arm_to(body: Body, side: str, target: ArmTarget) -> None:
    """Set an arm so that the palm meets its place; the miss in cm, 0 when it does, is noted on the body."""
    chest = body.frames["t7"]
    pole = to_world(chest, target.pole or (SIGN[side] * 0.5, -0.8, -0.5))
    shoulder = body.joints[f"{side} shoulder socket"]
    for _ in range(_ROUNDS):
        fingers, wrist = wrist_place(target, shoulder, chest[1])
        elbow = inverse_kinematics(shoulder, wrist, UPPER_ARM, FOREARM, pole).joint
        direction = to_local(chest, unit(subtract(elbow, shoulder)))
        shoulder = shoulder_point(body, side, direction, target.blade)
    elbow, end, miss = inverse_kinematics(shoulder, wrist, UPPER_ARM, FOREARM, pole)
    if miss > 0:
        shoulder = along(shoulder, unit(subtract(wrist, shoulder)), min(_GLIDE, miss + _GLIDE_MORE))
        elbow, end, miss = inverse_kinematics(shoulder, wrist, UPPER_ARM, FOREARM, pole)
    body.misses[f"{side} hand"] = length(subtract(end, wrist))
    upper, lower = _arm_frames(shoulder, elbow, end, pole)
    _place_arm(body, side, (shoulder, elbow, end), (upper, lower))
    if target.normal:
        body.hands[side] = _hand(side, fingers, scale(target.normal, -1), lower, target.shape)
    else:
        straight = unit(subtract(end, elbow))
        body.hands[side] = _hand(side, straight, scale(lower[0], -SIGN[side]), lower, target.shape)


def target_met(body: Body, side: str) -> ArmTarget:
    """The target that an arm meets as it is: the elbow stays where it is."""
    hand, wrist = body.hands[side], body.joints[f"{side} wrist"]
    point = along(along(wrist, hand.direction, _MIDDLE_OF_PALM), hand.palm, _PALM_HEIGHT)
    pole = to_local(body.frames["t7"], scale(body.frames[f"{side} upper arm"][2], -1))
    return ArmTarget(point, scale(hand.palm, -1), hand.direction, _MIDDLE_OF_PALM, pole, shape=hand.shape)


def wrist_place(target: ArmTarget, shoulder: Vector, chest_up: Vector) -> tuple[Vector, Vector]:
    """The direction of the fingers and the place of the wrist from which the palm meets the target."""
    fingers = target.fingers
    normal = target.normal
    if fingers is None:
        way = unit(subtract(target.point, shoulder))
        fingers = across(way, normal) if normal else way
        fingers = unit(fingers if length(fingers) > 0.15 or not normal else across(chest_up, normal))
    wrist = along(target.point, fingers, -target.reach)
    return fingers, along(wrist, normal, _PALM_HEIGHT) if normal else wrist


def _arm_frames(shoulder: Vector, elbow: Vector, wrist: Vector, pole: Vector) -> tuple[Frame, Frame]:
    upper = unit(subtract(elbow, shoulder))
    lower = unit(subtract(wrist, elbow))
    bend = across(lower, upper)
    if length(bend) > _STRAIGHT_ARM:
        return bone_frame(upper, bend), bone_frame(lower, scale(across(upper, lower), -1))
    straight = bone_frame(upper, scale(pole, -1))
    return straight, bone_frame(lower, straight[2])


def _place_arm(body: Body, side: str, joints: tuple[Vector, Vector, Vector], frames: tuple[Frame, Frame]) -> None:
    body.joints[f"{side} shoulder"], body.joints[f"{side} elbow"], body.joints[f"{side} wrist"] = joints
    body.frames[f"{side} upper arm"], body.frames[f"{side} forearm"] = frames


def _hand(side: str, fingers: Vector, palm: Vector, forearm: Frame, shape: str) -> Hand:
    """A hand whose palm is made perpendicular to its fingers."""
    square = across(palm, fingers)
    if length(square) <= 0.01:
        square = across(forearm[2], fingers)
    palm = unit(square)
    thumb = unit(cross(palm, fingers) if side == "left" else cross(fingers, palm))
    return Hand(fingers, palm, thumb, shape)
