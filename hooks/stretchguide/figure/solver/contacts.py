"""Setting the arms: hands on their places to the last centimetre of flesh, free arms out of the way.

A chosen hand is shaped to what it meets; then the palm is moved along the surface's normal until its flesh touches the
surface. An arm that touches nothing keeps its angles unless it would lie in something.
"""

from __future__ import annotations

from itertools import product
from math import acos, atan2, degrees

from stretchguide.figure.body.flesh import ARM_PIECES
from stretchguide.figure.body.limbs import REACH, ArmAngles, ArmTarget, set_arm, set_arm_to
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.floor.spots import Spot
from stretchguide.figure.shapes.geometry import along, cross, length, rotation, to_local, to_world
from stretchguide.figure.solver.carrying import carried_of, moved_along
from stretchguide.figure.solver.choosing import SpotChoice, choose
from stretchguide.figure.solver.clearance import Surroundings, clash, gap_to, touching
from stretchguide.figure.solver.measures import piece
from stretchguide.figure.solver.places import hand_spots
from stretchguide.figure.solver.plan import ArmPlan
from stretchguide.figure.solver.untangling import ArmSurroundings, untangled
from stretchguide.format.sides import OTHER

# -- on the flesh -----------------------------------------------------------------------------------------------------

# A hand presses so far into what it touches; it is moved at most so often and so far, until it is this near (cm). An
# arm that cannot follow by so much is left where it was.
_PRESS = 0.2
_NUDGES = 4
_NUDGE = 3.5
_PALM_MEETS = 0.25
_FOLLOWS = 0.3
# What is farther away than this is not measured (cm): then the hand goes the whole way at once.
_UNMEASURED = 2 * _NUDGE + _PRESS


def settle_hand(body: Body, side: str, spot: Spot, target: ArmTarget, around: Surroundings) -> ArmTarget:
    """Move a hand along the normal of its spot until its flesh touches the surface."""
    key = f"{side} hand"
    if spot.normal is None or body.misses[key] > _FOLLOWS:
        return target
    moved = 0.0
    for _ in range(_NUDGES):
        away = gap_to(around.flesh[touching(body, side)], spot.host, around.boxes, around.flesh, _UNMEASURED)
        if away is None or abs(away + _PRESS) < _PALM_MEETS:
            break
        moved = max(-_NUDGE, min(_NUDGE, moved - away - _PRESS))
        tried = target._replace(point=along(spot.point, spot.normal, moved))
        set_arm_to(body, side, tried)
        if body.misses[key] > _FOLLOWS:
            set_arm_to(body, side, target)
            break
        target = tried
    return target


# An arm is looked at closely when it seems to lie so deep in something (cm).
_TANGLED = 0.2


def set_hand(body: Body, side: str, arm: ArmPlan, around: Surroundings) -> SpotChoice:
    """Set an arm whose hand touches something."""
    assert arm.contact is not None
    choice = choose(body, side, arm, hand_spots(body, side, arm.contact, around.room), around)
    spot = choice.spot
    body.hosts[f"{side} hand"] = spot.host
    target = choice.target
    set_arm_to(body, side, target)
    if not arm.shape:
        target = fitted(body, side, spot, target)
        set_arm_to(body, side, target)
    return choice._replace(target=settle_hand(body, side, spot, target, around))


# A hand that stays where it was may turn there by these angles (degrees), at a cost each.
_TURNS = tuple((angle, abs(angle) * 0.01) for angle in (0.0, 15.0, -15.0, 30.0, -30.0, 50.0, -50.0, 75.0, -75.0))


def keep_hand(body: Body, side: str, arm: ArmPlan, before: Body, around: Surroundings) -> SpotChoice:
    """Set an arm whose palm stays where it was on another body, or on the part that it touched there."""
    carried = carried_of(before, side)
    point, normal, fingers, reach, *_, shape = moved_along(carried, before, body)
    assert normal
    assert fingers
    spots = [
        Spot(point, normal, to_world(rotation(normal, angle), fingers), shape, reach, cost, carried.host)
        for angle, cost in _TURNS
    ]
    if side in before.wraps:
        body.wraps[side] = before.wraps[side]
    choice = choose(body, side, arm, spots, around)
    body.hosts[f"{side} hand"] = choice.spot.host
    set_arm_to(body, side, choice.target)
    return choice._replace(target=settle_hand(body, side, choice.spot, choice.target, around))


def eased(body: Body, side: str, choice: SpotChoice, around: Surroundings) -> SpotChoice:
    """The choice, moved out of what the arm lies in; the arm is set to it."""
    spot, target = choice.spot, choice.target
    everything = _all_round(body, side, around, spot.host)
    if not _is_tangled(body, side, around, everything):
        return choice
    target = untangled(body, side, target, everything)
    deep = everything.excess()
    settled = settle_hand(body, side, spot._replace(point=target.point), target, around)
    if deep and everything.excess() < deep:
        target = settled
    set_arm_to(body, side, target)
    return choice._replace(target=target)


def _is_tangled(body: Body, side: str, around: Surroundings, everything: ArmSurroundings) -> bool:
    """Whether an arm seems to lie in something, or its hand surely does."""
    seems = clash(body, side, around, everything.host, 0.0) > _TANGLED
    return seems or everything.hand_excess() > 0


def _all_round(body: Body, side: str, around: Surroundings, host: str) -> ArmSurroundings:
    """What surrounds an arm; of the other arm, what is known to be set."""
    others = tuple(name for name in around.solids if name.startswith(OTHER[side]) and piece(name) in ARM_PIECES)
    return ArmSurroundings(side, around, host, others)


# A hand closes round what is thinner than this, and lies flat on what is flatter: radii in cm, along the fingers.
_GRIPPED = 9.0
_FLATTENS = 25.0


def fitted(body: Body, side: str, spot: Spot, target: ArmTarget) -> ArmTarget:
    """The target with the hand shaped to the roundness that the fingers meet: r / sin^2 across a limb of radius r."""
    if not spot.wrap or target.shape not in ("wrap", "relaxed", "cup"):
        return target
    bone = body.frames[spot.host][1]
    across_bone = length(cross(body.hands[side].direction, bone))
    radius = spot.wrap / max(0.01, across_bone * across_bone)
    if target.shape == "wrap" and radius < _GRIPPED:
        body.wraps[side] = _WRAP_GROWS * radius + _WRAP_MORE
        return target
    return target._replace(shape="relaxed" if radius < _FLATTENS else "flat")


# The fingers of a closed hand bend by 5.2 / (wrap + 1.2) at the knuckles. They lie on a limb of radius r, palm and tips
# both touching, when they bend by 4.57 / (r + 1.73): so this is the wrap that makes them fit.
_WRAP_GROWS, _WRAP_MORE = 1.138, 0.77


# -- free arms --------------------------------------------------------------------------------------------------------

# A free arm that lies in something is moved by so many degrees, up or down and to the sides, until it is clear: so that
# it is in nothing too deep by more than this (cm).
_CLEAR = 0.05
_DODGES = (4.0, 8.0, 12.0, 17.0, 23.0)
_DODGE_WAYS = ((0, 1), (0, -1), (1, 0), (-1, 0), (0.7, 0.7), (0.7, -0.7), (-0.7, 0.7), (-0.7, -0.7))


def set_free_arm(body: Body, side: str, angles: ArmAngles, around: Surroundings) -> None:
    """Set an arm by its angles, moved out of what it would lie in."""
    set_arm(body, side, angles)
    everything = _all_round(body, side, around, "")
    if not _is_tangled(body, side, around, everything):
        return
    best, least = angles, everything.excess()
    start = without_reach(body, side, angles)
    for size, (up, ahead) in product(_DODGES, _DODGE_WAYS):
        if least <= _CLEAR:
            break
        tried = start._replace(lift=start.lift + up * size, plane=start.plane + ahead * size)
        set_arm(body, side, tried)
        deep = everything.excess(least)
        if deep < least - _CLEAR:
            least, best = deep, tried
    set_arm(body, side, best)


def without_reach(body: Body, side: str, angles: ArmAngles) -> ArmAngles:
    """The same arm with lift and plane in place of a direction to reach in."""
    if not angles.reach:
        return angles
    x, y, z = to_local(body.frames["t7"], to_world(body.frames["base"], REACH[angles.reach]))
    lift = degrees(acos(max(-1.0, min(1.0, -y))))
    return angles._replace(reach="", lift=lift, plane=degrees(atan2(z, SIGN[side] * x)))
