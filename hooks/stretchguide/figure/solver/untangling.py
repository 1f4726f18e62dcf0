"""Arms that touch something and still lie too deep in something else: moved by little until they do not.

`choosing` judges many arms by a few balls each. Here one arm is measured with all its flesh against all other
flesh, and its elbow, its fingers and its place give way a little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from math import inf
from typing import NamedTuple

from stretchguide.figure.body.flesh import ARM_PIECES, PART_NAMES
from stretchguide.figure.body.limbs import ArmTarget, set_arm_to
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.gaps import box_gap, gap, height
from stretchguide.figure.shapes.geometry import Vector, along, cross, rotation, subtract, to_local, to_world, unit
from stretchguide.figure.shapes.solids import Box, Solid
from stretchguide.figure.solver.clearance import Surroundings, gap_to, touching
from stretchguide.figure.solver.measures import are_joined, piece
from stretchguide.figure.solver.spot_costs import strain
from stretchguide.figure.words.places import GROUND

# What is less deep than this (cm) may stay.
_DEEP = 0.8
# A hand off its place counts so much more than an arm in something.
_ON_PLACE = 2.0
# What is farther away than this (cm) is only known to be far.
_ONLY_FAR = 8.0
# A cm too deep costs so much, against the bend of the wrist and what was moved.
_TOO_DEEP = 10.0


_APART = {
    part: [name for name in PART_NAMES if piece(name) not in ARM_PIECES and not are_joined(f"left {part}", name)]
    for part in ARM_PIECES
}
"""What is neither an arm nor joined to a part of one, by that part."""


class ArmSurroundings:
    """What an arm may lie in, and what its hand touches."""

    def __init__(self, side: str, around: Surroundings, host: str, others: Sequence[str] = ()) -> None:
        """Everything is round the arm: all but the arms, and those parts of the other arm that are `others`."""
        self._side, self._around, self._flesh, self._others = side, around, around.flesh, others
        self.host = host

    @cached_property
    def _checks(self) -> list[_Check]:
        return [check for part in ARM_PIECES for check in self._checks_of(part)]

    def _checks_of(self, part: str, near: Solid | None = None) -> Iterator[_Check]:
        """The checks of a part; only of what it may meet, when it stays where it is."""
        name, boxes, flesh = f"{self._side} {part}", self._around.boxes, self._flesh
        host = self.host if part == "hand" else ""
        if host:
            yield _Check(name, self._off)
        for other in (*_APART[part], *self._others):
            if other != host and not (near and flesh.is_far(other, near)):
                yield _Check(name, partial(_in_solid, flesh[other]))
        yield from (_Check(name, partial(_in_boxes, boxes[thing])) for thing in boxes if thing != host)
        if host != GROUND:
            yield _Check(name, _in_floor)

    def hand_excess(self) -> float:
        """By how much the hand lies too deep in things, or off what it touches: the sum of all, in cm."""
        one = self._flesh[f"{self._side} hand"]
        return sum([max(0.0, check.excess(one)) for check in self._checks_of("hand", one)])

    def excess(self, most: float = inf) -> float:
        """By how much an arm lies too deep in things, or its hand off what it touches: the sum of all, in cm.

        What is more than `most` is only known to be more. What said so is asked first the next time: an arm that is
        tried a little elsewhere mostly lies in the same.
        """
        total = 0.0
        for turn, check in enumerate(self._checks):
            total += max(0.0, check.excess(self._flesh[check.part]))
            if total > most:
                self._checks.insert(0, self._checks.pop(turn))
                break
        return total

    def _off(self, _: Solid) -> float:
        hand = self._flesh[touching(self._flesh.body, self._side)]
        away = gap_to(hand, self.host, self._around.boxes, self._flesh, _ONLY_FAR)
        return 0.0 if away is None else _ON_PLACE * (abs(away) - _DEEP)


class _Check(NamedTuple):
    """One of the things that a part of an arm may be too deep in."""

    part: str
    excess: Callable[[Solid], float]
    """By how much, in cm; 0 or less when it is not."""


def _in_solid(other: Solid, one: Solid) -> float:
    return -_DEEP - gap(one, other, -_DEEP)


def _in_boxes(boxes: Sequence[Box], one: Solid) -> float:
    return -_DEEP - min([box_gap(box, one, -_DEEP) for box in boxes])


def _in_floor(one: Solid) -> float:
    return -_DEEP - height(one)


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


def untangled(body: Body, side: str, target: ArmTarget, around: ArmSurroundings) -> ArmTarget:
    """The target, changed until the arm lies in nothing, or as little as it can; the arm is set to it."""
    least = around.excess()
    for _ in range(_ROUNDS):
        before = least
        least, target = _better(body, side, (least, target), around)
        set_arm_to(body, side, target)
        if not least or least == before:
            break
    return target


def _better(body: Body, side: str, known: tuple[float, ArmTarget], around: ArmSurroundings) -> tuple[float, ArmTarget]:
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
        deep = around.excess((least_cost - more) / _TOO_DEEP)
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
