"""The things round a body: what they are made of and where they stand, from the words of a pose and the body itself.

Furniture stands where the room has it; a mat, a pillow, a strap or a stick lies where the body is. Whether a hand
reaches a thing, and whether a body sinks into one, is the business of solver and lints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from stretchguide.figure.body.flesh import in_frame
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.room.footing import BALL_WIDTH
from stretchguide.figure.room.furniture import BED_DEEP, BED_HALF_WIDTH, SEAT_AHEAD, bed_ahead, furniture
from stretchguide.figure.shapes.geometry import along
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.chair import chair_props
from stretchguide.figure.things.held import held, holding, palm, sole
from stretchguide.figure.things.setting import MAT, SEAT, Setting, box_of, level_ahead
from stretchguide.figure.things.shapes import SOFT, Prop, boxes, drum, rods, sphere
from stretchguide.figure.things.upright import doorway_props, table_props, wall_props
from stretchguide.figure.words.pose import Thing
from stretchguide.format.sides import SIDES


def props(setting: Setting, things: Sequence[Thing]) -> list[Prop]:
    """The pieces of all things, in the order of the words. Raises KeyError for a kind that cannot be drawn."""
    return [prop for thing in things for prop in KINDS[thing.kind](setting, thing)]


# -- to sit, lie and stand on -----------------------------------------------------------------------------------------

# A mat reaches so far beyond what lies on it, and is so wide at least (cm). What is lower than this lies on it.
_MAT_X, _MAT_Z = 16.0, 18.0
_MAT_WIDTH = 60.0
_MAT_THICK = 2.2
_LYING_LOW = 26.0


def _mat(setting: Setting, thing: Thing) -> Iterator[Prop]:
    x, z = _ground(setting.body)
    yield boxes(setting.camera, "mat", [box_of(x, (-_MAT_THICK, 0), z)], MAT, SOFT)


def _ground(body: Body) -> tuple[tuple[float, float], tuple[float, float]]:
    """The piece of floor under what is low, with a margin: its extent to the sides and ahead."""
    low = [point for name, point in body.joints.items() if point[1] < _LYING_LOW and "socket" not in name]
    xs, zs = [point[0] for point in low] or [0.0], [point[2] for point in low] or [0.0]
    x = (min(xs) - _MAT_X, max(xs) + _MAT_X)
    z = (min(zs) - _MAT_Z, max(zs) + _MAT_Z)
    wide, deep = x[1] - x[0], z[1] - z[0]
    return (_at_least(x) if deep > wide else x), (_at_least(z) if wide > deep else z)


def _at_least(span: tuple[float, float]) -> tuple[float, float]:
    middle, half = (span[0] + span[1]) / 2, max(span[1] - span[0], _MAT_WIDTH) / 2
    return (middle - half, middle + half)


# A bed is as high as a seat; one lies on it (then its top is the floor of the pose), sits on its edge or stands before.
_MATTRESS = 18.0


def _bed(setting: Setting, thing: Thing) -> Iterator[Prop]:
    high = setting.room.seat
    if setting.base.pelvis_on == "seat":
        x, y, z, level = (
            (-BED_HALF_WIDTH, BED_HALF_WIDTH),
            (0.0, high),
            (SEAT_AHEAD[1] - BED_DEEP, SEAT_AHEAD[1]),
            SEAT,
        )
    elif setting.base.stands:
        (x0, y0, z0), (x1, y1, z1) = bed_ahead(setting.room)
        x, y, z, level = (x0, x1), (y0, y1), (z0, z1), level_ahead(setting)
    else:
        x, z = _ground(setting.body)
        y, level = (-high, 0.0), MAT
    yield boxes(setting.camera, "bed", [box_of(x, (y[0], y[1] - _MATTRESS), z)], level - 0.2 if level else 0.0)
    yield boxes(setting.camera, "mattress", [box_of(x, (y[1] - _MATTRESS, y[1]), z)], level, SOFT)


# The rail of a step runs beside it at the height of a hand (cm): how far out, how high over floor and step, and how far
# ahead it begins and ends.
_RAIL_X, _RAIL_HIGH, _RAIL_AHEAD = 31.0, 88.0, (-18.0, 30.0)
_RAIL_RADIUS, _RAIL_POST = 1.9, 1.3


def _step(setting: Setting, thing: Thing) -> Iterator[Prop]:
    (step,) = furniture(setting.room, setting.base, [thing])["step"]
    yield boxes(setting.camera, "step", [step])
    if "rail" not in thing.place:
        return
    far_side = "right" if setting.camera.view[0] > 0 else "left"
    side = far_side if thing.place == "rail" else thing.place.partition(" ")[0]
    yield _rail(f"{side} rail", _RAIL_X * SIGN[side], step)


def _rail(name: str, x: float, step: Box) -> Prop:
    near, far = (step.low[2] + ahead for ahead in _RAIL_AHEAD)
    low, high = (x, _RAIL_HIGH, near), (x, _RAIL_HIGH + step.high[1], far)
    posts = [(((x, 0.0, top[2]), _RAIL_POST), (top, _RAIL_POST)) for top in (low, high)]
    return rods(name, "p3", [*posts, ((low, _RAIL_RADIUS), (high, _RAIL_RADIUS))])


# -- under the body ---------------------------------------------------------------------------------------------------

_ROLLER_RADIUS, _ROLLER_HALF = 7.0, 24.0
_UNDER_TRUNK = {"upper": "t7", "lower": "l3", "hips": "pelvis"}


def _roller(setting: Setting, thing: Thing) -> Iterator[Prop]:
    z = setting.body.joints[_UNDER_TRUNK[thing.place or "upper"]][2]
    yield drum(setting.camera, "roller", (0.0, _ROLLER_RADIUS, z), _ROLLER_HALF, _ROLLER_RADIUS)


def _block(setting: Setting, thing: Thing) -> Iterator[Prop]:
    side = thing.place.split()[0] if thing.place else "left"
    x, y, z = along(setting.body.joints[f"{side} wrist"], setting.body.hands[side].direction, 7)
    is_bearing = setting.body.hosts.get(f"{side} hand") == "block"
    high = setting.room.blocks[SIDES.index(side)] if is_bearing or thing.number else max(2.0, y - 1.5)
    box = box_of((x - 5.5, x + 5.5), (0, high), (z - 11, z + 11))
    yield boxes(setting.camera, "block", [box])


# The colours of what is soft and lies on a mat.
_LINEN = ("p1", "p2", "p2")
_PILLOW_HALF, _SKULL_RADIUS = 13.0, 9.2


def _pillow(setting: Setting, thing: Thing) -> Iterator[Prop]:
    x, y, z = in_frame(setting.body.joints["c1"], setting.body.frames["head"], 0, 7, 0)
    sides = (x - _PILLOW_HALF, x + _PILLOW_HALF), (z - _PILLOW_HALF, z + _PILLOW_HALF)
    box = box_of(sides[0], (0, max(3.0, y - _SKULL_RADIUS)), sides[1])
    yield boxes(setting.camera, "pillow", [box], -4.0, _LINEN)


# A cushion: half of its sides, how thick it is on the floor and at least, and how far from the body's middle it lies
# beside it (cm). What rests on it is so far from its joint; on the calves, its middle is so far before the ankles.
_CUSHION_HALF, _CUSHION_THICK, _CUSHION_LEAST, _CUSHION_ASIDE = 15.0, 11.0, 3.0, 48.0
_CALF_RADIUS, _SEAT_RADIUS, _ON_CALVES = 5.5, 9.5, 12.0
_CUSHION_UNDER = {"knee": 5.2, "hip": _SEAT_RADIUS}


def _cushion(setting: Setting, thing: Thing) -> Iterator[Prop]:
    """A cushion as high as it has to be to fill the room under what rests on it."""
    joints = setting.body.joints
    side, _, part = thing.place.partition(" ")
    low = 0.0
    if part:
        x, y, z = joints[thing.place]
        high = y - _CUSHION_UNDER[part]
    elif side in SIDES:
        x, _, z = joints["pelvis"]
        x, high = x + SIGN[side] * _CUSHION_ASIDE, _CUSHION_THICK
    else:
        x, y, _ = joints["pelvis"]
        z = max(joints[f"{each} ankle"][2] for each in SIDES) + _ON_CALVES
        low = max(joints[f"{each} knee"][1] for each in SIDES) + _CALF_RADIUS - _CUSHION_LEAST
        high = min(y - _SEAT_RADIUS, low + _CUSHION_THICK)
    top = max(low + _CUSHION_LEAST, high)
    span = (x - _CUSHION_HALF, x + _CUSHION_HALF), (z - _CUSHION_HALF, z + _CUSHION_HALF)
    yield boxes(setting.camera, f"{thing.place} cushion", [box_of(span[0], (low, top), span[1])], 0.0, _LINEN)


def _ball(setting: Setting, thing: Thing) -> Iterator[Prop]:
    """A ball under a foot or hand, or where the trunk rests on it; the number is its width."""
    radius = (thing.number or BALL_WIDTH) / 2
    side, _, part = (thing.place or "left foot").partition(" ")
    if side in SIDES:
        x, y, z = sole(setting.body, side) if part == "foot" else palm(setting.body, side)
        yield sphere("ball", (x, max(radius, y - radius), z), radius)
    else:
        x, y, z = setting.body.joints[_UNDER_TRUNK[thing.place]]
        yield sphere("ball", (x, radius, z), radius)


def _held(setting: Setting, thing: Thing) -> Iterator[Prop]:
    yield from held(setting.body, thing, holding(thing, setting.arms))


def _nothing(setting: Setting, thing: Thing) -> Iterator[Prop]:
    yield from ()


KINDS: dict[str, Callable[[Setting, Thing], Iterator[Prop]]] = {
    "chair": chair_props,
    "stool": chair_props,
    "mat": _mat,
    "no mat": _nothing,
    "bed": _bed,
    "step": _step,
    "wall": wall_props,
    "doorway": doorway_props,
    "table": table_props,
    "roller": _roller,
    "block": _block,
    "pillow": _pillow,
    "cushion": _cushion,
    "ball": _ball,
    "strap": _held,
    "towel": _held,
    "stick": _held,
    "club": _held,
    "bar": _held,
}
"""Every thing that can be drawn."""
