"""The things in the room that do not give way: where they are, as boxes and rods in cm.

What rests on the body or hangs from a hand (straps, pillows, blocks) is not here; how things look is not either.
"""

from __future__ import annotations

from collections.abc import Iterable

from stretchguide.figure.pose import Thing
from stretchguide.figure.solids import Box
from stretchguide.figure.spots import Room

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
# A wall ahead, or behind when its distance is negative; the frame of a doorway on both sides.
WALL_HALF_WIDTH, WALL_HIGH, WALL_THICK = 40.0, 176.0, 5.0
# A step to stand on.
STEP_HALF_WIDTH, STEP_HIGH, STEP_AHEAD = 22.0, 16.0, (4.0, 34.0)
DOOR_HIGH, DOOR_IN, DOOR_OUT, DOOR_THICK = 196.0, 5.0, 9.0, 9.0


def _box(x: Span, y: Span, z: Span) -> Box:
    return Box((x[0], y[0], z[0]), (x[1], y[1], z[1]))


def _chair(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    return {**_stool(room, thing), "chair": tuple(_chair_back())}


def _chair_back() -> list[Box]:
    back = _box((-CHAIR_HALF_WIDTH, CHAIR_HALF_WIDTH), CHAIR_BACK_HIGH, CHAIR_BACK_AHEAD)
    return [back, *(_box(post, CHAIR_POSTS_HIGH, CHAIR_BACK_AHEAD) for post in CHAIR_POSTS)]


def _stool(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    return {
        "seat": (_box((-CHAIR_HALF_WIDTH, CHAIR_HALF_WIDTH), (room.seat - SEAT_THICK, room.seat), SEAT_AHEAD),),
    }


def _table(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    span = (room.table, room.table + TABLE_DEEP)
    return {"table": (_box((-TABLE_HALF_WIDTH, TABLE_HALF_WIDTH), TABLE_HIGH, span),)}


def _wall(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    near = room.wall
    span = (near - WALL_THICK, near) if near < 0 else (near, near + WALL_THICK)
    return {"wall": (_box((-WALL_HALF_WIDTH, WALL_HALF_WIDTH), (0.0, WALL_HIGH), span),)}


def _doorway(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    span = (room.doorway_ahead + 0.2, room.doorway_ahead + DOOR_THICK)
    inner, outer = room.doorway - DOOR_IN, room.doorway + DOOR_OUT
    sides = ((inner, outer), (-outer, -inner))
    return {"frame": tuple(_box(side, (0.0, DOOR_HIGH), span) for side in sides)}


def _step(room: Room, thing: Thing) -> dict[str, tuple[Box, ...]]:
    high = STEP_HIGH if thing.number is None else thing.number
    return {"step": (_box((-STEP_HALF_WIDTH, STEP_HALF_WIDTH), (0.0, high), STEP_AHEAD),)}


_KINDS = {"chair": _chair, "stool": _stool, "table": _table, "wall": _wall, "doorway": _doorway, "step": _step}
_USUAL = Room()
_TABLE_AHEAD = 62.0


def furniture(room: Room, base: str, things: Iterable[Thing]) -> dict[str, tuple[Box, ...]]:
    """The boxes of the things in a room, by the name that a contact has for them; soft ones have none.

    A bed counts as a seat for who sits on its edge; who lies on one has it for the floor.
    """
    found: dict[str, tuple[Box, ...]] = {}
    for thing in things:
        if thing.kind in _KINDS:
            found |= _KINDS[thing.kind](room, thing)
        elif thing.kind == "bed" and base == "sit-chair":
            found |= _stool(room, thing)
    return found


def room_of(things: Iterable[Thing]) -> Room:
    """Where things stand: as far ahead, as wide and as high as the words say, or as usual."""
    room = _USUAL
    for thing in things:
        size = thing.number
        if thing.kind == "wall" and size is not None:
            room = room._replace(wall=size)
        elif thing.kind == "doorway" and size is not None:
            room = room._replace(doorway=size / 2)
        elif thing.kind == "table":
            room = room._replace(table=_TABLE_AHEAD if size is None else size)
    return room
