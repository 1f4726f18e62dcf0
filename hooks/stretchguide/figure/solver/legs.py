"""The legs of a pose: standing, kneeling, resting on the other leg, held by angles, or as the base has them.

Where the pelvis is has been found by `grounding`; here hips become knees, ankles and feet. A foot that lies on the
other leg comes second.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, degrees, radians, sin, sqrt

from stretchguide.figure.body.limbs import LegTarget, place_leg, set_leg, set_leg_to, turn_foot
from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import ANKLE_HEIGHT, INSTEP_BEND, INSTEP_HEIGHT, LEG, SHANK, SIGN, THIGH, Body
from stretchguide.figure.body.two_bones import bone_frame
from stretchguide.figure.floor.footing import Footing
from stretchguide.figure.floor.spots import Spot
from stretchguide.figure.shapes.gaps import gap
from stretchguide.figure.shapes.geometry import (
    BACK,
    FORWARD,
    UP,
    Vector,
    across,
    along,
    combined,
    cross,
    distance,
    length,
    rotation_x,
    rotation_z,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.solver.limb_places import foot_spots
from stretchguide.figure.solver.stance import Stance, resting_leg
from stretchguide.figure.solver.supports import set_on_thing
from stretchguide.figure.words.places import GROUND, PLACES
from stretchguide.format.sides import OTHER, SIDES

# From the ankle of a foot to the joint of its toes, ahead and down (cm): about it the heel comes up.
_BALL_AHEAD, _BALL_BELOW = 13.8, 4.9
# From the ankle to the middle of the round heel, behind and down (cm): on it the foot rolls when the toes come up.
_HEEL_BEHIND, _HEEL_BELOW = 2.6, 4.1

# Of a foot on the tops of its toes: the joint of the toes is so high (cm); how steep it is, at least and at most, and
# before the shank is known (degrees).
_TOPS_HIGH = 1.2
_STEEP, _STEEP_USUAL, _STEEP_ROUNDS = (40.0, 88.0), 65.0, 3

# A foot on the other leg: the shortest distance from hip to ankle without pain, how straight a leg may get.
_TIGHTEST_LEG = 24.0
_STRAIGHTEST_LEG = 0.995
# On its toes, or with the top of the foot on the floor: the ankle's height (cm) and the foot's bend against the shank.
_KNEELING_ANKLE = {True: (17.0, 0.0), False: (INSTEP_HEIGHT, INSTEP_BEND)}
# A knee that is so near below the hip (cm) is straight below it.
_NO_WAY = 1e-6
# The shanks of kneeling legs come together towards the feet.
_SHANKS_TOGETHER = 0.82


def ankle_of(foot: Footing) -> Vector:
    """Where the ankle of a standing foot is, in cm: ball or heel stay where they are when the other one comes up."""
    if foot.toes:
        return _ankle_over_heel(foot)
    up, level = sin(radians(foot.heel)), 1 - cos(radians(foot.heel))
    rise, forward = _BALL_AHEAD * up - _BALL_BELOW * level, _BALL_AHEAD * level + _BALL_BELOW * up
    return (foot.x, ANKLE_HEIGHT + foot.height + rise, foot.z + forward)


def _ankle_over_heel(foot: Footing) -> Vector:
    up, level = sin(radians(foot.toes)), 1 - cos(radians(foot.toes))
    rise, back = _HEEL_BEHIND * up - _HEEL_BELOW * level, _HEEL_BEHIND * level + _HEEL_BELOW * up
    return (foot.x, ANKLE_HEIGHT + foot.height + rise, foot.z - back)


def set_legs(body: Body, stance: Stance, pelvis: Vector) -> None:
    """Set both legs of a body whose spine is set."""
    for side in sorted(SIDES, key=lambda side: stance.feet[side].rests_on is not None):
        _set_one(body, stance, side, pelvis)


def _set_one(body: Body, stance: Stance, side: str, pelvis: Vector) -> None:
    _set_leg(body, stance, side, pelvis)
    foot = stance.feet[side]
    if foot.sole:
        body.frames[f"{side} foot"] = combined(body.frames[f"{side} foot"], rotation_z(-SIGN[side] * foot.sole))
    if foot.bent_toes:
        body.toes[side] = foot.bent_toes


def _set_leg(body: Body, stance: Stance, side: str, pelvis: Vector) -> None:
    foot, angles = stance.feet[side], stance.legs[side]
    pole = _pole(body, stance, side)
    if foot.rests_on is not None:
        _rest_on_other(body, stance, side, pole)
    elif foot.support is not None and side in stance.knees and PLACES[foot.support.place].has_height:
        _kneel_against(body, side, stance.knees[side], stance.room.under_foot(foot.support.place))
        body.hosts[f"{side} foot"] = foot.support.place
    elif foot.support is not None:
        set_on_thing(body, side, foot, stance.room, pole)
    elif side in stance.knees and angles is None and not foot.stands:
        _kneel(body, side, stance.knees[side], foot)
    elif angles is not None and stance.has_free_leg[side]:
        set_leg(body, side, stance.sloped(angles))
    elif foot.soles is not None:
        _soles_together(body, side, pelvis[2] + foot.soles, pole)
    elif stance.base.is_crossed:
        _cross(body, side, pelvis[2], is_in_front=side == stance.side)
    elif foot.stands or stance.base.standing_feet:
        _stand(body, stance, side, pelvis, pole)
    else:
        angles = stance.sloped(angles or resting_leg(stance.base))
        set_leg(body, side, angles if foot.point is None else angles._replace(point=foot.point))


def _pole(body: Body, stance: Stance, side: str) -> Vector | None:
    """Where the knee should go, if the words say so: in the frame of the base when standing, else in the world."""
    pole = stance.poles[side]
    if pole is None:
        return None
    x, y, z = pole
    mirrored = (x * SIGN[side], y, z)
    return to_world(body.frames["base"], mirrored) if stance.base.standing_feet == len(SIDES) else mirrored


def _rest_on_other(body: Body, stance: Stance, side: str, pole: Vector | None) -> None:
    foot = stance.feet[side]
    assert foot.rests_on is not None
    hip = body.joints[f"{side} hip"]

    def missed(spot: Spot) -> float:
        away = distance(spot.point, hip)
        return max(0.0, away - LEG * _STRAIGHTEST_LEG, _TIGHTEST_LEG - away)

    spot = min(foot_spots(body, side, *foot.rests_on), key=lambda spot: missed(spot) ** 2 + spot.cost)
    body.misses[f"{side} foot"] = missed(spot)
    body.hosts[f"{side} foot"] = spot.host
    pole = pole or to_world(body.frames["base"], (SIGN[side], 0.3, 0.6))
    target = LegTarget(spot.point, pole, point=12 if foot.point is None else foot.point)
    set_leg_to(body, side, target)
    _settle_on_other(body, side, spot, target)


# A resting leg is moved along the normal at most so often, until foot and shin are this near the other leg (cm); they
# press a little.
_NUDGES, _REST_MEETS, _PRESS = 3, 0.3, 0.5


def _settle_on_other(body: Body, side: str, spot: Spot, target: LegTarget) -> None:
    other = [part_solid(body, f"{OTHER[side]} {name}") for name in ("thigh", "shank")]
    point = spot.point
    for _ in range(_NUDGES):
        resting = [part_solid(body, f"{side} {name}") for name in ("foot", "shank")]
        away = _PRESS + min(gap(mine, one) for mine in resting for one in other)
        if abs(away) < _REST_MEETS:
            break
        point = along(point, spot.normal or UP, -away)
        set_leg_to(body, side, target._replace(ankle=point))


def _kneel(body: Body, side: str, place: Vector, foot: Footing) -> None:
    height, bend = _KNEELING_ANKLE[foot.is_tucked]
    hip = body.joints[f"{side} hip"]
    knee = _on_the_floor(hip, place)
    thigh = unit(subtract(knee, hip))
    x = foot.x if foot.is_measured else knee[0] * _SHANKS_TOGETHER
    shank = unit(subtract((x, height, knee[2] - SHANK), knee))
    ankle = along(knee, shank, SHANK)
    frames = bone_frame(thigh, (0, 0.3, 1)), bone_frame(shank, (0, -1, 0))
    place_leg(body, side, (knee, ankle), frames)
    turn_foot(body, side, combined(frames[1], rotation_x(bend)))


def _kneel_against(body: Body, side: str, place: Vector, boxes: Sequence[Box]) -> None:
    """The knee on the floor, the shin up to what stands behind, the top of the foot against it."""
    hip = body.joints[f"{side} hip"]
    knee = _on_the_floor(hip, place)
    behind = knee[2] - INSTEP_HEIGHT - max(box.high[2] for box in boxes)
    away = max(-SHANK, min(SHANK, behind))
    body.misses[f"{side} foot"] = abs(behind - away)
    shank = unit((0.0, sqrt(SHANK * SHANK - away * away), -away))
    frames = bone_frame(unit(subtract(knee, hip)), (0, 0.3, 1)), bone_frame(shank, (0.0, -1.0, -1.0))
    place_leg(body, side, (knee, along(knee, shank, SHANK)), frames)
    turn_foot(body, side, combined(bone_frame(UP, BACK), rotation_x(INSTEP_BEND)))


def _on_the_floor(hip: Vector, place: Vector) -> Vector:
    """The knee nearest to a place, as high as it, to which the thigh reaches: hips can be lifted or lowered."""
    fall = max(-THIGH, min(THIGH, hip[1] - place[1]))
    below, way = (hip[0], hip[1] - fall, hip[2]), across(subtract(place, hip), UP)
    return along(below, unit(way), sqrt(THIGH * THIGH - fall * fall)) if length(way) > _NO_WAY else below


def _soles_together(body: Body, side: str, ahead: float, pole: Vector | None) -> None:
    sign = SIGN[side]
    target = LegTarget((sign * 7.5, 6.6, ahead), pole or (sign, 0.16, 0.3), point=34)
    set_leg_to(body, side, target)
    toes = unit((-0.12 * sign, -0.12, 1))
    normal: Vector = (sign * 0.97, 0.2, 0)
    inward = unit(cross(normal, toes))
    turn_foot(body, side, (inward, normal, unit(cross(inward, normal))))


def _cross(body: Body, side: str, pelvis_ahead: float, is_in_front: bool) -> None:
    sign = SIGN[side]
    height, ahead = (7.0, 39) if is_in_front else (8.6, 25)  # so far apart that the shins just meet
    set_leg_to(body, side, LegTarget((-sign * 10.5, height, pelvis_ahead + ahead), (sign, 0.36, 0.1), point=38))


def _stand(body: Body, stance: Stance, side: str, pelvis: Vector, pole: Vector | None) -> None:
    """Set a leg whose foot is on floor or step."""
    target = _standing(body, stance, side, pelvis, pole)
    if stance.feet[side].toes and not stance.feet[side].height:
        body.hosts[f"{side} foot"] = GROUND
    if stance.feet[side].is_on_tops:
        _stand_on_tops(body, side, target)
    else:
        set_leg_to(body, side, target)


def _stand_on_tops(body: Body, side: str, target: LegTarget) -> None:
    """On the tops of the toes: the foot is as steep as the bend of the ankle and the lean of the shank have it."""
    body.on_tops.add(side)
    steep, (x, _, z) = _STEEP_USUAL, target.ankle
    for _ in range(_STEEP_ROUNDS):
        down, ahead = sin(radians(steep)), cos(radians(steep))
        high = _TOPS_HIGH + _BALL_AHEAD * down - _BALL_BELOW * ahead
        top = (0.0, -ahead, down)
        set_leg_to(body, side, target._replace(ankle=(x, high, z), sole=top, toes=(0.0, -down, -ahead)))
        lean = degrees(asin(body.frames[f"{side} shank"][1][1]))
        steep = max(_STEEP[0], min(_STEEP[1], lean + 90 - INSTEP_BEND))


def _standing(body: Body, stance: Stance, side: str, pelvis: Vector, pole: Vector | None) -> LegTarget:
    foot = stance.feet[side]
    x, y, z = ankle_of(foot)
    if not stance.base.standing_feet:  # planted beside a body that lies, sits or kneels, it stays when the hips shift
        left, _, ahead = subtract(pelvis, stance.shift)
        x, z = left + x, ahead + (-z if stance.base.lies == "front" else z)
    ankle = (x, y, z)
    tilt = radians(foot.heel - foot.toes)
    sole = (0.0, cos(tilt), sin(tilt)) if tilt else UP
    body.misses[f"{side} foot"] = max(0.0, distance(ankle, body.joints[f"{side} hip"]) - LEG * 0.999)
    usual = (SIGN[side] * 0.12, 0.0, 1.0) if stance.base.stands else (SIGN[side] * 0.1, 0.6, 1.0)
    forward = FORWARD if stance.base.is_foot_ahead else None
    return LegTarget(ankle, pole or usual, sole, forward, foot_out=foot.out)
