"""The head that shows the gaze, and what is lit on a figure: on the body, dashed, or in an inset."""

from __future__ import annotations

import re
from itertools import pairwise
from math import dist, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_bodies import bodies, made
from figure_measures import hidden_highlights
from properties import tried
from stretchguide.figure.body.flesh import in_frame
from stretchguide.figure.body.skeleton import Body, Trunk
from stretchguide.figure.picture import head
from stretchguide.figure.picture.drawing import better_view, figure
from stretchguide.figure.shapes.geometry import Camera, rotation_x
from stretchguide.figure.words.pose import LitMuscle, View
from stretchguide.format.sides import SIDES
from svg_paths import ends, outline
from test_figure_drawing import FRONT, SVG, classes, drawn, outer_paths, parsed

# -- head -------------------------------------------------------------------------------------------------------------


def test_ears_and_nose_follow_the_gaze() -> None:
    body = made()
    assert len(head.ears(body, Camera(0, 0))) == 0
    assert len(head.ears(body, Camera(90, 0))) == 1
    assert head.nose(body, Camera(0, 0))
    assert not head.nose(body, Camera(90, 0))
    assert not head.nose(body, Camera(180, 0))


def test_the_nose_is_a_shade_without_lines() -> None:
    noses = [e for e in parsed(figure(made(), FRONT)).iter() if e.get("class") == "sf-no"]
    assert len(noses) == 1
    assert noses[0].get("stroke") == "none"


def test_the_cap_covers_the_head_from_behind_and_little_of_the_face() -> None:
    body = made()

    def lowest(azimuth: float) -> float:
        return max(y for _, y in outline(head.cap(body, Camera(azimuth, 0))))

    assert lowest(180) > lowest(0) + 5
    for azimuth in range(-180, 180, 15):
        points = outline(head.cap(body, Camera(azimuth, 10)))
        steps = [hypot(a[0] - b[0], a[1] - b[1]) for a, b in pairwise([*points, points[0]])]
        assert max(steps) < 9, "the outline does not jump: half a rim seen edge-on is its longest line"


@tried(60)
@given(bodies, st.floats(-180, 180), st.floats(-30, 90))
def test_the_cap_stays_on_the_skull(body: Body, azimuth: float, elevation: float) -> None:
    camera = Camera(azimuth, elevation)
    middle = camera.point(in_frame(body.joints["c1"], body.frames["head"], 0, 8.3, 0))
    path = head.cap(body, camera)
    assert all(dist(point, middle) < 9.4 + 0.3 for point in outline(path))
    assert path.count("z") <= 1


def test_a_cap_that_is_seen_whole_is_an_ellipse_and_one_that_looks_away_is_nothing() -> None:
    bowed, arched = (made(Trunk((0.0, 90.0, 0.0), rotation_x(angle))) for angle in (130, -38))
    assert head.cap(bowed, Camera(0, 0)).count("a") == 2
    assert head.cap(arched, Camera(0, 0)) == ""


# -- highlights -------------------------------------------------------------------------------------------------------


def test_what_is_lit_shows_solid_outlined_or_in_an_inset() -> None:
    body = made()
    seen = figure(body, FRONT._replace(feel=(LitMuscle("rectus-femoris", "left"),)))
    assert "sf-mu" in classes(seen)
    assert "<svg" not in seen[4:]
    hidden = FRONT._replace(feel=(LitMuscle("gluteus-maximus", "left"),))
    assert hidden_highlights(body, hidden) == ["left gluteus-maximus"]
    assert "<svg" in figure(body, hidden)[4:]
    warm = figure(body, FRONT._replace(also=(LitMuscle("rectus-femoris", "left"),)))
    assert "sf-wa" in classes(warm)
    assert "sf-mu" not in classes(warm)


def test_what_is_hidden_on_both_sides_is_named_once() -> None:
    body = made()
    both = FRONT._replace(
        feel=(LitMuscle("gluteus-maximus"), LitMuscle("thoracic-spine"), LitMuscle("rhomboids", "right"))
    )
    assert hidden_highlights(body, both) == ["gluteus-maximus", "right rhomboids", "thoracic-spine"]


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
    body = made()
    assert better_view(body, FRONT._replace(feel=(LitMuscle("rectus-femoris", "left"),))) is None
    back = better_view(body, FRONT._replace(feel=(LitMuscle("gluteus-maximus"),)))
    assert back is not None
    way, elevation = back.split()
    assert way.startswith("back")
    turned = FRONT._replace(view=View(way, float(elevation)), feel=(LitMuscle("gluteus-maximus"),))
    assert hidden_highlights(body, turned) == []
    assert better_view(body, FRONT._replace(feel=(LitMuscle("diaphragm"), LitMuscle("plantar-fascia")))) is None


@pytest.mark.parametrize(
    "pose",
    [
        {"base": "sit-chair", "view": "front", "feel": ["left rhomboids"]},
        {"base": "supine", "view": "left 6 close", "left knee": "up", "feel": ["deep-neck-flexors"]},
        {"base": "supine", "view": "right 6 close", "right knee": "up", "feel": ["deep-neck-flexors"]},
    ],
)
def test_an_inset_covers_nothing_of_the_body(pose: dict[str, object]) -> None:
    root = parsed(drawn(pose))
    inset = next(element for element in root if element.tag == f"{SVG}svg")
    x, y = float(inset.get("x", "")) / 10, float(inset.get("y", "")) / 10
    points = [point for path in outer_paths(root) for point in ends(path)]
    assert not [(a, b) for a, b in points if x < a < x + 44 and y < b < y + 50]


def test_what_lies_under_a_muscle_that_shows_whole_needs_no_inset() -> None:
    body = made()
    alone = FRONT._replace(view=View("front-right", 14), feel=(LitMuscle("levator-scapulae", "right"),))
    assert hidden_highlights(body, alone) == ["right levator-scapulae"]
    on_it = alone._replace(feel=(*(alone.feel or ()), LitMuscle("upper-trapezius", "right")))
    assert hidden_highlights(body, on_it) == []
    lit = [path for path in parsed(figure(body, on_it)).iter() if path.get("class") == "sf-mu"]
    assert len(lit) == 1, "and no sliver of it beside the one that shows"
    assert "sf-b" not in classes(figure(body, on_it))
    elsewhere = alone._replace(feel=(*(alone.feel or ()), LitMuscle("rectus-femoris", "right")))
    assert hidden_highlights(body, elsewhere) == ["right levator-scapulae"]


def test_a_muscle_of_which_little_shows_stands_for_none_below_it() -> None:
    body = made()
    felt = (LitMuscle("gluteus-maximus", "left"), LitMuscle("piriformis", "left"))
    assert hidden_highlights(body, FRONT._replace(view=View("back", 8), feel=felt)) == []
    assert hidden_highlights(body, FRONT._replace(view=View("front-left", 8), feel=felt)) == ["left piriformis"]


def test_a_small_muscle_that_mostly_shows_needs_no_inset() -> None:
    body = made()
    back, front = (
        FRONT._replace(view=View(way, 8), feel=(LitMuscle("levator-scapulae"),)) for way in ("back", "front")
    )
    assert hidden_highlights(body, back) == []
    assert hidden_highlights(body, front) == ["levator-scapulae"]


def test_the_tile_of_an_inset_leaves_the_figure_as_large_as_it_can() -> None:
    """Pages show figures in a place of 4 to 3: a low body has room above it, a high one beside it."""
    low = {"base": "supine", "view": "left 12", "knees": "up"}
    high = {"base": "stand", "view": "front"}
    for pose, muscle, width, height in ((low, "thoracic-spine", 1, 1.8), (high, "rhomboids", 1.6, 1)):
        plain, with_inset = (_size(drawn({**pose, "feel": feel})) for feel in ([], [muscle]))
        assert with_inset[0] == pytest.approx(plain[0] * width, rel=0.15)
        assert with_inset[1] == pytest.approx(plain[1] * height, rel=0.15)


def _size(text: str) -> tuple[float, float]:
    width, height = parsed(text).get("viewBox", "").split()[2:]
    return float(width), float(height)


@pytest.mark.parametrize("side", SIDES)
def test_the_inset_shows_the_named_side(side: str) -> None:
    root = parsed(drawn({"base": "stand", "view": "front", "feel": [f"{side} gluteus-maximus"]}))
    inset = next(element for element in root if element.tag == f"{SVG}svg")
    patch = next(element for element in inset if element.get("class") == "sf-mu")
    start = re.match(r"M(-?[\d.]+)", patch.get("d", ""))
    assert start
    assert (float(start[1]) < 0) == (side == "left"), "seen from the back, the figure's left is on the left"
