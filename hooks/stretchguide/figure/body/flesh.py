"""The flesh round the bones, part by part: what the solver and the lints measure with.

Every part is a few convex hulls, and is also known as a row of balls. How thick the body is stands in `girth` and
`hulls`; the skin that is drawn lies over the same bones (`skin`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import TypeAlias

from stretchguide.figure.body.girth import limb, limb_ball
from stretchguide.figure.body.hulls import (
    Hull,
    chest_hulls,
    foot_hulls,
    hand_hulls,
    head_hulls,
    neck_hulls,
    pelvis_hulls,
)
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import Vector, along, between, distance, length, unit
from stretchguide.figure.shapes.outline import Volume
from stretchguide.format.sides import SIDES

Ball: TypeAlias = tuple[Vector, float]
"""Centre and radius, in cm."""

# -- parts ------------------------------------------------------------------------------------------------------------

# Where clothes end, along the bone: the sleeve, from where the bare upper arm shows; the trousers and the bare ankle.
# So much thicker than the limb they are (cm).
_SLEEVE_END = 0.55
_BARE_ARM = 0.4
_TROUSERS_END = 0.86
_BARE_ANKLE = 0.8
_SLEEVE_WIDER = 0.55
_TROUSERS_WIDER = 0.3


def _upper_arm(body: Body, side: str) -> tuple[Hull, ...]:
    bare = limb(body, side, "upper arm", start=_BARE_ARM)
    sleeve = limb(body, side, "upper arm", end=_SLEEVE_END, grow=_SLEEVE_WIDER)
    return (*pairwise(bare), *pairwise(sleeve))


def _forearm(body: Body, side: str) -> tuple[Hull, ...]:
    return tuple(pairwise(limb(body, side, "forearm")))


def _thigh(body: Body, side: str) -> tuple[Hull, ...]:
    return tuple(pairwise(limb(body, side, "thigh")))


def _shank(body: Body, side: str) -> tuple[Hull, ...]:
    ankle = (limb_ball(body, side, "shank", _BARE_ANKLE), limb_ball(body, side, "shank", 1))
    return (ankle, *pairwise(limb(body, side, "shank", end=_TROUSERS_END, grow=_TROUSERS_WIDER)))


ARM_PIECES = ("upper arm", "forearm", "hand")
"""The parts of an arm, without their side."""
_TRUNK: Mapping[str, Callable[[Body], tuple[Hull, ...]]] = MappingProxyType(
    {"pelvis": pelvis_hulls, "chest": chest_hulls, "neck": neck_hulls, "head": head_hulls}
)
_OF_SIDES: Mapping[str, Callable[[Body, str], tuple[Hull, ...]]] = MappingProxyType(
    {
        "upper arm": _upper_arm,
        "forearm": _forearm,
        "hand": hand_hulls,
        "thigh": _thigh,
        "shank": _shank,
        "foot": foot_hulls,
    }
)
PART_NAMES: tuple[str, ...] = (*_TRUNK, *(f"{side} {name}" for side in SIDES for name in _OF_SIDES))
"""All parts."""


def part_hulls(body: Body, name: str) -> tuple[Hull, ...]:
    """A part of the body as convex hulls. Raises KeyError when there is none of that name."""
    if name in _TRUNK:
        return _TRUNK[name](body)
    side, _, piece = name.partition(" ")
    return _OF_SIDES[piece](body, side)


# -- as balls ---------------------------------------------------------------------------------------------------------

# Between the balls at the ends of a hull others are put, no farther apart than this (cm).
_BALLS_APART = 6


def part_balls(body: Body, name: str) -> list[Ball]:
    """Balls that fill a part. Raises KeyError when there is none of that name."""
    return balls(part_hulls(body, name))


def balls(hulls: Iterable[Hull]) -> list[Ball]:
    """Balls that fill hulls."""
    return [found for hull in hulls for found in _hull_balls(hull)]


def _hull_balls(hull: Hull) -> list[Ball]:
    found = [each for volume in hull for each in _volume_balls(volume)]
    if len(hull) == len(found) == 2:
        found += _row_between(*found)
    return found


def _row_between(start: Ball, end: Ball) -> Iterator[Ball]:
    count = int(distance(end[0], start[0]) / _BALLS_APART)
    for i in range(1, count):
        part = i / count
        yield between(start[0], end[0], part), start[1] + (end[1] - start[1]) * part


def _volume_balls(volume: Volume) -> list[Ball]:
    """The volume itself when it is a ball; of an ellipsoid, one or three balls as thick as its middle half axis."""
    centre, radius, axes = volume
    if axes is None:
        return [(centre, radius)]
    sizes = sorted(((length(axis), axis) for axis in axes), key=lambda pair: -pair[0])
    (longest, axis), (radius, _) = sizes[:2]
    rest = longest - radius
    if rest <= 1:
        return [(centre, radius)]
    way = unit(axis)
    return [(along(centre, way, rest), radius), (centre, radius), (along(centre, way, -rest), radius)]
