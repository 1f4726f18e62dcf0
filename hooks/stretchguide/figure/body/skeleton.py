"""The skeleton: proportions, the solved body, the spine and the shoulder blade.

A body is filled from the pelvis outwards: `set_spine`, then the legs and arms of `limbs`. This module knows no words
and no flesh; whether a pose rests on the floor or a hand meets its place is the solver's business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import NamedTuple

from stretchguide.figure.shapes.geometry import (
    IDENTITY,
    Frame,
    Vector,
    add,
    combined,
    rotation_x,
    rotation_y,
    rotation_z,
    scale,
    to_world,
)
from stretchguide.figure.shapes.solids import Box

SIGN = {"left": 1, "right": -1}
"""The way out from the middle along x."""

# Lengths of bones and half widths of the joints in cm, those of the body that figures are drawn from (`rest`), which is
# 172 cm tall: measured between its bones and rounded to a millimetre. A test holds them, and the spine below, to it.
UPPER_ARM = 25.1
FOREARM = 24.7
ARM = UPPER_ARM + FOREARM
THIGH = 40.9
SHANK = 42.2
LEG = THIGH + SHANK
HIP_OUT = 10.5
SHOULDER_OUT = 17.6
ANKLE_HEIGHT = 7.2
"""Of a foot that stands flat, in cm."""
KNEE_HEIGHT = 5.6
"""Of the middle of a knee that kneels, over what it kneels on (cm)."""
INSTEP_HEIGHT, INSTEP_BEND = 3.7, 64.0
"""Of a foot whose instep lies on the floor: how high its ankle is (cm), and bent against the shank (degrees)."""


class Hand(NamedTuple):
    """How a hand is held: unit vectors of the fingers, out of the palm and towards the thumb, and the hand's shape."""

    direction: Vector
    palm: Vector
    thumb: Vector
    shape: str = "relaxed"


class BentToes(NamedTuple):
    """How toes are held: their shape by its word, and how far all are drawn towards the shin, in degrees."""

    shape: str
    back: float


# From the wrist to the knuckles and to beyond the root of the thumb; from the middle of a hand to the skin of its palm,
# and to that of a finger (cm).
_KNUCKLES, _BEYOND_THUMB = 10.6, 4.7
_PALM_DEEP, _FINGER_DEEP = 2.2, 0.9
_FARTHEST_GRIP = 9.2


def grip_ahead(radius: float) -> float:
    """How far ahead of the wrist a hand closes round something of a radius; all in cm.

    Between the roots of the fingers and the thumb where there is room, else beyond the root of the thumb, so that it
    comes round the other side.
    """
    return min(_FARTHEST_GRIP, max(_KNUCKLES - _FINGER_DEEP - radius, _BEYOND_THUMB + radius))


def rod_in_hand(wrist: Vector, hand: Hand, radius: float) -> Vector:
    """The middle of a rod of a radius that lies on the palm (cm)."""
    return add(add(wrist, scale(hand.direction, grip_ahead(radius))), scale(hand.palm, _PALM_DEEP + radius))


@dataclass(slots=True)
class Body:
    """A body in a pose: where its joints are and how its bones are turned.

    Joints (cm): pelvis, s1, l3, t12, t7, c7, c1, and with `left` or `right` before: hip, knee, ankle, shoulder socket
    (where the shoulder is at rest), shoulder, elbow, wrist. Frames: base (what angles of the legs count from), pelvis,
    l5, l3, t12, t7 (the chest), c7, head, and with a side: thigh, shank, foot, upper arm, forearm. The bone of a limb
    runs along -y of its frame, and z is its front.
    """

    joints: dict[str, Vector] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    hands: dict[str, Hand] = field(default_factory=dict)
    misses: dict[str, float] = field(default_factory=dict)
    """How many cm a `left hand` or `left foot` stays away from its place."""
    hosts: dict[str, str] = field(default_factory=dict)
    """What a hand or foot touches: the name of a part, or `floor`, `wall` and the like."""
    wraps: dict[str, float] = field(default_factory=dict)
    """By side, the radius in cm of what the hand is closed round."""
    on_tops: set[str] = field(default_factory=set)
    """The sides whose toes lie with their tops on the floor."""
    toes: dict[str, BentToes] = field(default_factory=dict)
    """By side, how toes are held that do not simply lie."""
    furniture: Mapping[str, Sequence[Box]] = field(default_factory=dict)
    """What of the things round it does not give way, by the names that `hosts` has for them."""
    notes: list[str] = field(default_factory=list)
    """What the solver has to say about the pose, in words."""
    lean: tuple[float, ...] = (0.0,) * 6
    """Degrees the spine gave way so that a hand reaches: lumbar fold, side, turn, thoracic fold, side, turn."""

    def elsewhere(self, by: Vector) -> Body:
        """The same body, moved by so much (cm) without the things round it."""
        moved = self.copy()
        moved.joints = {name: add(place, by) for name, place in self.joints.items()}
        return moved

    def copy(self) -> Body:
        """Another body with the same values; joints and frames can be changed without touching this one."""
        return Body(
            dict(self.joints),
            dict(self.frames),
            dict(self.hands),
            dict(self.misses),
            dict(self.hosts),
            dict(self.wraps),
            set(self.on_tops),
            dict(self.toes),
            self.furniture,
            list(self.notes),
            self.lean,
        )


# -- spine ------------------------------------------------------------------------------------------------------------


class Bend(NamedTuple):
    """How a part of the spine is bent, in degrees: fold > 0 forward, side > 0 and turn > 0 to the figure's left."""

    fold: float = 0.0
    side: float = 0.0
    turn: float = 0.0


STRAIGHT = Bend()


class Trunk(NamedTuple):
    """Where the pelvis is and how the spine goes on from there. All bends are totals of their part of the spine."""

    pelvis: Vector = (0.0, 90.0, 0.0)
    pelvis_frame: Frame = IDENTITY
    lumbar: Bend = STRAIGHT
    thoracic: Bend = STRAIGHT
    neck: Bend = STRAIGHT


# From each joint to the next one, in the frame of the first; and how much of the part's bend happens there.
# They are where the bones of the body at rest begin. The heights add up: S1 9.1 over the hips, L3 16, T12 23.7,
# T7 38.7, C7 56.8, base of the skull 67.3 cm.
_TO_S1 = (0.0, 9.1, -3.2)
_TO_L3 = (0.0, 6.9, 1.6)
_TO_T12 = (0.0, 7.8, 0.2)
_TO_T7 = (0.0, 14.9, -1.1)
_TO_C7 = (0.0, 18.1, 2.5)
_TO_C1 = (0.0, 10.5, 4.1)
_LUMBAR_SHARE = 0.5
_T12_SHARE = 0.45
_T7_SHARE = 0.55
_NECK_SHARE = 0.5
# The head of the upper arm at rest, in the frame of the chest at T7.
_SOCKET_UP = 8.4
_SOCKET_FORWARD = 3.9
# The same, of the shoulder a body lies on: it is pushed in and forward.
_PRESSED_SOCKET = (12.9, 7.4, 6.8)
# Of a chin tuck, the upper neck nods so much more than the lower neck moves back.
_TUCK_NOD = 1.35


def bent(frame: Frame, bend: Bend, share: float = 1.0) -> Frame:
    """The frame of the next bone after a share of a bend."""
    fold, side, turn = bend
    tilted = combined(rotation_z(-side * share), rotation_x(fold * share))
    return combined(frame, combined(rotation_y(turn * share), tilted))


def set_spine(body: Body, trunk: Trunk) -> None:
    """Set pelvis, spine, head, hips and the sockets of the shoulders. The limbs have to be set again afterwards."""
    joints, frames = body.joints, body.frames
    frames["pelvis"] = pelvis = trunk.pelvis_frame
    joints["pelvis"] = trunk.pelvis
    joints["s1"] = add(trunk.pelvis, to_world(pelvis, _TO_S1))
    frames["l5"] = bent(pelvis, trunk.lumbar, _LUMBAR_SHARE)
    joints["l3"] = add(joints["s1"], to_world(frames["l5"], _TO_L3))
    frames["l3"] = bent(frames["l5"], trunk.lumbar, _LUMBAR_SHARE)
    joints["t12"] = add(joints["l3"], to_world(frames["l3"], _TO_T12))
    frames["t12"] = bent(frames["l3"], trunk.thoracic, _T12_SHARE)
    joints["t7"] = add(joints["t12"], to_world(frames["t12"], _TO_T7))
    frames["t7"] = chest = bent(frames["t12"], trunk.thoracic, _T7_SHARE)
    joints["c7"] = add(joints["t7"], to_world(chest, _TO_C7))
    frames["c7"] = bent(chest, trunk.neck, _NECK_SHARE)
    joints["c1"] = add(joints["c7"], to_world(frames["c7"], _TO_C1))
    frames["head"] = bent(frames["c7"], trunk.neck, _NECK_SHARE)
    for side, sign in SIGN.items():
        joints[f"{side} hip"] = add(trunk.pelvis, to_world(pelvis, (sign * HIP_OUT, 0.0, 0.0)))
        socket = (sign * SHOULDER_OUT, _SOCKET_UP, _SOCKET_FORWARD)
        joints[f"{side} shoulder socket"] = add(joints["t7"], to_world(chest, socket))


def tuck_chin(body: Body, angle: float, neck_fold: float = 0.0) -> None:
    """Move the lower neck back by some degrees and let the upper neck nod, so that the gaze stays level.

    A negative angle pokes the chin forward. To be called after `set_spine`; `neck_fold` is the fold given there.
    """
    joints, frames = body.joints, body.frames
    frames["c7"] = lower = combined(frames["c7"], rotation_x(-angle))
    joints["c1"] = add(joints["c7"], to_world(lower, _TO_C1))
    nod = combined(rotation_x(angle * _TUCK_NOD), rotation_x(neck_fold * _NECK_SHARE))
    frames["head"] = combined(lower, nod)


def press_shoulder(body: Body, side: str) -> None:
    """Move the socket of the shoulder a body lies on inwards. To be called after `set_spine`."""
    x, y, z = _PRESSED_SOCKET
    socket = to_world(body.frames["t7"], (SIGN[side] * x, y, z))
    body.joints[f"{side} shoulder socket"] = add(body.joints["t7"], socket)


# -- shoulder blade ---------------------------------------------------------------------------------------------------

# How far the shoulder blade takes the joint along, in cm: up and in when the arm is overhead, forward or back with the
# arm, and in when it reaches across the chest. It begins to rise when the arm is so far up (y of its direction).
_BLADE_UP = 4.6
_BLADE_IN = 3.2
_BLADE_ACROSS = 2.6
_BLADE_FORWARD = 2.6
_BLADE_BACK = 2.2
_BLADE_STARTS = -0.25
_ACROSS_STARTS = -0.2


# The collarbone is so long (cm), and at rest its outer end lies so far behind its inner end (degrees).
_COLLARBONE, _COLLARBONE_BACK = 15.0, 20.0


class Blade(NamedTuple):
    """How a shoulder blade is moved by itself."""

    up: float = 0.0
    """In cm."""
    back: float = 0.0
    """How far the collarbone turns back, in degrees: the blade comes nearer to the spine. Below 0 it turns forward."""


BLADE_AT_REST = Blade()
"""Where the arm takes it, and no farther."""


def shoulder_point(body: Body, side: str, direction: Vector, blade: Blade = BLADE_AT_REST) -> Vector:
    """Where the shoulder joint is when the upper arm points in a direction: the scapula follows the arm.

    The direction is a unit vector in the frame of the chest (t7).
    """
    sign = SIGN[side]
    x, y, z = direction
    raised = max(0.0, (y - _BLADE_STARTS) / (1 - _BLADE_STARTS))
    inward = _BLADE_ACROSS * min(1.0, -x * sign * 1.6) if x * sign < _ACROSS_STARTS else 0.0
    rest, turned = radians(_COLLARBONE_BACK), radians(_COLLARBONE_BACK + blade.back)
    inward += _COLLARBONE * (cos(rest) - cos(turned))
    forward = _BLADE_FORWARD * max(0.0, z) * (1 - raised * 0.5) - _BLADE_BACK * max(0.0, -z)
    offset = (
        -sign * (_BLADE_IN * raised + inward),
        _BLADE_UP * raised + blade.up,
        forward - _COLLARBONE * (sin(turned) - sin(rest)),
    )
    return add(body.joints[f"{side} shoulder socket"], to_world(body.frames["t7"], offset))
