"""A solved body and its pose become a picture of a real body: the second engine, while records are drawn by the first.

The body is line art from a depth buffer that knows the things which may hide it (``portrait``); the things are drawn as
they are by the first engine, behind it. Arrows, the sign of breath and the inset are those of the first engine too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

import numpy as np

from stretchguide.figure.ink import paper
from stretchguide.figure.ink.depth import painting_order
from stretchguide.figure.ink.free_space import Plane
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.muscles.map_body import MAP_VIEWS, visible
from stretchguide.figure.muscles.skin import members
from stretchguide.figure.picture import drawing, inset
from stretchguide.figure.picture.layers import PictureLayers, close_frame
from stretchguide.figure.picture.marks import FINDABLE, HOT, Wanted, is_found
from stretchguide.figure.portrait.light import LitPlace
from stretchguide.figure.portrait.line_art import LineArt
from stretchguide.figure.portrait.portrait import Portrait
from stretchguide.figure.raster.arrays import Floats
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.path_numbers import mm
from stretchguide.figure.skin.posed_skin import PosedSkin, skin_of
from stretchguide.figure.things import shapes
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.trace.curve_text import steps_in_mm
from stretchguide.format.sides import OTHER


def page_and_file(layers: PictureLayers, rest: RestBody, title: str) -> tuple[str, str]:
    """The picture for a page and as a file; the title is the alternative text."""
    root = _drawn(layers, rest, title)
    inline = paper.text(root)
    return inline, paper.as_file(inline, root, title)


def _drawn(layers: PictureLayers, rest: RestBody, title: str) -> Element:
    skin = skin_of(rest, layers.body)
    root = paper.document(title)
    holder = paper.group(root, _ART)
    frame = close_frame(layers) if layers.pose.view.is_close else _frame(layers, skin)
    plane = _plane(layers, skin, frame)
    drawing.add_signs(paper.group(root, drawing.OUTLINES), layers, plane)
    frame = frame.grown(drawing.MARGIN)
    portrait = Portrait(rest, skin, layers.body, layers.camera, _lit(layers), _opaque(layers.props))
    art = portrait.art(frame.box)
    missing = _missing(layers.wanted, art.light.shown)
    if missing:
        with_inset = inset.add(root, missing, frame, plane)
        if layers.pose.view.is_close and with_inset != frame:
            art = portrait.art(with_inset.box)
        frame = with_inset
    _draw(holder, layers, art)
    root.set("viewBox", frame.view_box())
    return root


def _draw(parent: Element, layers: PictureLayers, art: LineArt) -> None:
    """The things, the shadow on them, the body where nothing hides it, and what it is seen through."""
    width = {"stroke-width": mm(_THING_LINE * art.pixels.grid.cell), "stroke-opacity": _QUIET, "paint-order": "stroke"}
    steps = steps_in_mm(art.pixels.grid)
    scale = {"transform": f"scale({1 / steps:g})"} if steps > 1 else {}
    things = _in_order(layers)
    paper.add_inks(paper.group(parent, width), _thing_inks(layers, _opaque(things)))
    paper.add_inks(paper.group(parent, scale), [art.ground(), *art.body()])
    paper.add_inks(paper.group(parent, width), _thing_inks(layers, [prop for prop in things if prop.is_see_through]))


def _in_order(layers: PictureLayers) -> list[Prop]:
    """The things from back to front."""
    order = painting_order([prop.piece(layers.camera) for prop in layers.props], {})
    return [layers.props[number] for number in order.indices]


def _thing_inks(layers: PictureLayers, props: Sequence[Prop]) -> list[paper.Ink]:
    return [ink for prop in props for ink in shapes.inks(prop, shapes.outlines(layers.camera, prop))]


# Lines of things, in pixels: quieter than those of the body. Their inner half is painted over.
_THING_LINE, _QUIET = 2.6, ".8"
_ART = {name: value for name, value in drawing.OUTLINES.items() if name != "paint-order"} | {"stroke-linecap": "round"}


def _frame(layers: PictureLayers, skin: PosedSkin) -> PictureFrame:
    """What body and things fill."""
    x, y = _on_screen(layers, skin)
    frame = PictureFrame(*(round(float(each), 3) for each in (x.min(), y.min(), x.max(), y.max())))
    for prop in layers.props:
        shapes.make_room(frame, layers.camera, prop)
    return frame


def _on_screen(layers: PictureLayers, skin: PosedSkin) -> tuple[Floats, Floats]:
    """Where the corners of the skin are on the screen, in cm."""
    right, up = (np.array(way) for way in (layers.camera.right, layers.camera.up))
    return (skin.vertices * right).sum(1).round(3), -(skin.vertices * up).sum(1).round(3)


def _lit(layers: PictureLayers) -> list[LitPlace]:
    return [LitPlace(wanted.name, wanted.side, wanted.strength == HOT) for wanted in layers.wanted]


def _opaque(props: Sequence[Prop]) -> list[Prop]:
    return [prop for prop in props if not prop.is_see_through]


# A cell of the body on the screen, and what of it is taken (cm). Some corners of the skin are enough to find them.
_CELL, _CELL_RADIUS, _SOME = 2.5, 1.9, 2
_THING_WEIGHT = 0.35


def _plane(layers: PictureLayers, skin: PosedSkin, frame: PictureFrame) -> Plane:
    """What is taken on the drawing: signs and insets go where nothing is."""
    plane = Plane(frame)
    across, down = ((axis[::_SOME] // _CELL).tolist() for axis in _on_screen(layers, skin))
    cells = set(zip(across, down, strict=True))
    plane.add_discs([((x + 0.5) * _CELL, (y + 0.5) * _CELL, _CELL_RADIUS) for x, y in sorted(cells)])
    for prop in layers.props:
        spots = prop.piece(layers.camera).spots
        plane.add_discs([(x, y, radius) for x, y, _, radius in spots], _THING_WEIGHT)
    return plane


def _missing(wanted: Sequence[Wanted], shown: Mapping[LitPlace, float]) -> list[Wanted]:
    """The muscles that a reader would not find, so little of them and of their twins shows, but would on the map."""
    areas = {(place.name, place.side): area for place, area in shown.items()}
    return sorted(
        {
            each
            for each in wanted
            if not is_found(each.name, areas[each.name, each.side])
            and areas.get((each.name, OTHER[each.side]), 0.0) < FINDABLE
            and _on_map(each) > max(_LEAST_ON_MAP, areas[each.name, each.side])
        }
    )


# The map shows where a muscle is by so much of it (square cm).
_LEAST_ON_MAP = 8.0


def _on_map(wanted: Wanted) -> float:
    """How much of a muscle the better view of the map shows (square cm)."""
    return max(sum(visible(name, view, (wanted.side,)) for name in members(wanted.name)) for view in MAP_VIEWS)
