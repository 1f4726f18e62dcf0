"""The sign of shaking out: two short arcs on both sides of a hand or a foot, as of something that goes to and fro.

They have no head: nobody is to go anywhere. They stand across the end of the limb, where they tell most, even where
that covers something; there a light rim sets them off.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from xml.etree.ElementTree import Element

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.free_space import Plane
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import Ink, add_inks
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.visible import Look
from stretchguide.figure.shapes.geometry import Camera, Point
from stretchguide.figure.shapes.outline import mm
from stretchguide.figure.shapes.pen import line_through
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.signs import ARROW_PAIRS
from stretchguide.format.sides import SIDES

# The joint where the end of a limb begins, and the next one up: the limb runs from there.
_ENDS = {
    **dict.fromkeys(("hand", "arm"), ("wrist", "elbow")),
    **dict.fromkeys(("foot", "leg"), ("ankle", "knee")),
}
# What shows that end, and which share of its side is enough.
_SHOWN, _SEEN = {"hand": "hand", "arm": "hand", "foot": "foot", "leg": "foot"}, 0.2
# The middle of a hand, or of a foot seen from the shin, lies so far beyond that joint (cm).
_BEYOND = 6.0
# How far from the middle the two arcs of a side are, how far each reaches along the limb to both sides, and how much it
# bends away from it (cm on the screen of a whole body).
_FAR, _REACH, _BEND = (8.5, 12.0), (3.6, 5.2), (1.4, 2.0)
_WIDTH, _RIM = 1.6, 0.7
# Round them the drawing leaves so much room (cm), and to cover them is worse than to cover the body.
_ROOM, _WEIGHT = 2.0, 5.0


def draw_shaking(parent: Element, scene: Scene, arrow: Arrow, plane: Plane) -> None:
    """Put the sign of each hand or foot that is shaken under an element with round line ends; the plane then knows.

    One that is hidden has none: it would be a sign of what covers it.
    """
    look = Look(scene)
    seen = [(side, part) for side, part in _each(arrow.part) if look.free(f"{side} {_SHOWN[part]}") > _SEEN]
    arcs = [arc for side, part in seen for arc in _arcs(scene.body, scene.camera, side, part)]
    for arc in arcs:
        plane.add_line(arc, _WIDTH, _WEIGHT)
        for point in arc:
            plane.make_room(point, _ROOM)
    path = "".join(map(line_through, arcs))
    rim = (("class", "sf-hl"), ("fill", "none"), ("stroke", LIGHT["bg"]), ("stroke-width", mm(_WIDTH + 2 * _RIM)))
    line = (("class", "sf-l"), ("fill", "none"), ("stroke", LIGHT["ar"]), ("stroke-width", mm(_WIDTH)))
    add_inks(parent, [Ink(rim, path), Ink(line, path)])


def _each(part: str) -> Iterator[tuple[str, str]]:
    """The sides that are shaken, with the part: both of a pair."""
    side, _, piece = part.rpartition(" ")
    yield from [(side, piece)] if side else [(each, ARROW_PAIRS[part]) for each in SIDES]


def _arcs(body: Body, camera: Camera, side: str, part: str) -> Iterator[list[Point]]:
    """Two arcs on each side of the end of a limb on the screen, each by its ends and what it is drawn through."""
    end, before = (f"{side} {joint}" for joint in _ENDS[part])
    (x0, y0), (x, y) = camera.point(body.joints[before]), camera.point(body.joints[end])
    long = hypot(x - x0, y - y0)
    ux, uy = ((x - x0) / long, (y - y0) / long) if long > _BEYOND else (0.0, 1.0)
    x, y = x + ux * _BEYOND, y + uy * _BEYOND
    for off in (-1, 1):
        for far, reach, bend in zip(_FAR, _REACH, _BEND, strict=True):
            near, out = off * (far - bend), off * (far + bend)
            ends = [(x - uy * near + ux * on, y + ux * near + uy * on) for on in (-reach, reach)]
            yield [ends[0], (x - uy * out, y + ux * out), ends[1]]
