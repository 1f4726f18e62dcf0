"""The hand and its fingers, in the shape that the solved hand has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import copysign

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.shapes.geometry import Frame, Vector, combined, rotation, scale, subtract
from stretchguide.figure.skin.clasps import held_as
from stretchguide.figure.skin.fingers import FINGERS, THUMB, Curl, FingerBones, chain, finger_of, phalanx_turns, splay
from stretchguide.figure.skin.grips import ThumbShape, hand_shape
from stretchguide.figure.skin.names import head_of, of_side
from stretchguide.figure.skin.palm import PalmWays, palm_turn, palm_ways
from stretchguide.figure.skin.posed_bone import PosedBone, rigid

_HELD = 1.4
"""The radius of what a hand holds when nothing says so: a stick (cm)."""


Opened = Mapping[int, float]
"""By finger, degrees by which it is opened altogether."""
_OPENS = (0.5, 0.3, 0.2)
"""How much of that happens at each joint, the knuckle first."""


def hand_bones(rest: Mapping[str, RestBone], body: Body, side: str, opened: Opened) -> dict[str, PosedBone]:
    """The bones of a hand."""
    palm, wrist = palm_ways(rest, side), head_of(rest, "wrist", side)
    hand = rigid(body.joints[f"{side} wrist"], palm_turn(rest, body, side))
    name = held_as(body, side)
    held = body.wraps.get(side, _HELD) if name == "wrap" else _HELD
    shape = hand_shape(name, held, finger_of(rest, side, 3))
    found = {of_side("wrist", side): hand}
    for finger in FINGERS:
        bones = finger_of(rest, side, finger)
        turns = phalanx_turns(
            bones, palm, _opened(shape.curls[finger], opened.get(finger, 0)), -shape.together * splay(bones, palm)
        )
        found |= _on(hand, wrist, chain(bones, turns))
    thumb = finger_of(rest, side, THUMB)
    curl = _opened(shape.thumb.curl, opened.get(THUMB, 0))
    return found | _on(hand, wrist, chain(thumb, _thumb_turns(thumb, palm, shape.thumb._replace(curl=curl))))


def _opened(curl: Curl, by: float) -> Curl:
    knuckle, middle, end = (bend - by * part for bend, part in zip(curl, _OPENS, strict=True))
    return knuckle, middle, end


def _on(hand: PosedBone, wrist: Vector, phalanges: Iterator[tuple[str, Vector, Frame]]) -> dict[str, PosedBone]:
    return {
        name: rigid(hand.carried(subtract(place, wrist)), combined(hand.turn, turn)) for name, place, turn in phalanges
    }


def _thumb_turns(thumb: FingerBones, palm: PalmWays, shape: ThumbShape) -> Iterator[Frame]:
    """The thumb is turned about the length of the palm before it bends, so that it bends across the palm."""
    aside = splay(thumb, palm)
    opposed = rotation(scale(palm.along, copysign(1, aside)), shape.opposed)
    for turn in phalanx_turns(thumb, palm, shape.curl, shape.aside * copysign(1, aside)):
        yield combined(opposed, turn)
