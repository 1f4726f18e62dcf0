"""Spots for a hand on the floor, which is always there."""

from __future__ import annotations

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import UP, Vector, across, add, along, cross, length, scale, unit
from stretchguide.figure.words.places import GROUND

OFF_FLOOR = 0.7
"""The middle of a palm that lies flat on something level is so far above it, in cm."""

# The trunk counts as level when its way up rises less than this (sine), and a front as level enough to lead ahead when
# this much of it is level.
_LEVEL = 0.75
_LEADS = 0.3


def floor_axes(body: Body) -> tuple[Vector, Vector]:
    """Ahead and left along the floor, as the body is: towards the head when the trunk is level, else to the front."""
    up = body.frames["t7"][1]
    ahead = across(up, UP)
    if abs(up[1]) >= _LEVEL:
        front = across(body.frames["pelvis"][2], UP)
        if length(front) < _LEADS:  # the pelvis lies, the chest does not: a cobra
            front = across(body.frames["t7"][2], UP)
        ahead = scale(front, 1 if up[1] > 0 else -1)  # upside down, the front of the trunk looks back
    ahead = unit(ahead)
    return ahead, cross(UP, ahead)


def fingers_way(touch: Touch, ahead: Vector, left: Vector) -> Vector:
    """Where the fingers of a hand point on something level, from the ways ahead and left there."""
    sign = SIGN[touch.side]
    ways = {
        "side": unit(add(ahead, scale(left, sign * 2.7))),
        "in": scale(left, -sign),
        "back": scale(ahead, -1),
    }
    return ways.get(touch.contact.fingers, ahead)


def floor(touch: Touch) -> list[Spot]:
    """On the floor under the shoulder, moved by steps of some cm: ahead, back, out or in."""
    ahead, left = floor_axes(touch.body)
    sign = SIGN[touch.side]
    x, _, z = touch.body.joints[f"{touch.side} shoulder socket"]
    ways = {"ahead": ahead, "back": scale(ahead, -1), "out": scale(left, sign), "in": scale(left, -sign)}
    place: Vector = (x, 0.0, z)
    for way, size in touch.contact.steps:
        place = along(place, ways[way], size)
    place = (place[0], OFF_FLOOR, place[2])
    fingers = fingers_way(touch, ahead, left)
    return [
        Spot(
            along(along(place, ahead, k), left, q * sign),
            UP,
            fingers,
            shape="flat",
            reach=8,
            cost=(abs(k) + abs(q)) * 0.08,
            host=GROUND,
        )
        for k in (0, -3, 3, -6, 6, -10, 10)
        for q in (0, -4, 4, -9, 9, -14, 14)
    ]
