"""A foot or a shin on a thing beside the body: on top of a level one, or against an upright one.

The leg is set to a spot of the thing, then moved until its flesh touches the thing.
"""

from __future__ import annotations

from collections.abc import Sequence
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
)
from stretchguide.figure.body.two_bones import bone_frame
from stretchguide.figure.floor.footing import Footing
from stretchguide.figure.shapes.gaps import box_gap
from stretchguide.figure.shapes.geometry import (
    BACK,
    FORWARD,
    LEFT,
    UP,
    Vector,
    along,
    combined,
    cross,
    rotation_x,
    scale,
    subtract,
    unit,
)
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.kinds import Room
from stretchguide.figure.words.places import PLACES

# How far the ankle is from a surface that sole, heel or instep lie on, before anything is measured (cm).
_ANKLE_OFF = {"sole": ANKLE_HEIGHT, "heel": 5.0, "instep": 5.0}
# The foot lies so far from the edges of what is level, and from the sides of what is upright (cm).
_INSET, _FROM_SIDES = 9.0, 2
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
        boxes = room.under_foot(foot.support.place)
        is_across = bool(pole and pole[0] * SIGN[side] > _OUTWARD)
        body.hosts[f"{side} {'foot' if is_across else 'shank'}"] = foot.support.place
        if pole and is_across:
            _lay_across(body, side, boxes, _CUSHIONED if pole[1] > _RAISED else 0.0)
        else:
            _kneel_on(body, side, boxes)
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
    place, hip, boxes = foot.support.place, body.joints[f"{side} hip"], room.under_foot(foot.support.place)
    return _upright(boxes, hip, foot.support.number) if PLACES[place].has_height else _level(boxes, hip)


def _level(boxes: Sequence[Box], hip: Vector) -> _Surface:
    """On top of the nearest box."""
    box = _nearest(boxes, hip)
    high = box.high[1]
    is_below = hip[1] < high  # a lying body: then the shin rests on it, too
    x, z = _inside(box, along(hip, FORWARD, SHANK) if is_below else hip)
    return _Surface((x, high, z), UP, box)


def _nearest(boxes: Sequence[Box], hip: Vector) -> Box:
    return min(boxes, key=lambda box: _distance(hip, _inside(box, hip)))


def _distance(hip: Vector, place: tuple[float, float]) -> float:
    return hypot(hip[0] - place[0], hip[2] - place[1])


def _inside(box: Box, hip: Vector) -> tuple[float, float]:
    """The place on a seat that is nearest to a hip and not too near to an edge."""
    (x0, _, z0), (x1, _, z1) = box
    return (
        min(max(hip[0], x0 + _INSET), x1 - _INSET),
        min(max(hip[2], z0 + _INSET), z1 - _INSET),
    )


def _upright(boxes: Sequence[Box], hip: Vector, height: float | None) -> _Surface:
    """On the broad face of the box that is least to the side of a hip: as high as words say or the leg reaches."""
    box = min(boxes, key=lambda box: abs((box.low[0] + box.high[0]) / 2 - hip[0]))
    x, z, normal = _face(box, hip)
    away = hypot(x - hip[0], z - hip[2]) - _ANKLE_OFF["heel"]
    rise = sqrt(max(0.0, _REACHES**2 - away * away))
    return _Surface((x, max(_LOWEST, hip[1] + rise if height is None else height), z), normal, box)


def _face(box: Box, hip: Vector) -> tuple[float, float, Vector]:
    """On the broad face of an upright box that looks at a hip, the place before it (left, ahead), and the way out."""
    (x0, _, z0), (x1, _, z1) = box
    if x1 - x0 < z1 - z0:
        return (x0, hip[2], (-1.0, 0.0, 0.0)) if hip[0] < x0 else (x1, hip[2], LEFT)
    x = min(max(hip[0], x0 + _FROM_SIDES), x1 - _FROM_SIDES)
    return (x, z0, BACK) if z0 + z1 > 2 * hip[2] else (x, z1, FORWARD)


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


def _kneel_on(body: Body, side: str, boxes: Sequence[Box]) -> None:
    """The shin on a seat, pointing back; the knee is where the thigh comes down to it."""
    hip = body.joints[f"{side} hip"]
    box = _nearest(boxes, hip)
    fall = hip[1] - box.high[1] - KNEE_HEIGHT
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


# A shin whose knee is to go out by more than this lies across a seat, else it points back.
_OUTWARD = 0.5
# Then the knee is so far out of the hip, and the foot so much nearer to the body (cm); so far are shin and
# ankle over what they lie on, and so much higher is the knee on a cushion (cm). A knee that is to go up by more than
# this, where it goes out, is on one.
_KNEE_OUT, _FOOT_NEARER = 13.0, 12.0
_SHIN_OFF, _ANKLE_ACROSS = 6.0, 5.0
_CUSHIONED, _RAISED = 7.0, 0.5
# The toes of a foot that lies on its outer edge point ahead, and so much to where the shin points.
_TOES_ASIDE = 0.45


def _lay_across(body: Body, side: str, boxes: Sequence[Box], raised: float) -> None:
    """The shin across a seat, the knee to its own side, the foot before the other leg."""
    hip, out = body.joints[f"{side} hip"], SIGN[side]
    box = _nearest(boxes, hip)
    top = box.high[1]
    fall = hip[1] - top - _SHIN_OFF - raised
    level = sqrt(max(0.0, THIGH**2 - fall * fall))
    aside = min(_KNEE_OUT, level)
    knee = (hip[0] + out * aside, hip[1] - min(fall, THIGH), hip[2] + sqrt(level * level - aside * aside))
    sink = _SHIN_OFF + raised - _ANKLE_ACROSS
    across = sqrt(SHANK**2 - _FOOT_NEARER**2 - sink * sink)
    ankle = (knee[0] - out * across, knee[1] - sink, knee[2] - _FOOT_NEARER)
    bend = subtract(knee, along(hip, subtract(ankle, hip), 0.5))
    set_leg_to(body, side, LegTarget(ankle, unit(bend)))
    edge, toes = scale(UP, -out), unit((-out * _TOES_ASIDE, 0.0, 1.0))
    turn_foot(body, side, (edge, cross(toes, edge), toes))
    short = max(0.0, fall - THIGH)
    off = max(box.low[2] + _SHIN_INSET - knee[2], knee[2] - box.high[2], 0.0)
    body.misses[f"{side} foot"] = short + off


# What lies on a seat is at least so far from its edge (cm).
_SHIN_INSET = 5.0
