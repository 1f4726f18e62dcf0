"""What a body leans on or lies beside: a wall, a doorway.

What is far above a low body is left out of the drawing, so that the picture shows the body: a wall is cut off, and a
doorway goes on beyond the edge of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import inf
from types import MappingProxyType

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.room.room import Room
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import BEAM, BEFORE, FLOOR, WALL, Setting, box_of, without_tops
from stretchguide.figure.things.shapes import Prop, boxes
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.pose import Pose, Thing
from stretchguide.format.sides import SIDES

# Of what stands above a low body only so much is shown, so that the body is not small: over it, and at least (cm).
_TALL_BODY, _OVER_LOW, _LEAST_LOW = 130.0, 24.0, 84.0


def _top(body: Body) -> float:
    return max(y for _, y, _ in body.joints.values())


def _is_tall(body: Body) -> bool:
    return _top(body) > _TALL_BODY


def _low(body: Body) -> float:
    """Where a wall is cut off beside a body that sits or lies."""
    return max(_LEAST_LOW, _top(body) + _OVER_LOW)


# -- a wall -----------------------------------------------------------------------------------------------------------

_WALL_HALF_WIDTH, _WALL_HIGH, _WALL_THICK = 40.0, 250.0, 5.0
# Beside a body it is so far away (cm).
_WALL_ASIDE = 42.0
# It is drawn as high as this, or so much higher than a wrist (cm): the hand of who reaches up ends well below its end.
_DRAWN_HIGH, _OVER_WRISTS = 176.0, 32.0
# One that is seen more from behind than this (sine) stands before the body, and is seen through.
_BEFORE_BODY = 0.2


class Wall(Presence):
    """A wall ahead, at a side, or behind when its distance is negative."""

    def arranged(self, room: Room, thing: Thing, pose: Pose) -> Room:
        size = thing.number
        if thing.place:
            return room._replace(wall=_WALL_ASIDE if size is None else abs(size), wall_side=thing.place)
        return room if size is None else room._replace(wall=size)

    def boxes(self, room: Room, thing: Thing, base: Base) -> Boxes:
        return {"wall": (wall_box(room),)}

    def drawn(self, setting: Setting, thing: Thing) -> Iterator[Prop]:
        room = setting.room
        if room.wall_side:
            towards_eye = setting.camera.view[0] * SIGN[room.wall_side]
        else:
            towards_eye = setting.camera.view[2] * (-1 if room.wall < 0 else 1)
        is_before = towards_eye > _BEFORE_BODY
        box = _cut(wall_box(room), _drawn_high(setting.body))
        wall = boxes(setting.camera, "wall", [box], BEFORE if is_before else WALL)
        yield replace(wall, is_see_through=is_before)


def wall_box(room: Room) -> Box:
    """The wall ahead, behind or at a side."""
    near = room.wall
    across = (-_WALL_HALF_WIDTH, _WALL_HALF_WIDTH)
    if room.wall_side:
        sign = SIGN[room.wall_side]
        span = min(sign * near, sign * (near + _WALL_THICK)), max(sign * near, sign * (near + _WALL_THICK))
        return box_of(span, (0.0, _WALL_HIGH), across)
    span = (near - _WALL_THICK, near) if near < 0 else (near, near + _WALL_THICK)
    return box_of(across, (0.0, _WALL_HIGH), span)


def _drawn_high(body: Body) -> float:
    wrists = max(body.joints[f"{side} wrist"][1] for side in SIDES)
    return max(_DRAWN_HIGH, wrists + _OVER_WRISTS) if _is_tall(body) else _low(body)


def _cut(box: Box, high: float) -> Box:
    x, _, z = box.high
    return box._replace(high=(x, high, z))


# -- a doorway --------------------------------------------------------------------------------------------------------

# The frame of a door: a hand on it shows beside it, seen from the other side.
_DOOR_HIGH, _DOOR_IN, _DOOR_OUT, _DOOR_THICK = 196.0, 0.5, 12.0, 9.0
# It is so far ahead of a body that lies, and the leg that a doorpost stands before so far from the middle (cm).
_AHEAD_OF_LYING = 52.0
_LEG_ASIDE = 9.2
# The beam over a doorway lies on its posts (cm).
_BEAM_HIGH = (188.0, 200.0)
# Between the posts beside a low body there is a sill, so thick (cm): without one the far post seems to float.
_SILL = 1.5


class Doorway(Presence):
    """A doorway round the body, or with one side of its frame before a leg."""

    def arranged(self, room: Room, thing: Thing, pose: Pose) -> Room:
        half = room.doorway if thing.number is None else thing.number / 2
        room = room._replace(doorway=half)
        if not thing.place:
            return room
        room = room._replace(doorway_aside=SIGN[thing.place] * (_LEG_ASIDE - half))
        return room._replace(doorway_ahead=_AHEAD_OF_LYING) if BASES[pose.base].lies else room

    def boxes(self, room: Room, thing: Thing, base: Base) -> Boxes:
        return {"frame": door_posts(room)}

    def drawn(self, setting: Setting, thing: Thing) -> Iterator[Prop]:
        posts = door_posts(setting.room)
        is_before = setting.camera.view[2] > 0
        right, left = min(post.low[0] for post in posts), max(post.high[0] for post in posts)
        beam = box_of((right, left), _BEAM_HIGH, (posts[0].low[2], posts[0].high[2]))
        is_low = not _is_tall(setting.body)
        seen_to = _low(setting.body) if is_low else inf
        if is_low:  # one leg goes through, the other one rests on the frame
            sill = box_of((right, left), (-_SILL, 0.0), (posts[0].low[2], posts[0].high[2]))
            yield boxes(setting.camera, "sill", [sill], FLOOR)
            for post in posts:
                yield replace(without_tops(boxes(setting.camera, "posts", [post]), beam), seen_to=seen_to)
        else:
            yield without_tops(boxes(setting.camera, "posts", posts, BEFORE if is_before else WALL), beam)
        yield replace(boxes(setting.camera, "beam", [beam], BEAM), seen_to=seen_to)


def door_posts(room: Room) -> tuple[Box, ...]:
    """Both sides of the frame of a doorway, the left one first."""
    span = (room.doorway_ahead + 0.2, room.doorway_ahead + _DOOR_THICK)
    inner, outer = room.doorway - _DOOR_IN, room.doorway + _DOOR_OUT
    sides = ((inner, outer), (-outer, -inner))
    aside = room.doorway_aside
    return tuple(box_of((low + aside, high + aside), (0.0, _DOOR_HIGH), span) for low, high in sides)


KINDS: Mapping[str, Presence] = MappingProxyType({"wall": Wall(), "doorway": Doorway()})
