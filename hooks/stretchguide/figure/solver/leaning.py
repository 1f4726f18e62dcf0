"""A small lean of the trunk for hands that miss their places.

The lean is the smallest one that brings the hands there: the misses as functions of the six angles of the spine are
followed downhill (Gauss-Newton with numerical derivatives, minimum norm in units of what each angle may give).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stretchguide.figure.body.limbs import ArmTarget, set_arm_to
from stretchguide.figure.body.skeleton import Bend, Body, Trunk
from stretchguide.figure.solver.carrying import ON_SPINE, Carried, moved_along

MOST_LEAN = (9.0, 9.0, 8.0, 10.0, 10.0, 14.0)
"""Most degrees the trunk may lean so that a hand reaches: lumbar fold, side, turn, thoracic fold, side, turn."""

Lean = tuple[float, ...]

# A derivative is taken over this share of what an angle may give. So many steps are made, and none when all hands are
# this near (cm); a hand is brought a little nearer than needed.
_TRIED = 0.1
_STEPS = 4
_THERE = 0.1
_NEARER = 0.15
# Keeps a step finite where leaning hardly helps: squared cm.
_DAMPING = 0.6


def lean_for(body: Body, trunk: Trunk, hands: Mapping[str, Carried], set_trunk: Callable[[Body, Trunk], None]) -> Lean:
    """The lean that brings the hands to their targets as nearly as the spine allows; it begins with the body's own."""
    lean = body.lean
    sides = tuple(hands)
    for _ in range(_STEPS):
        misses = _misses(body, trunk, hands, set_trunk, lean)
        if max(misses) < _THERE:
            break
        slopes = []
        for axis, most in enumerate(MOST_LEAN):
            tried = (*lean[:axis], lean[axis] + most * _TRIED, *lean[axis + 1 :])
            other = _misses(body, trunk, hands, set_trunk, tried)
            slopes.append([(b - a) / _TRIED for a, b in zip(misses, other, strict=True)])
        step = _step([m + _NEARER if m > 0 else 0.0 for m in misses], slopes, len(sides))
        lean = tuple(
            max(-most, min(most, angle + part * most)) for angle, part, most in zip(lean, step, MOST_LEAN, strict=True)
        )
    return lean


def leaning(trunk: Trunk, lean: Lean) -> Trunk:
    """A trunk with the spine bent a little more."""
    lumbar = Bend(*(a + b for a, b in zip(trunk.lumbar, lean[:3], strict=True)))
    thoracic = Bend(*(a + b for a, b in zip(trunk.thoracic, lean[3:], strict=True)))
    return trunk._replace(lumbar=lumbar, thoracic=thoracic)


def _misses(
    body: Body, trunk: Trunk, hands: Mapping[str, Carried], set_trunk: Callable[[Body, Trunk], None], lean: Lean
) -> list[float]:
    other = body.copy()
    set_trunk(other, leaning(trunk, lean))
    for side, carried in hands.items():
        set_arm_to(other, side, _moved_along(carried, body, other))
    return [other.misses[f"{side} hand"] for side in hands]


def _moved_along(carried: Carried, before: Body, after: Body) -> ArmTarget:
    """The target where the trunk has moved what carries it; everything else stays where it is."""
    return moved_along(carried, before, after) if carried.host in ON_SPINE else carried.target


def _step(misses: list[float], slopes: list[list[float]], count: int) -> list[float]:
    """The smallest step that takes all misses to 0 on straight slopes, -J' (J J' + damping)^-1 m, for 1 or 2 hands."""
    products = [[sum(row[i] * row[k] for row in slopes) for k in range(count)] for i in range(count)]
    for i in range(count):
        products[i][i] += _DAMPING
    if count == 1:
        weights = [misses[0] / products[0][0]]
    else:
        (a, b), (c, d) = products
        size = a * d - b * c
        weights = [(d * misses[0] - b * misses[1]) / size, (a * misses[1] - c * misses[0]) / size]
    return [-sum(row[i] * weights[i] for i in range(count)) for row in slopes]
