"""Places on head and trunk, written for a left hand and mirrored for the right one."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import Vector, add, to_world, unit


class _Local(NamedTuple):
    """A frame of the trunk in which spots are written for the left hand; x is mirrored for the right one."""

    touch: Touch
    origin: str
    frame: str
    sign: int

    def spot(self, spot: Spot) -> Spot:
        """A spot of a left hand, given in the frame, in the world."""
        body = self.touch.body
        assert spot.normal
        assert spot.fingers
        point = add(body.joints[self.origin], self._world(spot.point))
        return spot._replace(
            point=point, normal=unit(self._world(spot.normal)), fingers=unit(self._world(spot.fingers))
        )

    def _world(self, v: Vector) -> Vector:
        return to_world(self.touch.body.frames[self.frame], (v[0] * self.sign, v[1], v[2]))


# Behind the head: in the middle; above and below it, where two hands lie beside each other; to the side.
_BEHIND_HEAD: tuple[tuple[Vector, Vector, Vector, float], ...] = (
    ((2.0, 7.0, -10.9), (0.25, 0.05, -1), (-0.9, 0.25, 0), 0.0),
    ((2.0, 11.5, -9.7), (0.25, 0.4, -0.9), (-1, 0, 0), 0.2),
    ((2.0, 3.0, -10.5), (0.25, -0.4, -0.9), (-1, 0, 0), 0.2),
    ((4.5, 7.0, -9.9), (0.25, 0.05, -1), (-0.9, 0.25, 0), 0.6),
    ((3.0, 4.0, -10.4), (0.25, 0.05, -1), (-0.9, 0.25, 0), 1.0),
)


def head(touch: Touch) -> list[Spot]:
    """Behind the head, on top of it (from above the far ear), or at the near ear."""
    local = _Local(touch, "c1", "head", SIGN[touch.side])
    if touch.contact.how == "behind":
        spots = [
            Spot(point, normal, fingers, shape="flat", reach=9, cost=cost, host="head")
            for point, normal, fingers, cost in _BEHIND_HEAD
        ]
    elif touch.contact.face == "top":
        spots = [
            Spot((-6.0, 13.9, 0.0), (-0.75, 0.8, 0), (-0.75, -0.85, 0), shape="flat", reach=7, cost=0.0, host="head"),
            Spot((-2.0, 16.4, 0.0), (-0.3, 1, 0), (-1, -0.3, 0), shape="flat", reach=7, cost=1.0, host="head"),
        ]
    else:
        spots = [Spot((7.6, 8, -1), (1, 0, 0), (0, 0.9, -0.3), shape="flat", reach=8, cost=0.0, host="head")]
    return [local.spot(spot) for spot in spots]


def chin(touch: Touch) -> list[Spot]:
    """A finger on the chin."""
    local = _Local(touch, "c1", "head", SIGN[touch.side])
    return [
        local.spot(
            Spot((0, -5.5, 10.1), (0, 0.5, 0.86), (-0.2, 0.84, -0.5), shape="point", reach=16.0, cost=0.0, host="head")
        )
    ]


def chest(touch: Touch) -> list[Spot]:
    """On the breastbone and beside it."""
    local = _Local(touch, "t7", "t7", SIGN[touch.side])
    places = (((3.0, 4.0, 15.7), 0.0), ((7.0, 4.0, 15.7), 0.3), ((9.0, 8.0, 13.1), 0.5))
    return [
        local.spot(Spot(place, (0, 0, 1), (-1, 0.3, 0), shape="flat", reach=8, cost=cost, host="chest"))
        for place, cost in places
    ]


def belly(touch: Touch) -> list[Spot]:
    """Beside the navel, the fingers towards it: both hands fit there."""
    local = _Local(touch, "l3", "l3", SIGN[touch.side])
    places = ((9.5, 1.0, 0.0), (9.5, 5.0, 0.2), (9.5, -2.0, 0.3))
    return [
        local.spot(
            Spot((x, y, 14.0), (0.45, 0, 0.9), (-0.9, 0.1, 0.45), shape="flat", reach=8, cost=cost, host="chest")
        )
        for x, y, cost in places
    ]


def back(touch: Touch) -> list[Spot]:
    """On the small of the back."""
    local = _Local(touch, "l3", "l3", SIGN[touch.side])
    return [local.spot(Spot((6, 2, -3.8), (0, 0, -1), (-0.6, -0.8, 0), shape="flat", reach=8, cost=0.0, host="chest"))]


# Ways of the fingers on the hip, and what they cost: ahead and a little down; inward to the front; further down, and
# as far as a pelvis that is tucked under has them.
_ON_HIP: tuple[tuple[Vector, float], ...] = (
    ((-0.15, -0.4, 0.9), 0.0),
    ((-0.5, -0.5, 0.7), 0.2),
    ((-0.2, -0.75, 0.6), 0.3),
    ((-0.2, -0.9, 0.3), 0.4),
)


def hip(touch: Touch) -> list[Spot]:
    """On the crest of the hip bone."""
    local = _Local(touch, "pelvis", "pelvis", SIGN[touch.contact.side or touch.side])
    places = ((9.0, 1.0, 0.0), (11.0, -2.0, 0.4), (7.0, 3.0, 0.4))
    return [
        local.spot(Spot((16.1, y, z), (1, 0.15, 0), fingers, shape="relaxed", reach=8, cost=cost + more, host="pelvis"))
        for y, z, cost in places
        for fingers, more in _ON_HIP
    ]


# On the own shoulder, in the frame of the chest: between neck and shoulder joint, on the collarbone before it, and on
# the shoulder blade behind it, where a hand comes from above. What is touched, its normal and what it costs; ways of
# the fingers; and how far their tips are from the wrist (cm).
_FINGERTIPS = 16.0
_OWN_SHOULDER: tuple[tuple[Vector, Vector, float], ...] = (
    ((13.2, 16.6, 2.5), (0.1, 0.9, 0.4), 0.0),
    ((15.6, 15.0, 6.0), (0.15, 0.7, 0.7), 0.2),
    ((14.6, 10.8, 10.2), (0.1, 0.3, 0.95), 0.5),
)
_OWN_BLADE: tuple[tuple[Vector, Vector, float], ...] = (
    ((11.0, 12.8, -5.1), (0.1, 0.75, -0.65), 0.6),
    ((10.9, 8.5, -6.3), (0.1, 0.3, -0.95), 0.8),
)
_ON_OWN_SHOULDER: tuple[Vector, ...] = (
    (-0.35, 0.3, -0.9),
    (-0.7, 0.3, -0.6),
    (-0.95, 0.1, -0.2),
    (-0.5, 0.75, -0.4),
    (-0.1, 0.7, -0.7),
    (0.2, 0.6, -0.8),
)
_FROM_ABOVE: tuple[Vector, ...] = ((-0.2, -0.6, -0.75), (-0.3, -0.95, -0.1), (-0.8, -0.6, -0.1))


def shoulder(touch: Touch) -> list[Spot]:
    """On the shoulder from above, from the front, or on its outside; on the own one with the fingertips."""
    owner = touch.contact.side
    if owner == touch.side:
        local = _Local(touch, "t7", "t7", SIGN[owner])
        return [
            local.spot(Spot(place, normal, way, shape="flat", reach=_FINGERTIPS, cost=cost, host="chest"))
            for spots, ways in ((_OWN_SHOULDER, _ON_OWN_SHOULDER), (_OWN_BLADE, _FROM_ABOVE))
            for place, normal, cost in spots
            for way in ways
        ]
    origin, frame = touch.body.joints[f"{owner} shoulder"], touch.body.frames["t7"]
    out = SIGN[owner]
    ways: tuple[tuple[Vector, Vector, float], ...] = (
        ((0, 5.0, 3.0), (0, 0.8, 0.6), 0.0),
        ((0, 0, 7.0), (0, 0, 1), 0.4),
        ((out * 4.9, 3.1, 1.8), (out * 0.8, 0.5, 0.3), 0.3),
        ((out * 6.6, -2.8, 3.2), (out * 0.85, 0, 0.5), 0.6),
    )
    return [
        Spot(
            add(origin, to_world(frame, place)),
            unit(to_world(frame, normal)),
            None,
            shape="relaxed",
            reach=9,
            cost=cost,
            host=f"{owner} upper arm",
        )
        for place, normal, cost in ways
    ]
