"""The words of an arm with its hand and elbow, and of a leg with its foot and knee, put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from stretchguide.figure.words.limb_forms import (
    ARM,
    ELBOW_WAYS,
    FOOT,
    KNEE,
    KNEE_WAYS,
    LEG,
    PALMS,
    RAISE_SAME,
    SHAPES,
    TOE_SHAPES,
    TOES,
)
from stretchguide.figure.words.phrases import Faults, Match, Phrase
from stretchguide.figure.words.places import FEET_ON, KNEES_ON, PLACES
from stretchguide.figure.words.pose import Arm, FootRest, Leg, Support
from stretchguide.figure.words.touch_words import contact, foot_rest, is_contact, is_rest
from stretchguide.format.problems import quoted


def _last(phrases: Sequence[Phrase], faults: Faults) -> Phrase | None:
    """The last of some phrases, one of which can count: a side's own key comes after the plural."""
    for before, after in pairwise(phrases):
        if before.path[0] == after.path[0]:
            faults.add(after.path, f"{quoted(before)} and {quoted(after)} cannot both be; leave one of them out")
    return phrases[-1] if phrases else None


def _ways(phrases: Sequence[Phrase], known: Sequence[str], faults: Faults) -> tuple[str, ...]:
    """The ways that are named, in the order of the language: `up out`, `up-out` and `up, out` are the same."""
    said: list[str] = []
    for phrase in phrases:
        for way in re.split("[ -]+", str(phrase)):
            if way not in known:
                faults.unknown(phrase.path, way, known)
            said.append(way)
    return tuple(way for way in known if way in said)


# -- arms -------------------------------------------------------------------------------------------------------------


class ArmWords(NamedTuple):
    """The phrases about one arm."""

    arm: list[Phrase]
    hand: list[Phrase]
    elbow: list[Phrase]


def arm_of(words: ArmWords, side: str, faults: Faults) -> Arm:
    """What an arm does. A hand that touches something leaves nothing to the arm's angles but those of the shoulder."""
    touching = _last([phrase for phrase in words.hand if is_contact(phrase)], faults)
    found, shape = Arm(), ""
    for match in faults.matches(words.arm, ARM):
        found = _with_arm(found, match)
    for match in faults.matches([phrase for phrase in words.hand if not is_contact(phrase)], ARM):
        found = _with_arm(found, match)
        shape = match.verb if match.verb in SHAPES else shape
    if found.swing and not found.raised:
        faults.add(
            words.arm[0].path if words.arm else words.hand[0].path, "'swing' needs a raise; write 'raise' before it"
        )
    ways = _ways(words.elbow, ELBOW_WAYS, faults)
    touched = contact(touching, side, faults) if touching else None
    if touched is None:
        return found._replace(shape="") if found.shape == "relaxed" else found
    if PLACES[touched.place].is_carried:
        return found._replace(holds=touched.place, shape=found.shape or "grip")
    return Arm(shrug=found.shrug, draw=found.draw, shape=shape, contact=touched, elbow_ways=ways)


def _with_arm(arm: Arm, match: Match) -> Arm:
    return arm._replace(**_arm_changes(match))


def _arm_changes(match: Match) -> dict[str, Any]:
    """What one phrase sets."""
    verb = match.verb
    if verb == "raise":
        return {"raised": RAISE_SAME.get(match.way, match.way), "lift": match.amount, "reach": ""}
    if verb == "reach":
        return {"reach": match.way, "raised": "", "lift": None, "swing": 0.0}
    if verb == "palm":
        return {"palm": (PALMS[match.way] if match.way else match.amount) or None}
    if verb in SHAPES:
        return {"shape": verb}
    if verb in ("turn", "wrist"):
        return {verb: (-match.amount if match.way in ("out", "back") else match.amount) or None}
    return {verb: 0.0 - match.amount if (verb, match.way) == ("draw", "forward") else match.amount}


# -- legs -------------------------------------------------------------------------------------------------------------


class LegWords(NamedTuple):
    """The phrases about one leg."""

    leg: list[Phrase]
    foot: list[Phrase]
    knee: list[Phrase]
    toes: list[Phrase]


def leg_of(words: LegWords, side: str, faults: Faults) -> Leg:
    """What a leg does. What a foot lies on leaves nothing to the leg's angles, and angles nothing to the feet."""
    resting = _last([phrase for phrase in words.foot if is_rest(phrase)], faults)
    found = Leg()
    for match in faults.matches(words.leg, LEG):
        found = _with_leg(found, match)
    if found.swing and not found.raised:
        faults.add(words.leg[0].path, "'swing' needs a raise; write 'raise' before it")
    foot = found
    for match in faults.matches([phrase for phrase in words.foot if not is_rest(phrase)], FOOT):
        foot = _with_foot(foot, match)
    knee = _knee(words.knee, faults)._replace(is_tucked=foot.is_tucked)
    return _toes(_placed(found, foot, knee, resting and foot_rest(resting, side, faults)), words.toes, faults)


def _placed(leg: Leg, foot: Leg, knee: Leg, rest: FootRest | None) -> Leg:
    """The leg, from what is said of it, of its foot and of its knee, and from where the foot lies on the other one."""
    support = knee.support or foot.support
    if rest:
        return knee._replace(rest=rest, support=None, point=foot.point, sole=foot.sole)
    if support:
        return knee._replace(support=support, point=foot.point, out=foot.out)
    if leg.is_free:
        return leg._replace(point=foot.point, sole=foot.sole, knees_wide=knee.knees_wide)
    return foot._replace(is_tucked=knee.is_tucked, knee_ways=knee.knee_ways, knees_wide=knee.knees_wide)


def _toes(leg: Leg, phrases: Sequence[Phrase], faults: Faults) -> Leg:
    """The leg with what is said of its toes."""
    for match in faults.matches(phrases, TOES):
        if match.verb in TOE_SHAPES:
            leg = leg._replace(toes=match.verb)
        elif match.verb == "drawn back":
            leg = leg._replace(toes_back=match.amount)
        else:
            leg = leg._replace(is_tucked=True)
    return leg


def _knee(phrases: Sequence[Phrase], faults: Faults) -> Leg:
    """Where the knee goes, how wide apart kneeling knees are, and what the shin is on."""
    verbs = [form.verb.split()[0] for form in KNEE]
    matches = faults.matches([phrase for phrase in phrases if phrase.verb in verbs], KNEE)
    ways = _ways([phrase for phrase in phrases if phrase.verb not in verbs], (*KNEE_WAYS, *verbs), faults)
    widths = [match.number for match in matches if match.verb == "wide"]
    supports = [Support(*KNEES_ON[match.verb]) for match in matches if match.verb in KNEES_ON]
    return Leg(knee_ways=ways, knees_wide=widths[-1] if widths else None, support=supports[-1] if supports else None)


def _with_leg(leg: Leg, match: Match) -> Leg:
    return leg._replace(**_leg_changes(match))


def _leg_changes(match: Match) -> dict[str, Any]:
    """What one phrase sets."""
    if match.verb == "raise":
        return {"raised": RAISE_SAME.get(match.way, match.way), "lift": match.amount}
    if match.verb == "flex":
        return {"point": 0.0 - match.amount}
    if match.verb == "turn":
        return {"turn": (-match.amount if match.way == "out" else match.amount) or None}
    return {match.verb: match.amount}


_STANCES = ("hip-wide", "shoulder-wide", "together", "wide")
_TWO_WAYS = {"turned": ("toes_out", "in"), "sole": ("sole", "out")}
_SIMPLY = {"tops down": "is_on_tops", "tucked": "is_tucked"}
_MEASURED = {
    "heel up": "heel_up",
    "heel down": "heel_up",
    "toes up": "toes_up",
    "soles together": "soles_together",
    "on step": "on_step",
    "point": "point",
    "flex": "point",
}
_LESS = ("heel down", "flex")


def _with_foot(leg: Leg, match: Match) -> Leg:
    if match.verb == "step":
        size = -match.amount if match.way in ("back", "in") else match.amount
        is_ahead = match.way in ("forward", "back")
        return leg._replace(forward=leg.forward + size) if is_ahead else leg._replace(out=leg.out + size)
    return leg._replace(**_foot_changes(match))


def _foot_changes(match: Match) -> dict[str, Any]:
    """What one phrase sets."""
    verb = match.verb
    if verb in _STANCES:
        return {"stance": verb, "width": match.number}
    if verb in _TWO_WAYS:
        name, less = _TWO_WAYS[verb]
        return {name: 0.0 - match.amount if match.way == less else match.amount}
    if verb == "flat":
        return {"is_flat": True, "flat_distance": match.number}
    if verb in _SIMPLY:
        return {_SIMPLY[verb]: True}
    if verb in FEET_ON:
        return {"support": Support(*FEET_ON[verb], match.number)}
    return {_MEASURED[verb]: 0.0 - match.amount if verb in _LESS else match.amount}
