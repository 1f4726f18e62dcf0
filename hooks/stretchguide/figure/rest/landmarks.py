"""Points of the body at rest by which poses, contacts and the face are measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from stretchguide.figure.rest.material import Places, RestBone
from stretchguide.figure.shapes.geometry import Vector, between

_SUFFIX = {"left": ".L", "right": ".R"}

_NEAR = 3.0
"""A landmark that is the outermost point of a part is looked for within this distance of a bone (cm)."""


def landmarks(body: Places, bones: Mapping[str, RestBone]) -> dict[str, Vector]:
    """By name, in cm: `left eye`, `mouth`, `crown`, `back of head`; with a side: `sole`, `heel`, `ball`, `toe`,
    `palm`, `knuckles`, `fingertip`, `sit bone`, `knee`, `elbow`. All but the eyes lie on the skin.
    """
    found = dict(_of_the_head(body, bones))
    for side, suffix in _SUFFIX.items():
        found |= {f"{side} {name}": place for name, place in _of_a_side(body, bones, suffix)}
    return found


def _of_the_head(body: Places, bones: Mapping[str, RestBone]) -> Iterator[tuple[str, Vector]]:
    for side, suffix in _SUFFIX.items():
        yield f"{side} eye", bones[f"eye{suffix}"].head
    yield "mouth", between(bones["oris05"].head, bones["oris01"].head, 0.5)
    head = body[body[:, 1] > bones["head"].head[1]]
    yield "crown", _outermost(head, (0, 1, 0))
    yield "back of head", _outermost(head, (0, 0, -1))


def _of_a_side(body: Places, bones: Mapping[str, RestBone], suffix: str) -> Iterator[tuple[str, Vector]]:
    """The landmarks of one side."""

    def bone(name: str) -> Vector:
        return bones[f"{name}{suffix}"].head

    foot = body[(body[:, 0] * bone("foot")[0] > 0) & (body[:, 1] < bone("foot")[1])]
    heel = foot[foot[:, 2] < bone("foot")[2]]
    yield "heel", _outermost(heel, (0, 0, -1))
    yield "sole", _outermost(heel, (0, -1, 0))
    yield "ball", _outermost(_around(foot, bone("toe2-1")), (0, -1, 0))
    yield "toe", _outermost(foot, (0, 0, 1))
    palm, back = _palm_ways(bones, suffix)
    middle = between(bone("wrist"), bone("finger3-1"), 0.6)
    yield "palm", _outermost(_around(body, middle), palm)
    yield "knuckles", _outermost(_around(body, bone("finger3-1")), back)
    tip = bones[f"finger3-3{suffix}"]
    yield "fingertip", _outermost(_around(body, tip.tail), np.subtract(tip.tail, tip.head))
    hip, knee = np.array(bone("upperleg01")), np.array(bone("lowerleg01"))
    yield "sit bone", _outermost(_around(body, (hip[0] * 0.6, hip[1] - 8, hip[2] - 6), 5), (0, -1, -1))
    yield "knee", _outermost(_around(body, knee, 8), (0, 0, 1))
    yield "elbow", _outermost(_around(body, bone("lowerarm01"), 6), np.subtract(bone("lowerarm01"), middle) * (0, 1, 1))


def _palm_ways(bones: Mapping[str, RestBone], suffix: str) -> tuple[np.ndarray, np.ndarray]:
    wrist, index, little, middle = (
        np.array(bones[f"{name}{suffix}"].head) for name in ("wrist", "finger2-1", "finger5-1", "finger3-1")
    )
    palm: np.ndarray = np.cross(little - index, middle - wrist)
    palm *= -np.sign(palm[0]) * np.sign(wrist[0])
    return palm, -palm


def _around(body: Places, place: Vector | np.ndarray, radius: float = _NEAR) -> Places:
    off = body - np.asarray(place)
    found: Places = body[(off * off).sum(1) < radius * radius]
    return found


def _outermost(places: Places, way: Vector | np.ndarray) -> Vector:
    x, y, z = places[int(np.argmax((places * np.asarray(way)).sum(1)))]
    return (float(x), float(y), float(z))
