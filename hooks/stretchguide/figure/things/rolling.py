"""What is round and lies under the back, a foot or a hand: a foam roller, a ball."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.shapes.geometry import DOWN, FORWARD, along, between
from stretchguide.figure.things.held import in_hand, sole
from stretchguide.figure.things.presence import Presence
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.things.shapes import Prop, drum, sphere
from stretchguide.figure.words.things import THINGS
from stretchguide.format.sides import SIDES

_ROLLER_RADIUS, _ROLLER_HALF = 7.0, 24.0
# One along the spine reaches from the tailbone to the top of the head; it gives way a little (cm).
_LONG_HALF, _GIVES = 45.0, 0.5
_UNDER_TRUNK = {"upper": "t7", "lower": "l3", "hips": "pelvis"}


class Roller(Presence):
    """A foam roller across the body, or along the spine of who lies on it."""

    @property
    def raises(self) -> float:
        return 2 * _ROLLER_RADIUS - _GIVES if self._is_along else 0.0

    @property
    def _is_along(self) -> bool:
        return self.thing.place in THINGS[self.thing.kind].lain_along

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        if self._is_along:
            x, _, z = between(setting.body.joints["pelvis"], setting.body.joints["c1"], 0.5)
            yield drum(setting.camera, "roller", (x, _ROLLER_RADIUS, z), _LONG_HALF, _ROLLER_RADIUS, way=FORWARD)
            return
        z = setting.body.joints[_UNDER_TRUNK[self.thing.place or "upper"]][2]
        yield drum(setting.camera, "roller", (0.0, _ROLLER_RADIUS, z), _ROLLER_HALF, _ROLLER_RADIUS)


class RollingBall(Presence):
    """A ball under a foot or hand, or where the trunk rests on it; the number is its width."""

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        radius = (self.thing.number or THINGS[self.thing.kind].size) / 2
        side, _, part = (self.thing.place or "left foot").partition(" ")
        if side in SIDES:
            under = along(sole(setting.body, side), DOWN, radius)
            x, y, z = under if part == "foot" else in_hand(setting.body, side, radius)
            yield sphere("ball", (x, max(radius, y), z), radius)
        else:
            x, y, z = setting.body.joints[_UNDER_TRUNK[self.thing.place]]
            yield sphere("ball", (x, radius, z), radius)


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"roller": Roller, "ball": RollingBall})
