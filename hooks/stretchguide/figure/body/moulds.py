"""The flesh of a body as solids. What is stiff, limbs, head, hands and feet, is cast once and placed where its bone is.

A mould is the solid of a part in the frame of its bone, with the near joint in the origin.
"""

from __future__ import annotations

from functools import cache, lru_cache

from stretchguide.figure.body.flesh import part_hulls
from stretchguide.figure.body.girth import ENDS
from stretchguide.figure.body.hulls import Hull, hand_hulls
from stretchguide.figure.body.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, Body, Hand
from stretchguide.figure.shapes.geometry import IDENTITY, Frame, Vector
from stretchguide.figure.shapes.solids import Placed, Solid
from stretchguide.format.sides import SIDES

_LENGTHS = {"upper arm": UPPER_ARM, "forearm": FOREARM, "thigh": THIGH, "shank": SHANK}
_ORIGIN: Vector = (0.0, 0.0, 0.0)
_JOINTS = {
    "head": "c1",
    **{f"{side} {name}": f"{side} {near}" for side in SIDES for name, (near, _) in ENDS.items()},
    **{f"{side} foot": f"{side} ankle" for side in SIDES},
}
"""Where stiff parts begin, by their name, which is that of their frame."""
# So many moulds of hands are kept: there are few shapes, but hands close round limbs of any radius.
_HANDS_KEPT = 64


PALM = "palm"
"""With a side before it, a hand without its fingers: what of a hand that closes round a thing lies on it."""


def part_solid(body: Body, name: str) -> Solid:
    """A part of the body, to be measured. Raises KeyError when there is none of that name."""
    if name in _JOINTS:
        return Placed(_mould(name), body.joints[_JOINTS[name]], body.frames[name])
    side, _, piece = name.partition(" ")
    if piece in ("hand", PALM):
        hand = body.hands[side]
        mould = _palm_mould() if piece == PALM else _hand_mould(hand.shape, body.wraps.get(side))
        return Placed(mould, body.joints[f"{side} wrist"], _frame_of(hand))
    return Solid(part_hulls(body, name))


def _frame_of(hand: Hand) -> Frame:
    """The axes a hand is cast in: a left one has them left-handed."""
    return (hand.thumb, hand.direction, hand.palm)


@cache
def _mould(name: str) -> Solid:
    side, _, piece = name.partition(" ")
    joints = {_JOINTS[name]: _ORIGIN}
    if piece in ENDS:
        joints[f"{side} {ENDS[piece][1]}"] = (0.0, -_LENGTHS[piece], 0.0)
    return Solid(part_hulls(Body(joints, {name: IDENTITY}), name))


@lru_cache(maxsize=_HANDS_KEPT)
def _hand_mould(shape: str, wrap: float | None) -> Solid:
    return Solid(_cast_hand(shape, wrap))


@cache
def _palm_mould() -> Solid:
    return Solid(_cast_hand("flat", None)[:1])


def _cast_hand(shape: str, wrap: float | None) -> tuple[Hull, ...]:
    x, y, z = IDENTITY
    wraps = {} if wrap is None else {"right": wrap}
    return hand_hulls(Body({"right wrist": _ORIGIN}, hands={"right": Hand(y, z, x, shape)}, wraps=wraps), "right")
