"""All bones of the body at rest, laid along the joints and frames of a solved body."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.skin.arms import arm_bones
from stretchguide.figure.skin.feet import foot_bones
from stretchguide.figure.skin.grips import HandShape
from stretchguide.figure.skin.hands import free_shape, hand_bones
from stretchguide.figure.skin.legs import leg_bones
from stretchguide.figure.skin.posed_bone import PosedBone, rigid
from stretchguide.figure.skin.trunk import trunk_bones
from stretchguide.format.sides import SIDES


def posed_bones(
    rest: Mapping[str, RestBone], body: Body, shapes: Mapping[str, HandShape] = MappingProxyType({})
) -> dict[str, PosedBone]:
    """Each bone of the body at rest in the pose of a solved body, by its name; by side, shapes hands have found."""
    found = trunk_bones(rest, body)
    for side in SIDES:
        found |= leg_bones(rest, body, side, found["root"])
        found |= foot_bones(rest, body, side)
        found |= arm_bones(rest, body, side, found["spine01"])
        found |= hand_bones(rest, body, side, shapes.get(side) or free_shape(rest, body, side))
    for name in rest:
        if name not in found:
            found[name] = _following(rest, found, name)
    return found


def _following(rest: Mapping[str, RestBone], found: Mapping[str, PosedBone], name: str) -> PosedBone:
    """A bone that goes with its parent."""
    bone = rest[name]
    parent = found[bone.parent]
    head, start = bone.head, rest[bone.parent].head
    return rigid(parent.carried((head[0] - start[0], head[1] - start[1], head[2] - start[2])), parent.turn)
