"""What a body leans on or lies beside, as it is drawn: a wall, a doorway, a table.

What is far above a low body is left out, so that the picture shows the body: a wall is cut off, and a doorway goes on
beyond the edge of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.room.furniture import door_posts, furniture, wall_box
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.setting import (
    BEAM,
    BEFORE,
    FLOOR,
    LEGS,
    WALL,
    Setting,
    box_of,
    level_ahead,
    without_tops,
)
from stretchguide.figure.things.shapes import Prop, boxes
from stretchguide.figure.words.pose import Thing

# A wall that is seen more from behind than this (sine) stands before the body, and is seen through.
_BEFORE_BODY = 0.2


def wall_props(setting: Setting, thing: Thing) -> Iterator[Prop]:
    room = setting.room
    if room.wall_side:
        towards_eye = setting.camera.view[0] * SIGN[room.wall_side]
    else:
        towards_eye = setting.camera.view[2] * (-1 if room.wall < 0 else 1)
    is_before = towards_eye > _BEFORE_BODY
    box = _cut(wall_box(room), _wall_high(setting.body))
    wall = boxes(setting.camera, "wall", [box], BEFORE if is_before else WALL)
    yield replace(wall, is_see_through=is_before)


# Of what stands above a low body only so much is shown, so that the body is not small: over it, and at least (cm).
_TALL_BODY, _OVER_LOW, _LEAST_LOW = 130.0, 24.0, 84.0
# A wall is as high as this, or so much higher than the hands of who reaches up (cm).
_WALL_HIGH, _OVER_HANDS = 176.0, 6.0


def _wall_high(body: Body) -> float:
    return max(_WALL_HIGH, _top(body) + _OVER_HANDS) if _is_tall(body) else _low(body)


def _top(body: Body) -> float:
    return max(y for _, y, _ in body.joints.values())


def _is_tall(body: Body) -> bool:
    return _top(body) > _TALL_BODY


def _low(body: Body) -> float:
    """Where a wall is cut off beside a body that sits or lies."""
    return max(_LEAST_LOW, _top(body) + _OVER_LOW)


def _cut(box: Box, high: float) -> Box:
    x, _, z = box.high
    return box._replace(high=(x, high, z))


# The beam over a doorway lies on its posts (cm).
_BEAM_HIGH = (188.0, 200.0)
# Between the posts beside a low body there is a sill, so thick (cm): without one the far post seems to float.
_SILL = 1.5


def doorway_props(setting: Setting, thing: Thing) -> Iterator[Prop]:
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


_TABLE_LEGS_X, _TABLE_LEGS_Z, _TABLE_LEG = (-42.0, 38.0), (3.0, 43.0), 4.0


def table_props(setting: Setting, thing: Thing) -> Iterator[Prop]:
    (top,) = furniture(setting.room, setting.base, [thing])["table"]
    level = level_ahead(setting)
    yield boxes(setting.camera, "top", [top], level)
    legs = [
        box_of((x, x + _TABLE_LEG), (0, top.low[1]), (z, z + _TABLE_LEG))
        for x in _TABLE_LEGS_X
        for z in (top.low[2] + ahead for ahead in _TABLE_LEGS_Z)
    ]
    for group in [legs] if level else [[leg] for leg in legs]:
        yield without_tops(boxes(setting.camera, "legs", group, level and LEGS), top)
