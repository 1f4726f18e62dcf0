"""The clauses of the alternative text about legs and feet; sides that do the same are said together."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stretchguide.figure.sentence.seen_legs import THE_STRAIGHT
from stretchguide.figure.sentence.words import TOE_SHAPES, SaidPart, Wording, clause, number, size, swung, turned
from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.places import PLACES
from stretchguide.figure.words.pose import Leg, Support
from stretchguide.format.sides import OTHER


def leg_clauses(legs: tuple[Leg, Leg], base: Base, say: Wording) -> list[str]:
    """The legs that do not rest as the base has them, the right one first."""
    left, right = map(_along_seat, legs) if base.lies else legs
    if say.is_brief:
        left, right = _at_ease(left, base), _at_ease(right, base)
    if base.sits_on_floor and not say.is_exact and _is_aside(left) and _is_aside(right):
        left, right = (leg._replace(raised="", lift=None, stance=_ASIDE) for leg in (left, right))
    if base.said_of_legs and Leg() in (left, right):
        return _resting(left, right, base.said_of_legs, say)
    if _relative_leg(left) == _relative_leg(right):
        return [text for text in [clause("", _leg(left, "other", say))] if text]
    shared, (left, right) = _shared(left, right)
    if not say.is_exact:  # a single foot under its hip is where it is anyway
        left, right = _where_it_is(left), _where_it_is(right)
    does = {side: list(_leg(leg, OTHER[side], say)) for side, leg in (("right", right), ("left", left))}
    if say.is_brief and does["right"] == does["left"]:
        does = {"": does["right"]}
    found = [clause(side, parts) for side, parts in does.items()]
    return [text for text in [clause("", _leg(shared, "", say)), *found] if text]


# The legs of who sits on the floor lie on it when they are raised to the sides by so many degrees.
_ON_FLOOR = (75.0, 95.0)
_ASIDE = "wide apart"
LEG_OUT, LEG_ACROSS = "out to the side", "across to the other side"
_OF_LEG = (_ASIDE, LEG_OUT, LEG_ACROSS)
"""How a leg lies on the floor, whatever words have brought it there: of the leg that is said, not of its foot."""


def _is_aside(leg: Leg) -> bool:
    """Whether the straight leg of who sits on the floor lies on it, away from the other one."""
    is_on_floor = leg.lift is not None and _ON_FLOOR[0] <= leg.lift <= _ON_FLOOR[1]
    return is_on_floor and leg.raised in ("front-out", "side") and leg.knee is None


def _along_seat(leg: Leg) -> Leg:
    """Of who lies: with a heel on a seat and the knee up, all of the lower leg rests there."""
    support = leg.support
    if support is None or support.touches != "heel" or not PLACES[support.place].chair or "up" not in leg.knee_ways:
        return leg
    return leg._replace(support=support._replace(touches="calf"))


def _at_ease(leg: Leg, base: Base) -> Leg:
    """The leg without what anybody does: stand with feet under the hips, or have the knee up over a flat foot."""
    if base.stands:
        leg = _where_it_is(leg)
    return leg._replace(knee_ways=()) if leg.is_flat else leg


def _where_it_is(leg: Leg) -> Leg:
    """The leg without saying that the foot is under its hip."""
    return leg._replace(stance="") if leg.stance == "hip-wide" else leg


def _relative_leg(leg: Leg) -> Leg:
    return leg._replace(rest=leg.rest._replace(side="other")) if leg.rest else leg


def _resting(left: Leg, right: Leg, resting: str, say: Wording) -> list[str]:
    """One or both legs at the base's rest, where that is told of."""
    if left == right:
        return [f"legs {resting}"]
    is_crossed = any(THE_STRAIGHT in does for leg in (left, right) for _, does in leg.look)
    found = [(side, leg) for side, leg in (("right", right), ("left", left)) if leg != Leg() or not is_crossed]
    return [clause(side, _leg(leg, OTHER[side], say)) or f"{side} leg {resting}" for side, leg in found]


def _stance(leg: Leg) -> Leg:
    """Of a leg, what both feet can have in common."""
    return Leg(stance=leg.stance, width=leg.width, is_flat=leg.is_flat, flat_distance=leg.flat_distance)


def _shared(left: Leg, right: Leg) -> tuple[Leg, tuple[Leg, Leg]]:
    """What both legs have in common of a stance, and each leg without it."""
    shared = Leg()
    if _stance(left) == _stance(right):
        shared = _stance(left)
        left, right = (leg._replace(stance="", width=None, is_flat=False, flat_distance=None) for leg in (left, right))
    if left.knees_wide == right.knees_wide:
        shared = shared._replace(knees_wide=left.knees_wide)
        left, right = (leg._replace(knees_wide=None) for leg in (left, right))
    return shared, (left, right)


def _leg(leg: Leg, other: str, say: Wording) -> Iterator[SaidPart]:
    """What a leg does; `other` is the side of the other one."""
    yield from (SaidPart(*part) for part in leg.look)
    if leg.rest:
        inner = "the inner side of " if leg.rest.is_inside else ""
        on = "against" if inner and say.is_brief else f"on {inner}".rstrip()
        is_usual = leg.rest.percent == PLACES[leg.rest.place].percent
        far = "" if is_usual else say.detail(f"{number(leg.rest.percent)} percent down")
        noun = "ankle" if say.is_brief and not inner else "foot"
        yield SaidPart(noun, f"{on} the {other} {leg.rest.place}{far}")
    if leg.support:
        yield _supported(leg.support, leg.knee_ways, say)
    if leg.raised and leg.lift is not None and (abs(leg.lift) > _IN_LINE or not say.is_brief):
        yield SaidPart("leg", f"{say.raised(leg.raised, leg.lift, is_arm=False)}{swung(leg, say)}")
    if leg.turn is not None and say.matters(leg.turn):
        yield SaidPart("leg", turned(leg.turn, say))
    yield from _planted(leg, say)
    if leg.knee is not None:
        yield SaidPart("knee", say.joint(leg.knee))
    if leg.knee_ways:
        yield SaidPart("knee", " and ".join(leg.knee_ways))
    if leg.knees_wide is not None:
        yield SaidPart("knee", f"set{say.length(leg.knees_wide)} apart")
    yield from _toes(leg, say)


# A leg that is raised by up to so many degrees is in line with the body.
_IN_LINE = 10.0
# Toes that are turned by up to so many degrees only follow the body.
_TOES = 35.0
# A heel over an edge that is down by up to so many degrees is level.
_LEVEL = 8.0
# Up to this height (cm), a foot is low on a wall.
_LOW_ON_WALL = 60.0


def _supported(support: Support, knee_ways: Collection[str], say: Wording) -> SaidPart:
    """A foot or a shin on a thing; across it lies a shin whose knee goes out."""
    noun = "foot" if support.touches == "sole" else support.touches
    how, thing = PLACES[support.place].foot_how, say.place(support.place)
    if noun == "shin" and "out" in knee_ways:
        how = "across"
    if support.number is None:
        return SaidPart(noun, f"{how} the {thing}")
    low = "" if support.number > _LOW_ON_WALL else "low "
    return SaidPart(noun, f"{low}{how} the {thing}{say.detail(f'{number(support.number)} cm up')}")


def _planted(leg: Leg, say: Wording) -> Iterator[SaidPart]:
    """Where a foot stands."""
    if leg.stance in _OF_LEG:
        yield SaidPart("leg", leg.stance)
    elif leg.stance:
        yield SaidPart("foot", leg.stance if leg.width is None else f"wide{say.length(leg.width)} apart")
    if leg.is_flat:
        far = "" if leg.flat_distance is None else say.detail(f"{number(leg.flat_distance)} cm from the hips")
        yield SaidPart("foot", f"flat on the {say.ground}{far}")
    if leg.forward:
        yield SaidPart("foot", f"{'forward' if leg.forward > 0 else 'back'}{say.length(leg.forward)}")
    if leg.out:
        yield SaidPart("foot", f"{'out' if leg.out > 0 else 'in'}{say.length(leg.out)}")
    if leg.on_step is not None:
        yield SaidPart("foot", f"on a step{say.length(leg.on_step, ' high')}")
    if leg.soles_together is not None:
        yield SaidPart("sole", f"together{say.length(leg.soles_together, ' from the hips')}")


def _toes(leg: Leg, say: Wording) -> Iterator[SaidPart]:
    if leg.is_on_tops:
        yield SaidPart("foot", "on the tops of its toes")
    if leg.heel_up is not None:
        is_level = say.is_brief and -_LEVEL <= leg.heel_up < 0
        way = "up" if leg.heel_up >= 0 else "over the edge" if is_level else "down over the edge"
        yield SaidPart("heel", f"{way}{say.detail(size(leg.heel_up))}")
    if leg.toes_up is not None:
        yield SaidPart("foot", f"on its heel{say.detail(f'toes up{size(leg.toes_up)}')}")
    if leg.toes_out is not None and (abs(leg.toes_out) > _TOES or not say.is_brief):
        yield SaidPart("toes", turned(-leg.toes_out, say) if leg.toes_out else "straight ahead")
    if leg.point is not None and (leg.knee is None or not say.is_brief):
        word = "pulled back" if leg.point < 0 else "pointed"
        yield SaidPart("toes", f"{word}{say.turned(leg.point)}" if leg.point else "square to the shin")
    if leg.is_tucked:
        yield SaidPart("toes", "tucked under")
    if leg.sole:
        yield SaidPart("sole", f"turned {'in' if leg.sole > 0 else 'out'}{say.turned(leg.sole)}")
    if leg.toes:
        yield SaidPart(*TOE_SHAPES[leg.toes])
    if leg.toes_back:
        yield SaidPart("toes", f"drawn back{say.turned(leg.toes_back)}")
