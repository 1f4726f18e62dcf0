"""What is lit on a figure: on the body, or in an inset where a reader would not find it there."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from figure_bodies import made
from figure_scenes import figure, has_inset, picture, scene_of
from figure_skin import rest
from stretchguide.figure.picture import inset
from stretchguide.figure.picture.drawing import better_view, drawn
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.wanted import Wanted, both_sides, on_map, unfound
from stretchguide.figure.words.pose import LitMuscle, Pose, View
from stretchguide.format.sides import SIDES
from test_figure_drawing import FRONT, SVG, classes, outer_points, parsed


def scene(pose: Pose) -> Scene:
    return Scene(rest(), made(), pose)


def test_what_is_lit_shows_solid_outlined_or_in_an_inset() -> None:
    body = made()
    seen = figure(body, FRONT._replace(feel=(LitMuscle("rectus-femoris", "left"),)))
    assert "sf-mu" in classes(seen)
    assert not has_inset(seen)
    hidden = FRONT._replace(feel=(LitMuscle("gluteus-maximus", "left"),))
    assert has_inset(figure(body, hidden))
    warm = figure(body, FRONT._replace(also=(LitMuscle("rectus-femoris", "left"),)))
    assert "sf-wa" in classes(warm)
    assert "sf-mu" not in classes(warm)


def test_what_lies_in_the_middle_is_drawn_once() -> None:
    text = figure(made(), FRONT._replace(view=View("back", 8), feel=(LitMuscle("thoracic-spine"),)))
    assert len([e for e in parsed(text).iter() if e.get("class") == "sf-mu"]) == 1


def test_what_the_variant_feels_is_lit_when_the_pose_says_nothing() -> None:
    body = made()
    felt = (LitMuscle("rectus-femoris", "left"),)
    assert "sf-mu" in classes(figure(body, FRONT, felt=felt))
    assert "sf-mu" not in classes(figure(body, FRONT._replace(feel=()), felt=felt))


def test_a_muscle_that_nobody_has_drawn_has_no_patch() -> None:
    assert figure(made(), FRONT._replace(feel=(LitMuscle("bicep"),))) == figure(made(), FRONT._replace(feel=()))


def test_a_better_view_is_suggested_only_when_there_is_one() -> None:
    assert better_view(scene(FRONT._replace(feel=(LitMuscle("rectus-femoris", "left"),)))) is None
    felt = (LitMuscle("gluteus-maximus"),)
    back = better_view(scene(FRONT._replace(feel=felt)))
    assert back is not None
    way, elevation = back.split()
    assert way.startswith("back")
    turned = FRONT._replace(view=View(way, float(elevation)), feel=felt)
    assert not has_inset(figure(made(), turned))
    assert better_view(scene(FRONT._replace(feel=(LitMuscle("diaphragm"), LitMuscle("plantar-fascia"))))) is None


def test_what_no_map_shows_either_is_named() -> None:
    felt = (LitMuscle("foot-intrinsics"), LitMuscle("gluteus-maximus"))
    assert drawn(scene(FRONT._replace(feel=felt))).lost == ("foot-intrinsics",)


@pytest.mark.parametrize(
    "pose",
    [
        {"base": "sit-chair", "view": "front", "feel": ["left rhomboids"]},
        {"base": "supine", "view": "left 6 close", "left knee": "up", "feel": ["deep-neck-flexors"]},
        {"base": "supine", "view": "right 6 close", "right knee": "up", "feel": ["deep-neck-flexors"]},
    ],
)
def test_an_inset_covers_nothing_of_the_body(pose: dict[str, object]) -> None:
    root = parsed(picture(pose).inline)
    tile = next(element for element in root if element.tag == f"{SVG}svg")
    x, y = float(tile.get("x", "")) / 10, float(tile.get("y", "")) / 10
    assert not [(a, b) for a, b in outer_points(root) if x < a < x + 44 and y < b < y + 50]


def test_a_small_muscle_that_mostly_shows_is_found() -> None:
    large, small = Wanted("rectus-femoris", "left"), Wanted("sternocleidomastoid", "left")
    assert unfound(rest(), {large: 0.2 * on_map(rest(), large), small: 9.0}) == []
    assert unfound(rest(), {large: 21.0, small: 8.0}) == [large, small]


def test_a_scrap_of_a_large_muscle_is_not_found() -> None:
    large = Wanted("gluteus-maximus", "right")
    assert on_map(rest(), large) > 250
    assert unfound(rest(), {large: 30.0}) == [large]


def test_what_the_inset_shows_is_lit_there_alone() -> None:
    shown = scene_of({"base": "stand", "view": "left 6 close", "head": "nod 30", "feel": ["splenius"]})
    lit = [path for path in parsed(drawn(shown).inline).iter(f"{SVG}path") if path.get("class") == "sf-mu"]
    assert sum(shown.portrait.art(shown.frame.box).light.shown.values()) > 3, "a scrap would be seen"
    assert len(lit) == 1, "in the inset"


def test_one_of_two_sides_is_enough() -> None:
    left, right = both_sides("gluteus-medius", None, "hot")
    assert unfound(rest(), {left: 0.0, right: 30.0}) == []
    assert unfound(rest(), {left: 0.0}) == [left]


def test_the_tile_of_an_inset_leaves_the_figure_as_large_as_it_can() -> None:
    """Pages show figures in a place of 4 to 3: a low body has room above it, a high one beside it."""
    low = {"base": "supine", "view": "left 12", "knees": "up"}
    high = {"base": "stand", "view": "front"}
    tile = {"wide": 460, "high": 520}  # with what is between it and the figure
    for pose, muscle, wider, higher in ((low, "thoracic-spine", 0, tile["high"]), (high, "rhomboids", tile["wide"], 0)):
        plain, with_inset = (_size(picture({**pose, "feel": feel}).inline) for feel in ([], [muscle]))
        assert with_inset[0] == pytest.approx(plain[0] + wider, rel=0.01)
        assert with_inset[1] == pytest.approx(plain[1] + higher, rel=0.01)
        assert pose == high or with_inset[1] * 4 / 3 <= with_inset[0], "the low figure is as large as without it"


def _size(text: str) -> tuple[float, float]:
    width, height = parsed(text).get("viewBox", "").split()[2:]
    return float(width), float(height)


@pytest.mark.parametrize("side", SIDES)
def test_the_inset_shows_the_named_side(side: str) -> None:
    root = parsed(picture({"base": "stand", "view": "front", "feel": [f"{side} gluteus-maximus"]}).inline)
    tile = next(element for element in root if element.tag == f"{SVG}svg")
    patch = next(element for element in tile if element.get("class") == "sf-mu")
    start = re.match(r"M(-?[\d.]+)", patch.get("d", ""))
    assert start
    assert (float(start[1]) < 0) == (side == "left"), "seen from the back, the figure's left is on the left"


def inset_of(wanted: Wanted, facing: float) -> Element:
    """The tile of a muscle beside a figure that faces the eye so far."""
    root = Element("svg")
    inset.draw(root, rest(), [wanted], (0.0, 0.0), facing)
    return root[0]


def _first_x(path: Element) -> float:
    start = re.match(r"M(-?[\d.]+)", path.get("d", ""))
    assert start
    return float(start[1])


@pytest.mark.parametrize(("facing", "is_left"), [(1.0, True), (-1.0, False)])
def test_an_inset_has_right_and_left_where_the_figure_has_them(facing: float, is_left: bool) -> None:
    tile = inset_of(Wanted("tensor-fasciae-latae", "right"), facing)
    (patch,) = [each for each in tile if each.get("class") == "sf-mu"]
    assert (_first_x(patch) < 0) == is_left, "the right hip of who looks at us is on the left"


def test_what_only_one_view_shows_is_shown_in_that_one() -> None:
    one, other = (ElementTree.tostring(inset_of(Wanted("rhomboids", "right"), facing)) for facing in (1.0, -1.0))
    assert one == other


def test_an_inset_says_whether_it_is_seen_from_the_front() -> None:
    """A face and the navel, or hair alone and the spine: not the same lines."""
    tiles = [inset_of(Wanted(name, "right"), 0.0) for name in ("sternocleidomastoid", "splenius")]
    assert [[each.get("class") for each in tile] for tile in tiles] == [
        ["sf-p1", "sf-n sf-o", "sf-h", "sf-fa", "sf-l", "sf-mu"],
        ["sf-p1", "sf-n sf-o", "sf-h", "sf-l", "sf-mu"],
    ]
    trunk = [inset_of(Wanted(name, "right"), 0.0) for name in ("rectus-abdominis", "lumbar-erectors")]
    lines = [next(each.get("d") for each in tile if each.get("class") == "sf-l") for tile in trunk]
    assert lines[0] != lines[1]
