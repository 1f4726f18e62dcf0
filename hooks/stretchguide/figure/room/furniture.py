"""The things in the room that do not give way: where they are, as boxes and rods in cm.

What rests on the body or hangs from a hand (straps, pillows, blocks) is not here; how things look is not either.
"""

from __future__ import annotations

from collections.abc import Iterable

from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.room.room import Chair, Room
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.pose import Thing

Span = tuple[float, float]

# A chair: its seat and its back rest with two posts, to the sides and from back to front (cm).
CHAIR_HALF_WIDTH = 20.0
SEAT_THICK = 3.5
SEAT_AHEAD: Span = (-18.0, 24.0)
CHAIR_BACK_HIGH: Span = (64.0, 86.0)
CHAIR_BACK_AHEAD: Span = (-20.5, -17.5)
CHAIR_POSTS: tuple[Span, Span] = ((-18.0, -15.0), (15.0, 18.0))
CHAIR_POSTS_HIGH: Span = (42.0, 74.0)
# A table, its top only.
TABLE_HALF_WIDTH = 45.0
TABLE_HIGH: Span = (70.0, 74.0)
TABLE_DEEP = 50.0
# A wall ahead, at a side, or behind when its distance is negative; the frame of a doorway on both sides.
WALL_HALF_WIDTH, WALL_HIGH, WALL_THICK = 40.0, 250.0, 5.0
# A step to stand on.
STEP_HALF_WIDTH, STEP_HIGH, STEP_DEEP = 22.0, 16.0, 30.0
# The frame of a door: a hand on it shows beside it, seen from the other side.
DOOR_HIGH, DOOR_IN, DOOR_OUT, DOOR_THICK = 196.0, 0.5, 12.0, 9.0
# A bed.
BED_HALF_WIDTH, BED_DEEP = 80.0, 95.0


def _box(x: Span, y: Span, z: Span) -> Box:
    return Box((x[0], y[0], z[0]), (x[1], y[1], z[1]))


def chair_boxes(room: Room, chair: Chair | None, thing: Thing) -> dict[str, tuple[Box, ...]]:
    """Seat and back of a chair or stool: beside the body, or (None) under who sits on it."""
    seat = _box((-CHAIR_HALF_WIDTH, CHAIR_HALF_WIDTH), (room.seat - SEAT_THICK, room.seat), SEAT_AHEAD)
    found: dict[str, tuple[Box, ...]] = {"seat": (_placed(chair, seat),)}
    if thing.kind == "chair":
        found["chair"] = tuple(_placed(chair, box) for box in _chair_back())
    return found


def _placed(chair: Chair | None, box: Box) -> Box:
    if chair is None:
        return box
    (x0, y0, z0), (x1, y1, z1) = box
    ends = chair.placed(x0, z0), chair.placed(x1, z1)
    xs, zs = zip(*ends, strict=True)
    return _box((min(xs), max(xs)), (y0, y1), (min(zs), max(zs)))


def _chair_back() -> list[Box]:
    back = _box((-CHAIR_HALF_WIDTH, CHAIR_HALF_WIDTH), CHAIR_BACK_HIGH, CHAIR_BACK_AHEAD)
    return [back, *(_box(post, CHAIR_POSTS_HIGH, CHAIR_BACK_AHEAD) for post in CHAIR_POSTS)]


def _chair(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    return chair_boxes(room, chair_of(room, thing), thing)


def chair_of(room: Room, thing: Thing) -> Chair | None:
    """Where a chair or stool beside the body stands; None for one that is sat on."""
    return next((chair for chair in room.chairs if chair.thing == thing), None)


def bed_ahead(room: Room) -> Box:
    """The bed that a standing body has before it."""
    near = room.table if room.bed is None else room.bed
    return _box((-BED_HALF_WIDTH, BED_HALF_WIDTH), (0.0, room.seat), (near, near + BED_DEEP))


def seats_beside(room: Room) -> list[Box]:
    """The seats, and the bed, that the body does not sit on."""
    seats = [chair_boxes(room, chair, chair.thing)["seat"][0] for chair in room.chairs]
    return seats if room.bed is None else [*seats, bed_ahead(room)]


def _table(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    span = (room.table, room.table + TABLE_DEEP)
    return {"table": (_box((-TABLE_HALF_WIDTH, TABLE_HALF_WIDTH), TABLE_HIGH, span),)}


def wall_box(room: Room) -> Box:
    """The wall ahead, behind or at a side."""
    near = room.wall
    across = (-WALL_HALF_WIDTH, WALL_HALF_WIDTH)
    if room.wall_side:
        sign = SIGN[room.wall_side]
        span = min(sign * near, sign * (near + WALL_THICK)), max(sign * near, sign * (near + WALL_THICK))
        return _box(span, (0.0, WALL_HIGH), across)
    span = (near - WALL_THICK, near) if near < 0 else (near, near + WALL_THICK)
    return _box(across, (0.0, WALL_HIGH), span)


def door_posts(room: Room) -> tuple[Box, ...]:
    """Both sides of the frame of a doorway, the left one first."""
    span = (room.doorway_ahead + 0.2, room.doorway_ahead + DOOR_THICK)
    inner, outer = room.doorway - DOOR_IN, room.doorway + DOOR_OUT
    sides = ((inner, outer), (-outer, -inner))
    aside = room.doorway_aside
    return tuple(_box((low + aside, high + aside), (0.0, DOOR_HIGH), span) for low, high in sides)


def _wall(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    return {"wall": (wall_box(room),)}


def _doorway(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    return {"frame": door_posts(room)}


def _step(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    high = STEP_HIGH if thing.number is None else thing.number
    return {"step": (_box((-STEP_HALF_WIDTH, STEP_HALF_WIDTH), (0.0, high), (room.step, room.step + STEP_DEEP)),)}


_KINDS = {"chair": _chair, "stool": _chair, "table": _table, "wall": _wall, "doorway": _doorway, "step": _step}


def furniture(room: Room, base: Base, things: Iterable[Thing]) -> dict[str, tuple[Box, ...]]:
    """The boxes of the things in a room, by the name that a contact has for them; soft ones have none.

    A bed counts as a seat for who sits on its edge or stands before it; who lies on one has it for the floor.
    """
    found: dict[str, tuple[Box, ...]] = {}
    for thing in things:
        for name, boxes in _boxes_of(room, base, thing).items():
            found[name] = (*found.get(name, ()), *boxes)
    return found


def _boxes_of(room: Room, base: Base, thing: Thing) -> dict[str, tuple[Box, ...]]:
    if thing.kind in _KINDS:
        return _KINDS[thing.kind](room, thing)
    if thing.kind == "bed" and base.pelvis_on == "seat":
        return chair_boxes(room, None, thing)
    return {"seat": (bed_ahead(room),)} if thing.kind == "bed" and base.stands else {}
