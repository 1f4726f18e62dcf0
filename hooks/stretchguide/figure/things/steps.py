"""A step to stand on, with or without a rail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.room.footing import footings_of
from stretchguide.figure.room.room import Room
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import Setting, box_of
from stretchguide.figure.things.shapes import Prop, boxes, rods
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.pose import Pose, Thing
from stretchguide.format.sides import SIDES

_HALF_WIDTH, _HIGH, _DEEP = 22.0, 16.0, 30.0
# It begins so far behind the ankle of the foot on it (cm).
_BEHIND_ANKLE = 9.0
# Its rail runs beside it at the height of a hand (cm): how far out, how high over floor and step, and how far ahead it
# begins and ends.
_RAIL_X, _RAIL_HIGH, _RAIL_AHEAD = 31.0, 88.0, (-18.0, 30.0)
_RAIL_RADIUS, _RAIL_POST = 1.9, 1.3


class RaisedStep(Presence):
    """A step under the feet that are on it."""

    def arranged(self, room: Room, thing: Thing, pose: Pose) -> Room:
        feet = footings_of(pose)
        on = [feet[side].z for side, leg in zip(SIDES, pose.legs, strict=True) if leg.on_step is not None]
        moved = 0.0 if BASES[pose.base].standing_feet else pose.hips.forward
        return room._replace(step=min(on) - _BEHIND_ANKLE + moved) if on else room

    def boxes(self, room: Room, thing: Thing, base: Base) -> Boxes:
        return {"step": (_box(room, thing),)}

    def drawn(self, setting: Setting, thing: Thing) -> Iterator[Prop]:
        step = _box(setting.room, thing)
        yield boxes(setting.camera, "step", [step])
        if "rail" not in thing.place:
            return
        far_side = "right" if setting.camera.view[0] > 0 else "left"
        side = far_side if thing.place == "rail" else thing.place.partition(" ")[0]
        yield _rail(f"{side} rail", _RAIL_X * SIGN[side], step)


def _box(room: Room, thing: Thing) -> Box:
    high = _HIGH if thing.number is None else thing.number
    return box_of((-_HALF_WIDTH, _HALF_WIDTH), (0.0, high), (room.step, room.step + _DEEP))


def _rail(name: str, x: float, step: Box) -> Prop:
    near, far = (step.low[2] + ahead for ahead in _RAIL_AHEAD)
    low, high = (x, _RAIL_HIGH, near), (x, _RAIL_HIGH + step.high[1], far)
    posts = [(((x, 0.0, top[2]), _RAIL_POST), (top, _RAIL_POST)) for top in (low, high)]
    return rods(name, "p3", [*posts, ((low, _RAIL_RADIUS), (high, _RAIL_RADIUS))])


KINDS: Mapping[str, Presence] = MappingProxyType({"step": RaisedStep()})
