"""Fingers that would run through what their hand lies on open until they lie on it."""

from __future__ import annotations

import numpy as np

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import Places
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.skin.fingers import FINGERS, PHALANGES, THUMB
from stretchguide.figure.skin.hands import hand_bones
from stretchguide.figure.skin.names import of_side
from stretchguide.figure.skin.posed_bone import PosedBone
from stretchguide.figure.skin.surface import SkinSurface

# Fingers open by these degrees altogether, one after the other, until they are no deeper than this (cm).
_STEPS = (0.0, 15.0, 30.0, 45.0, 60.0, 80.0)
_DEEP = -0.5


def opened(rest: RestBody, body: Body, side: str, surface: SkinSurface) -> dict[int, float]:
    """How far each finger of a hand opens so that it is not in a surface; those that need not are left out."""
    found: dict[int, float] = {}
    waiting = dict.fromkeys((THUMB, *FINGERS), -np.inf)
    for step in _STEPS:
        bones = hand_bones(rest.bones, body, side, dict.fromkeys(waiting, step))
        for finger, deepest in tuple(waiting.items()):
            gap = surface.gap(_finger_places(rest, bones, side, finger))
            if gap > deepest:
                waiting[finger], found[finger] = gap, step
            if gap > _DEEP:
                del waiting[finger]
    return {finger: step for finger, step in found.items() if step}


def _finger_places(rest: RestBody, bones: dict[str, PosedBone], side: str, finger: int) -> Places:
    """Where a finger's skin is, each vertex moved by its heaviest bone alone."""
    names = [of_side(f"finger{finger}-{number}", side) for number in PHALANGES]
    return np.concatenate([_moved(rest, bones[name], name) for name in names])


def _moved(rest: RestBody, bone: PosedBone, name: str) -> Places:
    off = rest.drawn[rest.moved_by[name]] - np.array(rest.bones[name].head)
    x, y, z = off.T[:, :, None]
    axes = (np.array(axis) for axis in bone.axes)
    places: Places = np.array(bone.head) + sum(part * axis for part, axis in zip((x, y, z), axes, strict=True))
    return places
