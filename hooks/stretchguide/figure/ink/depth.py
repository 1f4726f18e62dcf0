"""The order of painting: which thing lies in front of which, by comparing them where they overlap on the screen.

The mean depth of a thing says little: a table may lie in front of a chair with one end and behind it with the other.
Each pair is compared as rows of balls, and then all are sorted topologically. Where three things lie in front of each
other in a ring, the weakest statement is given up. Of a body each pixel knows what is nearest (``raster``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import TypeAlias

from stretchguide.figure.body.flesh import Ball
from stretchguide.figure.shapes.geometry import Camera, ScreenBox

ScreenBall: TypeAlias = tuple[float, float, float, float]
"""A ball on the screen: place from the left and from above, depth towards the eye, and radius, in cm."""


@dataclass(frozen=True)
class Painted:
    """What is painted at once. A piece of a lower level lies behind, wherever it is."""

    fill: Callable[[], Sequence[ScreenBall]]
    """Finds the balls that fill it, one at least, when they are wanted: what is alone on its level is not compared."""
    level: float = 0.0

    @cached_property
    def spots(self) -> Sequence[ScreenBall]:
        """The balls that fill it."""
        return self.fill()

    @cached_property
    def box(self) -> ScreenBox:
        """What they cover."""
        return (
            min([x - r for x, _, _, r in self.spots]),
            min([y - r for _, y, _, r in self.spots]),
            max([x + r for x, _, _, r in self.spots]),
            max([y + r for _, y, _, r in self.spots]),
        )


def on_screen(camera: Camera, balls: Iterable[Ball]) -> list[ScreenBall]:
    """Balls as the camera sees them."""
    return [(*camera.point(middle), camera.depth(middle), camera.zoom * radius) for middle, radius in balls]


# A ball can be in front of another by so many cm at most: one far in front does not outvote many close ones.
_MOST_DEPTH = 9.0


def in_front(a: Iterable[ScreenBall], b: Sequence[ScreenBall]) -> float:
    """How clearly a lies in front of b where they overlap; below 0 it lies behind.

    Every pair of balls that overlap is weighed by the square of its overlap; depths are compared on the line through
    their middles, halfway through what they share.
    """
    total = 0.0
    for x, y, z, r in a:
        for x2, y2, z2, r2 in b:
            dx = x2 - x
            dy = y2 - y
            square = dx * dx + dy * dy
            reach = r + r2
            if square >= reach * reach:
                continue
            apart = sqrt(square)
            is_inside = apart < abs(r - r2)
            t = (0.0 if r < r2 else apart) if is_inside else (r + apart - r2) / 2
            high, high2 = r * r - t * t, r2 * r2 - (apart - t) * (apart - t)
            lead = z - z2
            if high > 0:
                lead += sqrt(high)
            if high2 > 0:
                lead -= sqrt(high2)
            weight = (reach - apart) * (reach - apart)
            total += weight * (lead if -_MOST_DEPTH < lead < _MOST_DEPTH else _MOST_DEPTH if lead > 0 else -_MOST_DEPTH)
    return total


# A level is certain, and outweighs what was measured.
_LEVEL_WEIGHT = 1e6


def painting_order(pieces: Sequence[Painted]) -> tuple[int, ...]:
    """The numbers of the pieces from back to front."""
    behind: list[dict[int, float]] = [{} for _ in pieces]
    for i, first in enumerate(pieces):
        for k in range(i + 1, len(pieces)):
            verdict = _compare(first, pieces[k])
            if verdict > 0:
                behind[i][k] = verdict
            elif verdict < 0:
                behind[k][i] = -verdict
    return _sorted(behind)


def _compare(first: Painted, second: Painted) -> float:
    """How clearly the first lies in front of the second; 0 when neither does."""
    if first.level != second.level:
        return (first.level - second.level) * _LEVEL_WEIGHT
    if not _meet(first.box, second.box):
        return 0.0
    return in_front(_within(first.spots, second.box), _within(second.spots, first.box))


def _meet(a: ScreenBox, b: ScreenBox) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _within(spots: Iterable[ScreenBall], box: ScreenBox) -> list[ScreenBall]:
    """Those that reach into a box: only they can overlap what it holds."""
    left, top, right, bottom = box
    return [
        spot
        for spot in spots
        if spot[0] - spot[3] < right
        and left < spot[0] + spot[3]
        and spot[1] - spot[3] < bottom
        and top < spot[1] + spot[3]
    ]


def _sorted(behind: Sequence[Mapping[int, float]]) -> tuple[int, ...]:
    """Numbers so that each comes after those behind it; in a ring, the one with the least against it is first."""
    against = {i: sum(weights.values()) for i, weights in enumerate(behind)}
    out = []
    while against:
        best = min(against, key=against.__getitem__)
        out.append(best)
        del against[best]
        for i in against:
            if best in behind[i]:
                against[i] = sum([weight for k, weight in behind[i].items() if k in against])
    return tuple(out)
