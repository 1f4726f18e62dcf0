"""Pelvis, chest, neck, head, hands and feet as hulls of balls and ellipsoids round the bones.

Sizes are cm in the frame of the bone they belong to. They were set by eye, so that they lie in the skin that is drawn
over the same bones, and end where it does.
"""

from __future__ import annotations

from math import degrees
from typing import TypeAlias

from stretchguide.figure.body.girth import in_frame, torso_ring
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import Frame, Vector, add, along, cross, rotation, to_world
from stretchguide.figure.shapes.outline import Volume, ball, ellipsoid

Hull: TypeAlias = tuple[Volume, ...]
"""Volumes that span one convex piece."""

# -- trunk and head ---------------------------------------------------------------------------------------------------

_BUTTOCK = (7.6, -0.7, -3.0)
_BUTTOCK_RADIUS = 8.4


def pelvis_hulls(body: Body) -> tuple[Hull, ...]:
    """Crotch, buttocks, and up to the waist."""
    frame, origin = body.frames["pelvis"], body.joints["pelvis"]
    x, y, z = _BUTTOCK
    left, right = (ball(in_frame(origin, frame, sign * x, y, z), _BUTTOCK_RADIUS) for sign in (1, -1))
    hip, iliac = torso_ring(body, "hip"), torso_ring(body, "iliac")
    return ((torso_ring(body, "crotch"), hip), (hip, left, right), (hip, iliac), (iliac, torso_ring(body, "waist")))


def chest_hulls(body: Body) -> tuple[Hull, ...]:
    """The shirt from hem to shoulders; it is a little thicker than the body under it."""
    joints, frames = body.joints, body.frames
    waist, rib, chest = (torso_ring(body, name, grow) for name, grow in (("waist", 0.4), ("rib", 0.3), ("chest", 0.3)))
    shoulders = joints["left shoulder"], joints["right shoulder"]
    neck = along(along(joints["c7"], frames["t7"][2], 2.0), frames["c7"][1], 0.5)
    slope, inner = ball(neck, 4.8), torso_ring(body, "upper", -2)
    return (
        (torso_ring(body, "iliac", 0.5, is_flat=True), torso_ring(body, "waist", 0.5)),
        (waist, rib),
        (rib, chest),
        (chest, torso_ring(body, "upper", 0.3)),
        (torso_ring(body, "upper"), *(ball(shoulder, 4.8) for shoulder in shoulders)),
        *((slope, ball(shoulder, 6.0), inner) for shoulder in shoulders),
    )


def neck_hulls(body: Body) -> tuple[Hull, ...]:
    """From between the shoulders to the base of the skull."""
    low = in_frame(body.joints["c7"], body.frames["c7"], 0, 2.5, 3.0)
    high = in_frame(body.joints["c1"], body.frames["head"], 0, -2.0, 0.2)
    return ((ball(low, 5.2), ball(high, 5.2)),)


def head_hulls(body: Body) -> tuple[Hull, ...]:
    """Skull and face, jaw, and the nose that shows the gaze."""
    frame, origin = body.frames["head"], body.joints["c1"]

    def egg(place: Vector, half_axes: Vector) -> Volume:
        return ellipsoid(add(origin, to_world(frame, place)), frame, *half_axes)

    face = egg((0, 3.8, 2.7), (6.9, 8.0, 7.6))
    skull = egg((0, 7.8, -1.6), (7.6, 9.0, 9.7))
    chin, jaw = egg((0, -5.8, 6.7), (4.3, 3.2, 3.6)), egg((0, -2.5, 3.0), (6.0, 4.0, 4.5))
    tip, bridge = in_frame(origin, frame, 0, 0.7, 11.0), in_frame(origin, frame, 0, 4.2, 9.3)
    return ((skull, face), (face, chin, jaw), (ball(tip, 1.0), ball(bridge, 0.9)))


# -- hands and feet ---------------------------------------------------------------------------------------------------

FINGER_CURL: dict[str, float] = {
    "flat": 4,
    "fan": 2,
    "thumb out": 4,
    "relaxed": 22,
    "cup": 40,
    "grip": 88,
    "fist": 120,
    "hook": 100,
    "roof": 88,
    "point": 95,
    "laced": 60,
}
"""Degrees by which the fingers bend at the knuckles."""
_USUAL_CURL = 20.0
_USUAL_WRAP = 4.0


def finger_curl(shape: str, wrapped_radius: float = _USUAL_WRAP) -> float:
    """Degrees by which the fingers bend; a hand that wraps a limb follows its roundness (radius in cm)."""
    if shape == "wrap":
        return max(38.0, min(88.0, degrees(5.2 / (wrapped_radius + 1.2))))
    return FINGER_CURL.get(shape, _USUAL_CURL)


def hand_hulls(body: Body, side: str) -> tuple[Hull, ...]:
    """A hand: palm, fingers as one piece in one or two bends, and the thumb."""
    along_hand, palm, thumb, shape = body.hands[side]
    wrist = body.joints[f"{side} wrist"]
    curl = finger_curl(shape, body.wraps.get(side, _USUAL_WRAP))
    frame = (thumb, along_hand, palm)
    middle = ellipsoid(along(wrist, along_hand, 4.2), frame, 3.5, 2, 1.7)
    knuckle_point = along(along(wrist, along_hand, 8.2), thumb, 0.2)
    knuckles = ellipsoid(knuckle_point, frame, 3.9, 1.5, 1.5)
    hulls: list[Hull] = [(ball(wrist, 2.5), middle, knuckles)]
    if shape == "point":
        finger = along(knuckle_point, thumb, 2.8)
        hulls.append((ball(along(knuckle_point, thumb, 2.6), 1.15), ball(along(finger, along_hand, 8.2), 0.95)))
    if curl > 60 or shape == "wrap":
        hulls += _closed_fingers(knuckles, frame, curl)
    else:
        hulls.append(_open_fingers(knuckles, frame, curl))
    hulls.append(_thumb(wrist, frame, curl))
    return tuple(hulls)


def _open_fingers(knuckles: Volume, frame: Frame, curl: float) -> Hull:
    thumb, along_hand, palm = frame
    way = to_world(rotation(cross(along_hand, palm), curl), along_hand)
    finger_frame = (thumb, way, cross(thumb, way))
    tip = along(along(knuckles.centre, way, 9.3), palm, curl * 0.03)
    return (
        knuckles,
        ellipsoid(along(knuckles.centre, way, 6), finger_frame, 3.4, 1.4, 1.2),
        ellipsoid(tip, finger_frame, 2.1, 1.0, 0.95),
    )


def _closed_fingers(knuckles: Volume, frame: Frame, curl: float) -> tuple[Hull, Hull]:
    thumb, along_hand, palm = frame
    axis = cross(along_hand, palm)
    way = to_world(rotation(axis, curl), along_hand)
    end_way = to_world(rotation(axis, curl * 0.9), way)
    finger_frame = (thumb, way, cross(thumb, way))
    joint = along(knuckles.centre, way, 4.6)
    bend = ellipsoid(joint, finger_frame, 3.5, 1.2, 1.3)
    tip = ellipsoid(along(joint, end_way, 3.2), finger_frame, 3.1, 1.0, 1.1)
    return (knuckles, bend), (bend, tip)


def _thumb(wrist: Vector, frame: Frame, curl: float) -> Hull:
    thumb, along_hand, palm = frame
    root = along(along(wrist, along_hand, 2.6), thumb, 2.4)
    out, out_thumb, out_palm = (7.6, 5.8, 1.6) if curl < 60 else (8.0, 3.2, 4.0)
    tip = along(along(along(wrist, along_hand, out), thumb, out_thumb), palm, out_palm)
    return (ball(root, 1.7), ball(tip, 1.15))


# Balls of the foot in its frame, from the ankle: x outward, y up, z forward, radius (cm).
_HEEL = (0.6, -4.1, -2.6, 3.1)
_INSTEP = (1.0, -2.7, 4.0, 3.6)
_ARCH = (1.0, -3.6, 5.0, 3.2)
_BALL_INNER = (-1.8, -5.0, 12.0, 2.2)
_BALL_OUTER = (3.4, -5.2, 10.5, 2.0)
_TOE_INNER = (-1.9, -5.6, 16.8, 1.15)
_TOE_OUTER = (3.0, -5.7, 14.4, 1.15)
_ANKLE_RADIUS = 3.2


def foot_hulls(body: Body, side: str) -> tuple[Hull, ...]:
    """A foot: ankle and heel, the arch, and the toes."""
    frame, ankle, sign = body.frames[f"{side} foot"], body.joints[f"{side} ankle"], SIGN[side]

    def part(x: float, y: float, z: float, radius: float) -> Volume:
        return ball(in_frame(ankle, frame, x * sign, y, z), radius)

    heel, inner, outer = part(*_HEEL), part(*_BALL_INNER), part(*_BALL_OUTER)
    return (
        (ball(ankle, _ANKLE_RADIUS), heel, part(*_INSTEP)),
        (heel, part(*_ARCH), inner, outer),
        (inner, outer, part(*_TOE_INNER), part(*_TOE_OUTER)),
    )
