"""Where the pelvis is: on the feet, on the knees, on a seat, or lying with whatever bears weight on the floor.

A standing pelvis is as high as every standing leg still reaches its foot, so a lunge needs no angle for its knee.
Lying and sitting bodies are lowered until the lowest piece that bears weight meets the surface.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import sqrt

from stretchguide.figure.body.flesh import part_hulls
from stretchguide.figure.body.hulls import Hull
from stretchguide.figure.body.skeleton import LEG, THIGH, Body
from stretchguide.figure.shapes.ellipses import Volume
from stretchguide.figure.shapes.geometry import Vector
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.solver.legs import ankle_of
from stretchguide.figure.solver.stance import Stance
from stretchguide.figure.things.seats import SEAT_AHEAD, SEAT_HIGH
from stretchguide.format.sides import SIDES

# A standing leg is not stretched quite straight.
_STRAIGHTEST = 0.9965
# The least squared height of a pelvis over a foot (a plank is the lowest), and over a knee, in cm.
_LOWEST_STANDING = 600.0
_LOWEST_KNEELING = 80.0
# On one leg the pelvis is over the foot but for a quarter of the way to the middle; and a little behind it.
_OVER_ONE_FOOT = 0.75
_BEHIND_FEET = 1.0
# The middle of the pelvis over the seat, to begin with, in cm.
_OVER_SEAT = 10.0
# Before it is settled, a lying pelvis is at this height, in cm.
_LYING = 40.0


def pelvis_place(stance: Stance, notes: list[str]) -> Vector:
    """Where the pelvis is before anything is settled; a stance that is too wide is noted in words."""
    x, _, z = stance.shift
    if stance.base.stands:
        return _standing(stance, notes)
    if stance.base.has_seat:
        return (x, SEAT_HIGH + _OVER_SEAT - stance.lower, z)
    if stance.knees:
        return _kneeling(stance)
    return (x, _LYING, z)


def _standing(stance: Stance, notes: list[str]) -> Vector:
    standing = [side for side in SIDES if stance.bears(side)] or list(SIDES)
    ankles = {side: ankle_of(stance.feet[side]) for side in standing}
    share = _OVER_ONE_FOOT if len(standing) == 1 else 1.0
    x = sum(stance.feet[side].x for side in standing) / len(standing) * share
    z = sum(stance.feet[side].z for side in standing) / len(standing) - _BEHIND_FEET
    x, z = x + stance.shift[0], z + stance.shift[2]
    heights = []
    for side in standing:
        hip = stance.hip_offset(side)
        square = (x + hip[0] - ankles[side][0]) ** 2 + (z + hip[2] - ankles[side][2]) ** 2
        rise = (LEG * _STRAIGHTEST) ** 2 - square
        if rise < _LOWEST_STANDING:
            far = sqrt(square) - sqrt((LEG * _STRAIGHTEST) ** 2 - _LOWEST_STANDING)
            notes.append(f"the {side} foot is {far:.0f} cm too far away: narrow the stance or shift less")
        heights.append(ankles[side][1] + sqrt(max(rise, _LOWEST_STANDING)) - hip[1])
    return (x, stance.shift[1] + min(heights) - stance.lower, z)


def _kneeling(stance: Stance) -> Vector:
    x, _, z = stance.shift
    heights = []
    for side, knee in stance.knees.items():
        hip = stance.hip_offset(side)
        square = (x + hip[0] - knee[0]) ** 2 + (z + hip[2] - knee[2]) ** 2
        heights.append(knee[1] + sqrt(max(_LOWEST_KNEELING, THIGH**2 - square)) - hip[1])
    return (x, min(heights) - stance.lower, z)


# A thigh rests on a seat unless it points down or up by more than this (sine).
_LEVEL_THIGH = 0.35


def bearing_parts(stance: Stance, body: Body) -> tuple[str, ...]:
    """The parts that may bear weight on floor or seat; none when the body stands or kneels."""
    if stance.base.has_seat:
        thighs = [side for side in SIDES if abs(body.frames[f"{side} thigh"][1][1]) < _LEVEL_THIGH]
        return ("pelvis", *(f"{side} thigh" for side in thighs))
    if stance.base.stands or stance.knees:
        return ()
    if stance.raised:
        return ("pelvis", "chest") if stance.base.lies else ("pelvis",)
    if stance.base.lies == "side":
        limbs = [f"{side} {name}" for side in SIDES for name in ("thigh", "shank", "foot")]
        return ("pelvis", "chest", *limbs)
    free = [side for side in SIDES if stance.is_leg_loose(side)]
    limbs = [f"{side} thigh" for side in SIDES] + [f"{side} {name}" for side in free for name in ("shank", "foot")]
    return ("pelvis", "chest", *limbs)


def lowest(body: Body, names: tuple[str, ...], top: Box | None = None) -> float:
    """The height of the lowest point of some parts above the floor, in cm; what is not over its top hangs."""
    volumes = [volume for name in names for hull in part_hulls(body, name) for volume in hull]
    return min(_bottom(volume) for volume in volumes if top is None or _is_over(top, volume[0]))


def _is_over(top: Box, place: Vector) -> bool:
    (x0, _, z0), (x1, _, z1) = top
    return x0 <= place[0] <= x1 and z0 <= place[2] <= z1


def lowest_over_seat(body: Body, names: tuple[str, ...]) -> float:
    """The height of the lowest point of some parts of who sits, in cm: of a thigh only what is behind the front edge.

    A seat bears nothing before it, where the thighs of who sits far forward slope down to the knees. Who has gone off
    it altogether is as high as if it went on.
    """
    heights = (height for name in names for hull in part_hulls(body, name) for height in _over_seat(hull))
    return min(heights, default=lowest(body, names))


def _over_seat(hull: Hull) -> Iterator[float]:
    """The heights of the lowest points of a hull over a seat; where it goes on before the edge, that at the edge."""
    edge, bottoms = SEAT_AHEAD[1], [(volume[0][2], _bottom(volume)) for volume in hull]
    behind = [each for each in bottoms if each[0] <= edge]
    yield from (height for _, height in behind)
    for (ahead, height), (far, low) in product(behind, (each for each in bottoms if each[0] > edge)):
        yield height + (low - height) * (edge - ahead) / (far - ahead)


def _bottom(volume: Volume) -> float:
    centre, radius, axes = volume
    if axes is None:
        return centre[1] - radius
    return centre[1] - sqrt(sum(axis[1] * axis[1] for axis in axes))
