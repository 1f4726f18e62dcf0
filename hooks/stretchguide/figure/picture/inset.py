"""The inset of a figure: a tile with the piece of the muscle map that shows what the figure hides.

It goes into an empty corner, or beside the figure when there is none. A nested `svg` cuts it off at its rim: a clip
path would need an id.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from stretchguide.figure.ink.free_space import Plane
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.muscles.map_body import MAP_VIEWS, MapView, map_body, visible
from stretchguide.figure.muscles.shapes import MUSCLES
from stretchguide.figure.muscles.skin import members
from stretchguide.figure.muscles.small_body import small_silhouette
from stretchguide.figure.picture.marks import Wanted
from stretchguide.figure.shapes.geometry import Point
from stretchguide.figure.shapes.outline import cornered_spline, mm

# The tile (cm of the figure), how much smaller than the figure its body is, and the roundness of its corners.
_WIDTH, _HEIGHT, _SCALE = 44.0, 50.0, 0.74
_TILE_CORNER = mm(5)
# Between the tile and a figure beside which it stands.
_APART = 2.0
# Below the tile there is so much room.
_BELOW = 1.0
_TILE_LINE = mm(1.2)
# A lit shape is drawn a little wider than on the map.
_WIDEN = 1.12
# Pages show a figure in a place of this breadth to its height.
_ASPECT = 4 / 3
# The silhouette is cut off so far beyond the rim.
_BEYOND = 4.0
# The piece of the map that is shown stays on the body: the highest and lowest it reaches (cm on the screen). It follows
# what it shows sideways by half, so that the body can be known, and farther where that would be cut off: so much room
# is left at its rim.
_TOP, _BOTTOM, _SIDEWAYS, _RIM = -178.0, 4.0, 0.5, 5.0

OneMuscle = tuple[str, str]
"""One muscle and its side."""


class _Window(NamedTuple):
    """The piece of the map that is shown, in cm of the map."""

    left: float
    top: float
    width: float
    height: float


def add(root: Element, missing: Sequence[Wanted], frame: PictureFrame, plane: Plane) -> PictureFrame:
    """Put an inset that shows some muscles under the root, and return the frame with room for it.

    On the map, a muscle can be seen from the front or from the back; all are shown in the view that shows more.
    """
    view = _view(missing)
    singles = [single for each in missing for single in _singles(each)]
    path, points = _lit(view, singles)
    if not points:
        return frame
    if not _fits(points):  # Both arms do not go into one tile: one of them shows the place.
        path, points = _lit(view, [(name, side) for name, side in singles if side == singles[0][1]])
    place, grown = _place(frame, plane)
    _draw(root, place, _window(points), view, path)
    return grown


def left_out(missing: Sequence[Wanted]) -> list[Wanted]:
    """Those of some muscles that an inset which shows all of them together does not show after all."""
    view = _view(missing)
    return [each for each in missing if not _seen(each, view)]


def _view(missing: Sequence[Wanted]) -> MapView:
    return max(MAP_VIEWS, key=lambda view: sum(_seen(each, view) for each in missing))


def _seen(wanted: Wanted, view: MapView) -> float:
    """How much of a muscle one view of the map shows (square cm)."""
    return sum(visible(name, view, (side,)) for name, side in _singles(wanted))


def _singles(wanted: Wanted) -> list[OneMuscle]:
    return [(name, wanted.side) for name in members(wanted.name)]


def _lit(view: MapView, singles: Sequence[OneMuscle]) -> tuple[str, list[Point]]:
    """Path data of the muscles on the map, and the points they are made of."""
    body = map_body(view)
    outlines = []
    for name, side in singles:
        for shape in MUSCLES[name].shapes:
            points, size = body.outline(shape, "left" if shape.is_central else side, _WIDEN)
            if size:
                outlines.append(points)
    return "".join(map(cornered_spline, outlines)), [point for points in outlines for point, _ in points]


def _window(points: Sequence[Point]) -> _Window:
    """The piece of the map round some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = _WIDTH / _SCALE, _HEIGHT / _SCALE
    reach = width / 2 - _RIM
    x = max(max(xs) - reach, min(min(xs) + reach, (min(xs) + max(xs)) / 2 * _SIDEWAYS))
    y = max(_TOP + height / 2, min(_BOTTOM - height / 2, (min(ys) + max(ys)) / 2))
    return _Window(x - width / 2, y - height / 2, width, height)


def _fits(points: Sequence[Point]) -> bool:
    """Whether a tile is wide enough for some points of the map."""
    xs = [x for x, _ in points]
    return max(xs) - min(xs) <= _WIDTH / _SCALE - 2 * _RIM


def _place(frame: PictureFrame, plane: Plane) -> tuple[Point, PictureFrame]:
    """The corner of a tile, and the frame with it: in a corner of the frame, beside it or above it.

    It covers as little as can be, what lies beyond a close view included, and of such places it takes the one that
    leaves the figure largest.
    """
    places = [*_corners(frame), *_beside(frame)]
    return min(
        ((place, _with_tile(frame, place)) for place in places),
        key=lambda each: (_covered(plane, each[0]), _size(each[1])),
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


def _draw(root: Element, place: Point, window: _Window, view: MapView, path: str) -> None:
    corner = {"x": mm(window.left), "y": mm(window.top)}
    size = {"width": mm(window.width), "height": mm(window.height)}
    tile = SubElement(
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
    SubElement(tile, "rect", {"class": "sf-p1", "fill": LIGHT["p1"], "rx": _TILE_CORNER, **corner, **size})
    body = {"class": "sf-n sf-o", "fill": LIGHT["n"], "stroke": LIGHT["e"], "stroke-width": _TILE_LINE}
    SubElement(tile, "path", {**body, "d": cornered_spline(_cut(small_silhouette(view), window))})
    SubElement(tile, "path", {"class": "sf-mu", "fill": LIGHT["mu"], "stroke-width": "0", "d": path})


def _cut(points: Sequence[Point], window: _Window) -> list[tuple[Point, bool]]:
    """The silhouette without what lies outside the tile; it turns a sharp corner where it was cut, out of sight.

    (The method of Sutherland and Hodgman: one side of the tile after the other.)
    """
    corners = [(point, False) for point in points]
    for axis, edge, sign in (
        (0, window.left - _BEYOND, 1.0),
        (0, window.left + window.width + _BEYOND, -1.0),
        (1, window.top - _BEYOND, 1.0),
        (1, window.top + window.height + _BEYOND, -1.0),
    ):
        corners = _within(corners, axis, edge, sign)
    return corners


def _within(corners: Sequence[tuple[Point, bool]], axis: int, edge: float, sign: float) -> list[tuple[Point, bool]]:
    """The corners of an outline on one side of a line along the other axis, and where it crosses the line."""
    kept: list[tuple[Point, bool]] = []
    for index, (point, is_sharp) in enumerate(corners):
        before = corners[index - 1][0]
        here, there = ((each[axis] - edge) * sign for each in (point, before))
        if (here >= 0) != (there >= 0):
            part = there / (there - here)
            kept.append(((before[0] + (point[0] - before[0]) * part, before[1] + (point[1] - before[1]) * part), True))
        if here >= 0:
            kept.append((point, is_sharp))
    return kept
