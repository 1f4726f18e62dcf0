"""A solved body and its pose become a picture: SVG text.

The body is line art from a depth buffer that knows the things which may hide it (``portrait``); these are painted
behind it. Arrows and the sign of breath go where nothing is, and what cannot be found on the body is shown in an inset.
Everything is computed from body and pose: the same bytes on every run.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from stretchguide.figure.ink import paper
from stretchguide.figure.ink.depth import painting_order
from stretchguide.figure.ink.free_space import Plane
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.picture import arrow_signs, arrows, inset
from stretchguide.figure.picture.breath import draw_breath, shows_breath
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.wanted import Wanted, in_words, on_map, unfound
from stretchguide.figure.portrait.line_art import LineArt
from stretchguide.figure.shapes.path_numbers import mm
from stretchguide.figure.things import shapes
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.trace.curve_text import steps_in_mm
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.views import CLOSE, VIEWS

# Round the drawing there is so much room (cm); lines of arrows and the like are so thick.
MARGIN = 6.0
_LINE_WIDTH = mm(1.4)
# Lines of things, in pixels: quieter than those of the body. Their inner half is painted over.
_THING_LINE, _QUIET = 2.6, ".8"

_LINES = {
    "class": f"sf-o sf-{paper.SKIN}",
    "fill": LIGHT[paper.SKIN],
    "stroke": LIGHT["e"],
    "stroke-width": _LINE_WIDTH,
    "stroke-linejoin": "round",
}
_SIGNS = _LINES | {"paint-order": "stroke", "stroke-linecap": "round"}
_ART = _LINES | {"stroke-linecap": "round"}

# A muscle that is not found is worth an inset when the map shows so much of it (square cm), and more than the figure.
_LEAST_ON_MAP = 4.0


class Sketch(NamedTuple):
    """A picture in both its forms, and what it does not show."""

    inline: str
    """For a page, coloured by its tokens."""
    alone: str
    """As a file of its own, with a size and own colours."""
    lost: tuple[str, ...]
    """The muscles that neither the figure nor its inset shows, such as `left piriformis`. One that is hidden on both
    sides, or lies in the middle, is named without a side."""


def drawn(scene: Scene, title: str = "") -> Sketch:
    """The picture of a scene. The title is its alternative text; without one screen readers pass it over."""
    root = paper.document(title)
    holder = paper.group(root, _ART)
    plane = _plane(scene)
    _add_signs(paper.group(root, _SIGNS), scene, plane)
    frame = plane.frame.grown(MARGIN)
    art = scene.portrait.art(frame.box)
    shown = _shown(scene, art)
    unseen = unfound(scene.rest, shown)
    missing = [each for each in unseen if on_map(scene.rest, each) > max(_LEAST_ON_MAP, shown[each])]
    if missing:
        with_inset = inset.add(root, scene.rest, missing, frame, plane)
        if scene.pose.view.is_close and with_inset != frame:
            art = scene.portrait.art(with_inset.box)
        frame = with_inset
    root.set("viewBox", frame.view_box())
    lost = [each for each in unseen if each not in missing] + inset.left_out(scene.rest, missing)
    return Sketch(*_light_enough(root, holder, scene, art, title), tuple(in_words(sorted(lost))))


def _light_enough(root: Element, holder: Element, scene: Scene, art: LineArt, title: str) -> tuple[str, str]:
    """Both forms of the picture: as fine as it can be without being too large, or else as coarse as it may be."""
    inline = alone = ""
    for looseness in _LOOSENESS:
        del holder[:]
        _draw(holder, scene, replace(art, looseness=looseness))
        inline = paper.text(root)
        alone = paper.as_file(inline, root, title)
        if _packed(alone) <= MOST_PACKED - _WORDS:
            break
    return inline, alone


def _shown(scene: Scene, art: LineArt) -> Mapping[Wanted, float]:
    """How much of each wanted muscle can be seen on the body (square cm)."""
    areas = {(place.name, place.side): area for place, area in art.light.shown.items()}
    return {each: areas[each.name, each.side] for each in scene.wanted}


MOST_PACKED = 3072
"""What a picture may weigh packed, as it travels, in bytes."""


# Room for the alternative text, which comes later (bytes, packed).
_WORDS = 150
# How many times as far as usual the curves of a crowded picture may stray, tried in this order.
_LOOSENESS = (1.0, 1.6, 2.4, 3.4)


def _packed(svg: str) -> int:
    return len(gzip.compress(svg.encode(), 9, mtime=0))


def over_budget(svg: str) -> str | None:
    """What is wrong with the size of a picture, in words; None when it is small enough for a phone."""
    packed = _packed(svg)
    if packed > MOST_PACKED:
        most = f"{MOST_PACKED / 1024:g} KB at most; leave out an arrow or a thing"
        return f"this picture is {packed / 1024:.1f} KB packed, {most}"
    return None


# A view that is suggested looks down at least so much (degrees): from there the floor reads as a floor.
_ELEVATION = 14.0


def better_view(scene: Scene) -> str | None:
    """The words of the view from which fewest of the wanted muscles are hidden on the body, when that is fewer than
    now; else None.

    Of equally good ones, the one that shows most of them.
    """
    view = scene.pose.view
    now, _ = _sight(scene)
    if not now:
        return None
    elevation = max(_ELEVATION, view.elevation)
    found = {way: _sight(scene.seen_from(view._replace(way=way, elevation=elevation))) for way in VIEWS}
    best = min(VIEWS, key=lambda way: found[way])
    close = f" {CLOSE}" if view.is_close else ""
    return f"{best} {elevation:g}{close}" if found[best][0] < now else None


def _sight(scene: Scene) -> tuple[int, int]:
    """How many muscles are hidden, and how much is shown of all (square cm, below 0): the smaller the better."""
    art = scene.portrait.art(scene.frame.grown(MARGIN).box)
    shown = _shown(scene, art)
    return len(unfound(scene.rest, shown)), -round(sum(shown.values()))


# -- painting ---------------------------------------------------------------------------------------------------------


def _draw(parent: Element, scene: Scene, art: LineArt) -> None:
    """The things, the shadow on them, the body where nothing hides it, and what it is seen through."""
    things = _in_order(scene)
    opaque, clear = ([prop for prop in things if prop.is_see_through == is_clear] for is_clear in (False, True))
    width = {"stroke-width": mm(_THING_LINE * art.pixels.grid.cell), "stroke-opacity": _QUIET, "paint-order": "stroke"}
    steps = steps_in_mm(art.pixels.grid)
    scale = {"transform": f"scale({1 / steps:g})"} if steps > 1 else {}
    paper.add_inks(paper.group(parent, width), _thing_inks(scene, opaque))
    paper.add_inks(paper.group(parent, scale), [art.ground(), *art.body()])
    paper.add_inks(paper.group(parent, width), _thing_inks(scene, clear))


def _in_order(scene: Scene) -> list[Prop]:
    """The things from back to front."""
    order = painting_order([prop.piece(scene.camera) for prop in scene.props])
    return [scene.props[number] for number in order]


def _thing_inks(scene: Scene, props: Sequence[Prop]) -> list[paper.Ink]:
    return [ink for prop in props for ink in shapes.inks(prop, shapes.outlines(scene.camera, prop))]


# A cell of the body on the screen, and what of it is taken (cm). Some corners of the skin are enough to find them.
_CELL, _CELL_RADIUS, _SOME = 2.5, 1.9, 2
# How bad it is to cover things, against 1 for the body.
_THING_WEIGHT = 0.35


def _plane(scene: Scene) -> Plane:
    """What is taken on the drawing: signs and insets go where nothing is."""
    plane = Plane(replace(scene.frame))
    across, down = ((axis[::_SOME] // _CELL).tolist() for axis in scene.on_screen)
    cells = set(zip(across, down, strict=True))
    plane.add_discs([((x + 0.5) * _CELL, (y + 0.5) * _CELL, _CELL_RADIUS) for x, y in sorted(cells)])
    for prop in scene.props:
        spots = prop.piece(scene.camera).spots
        plane.add_discs([(x, y, radius) for x, y, _, radius in spots], _THING_WEIGHT)
    return plane


def _add_signs(parent: Element, scene: Scene, plane: Plane) -> None:
    """Arrows first, then the sign of breath, each where it covers least; paths that look alike become one."""
    pose = scene.pose
    if not pose.arrows and not shows_breath(pose.breath):
        return
    for arrow in pose.arrows:
        arrow_signs.draw(parent, scene.camera, arrows.sign(scene.body, arrow, BASES[pose.base]), plane)
    draw_breath(parent, scene.body, scene.camera, pose.breath, plane)
    paper.join_paths(parent)
