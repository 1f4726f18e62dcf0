"""Blocks under the hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.floor.on_floor import floor
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import add, along
from stretchguide.figure.things.presence import Presence
from stretchguide.figure.things.setting import Setting, box_of
from stretchguide.figure.things.shapes import Prop, boxes
from stretchguide.figure.words.things import THINGS

# So high is one that a hand is on, when nothing is said (cm).
_USUAL_HIGH = 15.0


class HandBlock(Presence):
    """A block under a hand. Where its height is not said and the hand is not on it, it ends just under the hand."""

    def spots(self, place: str, touch: Touch) -> list[Spot]:
        """On top of it, where it stands on the floor under the shoulder."""
        return [spot._replace(point=add(spot.point, (0.0, self._high(), 0.0))) for spot in floor(touch)]

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        side = self.thing.place.split()[0] if self.thing.place else "left"
        x, y, z = along(setting.body.joints[f"{side} wrist"], setting.body.hands[side].direction, 7)
        is_bearing = setting.body.hosts.get(f"{side} hand") in THINGS[self.thing.kind].gives
        high = self._high() if is_bearing or self.thing.number else max(2.0, y - 1.5)
        box = box_of((x - 5.5, x + 5.5), (0, high), (z - 11, z + 11))
        yield boxes(setting.camera, "block", [box])

    def _high(self) -> float:
        return _USUAL_HIGH if self.thing.number is None else self.thing.number


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"block": HandBlock})
