"""Two hands that meet without a place: laced, or with their palms or backs against each other.

Where they meet and how they point follows from the arms' own angles, half from each: words need not be exact. The
elbows stay where the angles have them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stretchguide.figure.body.limbs import ArmTarget, set_arm_to
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import (
    Vector,
    across,
    add,
    along,
    between,
    dot,
    length,
    scale,
    subtract,
    to_local,
    unit,
)
from stretchguide.figure.solver.plan import ArmPlan
from stretchguide.format.sides import OTHER, SIDES


class _HandMeeting(NamedTuple):
    """How each of two hands lies to where they meet."""

    reach: float
    """From the wrist, along the hand (cm)."""
    apart: float
    """From the skin that meets to the plane of a target's palm (cm)."""
    palms: int
    """1 with the palms to each other, -1 with the backs; 0 side by side, the palms away from the body."""
    aside: float = 0.0
    """One hand so far to the side of the thumbs, the other away from it, so that fingers meet gaps (cm)."""


_MEETINGS: Mapping[str, _HandMeeting] = {
    "palms together": _HandMeeting(9.0, 0.6, 1),
    "backs together": _HandMeeting(9.0, 3.5, -1),
    "laced": _HandMeeting(9.0, 0.6, 1, 0.5),
    "laced away": _HandMeeting(12.4, 0.0, 0, 0.5),
}
_FINGERS_MEET = 9.0
"""From the wrist, along a hand (cm)."""
# Hands that lace with the palms away point past each other by so much of their length. Two ways that
# add up to less than this say nothing together.
_PAST = 0.12
_NO_WAY = 0.2


def join_hands(body: Body, arms: Sequence[ArmPlan]) -> None:
    """Bring both hands of set arms together where their shapes say so; the left arm comes first."""
    shape = body.hands["left"].shape
    if shape not in _MEETINGS or body.hands["right"].shape != shape or "right hand" in body.hosts:
        return
    left, right = arms
    middle = _middle(body, is_even=left.angles == right.angles)
    targets = [_target(body, side, _MEETINGS[shape], middle) for side in SIDES]
    for side, arm, target in zip(SIDES, arms, targets, strict=True):
        set_arm_to(body, side, target._replace(blade=arm.angles.blade))
        body.hosts[f"{side} hand"] = f"{OTHER[side]} hand"


def _target(body: Body, side: str, meeting: _HandMeeting, middle: Vector) -> ArmTarget:
    out = scale(_across(body), SIGN[side])
    if meeting.palms:
        fingers = _mean_way(body)
        out = unit(across(out, fingers))
        normal = scale(out, meeting.palms)
    else:
        left, right = (body.joints[f"{each} shoulder"] for each in SIDES)
        away = unit(subtract(middle, between(left, right, 0.5)))
        out = unit(across(out, away))
        fingers, normal = unit(add(scale(out, -1), scale(away, -_PAST))), scale(away, -1)
    point = along(along(middle, out, meeting.apart), _thumbs(body), SIGN[side] * meeting.aside)
    elbow, shoulder, wrist = (body.joints[f"{side} {joint}"] for joint in ("elbow", "shoulder", "wrist"))
    pole = to_local(body.frames["t7"], subtract(elbow, between(shoulder, wrist, 0.5)))
    shape = body.hands[side].shape
    return ArmTarget(point, normal, fingers, reach=meeting.reach, pole=unit(pole), shape=shape)


def _across(body: Body) -> Vector:
    """From the right hand to the left one: as the elbows are, which may be crossed."""
    left = body.frames["t7"][0]
    apart = dot(subtract(body.joints["left elbow"], body.joints["right elbow"]), left)
    return left if apart > 0 else scale(left, -1)


def _middle(body: Body, is_even: bool) -> Vector:
    """Half way between the roots of the fingers of both hands; before the middle of the chest where arms are even.

    One of them may have made way for the other one.
    """
    left, right = (along(body.joints[f"{side} wrist"], body.hands[side].direction, _FINGERS_MEET) for side in SIDES)
    middle, chest = between(left, right, 0.5), body.joints["t7"]
    return add(chest, across(subtract(middle, chest), body.frames["t7"][0])) if is_even else middle


def _mean_way(body: Body) -> Vector:
    """Where both hands point together, without what leads to the sides."""
    way = across(add(body.hands["left"].direction, body.hands["right"].direction), body.frames["t7"][0])
    return unit(way) if length(way) > _NO_WAY else body.frames["t7"][1]


def _thumbs(body: Body) -> Vector:
    way = add(body.hands["left"].thumb, body.hands["right"].thumb)
    return unit(way) if length(way) > _NO_WAY else body.frames["t7"][1]
