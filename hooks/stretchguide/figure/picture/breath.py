"""The small sign before the mouth that says when to breathe in or out."""

from __future__ import annotations

from math import cos, hypot, inf, radians, sin
from typing import TypeGuard
from xml.etree.ElementTree import Element

from stretchguide.figure.body.flesh import in_frame
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.free_space import Plane, moved
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import Ink, add_inks
from stretchguide.figure.picture.arrow_signs import curve_through
from stretchguide.figure.shapes.geometry import Camera, Point
from stretchguide.figure.shapes.outline import mm, polygon

# The mouth in the frame of the head (cm); how far before it the sign begins, how long it is, how far its lines part.
_MOUTH = (0.0, -0.6, 10.8)
_BEGINS, _LONG, _PARTS = 3.0, 9.0, 2.6
_WIDTH = mm(1.6)
_BARB = 2.6
# Round it the drawing leaves so much room, and to cover it is worse than to cover the body.
_ROOM = 4.0
_WEIGHT = 5.0
# A face that looks at the eye breathes to the side and down.
_FACING = 0.45


def shows_breath(breath: str | None) -> TypeGuard[str]:
    """Whether there is a sign for a way to breathe."""
    return breath in ("in", "out")


def draw_breath(parent: Element, body: Body, camera: Camera, breath: str | None, plane: Plane) -> None:
    """Put the sign under an element with round line ends: streaks with barbs, away from the mouth for `out`, towards it
    for `in`.

    Breathing at ease has no sign.
    """
    if not shows_breath(breath):
        return
    begin, end, way = _freest(plane, *_mouth(body, camera))
    plane.add_line([begin, end], _PARTS, _WEIGHT)
    for point in (begin, end):
        plane.frame.add_point(point, _ROOM)
    look = (
        ("class", "sf-l"),
        ("fill", "none"),
        ("stroke", LIGHT["ar"]),
        ("stroke-width", _WIDTH),
    )
    add_inks(parent, [Ink(look, "".join(_streak(begin, end, way, sign, breath) for sign in (-1, 1)))])


# Breath may go aside by these angles (degrees), each of which costs so much for a degree, in covered cells.
_ASIDE = (0.0, 25.0, -25.0, 50.0, -50.0, 75.0, -75.0)
_DEGREE = 0.02


def _freest(plane: Plane, mouth: Point, ahead: Point) -> tuple[Point, Point, Point]:
    """Where the sign begins and ends so that it covers least, near the mouth, and its way."""
    least, found = inf, (mouth, mouth, ahead)
    for angle in _ASIDE:
        c, s = cos(radians(angle)), sin(radians(angle))
        x, y = way = (ahead[0] * c - ahead[1] * s, ahead[0] * s + ahead[1] * c)
        near, far = ((mouth[0] + x * out, mouth[1] + y * out) for out in (_BEGINS, _BEGINS + _LONG))
        aside = abs(angle) * _DEGREE
        cost, (begin, end) = moved(plane, [near, far], _PARTS, most=least - aside)
        if cost + aside < least:
            least, found = cost + aside, (begin, end, way)
    return found


def _mouth(body: Body, camera: Camera) -> tuple[Point, Point]:
    """Where the mouth is on the screen, and which way breath goes from there."""
    frame = body.frames["head"]
    mouth = camera.point(in_frame(body.joints["c1"], frame, *_MOUTH))
    dx, dy = camera.point(frame[2])
    size = hypot(dx, dy)
    if size < _FACING:
        dx, dy, size = (1.0 if dx >= 0 else -1.0), 0.5, hypot(1.0, 0.5)
        mouth = (mouth[0] + 8.0 * dx, mouth[1])
    return mouth, (dx / size, dy / size)


def _streak(begin: Point, end: Point, way: Point, sign: int, breath: str) -> str:
    """One of the two lines, slightly spread, with a barb at the end it goes to."""
    ux, uy = way
    nx, ny = -uy * sign, ux * sign
    near = (begin[0] + nx * _PARTS * 0.5, begin[1] + ny * _PARTS * 0.5)
    far = (end[0] + nx * _PARTS, end[1] + ny * _PARTS)
    middle = ((near[0] + far[0]) / 2 - nx, (near[1] + far[1]) / 2 - ny)
    tip, back = (far, -1.0) if breath == "out" else (near, 1.0)
    barb = (tip[0] + (ux * back + nx * 0.8) * _BARB, tip[1] + (uy * back + ny * 0.8) * _BARB)
    return curve_through([near, middle, far]) + polygon([tip, barb], is_closed=False)
