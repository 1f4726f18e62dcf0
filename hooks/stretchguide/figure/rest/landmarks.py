"""Points of the body at rest by which poses, contacts and the face are measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np

from stretchguide.figure.rest.material import Places, RestBone
from stretchguide.figure.rest.names import head_of, of_side
from stretchguide.figure.shapes.geometry import Vector, between
from stretchguide.format.sides import SIDES

_NEAR = 3.0
"""A landmark that is the outermost point of a part is looked for within this distance of a bone (cm)."""


def landmarks(body: Places, bones: Mapping[str, RestBone]) -> dict[str, Vector]:
    """By name, in cm: `left eye`, `mouth`, `crown`, `back of head`; with a side: `sole`, `heel`, `ball`, `toe`,
    `palm`, `knuckles`, `fingertip`, `sit bone`, `knee`, `elbow`. All but the eyes lie on the skin.
    """
    found = dict(_of_the_head(body, bones))
    for side in SIDES:
        found |= {f"{side} {name}": place for name, place in _of_a_side(body, bones, side)}
    return found


def _of_the_head(body: Places, bones: Mapping[str, RestBone]) -> Iterator[tuple[str, Vector]]:
    for side in SIDES:
        yield f"{side} eye", head_of(bones, "eye", side)
    yield "mouth", between(bones["oris05"].head, bones["oris01"].head, 0.5)
    head = body[body[:, 1] > bones["head"].head[1]]
    yield "crown", _outermost(head, (0, 1, 0))
    yield "back of head", _outermost(head, (0, 0, -1))


def _of_a_side(body: Places, bones: Mapping[str, RestBone], side: str) -> Iterator[tuple[str, Vector]]:
    """The landmarks of one side."""
    bone = partial(head_of, bones, side=side)
    foot = body[(body[:, 0] * bone("foot")[0] > 0) & (body[:, 1] < bone("foot")[1])]
    heel = foot[foot[:, 2] < bone("foot")[2]]
    yield "heel", _outermost(heel, (0, 0, -1))
    yield "sole", _outermost(heel, (0, -1, 0))
    yield "ball", _outermost(_around(foot, bone("toe2-1")), (0, -1, 0))
    yield "toe", _outermost(foot, (0, 0, 1))
    palm, back = _palm_ways(bones, side)
    middle = between(bone("wrist"), bone("finger3-1"), 0.6)
    yield "palm", _outermost(_around(body, middle), palm)
    yield "knuckles", _outermost(_around(body, bone("finger3-1")), back)
    tip = bones[of_side("finger3-3", side)]
    yield "fingertip", _outermost(_around(body, tip.tail), np.subtract(tip.tail, tip.head))
    hip, knee = np.array(bone("upperleg01")), np.array(bone("lowerleg01"))
    yield "sit bone", _outermost(_around(body, (hip[0] * 0.6, hip[1] - 8, hip[2] - 6), 5), (0, -1, -1))
    yield "knee", _outermost(_around(body, knee, 8), (0, 0, 1))
    yield "elbow", _outermost(_around(body, bone("lowerarm01"), 6), np.subtract(bone("lowerarm01"), middle) * (0, 1, 1))


def _palm_ways(bones: Mapping[str, RestBone], side: str) -> tuple[np.ndarray, np.ndarray]:
    """Out of the palm, and out of the back of the hand."""
    wrist, index, little, middle = (
        np.array(head_of(bones, name, side)) for name in ("wrist", "finger2-1", "finger5-1", "finger3-1")
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
