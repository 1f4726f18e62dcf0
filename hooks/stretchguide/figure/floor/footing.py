"""Where the feet of a pose are, in numbers: on floor or step, on the other leg, or on a thing beside the body."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.body.skeleton import SIGN, BentToes
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.places import PLACES
from stretchguide.figure.words.pose import Leg, Pose, Support
from stretchguide.figure.words.things import THINGS
from stretchguide.format.sides import SIDES


class Footing(NamedTuple):
    """Where a foot is and what it does, in cm and degrees."""

    x: float = 0.0
    z: float = 0.0
    out: float = 5.0
    """How far the toes are turned out."""
    heel: float = 0.0
    """How far the heel is lifted, in degrees of the sole."""
    toes: float = 0.0
    """How far the ball of the foot is lifted, in degrees of the sole: then it stands on its heel."""
    is_on_tops: bool = False
    """Whether the tops of its toes are on the floor."""
    height: float = 0.0
    """Of what it stands on, above the floor."""
    stands: bool = False
    point: float | None = None
    soles: float | None = None
    """The soles face each other, so far ahead of the pelvis."""
    rests_on: tuple[str, float, bool] | None = None
    """On the other leg: the segment, where along it (0 to 1), and whether against its inner side."""
    support: Support | None = None
    """What stands beside the body and bears the foot or the shin."""
    is_tucked: bool = False
    """Whether the toes of a kneeling leg are tucked under."""
    is_measured: bool = False
    """Whether the words say in cm how far apart the feet are: then those of kneeling legs are, too."""
    sole: float = 0.0
    """How far the sole is turned to face in, in degrees."""
    bent_toes: BentToes | None = None
    """How toes are held that are not simply flat."""


# -- from a pose ------------------------------------------------------------------------------------------------------

# How far toes are turned out (degrees), and how far feet are to the side in a stance that has a name (cm).
_TOES_OUT, _TOES_OUT_STANDING, _TOES_OUT_TOGETHER = 5.0, 8.0, 2.0
_WIDTHS = {"hip-wide": 8.8, "shoulder-wide": 17.0, "together": 5.0}
# Feet flat on the floor beside a body that lies are so far from the pelvis, in cm.
_FLAT_AHEAD = 44.0
# A foot on a step goes so far ahead of one on the floor (cm), that the toes of that one are free.
_AHEAD_OF_OTHER = 31.0


def footings_of(pose: Pose) -> dict[str, Footing]:
    """Both feet of a pose, by side."""
    return {side: _footing(pose, side, leg) for side, leg in zip(SIDES, pose.legs, strict=True)}


def _footing(pose: Pose, side: str, leg: Leg) -> Footing:
    base, rest = BASES[pose.base], leg.rest
    x = leg.width / 2 if leg.width is not None else _WIDTHS.get(leg.stance, base.feet[0])
    return Footing(
        x=SIGN[side] * (x + leg.out),
        z=_ahead(pose, leg) + leg.forward,
        out=_toes_out(base, leg),
        heel=leg.heel_up or 0.0,
        toes=leg.toes_up or 0.0,
        is_on_tops=leg.is_on_tops,
        height=leg.on_step or _on_thing(pose, side, leg),
        stands=_stands(base, leg),
        point=leg.point,
        soles=leg.soles_together,
        rests_on=rest and (PLACES[rest.place].segment, rest.percent / 100, rest.is_inside),
        support=leg.support,
        is_tucked=leg.is_tucked,
        is_measured=leg.width is not None,
        sole=leg.sole or 0.0,
        bent_toes=BentToes(leg.toes, leg.toes_back or 0.0) if leg.toes or leg.toes_back else None,
    )


def _stands(base: Base, leg: Leg) -> bool:
    return base.standing_feet == len(SIDES) or leg.is_flat or leg.on_step is not None


def _ahead(pose: Pose, leg: Leg) -> float:
    """Where a foot is without the steps that the words have it make."""
    base = BASES[pose.base]
    z = base.feet[1]
    if leg.is_flat or (leg.on_step is not None and not base.stands):
        return leg.flat_distance if leg.flat_distance is not None else z or _FLAT_AHEAD
    is_alone = sum(each.on_step is not None for each in pose.legs) == 1
    return _AHEAD_OF_OTHER if is_alone and leg.on_step is not None else z


def _toes_out(base: Base, leg: Leg) -> float:
    if leg.toes_out is not None:
        return leg.toes_out
    if leg.stance == "together":
        return _TOES_OUT_TOGETHER
    return _TOES_OUT_STANDING if base.stands else _TOES_OUT


def _on_thing(pose: Pose, side: str, leg: Leg) -> float:
    """The height of the ball under a foot that stands."""
    under = [each for each in pose.things if THINGS[each.kind].is_stood_on and each.place == f"{side} foot"]
    if not under or leg.is_free or not _stands(BASES[pose.base], leg):
        return 0.0
    return under[0].number or THINGS[under[0].kind].size
