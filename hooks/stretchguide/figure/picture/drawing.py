"""A solved body and its pose become a picture: SVG text.

The body is line art from a depth buffer that knows the things which may hide it (``portrait``); these are painted
behind it. Arrows and the sign of breath go where nothing is, and what cannot be found on the body is shown in an inset.
Everything is computed from body and pose: the same bytes on every run.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

import numpy as np

from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.ink import paper
from stretchguide.figure.ink.depth import painting_order
from stretchguide.figure.ink.free_space import Disc, Plane
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.picture import arrow_signs, inset
from stretchguide.figure.picture.breath import draw_breath
from stretchguide.figure.picture.ghost import ghost
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.shaking import draw_shaking
from stretchguide.figure.picture.sights import SightFault, sights
from stretchguide.figure.picture.signs import signs
from stretchguide.figure.picture.wanted import Wanted, in_words, on_map, unfound
from stretchguide.figure.portrait.light import LitPlace
from stretchguide.figure.portrait.line_art import LineArt
from stretchguide.figure.raster.arrays import Floats
from stretchguide.figure.shapes.geometry import Point
from stretchguide.figure.shapes.path_numbers import mm
from stretchguide.figure.things import shapes
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.trace.curve_text import steps_in_mm
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.views import VIEWS
from stretchguide.format.sides import OTHER

# A close picture fills a place of 4 to 3 on a page: what lies round it says whose it is.
_ASPECT = 4 / 3
# Round the drawing there is so much room (cm); lines of arrows and the like are so thick.
MARGIN = 6.0
_LINE_WIDTH = mm(1.4)
# Lines of things, in pixels: quieter than those of the body. Their inner half is painted over.
_THING_LINE, _QUIET = 3.4, ".9"

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
    sights: tuple[SightFault, ...]
    """What of a movement it does not let its reader see."""
    arrows: tuple[Arrow, ...]
    """What its arrows say, of all that it shows."""
    own_box: str
    """The view box of the same picture where it stands alone, away from its strip."""


def drawn(scene: Scene, title: str = "") -> Sketch:
    """The picture of a scene by itself. The title is its alternative text; without one screen readers pass it over."""
    return film([scene], title)[0]


def film(scenes: Sequence[Scene], title: str = "") -> list[Sketch]:
    """The pictures of the steps of a version. All that are seen from one place have one frame, scale and floor line."""
    made: dict[int, Sketch] = {}
    for view in dict.fromkeys(scene.pose.view for scene in scenes):
        group = [number for number, scene in enumerate(scenes) if scene.pose.view == view]
        made.update(zip(group, _strip([scenes[number] for number in group], title), strict=True))
    return [made[number] for number in range(len(scenes))]


def _strip(scenes: Sequence[Scene], title: str) -> list[Sketch]:
    frame = reduce(or_, (scene.frame.moved(scene.shift) for scene in scenes))
    takes = [Take(scene, frame.moved(_back(scene.shift)), title) for scene in scenes]
    whole = reduce(or_, (take.plane.frame.moved(take.scene.shift) for take in takes)).grown(MARGIN)
    place, whole = inset.place([(take.plane, take.scene.shift) for take in takes if take.missing], whole)
    if scenes[0].pose.view.is_close:
        whole = whole.grown(_WITHIN_RIM).filling(_ASPECT)
    return [take.sketch(whole, place) for take in takes]


def _back(shift: Point) -> Point:
    return -shift[0], -shift[1]


class Take:
    """One scene while it is drawn."""

    def __init__(self, scene: Scene, frame: PictureFrame, title: str) -> None:
        self.scene, self.title = scene, title
        self.root = paper.document(title)
        self._window = SubElement(self.root, "svg") if scene.pose.view.is_close else self.root
        self._body = paper.group(self._window, _ART)
        art = scene.portrait.art(frame.grown(MARGIN).box)
        self.shown = _shown(scene, art)
        self._portrait = scene.portrait.relit(self._lit_places) if self._is_scrap_shown else scene.portrait
        self.art = self._portrait.art(frame.grown(MARGIN).box)
        self.plane = _plane(scene, frame, self.art)
        self.arrows = _add_signs(paper.group(self.root, _SIGNS), scene, self.plane)
        if scene.before:
            self.plane.add_discs(_left_behind(scene.before, scene))
        if scene.goes_near:
            _add_mark(self.root, scene)

    @cached_property
    def _unseen(self) -> list[Wanted]:
        """The muscles that nobody finds. In a close view of a part nobody looks for those of the other side, and where
        one is found, none for its neighbours: an inset would leave the part too little room.
        """
        found = unfound(self.scene.rest, self.shown)
        sides = {name.partition(" ")[0] for name in self.scene.pose.view.shown}
        own = [each for each in self.shown if each.side in sides]
        if not sides or not own:
            return found
        return [] if set(own) - set(found) else [each for each in found if each in own]

    @cached_property
    def missing(self) -> list[Wanted]:
        """The muscles that an inset is to show."""
        on = {each: on_map(self.scene.rest, each) for each in self._unseen}
        return [each for each in self._unseen if on[each] > max(_LEAST_ON_MAP, self.shown[each])]

    @property
    def _with_twins(self) -> list[Wanted]:
        """The same on both sides where both are meant: one of them alone would say that it is that side's."""
        twins = [each._replace(side=OTHER[each.side]) for each in self.missing]
        return self.missing + [each for each in twins if each in self.shown and each not in self.missing]

    @cached_property
    def _left_out(self) -> list[Wanted]:
        """Those that it does not show after all: from its side of the body they are not seen."""
        return inset.left_out(self.scene.rest, self.missing, self.scene.facing)

    @property
    def _in_inset(self) -> list[Wanted]:
        return [each for each in self.missing if each not in self._left_out]

    @property
    def _is_scrap_shown(self) -> bool:
        """Whether the body shows a scrap of what the inset shows whole."""
        return any(self.shown[each] for each in self._in_inset)

    @property
    def _lit_places(self) -> list[LitPlace]:
        """What is lit on the body: what the inset shows is found there alone."""
        places = zip(self.scene.wanted, self.scene.lit_places, strict=True)
        return [place for wanted, place in places if wanted not in self._in_inset]

    def sketch(self, whole: PictureFrame, place: Point) -> Sketch:
        """The picture in the frame of its strip, which has room for an inset at some place in its room."""
        scene = self.scene
        x, y = _back(scene.shift)
        frame = whole.moved((x, y))
        if self.missing:
            inset.draw(self.root, scene.rest, self._with_twins, (place[0] + x, place[1] + y), scene.facing)
        art = self.art
        if scene.pose.view.is_close:
            # The body goes on beyond the rim, so that it has no outline there.
            art = self._portrait.art(frame.grown(_BEYOND).box)
            _add_rim(self.root, self._window, frame)
        self.root.set("viewBox", frame.view_box())
        lost = [each for each in self._unseen if each not in self.missing] + self._left_out
        both = _light_enough(self.root, self._body, scene, art, self.title)
        own = frame if scene.pose.view.is_close else self._own_frame((place[0] + x, place[1] + y))
        return Sketch(*both, tuple(in_words(sorted(lost))), tuple(sights(scene, frame)), self.arrows, own.view_box())

    def _own_frame(self, corner: Point) -> PictureFrame:
        """What the picture fills by itself, its ghost and signs included."""
        ghosts = [self.scene.before.frame] if self.scene.before else []
        tiles = [inset.tile_frame(corner)] if self.missing else []
        return reduce(or_, (self.scene.frame, self.plane.signs, *ghosts)).grown(MARGIN) | reduce(
            or_, tiles, PictureFrame()
        )


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
_LOOSENESS = (1.0, 1.6, 2.4, 3.4, 4.8, 6.8)


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
    return str(view._replace(way=best, elevation=elevation)) if found[best][0] < now else None


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
    if scene.before:
        paper.add_inks(parent, [ghost(scene, art)])
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
# How bad it is to cover things, against 1 for the body; and to cover a face or what is lit.
_THING_WEIGHT, _NEVER = 0.35, 4.0
# The face in the frame of the head, and how much of the picture it takes (cm).
_FACE, _FACE_RADIUS = (0.0, 4.0, 4.0), 9.0


def _plane(scene: Scene, frame: PictureFrame, art: LineArt) -> Plane:
    """What is taken on the drawing: signs and insets go where nothing is, and never over a face or what is lit."""
    plane = Plane(replace(frame))
    across, down = (axis[::_SOME] for axis in scene.on_screen)
    plane.add_discs(_discs(across, down))
    for prop in scene.props:
        spots = prop.piece(scene.camera).spots
        plane.add_discs([(x, y, radius) for x, y, _, radius in spots], _THING_WEIGHT)
    plane.add_discs([_face(scene)], _NEVER)
    rows, columns = np.nonzero(art.light.region)
    grid = art.pixels.grid
    lit = [each.astype(np.float64) * grid.cell for each in (columns, rows)]
    plane.add_discs(_discs(grid.left + lit[0], grid.top + lit[1]), _NEVER)
    return plane


# What went farther than this on the screen (cm) leaves a ghost behind.
_LEFT = 5.0


def _left_behind(before: Scene, now: Scene) -> list[Disc]:
    """Discs that cover what the ghost shows: signs may run over it, an inset must not."""
    (x0, y0), (x1, y1) = before.on_screen, now.on_screen
    has_gone = np.hypot(x1 - x0, y1 - y0) > _LEFT
    return _discs(x0[has_gone][::_SOME], y0[has_gone][::_SOME])


def _face(scene: Scene) -> Disc:
    """What a face takes on the screen."""
    return (*scene.camera.point(in_frame(scene.body.joints["c1"], scene.body.frames["head"], *_FACE)), _FACE_RADIUS)


def _discs(x: Floats, y: Floats) -> list[Disc]:
    """Discs that cover some places on the screen."""
    cells = set(zip((x // _CELL).tolist(), (y // _CELL).tolist(), strict=True))
    return [((across + 0.5) * _CELL, (down + 0.5) * _CELL, _CELL_RADIUS) for across, down in sorted(cells)]


# The mark of what comes nearer: its line and how round its corners are (cm).
_MARK_LINE, _MARK_ROUND = mm(1.0), mm(4)
_MARK = {"class": "sf-l sf-fa", "fill": "none", "stroke": LIGHT["ar"], "stroke-opacity": ".65"}
# The same round the close picture, in parts of its longer side; what it shows goes on beyond it for so far, and an
# inset ends so far within it (cm).
_RIM_LINE, _BEYOND, _WITHIN_RIM = 0.006, 2.0, 2.0


def _add_rim(root: Element, window: Element, frame: PictureFrame) -> None:
    """Cut a close picture off at its frame, body and things alike, and draw the mark there that announced it."""
    line = _RIM_LINE * max(frame.width, frame.height)
    seen = frame.grown(-line / 2)
    size = {"x": mm(seen.left), "y": mm(seen.top), "width": mm(seen.width), "height": mm(seen.height)}
    window.attrib.update(size, viewBox=seen.view_box())
    SubElement(root, "rect", {**_MARK, "stroke-width": mm(line), **size})


def _add_mark(root: Element, scene: Scene) -> None:
    """A quiet frame round what the next picture shows from near."""
    near = scene.around(scene.goes_near).grown(MARGIN / 2)
    size = {"x": mm(near.left), "y": mm(near.top), "width": mm(near.width), "height": mm(near.height)}
    SubElement(root, "rect", {**_MARK, "stroke-width": _MARK_LINE, "rx": _MARK_ROUND, **size})


def _add_signs(parent: Element, scene: Scene, plane: Plane) -> tuple[Arrow, ...]:
    """Arrows first, then what is shaken, then the sign of breath, each where it covers least; paths that look alike
    become one. What the arrows say.
    """
    shown = signs(scene)
    for _, sign in shown:
        arrow_signs.draw(parent, scene.camera, sign, plane)
    shaken = [arrow for arrow in scene.pose.arrows or () if arrow.motion == "shake"]
    for arrow in shaken:
        draw_shaking(parent, scene, arrow, plane)
    if not scene.pose.view.part:
        if scene.before:  # Its head may be a ghost.
            plane.add_discs([_face(scene.before)], _NEVER)
        draw_breath(parent, scene.body, scene.camera, scene.pose.breath, plane)
    paper.join_paths(parent)
    return (*(arrow for arrows, _ in shown for arrow in arrows), *shaken)
