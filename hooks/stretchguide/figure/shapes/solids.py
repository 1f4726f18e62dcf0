"""Pieces of the finished figure as solids that can be measured.

Things and the flesh of a body are hulls of balls and ellipsoids. Here these become solids that can be measured: rods
(tapered capsules: exactly the hull of two balls) and ovals (ellipsoids, with others put between neighbours, since the
hull of two ellipsoids has no simple distance). How far they are apart says `gaps`. This module knows no body and no
words; nothing here moves anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from stretchguide.figure.shapes.ellipses import Volume
from stretchguide.figure.shapes.geometry import (
    Frame,
    Vector,
    add,
    along,
    between,
    combined,
    distance,
    dot,
    length,
    scale,
    subtract,
    to_world,
)

Probe = tuple[Vector, float]
"""A ball, centre and radius in cm, that stands for a piece of a solid's surface when another solid is measured."""

# Balls along a rod are so far apart at most, in cm: with limbs 3 cm thick and more the dents are below 0.3 cm.
PROBE_STEP = 3.0
# An ellipsoid that is thinner than this in two directions, in cm, is measured as a rod: fingers, palms, feet.
_ROD = 4.5
# So many ellipsoids are put between two neighbours.
_STEPS_BETWEEN = 3
# Those between two ellipsoids reach so many steps along, so that the dents left are below 0.4 cm. Towards a ball, as at
# the shoulders, they would stick out.
_OVERLAP = 2.0
# Two axes of an ellipsoid that differ by less are equal, in cm.
_SAME = 0.05


class Rod(NamedTuple):
    """The hull of two balls: a tapered capsule."""

    start: Vector
    way: Vector
    """From the start to the end."""
    square: float
    """The squared length of the way; 0 for a ball."""
    radius: float
    growth: float
    """What the radius gains from start to end."""


class Oval(NamedTuple):
    """An ellipsoid, prepared for measuring."""

    centre: Vector
    axes: Frame
    inverse: Frame
    """The half axes divided by their squared lengths: a scalar product with them gives 1 on the surface."""
    curves: Vector
    """1 / squared length of each half axis."""
    reach: float
    """The longest half axis."""


class Lump:
    """The rods or ovals of one convex hull, made when they are first asked for: most hulls are never come near to."""

    def __init__(self, volumes: Sequence[Volume]) -> None:
        self._volumes = volumes
        self.is_thin = all(map(is_thin, volumes))
        """Whether it is made of rods; else, of ovals."""
        self.balls = _balls(volumes) if self.is_thin else _grown(volumes)
        self.centre, self.reach = ball_round(self.balls)
        """A ball with this radius round the centre holds everything."""

    @cached_property
    def rods(self) -> Sequence[Rod]:
        """What a thin hull is made of."""
        return _rods(self._volumes) if self.is_thin else ()

    @cached_property
    def ovals(self) -> Sequence[Oval]:
        """What any other hull is made of."""
        return () if self.is_thin else _ovals(self._volumes)

    @cached_property
    def probes(self) -> Sequence[Probe]:
        """The balls that stand for the surface when another solid is measured."""
        return list(dict.fromkeys(_probes(self.rods, self.ovals)))


class Solid:
    """Convex hulls that belong together."""

    def __init__(self, hulls: Iterable[Sequence[Volume]]) -> None:
        self.pieces: Sequence[Lump] = [Lump(hull) for hull in hulls]
        self.centre, self.reach = ball_round([ball for piece in self.pieces for ball in piece.balls])
        """A ball with this radius round the centre holds everything."""
        self.is_thin = all(piece.is_thin for piece in self.pieces)
        """Whether it is made of rods alone."""


class _BonePlace(NamedTuple):
    """Where the frame of a bone is."""

    origin: Vector
    frame: Frame

    def point(self, point: Vector) -> Vector:
        """A place of the mould in the room."""
        return add(self.origin, to_world(self.frame, point))


class Placed(Solid):
    """A solid made in the frame of a bone, where that bone is now."""

    def __init__(self, mould: Solid, origin: Vector, frame: Frame) -> None:
        self._mould = mould
        self._place = _BonePlace(origin, frame)
        self.centre, self.reach, self.is_thin = self._place.point(mould.centre), mould.reach, mould.is_thin

    @cached_property
    def pieces(self) -> Sequence[Lump]:  # type: ignore[override]
        return [_PlacedPiece(piece, self._place) for piece in self._mould.pieces]


class _PlacedPiece(Lump):
    """A lump of a mould, turned and moved when it is asked for."""

    def __init__(self, mould: Lump, place: _BonePlace) -> None:
        self._mould, self._place = mould, place
        self.centre, self.reach, self.is_thin = place.point(mould.centre), mould.reach, mould.is_thin

    @cached_property
    def rods(self) -> Sequence[Rod]:
        point, frame = self._place.point, self._place.frame
        return [
            Rod(point(start), to_world(frame, way), square, radius, growth)
            for start, way, square, radius, growth in self._mould.rods
        ]

    @cached_property
    def ovals(self) -> Sequence[Oval]:
        return [self._turned(oval) for oval in self._mould.ovals]

    @cached_property
    def probes(self) -> Sequence[Probe]:
        point = self._place.point
        return [(point(centre), radius) for centre, radius in self._mould.probes]

    def _turned(self, oval: Oval) -> Oval:
        axes = combined(self._place.frame, oval.axes)
        return Oval(self._place.point(oval.centre), axes, _inverse(axes, oval.curves), oval.curves, oval.reach)


class Box(NamedTuple):
    """A box along the axes of the world: its lowest and highest corner, in cm."""

    low: Vector
    high: Vector


# -- building ---------------------------------------------------------------------------------------------------------


def is_thin(volume: Volume) -> bool:
    """Whether a volume can be measured as a rod: a ball, or an ellipsoid thin in two directions."""
    return volume.axes is None or sorted(map(length, volume.axes))[1] < _ROD


def rod(first: Probe, second: Probe) -> Rod:
    """The hull of two balls."""
    way = subtract(second[0], first[0])
    return Rod(first[0], way, dot(way, way), first[1], second[1] - first[1])


def _ends(volume: Volume) -> tuple[Probe, Probe]:
    """The two balls whose hull is nearest to a thin volume: as thick as it is thin, and as long as it is long."""
    if volume.axes is None:
        ball = (volume.centre, volume.radius)
        return ball, ball
    longest = max(volume.axes, key=length)
    sizes = sorted(map(length, volume.axes))
    radius = (sizes[0] + sizes[1]) / 2
    out = scale(longest, max(0.0, 1 - radius / sizes[2]))
    return (along(volume.centre, out, 1), radius), (along(volume.centre, out, -1), radius)


def _rods(hull: Sequence[Volume]) -> list[Rod]:
    """Rods across each thin volume, and from each to the others: along both edges and down the middle."""
    if len(hull) == 1:
        return [rod(*_ends(hull[0]))]
    out = []
    for one, other in combinations(hull, 2):
        (a, ra), (b, rb) = _ends(one)
        (c, rc), (d, rd) = _ends(other)
        wide = distance(a, b) > _SAME or distance(c, d) > _SAME
        if not wide:
            out.append(rod((a, ra), (c, rc)))
            continue
        if dot(subtract(b, a), subtract(d, c)) < 0:
            (c, rc), (d, rd) = (d, rd), (c, rc)
        middle = rod((between(a, b, 0.5), ra), (between(c, d, 0.5), rc))
        out += [rod((a, ra), (c, rc)), middle, rod((b, rb), (d, rd))]
    return out


def _oval(centre: Vector, axes: Frame) -> Oval:
    squares = [dot(axis, axis) for axis in axes]
    curves = (1 / squares[0], 1 / squares[1], 1 / squares[2])
    return Oval(centre, axes, _inverse(axes, curves), curves, sqrt(max(squares)))


def _inverse(axes: Frame, curves: Vector) -> Frame:
    return (scale(axes[0], curves[0]), scale(axes[1], curves[1]), scale(axes[2], curves[2]))


def _ovals(hull: Sequence[Volume]) -> list[Oval]:
    """The ellipsoids of a hull and some between each two of them; a ball takes the axes of its neighbour."""
    if len(hull) == 1:
        return [_oval(hull[0].centre, _axes(hull[0], None))]
    out = []
    pairs = list(combinations(hull, 2))
    for first, second in pairs:
        a, b = _axes(first, second), _axes(second, first)
        is_row = first.axes is not None and second.axes is not None
        way = scale(subtract(second.centre, first.centre), _OVERLAP / _STEPS_BETWEEN if is_row else 0.0)
        for k in range(_STEPS_BETWEEN + 1):
            part = k / _STEPS_BETWEEN
            if k in (0, _STEPS_BETWEEN) and (first, second) != pairs[0]:
                continue
            x, y, z = (between(p, q, part) for p, q in zip(a, b, strict=True))
            middle = between(first.centre, second.centre, part)
            out.append(_oval(middle, _stretched((x, y, z), way) if 0 < k < _STEPS_BETWEEN else (x, y, z)))
    return out


def _stretched(axes: Frame, way: Vector) -> Frame:
    """The half axes, none shorter than a way in its own direction: so that no dents are left between ellipsoids."""
    x, y, z = (scale(axis, max(1.0, abs(dot(axis, way)) / dot(axis, axis))) for axis in axes)
    return (x, y, z)


def _axes(volume: Volume, neighbour: Volume | None) -> Frame:
    """The half axes of a volume; those of a ball point the way of its neighbour's."""
    if volume.axes is not None:
        return volume.axes
    if neighbour is None or neighbour.axes is None:
        r = volume.radius
        return ((r, 0.0, 0.0), (0.0, r, 0.0), (0.0, 0.0, r))
    x, y, z = (scale(axis, volume.radius / length(axis)) for axis in neighbour.axes)
    return (x, y, z)


def _probes(rods: Sequence[Rod], ovals: Sequence[Oval]) -> Iterator[Probe]:
    for start, way, square, radius, growth in rods:
        count = max(1, int(sqrt(square) / PROBE_STEP + 0.99)) if square > _SAME**2 else 0
        for k in range(count + 1):
            part = k / max(1, count)
            yield along(start, way, part), radius + growth * part
    for oval in ovals:
        yield from _oval_probes(oval)


def _oval_probes(oval: Oval) -> list[Probe]:
    """Balls as thick as the ellipsoid is thin, in its middle and out to both ends of its longer axes."""
    sizes = [length(axis) for axis in oval.axes]
    radius = min(sizes)
    out = [(oval.centre, radius)]
    for axis, size in zip(oval.axes, sizes, strict=True):
        if size > radius + 1:
            way = scale(axis, 1 - radius / size)
            out += [(along(oval.centre, way, 1), radius), (along(oval.centre, way, -1), radius)]
    return out


def _balls(volumes: Sequence[Volume]) -> list[Probe]:
    return [(centre, radius if axes is None else max(map(length, axes))) for centre, radius, axes in volumes]


def _grown(volumes: Sequence[Volume]) -> list[Probe]:
    """Balls round ellipsoids that also hold the stretched ones between them."""
    far = max([distance(one.centre, other.centre) for one, other in combinations(volumes, 2)], default=0.0)
    least = far * _OVERLAP / _STEPS_BETWEEN
    return [(centre, max(least, reach)) for centre, reach in _balls(volumes)]


def ball_round(balls: Sequence[Probe]) -> Probe:
    """A ball that holds others, nearly the smallest one."""
    if len(balls) == 1:
        return balls[0]
    xs, ys, zs = zip(*[centre for centre, _ in balls], strict=True)
    centre = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, (min(zs) + max(zs)) / 2)
    return centre, max([distance(centre, point) + radius for point, radius in balls])
