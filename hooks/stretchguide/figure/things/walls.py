"""What a body leans on or lies beside: a wall, a doorway.

What is far above a low body is left out of the drawing, so that the picture shows the body: a wall is cut off, and a
doorway goes on beyond the edge of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from types import MappingProxyType

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import BACK, FORWARD, LEFT, UP, along, scale, unit
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import BEAM, BEFORE, FLOOR, WALL, Setting, box_of, without_tops
from stretchguide.figure.things.shapes import Prop, boxes
from stretchguide.format.sides import SIDES

# Of what stands above a low body only so much is shown, so that the body is not small: over it, and at least (cm).
_TALL_BODY, _OVER_LOW, _LEAST_LOW = 130.0, 24.0, 84.0


def _top(bodies: Sequence[Body]) -> float:
    return max(y for body in bodies for _, y, _ in body.joints.values())


def _is_tall(bodies: Sequence[Body]) -> bool:
    return _top(bodies) > _TALL_BODY


def _low(bodies: Sequence[Body]) -> float:
    """Where a wall is cut off beside a body that sits or lies."""
    return max(_LEAST_LOW, _top(bodies) + _OVER_LOW)


# The middle of a palm that lies flat on something upright is so far in front of it (cm); 1 cm from its place costs so
# much.
_OFF = 1.2
_SLIDE_COST = 0.05
# A hand may be so far from its place on a wall, up and along it (cm); an elbow is along it where the upper arm ends.
_ROUND = tuple((up, out) for up in (0, -4, 4, -9, 9, -15) for out in (0, 5, -5))
_LEANT = tuple((0, out) for out in range(-30, 46))


# -- a wall -----------------------------------------------------------------------------------------------------------

_WALL_HALF_WIDTH, _WALL_HIGH, _WALL_THICK = 40.0, 250.0, 5.0
# At its side, arms that reach ahead and behind are before it.
_HALF_WIDTH_ASIDE = 82.0
# Beside a body it is so far away, and ahead of one (cm).
_WALL_ASIDE, _WALL_AHEAD = 42.0, 60.0
# A hand is so far below the shoulder when no height is said (cm).
_BELOW_SHOULDER = 6
# It is drawn as high as this, or so much higher than a wrist (cm): the hand of who reaches up ends well below its end.
_DRAWN_HIGH, _OVER_WRISTS = 176.0, 32.0
# One that is seen more from behind than this (sine) stands before the body, and is seen through.
_BEFORE_BODY = 0.2


class Wall(Presence):
    """A wall ahead, at a side, or behind when its distance is negative."""

    def boxes(self) -> Boxes:
        return {"wall": (self._whole(),)}

    def spots(self, place: str, touch: Touch) -> list[Spot]:
        """At a height, moved along it by steps: fingers up, or the elbow of a forearm that points up."""
        x, y, ahead = touch.body.joints[f"{touch.side} shoulder socket"]
        height = y - _BELOW_SHOULDER if touch.contact.number is None else touch.contact.number
        near, side = self._near, self.thing.place
        off = 0.0 if touch.leans else _OFF
        if side:
            face, normal, way = (SIGN[side] * (near - off), 0.0, ahead), scale(LEFT, -SIGN[side]), FORWARD
            steps = {"ahead": 1, "back": -1}
        else:
            face = (x * 1.1, 0.0, near + (off if near < 0 else -off))
            normal, way = FORWARD if near < 0 else BACK, scale(LEFT, SIGN[touch.side])
            steps = {"out": 1, "in": -1}
        moved = sum(steps.get(step, 0) * size for step, size in touch.contact.steps)
        return [
            Spot(along((face[0], height + up, face[2]), way, moved + out), normal, UP, "flat", reach=8, cost=cost)
            for up, out in (_LEANT if touch.leans else _ROUND)
            for cost in [(abs(up) + abs(out)) * _SLIDE_COST]
        ]

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        if self.thing.place:
            towards_eye = setting.camera.view[0] * SIGN[self.thing.place]
        else:
            towards_eye = setting.camera.view[2] * (-1 if self._near < 0 else 1)
        is_before = towards_eye > _BEFORE_BODY
        box = _cut(self._whole(), _drawn_high(setting.bodies))
        wall = boxes(setting.camera, "wall", [box], BEFORE if is_before else WALL)
        yield replace(wall, is_see_through=is_before)

    @property
    def _near(self) -> float:
        """Its front face, ahead of the middle, or at the side that its words name."""
        if self.thing.number is None:
            return _WALL_ASIDE if self.thing.place else _WALL_AHEAD
        return abs(self.thing.number) if self.thing.place else self.thing.number

    def _whole(self) -> Box:
        near = self._near
        if self.thing.place:
            sign = SIGN[self.thing.place]
            span = min(sign * near, sign * (near + _WALL_THICK)), max(sign * near, sign * (near + _WALL_THICK))
            return box_of(span, (0.0, _WALL_HIGH), (-_HALF_WIDTH_ASIDE, _HALF_WIDTH_ASIDE))
        span = (near - _WALL_THICK, near) if near < 0 else (near, near + _WALL_THICK)
        return box_of((-_WALL_HALF_WIDTH, _WALL_HALF_WIDTH), (0.0, _WALL_HIGH), span)


def _drawn_high(bodies: Sequence[Body]) -> float:
    wrists = max(body.joints[f"{side} wrist"][1] for body in bodies for side in SIDES)
    return max(_DRAWN_HIGH, wrists + _OVER_WRISTS) if _is_tall(bodies) else _low(bodies)


def _cut(box: Box, high: float) -> Box:
    x, _, z = box.high
    return box._replace(high=(x, high, z))


# -- a doorway --------------------------------------------------------------------------------------------------------

# The frame of a door: a hand on it shows beside it, seen from the other side.
_DOOR_HIGH, _DOOR_IN, _DOOR_OUT, _DOOR_FROM, _DOOR_THICK = 196.0, 0.5, 12.0, 0.2, 9.0
# Half of its width, and how far ahead it is: of a body that lies with a leg at it, and of any other (cm).
_USUAL_HALF = 50.0
_AHEAD_OF_LYING, _USUAL_AHEAD = 52.0, -2.0
# So high is a hand on it when nothing is said, and the leg that a doorpost stands before so far from the middle (cm).
_HAND_HIGH = 120
_LEG_ASIDE = 9.2
# An elbow on a post is so far from its edges, and the middle of a palm that holds it so far from the inner one (cm).
_FROM_EDGE, _GRIPPED = 1, 5.0
# A grip is dear enough that its fingers are not fanned: they go round the edge.
_ROUND_EDGE = 0.4
# The beam over a doorway lies on its posts (cm).
_BEAM_HIGH = (188.0, 200.0)
# Between the posts beside a low body there is a sill, so thick (cm): without one the far post seems to float.
_SILL = 1.5


class Doorway(Presence):
    """A doorway round the body, or with one side of its frame before a leg."""

    def boxes(self) -> Boxes:
        return {"frame": self._posts()}

    def spots(self, place: str, touch: Touch) -> list[Spot]:
        """On the frame at the side of the hand, or at the one that is named, on the face that looks back.

        Fingers point up; of a forearm that points up it is the place of the elbow.
        """
        height = _HAND_HIGH if touch.contact.number is None else touch.contact.number
        sign = SIGN[touch.contact.side or touch.side]
        if touch.leans:
            places = range(_FROM_EDGE, int(_DOOR_OUT) - _FROM_EDGE + 1)
            x, z = self._aside + sign * self._half, self._ahead + _DOOR_FROM
            return [Spot((x + sign * out, height, z), BACK, UP) for out in places]
        if touch.is_held:
            return self._held(height, sign)
        x, z = self._aside + sign * self._half, self._ahead - _OFF
        return [
            Spot((x, height + up, z), BACK, UP, shape="flat", reach=8, cost=abs(up) * _SLIDE_COST)
            for up in (0, -5, 5, -10)
        ]

    def _held(self, height: float, sign: int) -> list[Spot]:
        """On the face of a post that looks ahead, the fingers round its outer edge: to lean away from it."""
        x, z = self._aside + sign * (self._half + _GRIPPED), self._ahead + _DOOR_THICK
        return [
            Spot(
                (x, height + up, z),
                FORWARD,
                unit((sign, rise, 0.0)),
                "grip",
                reach=8,
                cost=_ROUND_EDGE + abs(up) * _SLIDE_COST,
            )
            for up in (0, -5, 5, -10)
            for rise in (-1.2, -0.6, -0.3, 0.0, 0.3, 0.6, 1.2)
        ]

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        posts = self._posts()
        is_before = setting.camera.view[2] > 0
        right, left = min(post.low[0] for post in posts), max(post.high[0] for post in posts)
        beam = box_of((right, left), _BEAM_HIGH, (posts[0].low[2], posts[0].high[2]))
        is_low = not _is_tall(setting.bodies)
        seen_to = _low(setting.bodies) if is_low else inf
        if is_low:  # one leg goes through, the other one rests on the frame
            sill = box_of((right, left), (-_SILL, 0.0), (posts[0].low[2], posts[0].high[2]))
            yield boxes(setting.camera, "sill", [sill], FLOOR)
            for post in posts:
                seen = without_tops(boxes(setting.camera, "posts", [post]), beam)
                yield replace(seen, seen_to=seen_to, is_see_through=not is_before)
        else:
            drawn = without_tops(boxes(setting.camera, "posts", posts, BEFORE if is_before else WALL), beam)
            yield replace(drawn, is_see_through=is_before and self._is_leaned_on(setting.body))
        yield replace(boxes(setting.camera, "beam", [beam], BEAM), seen_to=seen_to)

    def _is_leaned_on(self, body: Body) -> bool:
        """Whether a forearm lies on it, which would be hidden."""
        return any(body.hosts.get(f"{side} forearm") in self.boxes() for side in SIDES)

    @property
    def _half(self) -> float:
        return _USUAL_HALF if self.thing.number is None else self.thing.number / 2

    @property
    def _ahead(self) -> float:
        return _AHEAD_OF_LYING if self.thing.place and self.base.lies else _USUAL_AHEAD

    @property
    def _aside(self) -> float:
        """How far its middle is to the left."""
        return SIGN[self.thing.place] * (_LEG_ASIDE - self._half) if self.thing.place else 0.0

    def _posts(self) -> tuple[Box, ...]:
        """Both sides of its frame, the left one first."""
        span = (self._ahead + _DOOR_FROM, self._ahead + _DOOR_THICK)
        inner, outer = self._half - _DOOR_IN, self._half + _DOOR_OUT
        sides = ((inner, outer), (-outer, -inner))
        aside = self._aside
        return tuple(box_of((low + aside, high + aside), (0.0, _DOOR_HIGH), span) for low, high in sides)


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"wall": Wall, "doorway": Doorway})
