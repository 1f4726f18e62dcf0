"""Chairs and stools as they are drawn: under the body, or beside it."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.figure.body.flesh import Ball
from stretchguide.figure.room.furniture import SEAT_THICK, chair_boxes, chair_of
from stretchguide.figure.room.room import Chair, Room
from stretchguide.figure.shapes.geometry import FORWARD, dot, unit
from stretchguide.figure.things.setting import EYE_AHEAD, LEGS, SEAT, Setting, without_tops
from stretchguide.figure.things.shapes import Prop, boxes, rods
from stretchguide.figure.words.pose import Thing

# A chair's legs stand at these places and are so thick above and below (cm).
_CHAIR_LEGS_X, _CHAIR_LEGS_Z = (-16.5, 16.5), (-15.5, 21.5)
_LEG_TOP, _LEG_FOOT = 1.5, 1.2
# The back rest is before the body when the chair is seen from behind (cosine).
_FROM_BEHIND = -0.2


def chair_props(setting: Setting, thing: Thing) -> Iterator[Prop]:
    """A chair or stool. Under who sits on it, it lies behind the body; beside the body, its pieces are compared."""
    chair = chair_of(setting.room, thing)
    found = chair_boxes(setting.room, chair, thing)
    level = _level_beside(setting, chair)
    yield rods("legs", "p3", _chair_legs(setting.room, chair), level and LEGS)
    yield boxes(setting.camera, "seat", found["seat"], level)
    if "chair" in found:
        back, *posts = found["chair"]
        rest = boxes(setting.camera, "back", [*posts, back], _level_of_rest(setting, chair, level))
        yield without_tops(rest, back)


def _level_beside(setting: Setting, chair: Chair | None) -> float:
    """Where the seat of a chair is painted: 0 for one that is compared with each part of the body."""
    if chair is None:
        return SEAT
    away = unit((chair.x, 0.0, chair.z)) if chair.x or chair.z else FORWARD
    return SEAT if dot(away, setting.camera.view) < -EYE_AHEAD else 0.0


def _level_of_rest(setting: Setting, chair: Chair | None, level: float) -> float:
    """Where the back rest is painted: before the body or the seat only when it is nearer to the eye."""
    if chair is None:
        return 0.8 if setting.camera.view[2] < _FROM_BEHIND else -2.7
    if not level:
        return 0.0
    x, z = chair._replace(x=0.0, z=0.0).placed(0.0, -1.0)
    return level + (0.3 if dot((x, 0.0, z), setting.camera.view) > 0 else -0.7)


def _chair_legs(room: Room, chair: Chair | None) -> list[tuple[Ball, Ball]]:
    top = room.seat - SEAT_THICK
    places = [(x, z) for x in _CHAIR_LEGS_X for z in _CHAIR_LEGS_Z]
    if chair:
        places = [chair.placed(x, z) for x, z in places]
    return [(((x, top, z), _LEG_TOP), ((x, _LEG_FOOT, z), _LEG_FOOT)) for x, z in places]
