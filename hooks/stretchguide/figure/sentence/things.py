"""The clauses of the alternative text about things: those that neither the base nor a hand or foot on them implies."""

from __future__ import annotations

from collections.abc import Collection

from stretchguide.figure.sentence.words import Wording
from stretchguide.figure.things.seats import usual_place
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import STEP
from stretchguide.figure.words.pose import Arm, Pose, Thing
from stretchguide.figure.words.things import THINGS
from stretchguide.figure.words.where import BAND, BESIDE, SLACK
from stretchguide.format.sides import OTHER


def seat_of(pose: Pose) -> str:
    """What a body on a seat sits on."""
    return THINGS[_seat(pose)].seat


def _seat(pose: Pose) -> str:
    under = {thing.kind for thing in pose.things if thing.place not in BESIDE}
    return next(kind for kind, words in THINGS.items() if words.seat and kind in under)


def thing_clauses(pose: Pose, usual: Collection[Thing], say: Wording) -> list[str]:
    """A clause for each thing that a reader would not expect."""
    implied = _implied(pose)
    if not say.is_exact:
        kinds = {thing.kind for thing in implied}
        touched = _touched(pose)
        implied |= {thing for thing in pose.things if thing.kind in kinds and not thing.place}
        implied |= {
            thing for thing in pose.things if THINGS[thing.kind].is_place_told and _is_told(thing.kind, touched)
        }
    kinds = {arm.holds for arm in pose.arms} if say.is_brief else set()
    known = {*implied, *usual, *(Thing(kind) for kind in kinds)}
    if say.is_brief:
        bare = {arm.holds for arm in pose.arms if not arm.look}
        known |= {thing for thing in pose.things if any(_goes_on(thing, kind) for kind in bare)}
    told = [thing for thing in pose.things if thing not in known]
    return [_thing(pose, thing, say) for thing in told if not _is_second(thing, told)]


def held(pose: Pose) -> tuple[Arm, Arm]:
    """The arms, each with where else the thing is that it holds: a strap goes from the hands to a foot."""
    left, right = (arm if arm.look else arm._replace(holds=_held(arm.holds, pose)) for arm in pose.arms)
    return left, right


def _held(kind: str, pose: Pose) -> str:
    at = next((THINGS[kind].at[thing.place] for thing in pose.things if _goes_on(thing, kind)), "")
    return f"{kind} {at}".strip()


def _goes_on(thing: Thing, kind: str) -> bool:
    """Whether a thing of that kind goes from the hand that holds it to a leg."""
    return thing.kind == kind and thing.place in BAND and thing.place not in ("", SLACK)


def _implied(pose: Pose) -> set[Thing]:
    """The things that hands and feet on them and the base tell of, as they usually are."""
    touched = _touched(pose)
    found = {Thing(kind) for kind in THINGS if _is_told(kind, touched)}
    found |= {Thing(STEP, number=leg.on_step) for leg in pose.legs if leg.on_step is not None}
    return found | ({Thing(_seat(pose))} if BASES[pose.base].has_seat else set())


def _touched(pose: Pose) -> set[str]:
    """The places that hands and feet are on."""
    places = {arm.contact.place for arm in pose.arms if arm.contact}
    return places | {leg.support.place for leg in pose.legs if leg.support}


def _is_told(kind: str, touched: Collection[str]) -> bool:
    return any(place in touched for place in THINGS[kind].told_by)


def _is_second(thing: Thing, told: Collection[Thing]) -> bool:
    """Whether a thing is told of with its twin on the left."""
    is_paired = thing.place in THINGS[thing.kind].in_pairs
    return is_paired and thing.place.startswith("right") and _twin(thing) in told


def _twin(thing: Thing) -> Thing:
    """The same thing on the other side."""
    side, _, part = thing.place.partition(" ")
    return thing._replace(place=f"{OTHER.get(side, side)} {part}".strip())


def _thing(pose: Pose, thing: Thing, say: Wording) -> str:
    words = THINGS[thing.kind]
    if words.said_alone and not thing.place and thing.number is None:
        return words.said_alone
    size = "" if thing.number is None else say.length(thing.number, words.measure)
    more = say.detail(words.detail.format(place=thing.place)) if words.detail and thing.place else ""
    return f"{words.said.format(size=size, at=_at(pose, thing, say))}{more}"


def _at(pose: Pose, thing: Thing, say: Wording) -> str:
    """The words for where a thing is."""
    words = THINGS[thing.kind]
    if not words.at:
        return ""
    if not thing.place and thing.number is not None and thing.number < 0:
        return "behind"
    if thing.place in words.in_pairs and _twin(thing) in pose.things:
        return words.in_pairs[thing.place]
    if thing.place in words.at:
        return words.at[thing.place]
    way, _, turned = (thing.place or usual_place(pose)).partition(" ")
    return f"{words.at[way]}{'' if say.is_brief or not turned else words.turned}"
