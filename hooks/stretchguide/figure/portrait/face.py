"""A calm face: closed eyes, brows, the tip of the nose and the mouth, as marks on the face at rest that follow it.

The marks were drawn by eye, to be kind and neutral: soft arcs, the brows higher inside than a frown has them, the
corners of the mouth a little up. They are looked up on the skin once and then go where it goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np

from stretchguide.figure.raster.arrays import Floats, Mask, Whole
from stretchguide.figure.raster.grid import OnGrid
from stretchguide.figure.raster.pixels import Pixels
from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.skin.posed_skin import PosedSkin

Stroke = tuple[tuple[float, float], ...]
"""Points of a line from the middle between the eyes: to the figure's left and up, in cm."""

_EYE: Stroke = ((1.5, -0.2), (2.2, -0.6), (3.0, -0.75), (3.8, -0.6), (4.6, -0.1))
_BROW: Stroke = ((1.6, 2.6), (2.6, 3.05), (3.8, 2.95), (4.9, 2.2))
_NOSE: Stroke = ((-1.2, -4.25), (-0.65, -4.7), (0.0, -4.8), (0.65, -4.7), (1.2, -4.25))
_MOUTH: Stroke = ((-2.3, -6.6), (-1.2, -7.1), (0.0, -7.25), (1.2, -7.1), (2.3, -6.6))

# Each mark has so many points. It is drawn when this part of it is seen, from less than this far aside (cosine).
_POINTS = 17
_SEEN, _FACES = 0.4, 0.1
# Of the marks, the brows; they are left out when the face is seen from so far above (sine, from the mouth to the eyes).
_BROWS, _FROM_ABOVE = (2, 3), 0.4
# A mark may lie so far under what the pixels show (cm).
_DEEP = 0.7


class FaceMarks(NamedTuple):
    """Points on faces of the skin, mark after mark, `_POINTS` each."""

    corners: Whole
    """(count, 3): the vertices round each point."""
    shares: Floats
    """(count, 3): how near it is to each."""
    lifts: Floats
    """(count, 3): from that face to the mark, along two sides of it and out of it: lips are no smooth line."""


@cache
def face_marks(rest: RestBody) -> FaceMarks:
    """The marks of a body's face, found once: straight behind each point, on the foremost skin."""
    eyes = [np.array(rest.landmarks[f"{side} eye"]) for side in ("left", "right")]
    across, up, _ = (eyes[0] + eyes[1]) / 2
    points = np.concatenate([_spread(stroke) for stroke in _strokes()]) + np.array((across, up))
    faces = rest.faces[(rest.regions == BodyRegion.SKIN) & (rest.places[rest.faces][:, :, 2].min(1) > 0)]
    faces = faces[(np.abs(rest.places[faces][:, :, 1] - up) < 12).all(1)]
    found = [_on_skin(rest.places, faces, point) for point in points]
    corners, shares = np.array([corners for corners, _ in found]), np.array([shares for _, shares in found])
    around = rest.places[corners]
    ahead = _smoother((around * shares[:, :, None]).sum(1)[:, 2])
    return FaceMarks(corners, shares, _in_sides(around, np.stack([0 * ahead, 0 * ahead, ahead], axis=1)))


def _in_sides(corners: Floats, ways: Floats) -> Floats:
    """Ways as sums of the sides of faces (count, 3)."""
    found = np.linalg.solve(_sides(corners), ways[:, :, None])
    return np.array(found[:, :, 0].round(6), float)


def _smoother(ahead: Floats) -> Floats:
    """How far smooth lines are ahead of the skin (cm), mark after mark: parabolas by least squares."""
    part = np.linspace(-1, 1, _POINTS)
    rows = ahead.reshape(-1, _POINTS)
    found: Floats = np.array([np.polyval(np.polyfit(part, row, 2), part) for row in rows]) - rows
    return found.ravel()


def _sides(corners: Floats) -> Floats:
    """Two sides of each face and the way out of it, as columns (count, 3, 3)."""
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.stack([first, second, _normals(corners)], axis=2)


def _strokes() -> Iterator[Stroke]:
    for stroke in (_EYE, _BROW):
        yield stroke
        yield tuple((-x, y) for x, y in stroke)
    yield from (_NOSE, _MOUTH)


def _spread(stroke: Stroke) -> Floats:
    """Points along the smooth line through some points (a cubic through them all, by least squares)."""
    part = np.linspace(0, 1, len(stroke))
    degree = min(3, len(stroke) - 1)
    wanted = np.linspace(0, 1, _POINTS)
    return np.stack([np.polyval(np.polyfit(part, axis, degree), wanted) for axis in np.array(stroke).T], axis=1)


def _on_skin(places: Floats, faces: Whole, point: Floats) -> tuple[Whole, Floats]:
    (x0, y0, z0), (x1, y1, z1), (x2, y2, z2) = (places[corner].T for corner in faces.T)
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    second = ((point[0] - x0) * (y2 - y0) - (x2 - x0) * (point[1] - y0)) / area
    third = ((x1 - x0) * (point[1] - y0) - (point[0] - x0) * (y1 - y0)) / area
    is_in = (second >= -1e-6) & (third >= -1e-6) & (second + third <= 1 + 1e-6)
    ahead = np.where(is_in, z0 + second * (z1 - z0) + third * (z2 - z0), -1e6)
    foremost = int(ahead.argmax())
    shares = np.array([1 - second[foremost] - third[foremost], second[foremost], third[foremost]])
    return faces[foremost], shares


def seen_marks(marks: FaceMarks, skin: PosedSkin, pixels: Pixels, camera: Camera) -> list[Floats]:
    """Of each mark that is seen well enough, its points on the grid (count, 2)."""
    corners = skin.vertices[marks.corners]
    normals = _normals(corners)
    spots = (corners * marks.shares[:, :, None]).sum(1) + (_sides(corners) * marks.lifts[:, None, :]).sum(2)
    on_grid = pixels.grid.places(camera, spots)
    is_seen = _is_seen(on_grid, pixels) & ((normals * np.array(camera.view)).sum(1) > _FACES)
    found = []
    for number, first in enumerate(range(0, len(spots), _POINTS)):
        seen = is_seen[first : first + _POINTS]
        if seen.mean() >= _SEEN and not (number in _BROWS and _is_from_above(spots, camera)):
            at = first + np.nonzero(seen)[0]
            found.append(np.stack([on_grid.x[at], on_grid.y[at]], axis=1))
    return found


def _is_from_above(spots: Floats, camera: Camera) -> bool:
    """Whether the face is seen from above: brows would frown there."""
    up = spots[: 2 * _POINTS].mean(0) - spots[-_POINTS:].mean(0)
    return bool((up * np.array(camera.view)).sum() > _FROM_ABOVE * np.sqrt((up * up).sum()))


def _is_seen(spots: OnGrid, pixels: Pixels) -> Mask:
    grid = pixels.grid
    column, row = spots.x.astype(int), spots.y.astype(int)
    is_inside = (column >= 0) & (row >= 0) & (column < grid.width) & (row < grid.height)
    column, row = np.clip(column, 0, grid.width - 1), np.clip(row, 0, grid.height - 1)
    found: Mask = is_inside & (spots.depth > pixels.depth[row, column] - _DEEP)
    return found


def _normals(corners: Floats) -> Floats:
    """The ways out of faces (count, 3, 3), length 1."""
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    found: Floats = across / (np.sqrt((across * across).sum(1)) + 1e-12)[:, None]
    return found
