"""A bed: one lies on it, sits on its edge, or stands before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.body.skeleton import HIP_OUT, SIGN
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.floors import ground
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.seat_spots import at_edge, on_top
from stretchguide.figure.things.seats import SEAT_AHEAD, SEAT_HIGH, seat_box
from stretchguide.figure.things.setting import MAT, SEAT, Setting, box_of, level_ahead
from stretchguide.figure.things.shapes import SOFT, Prop, boxes
from stretchguide.format.sides import SIDES

# It is as high as a seat; so far it reaches to each side and ahead, and so thick is its mattress (cm).
_HALF_WIDTH, _DEEP = 80.0, 95.0
_MATTRESS = 18.0
# An edge beside who lies on it is so far beyond the hip joints, and it reaches so far the other way (cm).
_BEYOND_HIPS, _ASIDE, _FAR = 4.0, 5.0, 170.0
# One that ends beside the body is so wide to each side of its middle (cm).
_LAIN_HALF = 45.0
# Its near edge is so far ahead of who stands before it, when nothing is said (cm).
_USUAL_AHEAD = 66.0


class Bed(Presence):
    """A bed. Who lies on one has its top for the floor."""

    def top(self) -> Box | None:
        if not self.base.lies or not self.thing.place:
            return None
        hips, height = self.pose.hips, (-SEAT_HIGH, 0.0)
        side = self.thing.place.partition(" ")[0]
        if side not in SIDES:
            end = hips.forward + _BEYOND_HIPS
            return box_of((-_FAR, _FAR), height, (end - _FAR, end))
        sign = SIGN[side]
        edge = hips.left + sign * (HIP_OUT + _ASIDE)
        return box_of((min(edge, edge - sign * _FAR), max(edge, edge - sign * _FAR)), height, (-_FAR, _FAR))

    def boxes(self) -> Boxes:
        """A seat for who sits on its edge or stands before it."""
        if self.base.has_seat:
            return {"seat": (seat_box(None),)}
        return {"seat": (self._ahead(),)} if self.base.stands else {}

    def spots(self, place: str, touch: Touch) -> list[Spot]:
        return at_edge(touch, seat_box(None)) if self.base.has_seat else on_top(touch, self._ahead())

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        (x0, y0, z0), (x1, y1, z1) = self._whole(setting)
        level = self._level(setting)
        frame = box_of((x0, x1), (y0, y1 - _MATTRESS), (z0, z1))
        yield boxes(setting.camera, "bed", [frame], level - 0.2 if level else 0.0)
        yield boxes(setting.camera, "mattress", [box_of((x0, x1), (y1 - _MATTRESS, y1), (z0, z1))], level, SOFT)

    def _ahead(self) -> Box:
        """The bed that a standing body has before it."""
        near = _USUAL_AHEAD if self.thing.number is None else self.thing.number
        return box_of((-_HALF_WIDTH, _HALF_WIDTH), (0.0, SEAT_HIGH), (near, near + _DEEP))

    def _whole(self, setting: Setting) -> Box:
        if self.base.has_seat:
            return box_of((-_HALF_WIDTH, _HALF_WIDTH), (0.0, SEAT_HIGH), (SEAT_AHEAD[1] - _DEEP, SEAT_AHEAD[1]))
        if self.base.stands:
            return self._ahead()
        (x0, x1), (z0, z1) = ground(setting)
        top = self.top()
        if top:
            wide = (min(x0, -_LAIN_HALF), max(x1, _LAIN_HALF))
            x0, x1 = max(wide[0], top.low[0]), min(wide[1], top.high[0])
            z0, z1 = max(z0, top.low[2]), min(z1, top.high[2])
        return box_of((x0, x1), (-SEAT_HIGH, 0.0), (z0, z1))

    def _level(self, setting: Setting) -> float:
        if self.base.has_seat:
            return SEAT
        return level_ahead(setting) if self.base.stands else MAT


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"bed": Bed})
