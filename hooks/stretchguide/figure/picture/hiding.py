"""What the parts of a figure hide of each other: their outlines in the order of painting, and what lies before each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from stretchguide.figure.body.flesh import BodyPart, Layer
from stretchguide.figure.shapes.contours import Contour
from stretchguide.figure.shapes.covers import Cover, ScreenBox, around, meeting, polygon_cover
from stretchguide.figure.shapes.ellipses import UNIT_CIRCLE
from stretchguide.figure.shapes.geometry import Camera, Point
from stretchguide.figure.shapes.outline import Limb, SeenLimb, contour_of, seen_limb

# How deep under later shapes a whole limb must lie to be left out (cm): an outline has a breadth.
_BENEATH = 0.3
# Points between the ends of a piece of a limb's side, and the directions of those round its stations.
_ALONG = (0.0, 0.25, 0.5, 0.75)
_ROUND_A_STATION = UNIT_CIRCLE[::2]


class Hiding:
    """The outlines of all parts, and which shapes are painted after each layer."""

    def __init__(
        self,
        camera: Camera,
        parts: Mapping[str, BodyPart],
        order: Sequence[str],
        things: Mapping[str, Sequence[Cover]],
    ) -> None:
        """`things` are the shapes of what is no part of the body, by its name in the order."""
        self._contours: dict[tuple[str, int], list[Contour]] = {}
        self._limbs: dict[tuple[str, int], list[SeenLimb]] = {}
        self._boxes: dict[tuple[str, int], tuple[ScreenBox, ...]] = {}
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
        contours = [contour_of(camera, shape) for shape in layer.shapes if not isinstance(shape, Limb)]
        limbs = [seen_limb(camera, shape) for shape in layer.shapes if isinstance(shape, Limb)]
        self._contours[key], self._limbs[key] = contours, limbs
        self._covers += [outline.cover for outline in contours]
        self._covers += [cover for limb in limbs for cover in _limb_covers(limb)]
        boxes = [outline.cover.box for outline in contours]
        self._boxes[key] = (*boxes, *(box for limb in limbs for box in _limb_boxes(limb)))

    def contours(self, name: str, index: int) -> list[Contour]:
        """The hulls of a layer of a part."""
        return self._contours[name, index]

    def limbs(self, name: str, index: int) -> list[SeenLimb]:
        """The limbs of a layer of a part."""
        return self._limbs[name, index]

    def boxes(self, name: str, index: int) -> tuple[ScreenBox, ...]:
        """What a layer of a part covers."""
        return self._boxes[name, index]

    def later(self, name: str, index: int) -> list[Cover]:
        """What is painted after a layer of a part."""
        return self._covers[: self._before[name, index]]

    def after(self, name: str) -> list[Cover]:
        """What is painted after all layers of a part, or after a thing."""
        return self._covers[: self._after[name]]

    def hides(self, name: str, index: int, limb: SeenLimb) -> bool:
        """Whether a limb lies wholly behind what is painted after it."""
        later = meeting(self.later(name, index), around(self.boxes(name, index)))
        return bool(later) and all(_is_held(point, later) for point in _rim(limb))


def _is_held(point: Point, covers: Sequence[Cover]) -> bool:
    return any(cover.holds(point, _BENEATH) for cover in covers)


def _limb_covers(limb: SeenLimb) -> list[Cover]:
    """A limb as convex pieces: between points on its sides, or the hulls it is drawn as."""
    if limb.edges is None:
        return [contour_of(limb.camera, pair).cover for pair in pairwise(limb.limb.stations)]
    left, right = _on_side(limb.edges[0]), _on_side(limb.edges[1])[::-1]
    return [polygon_cover((a, b, d, c)) for (a, b), (c, d) in zip(pairwise(left), pairwise(right), strict=True)]


def _limb_boxes(limb: SeenLimb) -> list[ScreenBox]:
    """Boxes round the pieces of a limb."""
    return [
        (min(x - r, u - s), min(y - r, v - s), max(x + r, u + s), max(y + r, v + s))
        for ((x, y), r), ((u, v), s) in pairwise(limb.stations)
    ]


def _on_side(points: Sequence[Point]) -> list[Point]:
    """Points on the curve that is drawn for one side of a limb: its ends, and the middle of each of its pieces."""
    inner = list(points[1:-1])
    ends = [points[0], *(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(inner)), points[-1]]
    middles = [
        ((a[0] + 2 * m[0] + b[0]) / 4, (a[1] + 2 * m[1] + b[1]) / 4)
        for (a, b), m in zip(pairwise(ends), inner, strict=True)
    ]
    return [points[0], *middles, points[-1]]


def _rim(limb: SeenLimb) -> Iterator[Point]:
    """Points along the middle of a limb, and round it."""
    yield from (point for point, _ in limb.stations)
    yield from ((x + radius * c, y + radius * s) for (x, y), radius in limb.stations for c, s in _ROUND_A_STATION)
    for side in limb.edges[:2] if limb.edges else ():
        for (x, y), (u, v) in pairwise(side):
            yield from ((x + (u - x) * part, y + (v - y) * part) for part in _ALONG)
