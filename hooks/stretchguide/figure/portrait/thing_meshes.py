"""Things as meshes: flat faces as fans of triangles, rods, discs and balls as the hulls that their volumes span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import numpy as np

from stretchguide.figure.portrait.tints import THING
from stretchguide.figure.raster.arrays import Floats, Whole
from stretchguide.figure.raster.meshes import Mesh, two_sided
from stretchguide.figure.shapes.outline import Volume
from stretchguide.figure.things.setting import WALL
from stretchguide.figure.things.shapes import Prop, PropFace

# A hull is spanned by the points of a ball with so many meridians and parallels.
_MERIDIANS, _PARALLELS = 28, 13
# So far from the room's middle (cm) lies what is no place on a body: things are no skin.
_NO_SKIN = 1e5


def meshes(props: Iterable[Prop]) -> list[Mesh]:
    """All things that may hide a piece of the body. Of a box, what the camera does not see is missing."""
    return [
        two_sided(_mesh(*made)) for prop in props if prop.level > WALL for face in prop.faces for made in _made(face)
    ]


def _made(face: PropFace) -> Iterator[tuple[Floats, Whole]]:
    """The corners and faces of what a piece of a thing consists of."""
    if face.corners:
        yield np.array(face.corners), _fan(len(face.corners))
    for hull in face.hulls:
        yield _spanned(hull), _ball_faces()


def _mesh(places: Floats, faces: Whole) -> Mesh:
    return Mesh(places, faces, np.full(len(faces), THING), np.full((len(places), 3), _NO_SKIN))


def _fan(corners: int) -> Whole:
    return np.array([(0, number, number + 1) for number in range(1, corners - 1)], np.intp)


def _spanned(hull: Iterable[Volume]) -> Floats:
    """For each way out, the farthest point of some volumes that way: together they span the hull of all of them."""
    ways = _ball_ways()
    points = [_farthest(volume, ways) for volume in hull]
    reach = np.stack([(each * ways).sum(1) for each in points])
    found: Floats = np.take_along_axis(np.stack(points), reach.argmax(0)[None, :, None], 0)[0]
    return found


def _farthest(volume: Volume, ways: Floats) -> Floats:
    """The points of a ball or an ellipsoid that lie farthest that way."""
    if volume.axes is None:
        return np.array(volume.centre) + ways * volume.radius
    axes = np.array(volume.axes)
    shares = [(ways * axis).sum(1) for axis in axes]
    along = sum(share[:, None] * axis for share, axis in zip(shares, axes, strict=True))
    size = np.sqrt(np.maximum(sum(share * share for share in shares), 1e-12))
    found: Floats = np.array(volume.centre) + along / size[:, None]
    return found


@cache
def _ball_ways() -> Floats:
    rings = [
        [
            (
                np.sin(polar) * np.cos(2 * np.pi * i / _MERIDIANS),
                np.cos(polar),
                np.sin(polar) * np.sin(2 * np.pi * i / _MERIDIANS),
            )
            for i in range(_MERIDIANS)
        ]
        for polar in (np.pi * (row + 0.5) / _PARALLELS for row in range(_PARALLELS))
    ]
    return np.concatenate([np.array(rings).reshape(-1, 3), np.array([(0.0, 1.0, 0.0), (0.0, -1.0, 0.0)])])


@cache
def _ball_faces() -> Whole:
    top, bottom = _MERIDIANS * _PARALLELS, _MERIDIANS * _PARALLELS + 1
    found = []
    for i in range(_MERIDIANS):
        k = (i + 1) % _MERIDIANS
        found += [(top, k, i), (bottom, top - _MERIDIANS + i, top - _MERIDIANS + k)]
        for row, below in pairwise(range(0, top, _MERIDIANS)):
            found += [(row + i, row + k, below + i), (row + k, below + k, below + i)]
    return np.array(found, np.intp)
