"""Blocks under the hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.room.room import Room
from stretchguide.figure.shapes.geometry import along
from stretchguide.figure.things.presence import Presence
from stretchguide.figure.things.setting import Setting, box_of
from stretchguide.figure.things.shapes import Prop, boxes
from stretchguide.figure.words.pose import Pose, Thing
from stretchguide.figure.words.things import THINGS
from stretchguide.format.sides import SIDES


class HandBlock(Presence):
    """A block under a hand. Where its height is not said and the hand is not on it, it ends just under the hand."""

    def arranged(self, room: Room, thing: Thing, pose: Pose) -> Room:
        if thing.number is None:
            return room
        left, right = room.blocks
        return room._replace(blocks=(thing.number, right) if thing.place == "left" else (left, thing.number))

    def drawn(self, setting: Setting, thing: Thing) -> Iterator[Prop]:
        side = thing.place.split()[0] if thing.place else "left"
        x, y, z = along(setting.body.joints[f"{side} wrist"], setting.body.hands[side].direction, 7)
        is_bearing = setting.body.hosts.get(f"{side} hand") in THINGS[thing.kind].gives
        high = setting.room.blocks[SIDES.index(side)] if is_bearing or thing.number else max(2.0, y - 1.5)
        box = box_of((x - 5.5, x + 5.5), (0, high), (z - 11, z + 11))
        yield boxes(setting.camera, "block", [box])


KINDS: Mapping[str, Presence] = MappingProxyType({"block": HandBlock()})
