"""Boxes, rods, discs and balls of which things are made, as the drawing and the order of painting need them.

Which thing is where, and how large, is the business of its family.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, product
from math import inf
from typing import NamedTuple

from stretchguide.figure.body.flesh import Ball
from stretchguide.figure.body.hulls import Hull
from stretchguide.figure.ink.depth import Painted, on_screen
from stretchguide.figure.ink.paper import Ink, PictureFrame, fill, seen_through
from stretchguide.figure.shapes.contours import Contour, polygon_contour
from stretchguide.figure.shapes.geometry import LEFT, UP, Camera, Vector, along, between, cross, distance, dot
from stretchguide.figure.shapes.outline import Pen, Volume, ball, contour_of, ellipsoid
from stretchguide.figure.shapes.solids import Box


class PropFace(NamedTuple):
    """A piece of one colour: a flat one by its corners, or hulls of volumes. Corners and volumes are in cm."""

    token: str
    corners: tuple[Vector, ...] = ()
    hulls: tuple[Hull, ...] = ()


@dataclass(frozen=True)
class Prop:
    """A thing, or the piece of one that is painted at once."""

    name: str
    faces: tuple[PropFace, ...]
    fill: Callable[[], Iterable[Ball]]
    """Finds what fills it, when that is wanted."""
    level: float = 0.0
    """0: compared with the parts of the body. Below or above: always behind or before them."""
    is_see_through: bool = False
    seen_to: float = inf
    """What is higher than this (cm) may lie beyond the edge of the picture."""

    @cached_property
    def balls(self) -> tuple[Ball, ...]:
        """What fills it, for the order of painting and for what needs free space."""
        return tuple(self.fill())

    def piece(self, camera: Camera) -> Painted:
        """As the order of painting sees it."""
        return Painted(lambda: on_screen(camera, self.balls), self.level)


STONE = ("p1", "p2", "p3")
"""The colours of a thing: top, front and side."""
SOFT = ("m1", "m2", "m2")
# A face that is seen from flatter than this (sine) is not drawn.
_EDGE_ON = 0.03
# Balls on a box are so far apart (cm) and so thick, and at most so many in a row: more of them would only cost time.
_BALLS_APART = 8.0
_BALL_RADIUS = 1.5
_MOST_IN_ROW = 13


def boxes(camera: Camera, name: str, shapes: Iterable[Box], level: float = 0.0, tokens: Sequence[str] = STONE) -> Prop:
    """Boxes of one thing that do not lie in front of each other; faces of a colour are painted together."""
    made = list(shapes)
    faces = [face for box in made for face in _box_faces(camera, box, tokens)]
    faces.sort(key=lambda face: -tokens.index(face.token))
    return Prop(name, tuple(faces), lambda: (ball for box in made for ball in _box_balls(box)), level)


def _box_faces(camera: Camera, box: Box, tokens: Sequence[str]) -> list[PropFace]:
    """The up to three faces that look towards the eye: side, front, top."""
    (x0, y0, z0), (x1, y1, z1) = box
    top, front, side = tokens
    x = x1 if camera.view[0] > 0 else x0
    y = y1 if camera.view[1] > 0 else y0
    z = z1 if camera.view[2] > 0 else z0
    faces = []
    if abs(camera.view[0]) > _EDGE_ON:
        faces.append(PropFace(side, ((x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1))))
    if abs(camera.view[2]) > _EDGE_ON:
        faces.append(PropFace(front, ((x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z))))
    if abs(camera.view[1]) > _EDGE_ON:
        faces.append(PropFace(top, ((x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1))))
    return faces


def _box_balls(box: Box) -> list[Ball]:
    """Balls on the surface of a box, row by row."""
    rows = [_spread(low, high) for low, high in zip(*box, strict=True)]
    return [
        ((x, y, z), _BALL_RADIUS)
        for x in rows[0]
        for y in rows[1]
        for z in rows[2]
        if x in rows[0][:: len(rows[0]) - 1] or y in rows[1][:: len(rows[1]) - 1] or z in rows[2][:: len(rows[2]) - 1]
    ]


def _spread(low: float, high: float) -> list[float]:
    count = min(_MOST_IN_ROW, max(2, int((high - low) / _BALLS_APART) + 1))
    return [low + (high - low) * i / (count - 1) for i in range(count)]


def rods(name: str, token: str, ways: Iterable[tuple[Ball, Ball]], level: float = 0.0) -> Prop:
    """Rods of one thing and colour, each from a ball to a ball."""
    made = list(ways)
    hulls = tuple((ball(*start), ball(*end)) for start, end in made)
    return Prop(name, (PropFace(token, hulls=hulls),), lambda: (b for way in made for b in _row(*way)), level)


def _row(start: Ball, end: Ball) -> list[Ball]:
    count = max(1, int(distance(start[0], end[0]) / _BALLS_APART))
    radius = max(start[1], end[1])
    return [(between(start[0], end[0], i / count), radius) for i in range(count + 1)]


def pad(name: str, box: Box, level: float = 0.0) -> Prop:
    """Something soft, with round edges and corners, that fills a box."""
    (x0, y0, z0), (x1, y1, z1) = box
    round_ = min(_ROUND, (y1 - y0) / 2)
    ends = [(least + round_, most - round_) for least, most in ((x0, x1), (y0, y1), (z0, z1))]
    hull = tuple(ball((x, y, z), round_) for x, y, z in product(*ends))
    return Prop(name, (PropFace("p1", hulls=(hull,)),), lambda: _box_balls(box), level)


# The edges of what is soft are rounded so far (cm).
_ROUND = 4.0


def drum(camera: Camera, name: str, middle: Vector, half_length: float, radius: float, *, way: Vector = LEFT) -> Prop:
    """A round thing that lies along a level way; the end that faces the eye is lighter."""
    near = half_length if dot(camera.view, way) > 0 else -half_length

    def disc(out: float) -> Volume:
        return ellipsoid(along(middle, way, out), (way, UP, cross(way, UP)), 0.1, radius, radius)

    faces = (PropFace("p3", hulls=((disc(-half_length), disc(half_length)),)), PropFace("p1", hulls=((disc(near),),)))
    steps = range(-int(half_length) + 4, int(half_length), 5)
    return Prop(name, faces, lambda: ((along(middle, way, step), radius) for step in steps))


def sphere(name: str, middle: Vector, radius: float) -> Prop:
    """A ball."""
    return Prop(name, (PropFace("p1", hulls=((ball(middle, radius),),)),), lambda: [(middle, radius)])


Outlines = list[tuple[str, list[Contour]]]
"""What is drawn of a thing: the outlines of neighbouring faces of one colour, with that colour."""


def outlines(camera: Camera, prop: Prop) -> Outlines:
    """A thing as a camera sees it."""
    return [
        (token, [outline for face in faces for outline in _contours(camera, face)])
        for token, faces in groupby(prop.faces, key=lambda face: face.token)
    ]


def _contours(camera: Camera, face: PropFace) -> list[Contour]:
    if face.corners:
        return [polygon_contour([camera.point(corner) for corner in face.corners])]
    return [contour_of(camera, hull) for hull in face.hulls]


def inks(prop: Prop, seen: Outlines) -> list[Ink]:
    """A thing as paths: one for each colour."""
    look = seen_through if prop.is_see_through else fill
    found = []
    for token, drawn in seen:
        pen = Pen()
        for outline in drawn:
            outline.draw(pen)
        found.append(Ink(look(token), pen.path))
    return found


# A flat face is drawn with half a line's width around it.
_HALF_LINE = 0.6


def make_room(frame: PictureFrame, camera: Camera, prop: Prop) -> None:
    """Let a frame grow so that it shows what has to be seen of a thing."""
    for face in prop.faces:
        for x, y, z in face.corners:
            frame.add_point(camera.point((x, min(y, prop.seen_to), z)), _HALF_LINE)
        for volume in (volume for hull in face.hulls for volume in hull):
            frame.add_volume(camera, volume)
