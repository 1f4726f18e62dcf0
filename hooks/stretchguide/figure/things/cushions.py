"""What is soft and fills the room under a part of the body: a pillow, a cushion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.things.presence import Presence
from stretchguide.figure.things.seats import SEAT_HIGH
from stretchguide.figure.things.setting import Setting, box_of
from stretchguide.figure.things.shapes import Prop, pad
from stretchguide.format.sides import SIDES

_PILLOW_HALF, _SKULL_RADIUS = 13.0, 9.2


class Pillow(Presence):
    """A pillow, as high as the head is over the floor."""

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        x, y, z = in_frame(setting.body.joints["c1"], setting.body.frames["head"], 0, 7, 0)
        sides = (x - _PILLOW_HALF, x + _PILLOW_HALF), (z - _PILLOW_HALF, z + _PILLOW_HALF)
        box = box_of(sides[0], (0, max(3.0, y - _SKULL_RADIUS)), sides[1])
        yield pad("pillow", box, -4.0)


# A cushion: half of its sides, how thick it is on the floor and at least, and how far from the body's middle it lies
# beside it (cm). What rests on it is so far from its joint; on the calves, its middle is so far before the ankles. Who
# sits on one sinks in so far, and has more of it behind than ahead.
_CUSHION_HALF, _CUSHION_THICK, _CUSHION_LEAST, _CUSHION_ASIDE = 15.0, 11.0, 3.0, 48.0
_SAT_DOWN, _SAT_BACK = 4.0, 4.0
_CALF_RADIUS, _SEAT_RADIUS, _ON_CALVES = 5.5, 9.5, 12.0
_CUSHION_UNDER = {"knee": 5.2, "hip": _SEAT_RADIUS, "ribs": 13.0}
_MIDDLE = {"ribs": "t7"}


class Cushion(Presence):
    """A cushion as high as it has to be to fill the room under what rests on it; one that is sat on bears the body."""

    @property
    def raises(self) -> float:
        return _CUSHION_THICK - _SAT_DOWN if self.thing.place == "seat" else 0.0

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        joints = setting.body.joints
        side, _, part = self.thing.place.partition(" ")
        low = 0.0
        if part:
            x, y, z = joints[_MIDDLE.get(part, self.thing.place)]
            support = self.pose.leg(side).support if part == "knee" else None
            low = SEAT_HIGH if support and support.touches == "shin" else 0.0
            high = y - _CUSHION_UNDER[part]
        elif side in SIDES:
            x, _, z = joints["pelvis"]
            x, high = x + SIGN[side] * _CUSHION_ASIDE, _CUSHION_THICK
        elif self.raises:
            x, _, z = joints["pelvis"]
            z, high = z - _SAT_BACK, _CUSHION_THICK
        else:
            x, y, _ = joints["pelvis"]
            z = max(joints[f"{each} ankle"][2] for each in SIDES) + _ON_CALVES
            low = max(joints[f"{each} knee"][1] for each in SIDES) + _CALF_RADIUS - _CUSHION_LEAST
            high = min(y - _SEAT_RADIUS, low + _CUSHION_THICK)
        top = max(low + _CUSHION_LEAST, high)
        span = (x - _CUSHION_HALF, x + _CUSHION_HALF), (z - _CUSHION_HALF, z + _CUSHION_HALF)
        yield pad(f"{self.thing.place} cushion", box_of(span[0], (low, top), span[1]))


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"pillow": Pillow, "cushion": Cushion})
