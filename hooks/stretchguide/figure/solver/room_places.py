"""Places in the room: on the floor, on a wall, a door frame, a table, a chair."""

from __future__ import annotations

from math import cos, radians, sin

from stretchguide.figure.body.skeleton import SIGN, Body, grip_ahead
from stretchguide.figure.room.room import Chair
from stretchguide.figure.shapes.geometry import (
    BACK,
    FORWARD,
    LEFT,
    UP,
    Vector,
    across,
    add,
    along,
    cross,
    length,
    rotation_y,
    scale,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.solver.spots import Spot, Touch
from stretchguide.figure.things.beds import seats_beside
from stretchguide.figure.things.seats import CHAIR_BACK_AHEAD, CHAIR_BACK_HIGH, CHAIR_HALF_WIDTH, SEAT_THICK, has_back
from stretchguide.figure.things.tables import TABLE_HIGH
from stretchguide.figure.words.places import GROUND

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


def wall(touch: Touch) -> list[Spot]:
    """On the wall ahead, behind or at the side, at a height, fingers up."""
    x, y, ahead = touch.body.joints[f"{touch.side} shoulder socket"]
    height = y - 6 if touch.contact.number is None else touch.contact.number
    near, side = touch.room.wall, touch.room.wall_side
    if side:
        face, normal, way = (SIGN[side] * (near - _OFF_WALL), 0.0, ahead), scale(LEFT, -SIGN[side]), FORWARD
    else:
        face = (x * 1.1, 0.0, near + (_OFF_WALL if near < 0 else -_OFF_WALL))
        normal, way = FORWARD if near < 0 else BACK, scale(LEFT, SIGN[touch.side])
    return [
        Spot(
            along((face[0], height + up, face[2]), way, out), normal, UP, shape="flat", reach=8, cost=cost, host="wall"
        )
        for up in (0, -4, 4, -9, 9, -15)
        for out in (0, 5, -5)
        for cost in [(abs(up) + abs(out)) * 0.05]
    ]


def frame(touch: Touch) -> list[Spot]:
    """On the frame of the doorway, at a height, fingers up."""
    height = 120 if touch.contact.number is None else touch.contact.number
    sign, room = SIGN[touch.side], touch.room
    x, z = room.doorway_aside + sign * room.doorway, room.doorway_ahead - _OFF_WALL
    return [
        Spot((x, height + up, z), BACK, UP, shape="flat", reach=8, cost=abs(up) * 0.05, host="frame")
        for up in (0, -5, 5, -10)
    ]


def table(touch: Touch) -> list[Spot]:
    """On the table, from its near edge onwards."""
    x = touch.body.joints[f"{touch.side} shoulder socket"][0]
    return [
        Spot(
            (x, TABLE_HIGH[1] + _OFF_TABLE, touch.room.table + z),
            UP,
            FORWARD,
            shape="flat",
            reach=8,
            cost=abs(z - 10) * 0.05,
            host="table",
        )
        for z in (4, 7, 10, 13, 17, 22, 28, 34, 40)
    ]


# Ways of the fingers at the edge of a seat, and what they cost: down, down and ahead, ahead.
_AT_SEAT: tuple[tuple[Vector, float], ...] = (((0, -1, 0.1), 0.0), ((0, -0.9, 0.45), 0.1), ((0, -0.35, 1), 0.6))


def seat(touch: Touch) -> list[Spot]:
    """On top of a seat beside the body, else on the side edge of the one it sits on."""
    beside = seats_beside(touch.room)
    return [spot for box in beside for spot in _on_top(touch, box)] if beside else _at_edge(touch)


def _at_edge(touch: Touch) -> list[Spot]:
    """Fingers close under the edge."""
    pelvis, sign = touch.body.joints["pelvis"], SIGN[touch.side]
    level, reach = touch.room.seat - pelvis[1] - SEAT_THICK / 2, grip_ahead(SEAT_THICK / 2)
    places = ((0, -2, 0.0), (0, 4, 0.2), (0, 10, 0.4), (1, -8, 0.4))
    return [
        Spot(
            add(pelvis, (sign * 21, level + up, ahead)),
            (sign, 0, 0),
            unit(way),
            shape="grip",
            reach=reach,
            cost=cost + more,
            host="seat",
        )
        for up, ahead, cost in places
        for way, more in _AT_SEAT
    ]


# A palm on top of a seat is so far from its edges; the farther from the place nearest to the shoulder, the dearer (cm).
_FROM_EDGE = 7.0
_SEAT_SLIDES = (0.0, 5.0, -5.0, 10.0, -10.0)
_SLIDE_COST = 0.05
# Fingers on it may be turned by so many degrees, at a cost.
_SEAT_TURNS = ((0.0, 0.0), (-35.0, 0.2), (35.0, 0.2), (-75.0, 0.6), (75.0, 0.6))


def _on_top(touch: Touch, box: Box) -> list[Spot]:
    """On top of a seat, as near to the shoulder as may be; the fingers point away from the body."""
    (x0, _, z0), (x1, top, z1) = box
    x, _, z = touch.body.joints[f"{touch.side} shoulder socket"]
    inner = (x0 + _FROM_EDGE, x1 - _FROM_EDGE), (z0 + _FROM_EDGE, z1 - _FROM_EDGE)
    near_x, near_z = _between(inner[0], x), _between(inner[1], z)
    away = subtract((near_x, 0.0, near_z), (touch.body.joints["pelvis"][0], 0.0, touch.body.joints["pelvis"][2]))
    fingers = unit(away) if length(away) > _FROM_EDGE else FORWARD
    return [
        Spot(
            (_between(inner[0], near_x + aside), top + _OFF_FLOOR, _between(inner[1], near_z + ahead)),
            UP,
            to_world(rotation_y(turn * SIGN[touch.side]), fingers),
            shape="flat",
            reach=8,
            cost=(abs(aside) + abs(ahead)) * _SLIDE_COST + cost,
            host="seat",
        )
        for aside in _SEAT_SLIDES
        for ahead in _SEAT_SLIDES
        for turn, cost in _SEAT_TURNS
    ]


def _between(span: tuple[float, float], value: float) -> float:
    return min(max(value, span[0]), span[1])


def block(touch: Touch) -> list[Spot]:
    """On top of the block under a hand, which stands on the floor under the shoulder."""
    high = touch.room.blocks[0 if touch.side == "left" else 1]
    return [spot._replace(point=add(spot.point, (0.0, high, 0.0)), host="block") for spot in floor(touch)]


# -- the back of a chair ----------------------------------------------------------------------------------------------

# Places on its top edge from its middle to a side (cm), and what they cost; and so far down its side edge.
_TOP_EDGE = ((14.0, 0.0), (9.0, 0.2), (17.0, 0.2), (2.0, 0.5), (-8.0, 1.0), (-14.0, 1.2))
_DOWN_SIDE = (4.0, 10.0, 16.0)
# A palm on the top edge may lean back to the near face by so many degrees.
_LEANS_BACK = ((0.0, 0.0), (25.0, 0.1), (50.0, 0.2))


def chair_back(touch: Touch) -> list[Spot]:
    """On the top edge of a chair's back, or on its side edge: of a chair beside the body, else of its own."""
    own: list[Chair | None] = [None]
    chairs = [chair for chair in touch.room.chairs if has_back(chair.thing)] or own
    shape = "grip" if touch.is_held else "cup"
    return [spot._replace(shape=shape) for chair in chairs for spot in _at_back(touch.side, chair)]


def _at_back(side: str, chair: Chair | None) -> list[Spot]:
    """Written for a chair that faces forward, then put where the chair is; a hand comes from outside the chair."""
    sign = SIGN[side]
    top, ahead = CHAIR_BACK_HIGH[1], sum(CHAIR_BACK_AHEAD) / 2
    over = -1 if chair is None else 1
    half = (CHAIR_BACK_AHEAD[1] - CHAIR_BACK_AHEAD[0]) / 2
    reach = grip_ahead(half)
    spots = []
    for x, cost in _TOP_EDGE:
        for back, more in _LEANS_BACK:
            normal: Vector = (0, cos(radians(back)), -over * sin(radians(back)))
            fingers = unit((sign * 0.3, sin(radians(back)), over * cos(radians(back))))
            point = along((sign * x, top - half, ahead), normal, half)
            spots.append(Spot(point, normal, fingers, reach=reach, cost=cost + more, host="chair"))
    edge = sign * CHAIR_HALF_WIDTH
    spots += [
        Spot(
            (edge, top - down, ahead),
            (sign, 0, 0),
            unit((0, 0.3, over)),
            reach=reach,
            cost=0.3 + down * 0.02,
            host="chair",
        )
        for down in _DOWN_SIDE
    ]
    return spots if chair is None else [_moved(chair, spot) for spot in spots]


def _moved(chair: Chair, spot: Spot) -> Spot:
    """A spot of a chair that faces forward at the middle of the room, where the chair is."""
    at_middle = chair._replace(x=0.0, z=0.0)

    def turned(chair: Chair, way: Vector) -> Vector:
        x, z = chair.placed(way[0], way[2])
        return (x, way[1], z)

    assert spot.normal
    assert spot.fingers
    return spot._replace(
        point=turned(chair, spot.point),
        normal=turned(at_middle, spot.normal),
        fingers=turned(at_middle, spot.fingers),
    )
