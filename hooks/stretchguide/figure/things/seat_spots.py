"""Where hands can be on a seat and on the back of a chair."""

from __future__ import annotations

from math import cos, radians, sin

from stretchguide.figure.body.skeleton import SIGN, grip_ahead
from stretchguide.figure.floor.on_floor import OFF_FLOOR
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import (
    FORWARD,
    UP,
    Vector,
    add,
    along,
    length,
    rotation_y,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.shapes.solids import Box

# -- the edge of the seat under a body --------------------------------------------------------------------------------

# Ways of the fingers there, and what they cost: down, down and ahead, ahead.
_AT_SEAT: tuple[tuple[Vector, float], ...] = (((0, -1, 0.1), 0.0), ((0, -0.9, 0.45), 0.1), ((0, -0.35, 1), 0.6))
# Places so far beside the middle of the pelvis: up from the middle of the edge, ahead (cm), and what they cost.
_BESIDE_PELVIS = 21
_ON_EDGE = ((0, -2, 0.0), (0, 4, 0.2), (0, 10, 0.4), (1, -8, 0.4))


def at_edge(touch: Touch, seat: Box) -> list[Spot]:
    """On the side edge of the seat that the body sits on; fingers close under it."""
    pelvis, sign = touch.body.joints["pelvis"], SIGN[touch.side]
    half = (seat.high[1] - seat.low[1]) / 2
    level, reach = seat.high[1] - pelvis[1] - half, grip_ahead(half)
    return [
        Spot(
            add(pelvis, (sign * _BESIDE_PELVIS, level + up, ahead)),
            (sign, 0, 0),
            unit(way),
            shape="grip",
            reach=reach,
            cost=cost + more,
        )
        for up, ahead, cost in _ON_EDGE
        for way, more in _AT_SEAT
    ]


# -- the top of a seat beside it --------------------------------------------------------------------------------------

# A palm there is so far from its edges; the farther from the place nearest to the shoulder, the dearer (cm).
_FROM_EDGE = 7.0
_SLIDES = (0.0, 5.0, -5.0, 10.0, -10.0)
_SLIDE_COST = 0.05
# Fingers on it may be turned by so many degrees, at a cost.
_TURNS = ((0.0, 0.0), (-35.0, 0.2), (35.0, 0.2), (-75.0, 0.6), (75.0, 0.6))


def on_top(touch: Touch, box: Box) -> list[Spot]:
    """On top of a seat, as near to the shoulder as may be; the fingers point away from the body."""
    (x0, _, z0), (x1, top, z1) = box
    x, _, z = touch.body.joints[f"{touch.side} shoulder socket"]
    inner = (x0 + _FROM_EDGE, x1 - _FROM_EDGE), (z0 + _FROM_EDGE, z1 - _FROM_EDGE)
    near_x, near_z = _between(inner[0], x), _between(inner[1], z)
    away = subtract((near_x, 0.0, near_z), (touch.body.joints["pelvis"][0], 0.0, touch.body.joints["pelvis"][2]))
    fingers = unit(away) if length(away) > _FROM_EDGE else FORWARD
    return [
        Spot(
            (_between(inner[0], near_x + aside), top + OFF_FLOOR, _between(inner[1], near_z + ahead)),
            UP,
            to_world(rotation_y(turn * SIGN[touch.side]), fingers),
            shape="flat",
            reach=8,
            cost=(abs(aside) + abs(ahead)) * _SLIDE_COST + cost,
        )
        for aside in _SLIDES
        for ahead in _SLIDES
        for turn, cost in _TURNS
    ]


def _between(span: tuple[float, float], value: float) -> float:
    return min(max(value, span[0]), span[1])


# -- the back of a chair ----------------------------------------------------------------------------------------------

# Places on its top edge from its middle to a side (cm), and what they cost; and so far down its side edge.
_TOP_EDGE = ((14.0, 0.0), (9.0, 0.2), (17.0, 0.2), (2.0, 0.5), (-8.0, 1.0), (-14.0, 1.2))
_DOWN_SIDE = (4.0, 10.0, 16.0)


# A palm on the top edge may lean back to the near face by so many degrees.
_LEANS_BACK = ((0.0, 0.0), (25.0, 0.1), (50.0, 0.2))


def at_back(touch: Touch, rest: Box, *, is_under: bool) -> list[Spot]:
    """On the top edge of a back rest, or on its side edge; fingers go over it, and close where it is held.

    It is the rest of a chair that faces forward. A hand comes to it from behind, or from before it when the body sits
    on that chair.
    """
    sign, over = SIGN[touch.side], -1 if is_under else 1
    top, ahead = rest.high[1], (rest.low[2] + rest.high[2]) / 2
    half = (rest.high[2] - rest.low[2]) / 2
    like = Spot(rest.high, shape="grip" if touch.is_held else "cup", reach=grip_ahead(half))
    spots = []
    for x, cost in _TOP_EDGE:
        for back, more in _LEANS_BACK:
            normal: Vector = (0, cos(radians(back)), -over * sin(radians(back)))
            fingers = unit((sign * 0.3, sin(radians(back)), over * cos(radians(back))))
            point = along((sign * x, top - half, ahead), normal, half)
            spots.append(like._replace(point=point, normal=normal, fingers=fingers, cost=cost + more))
    edge, fingers = sign * rest.high[0], unit((0, 0.3, over))
    at_side = (
        like._replace(point=(edge, top - down, ahead), normal=(sign, 0, 0), fingers=fingers, cost=0.3 + down * 0.02)
        for down in _DOWN_SIDE
    )
    return [*spots, *at_side]
