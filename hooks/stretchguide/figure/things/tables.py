"""A table ahead of the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.room.room import Room
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import LEGS, Setting, Span, box_of, level_ahead, without_tops
from stretchguide.figure.things.shapes import Prop, boxes
from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.pose import Pose, Thing

# Its top, which alone does not give way, and how far its near edge is when nothing is said (cm).
TABLE_HIGH: Span = (70.0, 74.0)
_HALF_WIDTH, _DEEP = 45.0, 50.0
_USUAL_AHEAD = 62.0
_LEGS_X, _LEGS_Z, _LEG = (-42.0, 38.0), (3.0, 43.0), 4.0


class Table(Presence):
    """A table."""

    def arranged(self, room: Room, thing: Thing, pose: Pose) -> Room:
        return room._replace(table=_USUAL_AHEAD if thing.number is None else thing.number)

    def boxes(self, room: Room, thing: Thing, base: Base) -> Boxes:
        return {"table": (_top(room),)}

    def drawn(self, setting: Setting, thing: Thing) -> Iterator[Prop]:
        top = _top(setting.room)
        level = level_ahead(setting)
        yield boxes(setting.camera, "top", [top], level)
        legs = [
            box_of((x, x + _LEG), (0, top.low[1]), (z, z + _LEG))
            for x in _LEGS_X
            for z in (top.low[2] + ahead for ahead in _LEGS_Z)
        ]
        for group in [legs] if level else [[leg] for leg in legs]:
            yield without_tops(boxes(setting.camera, "legs", group, level and LEGS), top)


def _top(room: Room) -> Box:
    return box_of((-_HALF_WIDTH, _HALF_WIDTH), TABLE_HIGH, (room.table, room.table + _DEEP))


KINDS: Mapping[str, Presence] = MappingProxyType({"table": Table()})
