"""Arrows and the sign of breath: they point where the words say, and stand where nothing is."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figure_bodies import bodies, made
from figure_poses import named
from stretchguide.figure import arrows
from stretchguide.figure.arrows import UPRIGHT_BASES, draw, line
from stretchguide.figure.body import OTHER, SIDES, SIGN, Body
from stretchguide.figure.breath import draw_breath
from stretchguide.figure.depth import on_screen
from stretchguide.figure.flesh import parts
from stretchguide.figure.free_space import Plane, band, freest, spread
from stretchguide.figure.geometry import Camera, Point, Vector, distance, subtract, to_local
from stretchguide.figure.language import parse
from stretchguide.figure.language_tables import BASES
from stretchguide.figure.paper import Frame
from stretchguide.figure.pose import Arrow
from stretchguide.figure.solver import solve
from stretchguide.figure.thing_tables import ARROW_PARTS, ARROW_SAME
from svg_paths import ends, outline

FRONT = Camera(0, 0)
WAYS: dict[str, Vector] = {
    "up": (0, 1, 0),
    "down": (0, -1, 0),
    "left": (1, 0, 0),
    "right": (-1, 0, 0),
    "forward": (0, 0, 1),
    "back": (0, 0, -1),
}
parts_of_arrows = st.sampled_from([part for part in ARROW_PARTS if part not in ARROW_SAME])


def way(points: list[Vector]) -> Vector:
    """From the tail to the tip."""
    return subtract(points[-1], points[0])


def plane_of(body: Body, camera: Camera) -> Plane:
    """What a body takes on the drawing."""
    frame = Frame()
    plane = Plane(frame)
    for part in parts(body).values():
        for centre, radius in part.balls:
            plane.add_disc(camera.point(centre), radius)
            frame.add_point(camera.point(centre), radius)
    return plane


# -- where they point -------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(bodies, parts_of_arrows, st.sampled_from(sorted(WAYS)), st.floats(5, 60))
def test_an_arrow_points_where_the_words_say(body: Body, part: str, word: str, size: float) -> None:
    points = line(body, Arrow(part, ways=(word,), amount=size), "stand")
    assert distance(points[0], points[-1]) == pytest.approx(size)
    assert way(points) == pytest.approx([value * size for value in WAYS[word]])


def test_ways_add_up() -> None:
    x, y, z = way(line(made(), Arrow("left shoulder", ways=("right", "down")), "stand"))
    assert x == pytest.approx(y)
    assert x < 0
    assert z == 0


def test_lying_down_left_and_forward_are_the_bodys() -> None:
    body = solve(parse({"base": "supine"}))
    assert way(line(body, Arrow("left knee", ways=("forward",)), "supine"))[1] > 15
    assert way(line(body, Arrow("left knee", ways=("up",)), "supine"))[1] > 15
    assert {base for base in BASES if base in UPRIGHT_BASES} == UPRIGHT_BASES


def test_an_arrow_towards_another_part() -> None:
    body = made()
    points = line(body, Arrow("left knee", towards="chest"), "stand")
    assert distance(points[-1], body.joints["t7"]) < distance(points[0], body.joints["t7"])


@pytest.mark.parametrize("side", SIDES)
def test_turns_and_tilts_go_to_their_side(side: str) -> None:
    for part in ("chest", "head", "waist"):
        points = line(made(), Arrow(part, "turn", (side,)), "stand")
        middle = points[len(points) // 2]
        assert way(points)[0] * SIGN[side] > 0
        assert middle[2] > points[0][2], "round the front"
    for part in ("chest", "head"):
        points = line(made(), Arrow(part, "tilt", (side,)), "stand")
        assert way(points)[0] * SIGN[side] > 0
        assert way(points)[1] < 0


def test_a_bow_goes_up_and_over() -> None:
    points = line(made(), Arrow("right hand", ways=("up", "left"), is_over=True), "stand")
    heights = [y for _, y, _ in points]
    assert max(heights) > heights[0] + 5
    assert max(heights) > heights[-1] + 5
    assert way(points)[0] > 20


@pytest.mark.parametrize(
    ("base", "word", "towards"),
    [
        ("supine", "left", (1, 0)),
        ("supine", "right", (-1, 0)),
        ("prone", "left", (1, 0)),
        ("lie right", "left", (0, -1)),  # the upper side turns over to the back
        ("lie right", "back", (0, -1)),
        ("lie right", "forward", (0, 1)),
        ("lie left", "right", (0, -1)),
        ("lie left", "forward", (0, 1)),
    ],
)
def test_over_is_level_for_a_lying_body_too(base: str, word: str, towards: tuple[float, float]) -> None:
    pose = parse({"base": base, "arrows": f"left hand up and over {word}"})
    points = line(solve(pose), pose.arrows[0], pose.base)
    x, y, z = way(points)
    assert y == pytest.approx(0, abs=0.5)
    assert (x, z) == pytest.approx((towards[0] * 34, towards[1] * 34), abs=0.5)
    assert max(point[1] for point in points) > points[0][1] + 8


@pytest.mark.parametrize("word", ["nod down", "nod up", "tuck under", "tip forward"])
@pytest.mark.parametrize("base", ["stand", "sit-chair", "half-kneel left", "supine", "all-fours"])
def test_a_small_curve_turns_as_the_part_does(base: str, word: str) -> None:
    """A nod and an anterior tilt turn the front down, as a fold does; a lifted chin and a tuck turn it up."""
    pose = parse({"base": base, "arrows": word})
    body = solve(pose)
    points = line(body, pose.arrows[0], pose.base)
    frame = body.frames["head" if word.startswith("nod") else "pelvis"]
    centre = body.joints["c1" if word.startswith("nod") else "pelvis"]
    out = to_local(frame, subtract(points[0], centre)), to_local(frame, subtract(points[-1], centre))
    turned = out[0][1] * out[1][2] - out[0][2] * out[1][1]  # about the axis to the left: > 0 as a fold
    assert (turned > 0) == (word in ("nod down", "tip forward"))
    assert out[0][0] == pytest.approx(out[1][0])  # between left and right


def test_a_small_curve_is_as_long_as_the_words_say() -> None:
    body = made()
    short, long = (line(body, parse({"base": "stand", "arrows": f"nod down {n}"}).arrows[0], "stand") for n in (20, 80))
    assert distance(short[0], short[-1]) * 2.5 < distance(long[0], long[-1])


@pytest.mark.parametrize("words", ["left hand up and over left", "nod down"])
def test_a_curve_that_is_seen_from_its_edge_is_still_a_curve(words: str) -> None:
    pose = parse({"base": "stand", "view": "left" if "over" in words else "front", "arrows": words})
    body = solve(pose)
    camera = Camera(pose.view.azimuth, 0)
    parent = Element("g")
    draw(parent, camera, line(body, pose.arrows[0], "stand"), plane_of(body, camera))
    found = outline(_shaft(parent))
    assert max(x for x, _ in found) - min(x for x, _ in found) > 2


def _shaft(parent: Element) -> str:
    """The path of an arrow's line."""
    (shaft,) = [each.get("d", "") for each in parent.iter() if each.get("class") == "sf-l"]
    return shaft


def test_a_push_from_the_front_ends_at_the_part() -> None:
    body = made()
    points = line(body, Arrow("chin", ways=("back",)), "stand")
    assert points[0][2] > points[-1][2] > body.joints["c1"][2]


def test_the_other_side_is_the_mirror_image() -> None:
    for part, word in (("left hand", "left"), ("left knee", "up"), ("chest", "right")):
        other_part = part.replace("left", "right")
        other = OTHER.get(word, word)
        here = line(made(), Arrow(part, ways=(word,)), "stand")
        there = line(made(), Arrow(other_part, ways=(other,)), "stand")
        assert [(-x, y, z) for x, y, z in there] == [pytest.approx(point) for point in here]


# -- free space -------------------------------------------------------------------------------------------------------


def test_a_plane_knows_what_is_taken() -> None:
    plane = Plane(Frame(0, 0, 100, 100))
    plane.add_disc((50, 50), 10)
    assert plane.at((50, 50)) == 1
    assert plane.at((80, 50)) == 0
    assert plane.within(0, 0, 30, 30) == 0
    assert plane.within(30, 30, 70, 70) > 9
    plane.add_disc((50, 50), 3, 3.0)
    assert plane.at((50, 50)) == 3
    assert plane.at((58, 50)) == 1


def test_a_line_moves_away_from_what_is_taken_but_not_far() -> None:
    plane = Plane(Frame(0, 0, 100, 100))
    wished: list[Point] = [(40, 50), (60, 50)]
    assert freest(plane, wished, 4) == wished
    plane.add_disc((50, 50), 8)
    moved = freest(plane, wished, 4)
    assert plane.along(band(moved, 4)) == 0
    assert hypot(moved[0][0] - 40, moved[0][1] - 50) < 24
    assert moved[1][0] - moved[0][0] == pytest.approx(20)


def test_points_on_a_line_are_close_together() -> None:
    points = spread([(0, 0), (10, 0), (10, 7)])
    assert points[0] == (0, 0)
    assert points[-1] == (10, 7)
    assert all(hypot(b[0] - a[0], b[1] - a[1]) <= 3 for a, b in pairwise(points))


@pytest.mark.parametrize(
    ("words", "arrow"),
    [
        ({"base": "stand", "left arm": "raise across 84", "right hand": "hold left elbow"}, "left elbow right"),
        ({"base": "half-kneel right", "hips": "shift forward 16"}, "pelvis forward"),
        ({"base": "stand", "view": "left 8"}, "chest forward"),
        ({"base": "sit-chair", "trunk": "turn right 45"}, "turn right"),
        ({"base": "supine", "left leg": "raise front 90, knee 90"}, "left knee to chest"),
    ],
)
def test_arrows_cover_nothing_of_the_body(words: dict[str, str], arrow: str) -> None:
    pose = parse({**words, "arrows": [arrow]})
    body, camera = solve(pose), Camera(pose.view.azimuth, pose.view.elevation)
    plane, parent = plane_of(body, camera), Element("g")
    before = plane_of(body, camera)
    draw(parent, camera, line(body, pose.arrows[0], pose.base), plane)
    shaft = next(path for path in parent.iter("path") if path.get("class") == "sf-l")
    assert before.along(spread(ends(shaft.get("d", "")))) == 0


def test_an_arrow_that_covers_nothing_has_no_border() -> None:
    free, full = Element("g"), Element("g")
    points: list[Vector] = [(0, 0, 0), (20, 0, 0)]
    draw(free, FRONT, points, Plane(Frame(-50, -50, 50, 50)))
    crowded = Plane(Frame(-50, -50, 50, 50))
    crowded.add_disc((0, 0), 90)
    draw(full, FRONT, points, crowded)
    assert len(list(free.iter("path"))) == 2
    assert len(list(full.iter("path"))) == 3


def test_two_arrows_do_not_lie_on_each_other() -> None:
    plane, parent = Plane(Frame(-50, -50, 50, 50)), Element("g")
    for _ in range(2):
        draw(parent, FRONT, [(0, 0, 0), (20, 0, 0)], plane)
    starts = [path.get("d", "").split("l")[0] for path in parent.iter("path") if path.get("class") == "sf-l"]
    assert len(set(starts)) == 2


def test_an_arrow_towards_the_eye_is_still_an_arrow() -> None:
    drawn = Element("g")
    draw(drawn, FRONT, [(0, 0, 0), (0, 0, 20)], Plane(Frame(-50, -50, 50, 50)))
    first, last = ends(next(p for p in drawn.iter("path") if p.get("class") == "sf-l").get("d", ""))
    assert hypot(last[0] - first[0], last[1] - first[1]) > 4


def test_every_part_of_the_language_can_have_an_arrow() -> None:
    assert set(ARROW_PARTS) <= set(arrows.PARTS)


def test_the_frame_grows_with_the_arrow() -> None:
    plane = Plane(Frame(0, 0, 10, 10))
    draw(Element("g"), FRONT, [(0, 0, 0), (40, 0, 0)], plane)
    assert plane.frame.right > 30


# -- breath -----------------------------------------------------------------------------------------------------------


def breath(body: Body, camera: Camera, word: str | None) -> list[str]:
    parent = Element("g")
    draw_breath(parent, body, camera, word, plane_of(body, camera))
    return [path.get("d", "") for path in parent.iter("path")]


def test_only_in_and_out_have_a_sign() -> None:
    assert breath(made(), FRONT, None) == []
    assert breath(made(), FRONT, "easy") == []
    (one,) = breath(made(), FRONT, "in")
    (two,) = breath(made(), FRONT, "out")
    assert one != two


@settings(max_examples=15, deadline=None)
@given(bodies, st.sampled_from([0, 38, 90, 180, -90]), st.sampled_from(["in", "out"]))
def test_the_sign_of_breath_is_near_the_head(body: Body, azimuth: int, word: str) -> None:
    camera = Camera(azimuth, 10)
    (path,) = breath(body, camera, word)
    x, y = camera.point(body.joints["c1"])
    assert all(hypot(a - x, b - y) < 60 for a, b in ends(path))


def test_breath_is_before_the_mouth_in_profile() -> None:
    body = made()
    (path,) = breath(body, Camera(90, 0), "out")
    nose = Camera(90, 0).point(body.joints["c1"])[0] - 10
    assert all(x < nose for x, _ in ends(path))


@pytest.mark.parametrize("title", ["12 Neck side-bend", "14 Lat side-bend", "N5 Downward dog"])
def test_breath_turns_aside_rather_than_away_from_the_mouth(title: str) -> None:
    pose, body = named(title)
    camera = Camera(pose.view.azimuth, pose.view.elevation)
    (path,) = breath(body, camera, "out")
    x, y = camera.point(body.joints["c1"])
    assert all(hypot(a - x, b - y) < 24 for a, b in ends(path))
    spots = [spot for name, part in parts(body).items() if name != "head" for spot in on_screen(camera, part.balls)]
    assert not [(u, v) for a, b in ends(path) for u, v, _, radius in spots if hypot(u - a, v - b) < radius]
