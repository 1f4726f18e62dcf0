"""A bed: one lies on it, sits on its edge, or stands before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.room.room import Room
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.floors import ground
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.seats import SEAT_AHEAD, chair_boxes, seat_box
from stretchguide.figure.things.setting import MAT, SEAT, Setting, box_of, level_ahead
from stretchguide.figure.things.shapes import SOFT, Prop, boxes
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.pose import Pose, Thing

# It is as high as a seat; so far it reaches to each side and ahead, and so thick is its mattress (cm).
_HALF_WIDTH, _DEEP = 80.0, 95.0
_MATTRESS = 18.0


class Bed(Presence):
    """A bed. Who lies on one has its top for the floor."""

    def arranged(self, room: Room, thing: Thing, pose: Pose) -> Room:
        """Only who stands has it somewhere else than under the body."""
        if not BASES[pose.base].stands:
            return room
        return room._replace(bed=room.table if thing.number is None else thing.number)

    def boxes(self, room: Room, thing: Thing, base: Base) -> Boxes:
        """A seat for who sits on its edge or stands before it."""
        if base.has_seat:
            return chair_boxes(room, None, thing)
        return {"seat": (bed_ahead(room),)} if base.stands else {}

    def drawn(self, setting: Setting, thing: Thing) -> Iterator[Prop]:
        (x0, y0, z0), (x1, y1, z1) = _whole(setting)
        level = _level(setting)
        frame = box_of((x0, x1), (y0, y1 - _MATTRESS), (z0, z1))
        yield boxes(setting.camera, "bed", [frame], level - 0.2 if level else 0.0)
        yield boxes(setting.camera, "mattress", [box_of((x0, x1), (y1 - _MATTRESS, y1), (z0, z1))], level, SOFT)


def bed_ahead(room: Room) -> Box:
    """The bed that a standing body has before it."""
    near = room.table if room.bed is None else room.bed
    return box_of((-_HALF_WIDTH, _HALF_WIDTH), (0.0, room.seat), (near, near + _DEEP))


def seats_beside(room: Room) -> list[Box]:
    """The seats, and the bed, that the body does not sit on."""
    seats = [seat_box(room, chair) for chair in room.chairs]
    return seats if room.bed is None else [*seats, bed_ahead(room)]


def _whole(setting: Setting) -> Box:
    high = setting.room.seat
    if setting.base.has_seat:
        return box_of((-_HALF_WIDTH, _HALF_WIDTH), (0.0, high), (SEAT_AHEAD[1] - _DEEP, SEAT_AHEAD[1]))
    if setting.base.stands:
        return bed_ahead(setting.room)
    x, z = ground(setting.body)
    return box_of(x, (-high, 0.0), z)


def _level(setting: Setting) -> float:
    if setting.base.has_seat:
        return SEAT
    return level_ahead(setting) if setting.base.stands else MAT


KINDS: Mapping[str, Presence] = MappingProxyType({"bed": Bed()})
