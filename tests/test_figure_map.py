"""The maps of the body: every muscle and area can be found, hit with a finger, and looks the same on both sides."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest

from figure_skin import rest
from records import sample_library
from stretchguide.figure.atlas import body_map, map_body
from stretchguide.figure.atlas.body_map import VIEW_BOX, MapArea, MapMuscle, mirrored_cells, muscle_path
from stretchguide.figure.atlas.map_body import MAP_VIEWS, MapBody, MapView
from stretchguide.figure.atlas.regions import CELLS, Cell
from stretchguide.figure.ink.palette import page_css
from stretchguide.figure.muscles.shapes import GROUPS, MUSCLES
from stretchguide.figure.picture.inset import _SCALE, _corner, _tile
from stretchguide.format.sides import SIDES
from svg_paths import Point, outline

KNOWN = sample_library().vocabulary
ON_THE_SURFACE = {id for id, muscle in MUSCLES.items() if muscle.layer == "muscle"}
AREAS = [
    MapArea(
        id,
        id.title(),
        area.regions,
        f"areas/{id}/",
        tuple(each.id for each in KNOWN.muscles.values() if each.areas[0] == id and each.id in ON_THE_SURFACE),
    )
    for id, area in KNOWN.areas.items()
]
ALL = [MapMuscle(id, muscle.name, f"muscles/{id}/") for id, muscle in KNOWN.muscles.items()]
TARGET = 44 / 172 * 90
"""44 px in cm of the map, where a view is 172 px wide: two beside each other on a screen of 390 px."""


def body_of(view: MapView) -> MapBody:
    return map_body.map_body(rest(), view)


def muscle_map(view: MapView, muscles: list[MapMuscle], **how: Any) -> str:
    return body_map.muscle_map(body_of(view), muscles, **how)


def area_map(view: MapView, areas: list[MapArea], **how: Any) -> str:
    return body_map.area_map(body_of(view), areas, **how)


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def attributes(text: str, name: str) -> set[str]:
    return {element.attrib[name] for element in parsed(text).iter() if name in element.attrib}


# -- muscles ----------------------------------------------------------------------------------------------------------


def test_every_muscle_is_on_a_map() -> None:
    found = {
        name
        for view in MAP_VIEWS
        for name in attributes(muscle_map(view, ALL, label="Map", depth="deep"), "data-muscle")
    }
    assert found == set(MUSCLES)


def test_groups_are_named_by_their_members() -> None:
    found = {group for view in MAP_VIEWS for group in attributes(muscle_map(view, ALL, label="Map"), "data-group")}
    assert {*found, "rotator-cuff"} == set(GROUPS)


def test_the_surface_shows_nothing_that_lies_deep() -> None:
    for view in MAP_VIEWS:
        surface = attributes(muscle_map(view, ALL, label="Map"), "data-muscle")
        assert {MUSCLES[name].layer for name in surface} <= {"muscle", "tissue"}
        assert surface < attributes(muscle_map(view, ALL, label="Map", depth="deep"), "data-muscle")


def test_lit_muscles_are_hot_on_both_maps() -> None:
    for lit in ("gluteus-maximus", "piriformis", "hamstrings"):
        assert "sf-mu" in muscle_map("back", ALL, label="Map", lit=[lit])
    assert "sf-mu" not in muscle_map("front", ALL, label="Map", lit=["gluteus-maximus"])


def test_a_muscle_that_nobody_has_drawn_is_left_out_of_the_map() -> None:
    drawn = muscle_map("front", ALL, label="Map")
    assert muscle_map("front", [*ALL, MapMuscle("bicep", "Bicep")], label="Map", lit=["bicep"]) == drawn


def test_what_the_vocabulary_leaves_out_is_left_out() -> None:
    text = muscle_map("front", [MapMuscle("vasti", "Vasti")], label="Map")
    assert attributes(text, "data-muscle") == {"vasti"}
    assert "<a " not in text


# -- areas ------------------------------------------------------------------------------------------------------------


def test_every_area_with_a_region_is_a_link_with_its_name() -> None:
    named: dict[str, set[str]] = {}
    for view in MAP_VIEWS:
        for link in parsed(area_map(view, AREAS, label="Map")).iter("{http://www.w3.org/2000/svg}a"):
            if "aria-label" in link.attrib:
                assert link.get("href") == f"areas/{link.get('data-area')}/"
                named.setdefault(link.attrib["data-area"], set()).add(link.attrib["aria-label"])
    assert named == {area.id: {area.name} for area in AREAS if area.regions}


def test_links_that_repeat_others_are_passed_over() -> None:
    for link in parsed(area_map("front", AREAS, label="Map")).iter("{http://www.w3.org/2000/svg}a"):
        assert ("aria-label" in link.attrib) != (link.get("aria-hidden") == "true" and link.get("tabindex") == "-1")


def test_areas_without_an_address_are_shapes() -> None:
    plain = [area._replace(url="") for area in AREAS]
    text = area_map("front", plain, label="Map", lit=["chest"])
    assert "<a " not in text
    assert 'class="sf-mu on"' in text


def width(cell: Cell) -> float:
    return cell.right - cell.left


def height(cell: Cell) -> float:
    return cell.high - cell.low


@pytest.mark.parametrize("view", MAP_VIEWS)
def test_every_area_can_be_hit_with_a_finger(view: MapView) -> None:
    for area, cells in CELLS[view].items():
        assert any(width(cell) >= TARGET and height(cell) >= TARGET for cell in cells), area
    shown = {
        link.attrib["data-area"]
        for link in parsed(area_map(view, AREAS, label="Map")).iter("{http://www.w3.org/2000/svg}a")
    }
    assert set(CELLS[view]) <= shown
    assert {area.id for area in AREAS if area.regions} == {id for each in MAP_VIEWS for id in CELLS[each]}


@pytest.mark.parametrize("view", MAP_VIEWS)
def test_targets_do_not_overlap(view: MapView) -> None:
    every = [(area, cell) for area, cells in CELLS[view].items() for cell in mirrored_cells(cells)]
    for (area, a), (other, b) in combinations(every, 2):
        is_apart = a.right <= b.left or b.right <= a.left or a.high <= b.low or b.high <= a.low
        assert is_apart or area == other, (area, other)


@pytest.mark.parametrize("view", MAP_VIEWS)
def test_targets_lie_on_the_map(view: MapView) -> None:
    left, top, wide, high = (float(value) / 10 for value in VIEW_BOX.split())
    for cells in CELLS[view].values():
        for cell in mirrored_cells(cells):
            assert left <= cell.left < cell.right <= left + wide
            assert top <= -cell.high < -cell.low <= top + high


# -- both -------------------------------------------------------------------------------------------------------------


def maps() -> Iterable[str]:
    for view in MAP_VIEWS:
        yield area_map(view, AREAS, label="Map", lit=["chest", "upper-back"])
        yield muscle_map(view, ALL, label="Map")
        yield muscle_map(view, ALL, label="Map", depth="deep", lit=["piriformis", "diaphragm"])


def test_maps_are_the_same_twice_small_and_without_ids() -> None:
    for one, two in zip(maps(), maps(), strict=True):
        assert one == two
        assert len(gzip.compress(one.encode(), 9)) < 6656
        root = parsed(one)
        assert not [element for element in root.iter() if "id" in element.attrib]
        assert root.get("aria-label") == "Map"


LINK = "{http://www.w3.org/2000/svg}a"


def test_a_map_without_links_is_a_picture_and_one_with_links_a_group() -> None:
    plain = [MapMuscle(muscle.id, muscle.name) for muscle in ALL]
    assert parsed(muscle_map("back", plain, label="")).get("role") == "img"
    assert parsed(muscle_map("back", ALL, label="")).get("role") == "group"
    assert parsed(area_map("back", AREAS, label="")).get("role") == "group"


def test_links_for_a_pointer_say_their_name_to_it_alone() -> None:
    for text in (muscle_map("back", ALL, label=""), area_map("back", AREAS, label="", for_pointer=True)):
        links = list(parsed(text).iter(LINK))
        assert links
        assert all((link.get("tabindex"), link.get("aria-hidden")) == ("-1", "true") for link in links)
        assert any(link.findtext("{http://www.w3.org/2000/svg}title") for link in links)


@pytest.mark.parametrize("view", MAP_VIEWS)
def test_what_can_be_pointed_at_stands_in_the_order_of_what_is_lit(view: MapView) -> None:
    areas = [area._replace(url="") if area.id == "shoulders" else area for area in AREAS]
    groups = [
        group for group in parsed(area_map(view, areas, label="Map")) if group.get("class") in ("sf-g", "sf-k sf-a")
    ]
    ground, shapes, cells = ([link.get("href") for link in group] for group in groups)
    assert ground == shapes
    assert all(cell in (None, shape) for cell, shape in zip(cells, shapes, strict=True))
    assert len([cell for cell in cells if cell]) > len(cells) / 2
    assert None in shapes, "an area without an address keeps its place"
    assert len(shapes) <= page_css().count(".sf-map:has(")


def test_cells_lie_above_the_muscles() -> None:
    groups = [group.get("class") for group in parsed(area_map("back", AREAS, label="Map"))]
    assert groups[-1] == "sf-g"


def _drawn_points(text: str) -> list[Point]:
    paths = re.findall(r' d="([^"]+)"', text)
    return [point for path in paths for point in outline(path)]


def test_maps_are_symmetric() -> None:
    for text in (muscle_map("front", ALL, label="Map"), muscle_map("back", ALL, label="Map", depth="deep")):
        points = {(round(x), round(y)) for x, y in _drawn_points(text)}
        near = {(x + dx, y + dy) for x, y in points for dx in (-2, -1, 0, 1, 2) for dy in (-2, -1, 0, 1, 2)}
        assert {(-x, y) for x, y in points} <= near


def test_maps_lie_inside_their_frame() -> None:
    left, top, wide, high = (float(value) / 10 for value in VIEW_BOX.split())
    for text in maps():
        for x, y in _drawn_points(text):
            assert left <= x <= left + wide
            assert top <= y <= top + high


@pytest.mark.parametrize("view", MAP_VIEWS)
def test_the_deltoid_reaches_the_outline(view: MapView) -> None:
    body = body_of(view)
    name = "deltoid-front" if view == "front" else "deltoid-back"
    edge = max(x for x, y in outline(body.silhouette) if -140 < y < -132)
    shape = max(x for x, y in outline(muscle_path(body, name)) if -140 < y < -132)
    # Both borders are smoothed, each by itself: half a centimetre of this map is half a pixel on a phone.
    assert -0.5 <= edge - shape < 1.2


def test_soles_are_beside_the_back_view() -> None:
    text = muscle_map("back", ALL, label="Map", depth="deep")
    assert "plantar-fascia" in attributes(text, "data-muscle")
    assert min(x for x, _ in outline(map_body.soles())) < -38
    assert not map_body.under_foot("vasti")


# -- inset ------------------------------------------------------------------------------------------------------------


def test_the_window_follows_what_it_shows_but_stays_on_the_body() -> None:
    assert _corner(((0, -120), (4, -110)), _SCALE)[1] < -120
    assert _corner(((0, -170), (0, -170)), _SCALE)[1] == -180
    left, top = _corner(((12, -2), (12, -2)), _SCALE)
    assert top + 50 / 0.74 == pytest.approx(6)
    assert left + 22 / 0.74 == pytest.approx(6), "half of the way, so that the other foot shows"


def test_the_window_shows_an_arm_whole() -> None:
    left, _ = _corner(((34.0, -110.0), (42.0, -90.0)), _SCALE)
    assert left + 4 < 34
    assert left + 44 / 0.74 - 4 > 42


def test_both_sides_go_into_a_tile_that_is_wide_enough_and_a_small_place_is_large_in_it() -> None:
    both = [(name, side) for name in ("pectoralis-major", "deltoid-front") for side in SIDES]
    tile = _tile(body_of("front"), both)
    assert list(tile.singles) == both
    assert tile.scale < _SCALE
    (left, _), (right, _) = tile.box
    assert tile.window.left < left
    assert right < tile.window.left + tile.window.width * tile.window.cell
    assert _tile(body_of("back"), [("gluteus-medius", "right")]).scale > _SCALE
    assert _tile(body_of("back"), [("gluteus-maximus", "right")]).scale == _SCALE
