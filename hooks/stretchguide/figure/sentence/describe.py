"""The alternative text of a figure: one sentence that says what the picture shows, made from the pose alone.

It says only what differs from the base's rest, in a wording from brief to exact: a brief text is enough for a reader
where no other pose reads the same. With numbers, two poses with the same text look the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from stretchguide.figure.sentence.abridged import abridged, curt, terse
from stretchguide.figure.sentence.arms import arm_clauses
from stretchguide.figure.sentence.arrows import arrow_clause
from stretchguide.figure.sentence.legs import leg_clauses
from stretchguide.figure.sentence.looks import by_look
from stretchguide.figure.sentence.postures import plainer
from stretchguide.figure.sentence.rests import at_rest
from stretchguide.figure.sentence.things import held, seat_of, thing_clauses
from stretchguide.figure.sentence.words import (
    PLAIN,
    Wording,
    listed,
    number,
    sideways,
)
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import GROUND
from stretchguide.figure.words.pose import Bending, HipTurn, Leg, LitMuscle, Pose, View
from stretchguide.figure.words.seen import UNSEEN, Seen
from stretchguide.figure.words.signs import ARROW_PAIRS
from stretchguide.figure.words.things import THINGS
from stretchguide.format.sides import SIDES

_NOTHING: Mapping[str, list[str]] = MappingProxyType({})


CATEGORIES = ("base", "hips", "trunk", "head", "arms", "legs", "things", "view", "arrows", "breath", "felt")
"""What a sentence consists of, in its order."""
POSTURE = CATEGORIES[:7]
"""Of these, what the body does; the others are signs, and from where it is seen."""


class Settling(NamedTuple):
    """The sides of limbs that a picture shows come to rest: where they end is said, though anybody has them there."""

    arms: frozenset[str] = frozenset()
    legs: frozenset[str] = frozenset()


STILL = Settling()


def describe(
    pose: Pose,
    say: Wording = PLAIN,
    own: Mapping[str, list[str]] = _NOTHING,
    like: int = 0,
    seen: Seen = UNSEEN,
) -> str:
    """The sentence for a pose.

    One that would be longer than most people listen to says less, when it may. `own` clauses take the place of those
    of their category. A picture that repeats that of step `like` says so, in place of the posture. How the solved body
    is `seen` to be says more than words do.
    """
    base, shown = by_look(pose, _base(pose), seen) if say.is_brief else (_base(pose), pose)
    settling = _settling(pose) if say.is_brief else STILL

    def sentence() -> str:
        told = {"base": [base]} | {each: clauses(shown, each, say, settling) for each in CATEGORIES[1:]}
        return _sentence(told, own, like)

    text = sentence()
    for shorter in (abridged, curt, terse) if say.is_brief else ():
        if len(text) > _LONGEST:
            shown = shorter(shown)
            text = sentence()
    if len(text) > _LONGEST and say.is_brief:
        base = plainer(base)
        text = sentence()
    return text


# So many characters, a screen reader speaks in some ten seconds.
_LONGEST = 160


def _sentence(told: dict[str, list[str]], own: Mapping[str, list[str]], like: int) -> str:
    """The clauses as a sentence, with those of its own in their place."""
    if like:
        told |= {category: [] for category in POSTURE} | {"base": [f"as in step {like}"]}
    told |= own
    text = ", ".join(clause for category in CATEGORIES for clause in told[category] if clause)
    return f"{text[0].upper()}{text[1:]}."


def clauses(pose: Pose, category: str, say: Wording, settling: Settling = STILL) -> list[str]:
    """What a pose says of one category; of limbs that come to rest, also that they do."""
    rest = at_rest(pose.base, pose.side)
    say = say._replace(ground=_ground(pose), seat=_seat_beside(pose))
    return {
        "base": lambda: [_base(pose)],
        "hips": lambda: _hips(pose, say),
        "trunk": lambda: _trunk(pose, say),
        "head": lambda: _head(pose, say),
        "arms": lambda: arm_clauses(held(pose) if say.is_brief else pose.arms, rest.arms, say, settling.arms),
        "legs": lambda: leg_clauses(_settled(pose.legs, settling), BASES[pose.base], say),
        "things": lambda: thing_clauses(pose, rest.things, say),
        "view": lambda: [_view(pose.view, rest.view, say)],
        "arrows": lambda: [arrow_clause(pose.arrows or (), say)],
        "breath": lambda: [{"in": "breathing in", "out": "breathing out"}.get(pose.breath or "", "")],
        "felt": lambda: _felt(pose),
    }[category]()


# Of what an arrow tells: a hand or a foot that goes somewhere, by whichever part of the limb the arrow is at.
_OF_ARM, _OF_LEG = ("hand", "wrist", "elbow", "arm"), ("foot", "heel", "ankle", "knee", "leg")


def _settling(pose: Pose) -> Settling:
    """The limbs that come to rest: arms that go where the base has them or hang, legs of who lies on the back."""
    base, rest = BASES[pose.base], at_rest(pose.base, pose.side)
    is_on_hands = base.hangs or base.hand == f"on {GROUND}"
    arms = () if is_on_hands else _going(pose, _OF_ARM)
    legs = _going(pose, _OF_LEG) if _is_on_back(pose) else ()
    return Settling(
        frozenset(side for side in arms if pose.arm(side) == rest.arm(side) or not pose.arm(side).contact),
        frozenset(side for side in legs if pose.leg(side) == Leg()),
    )


def _going(pose: Pose, parts: Collection[str]) -> Iterator[str]:
    """The sides on which an arrow has one of these parts go somewhere."""
    names = {arrow.part for arrow in pose.arrows or () if arrow.motion == "move" and "up" not in arrow.ways}
    both = any(ARROW_PAIRS.get(name) in parts for name in names)
    yield from (side for side in SIDES if both or names & {f"{side} {part}" for part in parts})


def _settled(legs: tuple[Leg, Leg], settling: Settling) -> tuple[Leg, Leg]:
    left, right = (
        leg._replace(look=(("leg", "straight"),)) if side in settling.legs else leg
        for side, leg in zip(SIDES, legs, strict=True)
    )
    return left, right


# -- base and trunk ---------------------------------------------------------------------------------------------------


def _base(pose: Pose) -> str:
    base = BASES[pose.base]
    return base.said.format(side=pose.side, seat=seat_of(pose) if base.has_seat else "")


def _ground(pose: Pose) -> str:
    """What a lying body has for the floor."""
    return (_bed(pose) if BASES[pose.base].lies else "") or GROUND


def _seat_beside(pose: Pose) -> str:
    """What a standing body has for a seat beside it, when that is more than a seat."""
    return _bed(pose) if BASES[pose.base].stands else ""


def _bed(pose: Pose) -> str:
    return next((each.kind for each in pose.things if THINGS[each.kind].is_floor_of_lying), "")


def _is_on_back(pose: Pose) -> bool:
    return BASES[pose.base].lies == "back"


def _hips(pose: Pose, say: Wording) -> list[str]:
    if say.is_brief and (bent := _bent_forward(pose)):
        return bent
    if not say.is_exact and (low_back := _low_back_of_lying(pose)):
        return [low_back]
    hips = pose.hips if not (say.is_brief and _goes_along(pose, say)) else pose.hips._replace(turns=())
    turns = [turn for turn in hips.turns if say.is_exact or turn.motion != "fold" or abs(turn.degrees) > _FINE]
    turns = [turn for turn in turns if say.matters(turn.degrees)]
    tucked = [_tucked(turn, say) for turn in turns if _is_tuck(turn)]
    does = [_hip_turn(turn, say) for turn in turns if not _is_tuck(turn)]
    if hips.lower:
        does.append(f"{'lowered' if hips.lower > 0 else 'lifted'}{say.length(hips.lower)}")
    shifts = []
    if hips.forward and (say.is_exact or _is_off_feet(pose)) and not (say.is_brief and _is_on_seat(pose)):
        shifts.append(f"{say.length(hips.forward)} {'forward' if hips.forward > 0 else 'back'}")
    if hips.left:
        shifts.append(f"{say.length(hips.left)} {sideways(hips.left)}")
    does += [f"shifted{' and'.join(shifts)}"] if shifts else []
    return [*tucked, *([f"hips {listed(does)}"] if does else [])]


# A low back that is arched by more than this, or a tailbone tucked by as much (degrees), is seen under who lies.
_HOLLOW, _FLAT = -10.0, 6.0


def _low_back_of_lying(pose: Pose) -> str:
    """How the low back of who lies on the back is over the floor, where the hips tip for that."""
    if not _is_on_back(pose) or any(turn.motion != "fold" for turn in pose.hips.turns):
        return ""
    if pose.lower_back.fold < _HOLLOW:
        return "low back arched off the floor"
    return "low back flat on the floor" if pose.hips.tuck >= _FLAT else ""


# A body is bent forward at the hips from so many degrees on, or a little, or far.
_FOLDED, _LEANS, _DEEP = 16.0, 45.0, 75.0


def _bent_forward(pose: Pose) -> list[str]:
    """How far a body bends at the hips, in the words for what one sees; what the hips do for it goes unsaid."""
    fold = sum(turn.degrees for turn in pose.hips.turns if turn.motion == "fold")
    if fold <= _FOLDED or BASES[pose.base].lies or any(turn.motion != "fold" for turn in pose.hips.turns):
        return []
    return [f"bent {'far ' if fold > _DEEP else ''}forward at the hips" if fold > _LEANS else "leaning forward"]


# A pelvis that is tipped by up to so many degrees only makes the back flat, which plain words leave out.
_FINE = 6.0
# Hips that are so near to their usual place in the room (cm) only make up for a step.
_IN_PLACE = 6.0


def _is_off_feet(pose: Pose) -> bool:
    """Whether a reader sees a shift forward or back: not one that keeps the hips where they were before a step."""
    steps = sum(leg.forward for leg in pose.legs) / len(pose.legs)
    return not BASES[pose.base].stands or not steps or abs(pose.hips.forward + steps) > _IN_PLACE


def _is_on_seat(pose: Pose) -> bool:
    """Whether the hips are on a seat, nearer to its edge or not, whoever sits there."""
    return BASES[pose.base].has_seat


def _is_tuck(turn: HipTurn) -> bool:
    return turn.motion == "fold" and turn.degrees <= 0


def _tucked(turn: HipTurn, say: Wording) -> str:
    return f"tailbone tucked under{say.turned(turn.degrees)}"


def _hip_turn(turn: HipTurn, say: Wording) -> str:
    far = say.turned(turn.degrees)
    return f"folded forward{far}" if turn.motion == "fold" else f"{turn.motion}ed{far} {sideways(turn.degrees)}"


# A chest that turns as far against the hips (degrees) stays where it is.
_STAYS = 12.0


def _seen_trunk(pose: Pose, say: Wording) -> Bending:
    """The trunk without a turn that only keeps the chest of a lying body on the floor."""
    hips = sum(turn.degrees for turn in pose.hips.turns if turn.motion == "turn")
    is_flat = _is_on_back(pose) and hips and abs(hips + pose.trunk.turn) <= _STAYS
    return pose.trunk._replace(turn=0.0) if is_flat and not say.is_exact else pose.trunk


def _goes_along(pose: Pose, say: Wording) -> bool:
    """Whether the hips of who stands do nothing but turn to where the chest turns."""
    turns = pose.hips.turns
    is_turn = len(turns) == 1 and turns[0].motion == "turn"
    both = is_turn and BASES[pose.base].stands and say.matters(pose.trunk.turn)
    return both and turns[0].degrees * pose.trunk.turn > 0


def _trunk(pose: Pose, say: Wording) -> list[str]:
    whole = "hips and chest" if say.is_brief and _goes_along(pose, say) else "chest"
    found = _bent(_seen_trunk(pose, say), (whole, "trunk", "back"), say)
    if not _is_on_back(pose) or not say.is_brief:  # on the floor, it only lets the back lie flat
        found += _bent(pose.lower_back, ("lower back",) * 3, say)
    return found + _bent(pose.upper_back, ("upper back",) * 3, say)


def _bent(bending: Bending, nouns: tuple[str, str, str], say: Wording) -> list[str]:
    """What is turned, bent to a side, and rounded or arched."""
    fold, side, turn = (bend if say.matters(bend) else 0.0 for bend in bending)
    found = [f"{nouns[0]} turned{say.turned(turn)} {sideways(turn)}"] if turn else []
    if side:
        found.append(f"{nouns[1]} bent{say.turned(side)} {sideways(side)}")
    if fold:
        found.append(f"{nouns[2]} {'rounded' if fold > 0 else 'arched'}{say.turned(fold)}")
    return found


def _head(pose: Pose, say: Wording) -> list[str]:
    fold, side, turn = (bend if say.matters(bend) else 0.0 for bend in pose.head)
    found = [f"head turned{say.turned(turn)} {sideways(turn)}"] if turn else []
    if side:
        found.append(f"head tilted{say.turned(side)} {sideways(side)}")
    if fold:
        found.append(f"head {'bent forward' if fold > 0 else 'tipped back'}{say.turned(fold)}")
    if pose.chin_tuck:
        found.append(f"chin {'tucked in' if pose.chin_tuck > 0 else 'poked forward'}{say.turned(pose.chin_tuck)}")
    is_propped = any(THINGS[thing.kind].bears_head for thing in pose.things)
    is_held = _is_on_back(pose) and not pose.rests_head and not is_propped
    return found or (["head in line with the back"] if is_held else [])


# -- view and signs ---------------------------------------------------------------------------------------------------


def _view(view: View, usual: View, say: Wording) -> str:
    """Where the picture is seen from, when it is not the base's usual place; and whether it is a part of the body."""
    has_height = say.is_exact and view.elevation != usual.elevation
    height = f"{number(view.elevation)} degrees up" if has_height else ""
    text = f"seen from {height}" if height else ""
    if view.way != usual.way:
        text = f"seen from the {view.way.replace('-', ' ')}{height and f' ({height})'}"
    if not view.is_close:
        return text
    return f"{view.part or 'head and chest'} close up{text and ', ' + text}"


def _felt(pose: Pose) -> list[str]:
    groups = (("felt in", pose.feel), ("felt less in", pose.also))
    return [f"{verb} {listed([_muscle(each) for each in felt])}" for verb, felt in groups if felt]


def _muscle(felt: LitMuscle) -> str:
    """A muscle by its id, in words: the engine knows no other name of it."""
    return f"the {felt.side + ' ' if felt.side else ''}{felt.muscle.replace('-', ' ')}"
