"""Pieces of the finished figure as solids that can be measured.

Outlines are drawn as hulls of balls and ellipsoids. Here the same volumes become solids that can be measured: rods
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

from stretchguide.figure.ellipses import Volume
from stretchguide.figure.geometry import (
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


class Solid:
    """Rods and ovals that belong together, made of hulls when they are first asked for: most are never come near to."""

    def __init__(self, hulls: Iterable[Sequence[Volume]]) -> None:
        self._hulls = tuple(hulls)
        self.centre, self.reach = _ball_round(self._hulls)
        """A ball with this radius round the centre holds everything."""

    @cached_property
    def rods(self) -> tuple[Rod, ...]:
        """One hull after the other, each from its near end."""
        return tuple([each for hull in self._hulls if _is_all_thin(hull) for each in _rods(hull)])

    @cached_property
    def ovals(self) -> tuple[Oval, ...]:
        """Those of the hulls that are too thick for rods."""
        return tuple([each for hull in self._hulls if not _is_all_thin(hull) for each in _ovals(hull)])

    @cached_property
    def probes(self) -> tuple[Probe, ...]:
        """The balls that stand for the surface when another solid is measured."""
        return tuple(_probes(self.rods, self.ovals))


class Placed(Solid):
    """A solid made in the frame of a bone, where that bone is now."""

    def __init__(self, mould: Solid, origin: Vector, frame: Frame) -> None:
        self._mould, self._origin, self._frame = mould, origin, frame
        self.centre = self._point(mould.centre)
        self.reach = mould.reach

    def _point(self, point: Vector) -> Vector:
        return add(self._origin, to_world(self._frame, point))

    @cached_property
    def rods(self) -> tuple[Rod, ...]:
        frame = self._frame
        return tuple(
            [Rod(self._point(start), to_world(frame, way), *sizes) for start, way, *sizes in self._mould.rods],
        )

    @cached_property
    def ovals(self) -> tuple[Oval, ...]:
        return tuple([self._turned(oval) for oval in self._mould.ovals])

    def _turned(self, oval: Oval) -> Oval:
        axes = combined(self._frame, oval.axes)
        return Oval(self._point(oval.centre), axes, _inverse(axes, oval.curves), oval.curves, oval.reach)

    @cached_property
    def probes(self) -> tuple[Probe, ...]:
        return tuple([(self._point(centre), radius) for centre, radius in self._mould.probes])


class Box(NamedTuple):
    """A box along the axes of the world: its lowest and highest corner, in cm."""

    low: Vector
    high: Vector


# -- building ---------------------------------------------------------------------------------------------------------


def is_thin(volume: Volume) -> bool:
    """Whether a volume can be measured as a rod: a ball, or an ellipsoid thin in two directions."""
    return volume.axes is None or sorted(map(length, volume.axes))[1] < _ROD


def _is_all_thin(hull: Sequence[Volume]) -> bool:
    return all(map(is_thin, hull))


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


def _probes(rods: Sequence[Rod], ovals: Sequence[Oval]) -> list[Probe]:
    out: list[Probe] = []
    for start, way, square, radius, growth in rods:
        count = max(1, int(sqrt(square) / PROBE_STEP + 0.99)) if square > _SAME**2 else 0
        out += [(along(start, way, k / max(1, count)), radius + growth * k / max(1, count)) for k in range(count + 1)]
    for oval in ovals:
        out += _oval_probes(oval)
    return list(dict.fromkeys(out))


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


def _ball_round(hulls: Iterable[Sequence[Volume]]) -> tuple[Vector, float]:
    balls = [ball for hull in hulls for ball in _balls_round(hull)]
    xs, ys, zs = zip(*(centre for centre, _ in balls), strict=True)
    centre = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, (min(zs) + max(zs)) / 2)
    return centre, max(distance(centre, point) + radius for point, radius in balls)


def _balls_round(hull: Sequence[Volume]) -> Iterator[Probe]:
    """A ball round each volume that also holds what is put between it and its neighbours."""
    far = max(distance(hull[0].centre, volume.centre) for volume in hull) * _OVERLAP / _STEPS_BETWEEN
    for centre, radius, axes in hull:
        yield centre, radius if axes is None else max(far, *map(length, axes))
