"""The things round a body: what they are made of and where they stand, from the words of a pose and the body itself.

Furniture stands where the room has it; a mat, a pillow, a strap or a stick lies where the body is. Whether a hand
reaches a thing, and whether a body sinks into one, is the business of solver and lints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from stretchguide.figure.body import SIDES, SIGN, Body
from stretchguide.figure.flesh import in_frame
from stretchguide.figure.furniture import SEAT_AHEAD, furniture
from stretchguide.figure.geometry import Camera, along
from stretchguide.figure.held_props import held, holding, palm, sole
from stretchguide.figure.places import Room
from stretchguide.figure.pose import Arm, Thing
from stretchguide.figure.prop_shapes import SOFT, STONE, Prop, boxes, drum, rods, sphere
from stretchguide.figure.solids import Box


class Setting(NamedTuple):
    """What a thing is placed by."""

    body: Body
    camera: Camera
    base: str
    room: Room
    arms: tuple[Arm, Arm] = (Arm(), Arm())
    """What the arms do: who holds what."""


# Levels of things that always lie behind the body, from the back wall forward, or before it.
_MAT, _WALL, _BEAM, _LEGS, _SEAT, _TOP, _BEFORE = -6.0, -5.0, -4.0, -3.0, -2.0, -1.0, 5.0


def props(setting: Setting, things: Sequence[Thing]) -> list[Prop]:
    """The pieces of all things, in the order of the words. Raises KeyError for a kind that cannot be drawn."""
    return [prop for thing in things for prop in KINDS[thing.kind](setting, thing)]


# Furniture ahead lies behind the body, but when the eye is ahead as well (cosine): then it is compared with each part.
_EYE_AHEAD = 0.35


def _level_ahead(setting: Setting) -> float:
    return 0.0 if setting.camera.view[2] > _EYE_AHEAD else _TOP


def _box(x: tuple[float, float], y: tuple[float, float], z: tuple[float, float]) -> Box:
    return Box((x[0], y[0], z[0]), (x[1], y[1], z[1]))


# -- to sit, lie and stand on -----------------------------------------------------------------------------------------

# A chair's legs stand at these places and are so thick above and below (cm).
_CHAIR_LEGS_X, _CHAIR_LEGS_Z = (-16.5, 16.5), (-15.5, 21.5)
_LEG_TOP, _LEG_FOOT = 1.5, 1.2
# The back rest is before the body when the chair is seen from behind (cosine).
_FROM_BEHIND = -0.2


def _chair(setting: Setting, thing: Thing) -> Iterator[Prop]:
    seat = setting.room.seat
    found = furniture(setting.room, setting.base, [thing])
    legs = [(x, z) for x in _CHAIR_LEGS_X for z in _CHAIR_LEGS_Z]
    ways = [(((x, seat - 3.5, z), _LEG_TOP), ((x, _LEG_FOOT, z), _LEG_FOOT)) for x, z in legs]
    yield rods("legs", "p3", ways, _LEGS)
    yield boxes(setting.camera, "seat", found["seat"], _SEAT)
    if "chair" in found:
        back, *posts = found["chair"]
        level = 1.0 if setting.camera.view[2] < _FROM_BEHIND else -2.5
        rest = boxes(setting.camera, "back", [*posts, back], level - 0.2)
        yield _without_tops(rest, back)


def _without_tops(prop: Prop, box: Box) -> Prop:
    """A thing without the tops of posts that end inside a box."""
    faces = (
        face
        for face in prop.faces
        if face.token != STONE[0] or any(corner[1] >= box.high[1] for corner in face.corners)
    )
    return prop._replace(faces=tuple(faces))


# A mat reaches so far beyond what lies on it, and is so wide at least (cm). What is lower than this lies on it.
_MAT_X, _MAT_Z = 16.0, 18.0
_MAT_WIDTH = 60.0
_MAT_THICK = 2.2
_LOW = 26.0


def _mat(setting: Setting, thing: Thing) -> Iterator[Prop]:
    x, z = _ground(setting.body)
    yield boxes(setting.camera, "mat", [_box(x, (-_MAT_THICK, 0), z)], _MAT, SOFT)


def _ground(body: Body) -> tuple[tuple[float, float], tuple[float, float]]:
    """The piece of floor under what is low, with a margin: its extent to the sides and ahead."""
    low = [point for name, point in body.joints.items() if point[1] < _LOW and "socket" not in name]
    xs, zs = [point[0] for point in low] or [0.0], [point[2] for point in low] or [0.0]
    x = (min(xs) - _MAT_X, max(xs) + _MAT_X)
    z = (min(zs) - _MAT_Z, max(zs) + _MAT_Z)
    wide, deep = x[1] - x[0], z[1] - z[0]
    return (_at_least(x) if deep > wide else x), (_at_least(z) if wide > deep else z)


def _at_least(span: tuple[float, float]) -> tuple[float, float]:
    middle, half = (span[0] + span[1]) / 2, max(span[1] - span[0], _MAT_WIDTH) / 2
    return (middle - half, middle + half)


# A bed is as high as a seat; one lies on it (then its top is the floor of the pose), sits on its edge or stands before.
_BED_HALF_WIDTH, _BED_DEPTH = 80.0, 95.0
_MATTRESS = 18.0


def _bed(setting: Setting, thing: Thing) -> Iterator[Prop]:
    high = setting.room.seat
    if setting.base == "sit-chair":
        x, y, z, level = (
            (-_BED_HALF_WIDTH, _BED_HALF_WIDTH),
            (0.0, high),
            (SEAT_AHEAD[1] - _BED_DEPTH, SEAT_AHEAD[1]),
            _SEAT,
        )
    elif setting.base == "stand":
        near = thing.number if thing.number is not None else setting.room.table
        x, y, z = (-_BED_HALF_WIDTH, _BED_HALF_WIDTH), (0.0, high), (near, near + _BED_DEPTH)
        level = _level_ahead(setting)
    else:
        x, z = _ground(setting.body)
        y, level = (-high, 0.0), _MAT
    yield boxes(setting.camera, "bed", [_box(x, (y[0], y[1] - _MATTRESS), z)], level - 0.2 if level else 0.0)
    yield boxes(setting.camera, "mattress", [_box(x, (y[1] - _MATTRESS, y[1]), z)], level, SOFT)


# The rail of a step runs beside it at the height of a hand (cm): how far out, how high over floor and step, and how far
# ahead it begins and ends.
_RAIL_X, _RAIL_HIGH, _RAIL_AHEAD = 31.0, 88.0, (-14.0, 34.0)
_RAIL_RADIUS, _RAIL_POST = 1.9, 1.3


def _step(setting: Setting, thing: Thing) -> Iterator[Prop]:
    (step,) = furniture(setting.room, setting.base, [thing])["step"]
    yield boxes(setting.camera, "step", [step], _SEAT)
    if "rail" not in thing.place:
        return
    far_side = "right" if setting.camera.view[0] > 0 else "left"
    side = far_side if thing.place == "rail" else thing.place.partition(" ")[0]
    yield _rail(f"{side} rail", _RAIL_X * SIGN[side], step.high[1])


def _rail(name: str, x: float, rise: float) -> Prop:
    near, far = _RAIL_AHEAD
    low, high = (x, _RAIL_HIGH, near), (x, _RAIL_HIGH + rise, far)
    posts = [(((x, 0.0, top[2]), _RAIL_POST), (top, _RAIL_POST)) for top in (low, high)]
    return rods(name, "p3", [*posts, ((low, _RAIL_RADIUS), (high, _RAIL_RADIUS))])


# -- to lean on -------------------------------------------------------------------------------------------------------

# A wall or a doorway that is seen more from behind than this (sine) stands before the body, and is seen through.
_BEFORE_BODY = 0.2


def _wall(setting: Setting, thing: Thing) -> Iterator[Prop]:
    towards_eye = setting.camera.view[2] * (-1 if setting.room.wall < 0 else 1)
    is_before = towards_eye > _BEFORE_BODY
    wall = boxes(
        setting.camera, "wall", furniture(setting.room, setting.base, [thing])["wall"], _BEFORE if is_before else _WALL
    )
    yield wall._replace(is_see_through=is_before)


# The beam over a doorway lies on its posts (cm).
_BEAM_HIGH = (188.0, 200.0)


def _doorway(setting: Setting, thing: Thing) -> Iterator[Prop]:
    posts = furniture(setting.room, setting.base, [thing])["frame"]
    is_before = setting.camera.view[2] > 0
    right, left = min(post.low[0] for post in posts), max(post.high[0] for post in posts)
    beam = _box((right, left), _BEAM_HIGH, (posts[0].low[2], posts[0].high[2]))
    both = boxes(setting.camera, "posts", posts, _BEFORE if is_before else _WALL)
    yield _without_tops(both, beam)._replace(is_see_through=is_before)
    yield boxes(setting.camera, "beam", [beam], _BEAM)


_TABLE_LEGS_X, _TABLE_LEGS_Z, _TABLE_LEG = (-42.0, 38.0), (3.0, 43.0), 4.0


def _table(setting: Setting, thing: Thing) -> Iterator[Prop]:
    (top,) = furniture(setting.room, setting.base, [thing])["table"]
    level = _level_ahead(setting)
    yield boxes(setting.camera, "top", [top], level)
    legs = [
        _box((x, x + _TABLE_LEG), (0, top.low[1]), (z, z + _TABLE_LEG))
        for x in _TABLE_LEGS_X
        for z in (top.low[2] + ahead for ahead in _TABLE_LEGS_Z)
    ]
    for group in [legs] if level else [[leg] for leg in legs]:
        yield _without_tops(boxes(setting.camera, "legs", group, level and _LEGS), top)


# -- under the body ---------------------------------------------------------------------------------------------------

_ROLLER_RADIUS, _ROLLER_HALF = 7.0, 24.0
_TRUNK_JOINTS = {"upper": "t7", "lower": "l3", "hips": "pelvis"}


def _roller(setting: Setting, thing: Thing) -> Iterator[Prop]:
    z = setting.body.joints[_TRUNK_JOINTS[thing.place or "upper"]][2]
    yield drum(setting.camera, "roller", (0.0, _ROLLER_RADIUS, z), _ROLLER_HALF, _ROLLER_RADIUS)


def _block(setting: Setting, thing: Thing) -> Iterator[Prop]:
    side = thing.place.split()[0] if thing.place else "left"
    x, y, z = along(setting.body.joints[f"{side} wrist"], setting.body.hands[side].direction, 7)
    box = _box((x - 5.5, x + 5.5), (0, max(2.0, y - 1.5)), (z - 11, z + 11))
    yield boxes(setting.camera, "block", [box])


_PILLOW_HALF, _SKULL_RADIUS = 13.0, 9.2


def _pillow(setting: Setting, thing: Thing) -> Iterator[Prop]:
    x, y, z = in_frame(setting.body.joints["c1"], setting.body.frames["head"], 0, 7, 0)
    sides = (x - _PILLOW_HALF, x + _PILLOW_HALF), (z - _PILLOW_HALF, z + _PILLOW_HALF)
    box = _box(sides[0], (0, max(3.0, y - _SKULL_RADIUS)), sides[1])
    yield boxes(setting.camera, "pillow", [box], -4.0, ("p1", "p2", "p2"))


_BALL_RADIUS = 3.5


def _ball(setting: Setting, thing: Thing) -> Iterator[Prop]:
    """A ball under a foot or hand, or where the trunk rests on it; the number is its width."""
    radius = thing.number / 2 if thing.number else _BALL_RADIUS
    side, _, part = (thing.place or "left foot").partition(" ")
    if side in SIDES:
        x, y, z = sole(setting.body, side) if part == "foot" else palm(setting.body, side)
        yield sphere("ball", (x, max(radius, y - radius), z), radius)
    else:
        x, y, z = setting.body.joints[_TRUNK_JOINTS[thing.place]]
        yield sphere("ball", (x, radius, z), radius)


def _held(setting: Setting, thing: Thing) -> Iterator[Prop]:
    yield from held(setting.body, thing, holding(thing, setting.arms))


def _nothing(setting: Setting, thing: Thing) -> Iterator[Prop]:
    yield from ()


KINDS: dict[str, Callable[[Setting, Thing], Iterator[Prop]]] = {
    "chair": _chair,
    "stool": _chair,
    "mat": _mat,
    "no mat": _nothing,
    "bed": _bed,
    "step": _step,
    "wall": _wall,
    "doorway": _doorway,
    "table": _table,
    "roller": _roller,
    "block": _block,
    "pillow": _pillow,
    "ball": _ball,
    "strap": _held,
    "towel": _held,
    "stick": _held,
    "club": _held,
    "bar": _held,
}
"""Every thing that can be drawn."""
