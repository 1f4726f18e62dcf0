"""What the parts of a figure hide of each other: their outlines in the order of painting, and what lies before each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from stretchguide.figure.contours import Contour
from stretchguide.figure.covers import Box, Cover, around, meeting, polygon_cover
from stretchguide.figure.ellipses import UNIT_CIRCLE
from stretchguide.figure.flesh import Layer, Part
from stretchguide.figure.geometry import Camera, Point
from stretchguide.figure.outline import Limb, contour_of, limb_edges

# How deep under later shapes a whole limb must lie to be left out (cm): an outline has a breadth.
_BENEATH = 0.3
# Points between the ends of a piece of a limb's side, and the directions of those round its stations.
_ALONG = (0.0, 0.25, 0.5, 0.75)
_ROUND = UNIT_CIRCLE[::2]


class Hiding:
    """The outlines of all parts, and which shapes are painted after each layer."""

    def __init__(
        self,
        camera: Camera,
        parts: Mapping[str, Part],
        order: Sequence[str],
        things: Mapping[str, Sequence[Cover]],
    ) -> None:
        """`things` are the shapes of what is no part of the body, by its name in the order."""
        self._contours: dict[tuple[str, int], list[Contour]] = {}
        self._boxes: dict[tuple[str, int], tuple[Box, ...]] = {}
        self._before: dict[tuple[str, int], int] = {}
        self._after: dict[str, int] = {}
        self._covers: list[Cover] = []
        """From the front to the back."""
        for name in reversed(order):
            layers = parts[name].layers if name in parts else ()
            self._after[name] = len(self._covers)
            for index in reversed(range(len(layers))):
                self._before[name, index] = len(self._covers)
                self._add(camera, (name, index), layers[index])
            self._covers += things.get(name, ())

    def _add(self, camera: Camera, key: tuple[str, int], layer: Layer) -> None:
        self._contours[key] = [contour_of(camera, shape) for shape in layer.shapes if not isinstance(shape, Limb)]
        self._covers += [outline.cover for outline in self._contours[key]]
        limbs = [shape for shape in layer.shapes if isinstance(shape, Limb)]
        self._covers += [cover for limb in limbs for cover in limb_covers(camera, limb)]
        boxes = [outline.cover.box for outline in self._contours[key]]
        self._boxes[key] = (*boxes, *(box for limb in limbs for box in _limb_boxes(camera, limb)))

    def contours(self, name: str, index: int) -> list[Contour]:
        """The hulls of a layer of a part."""
        return self._contours[name, index]

    def boxes(self, name: str, index: int) -> tuple[Box, ...]:
        """What a layer of a part covers."""
        return self._boxes[name, index]

    def later(self, name: str, index: int) -> list[Cover]:
        """What is painted after a layer of a part."""
        return self._covers[: self._before[name, index]]

    def after(self, name: str) -> list[Cover]:
        """What is painted after all layers of a part, or after a thing."""
        return self._covers[: self._after[name]]

    def hides(self, camera: Camera, name: str, index: int, limb: Limb) -> bool:
        """Whether a limb lies wholly behind what is painted after it."""
        later = meeting(self.later(name, index), around(self.boxes(name, index)))
        return all(_is_held(point, later) for point in _rim(camera, limb))


def _is_held(point: Point, covers: Sequence[Cover]) -> bool:
    return any(cover.holds(point, _BENEATH) for cover in covers)


def limb_covers(camera: Camera, limb: Limb) -> list[Cover]:
    """A limb as convex pieces: between points on its sides, or the hulls it is drawn as."""
    edges = limb_edges(camera, limb)
    if edges is None:
        return [contour_of(camera, pair).cover for pair in pairwise(limb.stations)]
    left, right = _on_side(edges[0]), _on_side(edges[1])[::-1]
    return [polygon_cover((a, b, d, c)) for (a, b), (c, d) in zip(pairwise(left), pairwise(right), strict=True)]


def _limb_boxes(camera: Camera, limb: Limb) -> list[Box]:
    """Boxes round the pieces of a limb."""
    found = []
    for (a, r, _), (b, s, _) in pairwise(limb.stations):
        (x, y), (u, v) = camera.point(a), camera.point(b)
        found.append((min(x - r, u - s), min(y - r, v - s), max(x + r, u + s), max(y + r, v + s)))
    return found


def _on_side(points: Sequence[Point]) -> list[Point]:
    """Points on the curve that is drawn for one side of a limb: its ends, and the middle of each of its pieces."""
    inner = list(points[1:-1])
    ends = [points[0], *(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(inner)), points[-1]]
    middles = [
        ((a[0] + 2 * m[0] + b[0]) / 4, (a[1] + 2 * m[1] + b[1]) / 4)
        for (a, b), m in zip(pairwise(ends), inner, strict=True)
    ]
    return [points[0], *middles, points[-1]]


def _rim(camera: Camera, limb: Limb) -> Iterator[Point]:
    """Points along the middle of a limb, and round it."""
    middles = [(camera.point(centre), radius) for centre, radius, _ in limb.stations]
    yield from (point for point, _ in middles)
    yield from ((x + radius * c, y + radius * s) for (x, y), radius in middles for c, s in _ROUND)
    edges = limb_edges(camera, limb)
    for side in edges[:2] if edges else ():
        for (x, y), (u, v) in pairwise(side):
            yield from ((x + (u - x) * part, y + (v - y) * part) for part in _ALONG)
