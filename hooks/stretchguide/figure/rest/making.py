"""From the material of a body to the body at rest: dressed, its hair on, its weights few."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.rest.clothing import bare, clothes
from stretchguide.figure.rest.hair import hair_on, scalp
from stretchguide.figure.rest.landmarks import landmarks
from stretchguide.figure.rest.material import Faces, Material, RestBone
from stretchguide.figure.rest.normals import normals
from stretchguide.figure.rest.patchwork import Patchwork, above, cut
from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.figure.rest.rest_body import MOST_BONES, RestBody
from stretchguide.figure.shapes.geometry import between

_SKIN = ("body", "helper-l-eye", "helper-r-eye")
_LAYER = "helper-tights"
_HEAD = 0.3
"""What follows the head by more than this may have hair on."""


def rest_body(material: Material) -> RestBody:
    """A body ready to be skinned."""
    bones, weights = _without_the_face(material)
    skin, layer = (_surface(material, groups, weights) for groups in (_SKIN, (_LAYER,)))
    skinned = bare(_haired(skin, material.bones, tuple(bones)), bones)
    whole = _joined(skinned, clothes(layer, bones, normals(layer.places, layer.faces))).tidy()
    movers, shares = _few(whole.weights)
    found = landmarks(material.places[np.unique(material.faces["body"])], material.bones)
    return RestBody(whole.drawn, whole.places, whole.faces, whole.regions, bones, movers, shares, found)


def _surface(material: Material, groups: tuple[str, ...], weights: NDArray[np.float64]) -> Patchwork:
    faces = np.concatenate([material.faces[name] for name in groups])
    regions = np.full(len(faces), BodyRegion.SKIN, np.uint8)
    return Patchwork(material.places, material.places, weights, faces, regions)


def _without_the_face(material: Material) -> tuple[dict[str, RestBone], NDArray[np.float64]]:
    """The bones without those of the face, whose weights go to the head."""
    names = tuple(material.bones)
    home: dict[str, str] = {}
    for name, bone in material.bones.items():
        home[name] = "head" if home.get(bone.parent) == "head" else name
    bones = {name: material.bones[name] for name in names if home[name] == name}
    weights = np.zeros((len(material.places), len(bones)))
    columns = {name: column for column, name in enumerate(bones)}
    for column, name in enumerate(names):
        weights[:, columns[home[name]]] += material.weights[:, column]
    return bones, weights


def _haired(skin: Patchwork, bones: Mapping[str, RestBone], columns: tuple[str, ...]) -> Patchwork:
    """The skin with hair on the head, cut along the hairline."""
    eyes = between(bones["eye.L"].head, bones["eye.R"].head, 0.5)
    is_head = skin.weights[:, columns.index("head")] > _HEAD
    field = scalp(skin, eyes, is_head)
    grown = replace(skin, drawn=hair_on(skin, field, normals(skin.places, skin.faces)))
    divided, field = cut(grown, field)
    return divided.coloured(above(divided, field), BodyRegion.HAIR)


def _joined(first: Patchwork, second: Patchwork) -> Patchwork:
    faces: Faces = np.concatenate([first.faces, second.faces + np.int32(len(first.places))])
    return Patchwork(
        np.concatenate([first.places, second.places]),
        np.concatenate([first.drawn, second.drawn]),
        np.concatenate([first.weights, second.weights]),
        faces,
        np.concatenate([first.regions, second.regions]),
    )


def _few(weights: NDArray[np.float64]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The heaviest bones of each vertex, and their weights in parts of 255."""
    movers = np.argsort(-weights, 1, kind="stable")[:, :MOST_BONES]
    kept = np.take_along_axis(weights, movers, 1)
    shares = np.floor(kept / kept.sum(1, keepdims=True) * 255 + 0.5)
    shares[:, 0] += 255 - shares.sum(1)
    return movers.astype(np.uint8), shares.astype(np.uint8)
