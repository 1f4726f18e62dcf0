"""Pieces of the finished figure as solids: what is in the way of an arm, and how far a hand is from what it touches.

The solids are made of the flesh round the bones (`body.flesh`), which lies where the skin that is drawn does.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import inf
from typing import NamedTuple

from stretchguide.figure.body.flesh import ARM_PIECES, PART_NAMES
from stretchguide.figure.body.girth import profile, torso_ring
from stretchguide.figure.body.moulds import PALM, part_solid
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.gaps import box_distance, box_gap, distance_to, gap, height
from stretchguide.figure.shapes.geometry import along, between, distance
from stretchguide.figure.shapes.solids import Probe, Solid, ball_round
from stretchguide.figure.things.kinds import Room
from stretchguide.figure.things.presence import Boxes
from stretchguide.figure.words.places import GROUND
from stretchguide.format.sides import SIDES


def part_solids(body: Body) -> dict[str, Solid]:
    """All parts of the body, by name."""
    return {name: part_solid(body, name) for name in PART_NAMES}


_FLESH_GIVES = 3.0
"""Thighs pressed to the ribs, and what lies on the ribs, give way by so much (cm)."""


def ribcage(body: Body) -> Solid:
    """The trunk from the lowest ribs up. The part below is belly: it gives way to thighs, and they to it."""
    rings = [torso_ring(body, name, -_FLESH_GIVES) for name in ("rib", "chest", "upper")]
    return Solid(pairwise(rings))


def trunk(body: Body) -> Solid:
    """Trunk and pelvis, without buttocks and shoulders."""
    rings = [torso_ring(body, name) for name in ("hip", "iliac", "waist", "rib", "chest", "upper")]
    return Solid(pairwise(rings))


STILL = ("pelvis", "neck", "head", *(f"{side} {name}" for side in SIDES for name in ("thigh", "shank", "foot")))
"""The parts that do not move when an arm does; the chest does, with the shoulders."""


# What is no mould takes longest to make: nothing of it is farther from this joint than so many cm.
_WITHIN = {"pelvis": ("pelvis", 27.0), "chest": ("t7", 37.5), "neck": ("c7", 16.0)}


class Flesh:
    """The parts of a body while its arms are tried: made when they are asked for, and again only when they moved."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self._made: dict[str, tuple[object, Solid]] = {}

    def __getitem__(self, name: str) -> Solid:
        place = self._place(name)
        made = self._made.get(name)
        if made is None or made[0] != place:
            made = self._made[name] = (place, part_solid(self.body, name))
        return made[1]

    def is_far(self, name: str, one: Solid) -> bool:
        """Whether a solid surely does not meet a part, found without making the part."""
        if name not in _WITHIN:
            return False
        joint, reach = _WITHIN[name]
        return distance(self.body.joints[joint], one.centre) > one.reach + reach

    def _place(self, name: str) -> object:
        """What the place and the shape of a part depend on while arms are tried."""
        if name in STILL:
            return None
        joints, frames, hands, wraps = self.body.joints, self.body.frames, self.body.hands, self.body.wraps
        if name == "chest":
            return [joints[f"{side} shoulder"] for side in SIDES]
        side = name.partition(" ")[0]
        bones = [frames[f"{side} upper arm"], frames[f"{side} forearm"]]
        return [joints[f"{side} shoulder"], joints[f"{side} wrist"], bones, hands[side], wraps.get(side)]


def obstacles(flesh: Flesh) -> dict[str, Solid]:
    """What an arm must stay out of: trunk, head and legs."""
    return {"trunk": trunk(flesh.body), **{name: flesh[name] for name in STILL if name not in ("pelvis", "neck")}}


def arm_solids(flesh: Flesh, side: str) -> dict[str, Solid]:
    """An arm, which the other one must stay out of."""
    return {f"{side} {name}": flesh[f"{side} {name}"] for name in ARM_PIECES}


_CURVED = ("cup", "grip")
"""Shapes of a hand round the edge of a thing."""


def touching(body: Body, side: str) -> str:
    """The part of a hand that lies on what it touches: the palm, when its fingers close round a thing."""
    closes = body.hands[side].shape in _CURVED and body.hosts.get(f"{side} hand") in body.furniture
    return f"{side} {PALM if closes else 'hand'}"


def gap_to(one: Solid, host: str, boxes: Boxes, flesh: Flesh, limit: float = inf) -> float | None:
    """How far a solid is from what a contact calls its host: `floor`, a thing or a part; None when there is none.

    What is farther than the limit may only be said to be as far as it.
    """
    if host == GROUND:
        return height(one)
    if host in boxes:
        return min(box_gap(box, one, limit) for box in boxes[host])
    return gap(one, flesh[host], limit) if host in PART_NAMES else None


# -- what an arm lies in ----------------------------------------------------------------------------------------------


class Surroundings(NamedTuple):
    """What an arm must stay out of, and where the things in the room are."""

    room: Room
    boxes: Boxes
    solids: Mapping[str, Solid]
    flesh: Flesh


TOUCH = 0.5
"""What is less deep than this is a touch, in cm."""
# Balls that stand for a hand: so far along it, out of the palm and towards the thumb, and their radius (cm).
_PALM_PROBES = ((6.0, 0.0, -2.2, 1.6), (6.0, 0.0, 0.0, 1.6), (6.0, 0.0, 2.2, 1.6))
_OPEN_PROBES = (*_PALM_PROBES, (14.0, 0.8, 0.0, 1.0), (7.6, 1.6, 5.8, 1.1))
_CLOSED_PROBES = (
    *_PALM_PROBES,
    (8.0, 4.0, 3.2, 1.1),
    *((11.0, 3.5, out, 1.2) for out in (-2.2, 2.2)),
    *((10.4, 6.6, out, 1.1) for out in (-2.0, 2.0)),
)
_CLOSED = ("wrap", "grip", "fist")


def arm_probes(body: Body, side: str) -> tuple[list[Probe], list[Probe]]:
    """Balls that stand for an arm from the middle of the upper arm to the wrist, and for its hand."""
    shoulder, elbow, wrist = (body.joints[f"{side} {name}"] for name in ("shoulder", "elbow", "wrist"))
    arm = [(between(shoulder, elbow, part), profile("upper arm", part)[0]) for part in (0.65, 1.0)]
    arm += [(between(elbow, wrist, part), profile("forearm", part)[0]) for part in (0.25, 0.5, 0.75, 1.0)]
    way, palm, thumb, shape = body.hands[side]
    probes = _CLOSED_PROBES if shape in _CLOSED else _OPEN_PROBES
    return arm, [
        (along(along(along(wrist, way, on), palm, down), thumb, out), radius) for on, down, out, radius in probes
    ]


def clash(body: Body, side: str, around: Surroundings, host: str = "", touch: float = TOUCH) -> float:
    """How deep the arm of a side lies in what surrounds it, in cm beyond a touch; the hand may be in its host."""
    arm, hand = arm_probes(body, side)
    every = arm + hand
    known = max(touch, *[radius - point[1] for point, radius in (arm if host == GROUND else every)])
    ball = ball_round(every)
    for name, one in around.solids.items():
        is_host = name == host or (name == "trunk" and host in ("chest", "pelvis"))
        known = _deeper(one, ball, arm if is_host else every, known)
    for name, boxes in around.boxes.items():
        probes = arm if name == host else every
        for box in boxes:
            if ball[1] - box_distance(box, ball[0]) > known:
                known = max(known, *[radius - box_distance(box, point) for point, radius in probes])
    return known - touch


def _deeper(one: Solid, round_all: Probe, probes: list[Probe], deep: float) -> float:
    """How deep the deepest of some balls is in a solid, when that is more than what is known; one ball holds all."""
    (x, y, z), reach = round_all
    ox, oy, oz = one.centre
    x, y, z, edge = x - ox, y - oy, z - oz, one.reach + reach - deep
    if edge > 0 and x * x + y * y + z * z < edge * edge:
        for point, radius in probes:
            x, y, z, edge = point[0] - ox, point[1] - oy, point[2] - oz, one.reach + radius - deep
            if edge > 0 and x * x + y * y + z * z < edge * edge:
                away = distance_to(one, point, radius - deep)
                deep = radius - away if away < radius - deep else deep
    return deep
