"""The hand and its fingers, in the shape that the solved hand has, or has found on what it touches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.rest.names import head_of, of_side
from stretchguide.figure.shapes.geometry import Frame, Vector, combined, rotation, subtract
from stretchguide.figure.skin.clasps import held_as
from stretchguide.figure.skin.closing import PlacedHand, closed
from stretchguide.figure.skin.fingers import FINGERS, THUMB, chain, finger_of, phalanx_turns, splay, thumb_turn
from stretchguide.figure.skin.grips import HandShape, closes, hand_shape
from stretchguide.figure.skin.palm import palm_turn, palm_ways
from stretchguide.figure.skin.posed_bone import PosedBone, rigid
from stretchguide.figure.skin.surface import HeldRod

_HELD = 1.4
"""The radius of what a hand holds when nothing says so: a stick (cm)."""


def posed_palm(rest: Mapping[str, RestBone], body: Body, side: str) -> PosedBone:
    """The palm."""
    return rigid(body.joints[f"{side} wrist"], palm_turn(rest, body, side))


def free_shape(rest: Mapping[str, RestBone], body: Body, side: str) -> HandShape:
    """The shape of a hand that touches no skin: closed on the rod in it, or by its name."""
    name = held_as(body, side)
    shape = hand_shape(name)
    if not closes(name):
        return shape
    hand = PlacedHand(rest, side, posed_palm(rest, body, side))
    return closed(hand, shape, HeldRod.in_hand(hand.palm.head, body.hands[side], body.wraps.get(side, _HELD)))


def hand_bones(rest: Mapping[str, RestBone], body: Body, side: str, shape: HandShape) -> dict[str, PosedBone]:
    """The bones of a hand."""
    palm, wrist, hand = palm_ways(rest, side), head_of(rest, "wrist", side), posed_palm(rest, body, side)
    found = {of_side("wrist", side): hand}
    for number in FINGERS:
        finger = finger_of(rest, side, number)
        aside = rotation(palm.out, -shape.together * splay(finger, palm))
        found |= _on(hand, wrist, chain(finger, phalanx_turns(finger, palm, shape.curls[number], aside)))
    thumb = finger_of(rest, side, THUMB)
    turned = thumb_turn(thumb, palm, shape.thumb.opposed, shape.thumb.aside)
    return found | _on(hand, wrist, chain(thumb, phalanx_turns(thumb, palm, shape.thumb.curl, turned)))


def _on(hand: PosedBone, wrist: Vector, phalanges: Iterator[tuple[str, Vector, Frame]]) -> dict[str, PosedBone]:
    return {
        name: rigid(hand.carried(subtract(place, wrist)), combined(hand.turn, turn)) for name, place, turn in phalanges
    }
