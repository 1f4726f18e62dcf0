"""A solved body and its pose become a picture: SVG text.

The parts of the body and the things round it are painted from back to front; lit muscles follow the part they lie on,
then come dashed outlines, arrows and the sign of breath. What cannot be found on the figure is shown in an inset.
Everything is computed from body and pose: the same bytes on every run.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from xml.etree.ElementTree import Element

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink import paper
from stretchguide.figure.ink.free_space import Plane
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import Ink, PictureFrame
from stretchguide.figure.picture import arrow_signs, arrows, inset
from stretchguide.figure.picture.breath import draw_breath, shows_breath
from stretchguide.figure.picture.layers import PictureLayers, close_frame
from stretchguide.figure.picture.marks import HOT, Mark, in_words, lost
from stretchguide.figure.picture.painting import Painter
from stretchguide.figure.shapes.covers import Cover, ScreenBox
from stretchguide.figure.shapes.geometry import Point
from stretchguide.figure.shapes.outline import cornered_spline, mm
from stretchguide.figure.things import shapes
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.pose import LitMuscle, Pose
from stretchguide.figure.words.views import CLOSE, VIEWS

# Round the drawing there is so much room (cm); outlines are so thick.
MARGIN = 6.0
_LINE_WIDTH = mm(1.4)


def figure(body: Body, pose: Pose, *, felt: tuple[LitMuscle, ...] = (), alone: bool = False, title: str = "") -> str:
    """The picture of a body as SVG text. `alone` makes it a file of its own, with a size, a title and its own colours.

    The title is the alternative text; without one, screen readers pass the picture over. `felt` is what the variant
    says is felt: it is lit when the pose itself says nothing.
    """
    inline, file = figure_and_file(body, pose, felt=felt, title=title)
    return file if alone else inline


def figure_and_file(body: Body, pose: Pose, *, felt: tuple[LitMuscle, ...] = (), title: str = "") -> tuple[str, str]:
    """The same picture for a page and as a file, drawn once: what `figure` gives without and with `alone`."""
    return page_and_file(PictureLayers(body, pose, felt), title)


def page_and_file(layers: PictureLayers, title: str) -> tuple[str, str]:
    """The same of layers that are asked for more than their picture."""
    root = _drawn(layers, title)
    inline = paper.text(root)
    return inline, paper.as_file(inline, root, title)


MOST_BYTES, MOST_PACKED = 6144, 2560
"""What a picture may weigh, and what it may weigh packed as it travels."""


def over_budget(svg: str) -> str | None:
    """What is wrong with the size of a picture, in words; None when it is small enough for a phone."""
    data = svg.encode()
    packed = len(gzip.compress(data, 9, mtime=0))
    remedy = "leave out an arrow or a thing"
    if len(data) > MOST_BYTES:
        return f"this picture is {len(data) / 1024:.1f} KB, {MOST_BYTES / 1024:g} KB at most; {remedy}"
    if packed > MOST_PACKED:
        return f"this picture is {packed / 1024:.1f} KB packed, {MOST_PACKED / 1024:g} KB at most; {remedy}"
    return None


def _drawn(layers: PictureLayers, title: str) -> Element:
    inks, frame = _painted(layers)
    root = paper.document(title)
    outlined = paper.group(root, OUTLINES)
    paper.add_inks(outlined, inks)
    if layers.pose.view.is_close:
        frame = close_frame(layers)
    plane = plane_of(layers, frame)
    add_signs(outlined, layers, plane)
    frame = frame.grown(MARGIN)
    missing = lost(layers.marks)
    if missing:
        frame = inset.add(root, missing, frame, plane)
    root.set("viewBox", frame.view_box())
    return root


OUTLINES = {
    "class": f"sf-o sf-{paper.SKIN}",
    "fill": LIGHT[paper.SKIN],
    "stroke": LIGHT["e"],
    "stroke-width": _LINE_WIDTH,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
}


def lost_highlights(layers: PictureLayers) -> list[str]:
    """The muscles that neither the figure nor its inset shows, such as `left piriformis`.

    One that is hidden on both sides, or lies in the middle, is named without a side.
    """
    return in_words(inset.left_out(lost(layers.marks)))


# A view that is suggested looks down at least so much (degrees): from there the floor reads as a floor.
_ELEVATION = 14.0


def better_view(body: Body, pose: Pose, felt: tuple[LitMuscle, ...] = ()) -> str | None:
    """The words of the view that hides fewest of the wanted muscles, when that is fewer than now; else None.

    Of equally good ones, the one that shows most of them.
    """
    now, _ = _sight(PictureLayers(body, pose, felt))
    if not now:
        return None
    elevation = max(_ELEVATION, pose.view.elevation)
    found = {
        way: _sight(PictureLayers(body, pose._replace(view=pose.view._replace(way=way, elevation=elevation)), felt))
        for way in VIEWS
    }
    best = min(VIEWS, key=lambda way: found[way])
    close = f" {CLOSE}" if pose.view.is_close else ""
    return f"{best} {elevation:g}{close}" if found[best][0] < now else None


def _sight(layers: PictureLayers) -> tuple[int, int]:
    """How many muscles are hidden, and how much is shown of all (square cm, below 0): the smaller the better."""
    return len(lost(layers.marks)), -round(sum(mark.shown for mark in layers.marks))


# -- painting ---------------------------------------------------------------------------------------------------------


def _painted(layers: PictureLayers) -> tuple[list[Ink], PictureFrame]:
    """All paths of body, things and lit muscles, and the frame they fill."""
    pieces, count = layers.pieces, len(layers.pieces) - len(layers.props)
    order = layers.order
    names = [pieces[i].name for i in order.indices]
    outlines = [shapes.outlines(layers.camera, prop) for prop in layers.props]
    painter = Painter(layers.scene, names, order.overlaps, _covers(layers.props, outlines))
    for index in order.indices:
        if index < count:
            painter.paint(pieces[index].name)
            painter.inks += _lit(layers.marks, pieces[index].name)
        else:
            prop = layers.props[index - count]
            room = PictureFrame()
            shapes.make_room(room, layers.camera, replace(prop, seen_to=inf))
            shapes.make_room(painter.frame, layers.camera, prop)
            later = painter.hiding.after(prop.name) if names.count(prop.name) == 1 else ()
            inks = shapes.inks(prop, outlines[index - count], later)
            painter.inks += [ink._replace(boxes=(room.box,)) for ink in inks]
    return paper.gathered(painter.inks) + _dashed(layers.marks), painter.frame


def _covers(things: Sequence[Prop], outlines: Sequence[shapes.Outlines]) -> dict[str, list[Cover]]:
    """What things hide, by name; of those that have a name in common, nothing is known."""
    names = [prop.name for prop in things]
    return {
        prop.name: shapes.covers(prop, seen)
        for prop, seen in zip(things, outlines, strict=True)
        if names.count(prop.name) == 1
    }


def _lit(found: Sequence[Mark], host: str) -> list[Ink]:
    return [
        Ink(
            paper.HOT if mark.wanted.strength == HOT else paper.WARM,
            cornered_spline(mark.patch.outline),
            (_box_round(mark.patch.outline),),
        )
        for mark in found
        if mark.host == host and mark.patch and not mark.is_hidden
    ]


def _box_round(outline: Sequence[tuple[Point, bool]]) -> ScreenBox:
    frame = PictureFrame()
    for point, _ in outline:
        frame.add_point(point)
    return frame.box


# A dashed outline is drawn unless later parts cover more of it; on the neck there is no room for it.
_MOST_COVERED = 0.3


def _dashed(found: Sequence[Mark]) -> list[Ink]:
    """What lies behind the body, where no patch is in its way: then the inset alone shows it."""
    lit = PictureFrame()
    for mark in found:
        if mark.patch and not mark.is_hidden:
            for point, _ in mark.patch.outline:
                lit.add_point(point)
    return [
        Ink(paper.HIDDEN, cornered_spline(mark.whole.outline))
        for mark in found
        if mark.is_hidden
        and not mark.is_spared
        and mark.covered < _MOST_COVERED
        and mark.host != "neck"
        and not any(lit.holds(point) for point, _ in mark.whole.outline)
    ]


# How bad it is to cover things, against 1 for the body: they may be covered a little, lit muscles may not.
_PROP_WEIGHT = 0.35
_MARK_WEIGHT = 3.0


def plane_of(layers: PictureLayers, frame: PictureFrame) -> Plane:
    """What is taken on the drawing."""
    plane = Plane(frame)
    if not layers.pose.arrows and not shows_breath(layers.pose.breath) and not lost(layers.marks):
        return plane
    count = len(layers.pieces) - len(layers.props)
    for i, piece in enumerate(layers.pieces):
        plane.add_discs([(x, y, radius) for x, y, _, radius in piece.spots], 1.0 if i < count else _PROP_WEIGHT)
    for mark in layers.marks:
        if mark.patch and not mark.is_hidden:
            plane.add_line([point for point, _ in mark.patch.outline], 2.0, _MARK_WEIGHT)
    return plane


def add_signs(parent: Element, layers: PictureLayers, plane: Plane) -> None:
    """Arrows first, then the sign of breath, each where it covers least; paths that look alike become one."""
    pose = layers.pose
    if not pose.arrows and not shows_breath(pose.breath):
        return
    parent = paper.group(parent, {"stroke-linecap": "round"})
    for arrow in pose.arrows:
        arrow_signs.draw(parent, layers.camera, arrows.sign(layers.body, arrow, BASES[pose.base]), plane)
    draw_breath(parent, layers.body, layers.camera, pose.breath, plane)
    paper.join_paths(parent)
