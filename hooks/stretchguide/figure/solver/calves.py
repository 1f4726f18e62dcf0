"""Calves side by side: where one would lie in the other, the upper leg swings away until they only press each other.

Hip and ankle stay where they are: the knee turns round the line between them, by a few degrees.
"""

from __future__ import annotations

from collections.abc import Container
from math import asin, degrees

from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.gaps import gap
from stretchguide.figure.shapes.geometry import add, combined, cross, dot, length, rotation, subtract, to_world, unit

# Calves are parted when one is so deep in the other, until it is only so deep (cm): side by side they press each other
# flat by a little. The knee turns at most so often; on the way to the calf it moves so much farther than the calf.
_TOO_DEEP, _PRESS = 0.9, 0.7
_TURNS = 4
_KNEE_MOVES = 1.3
# A leg whose knee is nearer than this (cm) to the line from hip to ankle is straight: turning it moves nothing.
_STRAIGHT = 4.0


def part_calves(body: Body, planted: Container[str]) -> None:
    """Part the calves of a body whose legs are set; feet that are `planted` stay as they are."""
    for _ in range(_TURNS):
        deep = -gap(part_solid(body, "left shank"), part_solid(body, "right shank"), -_PRESS)
        if deep <= _TOO_DEEP:
            break
        upper, lower = sorted(("left", "right"), key=lambda side: -body.joints[f"{side} knee"][1])
        _swing(body, upper, lower, deep - _PRESS, with_foot=upper not in planted)


def _swing(body: Body, side: str, other: str, far: float, *, with_foot: bool) -> None:
    """Swing a knee round the line from hip to ankle, so many cm away from the other one."""
    hip, knee, ankle = (body.joints[f"{side} {name}"] for name in ("hip", "knee", "ankle"))
    axis = unit(subtract(ankle, hip))
    ahead = cross(axis, subtract(knee, hip))
    lever = length(ahead)
    if lever < _STRAIGHT:
        return
    away = dot(ahead, subtract(knee, body.joints[f"{other} knee"]))
    angle = degrees(asin(min(1.0, far * _KNEE_MOVES / lever)))
    turn = rotation(axis, angle if away > 0 else -angle)
    body.joints[f"{side} knee"] = add(hip, to_world(turn, subtract(knee, hip)))
    for name in ("thigh", "shank", *(("foot",) if with_foot else ())):
        body.frames[f"{side} {name}"] = combined(turn, body.frames[f"{side} {name}"])
