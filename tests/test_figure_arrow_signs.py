"""Arrows and the sign of breath on the drawing: they stand where nothing is, near what they speak of."""

from __future__ import annotations

import re
from itertools import pairwise
from math import hypot
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_bodies import bodies, made
from figure_poses import named
from figure_scenes import scene_of
from properties import tried
from stretchguide.figure.body.flesh import PART_NAMES, part_balls
from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.depth import on_screen
from stretchguide.figure.ink.free_space import Plane, band, freest, spread
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.picture.anchors import anchor
from stretchguide.figure.picture.arrow_signs import _before_limb, _rounded, draw
from stretchguide.figure.picture.arrow_ways import seen_way
from stretchguide.figure.picture.arrows import Sign, line, sign
from stretchguide.figure.picture.breath import draw_breath
from stretchguide.figure.picture.shaking import draw_shaking
from stretchguide.figure.picture.signs import signs
from stretchguide.figure.shapes.geometry import Camera, Point, Vector
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.signs import ARROW_PARTS
from stretchguide.format.sides import SIDES
from svg_paths import ends, outline

FRONT = Camera(0, 0)


def a_sign(points: list[Vector]) -> Sign:
    """An arrow that is tied to nothing."""
    return Sign(points, [], stays=False)


def plane_of(body: Body, camera: Camera) -> Plane:
    """What a body takes on the drawing."""
    frame = PictureFrame()
    plane = Plane(frame)
    for name in PART_NAMES:
        for centre, radius in part_balls(body, name):
            plane.add_discs([(*camera.point(centre), radius)])
            frame.add_point(camera.point(centre), radius)
    return plane


@pytest.mark.parametrize("toes", ["flex 22", "flex 8", "point 16"])
def test_rings_that_go_opposite_ways_are_seen_to_whatever_the_foot_does(toes: str) -> None:
    """From the side one sees a ring across the foot from its edge: pointed toes turn its other face to the eye."""
    camera, senses = Camera(-90, 24), []
    for way in ("back", "forward"):
        words = {"base": "sit-chair", "right leg": "raise front 92, knee 66", "right foot": toes}
        pose = parse({**words, "arrows": f"circle right foot {way}"})
        body = solve(pose)
        drawn = _rounded(camera, sign(body, (pose.arrows or ())[0], BASES["sit-chair"]).points)
        senses.append(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*drawn, drawn[0]])))
    assert senses[0] < 0 < senses[1]


@pytest.mark.parametrize("words", ["left hand up and over left", "nod down"])
def test_a_curve_that_is_seen_from_its_edge_is_still_a_curve(words: str) -> None:
    pose = parse({"base": "stand", "view": "left" if "over" in words else "front", "arrows": words})
    body = solve(pose)
    camera = Camera(pose.view.azimuth, 0)
    parent = Element("g")
    draw(parent, camera, sign(body, (pose.arrows or ())[0], BASES["stand"]), plane_of(body, camera))
    found = outline(_shaft(parent))
    assert max(x for x, _ in found) - min(x for x, _ in found) > 2


def _shaft(parent: Element) -> str:
    """The path of an arrow's line."""
    (shaft,) = [each.get("d", "") for each in parent.iter() if each.get("class") == "sf-l"]
    return shaft


# -- free space -------------------------------------------------------------------------------------------------------


def test_a_plane_knows_what_is_taken() -> None:
    plane = Plane(PictureFrame(0, 0, 100, 100))
    plane.add_discs([(50, 50, 10)])
    assert plane.along([(50, 50)]) == 1
    assert plane.along([(80, 50)]) == 0
    assert plane.within((0, 0, 30, 30)) == 0
    assert plane.within((30, 30, 70, 70)) > 9
    plane.add_discs([(50, 50, 3)], 3.0)
    assert plane.along([(50, 50)]) == 3
    assert plane.along([(58, 50)]) == 1


def test_a_plane_knows_what_lies_far_from_what_was_asked_for_first() -> None:
    plane = Plane(PictureFrame(-200, -200, 200, 200))
    plane.add_discs([(-150, 0, 20), (150, 0, 4)])
    plane.add_discs([(150, 0, 9)], 2.0)
    assert plane.along([(-150, 0), (150, 40)]) == 1
    assert plane.along([(0, 0)]) == 0
    assert plane.along([(150, 0)]) == 2
    assert plane.along([(-150, 0), (150, 0)]) == 3


def test_a_line_moves_away_from_what_is_taken_but_not_far() -> None:
    plane = Plane(PictureFrame(0, 0, 100, 100))
    wished: list[Point] = [(40, 50), (60, 50)]
    assert freest(plane, wished, 4) == wished
    plane.add_discs([(50, 50, 5)])
    moved = freest(plane, wished, 4)
    assert plane.along(band(moved, 4)) == 0
    assert hypot(moved[0][0] - 40, moved[0][1] - 50) < 13
    assert moved[1][0] - moved[0][0] == pytest.approx(20)


def test_points_on_a_line_are_close_together() -> None:
    points = spread([(0, 0), (10, 0), (10, 7)])
    assert points[0] == (0, 0)
    assert points[-1] == (10, 7)
    assert all(hypot(b[0] - a[0], b[1] - a[1]) <= 3 for a, b in pairwise(points))


def test_a_line_does_not_go_where_another_part_is() -> None:
    plane = Plane(PictureFrame(0, 0, 100, 100))
    wished: list[Point] = [(40, 50), (60, 50)]
    plane.add_discs([(50, 50, 8)])
    (x, y), _ = freest(plane, wished, 4)
    (a, b), _ = freest(plane, wished, 4, [(x, y - 3)])
    assert hypot(a - x, b - y + 3) > hypot(a - 40, b - 50), "it begins nearer to its own part"
    assert freest(plane, wished, 4, [(90, 90)])[0] == (x, y)


@pytest.mark.parametrize("strangers", [[], [(99.0, 99.0)]])
def test_a_line_would_rather_cover_something_than_be_far_away(strangers: list[Point]) -> None:
    plane = Plane(PictureFrame(0, 0, 100, 100))
    plane.add_discs([(50, 50, 24)])
    (x, y), _ = freest(plane, [(45, 50), (55, 50)], 4, strangers)
    assert hypot(x - 45, y - 50) <= 12


def test_an_arrow_begins_at_the_part_that_it_names() -> None:
    """The foot of the crossed leg lies before the knee of the other one."""
    words = {"base": "supine", "view": "back-right 26", "right foot": "on left thigh 84", "right knee": "out"}
    pose = parse({**words, "left leg": "raise front 110, knee 94", "arrows": ["left foot to head 18"]})
    body, camera = solve(pose), Camera(pose.view.azimuth, pose.view.elevation)
    parent = Element("g")
    draw(parent, camera, sign(body, (pose.arrows or ())[0], BASES[pose.base]), plane_of(body, camera))
    shaft = spread(ends(_shaft(parent)))
    own, other = (camera.point(anchor(body, f"{side} foot").place) for side in SIDES)
    assert min(hypot(x - own[0], y - own[1]) for x, y in shaft) < 18
    assert min(hypot(x - other[0], y - other[1]) for x, y in shaft) > 30


def test_one_arrow_stands_between_both_hands() -> None:
    pose = parse({"base": "stand", "arms": "raise front 40", "arrows": ["hands down 12"]})
    body = solve(pose)
    found = sign(body, (pose.arrows or ())[0], BASES[pose.base])
    assert found.points[0][0] == pytest.approx(0, abs=0.01)
    assert found.points[0][1] - found.points[1][1] == pytest.approx(12)
    crowded, parent = Plane(PictureFrame(-90, -190, 90, 20)), Element("g")
    crowded.add_discs([(0, -90, 60)])
    draw(parent, FRONT, found, crowded)
    assert [x for x, _ in ends(_shaft(parent))] == pytest.approx([0, 0], abs=0.2), "it stays there"


def drawn_arrow(words: dict[str, Any], arrow: str) -> tuple[Body, Camera, Plane, list[Point]]:
    """A body with an arrow, and the ends of its line on the screen; the plane is that of the body alone."""
    pose = parse({**words, "arrows": [arrow]})
    body, camera, parent = solve(pose), Camera(pose.view.azimuth, pose.view.elevation), Element("g")
    draw(parent, camera, sign(body, (pose.arrows or ())[0], BASES[pose.base]), plane_of(body, camera))
    return body, camera, plane_of(body, camera), ends(_shaft(parent))


LEFT: dict[str, Any] = {"base": "stand", "view": "left 8"}
LYING: dict[str, Any] = {"base": "supine", "view": "left 4", "feet": "flat 42", "knees": "up"}


@pytest.mark.parametrize(
    ("words", "arrow", "way"),
    [
        (LEFT, "chest up", (0, -1)),
        (LEFT, "pelvis down", (0, 1)),
        (LEFT, "pelvis back", (1, 0)),
        (LEFT, "chin back", (1, 0)),
        ({"base": "stand", "view": "front 6"}, "right hip right", (-1, 0)),
        ({"base": "stand", "view": "back 6"}, "right hip right", (1, 0)),
        ({"base": "all-fours", "view": "left 10"}, "waist up", (0, -1)),
        ({"base": "all-fours", "view": "left 10"}, "waist down", (0, 1)),
        (LYING, "waist down", (0, 1)),
        ({"base": "hang", "view": "front 6"}, "pelvis down", (0, 1)),
    ],
)
def test_an_arrow_runs_with_the_body_beside_its_part(words: dict[str, Any], arrow: str, way: Point) -> None:
    body, camera, plane, ((x0, y0), (x1, y1)) = drawn_arrow(words, arrow)
    size = hypot(x1 - x0, y1 - y0)
    assert ((x1 - x0) * way[0] + (y1 - y0) * way[1]) / size > 0.96
    part = anchor(body, arrow.rpartition(" ")[0])
    x, y = camera.point(part.place)
    along = spread([(x0, y0), (x1, y1)])
    assert min(hypot(a - x, b - y) for a, b in along) < part.reach + 16
    assert plane.along(along) == 0


def test_an_arrow_is_pushed_from_where_its_part_faces_and_leads_elsewhere() -> None:
    body, camera, _, (tail, tip) = drawn_arrow(LEFT, "chin back")
    face = camera.point(body.joints["c1"])[0]
    assert tail[0] < tip[0] < face, "it ends before the face"
    body, camera, _, (tail, tip) = drawn_arrow(LYING, "waist down")
    assert tip[1] > tail[1] > camera.point(body.joints["l3"])[1], "it begins under the waist"
    assert abs(tail[0] - camera.point(body.joints["l3"])[0]) < 4


@pytest.mark.parametrize(
    ("words", "arrow"),
    [
        (LEFT, "press right heel down"),
        ({"base": "half-kneel left", "view": "left 6"}, "press left foot down"),
        ({"base": "stand", "view": "left 6", "arms": "raise front 90"}, "press left hand forward"),
    ],
)
def test_who_presses_has_a_bar_where_the_flesh_ends_beside_the_part(words: dict[str, Any], arrow: str) -> None:
    pose = parse({**words, "arrows": [arrow]})
    body, camera, parent = solve(pose), Camera(pose.view.azimuth, pose.view.elevation), Element("g")
    draw(parent, camera, sign(body, (pose.arrows or ())[0], BASES[pose.base]), plane_of(body, camera))
    shaft, bar = (outline(line) for line in re.findall(r"M[^M]*", _shaft(parent)))
    (x0, y0), (x1, y1) = bar[0], bar[-1]
    assert hypot(x1 - x0, y1 - y0) > 10
    name = " ".join(arrow.split()[1:3]).replace("heel", "foot")
    spots = on_screen(camera, part_balls(body, name))
    if arrow.endswith("down"):
        assert y0 == pytest.approx(max(y + radius for _, y, _, radius in spots), abs=6), "no bar under the floor"
        assert y0 == pytest.approx(y1, abs=0.3)
    else:
        assert x0 == pytest.approx(min(x - radius for x, _, _, radius in spots), abs=6), "no bar behind the wall"
    others = [spot for each in PART_NAMES for spot in on_screen(camera, part_balls(body, each))]
    assert not [1 for x, y in spread(shaft) for u, v, _, radius in others if hypot(x - u, y - v) < radius]


def test_a_light_rim_is_under_every_arrow() -> None:
    """Paths that look alike become one, where the first is: a rim drawn later would cover it."""
    parent, plane = Element("g"), Plane(PictureFrame(-90, -90, 90, 90))
    draw(parent, FRONT, a_sign([(0, 0, 0), (20, 0, 0)]), plane)
    plane.add_discs([(0, -40, 90)])
    draw(parent, FRONT, a_sign([(0, 40, 0), (20, 40, 0)]), plane)
    looks = [path.get("class") for path in parent]
    assert looks[:2] == ["sf-hl", "sf-hl"], "of the head, and of the line"
    assert looks.count("sf-hl") == 2


def test_the_rim_of_an_arrow_is_narrow_so_that_a_hand_under_it_is_still_seen() -> None:
    parent, crowded = Element("g"), Plane(PictureFrame(-50, -50, 50, 50))
    crowded.add_discs([(0, 0, 90)])
    draw(parent, FRONT, a_sign([(0, 0, 0), (20, 0, 0)]), crowded)
    rim = {path.get("d"): float(path.get("stroke-width", "")) for path in parent if path.get("class") == "sf-hl"}
    ink = {path.get("d"): float(path.get("stroke-width", "0")) for path in parent if path.get("class") != "sf-hl"}
    assert rim.keys() == ink.keys()
    assert all(0 < rim[each] - ink[each] < 20 for each in rim), "at most a centimetre to each side"


def test_an_arrow_that_returns_has_a_head_at_both_ends() -> None:
    parent = Element("g")
    sway = a_sign([(-20, 0, 0), (20, 0, 0)])._replace(returns=True, stays=True)
    draw(parent, FRONT, sway, Plane(PictureFrame(-50, -50, 50, 50)))
    (heads,) = [path.get("d", "") for path in parent if path.get("class") == "sf-ar"]
    tips = [max(outline(head), key=lambda point: abs(point[0])) for head in re.findall(r"M[^M]*", heads)]
    assert sorted(x for x, _ in tips) == pytest.approx([-21, 21], abs=0.3)
    assert max(abs(x) for x, _ in outline(_shaft(parent))) < 16, "the line ends in its heads"


# -- ways -------------------------------------------------------------------------------------------------------------

WAY: list[Point] = [(10.0 * step, 0.0) for step in range(9)]


def around(*discs: tuple[float, float, float]) -> Plane:
    plane = Plane(PictureFrame(-50, -50, 150, 50))
    plane.add_discs(discs)
    return plane


def test_a_way_ends_before_its_part() -> None:
    seen = seen_way(around((80, 0, 6)), WAY, [])
    assert seen[0] == (0, 0)
    assert 68 < seen[-1][0] < 75
    assert len(seen) <= 9


@pytest.mark.parametrize(
    ("discs", "first", "last"),
    [
        ([(50, 0, 24)], 0, 80),  # It comes from beside the body and leads over it.
        ([(20, 0, 32)], 48, 80),  # It comes from amid the body: its end is shown alone.
        ([(72, 0, 45)], 0, 30),  # It leads far into the body: its beginning is.
    ],
)
def test_of_a_way_is_shown_what_lies_beside_the_body(
    discs: list[tuple[float, float, float]], first: int, last: int
) -> None:
    seen = seen_way(around(*discs), WAY, [])
    assert seen[0][0] == pytest.approx(first, abs=8)
    assert seen[-1][0] == pytest.approx(last, abs=8)


def test_a_way_that_lies_amid_the_body_is_not_shown() -> None:
    assert seen_way(around((40, 0, 60)), WAY, []) == []


def test_the_beginning_of_a_way_does_not_lead_to_another_part() -> None:
    plane = around((72, 0, 45))
    assert seen_way(plane, WAY, [(200, 0)])
    assert seen_way(plane, WAY, [(25, 10)]) == []


def test_in_place_of_a_way_amid_the_body_is_an_arrow_beside_its_part() -> None:
    """Whoever lets go of the arm across the chest does not have an arrow across the chest."""
    across, hangs = (
        {"base": "stand", "view": "front", "right arm": arm} for arm in ("raise across 84", "raise side 4")
    )
    before, now = scene_of(across), scene_of({**hangs, "arrows": ["right arm down"]})
    ((_, shown),) = signs(now.told(now.pose, (), before))
    plane, parent = plane_of(now.body, FRONT), Element("g")
    draw(parent, FRONT, shown, plane)
    (x0, y0), (x1, y1) = ends(_shaft(parent))
    assert x0 == pytest.approx(x1, abs=0.5)
    assert y1 > y0
    assert x0 < FRONT.point(now.body.joints["right elbow"])[0], "outside the arm"


@pytest.mark.parametrize(
    ("words", "arrow"),
    [
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
    draw(parent, camera, sign(body, (pose.arrows or ())[0], BASES[pose.base]), plane)
    shaft = next(path for path in parent.iter("path") if path.get("class") == "sf-l")
    assert before.along(spread(ends(shaft.get("d", "")))) == 0


def test_an_arrow_that_covers_nothing_has_no_rim() -> None:
    free, full = Element("g"), Element("g")
    points: list[Vector] = [(0, 0, 0), (20, 0, 0)]
    draw(free, FRONT, a_sign(points), Plane(PictureFrame(-50, -50, 50, 50)))
    crowded = Plane(PictureFrame(-50, -50, 50, 50))
    crowded.add_discs([(0, 0, 90)])
    draw(full, FRONT, a_sign(points), crowded)
    assert len(list(free.iter("path"))) == 2
    assert len(list(full.iter("path"))) == 4


def test_two_arrows_do_not_lie_on_each_other() -> None:
    plane, parent = Plane(PictureFrame(-50, -50, 50, 50)), Element("g")
    for _ in range(2):
        draw(parent, FRONT, a_sign([(0, 0, 0), (20, 0, 0)]), plane)
    starts = [path.get("d", "").split("l")[0] for path in parent.iter("path") if path.get("class") == "sf-l"]
    assert len(set(starts)) == 2


def test_an_arrow_towards_the_eye_is_still_an_arrow() -> None:
    drawn = Element("g")
    draw(drawn, FRONT, a_sign([(0, 0, 0), (0, 0, 20)]), Plane(PictureFrame(-50, -50, 50, 50)))
    first, last = ends(next(p for p in drawn.iter("path") if p.get("class") == "sf-l").get("d", ""))
    assert hypot(last[0] - first[0], last[1] - first[1]) > 4


@pytest.mark.parametrize("part", ARROW_PARTS)
def test_every_part_of_the_language_can_have_an_arrow(part: str) -> None:
    pose = parse({"base": "stand", "arrows": f"{part} up"})
    tail, *_, tip = line(solve(pose), (pose.arrows or ())[0], BASES["stand"])
    assert tip[1] > tail[1]


def test_the_frame_grows_with_the_arrow() -> None:
    plane = Plane(PictureFrame(0, 0, 10, 10))
    draw(Element("g"), FRONT, a_sign([(0, 0, 0), (40, 0, 0)]), plane)
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


@tried(15)
@given(bodies, st.sampled_from([0, 38, 90, 180, -90]), st.sampled_from(["in", "out"]))
def test_the_sign_of_breath_is_near_the_head(body: Body, azimuth: int, word: str) -> None:
    camera = Camera(azimuth, 10)
    x, y = camera.point(body.joints["c1"])
    assert all(hypot(a - x, b - y) < 32 for path in breath(body, camera, word) for a, b in ends(path))


def test_where_there_is_no_room_beside_the_mouth_there_is_no_sign() -> None:
    parent, crowded = Element("g"), Plane(PictureFrame(-90, -190, 90, 20))
    crowded.add_discs([(0, -160, 60)])
    draw_breath(parent, made(), FRONT, "out", crowded)
    assert not list(parent)


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
    assert all(hypot(a - x, b - y) < 26 for a, b in ends(path))
    spots = [spot for name in PART_NAMES if name != "head" for spot in on_screen(camera, part_balls(body, name))]
    assert not [(u, v) for a, b in ends(path) for u, v, _, radius in spots if hypot(u - a, v - b) < radius]


def test_the_heel_that_presses_has_its_bar_nearer_to_it_than_to_the_toes() -> None:
    words = {"base": "stand", "view": "right 8", "hips": "shift forward 18, lower 10", "right knee": "forward"}
    pose = parse({**words, "left foot": "step back 46", "arrows": ["press right heel down"]})
    body, camera, parent = solve(pose), Camera(pose.view.azimuth, pose.view.elevation), Element("g")
    draw(parent, camera, sign(body, (pose.arrows or ())[0], BASES[pose.base]), plane_of(body, camera))
    bar = outline(re.findall(r"M[^M]*", _shaft(parent))[-1])
    x = (bar[0][0] + bar[-1][0]) / 2
    foot = body.joints["right ankle"], body.frames["right foot"]
    heel, toes = (camera.point(in_frame(*foot, 0, -5, ahead))[0] for ahead in (-3, 18))
    assert abs(x - heel) < abs(x - toes)


@pytest.mark.parametrize(("view", "count"), [("front", 2), ("left", 1)])
def test_a_chest_that_sinks_has_an_arrow_on_both_sides_from_ahead(view: str, count: int) -> None:
    """One alone would speak of an arm."""
    pose = parse({"base": "stand", "view": view, "arms": "raise side 150", "arrows": "chest down"})
    body, camera, parent = solve(pose), Camera(pose.view.azimuth, 0), Element("g")
    draw(parent, camera, sign(body, (pose.arrows or ())[0], BASES["stand"]), plane_of(body, camera))
    heads = [path for path in parent if path.get("class") == "sf-ar"]
    assert len(heads) == count


def test_an_arrow_of_a_chest_with_things_on_both_sides_stands_on_the_trunk() -> None:
    pose = parse({"base": "stand", "view": "front", "arrows": "chest up"})
    body, camera, parent = solve(pose), Camera(0, 0), Element("g")
    x, y = camera.point(anchor(body, "chest").place)
    plane = plane_of(body, camera)
    plane.add_discs([(x + side * 45, y, 34) for side in (-1, 1)])
    draw(parent, camera, sign(body, (pose.arrows or ())[0], BASES["stand"]), plane)
    assert all(abs(each - x) < 1 for each, _ in outline(_shaft(parent)))


@pytest.mark.parametrize(
    ("ring", "part"),
    [
        ("right wrist right", "right hand"),
        ("left wrist left", "left hand"),
        ("right hand right", "right hand"),
        ("left shoulder back", "left upper arm"),
    ],
)
def test_a_ring_covers_neither_hand_nor_shoulder_and_nothing_of_it_is_behind_a_forearm(ring: str, part: str) -> None:
    pose = parse({"base": "stand", "view": "right 30", "arms": "elbow 90, palm up", "arrows": f"circle {ring}"})
    body, camera, parent = solve(pose), Camera(pose.view.azimuth, pose.view.elevation), Element("g")
    found = sign(body, (pose.arrows or ())[0], BASES["stand"])
    draw(parent, camera, found, plane_of(body, camera))
    spots = on_screen(camera, part_balls(body, part))
    drawn = outline(_shaft(parent))
    assert not [1 for x, y in drawn for u, v, _, radius in spots if hypot(x - u, y - v) < radius]
    assert found.wraps == ("wrist" in ring)
    if found.wraps:
        shown = _before_limb(camera, found.points)
        assert min(found.points, key=camera.depth) not in shown
        assert max(found.points, key=camera.depth) in shown


# -- what is shaken out -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "joints"), [("hands", ("left wrist", "right wrist")), ("right leg", ("right ankle",))]
)
def test_what_is_shaken_has_two_arcs_on_both_sides_of_its_end(words: str, joints: tuple[str, ...]) -> None:
    scene, parent = scene_of({"base": "stand", "arms": "raise side 40", "view": "front 0"}), Element("g")
    (arrow,) = parse({"base": "stand", "arrows": f"shake {words}"}).arrows or ()
    draw_shaking(parent, scene, arrow, plane_of(scene.body, FRONT))
    rim, arcs = (path.get("d", "") for path in parent)
    assert rim == arcs, "it is set off from what it covers"
    starts = [tuple(int(each) / 10 for each in found) for found in re.findall(r"M(-?\d+)[ ,]?(-?\d+)", arcs)]
    assert len(starts) == 4 * len(joints)
    for joint in joints:
        x, y = FRONT.point(scene.body.joints[joint])
        near = [place for place in starts if hypot(place[0] - x, place[1] - y) < 20]
        assert len(near) == 4
        assert any(place[0] < x for place in near)
        assert any(place[0] > x for place in near)


def test_a_hand_that_is_hidden_has_no_sign_of_shaking() -> None:
    scene, parent = scene_of({"base": "stand", "view": "left 0"}), Element("g")
    (arrow,) = parse({"base": "stand", "arrows": "shake hands"}).arrows or ()
    draw_shaking(parent, scene, arrow, plane_of(scene.body, scene.camera))
    rim, _ = (path.get("d", "") for path in parent)
    assert rim.count("M") == 4, "the right hand is behind the body"


def test_what_is_shaken_has_no_arrow() -> None:
    assert signs(scene_of({"base": "stand", "arrows": "shake hands"})) == []
    (one,) = signs(scene_of({"base": "stand", "arrows": ["shake hands", "left foot up"]}))
    assert [arrow.part for arrow in one[0]] == ["left foot"]
