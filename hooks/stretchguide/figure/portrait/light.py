"""Lit muscles: shapes of the table on the body at rest, which follow the skin and are hidden where it is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from stretchguide.figure.muscles.members import shapes_of
from stretchguide.figure.muscles.shapes import OutlinePoint, SkinShape
from stretchguide.figure.portrait.calm import PixelSurface, calmed, inside, surface, within
from stretchguide.figure.portrait.rest_map import SurfacePoints, on_segment
from stretchguide.figure.portrait.tints import LIT
from stretchguide.figure.raster.arrays import Floats, Mask, Regions, Short, Whole
from stretchguide.figure.raster.pixels import Pixels
from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.figure.rest.rest_body import RestBody

WIDEN = 1.12
"""A lit shape is drawn wider than the table has it, so that it reads at 120 px."""

_CURVE_POINTS = 6
# Of a muscle at least such a part is to stay lit when what is lit with it is made one shape.
_KEPT = 0.5


class LitPlace(NamedTuple):
    """A muscle of the vocabulary on one side."""

    name: str
    side: str
    is_hot: bool
    """Whether it is stretched most, and not just also."""


class Light(NamedTuple):
    """What is lit."""

    region: Regions
    """A picture of the patches alone: `LIT` says which strength and side has which number."""
    shown: Mapping[LitPlace, float]
    """How much of each place can be seen, in square cm of the screen."""


def lit(pixels: Pixels, rest: RestBody, wanted: Sequence[LitPlace]) -> Light:
    """The light of muscles on a picture. What is lit alike on one side and touches is one patch."""
    found = np.zeros_like(pixels.region)
    if not wanted:
        return Light(found, {})
    on = surface((pixels.region >= min(BodyRegion)) & (pixels.region <= max(BodyRegion)), pixels.mark)
    body = BodyPixels(rest, pixels.mark, np.nonzero(on.own.ravel())[0])
    masks = {place: body.mask(place) for place in wanted}
    room, cell = inside(on), pixels.grid.cell
    shown: dict[LitPlace, float] = {}
    for (is_hot, side), number in LIT.items():
        own = [place for place in wanted if place.side == side and place.is_hot == is_hot]
        if own:
            patch = _patch([masks[place] for place in own], on, room)
            found[patch] = number
            shown |= {place: float((masks[place] & patch).sum()) * cell**2 for place in own}
    return Light(found, {place: shown[place] for place in wanted})


def _patch(masks: Sequence[Mask], on: PixelSurface, room: Mask) -> Mask:
    """What some muscles light together. One that is lost beside others may be narrow: alone it is found."""
    found = calmed(np.logical_or.reduce(masks), on, room)
    for mask in masks if len(masks) > 1 else ():
        if (mask & found).sum() < _KEPT * mask.sum():
            found |= calmed(mask, on, room)
    return found


class BodyPixels:
    """The pixels of a picture that show the body, as the table of muscles counts."""

    def __init__(self, rest: RestBody, mark: Short, at: Whole) -> None:
        self._rest, self._shape, self._at = rest, mark.shape[1:], at
        self._points = mark.reshape(3, -1)[:, at]
        self._known: dict[tuple[str, str, bool], SurfacePoints] = {}

    def mask(self, place: LitPlace) -> Mask:
        """Where a muscle is seen."""
        return self.within(shapes_of(place.name), place.side, WIDEN)

    def within(self, shapes: Iterable[SkinShape], side: str, widen: float = 1.0) -> Mask:
        """Where some shapes of the table are seen, stretched by a factor."""
        found = np.zeros(self._shape, np.bool_)
        for shape in shapes:
            points = self._on(shape.segment, side, shape.is_central)
            found.ravel()[self._at[points.at[_inside(shape, points, widen)]]] = True
        return found

    def _on(self, segment: str, side: str, is_central: bool) -> SurfacePoints:
        key = (segment, side, is_central)
        if key not in self._known:
            self._known[key] = on_segment(self._rest, segment, side, self._points, is_central=is_central)
        return self._known[key]


def _inside(shape: SkinShape, points: SurfacePoints, widen: float) -> Whole:
    """The numbers of the points that lie in a shape, stretched by a factor."""
    corners = _outline(shape, widen)
    (low, first), (high, last) = corners.min(0), corners.max(0)
    middle = (first + last) / 2
    near = np.nonzero((points.place > low) & (points.place < high))[0]
    angle = (points.angle[near] - middle + 180) % 360 - 180 + middle
    in_box = np.nonzero((angle > first) & (angle < last))[0]
    near, angle = near[in_box], angle[in_box]
    return near[within(corners, points.place[near], angle)]


@cache
def _outline(shape: SkinShape, widen: float) -> Floats:
    """The corners of a polygon round a shape, stretched: between its sharp corners a quadratic B-spline."""
    spots = widened(shape.outline, widen)
    return np.concatenate([_piece(spots, number) for number in range(len(spots))])


# A shape that is stretched round its segment by some factor grows along it by this part of the surplus.
_ALONG_SHARE = 0.6


def widened(spots: Sequence[OutlinePoint], factor: float) -> Sequence[OutlinePoint]:
    """An outline stretched about its middle: round the segment by a factor, along it by a part of that."""
    place, angle = (sum(column) / len(spots) for column in ([s.place for s in spots], [s.angle for s in spots]))
    longer = 1 + (factor - 1) * _ALONG_SHARE
    return [
        OutlinePoint(place + (spot.place - place) * longer, angle + (spot.angle - angle) * factor, spot.is_corner)
        for spot in spots
    ]


def _piece(spots: Sequence[OutlinePoint], number: int) -> Floats:
    """The outline near a control point, from halfway before it to halfway after it."""
    before, here, after = spots[number - 1], spots[number], spots[(number + 1) % len(spots)]
    middle = np.array([here.place, here.angle])
    if here.is_corner:
        return middle[None]
    start, end = (np.array([each.place, each.angle]) for each in (before, after))
    start = start if before.is_corner else (start + middle) / 2
    end = end if after.is_corner else (end + middle) / 2
    part = np.linspace(0, 1, _CURVE_POINTS)[:, None]
    curve: Floats = (1 - part) ** 2 * start + 2 * part * (1 - part) * middle + part**2 * end
    return curve
