"""A table ahead of the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.floor.on_floor import fingers_way
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import FORWARD, LEFT, UP
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import LEGS, Setting, Span, box_of, level_ahead, without_tops
from stretchguide.figure.things.shapes import Prop, boxes

# Its top, which alone does not give way, and how far its near edge is when nothing is said (cm).
_HIGH: Span = (70.0, 74.0)
_HALF_WIDTH, _DEEP = 45.0, 50.0
_USUAL_AHEAD = 62.0
_LEGS_X, _LEGS_Z, _LEG = (-42.0, 38.0), (3.0, 43.0), 4.0
# The middle of a palm is so far above it, and so far from its near edge; the cost of 1 cm from the best of these (cm).
_OFF = 1.4
_FROM_EDGE, _BEST = (4, 7, 10, 13, 17, 22, 28, 34, 40), 10
_SLIDE_COST = 0.05


class Table(Presence):
    """A table."""

    def boxes(self) -> Boxes:
        return {"table": (self._top(),)}

    def spots(self, place: str, touch: Touch) -> list[Spot]:
        return on_top_ahead(touch, self._top())

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        top = self._top()
        level = level_ahead(setting)
        yield boxes(setting.camera, "top", [top], level)
        legs = [
            box_of((x, x + _LEG), (0, top.low[1]), (z, z + _LEG))
            for x in _LEGS_X
            for z in (top.low[2] + ahead for ahead in _LEGS_Z)
        ]
        for group in [legs] if level else [[leg] for leg in legs]:
            yield without_tops(boxes(setting.camera, "legs", group, level and LEGS), top)

    def _top(self) -> Box:
        near = _USUAL_AHEAD if self.thing.number is None else self.thing.number
        return box_of((-_HALF_WIDTH, _HALF_WIDTH), _HIGH, (near, near + _DEEP))


def on_top_ahead(touch: Touch, top: Box) -> list[Spot]:
    """On something level ahead of the body, before the shoulder and from the near edge onwards."""
    x = touch.body.joints[f"{touch.side} shoulder socket"][0]
    high, near, fingers = top.high[1] + _OFF, top.low[2], fingers_way(touch, FORWARD, LEFT)
    return [
        Spot((x, high, near + z), UP, fingers, shape="flat", reach=8, cost=abs(z - _BEST) * _SLIDE_COST)
        for z in _FROM_EDGE
    ]


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"table": Table})
