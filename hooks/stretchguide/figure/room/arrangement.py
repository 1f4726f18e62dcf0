"""Where the things in a room stand: as the words of a pose say, or where its hands and feet need them."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.room.footing import footings_of
from stretchguide.figure.room.furniture import CHAIR_BACK_AHEAD, CHAIR_HALF_WIDTH, SEAT_AHEAD
from stretchguide.figure.room.room import Chair, Room
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.pose import Pose, Thing
from stretchguide.format.sides import SIDES

# A chair beside the body: how far its near edge is (cm).
_USUAL_AWAY = {"ahead": 38.0, "behind": 17.0, "left": 26.0, "right": 26.0}
_AWAY_FROM_HEEL, _AWAY_UNDER_SHINS, _AWAY_UNDER_SHIN = 60.0, 10.0, 3.0
_TABLE_AHEAD = 62.0
# A wall at the side of a body, and a doorway ahead of one that lies (cm).
_WALL_ASIDE = 42.0
_DOORWAY_OF_LYING = 52.0
# A step begins so far behind the ankle of the foot on it; with no foot on it, so far ahead of the middle (cm).
_BEHIND_ANKLE = 9.0
_STEP_AHEAD = 22.0
# The leg that a doorpost stands before is so far from the middle (cm).
_LEG_ASIDE = 9.2


def room_of(pose: Pose) -> Room:
    """Where things stand: as far ahead, as wide and as high as the words say, or as usual."""
    base = BASES[pose.base]
    room = Room(chairs=tuple(_chairs(pose)), step=_step(pose))
    for thing in pose.things:
        room = _with(room, thing, is_lying=bool(base.lies))
        if thing.kind == "bed" and base.stands:
            room = room._replace(bed=room.table if thing.number is None else thing.number)
    return room


def _with(room: Room, thing: Thing, *, is_lying: bool) -> Room:
    size = thing.number
    if thing.kind == "wall" and thing.place:
        return room._replace(wall=_WALL_ASIDE if size is None else abs(size), wall_side=thing.place)
    if thing.kind == "wall" and size is not None:
        return room._replace(wall=size)
    if thing.kind == "table":
        return room._replace(table=_TABLE_AHEAD if size is None else size)
    if thing.kind == "block" and size is not None:
        left, right = room.blocks
        return room._replace(blocks=(size, right) if thing.place == "left" else (left, size))
    return _with_doorway(room, thing, is_lying=is_lying) if thing.kind == "doorway" else room


def _with_doorway(room: Room, thing: Thing, *, is_lying: bool) -> Room:
    """A doorway round the body, or with one side of its frame before a leg."""
    half = room.doorway if thing.number is None else thing.number / 2
    room = room._replace(doorway=half)
    if thing.place:
        room = room._replace(doorway_aside=SIGN[thing.place] * (_LEG_ASIDE - half))
    return room._replace(doorway_ahead=_DOORWAY_OF_LYING) if thing.place and is_lying else room


# -- chairs -----------------------------------------------------------------------------------------------------------


def _chairs(pose: Pose) -> Iterator[Chair]:
    """The chairs and stools beside the body: not the one it sits on."""
    for thing in pose.things:
        if thing.kind in ("chair", "stool") and (thing.place or BASES[pose.base].pelvis_on != "seat"):
            place, _, turned = (thing.place or usual_place(pose)).partition(" ")
            is_back_near = bool(turned) or (thing.kind == "chair" and _is_at(pose, "chair-back"))
            away = _usual_away(pose, place) if thing.number is None else thing.number
            facing = _facing(place, is_back_near=is_back_near, is_under_shin=_bears(pose, "shin"))
            yield _chair(thing, place, facing, away)


def usual_place(pose: Pose) -> str:
    """Where a chair beside the body stands when the words do not say.

    Ahead when a hand or foot is on it, else behind; a shin lies on one at its own side.
    """
    if _bears(pose, "shin"):
        return next(side for side, leg in zip(SIDES, pose.legs, strict=True) if leg.support)
    is_used = _is_at(pose, "seat") or _is_at(pose, "chair-back") or _bears(pose, "sole") or _bears(pose, "heel")
    return "ahead" if is_used else "behind"


def _is_at(pose: Pose, place: str) -> bool:
    """Whether a hand is at a place."""
    return any(arm.contact is not None and arm.contact.place == place for arm in pose.arms)


def _bears(pose: Pose, touches: str) -> bool:
    """Whether a seat bears a sole, a heel or a shin."""
    supports = [leg.support for leg in pose.legs if leg.support]
    return any(support.place == "seat" and support.touches == touches for support in supports)


def _usual_away(pose: Pose, place: str) -> float:
    """How far the near edge is from the middle of the body, in cm."""
    if _bears(pose, "shin"):
        return _AWAY_UNDER_SHIN
    if place == "ahead" and _bears(pose, "heel"):
        return _AWAY_UNDER_SHINS if BASES[pose.base].lies == "back" else _AWAY_FROM_HEEL
    return _USUAL_AWAY[place]


_AWAY_FROM = {"ahead": "forward", "behind": "back", "left": "left", "right": "right"}


def _facing(place: str, *, is_back_near: bool, is_under_shin: bool) -> str:
    """Where one looks who sits on it: its back is at the hand that holds it, or out of the way of a shin."""
    if is_under_shin and place in SIDES:
        return "back"
    if is_back_near:
        return _AWAY_FROM[place]
    return "back" if place == "ahead" else "forward"


def _chair(thing: Thing, place: str, facing: str, away: float) -> Chair:
    """A chair whose near edge is so far from the middle of the body."""
    if place in SIDES:
        middle = away + (-CHAIR_BACK_AHEAD[0] if facing == place else CHAIR_HALF_WIDTH)
        return Chair(thing, SIGN[place] * middle, 0.0, facing)
    is_back_near = facing == _AWAY_FROM[place]
    middle = away + (-CHAIR_BACK_AHEAD[0] if is_back_near else SEAT_AHEAD[1])
    return Chair(thing, 0.0, middle if place == "ahead" else -middle, facing)


# -- steps ------------------------------------------------------------------------------------------------------------


def _step(pose: Pose) -> float:
    """The near edge of a step: under the feet that are on it."""
    feet = footings_of(pose)
    on = [feet[side].z for side, leg in zip(SIDES, pose.legs, strict=True) if leg.on_step is not None]
    moved = 0.0 if BASES[pose.base].soles else pose.hips.forward
    return min(on) - _BEHIND_ANKLE + moved if on else _STEP_AHEAD
