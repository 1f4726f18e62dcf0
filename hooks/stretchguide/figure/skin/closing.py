"""Fingers that close on something until they touch it, joint by joint, and open where they would run through it.

Each finger bends in a plane of its own, from the knuckle to the tip: a joint bends as far as its shape lets it, or
until some of what lies beyond it touches. The thumb first comes round the length of the palm. So a hand holds a strap
and a thigh in one way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from stretchguide.figure.rest.material import Places, RestBone
from stretchguide.figure.rest.names import head_of
from stretchguide.figure.shapes.geometry import Frame, combined, rotation, subtract, to_world
from stretchguide.figure.skin.fingers import (
    FINGERS,
    THUMB,
    Curl,
    FingerBones,
    finger_of,
    flat_phalanges,
    flat_way,
    splay,
    thumb_turn,
)
from stretchguide.figure.skin.grips import HandShape, ThumbShape
from stretchguide.figure.skin.palm import palm_ways
from stretchguide.figure.skin.posed_bone import PosedBone
from stretchguide.figure.skin.surface import Touchable

_HALF_FINGER, _HALF_THUMB = 0.85, 1.4
"""From the middle of a finger to its skin, pressed a little (cm)."""
_STEP = 7.0
"""Bends are tried in such steps; between two of them the touch is a straight line (degrees)."""
_BACK = 20.0
"""So far the knuckles bend back, before what they lie on (degrees)."""
_ALONG = np.array([0.4, 1.0])
"""Where on a phalanx a touch is felt."""
_THUMB_STEPS = 12
_THUMB_PRESSES = 0.8
"""A thumb that comes round presses no deeper (cm)."""
_THUMB_MORE = {1: 30.0, 2: 40.0}
"""So far the far joints of a thumb that has come round bend further (degrees)."""


class _Ray(NamedTuple):
    """A finger that bends about one way: where it starts, its way when it is flat, and the way that it bends to."""

    start: Places
    way: Places
    out: Places
    phalanges: Places
    """(3, 3): each, when it is flat, in cm."""
    deep: float
    """From its middle to its skin (cm)."""

    def gaps(self, bends: Places, first: int, surface: Touchable) -> Places:
        """(n,): how far the finger, from a joint on, is from a surface, by the bends of its three joints, (n, 3)."""
        places = self._places(np.radians(bends))[:, first * len(_ALONG) :]
        gaps: Places = surface.gaps(places.reshape(-1, 3)).reshape(places.shape[:2]).min(1) - self.deep
        return gaps

    def _places(self, bends: Places) -> Places:
        """(n, 6, 3): where touches are felt."""
        turned = np.cumsum(bends, 1)[..., None]
        ahead = (self.phalanges * self.way).sum(1, keepdims=True)
        aside = self.phalanges - ahead * self.way
        steps = (np.cos(turned) * self.way + np.sin(turned) * self.out) * ahead + aside
        starts = self.start + np.cumsum(steps, 1) - steps
        places: Places = (starts[:, :, None] + steps[:, :, None] * _ALONG[:, None]).reshape(len(bends), -1, 3)
        return places


class PlacedHand(NamedTuple):
    """The hand of a side of the body at rest, whose palm is somewhere."""

    rest: Mapping[str, RestBone]
    side: str
    palm: PosedBone

    def finger(self, number: int, shape: HandShape) -> _Ray:
        """One of the four fingers, flat."""
        palm, finger = palm_ways(self.rest, self.side), finger_of(self.rest, self.side, number)
        return self._ray(finger, rotation(palm.out, -shape.together * splay(finger, palm)), _HALF_FINGER)

    def thumb(self, shape: ThumbShape) -> _Ray:
        """The thumb, flat, turned as it is in a shape."""
        palm, thumb = palm_ways(self.rest, self.side), finger_of(self.rest, self.side, THUMB)
        return self._ray(thumb, thumb_turn(thumb, palm, shape.opposed, shape.aside), _HALF_THUMB)

    def _ray(self, finger: FingerBones, turned: Frame, deep: float) -> _Ray:
        palm, turn = palm_ways(self.rest, self.side), combined(self.palm.turn, turned)
        start = self.palm.carried(subtract(finger.joints[0], head_of(self.rest, "wrist", self.side)))
        way, out = (np.array(to_world(turn, each)) for each in (flat_way(finger, palm), palm.out))
        phalanges = [to_world(turn, each) for each in flat_phalanges(finger, palm)]
        return _Ray(np.array(start), way, out, np.array(phalanges), deep)


def closed(hand: PlacedHand, shape: HandShape, surface: Touchable) -> HandShape:
    """A shape with its fingers closed on something, at most so far as the shape has them."""
    curls = {finger: _closed(hand.finger(finger, shape), shape.curls[finger], surface) for finger in FINGERS}
    return shape._replace(curls=curls, thumb=_closed_thumb(hand, shape, surface))


def _closed(ray: _Ray, most: Curl, surface: Touchable) -> Curl:
    bends = [-_BACK, 0.0, 0.0]
    for joint, far in enumerate(most):
        bends[joint] = _touching(ray, bends, joint, far, surface)
    return bends[0], bends[1], bends[2]


def _touching(ray: _Ray, bends: list[float], joint: int, far: float, surface: Touchable) -> float:
    """How far a joint bends from where it is, until what is beyond it touches."""
    tried = np.append(np.arange(bends[joint], far, _STEP), far)
    every = np.tile(bends, (len(tried), 1))
    every[:, joint] = tried
    return _until(tried, ray.gaps(every, joint, surface))


def _until(tried: Places, gaps: Places) -> float:
    """The bend at which the gap is gone: the first one when it is never there, the last one when it always is."""
    (deep,) = np.nonzero(gaps < 0)
    if not len(deep):
        return float(tried[-1])
    at = int(deep[0])
    if not at:
        return float(tried[0])
    part = gaps[at - 1] / (gaps[at - 1] - gaps[at])
    return round(float(tried[at - 1] + (tried[at] - tried[at - 1]) * part), 3)


def _closed_thumb(hand: PlacedHand, shape: HandShape, surface: Touchable) -> ThumbShape:
    """A thumb comes towards the fingers until it touches; then its far joints close.

    Round something so thick that it would start inside, it comes only from beside the palm.
    """
    start, end = shape.from_thumb, shape.thumb
    if hand.thumb(start).gaps(np.array([end.curl]), 0, surface)[0] < -_THUMB_PRESSES:
        start, end = start._replace(opposed=0), start._replace(curl=end.curl)
    parts = np.linspace(0, 1, _THUMB_STEPS)
    rays = [hand.thumb(start.between(end, part)) for part in parts.tolist()]
    gaps = np.concatenate([ray.gaps(np.array([end.curl]), 0, surface) for ray in rays])
    thumb = start.between(end, _until(parts, gaps))
    ray, bends = hand.thumb(thumb), list(thumb.curl)
    for joint, more in _THUMB_MORE.items():
        bends[joint] = _touching(ray, bends, joint, bends[joint] + more, surface)
    return thumb._replace(curl=(bends[0], bends[1], bends[2]))
