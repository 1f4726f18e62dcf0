"""The flesh round the bones, as parts that can be drawn and measured.

A part is what is painted at once and what lies in front of or behind other parts. Every part is also known as a row
of balls: solver, depth order and lints measure with those, so that what they measure is what is drawn. How thick the
body is stands in `girth` and `hulls`; colours, order and props are not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from stretchguide.figure.body.girth import in_frame, limb, limb_ball, profile, segment_ends, torso_ring
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
from stretchguide.figure.shapes.outline import Limb, Volume
from stretchguide.format.sides import SIDES

__all__ = [
    "PART_NAMES",
    "Ball",
    "BodyPart",
    "Covering",
    "Hull",
    "Layer",
    "Mode",
    "Shape",
    "balls",
    "foot_hulls",
    "hand_hulls",
    "in_frame",
    "limb",
    "limb_ball",
    "part",
    "parts",
    "profile",
    "segment_ends",
    "torso_ring",
]

Covering: TypeAlias = Literal["skin", "top", "cloth"]
"""What a piece shows: skin, the shirt, or the cloth of hips and legs."""
Mode: TypeAlias = Literal["dressed", "map"]
"""`map` leaves the clothes off, for the muscle map."""
Shape: TypeAlias = Limb | Hull
Ball: TypeAlias = tuple[Vector, float]
"""Centre and radius, in cm."""


class Layer(NamedTuple):
    """Shapes of one kind, drawn as one path."""

    kind: Covering
    shapes: tuple[Shape, ...]


class BodyPart:
    """A piece of the body that is painted at once."""

    def __init__(self, name: str, layers: Sequence[Layer]) -> None:
        self.name = name
        self.layers = tuple(layers)

    def __repr__(self) -> str:
        return f"BodyPart({self.name!r})"

    @cached_property
    def balls(self) -> list[Ball]:
        """Balls that fill the part, for depth and for touch: centre and radius in cm."""
        return balls(shape for layer in self.layers for shape in layer.shapes)


# Between the balls at the ends of a piece others are put, no farther apart than this (cm).
_BALLS_APART = 6


def balls(shapes: Iterable[Shape]) -> list[Ball]:
    """Balls that fill shapes: centre and radius in cm."""
    return [
        found for shape in shapes for found in (_limb_balls(shape) if isinstance(shape, Limb) else _hull_balls(shape))
    ]


def _row(a: Ball, b: Ball, count: int, first: int = 0) -> Iterator[Ball]:
    (start, start_radius), (end, end_radius) = a, b
    for i in range(first, count):
        part = i / count
        yield between(start, end, part), start_radius + (end_radius - start_radius) * part


def _limb_balls(shape: Limb) -> Iterator[Ball]:
    stations = [(station.centre, station.radius) for station in shape.stations]
    for a, b in pairwise(stations):
        yield from _row(a, b, max(1, int(distance(b[0], a[0]) / _BALLS_APART)))
    yield stations[-1]


def _hull_balls(shape: Hull) -> list[Ball]:
    found = [each for volume in shape for each in _volume_balls(volume)]
    if len(shape) == len(found) == 2:
        found += _row(found[0], found[1], int(distance(found[1][0], found[0][0]) / _BALLS_APART), 1)
    return found


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


# Where clothes end, along the bone: the sleeve, from where the bare upper arm shows; the trousers and the bare ankle.
_SLEEVE_END = 0.55
_BARE_ARM = 0.4
_TROUSERS_END = 0.86
_BARE_ANKLE = 0.8
_SLEEVE_WIDER = 0.55
_TROUSERS_WIDER = 0.3

ARM_PIECES = ("upper arm", "forearm", "hand")
"""The parts of an arm, without their side."""

PART_NAMES: tuple[str, ...] = (
    "pelvis",
    "chest",
    "neck",
    "head",
    *(f"{side} {name}" for side in SIDES for name in ("upper arm", "forearm", "hand", "thigh", "shank", "foot")),
)
"""All parts, in the order in which they are built."""


def part(body: Body, name: str, mode: Mode = "dressed") -> BodyPart:
    """One part of the body. Raises KeyError when there is none of that name."""
    is_bare = mode == "map"
    top: Covering = "skin" if is_bare else "top"
    cloth: Covering = "skin" if is_bare else "cloth"
    if name == "pelvis":
        layers = [Layer(cloth, pelvis_hulls(body))]
    elif name == "chest":
        layers = [Layer(top, chest_hulls(body, has_hem=not is_bare))]
    elif name == "neck":
        layers = [Layer("skin", neck_hulls(body))]
    elif name == "head":
        layers = [Layer("skin", head_hulls(body))]
    else:
        side, _, piece = name.partition(" ")
        layers = _limb_layers(body, side, piece, is_bare)
    return BodyPart(name, layers)


def _limb_layers(body: Body, side: str, piece: str, is_bare: bool) -> list[Layer]:
    if piece == "hand":
        return [Layer("skin", hand_hulls(body, side))]
    if piece == "foot":
        return [Layer("skin", foot_hulls(body, side))]
    if piece == "thigh" and not is_bare:
        return [Layer("cloth", (limb(body, side, piece),))]
    if piece == "upper arm" and not is_bare:
        sleeve = limb(body, side, piece, end=_SLEEVE_END, grow=_SLEEVE_WIDER, is_flat=True)
        return [Layer("skin", (limb(body, side, piece, start=_BARE_ARM),)), Layer("top", (sleeve,))]
    if piece == "shank" and not is_bare:
        ankle = (limb_ball(body, side, piece, _BARE_ANKLE), limb_ball(body, side, piece, 1))
        trousers = limb(body, side, piece, end=_TROUSERS_END, grow=_TROUSERS_WIDER, is_flat=True)
        return [Layer("skin", (ankle,)), Layer("cloth", (trousers,))]
    return [Layer("skin", (limb(body, side, piece),))]


def parts(body: Body, mode: Mode = "dressed") -> dict[str, BodyPart]:
    """All parts of the body by name, in the order of `PART_NAMES`."""
    return {name: part(body, name, mode) for name in PART_NAMES}
