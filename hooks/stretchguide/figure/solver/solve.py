"""From a plan in numbers to a solved body: pelvis, spine, legs, rest on the ground, arms, and a lean of the trunk.

Everything is deterministic: the same pose gives the same body to the last bit. Hands that miss their place first move
the shoulder blade (in `limbs`), then bend the spine a little (in `leaning`). What is still wrong afterwards is for
`lints` to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from stretchguide.figure.body.limbs import ArmAngles, set_arm
from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import SIGN, Body, Trunk, press_shoulder, set_spine, tuck_chin
from stretchguide.figure.shapes.gaps import gap
from stretchguide.figure.shapes.geometry import add, to_world
from stretchguide.figure.solver.calves import part_calves
from stretchguide.figure.solver.carrying import Carried
from stretchguide.figure.solver.choosing import SpotChoice
from stretchguide.figure.solver.clearance import Flesh, Surroundings, arm_solids, clash, obstacles
from stretchguide.figure.solver.contacts import eased, keep_hand, set_free_arm, set_hand
from stretchguide.figure.solver.elbows import lean
from stretchguide.figure.solver.grounding import bearing_parts, lowest, lowest_over_seat, pelvis_place
from stretchguide.figure.solver.hand_pairs import join_hands
from stretchguide.figure.solver.leaning import lean_for, leaning
from stretchguide.figure.solver.legs import set_legs
from stretchguide.figure.solver.plan import ArmPlan, BodyPlan, plan_of
from stretchguide.figure.things.seats import SEAT_HIGH
from stretchguide.figure.words.pose import Pose
from stretchguide.format.sides import OTHER, SIDES

# A hand this near its place is there (cm); the trunk leans when the summed squares of the misses are greater.
_THERE = 0.2
_WORTH_LEANING = 0.3
# After a lean other spots may be better, so it is looked for again, at most so often.
_LEANS = 2


Kept = Mapping[str, Body]
"""By side, another body: the hand stays where it is there."""


def solve(pose: Pose, kept: Kept = MappingProxyType({})) -> Body:
    """The body of a pose."""
    return solved(plan_of(pose), kept)


def solved(plan: BodyPlan, kept: Kept = MappingProxyType({})) -> Body:
    """The body of a plan, with hands met as far as shoulder blades and spine allow."""
    body, trunk = _grounded(plan)
    choices = _set_arms(body, plan, kept)
    for _ in range(0 if _lies_still(plan) else _LEANS):
        missed = _missed(body)
        if missed <= _WORTH_LEANING:
            break
        hands = {
            side: Carried(choice.target, choice.spot.host)
            for side, choice in choices.items()
            if body.misses[f"{side} hand"] > _THERE
        }
        lean = lean_for(body, trunk, hands, partial(_set_trunk, plan=plan))
        other = body.copy()
        _set_trunk(other, leaning(trunk, lean), plan)
        choices = _set_arms(other, plan, kept)
        if _missed(other) >= missed:
            break
        body, body.lean = other, lean
    join_hands(body, plan.arms)
    if plan.stance.lain_on and "head" not in body.hosts.values():
        _raise_head(body, plan, leaning(trunk, body.lean), plan.stance.lain_on)
    return body


def _lies_still(plan: BodyPlan) -> bool:
    """Whether the trunk lies on the floor with the head beside it: then it comes up for no hand."""
    return plan.stance.base.lies in ("back", "side")


def _missed(body: Body) -> float:
    return sum(max(0.0, body.misses.get(f"{side} hand", 0.0) - _THERE) ** 2 for side in SIDES)


# -- on the ground ----------------------------------------------------------------------------------------------------

# The pelvis is lowered or lifted at most so often, until it is this near the surface (cm); on a seat, flesh gives way
# by so much.
_ROUNDS = 3
_GROUND_MEETS = 0.15
_SEAT_ROUNDS, _ON_SEAT, _SEAT_GIVES = 3, 0.01, 0.6
# The back of the head, in the frame of the head, and how far its middle is above the floor when it rests (cm).
_BACK_OF_HEAD = (0.0, 7.8, -1.6)
_HEAD_RESTS = 9.6
_HEAD_ROUNDS, _HEAD_NEAR = 4, 0.4
# Degrees of the neck per cm that the head is too high; at most so many at once, and altogether between these.
_NECK_PER_CM, _NECK_STEP = 3.2, 14.0
_NECK_BACK, _NECK_FORWARD = -25.0, 40.0


def _grounded(plan: BodyPlan) -> tuple[Body, Trunk]:
    """A body that stands, sits or lies as the plan has it, its arms hanging; and its trunk."""
    body = Body(furniture=plan.boxes)
    stance = plan.stance
    body.frames["base"] = stance.base_frame
    pelvis = pelvis_place(stance, body.notes)
    trunk = Trunk(pelvis, stance.pelvis_frame, plan.lumbar, plan.thoracic, plan.neck)
    _build(body, plan, trunk)
    bearing = bearing_parts(stance, body)
    if stance.base.has_seat:
        for _ in range(_SEAT_ROUNDS):
            rise = SEAT_HIGH - _SEAT_GIVES - lowest_over_seat(body, bearing)
            if abs(rise) < _ON_SEAT:
                break
            trunk = _moved(body, plan, trunk, rise)
    elif bearing:
        for turn in range(_ROUNDS):
            rise = stance.raised - lowest(body, bearing, stance.room.top())
            if turn and abs(rise) < _GROUND_MEETS:
                break
            trunk = _moved(body, plan, trunk, rise)
        if stance.lower:
            trunk = _moved(body, plan, trunk, -stance.lower)
    part_calves(body, {side for side in SIDES if stance.feet[side].stands})
    if stance.base.lies == "back":
        trunk = _chest_rested(body, plan, trunk)
    return body, _head_rested(body, plan, trunk) if plan.rests_head else trunk


def _build(body: Body, plan: BodyPlan, trunk: Trunk) -> None:
    _set_trunk(body, trunk, plan)
    set_legs(body, plan.stance, trunk.pelvis)
    for side in SIDES:
        set_arm(body, side, ArmAngles())


def _set_trunk(body: Body, trunk: Trunk, plan: BodyPlan) -> None:
    set_spine(body, trunk)
    if plan.chin_tuck:
        tuck_chin(body, plan.chin_tuck, trunk.neck.fold)
    if plan.stance.lain_on:
        press_shoulder(body, plan.stance.lain_on)


def _moved(body: Body, plan: BodyPlan, trunk: Trunk, rise: float) -> Trunk:
    """Lift trunk and arms by so many cm; the legs are set again, since feet may stay where they are."""
    for name, (x, y, z) in body.joints.items():
        body.joints[name] = (x, y + rise, z)
    set_legs(body, plan.stance, body.joints["pelvis"])
    return trunk._replace(pelvis=body.joints["pelvis"])


# The root of the neck is so high when the whole back lies on the floor, and the chest lies when it is so near to that
# (cm).
_NECK_LIES, _NECK_NEAR = 11.4, 0.3
# A chest that hips lift as they turn to a side comes down by a bend of the lower back which the upper back takes back:
# in so many rounds, by so many degrees at most. A bend of one degree has to move it by so much (cm).
_CHEST_ROUNDS, _CHEST_BENDS, _HELPS = 4, 24.0, 0.1


def _chest_rested(body: Body, plan: BodyPlan, trunk: Trunk) -> Trunk:
    """Bend the spine sideways until the chest of a body on its back lies on the floor, beside hips that are turned."""

    def over_floor(bend: float) -> float:
        _set_trunk(body, _swayed(trunk, bend), plan)
        return body.joints["c7"][1] - _NECK_LIES

    bend, high = 0.0, over_floor(0.0)
    for _ in range(_CHEST_ROUNDS):
        slope = over_floor(bend + 1) - high
        if high < _NECK_NEAR or abs(slope) < _HELPS:
            break
        bend = max(-_CHEST_BENDS, min(_CHEST_BENDS, bend - high / slope))
        high = over_floor(bend)
    over_floor(bend)
    return _swayed(trunk, bend)


def _swayed(trunk: Trunk, bend: float) -> Trunk:
    """The trunk with its lower back bent to the side by some degrees more, and its upper back as much to the other."""
    lumbar, thoracic = trunk.lumbar, trunk.thoracic
    return trunk._replace(
        lumbar=lumbar._replace(side=lumbar.side + bend), thoracic=thoracic._replace(side=thoracic.side - bend)
    )


def _head_rested(body: Body, plan: BodyPlan, trunk: Trunk) -> Trunk:
    """Bend the neck until the back of the head lies on the floor, or on what the body lies along."""
    for _ in range(_HEAD_ROUNDS):
        middle = add(body.joints["c1"], to_world(body.frames["head"], _BACK_OF_HEAD))
        high = middle[1] - _HEAD_RESTS - plan.stance.raised
        if abs(high) < _HEAD_NEAR:
            break
        fold = trunk.neck.fold - max(-_NECK_STEP, min(_NECK_STEP, high * _NECK_PER_CM))
        fold = max(_NECK_BACK, min(_NECK_FORWARD, fold))
        trunk = trunk._replace(neck=trunk.neck._replace(fold=fold))
        _set_trunk(body, trunk, plan)
    return trunk


# A head that is deeper in the arm it lies on is raised until it is only so deep in it (cm), by so many degrees per cm.
_SUNK, _PRESSES = 0.9, 0.7
_RAISED_PER_CM = 4.0


def _raise_head(body: Body, plan: BodyPlan, trunk: Trunk, side: str) -> None:
    """Bend the neck to the side until the head lies on the upper arm under it, not in it."""
    arm = part_solid(body, f"{side} upper arm")
    for _ in range(_HEAD_ROUNDS):
        deep = -gap(part_solid(body, "head"), arm, -_PRESSES)
        if deep <= _SUNK:
            break
        aside = trunk.neck.side - SIGN[side] * (deep - _PRESSES) * _RAISED_PER_CM
        trunk = trunk._replace(neck=trunk.neck._replace(side=aside))
        _set_trunk(body, trunk, plan)


# -- arms -------------------------------------------------------------------------------------------------------------


# After both hands are set, the first is set again when it is on the second arm, or lies this deep in it (cm).
_ENTANGLED = 0.6
# A place that costs more than this is a bad one for a hand that only rests, and so is one where its arm is so deep in
# something (cm).
_BAD, _BURIED = 12.0, 1.5


def _set_arms(body: Body, plan: BodyPlan, kept: Kept) -> dict[str, SpotChoice]:
    """Free arms first, then hands on something, hands on the other arm last."""
    arms = dict(zip(SIDES, plan.arms, strict=True))
    first, second = sorted(SIDES, key=lambda side: _turn_of(side, arms[side]))
    flesh = Flesh(body)
    around = Surroundings(plan.stance.room, plan.boxes, obstacles(flesh), flesh)
    choices = _set_one_arm(body, first, arms[first], around, kept)
    choices |= _set_one_arm(body, second, arms[second], _with_arm(around, first), kept)
    if len(choices) == len(SIDES):
        beside = _with_arm(around, second)
        host = choices[first].spot.host
        if host.startswith(second) or clash(body, first, beside, host) > _ENTANGLED:
            choices |= _set_one_arm(body, first, arms[first], beside, kept)
    for side in (first, second):
        if side in choices:
            choices[side] = eased(body, side, choices[side], _with_arm(around, OTHER[side]))
    return choices


def _turn_of(side: str, arm: ArmPlan) -> tuple[object, ...]:
    """When an arm is set; what is to be the same for the mirrored pose must not ask for left or right."""
    contact = arm.contact
    if contact is None:
        return (arm.rank, arm.angles)
    return (arm.rank, contact.side not in ("", side), contact.place, contact.number or 0.0, contact.steps)


def _with_arm(around: Surroundings, side: str) -> Surroundings:
    return around._replace(solids={**around.solids, **arm_solids(around.flesh, side)})


def _set_one_arm(body: Body, side: str, arm: ArmPlan, around: Surroundings, kept: Kept) -> dict[str, SpotChoice]:
    if arm.contact is None:
        if arm.grip:
            body.wraps[side] = arm.grip
        set_free_arm(body, side, arm.angles, around)
        return {}
    if arm.contact.how == "lean":
        lean(body, side, arm.contact, around.room)
        return {}
    if side in kept:
        return {side: keep_hand(body, side, arm, kept[side], around)}
    choice = set_hand(body, side, arm, around)
    if arm.instead and (choice.cost > _BAD or clash(body, side, around, choice.spot.host) > _BURIED):
        choice = set_hand(body, side, arm._replace(contact=arm.instead, instead=None), around)
    return {side: choice}
