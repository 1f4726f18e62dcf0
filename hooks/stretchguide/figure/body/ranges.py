"""How far human joints go, and how far the joints of a solved body are: angles in degrees.

The ranges are those of healthy adults with some room for trained ones (American Academy of Orthopaedic Surgeons,
Joint Motion, 1965: elbow 0 to 150, wrist 80 flexion, 70 extension, 20 towards the thumb, 30 away; knee 0 to 135), and
wider where weight or the other hand pushes, as in stretches it does.
"""

from __future__ import annotations

from math import acos, asin, atan2, degrees
from typing import NamedTuple

from stretchguide.figure.body.skeleton import SIGN, Body, Hand
from stretchguide.figure.shapes.geometry import Frame, Vector, across, cross, dot, length, scale, subtract, unit

MOST_KNEE = 158.0
"""Bend of a knee: heel to buttock."""
MOST_ELBOW = 152.0
MOST_WRIST_FORWARD = 85.0
"""Bend of a wrist towards the palm."""
MOST_WRIST_BACK = 92.0
"""The other way, under weight."""
MOST_WRIST_ASIDE = 38.0
"""Towards the little finger; less towards the thumb."""
MOST_WRIST_TO_THUMB = 32.0
MOST_TWIST = 110.0
"""Of the forearm, from where the thumb points along the elbow's bend to either side."""
# A forearm this straight can be turned by the shoulder too, so its twist says nothing.
_STRAIGHT = 25.0


class Wrist(NamedTuple):
    """How a wrist is bent: towards the palm > 0 and back < 0; towards the thumb > 0 and the little finger < 0."""

    forward: float
    aside: float


def wrist_of(hand: Hand, forearm: Frame) -> Wrist:
    """The bend of a wrist from the directions of hand and forearm."""
    way = scale(forearm[1], -1)
    forward = degrees(atan2(-dot(way, hand.palm), dot(way, hand.direction)))
    return Wrist(forward, -degrees(asin(max(-1.0, min(1.0, dot(way, hand.thumb))))))


def twist_of(side: str, hand: Hand, forearm: Frame) -> float:
    """How far the forearm is turned from the middle between palm up and palm down, 0 to 180."""
    neutral = scale(forearm[0], -SIGN[side])
    palm = across(hand.palm, forearm[1])
    if length(palm) < 0.3:  # the wrist is bent so far that the palm looks along the forearm: take the thumb
        palm = cross(hand.thumb, forearm[1]) if side == "right" else cross(forearm[1], hand.thumb)
    return _angle(unit(palm), neutral)


def _angle(a: Vector, b: Vector) -> float:
    return degrees(acos(max(-1.0, min(1.0, dot(a, b)))))


def bend_at(body: Body, near: str, middle: str, far: str) -> float:
    """The bend of the joint `middle` between two others: 0 is straight."""
    joints = body.joints
    first = unit(subtract(joints[middle], joints[near]))
    return _angle(first, unit(subtract(joints[far], joints[middle])))


def elbow_bend(body: Body, side: str) -> float:
    """How far an elbow is bent."""
    return bend_at(body, f"{side} shoulder", f"{side} elbow", f"{side} wrist")


def knee_bend(body: Body, side: str) -> float:
    """How far a knee is bent."""
    return bend_at(body, f"{side} hip", f"{side} knee", f"{side} ankle")


def is_twist_clear(body: Body, side: str) -> bool:
    """Whether the elbow is bent far enough for the twist of the forearm to mean something."""
    return elbow_bend(body, side) > _STRAIGHT
