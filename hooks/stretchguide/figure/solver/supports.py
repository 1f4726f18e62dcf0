"""A foot or a shin on a thing beside the body: on the seat of a chair, against a wall or the frame of a doorway.

The leg is set to a spot of the thing, then moved until what is drawn of it touches the thing as it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import hypot, sqrt
from typing import NamedTuple

from stretchguide.figure.body.limbs import LegTarget, place_leg, set_leg_to, turn_foot
from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import (
    ANKLE_HEIGHT,
    INSTEP_BEND,
    INSTEP_HEIGHT,
    KNEE_HEIGHT,
    LEG,
    SHANK,
    SIGN,
    THIGH,
    Body,
    bone_frame,
)
from stretchguide.figure.room.footing import Footing
from stretchguide.figure.room.room import Room
from stretchguide.figure.shapes.gaps import box_gap
from stretchguide.figure.shapes.geometry import BACK, FORWARD, UP, Vector, along, combined, rotation_x, subtract, unit
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.beds import seats_beside
from stretchguide.figure.things.walls import door_posts, wall_box

# How far the ankle is from a surface that sole, heel or instep lie on, before anything is measured (cm).
_ANKLE_OFF = {"sole": ANKLE_HEIGHT, "heel": 5.0, "instep": 5.0}
# The foot lies so far from the edges of a seat (cm).
_INSET = 9.0
# A leg that goes as high as it reaches is not stretched quite straight, and never lower than this (cm).
_REACHES = LEG * 0.985
_LOWEST = 9.0
# Degrees of a foot whose instep lies on a seat behind the body, and of one that shows its heel to a thing.
_INSTEP_POINT, _HEEL_POINT = 62.0, 2.0


class _Surface(NamedTuple):
    """Where a foot goes on a thing."""

    point: Vector
    normal: Vector
    box: Box


def set_on_thing(body: Body, side: str, foot: Footing, room: Room, pole: Vector | None) -> None:
    """Set a leg whose foot or shin is on a thing. A miss is noted on the body."""
    assert foot.support is not None
    if foot.support.touches == "shin":
        body.hosts[f"{side} shank"] = foot.support.place
        _kneel_on(body, side, room)
        return
    surface = _surface(body, side, foot, room)
    touches = foot.support.touches
    if touches == "sole" and surface.normal == UP and surface.point[2] < body.joints[f"{side} hip"][2] - _INSET:
        touches = "instep"
    body.hosts[f"{side} foot"] = foot.support.place
    ankle = along(surface.point, surface.normal, _ANKLE_OFF[touches])
    if touches == "sole":
        target = _standing(body, side, ankle, surface.normal)._replace(foot_out=foot.out)
    else:
        usual = _INSTEP_POINT if touches == "instep" else _HEEL_POINT
        target = LegTarget(ankle, point=usual if foot.point is None else foot.point)
    _settle(body, side, surface, target._replace(pole=pole or target.pole))


def _standing(body: Body, side: str, ankle: Vector, normal: Vector) -> LegTarget:
    """A leg whose sole is on a surface; the knee of an upright body is over the foot."""
    is_upright = body.frames["base"][1][1] > 0.5
    knee: Vector | None = (SIGN[side] * 0.12, 0.5, 1.0) if is_upright else None
    return LegTarget(ankle, knee, normal, UP if normal != UP else FORWARD)


def _surface(body: Body, side: str, foot: Footing, room: Room) -> _Surface:
    assert foot.support is not None
    return SURFACES[foot.support.place](room, body.joints[f"{side} hip"], foot.support.number)


def _on_seat(room: Room, hip: Vector, height: float | None) -> _Surface:
    box = min(seats_beside(room), key=lambda box: _distance(hip, _inside(box, hip)))
    is_below = hip[1] < room.seat  # a lying body: then the shin rests on the seat, too
    x, z = _inside(box, along(hip, FORWARD, SHANK) if is_below else hip)
    return _Surface((x, room.seat, z), UP, box)


def _on_wall(room: Room, hip: Vector, height: float | None) -> _Surface:
    return _upright(wall_box(room), hip, room.wall_side, height)


def _on_frame(room: Room, hip: Vector, height: float | None) -> _Surface:
    """The nearer side of the frame."""
    box = min(door_posts(room), key=lambda post: abs((post.low[0] + post.high[0]) / 2 - hip[0]))
    return _upright(box, hip, "", height)


SURFACES: Mapping[str, Callable[[Room, Vector, float | None], _Surface]] = {
    "seat": _on_seat,
    "wall": _on_wall,
    "frame": _on_frame,
}
"""Every place for a foot: where it goes, by the room, the hip and the height that is said."""


def _distance(hip: Vector, place: tuple[float, float]) -> float:
    return hypot(hip[0] - place[0], hip[2] - place[1])


def _inside(box: Box, hip: Vector) -> tuple[float, float]:
    """The place on a seat that is nearest to a hip and not too near to an edge."""
    (x0, _, z0), (x1, _, z1) = box
    return (
        min(max(hip[0], x0 + _INSET), x1 - _INSET),
        min(max(hip[2], z0 + _INSET), z1 - _INSET),
    )


def _upright(box: Box, hip: Vector, wall_side: str, height: float | None) -> _Surface:
    """On an upright face: before the hip, as high as the words say or as the leg reaches."""
    x, z = min(max(hip[0], box.low[0] + 2), box.high[0] - 2), hip[2]
    if wall_side:
        x = box.low[0] if wall_side == "left" else box.high[0]
        normal: Vector = (-SIGN[wall_side] * 1.0, 0.0, 0.0)
    else:
        is_ahead = box.low[2] + box.high[2] > 2 * hip[2]
        z, normal = (box.low[2], BACK) if is_ahead else (box.high[2], FORWARD)
    away = hypot(x - hip[0], z - hip[2]) - _ANKLE_OFF["heel"]
    rise = sqrt(max(0.0, _REACHES**2 - away * away))
    return _Surface((x, max(_LOWEST, hip[1] + rise if height is None else height), z), normal, box)


# A leg is moved along the normal at most so often, until foot or shin are this near (cm); they press a little.
_NUDGES, _SUPPORT_MEETS, _PRESS = 4, 0.25, 0.3


def _settle(body: Body, side: str, surface: _Surface, target: LegTarget) -> None:
    set_leg_to(body, side, target)
    for _ in range(_NUDGES):
        away = _PRESS + min(box_gap(surface.box, part_solid(body, f"{side} {name}")) for name in ("foot", "shank"))
        if abs(away) < _SUPPORT_MEETS:
            break
        body.misses.pop(f"{side} foot", None)
        target = target._replace(ankle=along(target.ankle, surface.normal, -away))
        set_leg_to(body, side, target)


def _kneel_on(body: Body, side: str, room: Room) -> None:
    """The shin on a seat, pointing back; the knee is where the thigh comes down to it."""
    hip = body.joints[f"{side} hip"]
    box = min(seats_beside(room), key=lambda box: _distance(hip, _inside(box, hip)))
    fall = hip[1] - room.seat - KNEE_HEIGHT
    out = sqrt(max(0.0, THIGH**2 - fall * fall))
    x, z = _inside(box, (hip[0], hip[1], hip[2] + out))
    way = hypot(x - hip[0], z - hip[2]) or 1.0
    knee = (hip[0] + (x - hip[0]) / way * out, hip[1] - min(fall, THIGH), hip[2] + (z - hip[2]) / way * out)
    body.misses[f"{side} foot"] = max(0.0, fall - THIGH) + abs(way - out)
    thigh = unit(subtract(knee, hip))
    shank = unit(subtract((knee[0], knee[1] - KNEE_HEIGHT + INSTEP_HEIGHT, knee[2] - SHANK), knee))
    frames = bone_frame(thigh, FORWARD), bone_frame(shank, (0.0, -1.0, 0.0))
    place_leg(body, side, (knee, along(knee, shank, SHANK)), frames)
    turn_foot(body, side, combined(frames[1], rotation_x(INSTEP_BEND)))
