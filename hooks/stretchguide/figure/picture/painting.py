"""The body as paths, part after part from back to front, without an outline across a joint.

At a joint, the part that is painted later is left open, so that its fill closes the gap and its outline does not.
Where that cannot be, a patch without outline is painted over the joint. Far limbs are a tint darker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from stretchguide.figure.body.flesh import (
    PART_NAMES,
    BodyPart,
    Covering,
    Hull,
    Layer,
    PartLink,
    links,
    parts,
)
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.depth import Joint, Pair, on_screen
from stretchguide.figure.ink.far_side import far_parts
from stretchguide.figure.ink.paper import LINE, Attributes, Ink, PictureFrame, fill, plain
from stretchguide.figure.picture import head
from stretchguide.figure.picture.hiding import Hiding
from stretchguide.figure.shapes.covers import Cover
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.shapes.outline import Limb, Pen, SeenLimb, ball, contour_of, draw_together, limb_path, polygon
from stretchguide.format.sides import SIDES

TOKEN: dict[Covering, str] = {"skin": "n", "top": "c", "cloth": "d"}
"""By what a piece shows, the class of its colour; with an `f` after it the darker one of far limbs."""

# How near to a joint (cm on the screen) two parts are not compared: about the thickness of the limb there.
_GROWN_LIMBS = (
    ("chest", "upper arm", "shoulder", 12.0),
    ("upper arm", "forearm", "elbow", 7.0),
    ("forearm", "hand", "wrist", 7.0),
    ("pelvis", "thigh", "hip", 17.0),
    ("thigh", "shank", "knee", 11.0),
    ("shank", "foot", "ankle", 8.0),
)
_GROWN_TRUNK: tuple[tuple[Pair, str, float], ...] = (
    (("pelvis", "chest"), "l3", 30.0),
    (("chest", "neck"), "c7", 14.0),
    (("chest", "head"), "c7", 1.0),
)


def joints(body: Body, camera: Camera) -> dict[Pair, Joint]:
    """Where parts grow together, for the order of painting."""
    found = {pair: Joint(camera.point(body.joints[name]), radius) for pair, name, radius in _GROWN_TRUNK}
    for side in SIDES:
        for parent, piece, name, radius in _GROWN_LIMBS:
            pair = (parent if parent in PART_NAMES else f"{side} {parent}", f"{side} {piece}")
            found[pair] = Joint(camera.point(body.joints[f"{side} {name}"]), radius)
    return found


class SeenBody:
    """One body as one camera sees it: what painting and the order of painting both need, made once."""

    def __init__(self, body: Body, camera: Camera) -> None:
        self.body = body
        self.camera = camera
        self.parts = parts(body)
        self.joints = joints(body, camera)
        self.spots = {name: on_screen(camera, part.balls) for name, part in self.parts.items()}


class _Last(NamedTuple):
    """The part that was painted last, to whose path the next part may be added."""

    part: BodyPart
    paths: int
    """How many paths there were after it."""


# Two parts whose overlap outside their joint is less (square cm) can share one outline.
_HARDLY_OVERLAP = 6.0
# A ball covers a joint when the joint lies within this share of its radius.
_BURIES = 0.7
# The shoulder of a shirt, painted over the outline between sleeve and chest.
_SHOULDER_RADIUS = 5.3


class Painter:
    """Paints the parts of one body in the order they are given, on paths and a frame that others may write on too."""

    def __init__(
        self,
        scene: SeenBody,
        order: Sequence[str],
        overlaps: Mapping[Pair, float],
        things: Mapping[str, Sequence[Cover]] = MappingProxyType({}),
    ) -> None:
        body, camera = scene.body, scene.camera
        self.hiding = Hiding(camera, scene.parts, order, things)
        self.inks: list[Ink] = []
        self.frame = PictureFrame()
        self._body = body
        self._camera = camera
        self._scene = scene
        self._parts = scene.parts
        self._links = links(body)
        self._overlaps = overlaps
        self._order = tuple(order)
        self._position = {name: i for i, name in enumerate(order)}
        self._far = far_parts(body, camera)
        self._buried = frozenset((link.parent, link.child) for link in self._links if self._is_buried(link))
        self._open = frozenset((link.parent, link.child) for link in self._links if self._can_open(link))
        self._foreshortened: set[str] = set()
        self._merged: set[Pair] = set()
        self._done: set[str] = set()
        self._now = ""
        self._last: _Last | None = None

    def paint(self, name: str) -> None:
        """Paint one part of the body, its details and what belongs over the joints that are complete with it."""
        self._now = name
        part = self._parts[name]
        for index in range(len(part.layers)):
            self._paint_layer(part, index)
        if name == "head":
            self._paint_head()
        self._done.add(name)
        for link in self._links:
            if name in (link.parent, link.child) and {link.parent, link.child} <= self._done:
                self._paint_joint(link)
        self._last = _Last(part, len(self.inks))

    # -- parts --------------------------------------------------------------------------------------------------------

    def _paint_layer(self, part: BodyPart, index: int) -> None:
        layer = part.layers[index]
        pen = Pen()
        sides = self._draw(part, index, pen)
        look = fill(self._token(layer.kind, part.name))
        boxes = self.hiding.boxes(part.name, index)
        last = self._last
        if last and not sides and self._continues(last, part, layer, look):
            self.inks[-1] = Ink(look, self.inks[-1].path + pen.path, self.inks[-1].boxes + boxes)
            self._merged.add((last.part.name, part.name))
        elif sides:
            self.inks += (Ink(LINE, sides, boxes), Ink(plain(self._token(layer.kind, part.name)), pen.path, boxes))
        else:
            self.inks.append(Ink(look, pen.path, boxes))

    def _draw(self, part: BodyPart, index: int, pen: Pen) -> str:
        """Draw a layer; return the sides of limbs alone, when both ends are open."""
        for box in self.hiding.boxes(part.name, index):
            self.frame.add_box(box)
        draw_together(self.hiding.contours(part.name, index), self.hiding.later(part.name, index), pen)
        limbs = self.hiding.limbs(part.name, index)
        return "".join([self._draw_limb(part.name, index, limb, pen) for limb in limbs])

    def _draw_limb(self, name: str, index: int, seen: SeenLimb, pen: Pen) -> str:
        if self.hiding.hides(name, index, seen):
            return ""
        limb = seen.limb
        hidden_by = self.hiding.later(name, index)
        later = [pair for pair in self._open if name in pair and name == self._later(*pair)]
        is_start_open = limb.start == 0 and any(child == name for _, child in later)
        is_end_open = limb.end == 1 and any(parent == name for parent, _ in later)
        trace = limb_path(seen, pen, is_start_open, is_end_open, later=hidden_by)
        if trace.is_foreshortened:
            self._foreshortened.add(name)
        return trace.sides

    def _continues(self, last: _Last, part: BodyPart, layer: Layer, look: Attributes) -> bool:
        """Whether a part can share the outline of the last one: same look, next to it, and nothing in between."""
        overlap = self._overlaps.get((last.part.name, part.name))
        if overlap is None or overlap >= _HARDLY_OVERLAP or len(part.layers) > 1:
            return False
        is_same = bool(self.inks) and self.inks[-1].look == look and last.part.layers[-1].kind == layer.kind
        return is_same and last.paths == len(self.inks)

    def _token(self, kind: Covering, name: str) -> str:
        return TOKEN[kind] + ("f" if name in self._far else "")

    # -- joints -------------------------------------------------------------------------------------------------------

    def _later(self, parent: str, child: str) -> str:
        return parent if self._position[parent] > self._position[child] else child

    def _is_even(self, link: PartLink) -> bool:
        """Whether both parts have the same tint: else the outline between them stays."""
        return (link.parent in self._far) == (link.child in self._far)

    def _is_buried(self, link: PartLink) -> bool:
        """Whether a part that is painted between the two covers the joint: then nothing is left to grow together."""
        first, last = sorted((self._position[link.parent], self._position[link.child]))
        x, y = self._scene.joints[(link.parent, link.child)].place
        return any(
            (u - x) * (u - x) + (v - y) * (v - y) < radius * _BURIES * radius * _BURIES
            for name in self._order[first + 1 : last]
            for u, v, _, radius in self._scene.spots.get(name, ())
        )

    def _can_open(self, link: PartLink) -> bool:
        """Whether the later part is a limb that ends at the joint, so that it can be left open there."""
        if not self._is_even(link) or (link.parent, link.child) in self._buried:
            return False
        later = self._later(link.parent, link.child)
        limbs = [shape for layer in self._parts[later].layers for shape in layer.shapes if isinstance(shape, Limb)]
        return any(limb.end == 1 if later == link.parent else limb.start == 0 for limb in limbs)

    def _paint_joint(self, link: PartLink) -> None:
        pair = (link.parent, link.child)
        is_merged = pair in self._merged or pair[::-1] in self._merged
        if not self._is_even(link) or is_merged or pair in self._buried:
            return
        later = self._later(link.parent, link.child)
        if pair in self._open:
            if link.parent == "chest" and later == link.child:
                side = link.child.partition(" ")[0]
                shoulder = ball(self._body.joints[f"{side} shoulder"], _SHOULDER_RADIUS)
                self._patch(link.kind, later, (shoulder,))
            if later not in self._foreshortened:
                return
        if later == link.parent:
            self._patch(link.kind, link.child, link.child_patch())
        else:
            self._patch(link.kind, link.parent, link.parent_patch())

    def _patch(self, kind: Covering, name: str, hull: Hull) -> None:
        self._ink_hull(plain(self._token(kind, name)), hull)

    def _ink_hull(self, look: Attributes, hull: Hull) -> None:
        """Paint a hull now, but for what the parts hide that come later."""
        outline, pen = contour_of(self._camera, hull), Pen()
        box = outline.cover.box
        draw_together([outline], self.hiding.after(self._now), pen)
        self.inks.append(Ink(look, pen.path, (box,)))

    # -- head ---------------------------------------------------------------------------------------------------------

    def _paint_head(self) -> None:
        boxes = self.hiding.boxes("head", 0)
        self.inks.append(Ink(fill("h"), head.cap(self._body, self._camera), boxes))
        for ear in head.ears(self._body, self._camera):
            self._ink_hull(fill("n"), (ear,))
        nose = head.nose(self._body, self._camera)
        if nose:
            self.inks.append(Ink(plain("no"), polygon(nose), boxes))
