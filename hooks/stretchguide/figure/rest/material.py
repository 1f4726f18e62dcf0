"""What the files of a body say, in the engine's axes and units.

The files are those of the MakeHuman base mesh hm08 (released as CC0): the mesh as Wavefront OBJ in dm, targets as
lines `vertex dx dy dz`, the rig, its weights and the groups of vertices as JSON.
The mesh has more than the body: helpers, such as a layer of clothes and small cubes where the joints are.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.shapes.geometry import Vector

Places = NDArray[np.float64]
"""Points, one a row, in cm."""
Faces = NDArray[np.int32]
"""Triangles, one a row: three numbers of points, counter-clockwise seen from outside."""

HEIGHT = 172.0
"""Of the body, in cm."""

MESH = "3dobjs/base.obj"
RIG = "rigs/standard/rig.default.json"
WEIGHTS = "rigs/standard/weights.default.json"
GROUPS = "mesh_metadata/basemesh_vertex_groups.json"

_ORIGINS = ("african", "asian", "caucasian")
TARGETS: Mapping[str, float] = {
    **{f"macrodetails/{origin}-{sex}-young": 1 / 6 for sex in ("female", "male") for origin in _ORIGINS},
    "breast/female-young-averagemuscle-averageweight-mincup-averagefirmness": 0.5,
}
"""How far the mesh moves towards each: half a woman and half a man, of three origins in equal parts, the chest flat."""


class RestBone(NamedTuple):
    """A bone at rest, in cm."""

    head: Vector
    tail: Vector
    parent: str
    """Empty at the root."""


class Material(NamedTuple):
    """A body as it was published, shaped and scaled."""

    places: Places
    faces: Mapping[str, Faces]
    """By the name of their group, such as `body` and `helper-tights`."""
    bones: Mapping[str, RestBone]
    """Parents first."""
    weights: NDArray[np.float64]
    """How much each vertex (row) follows each bone (column, in the order of `bones`); each row sums to 1, or is 0."""


def read(file: Callable[[str], bytes]) -> Material:
    """The material of a body, from a function that gives the bytes of a file by its name in the folder of its data.

    Raises KeyError, ValueError or OSError where they do not hold what is expected.
    """
    places, faces = _mesh(file(MESH).decode())
    for name, share in TARGETS.items():
        _move(places, gzip.decompress(file(f"targets/{name}.target.gz")).decode(), share)
    _stand(places, faces["body"])
    bones = _bones(json.loads(file(RIG)), json.loads(file(GROUPS)), places)
    return Material(places, faces, bones, _weights(json.loads(file(WEIGHTS))["weights"], tuple(bones), len(places)))


def _mesh(text: str) -> tuple[Places, dict[str, Faces]]:
    places: list[list[float]] = []
    found: dict[str, list[list[int]]] = {}
    group = ""
    for kind, *words in (line.split() for line in text.splitlines() if line):
        if kind == "v":
            places.append([float(word) for word in words[:3]])
        elif kind == "g":
            group = words[0]
        elif kind == "f":
            found.setdefault(group, []).extend(_triangles([int(word.partition("/")[0]) - 1 for word in words]))
    return np.array(places), {name: np.array(faces, np.int32) for name, faces in found.items()}


def _triangles(corners: list[int]) -> Iterator[list[int]]:
    first = corners[0]
    yield from ([first, second, third] for second, third in pairwise(corners[1:]))


def _move(places: Places, target: str, share: float) -> None:
    rows = [line.split() for line in target.splitlines() if line.strip() and not line.startswith("#")]
    numbers = [int(row[0]) for row in rows]
    places[numbers] += share * np.array([[float(word) for word in row[1:4]] for row in rows])


def _stand(places: Places, body: Faces) -> None:
    """Put the body on the floor and make it as tall as a figure is."""
    heights = places[np.unique(body), 1]
    places[:, 1] -= heights.min()
    places *= HEIGHT / (heights.max() - heights.min())


def _bones(rig: Mapping[str, Any], groups: Mapping[str, Any], places: Places) -> dict[str, RestBone]:
    found: dict[str, RestBone] = {}

    def add(name: str) -> None:
        bone = rig[name]
        if bone["parent"] and bone["parent"] not in found:
            add(bone["parent"])
        head, tail = (_joint(bone[end], groups, places) for end in ("head", "tail"))
        found[name] = RestBone(head, tail, bone["parent"])

    for name in rig:
        if name not in found:
            add(name)
    return found


def _joint(end: Mapping[str, Any], groups: Mapping[str, Any], places: Places) -> Vector:
    """The middle of a cube of the mesh, or of some of its vertices."""
    if end["strategy"] == "CUBE":
        x, y, z = np.mean([places[first : last + 1].mean(0) for first, last in groups[end["cube_name"]]], 0)
    else:
        numbers = [end["vertex_index"]] if end["strategy"] == "VERTEX" else end["vertex_indices"]
        x, y, z = places[numbers].mean(0)
    return (float(x), float(y), float(z))


def _weights(by_bone: Mapping[str, Any], bones: tuple[str, ...], count: int) -> NDArray[np.float64]:
    weights = np.zeros((count, len(bones)))
    for column, name in enumerate(bones):
        for vertex, weight in by_bone.get(name, ()):
            weights[vertex, column] = weight
    sums = weights.sum(1, keepdims=True)
    weights /= np.where(sums > 0, sums, 1)
    return weights
