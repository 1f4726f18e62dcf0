"""Places on arms and legs: spots that may slide along a limb and round it, at a cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin
from typing import NamedTuple

from stretchguide.figure.body.girth import profile, segment_ends
from stretchguide.figure.body.skeleton import SIGN, Body, grip_ahead
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import (
    FORWARD,
    IDENTITY,
    UP,
    Frame,
    Vector,
    add,
    along,
    between,
    combined,
    cross,
    rotation_x,
    scale,
    subtract,
    to_world,
    unit,
)
from stretchguide.format.sides import OTHER

# Cost of sliding by a whole limb, and by one degree round it.
_COST_ALONG = 14.0
_COST_ROUND = 0.02
# A spot may slide in so many steps to each side of the place, but not on to the joints.
_STEPS = 6
_FIRST, _LAST = 0.04, 0.98


class LimbSkin(NamedTuple):
    """The skin of a tapered segment of a limb."""

    body: Body
    side: str
    segment: str

    def spot(self, place: float, angle: float, like: Spot, turned: float | None = None) -> Spot:
        """A spot at a place along the bone (0 to 1), and an angle round it (0 front, 90 outside, degrees).

        Shape, reach and cost are those of `like`, but for the reach of a hand that closes. `turned` 1 or -1 lays the
        fingers across the limb, None leaves them.
        """
        start, end = segment_ends(self.body, self.side, self.segment)
        x, y, z = self.body.frames[f"{self.side} {self.segment}"]
        radius, forward, outward = profile(self.segment, place)
        sign = SIGN[self.side]
        middle = along(along(between(start, end, place), z, forward), x, outward * sign)
        turn = radians(angle)
        normal = add(scale(x, sign * sin(turn)), scale(z, cos(turn)))
        fingers = None if turned is None else scale(unit(cross(y, normal)), turned * sign)
        host = f"{self.side} {self.segment}"
        return Spot(
            along(middle, normal, radius),
            normal,
            fingers,
            shape=like.shape,
            reach=grip_ahead(radius) if like.shape == "wrap" else like.reach,
            cost=like.cost,
            host=host,
            wrap=radius,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """How far a spot may be from where the words have it."""

    place: float
    """Along the bone, 0 to 1."""
    span: float
    """So much of the bone to each side."""
    spread: float
    """So many degrees round the limb to each side."""
    is_across: bool = False
    """Whether the fingers lie across the limb, either way; else they point anywhere."""
    face: float | None = None
    """Round the limb, in degrees, whatever the words say."""


def sliding(touch: Touch, segment: str, like: Spot, slide: Slide) -> list[Spot]:
    """Spots along and round a limb."""
    out = []
    skin = LimbSkin(touch.body, touch.contact.side, segment)
    middle = touch.face if slide.face is None else slide.face
    ways = (1.0, -1.0) if slide.is_across else (None,)
    for step in range(-_STEPS, _STEPS + 1):
        slid = step * slide.span / _STEPS
        if not _FIRST <= slide.place + slid <= _LAST:
            continue
        for part in (0.0, -0.5, 0.5, -1.0, 1.0):
            turn = part * slide.spread
            priced = like._replace(cost=abs(slid) * _COST_ALONG + abs(turn) * _COST_ROUND)
            out += [skin.spot(slide.place + slid, middle + turn, priced, way) for way in ways]
    return out


_RESTING = Spot((0, 0, 0))
_CLOSED = Spot((0, 0, 0), shape="wrap")
_CUPPED = Spot((0, 0, 0), shape="cup", reach=6.5)
_ACROSS = Spot((0, 0, 0), reach=6.5)


def _share(touch: Touch, usual: float) -> float:
    return (usual if touch.contact.number is None else touch.contact.number) / 100


def knee(touch: Touch) -> list[Spot]:
    """On the thigh just above the kneecap; held, or in front, on the shank just below it."""
    if touch.is_held or touch.contact.face == "front":
        return sliding(touch, "shank", _CLOSED, Slide(place=0.12, span=0.1, spread=50, is_across=True, face=0.0))
    return sliding(touch, "thigh", _RESTING, Slide(place=0.93, span=0.22, spread=30))


def thigh(touch: Touch) -> list[Spot]:
    """On the thigh, so many percent down from the hip."""
    slide = Slide(place=_share(touch, 70), span=0.28, spread=50, is_across=touch.is_held)
    return sliding(touch, "thigh", _CLOSED if touch.is_held else _RESTING, slide)


def shin(touch: Touch) -> list[Spot]:
    """On the shank, so many percent down from the knee."""
    return sliding(
        touch, "shank", _CLOSED, Slide(place=_share(touch, 45), span=0.42, spread=60, is_across=touch.is_held)
    )


# The middle of an ankle's grip along the shank, and what it costs to slide from there by the whole shank, or by one
# degree round it.
_ANKLE_PLACE, _ANKLE_ALONG, _ANKLE_ROUND = 0.93, 30.0, 0.015
# And fingers that point anywhere, not across.
_ALONG_ANKLE = 0.4


def ankle(touch: Touch) -> list[Spot]:
    """Round the ankle, from any side of it."""
    skin = LimbSkin(touch.body, touch.contact.side, "shank")
    out = []
    for place in (0.76, 0.82, 0.88, 0.93, 0.97):
        for turn in (0, -45, 45, -90, 90, 180):
            cost = abs(_ANKLE_PLACE - place) * _ANKLE_ALONG + abs(turn) * _ANKLE_ROUND
            like = Spot((0, 0, 0), shape="wrap", cost=cost)
            out += [skin.spot(place, touch.face + turn, like, way) for way in (1.0, -1.0)]
            out.append(skin.spot(place, touch.face + turn, like._replace(cost=cost + _ALONG_ANKLE)))
    return out


# Where fingers point that hold a sole or its outer edge: along the foot, across it, over its top; in its frame.
_ON_SOLE: tuple[Vector, ...] = ((0, 0.1, 1), (1, 0.1, 0), (-1, 0.1, 0))
_ON_EDGE: tuple[Vector, ...] = ((0, -0.3, 1), (0, 1, 0), (0, -1, 0), (0, 0.3, -1))


# The joint of the toes in the frame of the foot, and how far beyond it a hand goes that draws them back (cm).
_TOE_JOINT: Vector = (0.0, -4.9, 13.8)
_BEYOND_JOINT = 4.0


def _with_toes(touch: Touch, ahead: float, place: Vector) -> tuple[Vector, Frame]:
    """A place on a foot, and how it is turned there: on toes that are drawn back it goes with them."""
    toes = touch.body.toes.get(touch.contact.side)
    if toes is None or not toes.back or ahead < _TOE_JOINT[2] - _BEYOND_JOINT:
        return place, IDENTITY
    turn = rotation_x(-toes.back)
    return add(_TOE_JOINT, to_world(turn, along(subtract(place, _TOE_JOINT), FORWARD, _BEYOND_JOINT))), turn


def foot_at(ahead: float) -> Callable[[Touch], list[Spot]]:
    """The place on a foot so far ahead of the ankle (cm): on top, under the sole, or at the outer edge.

    Where the words do not say which, it is where the hand comes to best.
    """

    def spots(touch: Touch) -> list[Spot]:
        frame = touch.body.frames[f"{touch.contact.side} foot"]
        origin = touch.body.joints[f"{touch.contact.side} ankle"]
        host = f"{touch.contact.side} foot"
        out = SIGN[touch.contact.side]

        def spot(place: Vector, normal: Vector, fingers: Vector | None, cost: float) -> Spot:
            place, turn = _with_toes(touch, ahead, place)
            turned = combined(frame, turn)
            way = unit(to_world(turned, fingers)) if fingers else None
            point = add(origin, to_world(frame, place))
            return Spot(point, unit(to_world(turned, normal)), way, shape="grip", reach=7, cost=cost, host=host)

        top, sole, edge = [], [], []
        for slid, aside, cost in ((0, 0, 0), (0, out * 3, 0.2), (-3, 0, 0.5), (-5, out * 2, 0.8), (3, 0, 0.4)):
            z = ahead + slid
            top.append(spot((aside, 0.2 - 0.16 * z, z), (0, 1, 0.3), None, cost))
            sole += [spot((aside, -8.2, z), (0, -1, 0.1), way, cost + 0.4) for way in _ON_SOLE]
            edge += [spot((out * 4.8, -4.5, z), (out, 0, 0), way, cost + 0.5) for way in _ON_EDGE]
        if touch.contact.how in ("under", "behind"):
            return sole
        return edge if touch.contact.face == "out" else [*top, *sole, *edge]

    return spots


def elbow(touch: Touch) -> list[Spot]:
    """Round the upper arm just above the elbow, or the forearm just below it."""
    below = Slide(place=0.1, span=0.08, spread=60, is_across=True, face=180.0)
    return _upper_arm_at(touch, 0.86) + sliding(touch, "forearm", _closed_or_cupped(touch), below)


def upper_arm(touch: Touch) -> list[Spot]:
    """Round the upper arm, as far down as just above the elbow."""
    return _upper_arm_at(touch, 0.68)


def _upper_arm_at(touch: Touch, place: float) -> list[Spot]:
    slide = Slide(place=place, span=0.24, spread=60, is_across=True)
    return sliding(touch, "upper arm", _closed_or_cupped(touch), slide)


def _closed_or_cupped(touch: Touch) -> Spot:
    return _CLOSED if touch.is_held else _CUPPED


def forearm(touch: Touch) -> list[Spot]:
    """Round the forearm, so many percent down from the elbow."""
    return sliding(
        touch,
        "forearm",
        _CLOSED if touch.is_held else _ACROSS,
        Slide(place=_share(touch, 50), span=0.4, spread=90, is_across=True),
    )


def wrist(touch: Touch) -> list[Spot]:
    """Round the forearm just above the wrist."""
    return sliding(
        touch, "forearm", _CLOSED if touch.is_held else _ACROSS, Slide(place=0.92, span=0.1, spread=90, is_across=True)
    )


def hand_at(ahead: float) -> Callable[[Touch], list[Spot]]:
    """The place on the other hand so far ahead of the wrist (cm): in the palm, or on the back of the hand."""

    def spots(touch: Touch) -> list[Spot]:
        hand = touch.body.hands[touch.contact.side]
        start = touch.body.joints[f"{touch.contact.side} wrist"]
        face = -1 if touch.contact.face == "back" else 1
        ways = (
            (hand.direction, 0.0),
            (hand.thumb, 0.3),
            (scale(hand.thumb, -1), 0.3),
            (scale(hand.direction, -1), 0.3),
            (unit(add(hand.direction, hand.thumb)), 0.2),
        )
        return [
            Spot(
                along(along(start, hand.direction, ahead + slid), hand.palm, face * 1.8),
                scale(hand.palm, face),
                way,
                shape="flat",
                reach=8,
                cost=cost,
                host=f"{touch.contact.side} hand",
            )
            for slid in (0, -2, 2)
            for way, cost in ways
        ]

    return spots


# The middle of the base of a thumb, from the wrist along the hand, to its side and before the palm, and half of its
# breadth (cm).
_THUMB_ALONG, _THUMB_ASIDE, _THUMB_BEFORE, _HALF_THUMB = 4.6, 3.4, 0.6, 2.0


def thumb(touch: Touch) -> list[Spot]:
    """Round the base of the other thumb, from behind the hand, from the thumb's side or over the palm."""
    hand = touch.body.hands[touch.contact.side]
    start = touch.body.joints[f"{touch.contact.side} wrist"]
    found = []
    for slid, cost in ((0.0, 0.0), (1.5, 0.1), (-1.5, 0.1)):
        middle = along(along(start, hand.direction, _THUMB_ALONG + slid), hand.thumb, _THUMB_ASIDE)
        middle = along(middle, hand.palm, _THUMB_BEFORE)
        for normal, way, more in (
            (scale(hand.palm, -1), hand.thumb, 0.0),
            (scale(hand.palm, -1), unit(add(hand.thumb, hand.direction)), 0.0),
            (hand.thumb, hand.palm, 0.2),
            (hand.thumb, scale(hand.palm, -1), 0.2),
            (hand.palm, hand.thumb, 0.3),
        ):
            like = Spot(along(middle, normal, _HALF_THUMB), normal, way, shape="grip", reach=7, cost=cost + more)
            found.append(like._replace(host=f"{touch.contact.side} hand"))
    return found


# -- a foot on the other leg ------------------------------------------------------------------------------------------


def foot_spots(body: Body, side: str, segment: str, place: float, is_inside: bool) -> list[Spot]:
    """Where the ankle of one leg can lie on the other: on top and beyond it, or against its inner side."""
    owner = OTHER[side]
    frame_of: Frame = body.frames[f"{owner} {segment}"]
    out = []
    for slid in (0, -0.05, 0.05, -0.1, 0.1, -0.16):
        for angle in (-90, -60, -110) if is_inside else (10, 30, -10):
            spot = LimbSkin(body, owner, segment).spot(place + slid, angle, _RESTING._replace(cost=abs(slid) * 10))
            normal = spot.normal or UP
            if is_inside:
                point = along(spot.point, normal, 5.5)
            else:  # beyond the outer edge, so that the shin and not the sole rests on the limb
                point = along(along(spot.point, normal, 3.6), frame_of[0], SIGN[owner] * 7.5)
            out.append(spot._replace(point=point))
    return out
