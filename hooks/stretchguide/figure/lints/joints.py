"""Joints beyond what people can do, in words: which one, how far, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, atan2, degrees

from stretchguide.figure.body.ranges import (
    MOST_ELBOW,
    MOST_KNEE,
    MOST_TWIST,
    MOST_WRIST_ASIDE,
    MOST_WRIST_BACK,
    MOST_WRIST_FORWARD,
    MOST_WRIST_TO_THUMB,
    elbow_bend,
    is_twist_clear,
    knee_bend,
    twist_of,
    wrist_of,
)
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import Vector, scale, to_local
from stretchguide.figure.words.pose import Bending, Pose
from stretchguide.format.sides import SIDES

# Degrees within which a part of the spine moves: fold and arch, bend, turn.
_SPINE = {
    "lower back": ((-45.0, 62.0), 32.0, 25.0),
    "upper back": ((-40.0, 50.0), 35.0, 60.0),
    "head": ((-70.0, 60.0), 45.0, 80.0),
}
# A thigh against the pelvis (degrees): ahead and behind, out and in.
_HIP_AHEAD, _HIP_BEHIND, _HIP_OUT, _HIP_IN = 150.0, 78.0, 88.0, 45.0
# An upper arm against the chest (degrees): behind it when it hangs, is raised sideways, or overhead; and across it.
_ARM_BEHIND, _ARM_BEHIND_ASIDE, _ARM_BEHIND_UP, _ARM_ACROSS = 68.0, 45.0, 30.0, 58.0

Found = tuple[str, str]
"""A key of the pose and a message."""


def joint_faults(pose: Pose, body: Body) -> Iterator[Found]:
    """Every joint that is out of its range: a key of the pose and a message."""
    yield from _spine_faults(pose)
    for side in SIDES:
        yield from _leg_faults(pose, body, side)
        yield from _arm_faults(pose, body, side)


def _spine_faults(pose: Pose) -> Iterator[Found]:
    parts = {"lower back": pose.lumbar, "upper back": pose.thoracic, "head": pose.head}
    for name, bending in parts.items():
        key = name if name == "head" or getattr(pose, name.replace(" ", "_")) != Bending() else "trunk"
        for motion, angle, most in _beyond(bending, *_SPINE[name]):
            yield key, f"the {name} {motion} {angle:.0f} degrees, people reach about {most:.0f}; write less"


def _beyond(
    bending: Bending, fold: tuple[float, float], side: float, turn: float
) -> Iterator[tuple[str, float, float]]:
    """The motions that go too far, how far, and how far people go."""
    if bending.fold > fold[1]:
        yield "folds", bending.fold, fold[1]
    if bending.fold < fold[0]:
        yield "arches", -bending.fold, -fold[0]
    if abs(bending.side) > side:
        yield "bends sideways", abs(bending.side), side
    if abs(bending.turn) > turn:
        yield "turns", abs(bending.turn), turn


def _bone(body: Body, side: str, bone: str, against: str) -> Vector:
    """Where a bone points, in the frame of another one, out of the body's middle > 0."""
    x, y, z = to_local(body.frames[against], scale(body.frames[f"{side} {bone}"][1], -1))
    return (x * SIGN[side], y, z)


def _angle(sine: float) -> float:
    return degrees(asin(max(-1.0, min(1.0, sine))))


def _leg_faults(pose: Pose, body: Body, side: str) -> Iterator[Found]:
    leg = pose.leg(side)
    key = f"{side} leg" if leg.raised or leg.knee is not None else f"{side} foot"
    knee = knee_bend(body, side)
    if knee > MOST_KNEE:
        yield key, f"the {side} knee bends {knee:.0f} degrees, people reach {MOST_KNEE:.0f}; write less"
    x, y, z = _bone(body, side, "thigh", "pelvis")
    ahead, out = degrees(atan2(z, -y)), _angle(x)
    if y > max(0.0, z) and out > 60:  # raised sideways beyond level: of a thigh that is folded, too, out is less
        out = 180 - out
    if abs(out) < 60 and ahead > _HIP_AHEAD:
        yield key, f"the {side} thigh is folded {ahead:.0f} degrees, people reach {_HIP_AHEAD:.0f}; raise it less"
    if abs(out) < 60 and -_HIP_AHEAD < ahead < -_HIP_BEHIND:
        text = f"the {side} thigh goes {-ahead:.0f} degrees behind the hips, people reach {_HIP_BEHIND:.0f}"
        yield key, f"{text}; fold the hips forward, or raise the leg less"
    if out > _HIP_OUT or out < -_HIP_IN:
        where, most = ("out", _HIP_OUT) if out > 0 else ("across", _HIP_IN)
        yield key, f"the {side} thigh goes {abs(out):.0f} degrees {where}, people reach {most:.0f}; write less"


def _arm_faults(pose: Pose, body: Body, side: str) -> Iterator[Found]:
    arm = pose.arm(side)
    key = f"{side} hand" if arm.contact else f"{side} arm"
    elbow = elbow_bend(body, side)
    if elbow > MOST_ELBOW:
        what = "choose a place farther from the shoulder" if arm.contact else "write less"
        yield key, f"the {side} elbow bends {elbow:.0f} degrees, people reach {MOST_ELBOW:.0f}; {what}"
    x, y, z = _bone(body, side, "upper arm", "t7")
    behind, most = _angle(-z), _most_behind(x, y)
    if behind > most:
        yield key, f"the {side} arm goes {behind:.0f} degrees behind the chest, people reach {most:.0f}; raise it less"
    inward = _angle(-x)
    if inward > _ARM_ACROSS:
        yield key, f"the {side} arm goes {inward:.0f} degrees across, people reach {_ARM_ACROSS:.0f}; write less"
    yield from ((key, message) for message in _wrist_faults(body, side, bool(arm.contact)))


def _most_behind(x: float, y: float) -> float:
    """How far an upper arm goes behind the chest: between what it does hanging, to the side and overhead."""
    shares = (max(0.0, -y), _ARM_BEHIND), (abs(x), _ARM_BEHIND_ASIDE), (max(0.0, y), _ARM_BEHIND_UP)
    whole = sum(share for share, _ in shares)
    return sum(share * angle for share, angle in shares) / whole if whole > 0.01 else _ARM_BEHIND


def _wrist_faults(body: Body, side: str, touches: bool) -> Iterator[str]:
    hand, forearm = body.hands[side], body.frames[f"{side} forearm"]
    forward, aside = wrist_of(hand, forearm)
    what = "choose another place, or say where the elbow goes" if touches else "write less"
    for angle, most, way in (
        (forward, MOST_WRIST_FORWARD, "towards the palm"),
        (-forward, MOST_WRIST_BACK, "back"),
        (aside, MOST_WRIST_TO_THUMB, "towards the thumb"),
        (-aside, MOST_WRIST_ASIDE, "towards the little finger"),
    ):
        if angle > most:
            yield f"the {side} wrist is bent {angle:.0f} degrees {way}, people reach {most:.0f}; {what}"
    twist = twist_of(side, hand, forearm)
    if touches and is_twist_clear(body, side) and twist > MOST_TWIST + (90 - min(90.0, elbow_bend(body, side))):
        yield f"the {side} forearm is turned {twist - 90:.0f} degrees too far; {what}"
