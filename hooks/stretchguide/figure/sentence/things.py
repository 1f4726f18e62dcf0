"""The clauses of the alternative text about things: those that neither the base nor a hand or foot on them implies."""

from __future__ import annotations

from collections.abc import Collection

from stretchguide.figure.room.arrangement import usual_place
from stretchguide.figure.sentence.words import ROLLED, SEATS, Wording
from stretchguide.figure.words.pose import Pose, Thing
from stretchguide.figure.words.things import BESIDE
from stretchguide.format.sides import OTHER

_IMPLIED_BY = {"frame": "doorway", "chair-back": "chair", "rail": ""}
_ALONE = {"mat": "on a mat", "no mat": "on the bare floor", "pillow": "head on a pillow", "bar": "under a bar"}


def seat_of(pose: Pose) -> str:
    """What a body on a seat sits on."""
    under = {thing.kind for thing in pose.things if thing.place not in BESIDE}
    return next(kind for kind in SEATS if kind in under)


def thing_clauses(pose: Pose, usual: Collection[Thing], say: Wording) -> list[str]:
    """A clause for each thing that a reader would not expect."""
    touched = [arm.contact.place for arm in pose.arms if arm.contact]
    touched += [leg.support.place for leg in pose.legs if leg.support]
    implied = {Thing(_IMPLIED_BY.get(place, place)) for place in touched}
    implied |= {Thing("step", number=leg.on_step) for leg in pose.legs if leg.on_step is not None}
    if pose.base == "sit-chair":
        implied.add(Thing(seat_of(pose)))
    if not say.is_exact:
        implied |= {thing for thing in pose.things if not thing.place and Thing(thing.kind) in implied}
        implied |= {
            thing for thing in pose.things if thing.kind in ("block", "doorway") and _is_touched(thing, touched)
        }
        has_step = any(leg.on_step is not None for leg in pose.legs)
        implied |= {thing for thing in pose.things if thing.kind == "step" and not thing.place and has_step}
    told = [thing for thing in pose.things if thing not in implied and thing not in usual]
    return [_thing(pose, thing, say) for thing in told if not _is_second(thing, told)]


def _is_second(thing: Thing, told: Collection[Thing]) -> bool:
    """Whether a cushion is told of with its twin on the left."""
    return thing.kind == "cushion" and thing.place.startswith("right") and _twin(thing) in told


def _twin(thing: Thing) -> Thing:
    """The same thing on the other side."""
    side, _, part = thing.place.partition(" ")
    return thing._replace(place=f"{OTHER.get(side, side)} {part}".strip())


def _is_touched(thing: Thing, touched: Collection[str]) -> bool:
    return thing.kind in touched or (thing.kind == "doorway" and "frame" in touched)


_TURNED = ", its back towards the body"
_BESIDE = {"left": "on the left", "right": "on the right"}


def _thing(pose: Pose, thing: Thing, say: Wording) -> str:
    kind, place, size = thing

    def far(word: str) -> str:
        return "" if size is None else say.length(size, word)

    if kind in ("chair", "stool"):
        side, _, turned = (place or usual_place(pose)).partition(" ")
        return f"a {kind}{far('')} {_BESIDE.get(side, side)}{'' if say.is_brief or not turned else _TURNED}"
    if kind == "wall" and place:
        return f"a wall{far('')} {_BESIDE[place]}"
    if kind in ("wall", "table") or (kind == "bed" and size is not None):
        return f"a {kind}{far('')} {'behind' if size is not None and size < 0 else 'ahead'}"
    if kind == "doorway":
        return f"in a doorway{far(' wide')}{place and say.detail(f'its frame before the {place} leg')}"
    if kind == "step":
        return f"a step{far(' high')}{place and f' with a {place}'}"
    placed = _placed(kind, place, is_one=_twin(thing) not in pose.things)
    return _ALONE.get(kind) or f"a {placed}{far(' high' if kind == 'block' else ' wide')}"


def _cushion(place: str, *, is_one: bool) -> str:
    side, _, part = place.partition(" ")
    if place == "heels":
        return "on the heels"
    if is_one:
        return f"under the {place}" if part else _BESIDE[side]
    return f"under each {part}" if part else "on each side"


def _placed(kind: str, place: str, *, is_one: bool) -> str:
    """A thing that is named with the part of the body it is at; whether there is none on the other side."""
    if kind == "cushion":
        return f"cushion {_cushion(place, is_one=is_one)}"
    if kind in ("roller", "ball"):
        noun = "foam roller" if kind == "roller" else "ball"
        return f"{noun} under the {ROLLED.get(place, place)}"
    if kind == "block":
        return f"block under the {place} hand"
    if kind in ("strap", "towel"):
        return f"{kind} round the {place}" if place else f"{kind} between the hands"
    if kind in ("stick", "club"):
        noun = "golf club" if kind == "club" else "stick"
        where = {"": "in both hands", "chest": "across the chest", "back": "across the back"}
        return f"{noun} {where.get(place, f'in the {place}')}"
    return kind
