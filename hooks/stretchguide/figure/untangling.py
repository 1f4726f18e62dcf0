"""Arms that touch something and still lie too deep in something else: moved by little until they do not.

`choosing` judges many arms by a few balls each. Here one arm is measured as it is drawn, against everything as it is
drawn, and its elbow, its fingers and its place give way a little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from stretchguide.figure.body import Body
from stretchguide.figure.clearance import Boxes, Flesh, Surroundings, gap_to
from stretchguide.figure.flesh import ARM_PIECES, PART_NAMES
from stretchguide.figure.gaps import box_gap, gap, height
from stretchguide.figure.geometry import Vector, along, cross, rotation, subtract, to_local, to_world, unit
from stretchguide.figure.limbs import ArmTarget, set_arm_to
from stretchguide.figure.measures import INTERLACED, are_joined, may_interlace, piece
from stretchguide.figure.solids import Solid
from stretchguide.figure.spot_costs import strain

# What is less deep than this (cm) may stay.
_DEEP = 0.8
# A hand off its place counts so much more than an arm in something.
_ON_PLACE = 2.0
# What is farther away than this (cm) is only known to be far.
_FAR = 8.0
# A cm too deep costs so much, against the bend of the wrist and what was moved.
_TOO_DEEP = 10.0


class Scene(NamedTuple):
    """What an arm may lie in."""

    solids: dict[str, Solid]
    boxes: Boxes
    host: str
    """What its hand touches: there, the hand may lie as deep as it was set."""
    flesh: Flesh


def scene(around: Surroundings, host: str, others: tuple[str, ...]) -> Scene:
    """Everything round an arm: all but the arms, and those parts of the other arm that are `others`."""
    names = [name for name in PART_NAMES if piece(name) not in ARM_PIECES]
    solids = {name: around.flesh[name] for name in names}
    return Scene(solids | {name: around.solids[name] for name in others}, around.boxes, host, around.flesh)


def excess(side: str, around: Scene, pieces: Sequence[str] = ARM_PIECES, most: float = inf) -> float:
    """By how much pieces of an arm lie too deep in things, or its hand off what it touches: the sum of all, in cm.

    What is more than `most` is only known to be more.
    """
    total = 0.0
    for more in _excesses(side, around, pieces):
        total += more
        if total > most:
            break
    return total


def _excesses(side: str, around: Scene, pieces: Sequence[str]) -> Iterator[float]:
    for part in pieces:
        name = f"{side} {part}"
        one = around.flesh[name]
        host = around.host if part == "hand" else ""
        if host:
            yield _off(one, around)
        for other, solid in around.solids.items():
            if other != host and not are_joined(name, other):
                may_be = INTERLACED if may_interlace(around.flesh.body, name, other) else _DEEP
                yield -may_be - gap(one, solid, -may_be)
        for thing, boxes in around.boxes.items():
            if thing != host:
                yield -_DEEP - min(box_gap(box, one, -_DEEP) for box in boxes)
        if host != "floor":
            yield max(0.0, -height(one) - _DEEP)


def _off(hand: Solid, around: Scene) -> float:
    away = gap_to(hand, around.host, around.boxes, around.flesh, _FAR)
    return 0.0 if away is None else _ON_PLACE * max(0.0, abs(away) - _DEEP)


# Little changes of an arm: degrees by which the elbow swings round the line from shoulder to wrist and by which the
# fingers turn on the spot, and cm by which the hand slides along and across itself, or is pushed.
# And what a step of each costs.
_SWINGS = (10.0, -10.0, 25.0, -25.0, 45.0, -45.0)
_TURNS, _SLIDES = (12.0, -12.0, 24.0, -24.0), (1.5, -1.5, 4.0, -4.0)
_PUSHES = (0.7, -0.7)
_SWING_COST, _TURN_COST, _SLIDE_COST = 0.01, 0.015, 0.15
_ROUNDS = 5
# A hand that comes this far from its place (cm) is no longer on it.
_MISS = 0.3


def untangled(body: Body, side: str, target: ArmTarget, around: Scene) -> ArmTarget:
    """The target, changed until the arm lies in nothing, or as little as it can; the arm is set to it."""
    least = excess(side, around)
    for _ in range(_ROUNDS):
        before = least
        least, target = _better(body, side, (least, target), around)
        set_arm_to(body, side, target)
        if not least or least == before:
            break
    return target


def _better(body: Body, side: str, known: tuple[float, ArmTarget], around: Scene) -> tuple[float, ArmTarget]:
    """The best of a target, whose excess is known, and of what little changes make of it; the arm is set to any."""
    least, best = known
    least_cost = _TOO_DEEP * least + strain(body, side)
    for tried, effort in sorted(_changes(body, side, best), key=lambda change: change[1]):
        if not least:
            break
        set_arm_to(body, side, tried)
        if body.misses[f"{side} hand"] > _MISS:
            continue
        more = effort + strain(body, side)
        deep = excess(side, around, most=(least_cost - more) / _TOO_DEEP)
        if _TOO_DEEP * deep + more < least_cost:
            least_cost, least, best = _TOO_DEEP * deep + more, deep, tried
    return least, best


def _changes(body: Body, side: str, target: ArmTarget) -> Iterator[tuple[ArmTarget, float]]:
    """Little changes of a target, and what they cost."""
    yield from ((_swung(body, side, target, angle), abs(angle) * _SWING_COST) for angle in _SWINGS)
    normal = target.normal
    fingers = target.fingers or body.hands[side].direction
    if normal is None:
        return
    for angle in _TURNS:
        yield target._replace(fingers=to_world(rotation(normal, angle), fingers)), abs(angle) * _TURN_COST
    for way, fars in ((fingers, _SLIDES), (cross(normal, fingers), _SLIDES), (normal, _PUSHES)):
        for far in fars:
            yield target._replace(point=along(target.point, way, far), fingers=fingers), abs(far) * _SLIDE_COST


def _swung(body: Body, side: str, target: ArmTarget, angle: float) -> ArmTarget:
    """The target with the elbow swung round the line from the shoulder to the wrist."""
    shoulder, elbow, wrist = (body.joints[f"{side} {name}"] for name in ("shoulder", "elbow", "wrist"))
    way = subtract(wrist, shoulder)
    out = to_world(rotation(unit(way), angle), subtract(elbow, shoulder))
    pole: Vector = to_local(body.frames["t7"], unit(out))
    return target._replace(pole=pole)
