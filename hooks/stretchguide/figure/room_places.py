"""Places in the room: on the floor, on a wall, a door frame, a table, a chair."""

from __future__ import annotations

from stretchguide.figure.body import SIGN, Body
from stretchguide.figure.furniture import CHAIR_BACK_AHEAD, CHAIR_BACK_HIGH, CHAIR_HALF_WIDTH, TABLE_HIGH
from stretchguide.figure.geometry import FORWARD, UP, Vector, across, add, along, cross, length, scale, unit
from stretchguide.figure.spots import Spot, Touch

# The palm's middle is so far above the floor, and in front of a wall, when the hand lies flat on it.
_OFF_FLOOR = 0.7
_OFF_WALL = 1.2
_OFF_TABLE = 1.4


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


def floor(touch: Touch) -> list[Spot]:
    """On the floor under the shoulder, moved by steps of some cm: ahead, back, out or in."""
    ahead, left = floor_axes(touch.body)
    sign = SIGN[touch.side]
    x, _, z = touch.body.joints[f"{touch.side} shoulder socket"]
    ways = {"ahead": ahead, "back": scale(ahead, -1), "out": scale(left, sign), "in": scale(left, -sign)}
    place: Vector = (x, 0.0, z)
    for way, size in touch.contact.steps:
        place = along(place, ways[way], size)
    place = (place[0], _OFF_FLOOR, place[2])
    fingers = ahead
    if touch.contact.fingers == "side":
        fingers = unit(add(ahead, scale(left, sign * 1.2)))
    elif touch.contact.fingers == "back":
        fingers = scale(ahead, -1)
    return [
        Spot(along(along(place, ahead, k), left, q * sign), UP, fingers, "flat", 8, (abs(k) + abs(q)) * 0.08, "floor")
        for k in (0, -3, 3, -6, 6, -10, 10)
        for q in (0, -4, 4, -9, 9, -14, 14)
    ]


_TO_THE_BACK: Vector = (0.0, 0.0, -1.0)


def wall(touch: Touch) -> list[Spot]:
    """On the wall ahead or behind, at a height, fingers up."""
    x, y, _ = touch.body.joints[f"{touch.side} shoulder socket"]
    height = y - 6 if touch.contact.number is None else touch.contact.number
    sign = SIGN[touch.side]
    near = touch.room.wall
    z, normal = (near - _OFF_WALL, _TO_THE_BACK) if near >= 0 else (near + _OFF_WALL, FORWARD)
    return [
        Spot((x * 1.1 + sign * out, height + up, z), normal, UP, "flat", 8, (abs(up) + abs(out)) * 0.05, "wall")
        for up in (0, -4, 4, -9, 9, -15)
        for out in (0, 5, -5)
    ]


def frame(touch: Touch) -> list[Spot]:
    """On the frame of the doorway, at a height, fingers up."""
    height = 120 if touch.contact.number is None else touch.contact.number
    x, z = SIGN[touch.side] * touch.room.doorway, touch.room.doorway_ahead - _OFF_WALL
    return [Spot((x, height + up, z), _TO_THE_BACK, UP, "flat", 8, abs(up) * 0.05, "frame") for up in (0, -5, 5, -10)]


def table(touch: Touch) -> list[Spot]:
    """On the table, from its near edge onwards."""
    x = touch.body.joints[f"{touch.side} shoulder socket"][0]
    return [
        Spot((x, TABLE_HIGH[1] + _OFF_TABLE, touch.room.table + z), UP, FORWARD, "flat", 8, abs(z - 10) * 0.05, "table")
        for z in (4, 7, 10, 13, 17, 22, 28, 34, 40)
    ]


# Ways of the fingers at the edge of a seat, and what they cost: down, down and ahead, ahead.
_AT_SEAT: tuple[tuple[Vector, float], ...] = (((0, -1, 0.1), 0.0), ((0, -0.9, 0.45), 0.1), ((0, -0.35, 1), 0.6))


def seat(touch: Touch) -> list[Spot]:
    """On the side edge of the chair's seat."""
    pelvis, sign = touch.body.joints["pelvis"], SIGN[touch.side]
    level = touch.room.seat - pelvis[1] - 3.5
    places = ((0, -2, 0.0), (0, 4, 0.2), (0, 10, 0.4), (1, -8, 0.4))
    return [
        Spot(add(pelvis, (sign * 21, level + up, ahead)), (sign, 0, 0), unit(way), "cup", 6, cost + more, "seat")
        for up, ahead, cost in places
        for way, more in _AT_SEAT
    ]


def chair_back(touch: Touch) -> list[Spot]:
    """On the top edge of the chair's back, or on its side edge."""
    sign = SIGN[touch.side]
    top, ahead = CHAIR_BACK_HIGH[1], sum(CHAIR_BACK_AHEAD) / 2
    spots = [
        Spot((sign * x, top, ahead), UP, unit((sign * 0.3, 0, -1)), "flat", 7, cost, "chair")
        for x, cost in ((14.0, 0.0), (9.0, 0.2), (17.0, 0.2), (2.0, 0.5), (-8.0, 1.0))
    ]
    side: Vector = (sign, 0.0, 0.0)
    out = sign * CHAIR_HALF_WIDTH
    return spots + [
        Spot((out, top - down, ahead), side, unit((0, 0.3, -1)), "flat", 7, 0.3 + down * 0.02, "chair")
        for down in (4, 10, 16)
    ]
