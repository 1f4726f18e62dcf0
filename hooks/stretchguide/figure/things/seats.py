"""Chairs and stools: under the body, or beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.body.flesh import Ball
from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.room.room import Chair, Room
from stretchguide.figure.shapes.geometry import FORWARD, dot, unit
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import EYE_AHEAD, LEGS, SEAT, Setting, Span, box_of, without_tops
from stretchguide.figure.things.shapes import Prop, boxes, rods
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.places import PLACES
from stretchguide.figure.words.pose import Pose, Thing
from stretchguide.figure.words.things import THINGS
from stretchguide.format.sides import SIDES

# A chair: its seat and its back rest with two posts, to the sides and from back to front (cm).
CHAIR_HALF_WIDTH = 20.0
SEAT_THICK = 3.5
SEAT_AHEAD: Span = (-18.0, 24.0)
CHAIR_BACK_HIGH: Span = (64.0, 86.0)
CHAIR_BACK_AHEAD: Span = (-20.5, -17.5)
_POSTS: tuple[Span, Span] = ((-18.0, -15.0), (15.0, 18.0))
_POSTS_HIGH: Span = (42.0, 74.0)
# Its legs stand at these places and are so thick above and below (cm).
_LEGS_X, _LEGS_Z = (-16.5, 16.5), (-15.5, 21.5)
_LEG_TOP, _LEG_FOOT = 1.5, 1.2
# The back rest is before the body when the chair is seen from behind (cosine).
_SEEN_FROM_BEHIND = -0.2
# A chair beside the body: how far its near edge is (cm).
_USUAL_AWAY = {"ahead": 38.0, "behind": 17.0, "left": 26.0, "right": 26.0}
_AWAY_FROM_HEEL, _AWAY_UNDER_SHINS, _AWAY_UNDER_SHIN = 60.0, 10.0, 3.0


class Seat(Presence):
    """A chair or stool. One that its words or the base do not put under the body stands beside it."""

    def arranged(self, room: Room, thing: Thing, pose: Pose) -> Room:
        """The room with one more chair in it, when it is not the one that is sat on."""
        if not thing.place and BASES[pose.base].has_seat:
            return room
        place, _, turned = (thing.place or usual_place(pose)).partition(" ")
        is_back_near = bool(turned) or (has_back(thing) and _is_at(pose, "back"))
        away = _usual_away(pose, place) if thing.number is None else thing.number
        facing = _facing(place, is_back_near=is_back_near, is_under_shin=_bears(pose, "shin"))
        return room._replace(chairs=(*room.chairs, _beside(thing, place, facing, away)))

    def boxes(self, room: Room, thing: Thing, base: Base) -> Boxes:
        """Seat and back."""
        return chair_boxes(room, _chair_of(room, thing), thing)

    def drawn(self, setting: Setting, thing: Thing) -> Iterator[Prop]:
        """Under who sits on it, it lies behind the body; beside the body, its pieces are compared."""
        chair = _chair_of(setting.room, thing)
        found = chair_boxes(setting.room, chair, thing)
        level = _level_beside(setting, chair)
        yield rods("legs", "p3", _legs(setting.room, chair), level and LEGS)
        yield boxes(setting.camera, "seat", found["seat"], level)
        if "chair" in found:
            back, *posts = found["chair"]
            rest = boxes(setting.camera, "back", [*posts, back], _level_of_rest(setting, chair, level))
            yield without_tops(rest, back)


def has_back(thing: Thing) -> bool:
    """Whether a chair has a back rest."""
    return any(PLACES[place].chair == "back" for place in THINGS[thing.kind].gives)


def _chair_of(room: Room, thing: Thing) -> Chair | None:
    """Where a chair or stool beside the body stands; None for one that is sat on."""
    return next((chair for chair in room.chairs if chair.thing == thing), None)


# -- what does not give way -------------------------------------------------------------------------------------------


def chair_boxes(room: Room, chair: Chair | None, thing: Thing) -> Boxes:
    """Seat and back of a chair or stool: beside the body, or (None) under who sits on it."""
    seat = {"seat": (seat_box(room, chair),)}
    return {**seat, "chair": tuple(_placed(chair, box) for box in _back())} if has_back(thing) else seat


def seat_box(room: Room, chair: Chair | None) -> Box:
    """The seat alone."""
    return _placed(
        chair, box_of((-CHAIR_HALF_WIDTH, CHAIR_HALF_WIDTH), (room.seat - SEAT_THICK, room.seat), SEAT_AHEAD)
    )


def _placed(chair: Chair | None, box: Box) -> Box:
    if chair is None:
        return box
    (x0, y0, z0), (x1, y1, z1) = box
    ends = chair.placed(x0, z0), chair.placed(x1, z1)
    xs, zs = zip(*ends, strict=True)
    return box_of((min(xs), max(xs)), (y0, y1), (min(zs), max(zs)))


def _back() -> list[Box]:
    back = box_of((-CHAIR_HALF_WIDTH, CHAIR_HALF_WIDTH), CHAIR_BACK_HIGH, CHAIR_BACK_AHEAD)
    return [back, *(box_of(post, _POSTS_HIGH, CHAIR_BACK_AHEAD) for post in _POSTS)]


# -- where it stands --------------------------------------------------------------------------------------------------


def usual_place(pose: Pose) -> str:
    """Where a chair beside the body stands when the words do not say.

    Ahead when a hand or foot is on it, else behind; a shin lies on one at its own side.
    """
    if _bears(pose, "shin"):
        return next(side for side, leg in zip(SIDES, pose.legs, strict=True) if leg.support)
    is_used = _is_at(pose, "seat") or _is_at(pose, "back") or _bears(pose, "sole") or _bears(pose, "heel")
    return "ahead" if is_used else "behind"


def _is_at(pose: Pose, part: str) -> bool:
    """Whether a hand is at the seat or the back of a chair."""
    return any(arm.contact is not None and PLACES[arm.contact.place].chair == part for arm in pose.arms)


def _bears(pose: Pose, touches: str) -> bool:
    """Whether a seat bears a sole, a heel or a shin."""
    supports = [leg.support for leg in pose.legs if leg.support]
    return any(PLACES[support.place].chair and support.touches == touches for support in supports)


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


def _beside(thing: Thing, place: str, facing: str, away: float) -> Chair:
    """A chair whose near edge is so far from the middle of the body."""
    if place in SIDES:
        middle = away + (-CHAIR_BACK_AHEAD[0] if facing == place else CHAIR_HALF_WIDTH)
        return Chair(thing, SIGN[place] * middle, 0.0, facing)
    is_back_near = facing == _AWAY_FROM[place]
    middle = away + (-CHAIR_BACK_AHEAD[0] if is_back_near else SEAT_AHEAD[1])
    return Chair(thing, 0.0, middle if place == "ahead" else -middle, facing)


# -- as it is drawn ---------------------------------------------------------------------------------------------------


def _level_beside(setting: Setting, chair: Chair | None) -> float:
    """Where the seat of a chair is painted: 0 for one that is compared with each part of the body."""
    if chair is None:
        return SEAT
    away = unit((chair.x, 0.0, chair.z)) if chair.x or chair.z else FORWARD
    return SEAT if dot(away, setting.camera.view) < -EYE_AHEAD else 0.0


def _level_of_rest(setting: Setting, chair: Chair | None, level: float) -> float:
    """Where the back rest is painted: before the body or the seat only when it is nearer to the eye."""
    if chair is None:
        return 0.8 if setting.camera.view[2] < _SEEN_FROM_BEHIND else -2.7
    if not level:
        return 0.0
    x, z = chair._replace(x=0.0, z=0.0).placed(0.0, -1.0)
    return level + (0.3 if dot((x, 0.0, z), setting.camera.view) > 0 else -0.7)


def _legs(room: Room, chair: Chair | None) -> list[tuple[Ball, Ball]]:
    top = room.seat - SEAT_THICK
    places = [(x, z) for x in _LEGS_X for z in _LEGS_Z]
    if chair:
        places = [chair.placed(x, z) for x, z in places]
    return [(((x, top, z), _LEG_TOP), ((x, _LEG_FOOT, z), _LEG_FOOT)) for x, z in places]


KINDS: Mapping[str, Presence] = MappingProxyType({"chair": Seat(), "stool": Seat()})
