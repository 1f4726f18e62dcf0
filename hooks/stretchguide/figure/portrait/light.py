"""Lit muscles: shapes of the table on the body at rest, which follow the skin and are hidden where it is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np

from stretchguide.figure.muscles.shapes import FOOT, HAND, MUSCLES, OutlinePoint, SkinShape
from stretchguide.figure.muscles.skin import members, widened
from stretchguide.figure.portrait.rest_map import SurfacePoints, on_segment
from stretchguide.figure.portrait.tints import LIT
from stretchguide.figure.raster.arrays import Floats, Mask, Regions, Rows, Short, Whole
from stretchguide.figure.raster.masks import grown, opened, window
from stretchguide.figure.raster.pixels import Pixels
from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.trace.chains import chains, places
from stretchguide.figure.trace.cracks import borders
from stretchguide.format.sides import SIDES

WIDEN = 1.12
"""A lit shape is drawn wider than the table has it, so that it reads at 120 px."""

# A patch is nowhere thinner than this, and has no bay narrower than that (cm): slivers go back to the cloth before
# anything is traced. At the rim of the body, where it is seen from its edge, a patch may be thinner.
_THINNEST, _AT_RIM, _BAY = 1.8, 1.2, 1.8
# Where less than this part of a patch is broad enough, it is no sliver: the muscle is narrow.
_NARROW_MUSCLE = 0.2
# A hole in a patch that has less area (square cm) is filled; a piece that has less and is as narrow (cm: its area by
# half its outline) is a scrap.
_SCRAP, _NARROW = 15.0, 1.1
_CURVE_POINTS = 6


class LitPlace(NamedTuple):
    """A muscle of the vocabulary on one side."""

    name: str
    side: str
    is_hot: bool
    """Whether it is stretched most, and not just also."""


class Light(NamedTuple):
    """What is lit."""

    region: Regions
    """The regions of the picture: from `LIT` on, the lit places in the order in which they were wanted."""
    shown: Mapping[LitPlace, float]
    """How much of each place can be seen, in square cm of the screen."""


def lit(pixels: Pixels, region: Regions, rest: RestBody, wanted: Sequence[LitPlace]) -> Light:
    """A picture with muscles lit."""
    if not wanted:
        return Light(region, {})
    can_be = (region >= min(BodyRegion)) & (region <= max(BodyRegion))
    surface = _BodyPixels(rest, pixels.mark, np.nonzero(can_be.ravel())[0])
    masks = {place: surface.mask(place) for place in wanted}
    found, cell = region.copy(), pixels.grid.cell
    shown: dict[LitPlace, float] = {}
    for is_hot, side in product((False, True), SIDES):
        own = [place for place in wanted if place.side == side and place.is_hot == is_hot]
        own.sort(key=lambda place: -int(masks[place].sum()))
        numbers = [LIT + wanted.index(place) for place in own]
        whole = _paint(found, [masks[place] for place in own], numbers, can_be, cell)
        shown |= {place: float((masks[place] & whole).sum()) * cell**2 for place in own}
    return Light(found, {place: shown[place] for place in wanted})


def _paint(region: Regions, masks: list[Mask], numbers: list[int], can_be: Mask, cell: float) -> Mask:
    """Light what some muscles cover together, and return where: of several the first, and no slivers of the others."""
    if not masks:
        return np.zeros_like(can_be)
    whole = _whole(np.logical_or.reduce(masks), can_be, cell)
    region[whole] = numbers[0]
    rim = max(1, round(_AT_RIM / cell / 2))
    taken = masks[0].copy()
    for mask, number in zip(masks[1:], numbers[1:], strict=True):
        region[opened(whole & mask & ~taken, rim) & whole] = number
        taken |= mask
    return whole


class _BodyPixels:
    """The pixels of a picture that show the body, as the table of muscles counts."""

    def __init__(self, rest: RestBody, mark: Short, at: Whole) -> None:
        self._rest, self._shape, self._at = rest, mark.shape[1:], at
        self._points = mark.reshape(3, -1)[:, at]
        self._known: dict[tuple[str, str, bool], SurfacePoints] = {}

    def mask(self, place: LitPlace) -> Mask:
        """Where a muscle is seen."""
        found = np.zeros(self._shape, np.bool_)
        for shape in _shapes(place.name):
            points = self._on(shape.segment, place.side, shape.is_central)
            found.ravel()[self._at[points.at[_inside(shape, points)]]] = True
        return found

    def _on(self, segment: str, side: str, is_central: bool) -> SurfacePoints:
        key = (segment, side, is_central)
        if key not in self._known:
            self._known[key] = on_segment(self._rest, segment, side, self._points, is_central=is_central)
        return self._known[key]


def _shapes(name: str) -> Iterator[SkinShape]:
    for member in members(name):
        for shape in MUSCLES[member].shapes:
            if shape.segment not in (HAND, FOOT):
                yield shape


def _inside(shape: SkinShape, points: SurfacePoints) -> Whole:
    """The numbers of the points that lie in a shape."""
    corners = _outline(shape)
    (low, first), (high, last) = corners.min(0), corners.max(0)
    middle = (first + last) / 2
    near = np.nonzero((points.place > low) & (points.place < high))[0]
    angle = (points.angle[near] - middle + 180) % 360 - 180 + middle
    in_box = np.nonzero((angle > first) & (angle < last))[0]
    near, angle = near[in_box], angle[in_box]
    return near[_within(corners, points.place[near], angle)]


@cache
def _outline(shape: SkinShape) -> Floats:
    """The corners of a polygon round a shape: between its sharp corners a quadratic B-spline."""
    spots = widened(shape.outline, WIDEN)
    return np.concatenate([_piece(spots, number) for number in range(len(spots))])


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


def _within(corners: Floats, x: Rows, y: Rows) -> Mask:
    """Which points lie in a polygon: a line from each to one side crosses its edge an odd number of times."""
    inside = np.zeros(len(x), np.bool_)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y0 != y1:
            inside ^= ((y0 > y) != (y1 > y)) & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    return inside


def _whole(mask: Mask, body: Mask, cell: float) -> Mask:
    """A patch without narrow bays, then without slivers. It may be narrow where it ends with the body."""
    bay, sliver, rim = (max(1, round(size / cell / 2)) for size in (_BAY, _THINNEST, _AT_RIM))
    piece = window(mask, bay + sliver + 1)
    part, own = mask[piece], body[piece]
    part = grown(grown(part, bay) & own, -bay) | part
    found = np.zeros_like(mask)
    broad = grown(grown(part | ~own, -sliver) & part, sliver) & part & opened(part, rim)
    is_narrow = broad.sum() < _NARROW_MUSCLE * part.sum()
    found[piece] = opened(part, max(1, rim // 2)) if is_narrow else _without_scraps(broad, cell)
    return found


def _without_scraps(mask: Mask, cell: float) -> Mask:
    """A patch without small holes and without what is small and narrow, as a far muscle that looks over the back."""
    padded = np.pad(mask, 1)
    for chain in chains(borders(padded.astype(np.int16))):
        corners = places(chain.nodes, padded.shape[1])
        x, y = corners.T
        area = abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())) / 2
        if area * cell**2 > _SCRAP:
            continue
        low, high = corners.min(0).astype(int), corners.max(0).astype(int)
        piece = (slice(low[1], high[1]), slice(low[0], high[0]))
        row, column = np.mgrid[piece]
        inside = _within(corners, column.ravel() + 0.5, row.ravel() + 0.5).reshape(row.shape)
        if not padded[piece][inside].any():
            padded[piece] |= inside
        elif 2 * area / len(corners) * cell < _NARROW:
            padded[piece] &= ~inside
    return padded[1:-1, 1:-1]
