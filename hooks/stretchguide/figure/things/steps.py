"""A step to stand on, with or without a rail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.floor.footing import footings_of
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import Setting, box_of
from stretchguide.figure.things.shapes import Prop, boxes, rods
from stretchguide.format.sides import SIDES

_HALF_WIDTH, _HIGH, _DEEP = 22.0, 16.0, 30.0
# It begins so far behind the ankle of the foot on it, or so far ahead when no foot is on it (cm).
_BEHIND_ANKLE = 9.0
_USUAL_AHEAD = 22.0
# Its rail runs beside it at the height of a hand (cm): how far out, how high over floor and step, and how far ahead it
# begins and ends.
_RAIL_X, _RAIL_HIGH, _RAIL_AHEAD = 31.0, 88.0, (-18.0, 30.0)
_RAIL_RADIUS, _RAIL_POST = 1.9, 1.3


class RaisedStep(Presence):
    """A step under the feet that are on it."""

    def boxes(self) -> Boxes:
        return {"step": (self._whole(),)}

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        step = self._whole()
        yield boxes(setting.camera, "step", [step])
        if "rail" not in self.thing.place:
            return
        far_side = "right" if setting.camera.view[0] > 0 else "left"
        side = far_side if self.thing.place == "rail" else self.thing.place.partition(" ")[0]
        yield _rail(f"{side} rail", _RAIL_X * SIGN[side], step)

    def _whole(self) -> Box:
        high = _HIGH if self.thing.number is None else self.thing.number
        near = self._near()
        return box_of((-_HALF_WIDTH, _HALF_WIDTH), (0.0, high), (near, near + _DEEP))

    def _near(self) -> float:
        """Its near edge, ahead of the middle."""
        feet = footings_of(self.pose)
        on = [feet[side].z for side, leg in zip(SIDES, self.pose.legs, strict=True) if leg.on_step is not None]
        if not on:
            return _USUAL_AHEAD
        return min(on) - _BEHIND_ANKLE + (0.0 if self.base.standing_feet else self.pose.hips.forward)


def _rail(name: str, x: float, step: Box) -> Prop:
    near, far = (step.low[2] + ahead for ahead in _RAIL_AHEAD)
    low, high = (x, _RAIL_HIGH, near), (x, _RAIL_HIGH + step.high[1], far)
    posts = [(((x, 0.0, top[2]), _RAIL_POST), (top, _RAIL_POST)) for top in (low, high)]
    return rods(name, "p3", [*posts, ((low, _RAIL_RADIUS), (high, _RAIL_RADIUS))])


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"step": RaisedStep})
