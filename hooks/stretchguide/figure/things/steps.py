"""A step to stand on, with or without a rail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.body.skeleton import SIGN, grip_ahead
from stretchguide.figure.floor.footing import footings_of
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import UP, Vector, across, add, along, between, scale, subtract, unit
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import Setting, box_of
from stretchguide.figure.things.shapes import Prop, boxes, rods
from stretchguide.format.sides import SIDES

_HALF_WIDTH, _HIGH, _DEEP = 22.0, 16.0, 30.0
# It begins so far behind the ankle of the foot on it, or so far ahead when no foot is on it (cm).
_BEHIND_ANKLE = 9.0
# A foot whose heel hangs over its edge stands on its ball: the edge is so far ahead of its ankle (cm).
_BEFORE_BALL = 12.0
_USUAL_AHEAD = 22.0
# Its rail runs beside it at the height of a hand (cm): how far out, how high over floor and step, and how far ahead it
# begins and ends.
_RAIL_X, _RAIL_HIGH, _RAIL_AHEAD = 31.0, 88.0, (-18.0, 30.0)
_RAIL_RADIUS, _RAIL_POST = 1.9, 1.3
# A hand on it may be at such shares of its length; the best of them, and what a share of 1 away from it costs. Its
# fingers go out over it, and so much of that ahead along it; what that costs.
_RAIL_ASKEW, _ASKEW_COST = (0.0, 0.6, 1.2), 0.2
_RAIL_SHARES, _RAIL_BEST, _RAIL_SLIDES = (0.2, 0.35, 0.5, 0.65, 0.8), 0.65, 2.0


class RaisedStep(Presence):
    """A step under the feet that are on it."""

    def boxes(self) -> Boxes:
        return {"step": (self._whole(),)}

    def spots(self, place: str, touch: Touch) -> list[Spot]:
        """Along the rail of a step, the palm on it and the fingers over its outer side."""
        low, high = _rail_ends(self._rail_side() or touch.side, self._whole())
        way, out = unit(subtract(high, low)), (float(SIGN[touch.side]), 0.0, 0.0)
        up = unit(across(UP, way))
        return [
            Spot(
                along(between(low, high, share), up, _RAIL_RADIUS),
                up,
                unit(add(out, scale(way, askew))),
                shape="grip",
                reach=grip_ahead(_RAIL_RADIUS),
                cost=abs(share - _RAIL_BEST) * _RAIL_SLIDES + askew * _ASKEW_COST,
            )
            for share in _RAIL_SHARES
            for askew in _RAIL_ASKEW
        ]

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        step = self._whole()
        yield boxes(setting.camera, "step", [step])
        if "rail" in self.thing.place:
            far_side = "right" if setting.camera.view[0] > 0 else "left"
            side = self._rail_side() or far_side
            yield _rail(f"{side} rail", _rail_ends(side, step))

    def _rail_side(self) -> str:
        """Where its rail is: where the words have it, else where a hand holds it."""
        said = self.thing.place.partition(" ")[0]
        holding = [
            side for side, arm in zip(SIDES, self.pose.arms, strict=True) if arm.contact and arm.contact.place == "rail"
        ]
        return said if said in SIDES else (holding or [""])[0]

    def _whole(self) -> Box:
        high = _HIGH if self.thing.number is None else self.thing.number
        near = self._near()
        return box_of((-_HALF_WIDTH, _HALF_WIDTH), (0.0, high), (near, near + _DEEP))

    def _near(self) -> float:
        """Its near edge, ahead of the middle."""
        feet = footings_of(self.pose)
        on = [feet[side] for side, leg in zip(SIDES, self.pose.legs, strict=True) if leg.on_step is not None]
        if not on:
            return _USUAL_AHEAD
        hanging = [foot.z + _BEFORE_BALL for foot in on if foot.heel < 0]
        return min(hanging or [foot.z - _BEHIND_ANKLE for foot in on]) + (
            0.0 if self.base.standing_feet else self.pose.hips.forward
        )


def _rail_ends(side: str, step: Box) -> tuple[Vector, Vector]:
    """The lower and the upper end of a rail beside a step."""
    x, (near, far) = _RAIL_X * SIGN[side], (step.low[2] + ahead for ahead in _RAIL_AHEAD)
    return (x, _RAIL_HIGH, near), (x, _RAIL_HIGH + step.high[1], far)


def _rail(name: str, ends: tuple[Vector, Vector]) -> Prop:
    low, high = ends
    posts = [(((top[0], 0.0, top[2]), _RAIL_POST), (top, _RAIL_POST)) for top in (low, high)]
    return rods(name, "p3", [*posts, ((low, _RAIL_RADIUS), (high, _RAIL_RADIUS))])


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"step": RaisedStep})
