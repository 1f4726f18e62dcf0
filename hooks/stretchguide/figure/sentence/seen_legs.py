"""The legs of a solved body as somebody sees them, whatever words have brought them there.

What a leg does that bears on nothing, or bears elsewhere than its words say, is put in its `look`; what it rests on or
is held by stays as the words have it.
"""

from __future__ import annotations

from collections.abc import Callable

from stretchguide.figure.sentence.sight import Sight
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.places import PLACES, STEP
from stretchguide.figure.words.pose import Leg, Pose
from stretchguide.format.sides import OTHER, SIDES

Look = tuple[tuple[str, str], ...]

# Knees that are bent by less than this (degrees) look straight, by more they look bent, and by more than the last a
# shin is folded up to the thigh.
STRAIGHT, BENT, _FOLDED = 25, 45, 100
# A foot that is farther forward, back or to a side than this (cm) is seen to be there.
_STEP, _FAR, _ASIDE = 15, 60, 15


def legs_as_seen(pose: Pose, sight: Sight) -> tuple[Leg, Leg]:
    """The legs as they are seen."""
    base = BASES[pose.base]
    see = _way_of_seeing(base)
    left, right = (see(pose, side, sight) if see else pose.leg(side) for side in SIDES)
    if base.stands:
        left, right = _stride(pose, (left, right), sight)
    return left, right


def _way_of_seeing(base: Base) -> Callable[[Pose, str, Sight], Leg] | None:
    if base.lies:
        return {"back": _on_back, "side": _on_side, "front": _on_front}[base.lies]
    if base.sits_on_floor:
        return _on_floor
    if base.has_seat:
        return _on_seat
    if base.stands:
        return _standing
    return _kneeling if base.knees else None


def bare(leg: Leg, *look: tuple[str, str], point: float | None = None) -> Leg:
    """The leg without the words that bring it where it is, and what is seen of it in their place."""
    return leg._replace(
        raised="", lift=None, swing=0.0, knee=None, point=point, turn=None, stance="", width=None, forward=0.0, out=0.0,
        is_flat=False, flat_distance=None, knee_ways=(), heel_up=None, toes_up=None, look=look,
    )  # fmt: skip


# -- on the feet ------------------------------------------------------------------------------------------------------


def _standing(pose: Pose, side: str, sight: Sight) -> Leg:
    leg = pose.leg(side)
    if leg.support or leg.rest or leg.on_step is not None:
        return leg
    if sight.bearing(side) == "heel" and sight.high(f"{side} ankle") < _HEEL_DOWN:
        return bare(leg, ("heel", "on the floor in front"), ("toes", "up"))
    if stands(pose, side, sight) and sight.bearing(side) != "heel":
        return leg._replace(raised="", lift=None, swing=0.0, knee=None, turn=None, point=None)
    return bare(leg, *_in_the_air(pose, side, sight))


# The ankle of a heel on the floor, its toes up, is so low (cm).
_HEEL_DOWN = 13


def stands(pose: Pose, side: str, sight: Sight) -> bool:
    """Whether a foot bears a body that stands: on its sole, its heel or its toes."""
    leg = pose.leg(side)
    return bool(sight.bearing(side)) or leg.heel_up is not None or leg.is_on_tops


# A thigh that is raised to so many degrees under level is raised; a knee is as high as its hip within so many cm.
_RAISED, _HIP_HIGH = -50, 14
# A heel is over a step within so many cm.
_STEP_LOW, _STEP_HIGH = 14, 40


def _in_the_air(pose: Pose, side: str, sight: Sight) -> Look:
    """What the leg of a standing body does that bears on nothing."""
    bend, ahead = sight.knee(side), sight.ahead(f"{side} ankle", f"{side} hip")
    if bend >= BENT and sight.rise(side, "hip", "knee") > _RAISED:
        aside = " and turned out to the side" if sight.out(side, "knee") > _ASIDE else ""
        high = " to hip height" if abs(sight.over(f"{side} knee", f"{side} hip")) < _HIP_HIGH else ""
        return (("knee", f"raised{high}{aside}"),)
    if bend >= BENT:
        return (("heel", "drawn up behind" if bend >= _FOLDED else "lifted behind"),)
    has_step = any(thing.kind == STEP for thing in pose.things)
    if has_step and ahead > 0 and _STEP_LOW < sight.high(f"{side} ankle") < _STEP_HIGH:
        return (("heel", "on the step"),)
    if sight.is_crossed(side):
        return (("leg", "swung across in front"),)
    out = sight.out(side, "ankle")
    if out > abs(ahead):
        return (("leg", "lifted out to the side"),)
    return (("leg", "lifted in front" if ahead > 0 else "lifted behind"),)


def _stride(pose: Pose, legs: tuple[Leg, Leg], sight: Sight) -> tuple[Leg, Leg]:
    """Legs that stand: which foot is in front, or crossed behind the other one, is said of the one that has moved."""
    if any(leg.on_step or leg.support or leg.rest or leg.look for leg in legs):
        return legs
    moved = max(SIDES, key=lambda side: (abs(pose.leg(side).forward), -pose.leg(side).out))
    ahead = sight.stride if moved == "left" else -sight.stride
    found = {side: _unmoved(leg) for side, leg in zip(SIDES, legs, strict=True)}
    if abs(ahead) >= _STEP:
        where = "in front" if ahead > 0 else "behind"
        if sight.is_crossed(moved):
            where = f"crossed {where}"
        found[moved] = found[moved]._replace(look=(("foot", f"{'far ' if abs(ahead) >= _FAR else ''}{where}"),))
        front = "left" if sight.stride > 0 else "right"
        if sight.knee(front) > BENT and sight.knee(OTHER[front]) < STRAIGHT and not sight.is_crossed(moved):
            found[front] = found[front]._replace(look=(*found[front].look, ("knee", "bent")))
    return found["left"], found["right"]


def _unmoved(leg: Leg) -> Leg:
    return leg._replace(forward=0.0, out=0.0, knee_ways=())


# -- on a seat --------------------------------------------------------------------------------------------------------

# The thigh of a lifted foot is raised so far over level (degrees) when the knee is drawn up; one that hangs beside the
# seat goes down so steeply.
_DRAWN_UP, _BESIDE_SEAT = 8, -60


def _on_seat(pose: Pose, side: str, sight: Sight) -> Leg:
    leg, bearing = pose.leg(side), sight.bearing(side)
    if leg.support or leg.rest:
        return leg._replace(knee_ways=tuple(way for way in leg.knee_ways if way == "out"), forward=0.0)
    if sight.is_crossed(side) and not bearing:
        return bare(leg, ("thigh", f"crossed over the {OTHER[side]} one"), point=leg.point)
    if sight.rise(side, "hip", "knee") < _BESIDE_SEAT:
        return bare(leg, ("knee", "down beside the seat, the foot back"))
    if not bearing:
        look = _off_the_floor(side, sight)
        return bare(leg, *look, point=leg.point if look[0][0] == "foot" else None)
    return _before_seat(leg, side, sight)


# The knee of a leg that is stretched out on its heel is bent by less than this (degrees).
_STRETCHED = 50


def _before_seat(leg: Leg, side: str, sight: Sight) -> Leg:
    """A leg whose foot is on the floor before the seat."""
    if sight.bearing(side) == "heel" and sight.knee(side) < _STRETCHED:
        aside = sight.out(side, "ankle") > _ASIDE * 2
        return bare(leg, ("leg", f"stretched {'out to the side' if aside else 'forward'}, heel down"))
    if leg.toes_up is not None or leg.heel_up is not None:
        up, down = ("toes", "heel") if leg.heel_up is None else ("heel", "toes")
        return bare(leg, (up, "lifted"), (down, "on the floor"))._replace(stance=leg.stance, width=leg.width)
    return _set_on_floor(leg, side, sight, is_crossed=sight.is_crossed(OTHER[side]))


def _is_sideways(sight: Sight) -> bool:
    """Whether a body sits turned to one side of its seat."""
    return abs(sight.ahead("left hip", "right hip")) > _TURNED


# Hips that are turned so far have one so much farther ahead than the other (cm).
_TURNED = 12


def _off_the_floor(side: str, sight: Sight) -> Look:
    if sight.knee(side) < BENT:
        return (("leg", "stretched out in front, off the floor"),)
    if sight.rise(side, "hip", "knee") >= _DRAWN_UP:
        return (("knee", f"drawn up{_across(side, sight)}"),)
    return (("foot", "lifted off the floor"),)


def _across(side: str, sight: Sight) -> str:
    """Where a knee is that is past the middle of the body."""
    return f" and across to the {OTHER[side]}" if sight.out(side, "knee", "pelvis") < _MIDDLE else ""


# A knee so far out from the middle (cm), or less, is across.
_MIDDLE = 3


def _set_on_floor(leg: Leg, side: str, sight: Sight, *, is_crossed: bool) -> Leg:
    """A foot on the floor before a seat; under a crossed leg it only makes room."""
    if is_crossed:
        return bare(leg)
    if _is_sideways(sight):
        return bare(leg)
    if leg.raised:
        wide = sight.out(side, "ankle") > _ASIDE
        return bare(leg)._replace(stance="wide" if wide else leg.stance)
    ways = tuple(way for way in leg.knee_ways if way != "forward")
    return leg._replace(forward=leg.forward if abs(leg.forward) >= 10 else 0.0, out=0.0, knee_ways=ways)


# -- on the floor -----------------------------------------------------------------------------------------------------

# Knees that have tipped over by so much (cm) are seen to have.
_TIPPED = 12
# A leg that is bent by less than this (degrees) is stretched out on the floor of who sits there.
_LONG = 45
THE_STRAIGHT = "the straight"
_LEG_BACK, _SHIN_AHEAD, _SHIN_BACK = "out behind", "in front", "behind"


def _tipped(side: str, sight: Sight) -> int:
    """How far a knee over a foot that stands has tipped to the left (cm), to the right < 0."""
    knee, ankle, hip = (sight.at(f"{side} {part}")[0] for part in ("knee", "ankle", "hip"))
    return knee - round((ankle + hip) / 2)


def _on_floor(pose: Pose, side: str, sight: Sight) -> Leg:
    leg = pose.leg(side)
    bearing, bend = sight.bearing(side), sight.knee(side)
    if leg.raised and bearing.startswith("lying"):
        is_wide = all(_is_out(pose.leg(each), each, sight) for each in SIDES)
        return bare(leg, ("leg", "wide apart"), point=leg.point) if is_wide else _lying(leg, bearing, bend)
    if not leg.is_flat:
        return leg
    other = OTHER[side]
    if sight.is_crossed(side) and sight.out(side, "ankle", f"{other} knee") < 0:
        return bare(leg, ("foot", f"crossed over {THE_STRAIGHT} {other} leg"))
    tips = [_tipped(each, sight) for each in SIDES]
    if pose.leg(other).is_flat and min(map(abs, tips)) >= _TIPPED and tips[0] * tips[1] > 0:
        return leg._replace(is_flat=False, flat_distance=None, knee_ways=(), look=(("knee", _lowered(tips[0])),))
    return leg._replace(out=0.0, is_flat=False, flat_distance=None, knee_ways=("up",))


def _is_out(leg: Leg, side: str, sight: Sight) -> bool:
    """Whether a straight leg of who sits on the floor lies out to its side."""
    return leg.raised in ("front-out", "side") and sight.knee(side) < STRAIGHT


def _lying(leg: Leg, bearing: str, bend: int) -> Leg:
    """A leg that lies on the floor of who sits there."""
    if bend >= _LONG:
        return bare(leg, ("shin", _SHIN_BACK if bearing == "lying back" else _SHIN_AHEAD))
    if leg.raised == "back":
        return bare(leg, ("leg", _LEG_BACK), *((("knee", "bent"),) if bend > STRAIGHT else ()))
    if leg.raised == "front":
        return bare(leg, point=leg.point)
    return bare(leg, ("leg", "out to the side"), point=leg.point)


def _lowered(tips: int) -> str:
    return f"lowered to the {'left' if tips > 0 else 'right'}"


# The thigh of who lies on the back points at the ceiling from so many degrees to so many; beyond, at the chest. Below
# the first it lies.
_LIES, _HALFWAY, _UPRIGHT, _AT_CHEST = 6, 30, 70, 104
# A foot so far under the floor (cm) hangs from a bed; feet so far out from the hips (cm) are apart.
_HANGS, _APART = -8, 5


def _on_back(pose: Pose, side: str, sight: Sight) -> Leg:
    leg = pose.leg(side)
    if leg.support or leg.rest:
        is_free = leg.support is not None and not PLACES[leg.support.place].chair
        return leg._replace(knee_ways=() if is_free else leg.knee_ways)
    if leg.is_flat and leg.soles_together is None:
        return _over_a_flat_foot(pose, side, sight)
    if sight.high(f"{side} ankle") < _HANGS:
        return bare(leg, ("leg", "hanging over the edge" if _has_edge(pose) else "hanging off the end"))
    return _raised(leg, side, sight) if leg.raised else leg._replace(turn=None)


def _over_a_flat_foot(pose: Pose, side: str, sight: Sight) -> Leg:
    """The leg of a foot that stands: how far it is from the other one, and where its knee has gone."""
    leg = pose.leg(side)._replace(out=0.0)
    if sight.out(side, "ankle") > _APART and not leg.stance:
        leg = leg._replace(stance="apart")
    if abs(_tipped(side, sight)) < _TIPPED:
        return leg
    return leg._replace(knee_ways=(), look=(("knee", _rolled(pose, side, sight)),))


def _raised(leg: Leg, side: str, sight: Sight) -> Leg:
    is_straight = sight.knee(side) < STRAIGHT
    if leg.raised in ("side", "across") and is_straight and not leg.swing:
        to = "left" if sight.at(f"{side} ankle")[0] > sight.at(f"{side} hip")[0] else "right"
        return bare(leg, ("leg", f"to the {to}"))
    if is_straight and sight.thigh_of_lying(side) < _LIES:
        return bare(leg, point=leg.point)
    low = sight.thigh_of_lying(side) < _HALFWAY
    return bare(leg, *_raised_lying(side, sight), point=leg.point if low else None)


def _has_edge(pose: Pose) -> bool:
    return any(thing.place.endswith("edge") for thing in pose.things)


def _rolled(pose: Pose, side: str, sight: Sight) -> str:
    """How a knee is over a foot that stands: rolled with the other one, or sunk in or out by itself."""
    tips = _tipped(side, sight)
    to = "left" if tips > 0 else "right"
    other = _tipped(OTHER[side], sight) if pose.leg(OTHER[side]).is_flat else 0
    return f"rolled to the {to}" if other * tips > 0 and abs(other) >= _TIPPED else f"sunk to the {to}"


def _raised_lying(side: str, sight: Sight) -> Look:
    up, bend = sight.thigh_of_lying(side), sight.knee(side)
    if bend < BENT:
        over = f" and across to the {OTHER[side]}" if sight.out(side, "ankle") < -_ASIDE else ""
        high = "straight up" if up >= _UPRIGHT else "raised halfway" if up >= _HALFWAY else "raised a little"
        return (("leg", f"{high}{over}"), *((("knee", "soft"),) if bend >= STRAIGHT else ()))
    across = _across(side, sight)
    if sight.out(side, "knee") < -_ASIDE * 2:
        return (("knee", f"bent{across}"),)
    wide = " and out to the side" if sight.out(side, "knee") > _ASIDE else ""
    if up >= _AT_CHEST:
        return (("knee", f"drawn to the chest{wide or across}"),)
    if up >= _UPRIGHT:
        return (("knee", f"lifted, pointing up{wide or across}"),)
    return (("leg", f"raised {'halfway' if up >= _HALFWAY else 'a little'}"), ("knee", "bent"))


def _on_side(pose: Pose, side: str, sight: Sight) -> Leg:
    leg, bend = pose.leg(side), sight.knee(side)
    if not leg.is_free:
        return leg
    if bend >= _FOLDED + 15:
        return bare(leg, ("heel", "drawn up behind"))
    return bare(leg, ("knee", "bent in front") if bend >= BENT else ("leg", "straight"))


def _on_front(pose: Pose, side: str, sight: Sight) -> Leg:
    leg, bend = pose.leg(side), sight.knee(side)
    if bend < BENT or not leg.is_free:
        return leg
    if sight.is_crossed(side):
        return bare(leg, ("foot", f"behind the {OTHER[side]} leg"))
    return bare(leg, ("knee", "well bent" if bend > _FOLDED + 15 else "bent"))


# -- on the knees -----------------------------------------------------------------------------------------------------


def _kneeling(pose: Pose, side: str, sight: Sight) -> Leg:
    leg, base = pose.leg(side), BASES[pose.base]
    if leg.support:
        return leg._replace(support=leg.support._replace(touches="shin")) if leg.support.touches == "sole" else leg
    if base.standing_feet and pose.side == side:
        return _unmoved(leg)
    if leg.is_flat and sight.out(side, "ankle") > _FAR / 2:
        return bare(leg, ("leg", "straight out to the side, foot flat"))
    return leg
