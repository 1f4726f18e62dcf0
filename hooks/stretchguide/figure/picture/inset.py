"""The inset of a figure: a tile with the piece of the muscle map that shows what the figure hides.

It goes into an empty corner, or beside the figure when there is none. A nested `svg` cuts it off at its rim: a clip
path would need an id. Nothing is written in it: pages turn a picture round for the other side, its letters too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

import numpy as np

from stretchguide.figure.atlas.map_body import MAP_VIEWS, MapBody, map_body, outlines
from stretchguide.figure.ink.free_space import Plane
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.muscles.members import members
from stretchguide.figure.picture.wanted import Wanted
from stretchguide.figure.raster.arrays import Mask
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.geometry import Point
from stretchguide.figure.shapes.outline import mm
from stretchguide.figure.trace.curve_text import path
from stretchguide.figure.trace.tracing import Finish

# The tile (cm of the figure), how much smaller than the figure its body is, and the roundness of its corners.
_WIDTH, _HEIGHT, _SCALE = 44.0, 50.0, 0.74
_TILE_CORNER = mm(5)
# Between the tile and a figure beside which it stands.
_APART = 2.0
# Below the tile there is so much room.
_BELOW = 1.0
_TILE_LINE = mm(1.2)
# Pages show a figure in a place of this breadth to its height.
_ASPECT = 4 / 3
# The piece of the map that is shown stays on the body: the highest and lowest it reaches (cm on the screen). It follows
# what it shows sideways by half, so that the body can be known, and farther where that would be cut off: so much room
# is left at its rim.
_TOP, _BOTTOM, _SIDEWAYS, _RIM = -180.0, 6.0, 0.5, 5.0
# A stamp is drawn with few curves; smaller outlines are left out (pixels).
_FINISH, _SPECK = Finish(sigma=3.0, tolerance=1.8, corner=9), 12

OneMuscle = tuple[str, str]
"""One muscle and its side."""


def draw(root: Element, rest: RestBody, missing: Sequence[Wanted], corner: Point) -> None:
    """Put an inset that shows some muscles under the root, at its corner.

    On the map, a muscle can be seen from the front or from the back; all are shown in the view that shows more.
    """
    tile = _tile(_view(rest, missing), [single for each in missing for single in _singles(each)])
    if tile.lit.any():
        _draw(root, corner, tile)


def left_out(rest: RestBody, missing: Sequence[Wanted]) -> list[Wanted]:
    """Those of some muscles that an inset which shows all of them together does not show after all."""
    view = _view(rest, missing) if missing else None
    return [each for each in missing if view and not view.shown(each.name, (each.side,))]


def _view(rest: RestBody, missing: Sequence[Wanted]) -> MapBody:
    views = [map_body(rest, view) for view in MAP_VIEWS]
    return max(views, key=lambda view: sum(view.shown(each.name, (each.side,)) for each in missing))


def _singles(wanted: Wanted) -> list[OneMuscle]:
    return [(name, wanted.side) for name in members(wanted.name)]


@dataclass(frozen=True)
class _Tile:
    """A piece of the map, with muscles lit."""

    body: MapBody
    singles: Sequence[OneMuscle]

    @cached_property
    def lit(self) -> Mask:
        """Where they are seen."""
        found: Mask = np.logical_or.reduce([self.body.muscle(name, (side,)) for name, side in self.singles])
        return found

    @cached_property
    def box(self) -> tuple[Point, Point]:
        """What is lit, by its corners on the screen (cm)."""
        grid = self.body.art.pixels.grid
        rows, columns = np.nonzero(self.lit)
        return (
            (grid.left + int(columns.min()) * grid.cell, grid.top + int(rows.min()) * grid.cell),
            (grid.left + int(columns.max()) * grid.cell, grid.top + int(rows.max()) * grid.cell),
        )

    @property
    def fits(self) -> bool:
        """Whether a tile is wide enough for it."""
        (left, _), (right, _) = self.box
        return right - left <= _WIDTH / _SCALE - 2 * _RIM

    @cached_property
    def window(self) -> Grid:
        """The piece of the map's grid that is shown."""
        grid = self.body.art.pixels.grid
        width, height = round(_WIDTH / _SCALE / grid.cell), round(_HEIGHT / _SCALE / grid.cell)
        left, top = _corner(self.box)
        column, row = round((left - grid.left) / grid.cell), round((top - grid.top) / grid.cell)
        return Grid(grid.left + column * grid.cell, grid.top + row * grid.cell, grid.cell, width, height)

    def path(self, mask: Mask) -> str:
        """Path data of what the window shows of a piece of the map, and of a little more."""
        return "".join(path(loop) for loop in outlines(self._cut(mask), self.body.art.pixels.grid, _FINISH, _SPECK))

    def _cut(self, mask: Mask) -> Mask:
        grid, shown = self.body.art.pixels.grid, self.window
        beyond = round(_RIM / grid.cell)
        row, column = round((shown.top - grid.top) / grid.cell), round((shown.left - grid.left) / grid.cell)
        rows = slice(max(0, row - beyond), max(0, row + shown.height + beyond))
        columns = slice(max(0, column - beyond), max(0, column + shown.width + beyond))
        found = np.zeros_like(mask)
        found[rows, columns] = mask[rows, columns]
        return found


def _tile(body: MapBody, singles: Sequence[OneMuscle]) -> _Tile:
    tile = _Tile(body, singles)
    if not tile.lit.any() or tile.fits:
        return tile
    # Both arms do not go into one tile: one of them shows the place.
    return _Tile(body, [(name, side) for name, side in singles if side == singles[0][1]])


def _corner(box: tuple[Point, Point]) -> Point:
    """Where the window begins round what is lit."""
    (x0, y0), (x1, y1) = box
    width, height = _WIDTH / _SCALE, _HEIGHT / _SCALE
    reach = width / 2 - _RIM
    x = max(x1 - reach, min(x0 + reach, (x0 + x1) / 2 * _SIDEWAYS))
    y = max(_TOP + height / 2, min(_BOTTOM - height / 2, (y0 + y1) / 2))
    return x - width / 2, y - height / 2


def place(planes: Sequence[Plane], frame: PictureFrame) -> tuple[Point, PictureFrame]:
    """One corner for the tiles of some pictures, and the frame with room for them: in a corner, beside it or above it.

    They cover as little as can be, what lies beyond a close view included, and of such places it takes the one that
    leaves the figures largest. Without a picture nothing changes.
    """
    if not planes:
        return (frame.left, frame.top), frame
    places = [*_corners(frame), *_beside(frame)]
    return min(
        ((each, _with_tile(frame, each)) for each in places),
        key=lambda found: (sum(_covered(plane, found[0]) for plane in planes), _size(found[1])),
    )


def _corners(frame: PictureFrame) -> list[Point]:
    return [(x, y) for y in (frame.top, frame.bottom - _HEIGHT - _BELOW) for x in (frame.right - _WIDTH, frame.left)]


def _beside(frame: PictureFrame) -> list[Point]:
    """The corner of a tile to the right of the frame, to its left, and above it."""
    right, left = frame.right + _APART, frame.left - _APART - _WIDTH
    middle = frame.top + max(0.0, (frame.height - _HEIGHT) / 2 if frame.height < _HEIGHT else 0.0)
    above = frame.top - _APART - _HEIGHT
    return [(right, middle), (left, middle), (frame.right - _WIDTH, above), (frame.left, above)]


def _with_tile(frame: PictureFrame, place: Point) -> PictureFrame:
    x, y = place
    right, bottom = max(frame.right, x + _WIDTH), max(frame.bottom, y + _HEIGHT + _BELOW)
    return PictureFrame(min(frame.left, x), min(frame.top, y), right, bottom)


def _size(frame: PictureFrame) -> float:
    """How far a figure is scaled down that fills a frame: its width where it is broader than its place on a page."""
    return max(frame.width, frame.height * _ASPECT)


def _covered(plane: Plane, corner: Point) -> float:
    x, y = corner
    return plane.within((x - 1, y - 1, x + _WIDTH + 1, y + _HEIGHT + 1))


def _draw(root: Element, place: Point, tile: _Tile) -> None:
    shown = tile.window
    left, top, wide, high = shown.left, shown.top, shown.width * shown.cell, shown.height * shown.cell
    corner, size = {"x": mm(left), "y": mm(top)}, {"width": mm(wide), "height": mm(high)}
    holder = SubElement(
        root,
        "svg",
        {
            "x": mm(place[0]),
            "y": mm(place[1]),
            "width": mm(_WIDTH),
            "height": mm(_HEIGHT),
            "viewBox": " ".join((*corner.values(), *size.values())),
        },
    )
    SubElement(holder, "rect", {"class": "sf-p1", "fill": LIGHT["p1"], "rx": _TILE_CORNER, **corner, **size})
    body = {"class": "sf-n sf-o", "fill": LIGHT["n"], "stroke": LIGHT["e"], "stroke-width": _TILE_LINE}
    SubElement(holder, "path", {**body, "d": tile.path(tile.body.whole)})
    SubElement(holder, "path", {"class": "sf-mu", "fill": LIGHT["mu"], "stroke-width": "0", "d": tile.path(tile.lit)})
