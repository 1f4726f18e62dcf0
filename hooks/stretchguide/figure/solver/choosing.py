"""Choosing among the spots of a place: the best few are tried with all ways of the elbow."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from stretchguide.figure.body.limbs import ArmTarget, set_arm_to
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.floor.spots import Spot
from stretchguide.figure.shapes.geometry import Vector, across, add, length, subtract, unit
from stretchguide.figure.solver.clearance import Surroundings, clash
from stretchguide.figure.solver.plan import ArmPlan
from stretchguide.figure.solver.spot_costs import placed_cost, spot_cost, target_of

# Ways of the elbow, for a left arm in the frame of the chest: down and back, out, out and up, down and forward.
_ELBOW_WAYS: tuple[Vector, ...] = ((0.55, -0.8, -0.35), (1, -0.3, -0.2), (1, 0.3, -0.3), (0.5, -0.5, 0.7))
# A later way costs so much more.
_LATER_WAY = 0.6
# So many spots are tried when a fair one (by its cost) is among them, else many; the best with all ways of the elbow.
_MOST_SPOTS, _MANY_SPOTS, _BEST_SPOTS = 16, 70, 3
_FAIR = 3.0
# A spot this much dearer than the best one may still become better with another way of the elbow.
_HOPE = 3.0
# A cm of the arm inside something costs so much.
_CLASH = 3.0


class SpotChoice(NamedTuple):
    """A spot with a way for the elbow, and what both cost."""

    cost: float
    spot: Spot
    target: ArmTarget


def choose(body: Body, side: str, arm: ArmPlan, spots: Iterable[Spot], around: Surroundings) -> SpotChoice:
    """The best spot with the best way for the elbow: first many spots with one way, then the best with all ways."""
    ranked = sorted(((*spot_cost(body, side, spot), index, spot) for index, spot in enumerate(spots)), key=_by_look)
    first, *others = _poles(side, arm)
    tried: list[SpotChoice] = []
    least = inf
    for sure, _, _, spot in ranked:
        if sure < least and len(tried) < (_MOST_SPOTS if least < _FAIR else _MANY_SPOTS):
            tried.append(_tried(body, side, arm, _Try(spot, first, limit=least + _HOPE), around))
            least = min(least, tried[-1].cost)
    tried.sort(key=lambda choice: choice.cost)
    best = tried[0]
    for choice in tried[:_BEST_SPOTS]:
        for rank, pole in enumerate(others, 1):
            if choice.spot.cost + rank * _LATER_WAY < best.cost:
                what = _Try(choice.spot, pole, rank * _LATER_WAY, best.cost)
                other = _tried(body, side, arm, what, around)
                best = min(best, other, key=lambda each: each.cost)
    return best


class _Try(NamedTuple):
    spot: Spot
    pole: Vector
    more: float = 0.0
    limit: float = inf
    """What is dearer than this is not looked into any further."""


def _tried(body: Body, side: str, arm: ArmPlan, what: _Try, around: Surroundings) -> SpotChoice:
    """Set an arm to a spot, its elbow to one way, and see what it costs."""
    spot = what.spot
    target = _set_relaxed(body, side, target_of(spot, what.pole, arm.shape, arm.angles.blade))
    cost = spot.cost + what.more + placed_cost(body, side, spot)
    if cost < what.limit:
        cost += _CLASH * clash(body, side, around, spot.host)
    return SpotChoice(cost, spot, target)


def _by_look(ranked: tuple[float, float, int, Spot]) -> tuple[float, int]:
    return ranked[1], ranked[2]


# Where the words say the way of the elbow it may still give way a little: forward, back, up, down, out.
_SWAYS: tuple[Vector, ...] = ((0, 0, 0), (0, 0, 0.45), (0, 0, -0.45), (0, 0.45, 0), (0, -0.45, 0), (0.45, 0, 0))


def _poles(side: str, arm: ArmPlan) -> list[Vector]:
    wanted = [add(unit(arm.elbow), sway) for sway in _SWAYS] if arm.elbow else _ELBOW_WAYS
    return [(SIGN[side] * x, y, z) for x, y, z in wanted]


def _set_relaxed(body: Body, side: str, target: ArmTarget) -> ArmTarget:
    """Set an arm; fingers that may point anywhere go on as the forearm comes, so that the wrist bends least."""
    set_arm_to(body, side, target)
    if target.fingers is not None or target.normal is None:
        return target
    way = unit(subtract(body.joints[f"{side} wrist"], body.joints[f"{side} elbow"]))
    fingers = across(way, target.normal)
    if length(fingers) < 0.3:
        return target
    target = target._replace(fingers=unit(fingers))
    set_arm_to(body, side, target)
    return target
