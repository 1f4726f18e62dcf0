"""Maps of the body as SVG: areas as links, and muscles as shapes, from the front and from the back.

Both are drawn from the tables that also light muscles on a posed figure. Names, addresses and which regions or members
belong to what come from the vocabulary, as arguments. The colours are those of the page; without CSS the light ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from stretchguide.figure.atlas.map_body import UNDER_FOOT, MapBody, soles, under_foot
from stretchguide.figure.atlas.regions import CELLS, REGIONS, Cell
from stretchguide.figure.ink import paper
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.muscles.members import members
from stretchguide.figure.muscles.shapes import MUSCLES, Tissue
from stretchguide.figure.shapes.outline import mm, polygon


class MapArea(NamedTuple):
    """An area of the vocabulary, and where its page is."""

    id: str
    name: str
    regions: tuple[str, ...]
    url: str = ""
    muscles: tuple[str, ...] = ()
    """Muscles under the skin that are drawn on it."""


class MapMuscle(NamedTuple):
    """A muscle of the vocabulary, and where its page is."""

    id: str
    name: str
    url: str = ""


VIEW_BOX = "-450 -1750 900 1840"
"""What a view covers, in mm: x, y (down), width, height."""
# Lines: the body's outline, gaps between muscles, and dashes of what lies deep (cm).
_EDGE, _GAP = mm(0.9), mm(0.5)


def area_map(
    body: MapBody, areas: Sequence[MapArea], *, label: str, lit: Collection[str] = (), for_pointer: bool = False
) -> str:
    """The areas of the body in one view, as SVG text: one link for each area that can be seen.

    `lit` areas are shown as chosen. An area without an address is a shape and no link. The links of a map
    `for_pointer` are passed over by readers and the keyboard: its page lists the same names. Raises KeyError for a
    region that is not known; a muscle without shapes is left out.
    """
    root = _root(label)
    _add_body(root, body)
    paths = {area: area_path(body, area.regions) for area in areas}
    seen = [area for area in areas if paths[area]]
    _add_ground(root, [(area, paths[area], area.id in lit) for area in seen])
    shapes = paper.group(root, {"class": "sf-k sf-a", "fill": LIGHT["k"], **_gap_lines()})
    for area in seen:
        look = {"class": "sf-mu on", "fill": LIGHT["mu"]} if area.id in lit else {}
        holder = _named_link(shapes, area, {"data-area": area.id, **look}, for_pointer)
        _add_shapes(holder, body, area, paths[area])
    _add_cells(root, body, seen)
    return paper.text(root)


def area_path(body: MapBody, regions: Iterable[str]) -> str:
    """Path data of some regions in one view; empty when none can be seen."""
    return "".join(_region_path(body, name) for name in regions)


@cache
def _region_path(body: MapBody, name: str) -> str:
    region = REGIONS[name]
    beside = soles() if region.is_under_foot and body.view == "back" else ""
    return body.region(region.shapes, region.parts) + beside


# A chosen area is tinted by so much; the others are there to be hit, not to be seen.
_TINT, _UNSEEN = ".25", "0"


def _add_ground(root: Element, areas: Sequence[tuple[MapArea, str, bool]]) -> None:
    """Below all muscles: the regions between them, which a finger can hit as well."""
    ground = paper.group(root, {"class": "sf-g", "fill-opacity": _UNSEEN})
    for area, path, _ in areas:
        SubElement(_second_link(ground, area), "path", {"d": path})
    tint = "".join(path for _, path, is_lit in areas if is_lit)
    if tint:
        SubElement(
            root, "path", {"class": "sf-mu", "fill": LIGHT["mu"], "fill-opacity": _TINT, "stroke-width": "0", "d": tint}
        )


def _add_cells(root: Element, body: MapBody, areas: Sequence[MapArea]) -> None:
    """Above all: what belongs to each area for sure, wide enough for a finger. Where it hurts counts, not which muscle
    reaches there: the tip of a long muscle lies in the next area.
    """
    cells = paper.group(root, {"class": "sf-g", "fill-opacity": _UNSEEN})
    for area in areas:
        own = CELLS[body.view].get(area.id, ())
        link = _second_link(cells, area if own else area._replace(url=""))
        if own and area.url:
            SubElement(link, "title").text = area.name
            SubElement(link, "path", {"d": _cells_path(own)})


def _second_link(group: Element, area: MapArea) -> Element:
    """A link that repeats the one that is read out. Groups of them keep the order of what can be seen: the style sheet
    lights the muscles of the area whose ground is pointed at by its place among them.
    """
    if not area.url:
        return paper.group(group, {})
    return SubElement(group, "a", {"href": area.url, "data-area": area.id, **_PASSED_OVER})


_PASSED_OVER = {"tabindex": "-1", "aria-hidden": "true"}


def _named_link(
    parent: Element, named: MapArea | MapMuscle, attributes: Mapping[str, str], for_pointer: bool
) -> Element:
    """A link with its name: said when it has the focus, or shown under the pointer. Without an address, a group."""
    if not named.url:
        return paper.group(parent, attributes) if attributes else parent
    if not for_pointer:
        return SubElement(parent, "a", {"href": named.url, "aria-label": named.name, **attributes})
    link = SubElement(parent, "a", {"href": named.url, **_PASSED_OVER, **attributes})
    SubElement(link, "title").text = named.name
    return link


def _add_shapes(holder: Element, body: MapBody, area: MapArea, path: str) -> None:
    """The muscles of one area; where it has none that can be seen, its regions, unseen."""
    muscles = [muscle_path(body, name) for name in area.muscles]
    for muscle in filter(None, muscles):
        SubElement(holder, "path", {"d": muscle})
    if not any(muscles):
        SubElement(holder, "path", {"fill-opacity": _UNSEEN, "stroke-width": "0", "d": path})


def mirrored_cells(cells: Iterable[Cell]) -> list[Cell]:
    """The cells on both sides: those that do not lie over the middle have a twin."""
    return [
        cell if sign > 0 else Cell(-cell.right, cell.low, -cell.left, cell.high)
        for cell in cells
        for sign in ((1,) if cell.left < 0 else (1, -1))
    ]


def _cells_path(cells: Iterable[Cell]) -> str:
    return "".join(
        polygon([(left, -high), (right, -high), (right, -low), (left, -low)])
        for left, low, right, high in mirrored_cells(cells)
    )


# -- muscles ----------------------------------------------------------------------------------------------------------

_LAYERS: tuple[Tissue, ...] = ("tissue", "muscle", "structure", "deep")
"""As they lie on each other on the map."""
Depth = Literal["surface", "deep"]
"""Which muscles a map shows: those under the skin, or those that lie under them, with joints and other structures."""


def muscle_map(
    body: MapBody, muscles: Sequence[MapMuscle], *, label: str, depth: Depth = "surface", lit: Collection[str] = ()
) -> str:
    """The muscles in one view, as SVG text: one shape for each, with its id, and a link when it has an address.

    The links are for a finger or a pointer: the keyboard passes them over, because the page lists the same names. The
    deep map shows the surface faintly beneath. `lit` muscles are shown on both. A group of the vocabulary has no shape:
    its members name it. A muscle without shapes is left out.
    """
    root = _root(label)
    _add_body(root, body)
    groups = {member: muscle.id for muscle in muscles for member in members(muscle.id) if member != muscle.id}
    for layer in _LAYERS:
        inside = [muscle for muscle in _in_table_order(muscles) if MUSCLES[muscle.id].layer == layer]
        is_below = layer in ("muscle", "tissue")
        if is_below or depth == "deep":
            shapes = paper.group(root, _look(layer, is_faint=is_below and depth == "deep"))
            _add_muscles(shapes, body, inside, groups)
    _add_lit(root, body, [name for id_ in lit for name in members(id_)])
    if not any(muscle.url for muscle in muscles):
        root.set("role", "img")
    return paper.text(root)


def _in_table_order(muscles: Sequence[MapMuscle]) -> list[MapMuscle]:
    """Those that have shapes of their own, as the table has them: later ones lie on earlier ones."""
    named = {muscle.id: muscle for muscle in muscles}
    return [named[name] for name in MUSCLES if name in named]


def _add_muscles(parent: Element, body: MapBody, muscles: Sequence[MapMuscle], groups: Mapping[str, str]) -> None:
    for muscle in muscles:
        path = muscle_path(body, muscle.id)
        if not path:
            continue
        attributes = {"data-muscle": muscle.id}
        if muscle.id in groups:
            attributes["data-group"] = groups[muscle.id]
        holder = _named_link(parent, muscle, {}, for_pointer=True)
        SubElement(holder, "path", {**attributes, "d": path})


# How much of the surface shows on the deep map.
_FAINT = ".3"


def _look(layer: Tissue, is_faint: bool) -> dict[str, str]:
    token = "kt" if layer in ("tissue", "structure") else "k"
    return {"class": f"sf-{token}", "fill": LIGHT[token], **_gap_lines(), **({"opacity": _FAINT} if is_faint else {})}


# What shows less in a view than this (square cm) is left out there.
_SEEN = 1.5


@cache
def muscle_path(body: MapBody, name: str) -> str:
    """Path data of a muscle in one view; empty when it is seen from its edge or not at all, or has no shape."""
    if name not in MUSCLES:
        return ""
    path = body.path(body.muscle(name)) if body.shown(name) >= _SEEN else ""
    return path + under_foot(name) if body.view == "back" and name in UNDER_FOOT else path


def _add_lit(root: Element, body: MapBody, names: Sequence[str]) -> None:
    path = "".join(muscle_path(body, name) for name in names)
    if path:
        look = {"class": "sf-mu", "fill": LIGHT["mu"], "stroke": LIGHT["n"], "stroke-width": _EDGE}
        SubElement(root, "path", {**look, "paint-order": "stroke", "d": path})


# -- the body under both ----------------------------------------------------------------------------------------------


def _root(label: str) -> Element:
    return Element(
        "svg",
        {"xmlns": paper.NAMESPACE, "class": "sf sf-map", "viewBox": VIEW_BOX, "role": "group", "aria-label": label},
    )


def _gap_lines() -> dict[str, str]:
    return {"stroke": LIGHT["kl"], "stroke-width": _GAP, "stroke-linejoin": "round"}


def _outlined() -> dict[str, str]:
    line = {"stroke": LIGHT["e"], "stroke-width": _EDGE, "stroke-linejoin": "round", "paint-order": "stroke"}
    return {"class": "sf-n sf-o", "fill": LIGHT["n"], **line}


def _add_body(root: Element, body: MapBody) -> None:
    """The body, and beside its back the soles of its feet."""
    SubElement(root, "path", {**_outlined(), "d": body.silhouette + (soles() if body.view == "back" else "")})
    lines = paper.group(root, {"stroke": LIGHT["e"], "fill": "none", "stroke-linejoin": "round"})
    paper.add_inks(lines, body.features)
