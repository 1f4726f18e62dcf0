"""The small sign before the mouth that says when to breathe in or out: three soft arcs, with no head of an arrow.

They open away from the mouth for a breath out, and towards it for a breath in. Where there is no room beside the mouth
there is no sign: the step says it too.
"""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin
from typing import TypeGuard
from xml.etree.ElementTree import Element

from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.free_space import Plane
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import Ink, add_inks
from stretchguide.figure.shapes.geometry import Camera, Point
from stretchguide.figure.shapes.outline import mm
from stretchguide.figure.shapes.pen import line_through

# The mouth in the frame of the head (cm).
_MOUTH = (0.0, -0.6, 10.8)
# How far before the mouth the three arcs are, how far each reaches to both sides (cm), and how much it bends (cm).
_FAR, _REACH, _BEND = (4.0, 6.6, 9.2), (1.7, 2.7, 3.7), (0.7, 1.0, 1.3)
_WIDTH, _SOFT = mm(1.0), ".65"
# Round it the drawing leaves so much room, and to cover it is worse than to cover the body.
_ROOM, _WEIGHT = 2.0, 5.0
# A face that looks at the eye breathes to the side and down, from beside the mouth (cm).
_FACING, _BESIDE = 0.45, 8.0
# Breath may go aside by these angles (degrees).
_ASIDE = (0.0, 25.0, -25.0, 50.0, -50.0, 75.0, -75.0)


def shows_breath(breath: str | None) -> TypeGuard[str]:
    """Whether there is a sign for a way to breathe."""
    return breath in ("in", "out")


def draw_breath(parent: Element, body: Body, camera: Camera, breath: str | None, plane: Plane) -> None:
    """Put the sign under an element with round line ends; breathing at ease has none."""
    if not shows_breath(breath):
        return
    mouth, ahead = _mouth(body, camera)
    free = (arcs for aside in _ASIDE if plane.along(_spread(arcs := _arcs(mouth, ahead + aside, breath))) == 0)
    found = next(free, None)
    if found is None:
        return
    plane.add_line([arc[1] for arc in found], _REACH[-1], _WEIGHT)
    for arc in found:
        plane.make_room(arc[1], _ROOM)
    look = (
        ("class", "sf-l sf-fa"),
        ("fill", "none"),
        ("stroke", LIGHT["ar"]),
        ("stroke-width", _WIDTH),
        ("stroke-opacity", _SOFT),
    )
    add_inks(parent, [Ink(look, "".join(map(line_through, found)))])


def _spread(arcs: list[list[Point]]) -> list[Point]:
    """Points of the arcs, and some between and around them."""
    return [point for arc in arcs for point in (arc[0], arc[1], arc[2])]


def _arcs(mouth: Point, angle: float, breath: str) -> list[list[Point]]:
    """Three arcs before the mouth on a way (degrees on the screen), each by its ends and what it is drawn to."""
    ux, uy = cos(radians(angle)), sin(radians(angle))
    found = []
    for far, reach, bend in zip(_FAR, _REACH, _BEND, strict=True):
        out = bend if breath == "out" else -bend
        x, y = mouth[0] + ux * far, mouth[1] + uy * far
        ends = [(x - ux * out - uy * reach * sign, y - uy * out + ux * reach * sign) for sign in (-1, 1)]
        found.append([ends[0], (x + ux * out, y + uy * out), ends[1]])
    return found


def _mouth(body: Body, camera: Camera) -> tuple[Point, float]:
    """Where the mouth is on the screen, and which way breath goes from there (degrees)."""
    frame = body.frames["head"]
    mouth = camera.point(in_frame(body.joints["c1"], frame, *_MOUTH))
    dx, dy = camera.point(frame[2])
    if hypot(dx, dy) < _FACING:
        dx, dy = (1.0 if dx >= 0 else -1.0), 0.5
        mouth = (mouth[0] + _BESIDE * dx, mouth[1])
    return mouth, degrees(atan2(dy, dx))
