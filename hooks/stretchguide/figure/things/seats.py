"""Chairs and stools: under the body, or beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from stretchguide.figure.body.flesh import Ball
from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import BACK, FORWARD, Vector, dot, unit
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.seat_spots import at_back, at_edge, on_top
from stretchguide.figure.things.setting import EYE_AHEAD, LEGS, SEAT, Setting, Span, box_of, without_tops
from stretchguide.figure.things.shapes import Prop, boxes, rods
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import PLACES
from stretchguide.figure.words.pose import Pose
from stretchguide.figure.words.things import THINGS
from stretchguide.format.sides import SIDES

SEAT_HIGH = 43.5
"""Of a chair, a stool and a bed, in cm."""
SEAT_AHEAD: Span = (-18.0, 24.0)
"""Of the seat under a body, from back to front, in cm."""
# Its sides and how thick it is; and the back rest of a chair with its two posts, up, from back to front (cm).
_HALF_WIDTH = 20.0
_SEAT_THICK = 3.5
_BACK_HIGH: Span = (64.0, 86.0)
_BACK_AHEAD: Span = (-20.5, -17.5)
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


class Stand(NamedTuple):
    """Where a chair stands beside the body."""

    x: float
    """Its middle, in cm."""
    z: float
    facing: str
    """Where one looks who sits on it: `forward`, `back`, `left` or `right`, as the body has it."""

    def placed(self, x: float, z: float) -> tuple[float, float]:
        """A place on the floor, given as the chair has left and ahead, in the room."""
        turns = {"forward": (x, z), "back": (-x, -z), "left": (z, -x), "right": (-z, x)}
        turned = turns[self.facing]
        return (self.x + turned[0], self.z + turned[1])

    def turned(self, way: Vector) -> Vector:
        """A way, given as the chair has left and ahead, in the room."""
        x, z = self._replace(x=0.0, z=0.0).placed(way[0], way[2])
        return (x, way[1], z)

    def moved(self, spot: Spot) -> Spot:
        """A spot of a chair that faces forward in the middle of the room, where this one is."""
        assert spot.normal
        assert spot.fingers
        x, z = self.placed(spot.point[0], spot.point[2])
        point = (x, spot.point[1], z)
        return spot._replace(point=point, normal=self.turned(spot.normal), fingers=self.turned(spot.fingers))


class Seat(Presence):
    """A chair or stool. One that its words or the base do not put under the body stands beside it."""

    @cached_property
    def stand(self) -> Stand | None:
        """Where it stands beside the body; None for one that is sat on."""
        if not self.thing.place and self.base.has_seat:
            return None
        place, _, turned = (self.thing.place or usual_place(self.pose)).partition(" ")
        is_back_near = bool(turned) or (self.has_back and _is_at(self.pose, "back"))
        away = _usual_away(self.pose, place) if self.thing.number is None else self.thing.number
        facing = _facing(place, is_back_near=is_back_near, is_under_shin=_bears(self.pose, "shin"))
        return _beside(place, facing, away)

    @property
    def has_back(self) -> bool:
        """Whether it has a back rest."""
        return any(place.chair == "back" for place in THINGS[self.thing.kind].gives.values())

    def boxes(self) -> Boxes:
        """Seat and back."""
        seat = {"seat": (seat_box(self.stand),)}
        return {**seat, "chair-back": tuple(_placed(self.stand, box) for box in _back())} if self.has_back else seat

    def spots(self, place: str, touch: Touch) -> list[Spot]:
        """On the back; on top of a seat beside the body, else on the side edge of the one it sits on."""
        if PLACES[place].chair == "back":
            spots = at_back(touch, _back()[0], is_under=self.stand is None)
            return [self.stand.moved(spot) for spot in spots] if self.stand else spots
        return on_top(touch, seat_box(self.stand)) if self.stand else at_edge(touch, seat_box(None))

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        """Under who sits on it, it lies behind the body; beside the body, its pieces are compared."""
        found = self.boxes()
        level = _level_beside(setting, self.stand)
        yield rods("legs", "p3", _legs(self.stand), level and LEGS)
        yield boxes(setting.camera, "seat", found["seat"], level)
        if self.has_back:
            back, *posts = found["chair-back"]
            rest = boxes(setting.camera, "back", [*posts, back], _level_of_rest(setting, self.stand, level))
            yield without_tops(rest, back)


# -- what does not give way -------------------------------------------------------------------------------------------


def seat_box(stand: Stand | None) -> Box:
    """The seat of a chair or stool: beside the body, or (None) under who sits on it."""
    return _placed(stand, box_of((-_HALF_WIDTH, _HALF_WIDTH), (SEAT_HIGH - _SEAT_THICK, SEAT_HIGH), SEAT_AHEAD))


def _placed(stand: Stand | None, box: Box) -> Box:
    if stand is None:
        return box
    (x0, y0, z0), (x1, y1, z1) = box
    ends = stand.placed(x0, z0), stand.placed(x1, z1)
    xs, zs = zip(*ends, strict=True)
    return box_of((min(xs), max(xs)), (y0, y1), (min(zs), max(zs)))


def _back() -> list[Box]:
    back = box_of((-_HALF_WIDTH, _HALF_WIDTH), _BACK_HIGH, _BACK_AHEAD)
    return [back, *(box_of(post, _POSTS_HIGH, _BACK_AHEAD) for post in _POSTS)]


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


def _beside(place: str, facing: str, away: float) -> Stand:
    """A chair whose near edge is so far from the middle of the body."""
    if place in SIDES:
        middle = away + (-_BACK_AHEAD[0] if facing == place else _HALF_WIDTH)
        return Stand(SIGN[place] * middle, 0.0, facing)
    is_back_near = facing == _AWAY_FROM[place]
    middle = away + (-_BACK_AHEAD[0] if is_back_near else SEAT_AHEAD[1])
    return Stand(0.0, middle if place == "ahead" else -middle, facing)


# -- as it is drawn ---------------------------------------------------------------------------------------------------


def _level_beside(setting: Setting, stand: Stand | None) -> float:
    """Where the seat of a chair is painted: 0 for one that is compared with each part of the body."""
    if stand is None:
        return SEAT
    away = unit((stand.x, 0.0, stand.z)) if stand.x or stand.z else FORWARD
    return SEAT if dot(away, setting.camera.view) < -EYE_AHEAD else 0.0


def _level_of_rest(setting: Setting, stand: Stand | None, level: float) -> float:
    """Where the back rest is painted: before the body or the seat only when it is nearer to the eye."""
    if stand is None:
        return 0.8 if setting.camera.view[2] < _SEEN_FROM_BEHIND else -2.7
    if not level:
        return 0.0
    return level + (0.3 if dot(stand.turned(BACK), setting.camera.view) > 0 else -0.7)


def _legs(stand: Stand | None) -> list[tuple[Ball, Ball]]:
    top = SEAT_HIGH - _SEAT_THICK
    places = [(x, z) for x in _LEGS_X for z in _LEGS_Z]
    if stand:
        places = [stand.placed(x, z) for x, z in places]
    return [(((x, top, z), _LEG_TOP), ((x, _LEG_FOOT, z), _LEG_FOOT)) for x, z in places]


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"chair": Seat, "stool": Seat})
