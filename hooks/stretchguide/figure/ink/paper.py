"""Paths with their colours, and the SVG text made of them: the last step of every drawing.

Neighbouring paths that look alike share one group, so that their colours are written once. Nothing has an id: a page
shows many figures, and ids would clash. The same paths give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from typing import NamedTuple
from xml.etree import ElementTree

from stretchguide.figure.ink.palette import LIGHT, alone_css
from stretchguide.figure.shapes.geometry import Camera, Point, ScreenBox
from stretchguide.figure.shapes.outline import Volume, mm, projected

NAMESPACE = "http://www.w3.org/2000/svg"
Element = ElementTree.Element
Attributes = tuple[tuple[str, str], ...]


class Ink(NamedTuple):
    """One path, and the attributes it is painted with, class first."""

    look: Attributes
    path: str


SKIN = "n"
"""The colour that pieces have which say nothing: most are skin."""


def fill(token: str) -> Attributes:
    """A filled piece with the outline of the figure."""
    return () if token == SKIN else (("class", f"sf-{token}"), ("fill", LIGHT[token]))


def plain(token: str) -> Attributes:
    """A filled piece without outline."""
    return (*fill(token), ("stroke", "none"))


def seen_through(token: str) -> Attributes:
    """A filled piece through which one sees what lies behind."""
    return (*fill(token), ("opacity", ".6"))


HOT: Attributes = (("class", "sf-mu"), ("fill", LIGHT["mu"]), ("stroke", LIGHT["n"]))
"""What is stretched most: solid, with a light edge that separates it from dark cloth."""
WARM: Attributes = (
    ("class", "sf-wa"),
    ("fill", LIGHT["wa"]),
    ("stroke", LIGHT["mu"]),
    ("stroke-width", mm(1.6)),
    ("paint-order", "normal"),
)
"""Also stretched: outlined, so that it differs from hot by more than colour."""


@dataclass
class PictureFrame:
    """The piece of the plane that a drawing covers, in cm; it grows with what is put in. Empty at first."""

    left: float = float("inf")
    top: float = float("inf")
    right: float = float("-inf")
    bottom: float = float("-inf")

    def add_point(self, point: Point, margin: float = 0.0) -> None:
        """Make room for a point and a margin round it."""
        x, y = point
        self.left = min(self.left, x - margin)
        self.right = max(self.right, x + margin)
        self.top = min(self.top, y - margin)
        self.bottom = max(self.bottom, y + margin)

    def add_volume(self, camera: Camera, volume: Volume) -> None:
        """Make room for a ball or an ellipsoid."""
        ellipse = projected(camera, volume)
        wide, high = sqrt(ellipse.xx), sqrt(ellipse.yy)
        self.add_point((ellipse.x - wide, ellipse.y - high))
        self.add_point((ellipse.x + wide, ellipse.y + high))

    @property
    def box(self) -> ScreenBox:
        """Left, top, right, bottom."""
        return (self.left, self.top, self.right, self.bottom)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def __or__(self, other: PictureFrame) -> PictureFrame:
        """What holds both."""
        return PictureFrame(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def grown(self, margin: float) -> PictureFrame:
        """The same with a margin round it."""
        return PictureFrame(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def moved(self, by: Point) -> PictureFrame:
        """The same, so far to the right and down."""
        x, y = by
        return PictureFrame(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def filling(self, aspect: float) -> PictureFrame:
        """The same, grown to both sides or up and down until it has an aspect, width to height."""
        aside = max(0.0, self.height * aspect - self.width) / 2
        upright = max(0.0, self.width / aspect - self.height) / 2
        return PictureFrame(self.left - aside, self.top - upright, self.right + aside, self.bottom + upright)

    @property
    def width(self) -> float:
        """In cm."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In cm."""
        return self.bottom - self.top

    def view_box(self) -> str:
        """As SVG wants it."""
        return " ".join(map(mm, (self.left, self.top, self.width, self.height)))


def add_inks(parent: Element, inks: Iterable[Ink]) -> None:
    """Put paths under an element, in order; neighbours that look alike share a group. Empty paths are left out."""
    drawn = [ink for ink in inks if ink.path]
    for look, run in groupby(drawn, key=lambda ink: ink.look):
        paths = [ink.path for ink in run]
        is_shared = bool(look) and len(paths) > 1
        holder, own = (group(parent, dict(look)), {}) if is_shared else (parent, dict(look))
        for path in paths:
            ElementTree.SubElement(holder, "path", {**own, "d": path})


def join_paths(parent: Element) -> None:
    """Make one path of all paths under an element that look alike, where the first of them is."""
    first: dict[Attributes, Element] = {}
    for path in list(parent.findall("path")):
        look = tuple((name, value) for name, value in path.items() if name != "d")
        kept = first.setdefault(look, path)
        if kept is not path:
            kept.set("d", kept.get("d", "") + path.get("d", ""))
            parent.remove(path)


def group(parent: Element, attributes: Mapping[str, str]) -> Element:
    """A group under an element."""
    return ElementTree.SubElement(parent, "g", dict(attributes))


def document(title: str) -> Element:
    """The root element. With a title it is an image with that name; without one, screen readers pass over it."""
    attributes = {"xmlns": NAMESPACE, "class": "sf", "viewBox": ""}
    if title:
        return Element("svg", {**attributes, "role": "img", "aria-label": title})
    return Element("svg", {**attributes, "aria-hidden": "true"})


# Pixels for each mm in a stand-alone file that is shown without any other size.
_PIXELS = 0.2


def text(root: Element) -> str:
    """The SVG text, without a declaration; empty elements have no space before their slash."""
    return ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")


_CLASS = re.compile(r'\bclass="([^"]*)"')


def as_file(inline: str, root: Element, title: str) -> str:
    """The text of a document as a file of its own: with a size, a title, and colours that follow the device.

    In such a file nothing else has classes, so that they need no `sf-`.
    """
    inside = inline[inline.index(">") + 1 :].replace('class="sf-', 'class="').replace(" sf-", " ")
    width, height = (float(value) for value in root.get("viewBox", "").split()[2:])
    size = {"width": str(round(width * _PIXELS)), "height": str(round(height * _PIXELS))}
    head = Element("svg", {**root.attrib, **size})
    if title:
        del head.attrib["aria-label"]
        ElementTree.SubElement(head, "title").text = title
    used = " ".join(_CLASS.findall(inside)).split()
    ElementTree.SubElement(head, "style").text = alone_css(frozenset(("sf", *used)))
    return text(head).removesuffix("</svg>") + inside
