"""Things in the hands: straps, towels, sticks, clubs and the bar to hang from. They go where the hands go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import copysign, sqrt
from types import MappingProxyType
from typing import ClassVar

from stretchguide.figure.body.flesh import ARM_PIECES, PART_NAMES, Ball, part_balls
from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.body.skeleton import ANKLE_HEIGHT, Body, rod_in_hand
from stretchguide.figure.shapes.geometry import DOWN, Vector, along, between, distance, subtract, to_local, unit
from stretchguide.figure.things.presence import Presence
from stretchguide.figure.things.setting import WALL, Setting
from stretchguide.figure.things.shapes import Prop, rods
from stretchguide.figure.words.pose import Arm, Thing
from stretchguide.figure.words.where import SLACK
from stretchguide.format.sides import SIDES


def holding(thing: Thing, arms: Sequence[Arm]) -> tuple[str, ...]:
    """The sides of the hands that hold a thing: those that say so, else those that touch nothing, else both."""
    named = tuple(side for side, arm in zip(SIDES, arms, strict=True) if arm.holds == thing.kind)
    free = tuple(side for side, arm in zip(SIDES, arms, strict=True) if not arm.contact)
    return named or free or SIDES


def in_hand(body: Body, side: str, radius: float) -> Vector:
    """The middle of what a hand holds, by its radius; in cm."""
    return rod_in_hand(body.joints[f"{side} wrist"], body.hands[side], radius)


def sole(body: Body, side: str) -> Vector:
    """Under the ball of a foot, in cm."""
    return in_frame(body.joints[f"{side} ankle"], body.frames[f"{side} foot"], 0, -ANKLE_HEIGHT, 9)


# A band hangs so far from a single hand (cm).
_HANGS = 34.0


class Strap(Presence):
    """From the hands to a foot or an ankle, or from hand to hand; from one hand it hangs. Slack, it sags."""

    grip = 1.0
    token: ClassVar[str] = "st"
    """Its colour."""

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        body, hands = setting.body, holding(self.thing, self.pose.arms)
        grips = [in_hand(body, side, self.grip) for side in hands]
        place = self.thing.place.removesuffix(SLACK).strip()
        side, _, part = place.partition(" ")
        if side in SIDES:
            start = sole(body, side) if part == "foot" else body.joints[place]
            ends = [each for grip in grips for each in pairwise((start, *_over_shoulder(body, start, grip), grip))]
        elif len(grips) > 1:
            ends = [(grips[0], grips[1])]
        else:
            ends = [(grips[0], along(grips[0], DOWN, _HANGS))]
        if place != self.thing.place:
            skin = _borne_by(body, f"{side} foot")
            ends = [piece for way in ends for piece in pairwise(_sagging(*way, self.grip, skin))]
        rounded = [((start, self.grip + 0.1), (end, self.grip - 0.1)) for start, end in ends]
        yield rods(self.thing.kind, self.token, rounded)


# A slack band sags by this part of its way, drawn in so many straight pieces, and lies so far off the bare flesh (cm).
_SAG, _PIECES, _OFF = 0.26, 14, 1.2


def _sagging(start: Vector, end: Vector, radius: float, flesh: Sequence[Ball]) -> list[Vector]:
    """Where a slack band goes from hold to hold, in cm: down by its weight, but not into the floor or the flesh.

    It lies on flesh that is below its straight way, and hangs beside what is not.
    """
    found, depth = [start], _SAG * distance(start, end)
    for i in range(1, _PIECES):
        part = i / _PIECES
        straight = between(start, end, part)
        point = along(straight, DOWN, 4 * part * (1 - part) * depth)
        for centre, size in flesh:
            off, (right, high, ahead) = size + radius + _OFF, subtract(straight, centre)
            rise = off * off - right * right - ahead * ahead
            if high > 0 and rise > 0:
                point = (point[0], max(point[1], centre[1] + sqrt(rise)), point[2])
            elif distance(point, centre) < off:
                point = along(centre, unit(subtract(point, centre)), off)
        found.append((point[0], max(point[1], radius), point[2]))
    inner = [between(before, after, 0.5) for before, after in pairwise(found)]
    return [start, *inner, end]


def _borne_by(body: Body, looped: str) -> list[Ball]:
    """The flesh that a slack band can lie on: all but the arms and the foot in its loop."""
    names = (name for name in PART_NAMES if name != looped and name.partition(" ")[2] not in ARM_PIECES)
    return [each for name in names for each in part_balls(body, name)]


# In the frame of the chest, from its middle: shoulder blade and top of the shoulder, which a band lies on (cm).
_BLADE, _TOP = (12.0, 12.8, -7.0), (13.2, 18.0, 1.5)


def _over_shoulder(body: Body, start: Vector, grip: Vector) -> list[Vector]:
    """What a band lies on from a leg behind the back to a hand above the shoulders: the shoulder of that hand."""
    middle, frame = body.joints["t7"], body.frames["t7"]
    behind, (out, up, _) = to_local(frame, subtract(start, middle))[2], to_local(frame, subtract(grip, middle))
    if behind > _BLADE[2] or up < _TOP[1]:
        return []
    return [in_frame(middle, frame, copysign(x, out), y, z) for x, y, z in (_BLADE, _TOP)]


class Towel(Strap):
    """A rolled towel does what a strap does."""

    grip = 2.0
    token = "p1"


# A stick reaches so far beyond the hands; so thick is the head of a club (cm).
_BEYOND = 22.0
_HEAD = 2.6
_HANDS_APART = 12.0


class Stick(Presence):
    """A stick through both hands, from one hand to the floor, or across the trunk."""

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        start, end = self.ends(setting.body)
        yield rods(self.thing.kind, "p3", [((start, self.grip), (end, self.grip))])

    def ends(self, body: Body) -> tuple[Vector, Vector]:
        """From where to where it reaches, in cm."""
        hands = holding(self.thing, self.pose.arms)
        place = self.thing.place or (f"{hands[0]} hand" if len(hands) == 1 else "")
        return _stick_ends(body, place, self.grip)


class Club(Stick):
    """A golf club is a stick with a head."""

    grip = 0.9

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        yield from super().drawn(setting)
        start, end = self.ends(setting.body)
        tip = along(end, unit(subtract(end, start)), 3)
        yield rods(f"{self.thing.kind} head", "p3", [((end, _HEAD), (tip, _HEAD))])


def _stick_ends(body: Body, place: str, radius: float) -> tuple[Vector, Vector]:
    left, right = (in_hand(body, side, radius) for side in SIDES)
    side = place.partition(" ")[0]
    if side in SIDES:
        hand = left if side == "left" else right
        return along(hand, (0.0, 1.0, 0.0), 6.0), (hand[0], 1.0, hand[2])
    if place in ("chest", "back"):
        ahead = 14.5 if place == "chest" else -9.5
        return (
            in_frame(body.joints["t7"], body.frames["t7"], 48, 11, ahead),
            in_frame(body.joints["t7"], body.frames["t7"], -48, 11, ahead),
        )
    apart = distance(left, right)
    way = unit(subtract(right, left)) if apart > _HANDS_APART else body.hands["left"].thumb
    return along(left, way, -_BEYOND), along(right, way, _BEYOND)


_BAR_HALF = 62.0


class Bar(Presence):
    """A bar over the head, where the hands are; it hangs from above."""

    grip = 1.6

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        left, right = (in_hand(setting.body, side, self.grip) for side in SIDES)
        x, y, z = between(left, right, 0.5)
        ends = [(x + sign * _BAR_HALF, y, z) for sign in (1, -1)]
        yield rods("bar", "p3", [((ends[0], self.grip), (ends[1], self.grip))])
        hangers = [((end, 1.2), ((end[0], y + 24, z), 1.2)) for end in ends]
        yield rods("hangers", "p3", hangers, WALL)


KINDS: Mapping[str, type[Presence]] = MappingProxyType(
    {"strap": Strap, "towel": Towel, "stick": Stick, "club": Club, "bar": Bar}
)
