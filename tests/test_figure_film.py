"""The pictures of a version as a strip: one frame, a ghost of the step before, and arrows along the way of a part."""

from __future__ import annotations

import re
from dataclasses import replace
from math import hypot
from typing import Any

import numpy as np
import pytest

from figure_scenes import scene_of
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.picture import movement
from stretchguide.figure.picture.anchors import anchor
from stretchguide.figure.picture.drawing import Sketch, film
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.signs import signs
from stretchguide.figure.shapes.geometry import Camera, distance, subtract
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import Arrow

STAND: dict[str, Any] = {"base": "stand", "view": "front"}
UP: dict[str, Any] = {**STAND, "right arm": "raise side 170"}
FRONT = Camera(0, 0)


def strip(*poses: dict[str, Any]) -> list[Scene]:
    """Scenes of which each shows how the body came there from the one before."""
    found: list[Scene] = []
    for words in poses:
        scene = scene_of(words)
        found.append(scene.told(scene.pose, (), found[-1] if found else None))
    return found


def box(sketch: Sketch) -> str:
    (found,) = re.findall(r'<svg[^>]*class="sf" viewBox="([^"]*)"', sketch.inline)
    return str(found)


def body(words: dict[str, Any]) -> Body:
    return solve(parse(words))


def test_steps_that_are_seen_from_one_place_have_one_frame_and_a_close_one_has_its_own() -> None:
    lit = {**UP, "feel": ["right rhomboids"], "breath": "in"}
    whole, raised, felt, near = film(strip(STAND, UP, lit, {**UP, "view": "front close"}))
    assert box(whole) == box(raised) == box(felt) != box(near)


def test_who_goes_elsewhere_in_the_room_is_seen_in_the_frame_that_stays_there() -> None:
    scene = scene_of({"base": "kneel", "view": "left 8"})
    gone = replace(scene, origin=(0.0, 0.0, -40.0))
    (left, top, *size), (to_left, to_top, *same) = (map(float, box(each).split()) for each in film([scene, gone]))
    assert size == same
    assert (left - to_left, top - to_top) == pytest.approx([10 * each for each in gone.shift], abs=1)
    assert abs(gone.shift[0]) > 39


@pytest.mark.parametrize(("part", "joint"), [("right foot", "right ankle"), ("left hand", "left wrist")])
def test_a_close_view_of_a_part_holds_it_enlarged_and_leaves_the_rest_out(part: str, joint: str) -> None:
    scene = scene_of({"base": "stand", "view": f"front close {part}"})
    x, y = (axis[scene.rest.parts[part]] for axis in scene.on_screen)
    assert scene.frame.left <= x.min() < x.max() <= scene.frame.right
    assert scene.frame.top <= y.min() < y.max() <= scene.frame.bottom
    assert not scene.frame.holds(scene.camera.point(scene.body.joints["c1"]))
    whole = scene.seen_from(scene.pose.view._replace(is_close=False, part=""))
    assert x.max() - x.min() == pytest.approx(3 * np.ptp(whole.on_screen[0][scene.rest.parts[part]]), abs=0.01)
    (sketch,) = film([scene])
    _, _, width, height = map(float, box(sketch).split())
    assert width / height == pytest.approx(4 / 3, abs=0.01)


def test_a_hand_at_a_foot_is_shown_with_it() -> None:
    words = {"base": "sit-chair", "right foot": "on left thigh 86", "view": "front 20 close right foot"}
    alone, held = (scene_of({**words, **hand}) for hand in ({}, {"left hand": "hold right foot out"}))
    x, _ = held.on_screen
    assert held.frame.left <= x[held.rest.parts["left hand"]].min()
    assert held.frame.width > alone.frame.width - 1


def test_only_what_moved_has_a_ghost() -> None:
    first, moved, same = film(strip(STAND, UP, {**UP, "arrows": []}))
    ghosts = [re.findall(r'stroke-dasharray="[^"]*" d="([^"]*)"', each.inline) for each in (first, moved, same)]
    assert [len(each) for each in ghosts] == [0, 1, 0]
    xs = [int(x) for x in re.findall(r"M(-?\d+)", ghosts[1][0])]
    assert max(xs) < 0, "the right arm is on the left of the picture"


def test_a_ghost_that_only_peeps_out_from_behind_the_body_is_left_out() -> None:
    _, sways, bows = film(
        strip(STAND, {**STAND, "hips": "shift left 2"}, {**STAND, "view": "front", "hips": "shift right 20"})
    )
    counts = [each.inline.count("stroke-dasharray") for each in (sways, bows)]
    assert counts == [0, 1]


@pytest.mark.parametrize("part", ["right hand", "right elbow", "head", "chest", "pelvis", "hands"])
def test_a_way_leads_from_where_a_part_was_to_where_it_is(part: str) -> None:
    before, now = body(STAND), body({**UP, "hips": "fold 40", "head": "nod 20"})
    points = movement.way(part, before, now)
    assert distance(points[0], anchor(before, part).place) < 0.1
    assert distance(points[-1], anchor(now, part).place) < 0.1


def test_an_arm_goes_up_by_the_side_and_not_through_the_body() -> None:
    before, now = body(STAND), body(UP)
    middle = movement.way("right hand", before, now)[4]
    assert middle[0] < now.joints["right shoulder"][0] - 40


def test_what_moved_most_is_found() -> None:
    assert movement.moved_most(body(STAND), body(UP), FRONT)[0] == "right hand"
    folded = {"base": "stand", "hips": "fold 60"}
    assert movement.moved_most(body(STAND), body({**folded, "arms": "reach down"}), Camera(90, 0))[0] == "head"


def test_what_nobody_names_has_an_arrow_when_it_went_far() -> None:
    small = {**STAND, "head": "nod 6"}
    assert [len(signs(scene)) for scene in strip(STAND, UP, {**UP, "arrows": []}, STAND)] == [0, 1, 0, 1]
    assert [len(signs(scene)) for scene in strip(STAND, small)] == [0, 0]
    assert len(signs(strip(STAND, {**STAND, "arms": "raise side 90"})[1])) == 2, "both arms"


def test_an_arrow_that_is_drawn_for_both_sides_speaks_of_both() -> None:
    ahead = {**STAND, "view": "left 0", "arms": "raise front 80"}
    (((arrow,), _),) = signs(strip({**STAND, "view": "left 0"}, ahead)[1])
    assert arrow.part == "hands"
    (((named,), _),) = signs(scene_of({**STAND, "view": "left 0", "arrows": ["left heel up", "right heel up"]}))
    assert named.part == "heels"


def test_an_arrow_follows_the_way_and_never_contradicts_it() -> None:
    ways = (("up", "front"), ("down", "front"), ("forward", "left"))
    along, against, aside = (
        signs(strip({**STAND, "view": view}, {**UP, "view": view, "arrows": f"right hand {way}"})[1])[0]
        for way, view in ways
    )
    assert len(along[1].points) > 3
    assert against[1] == along[1], "whatever the words say, the ghost shows where it went"
    assert "up" in along[0][0].ways
    assert "up" in against[0][0].ways, "and so says what is told of it"
    assert len(aside[1].points) == 2
    x, y = FRONT.point(along[1].points[0])
    a, b = FRONT.point(anchor(body(STAND), "right hand").place)
    assert hypot(x - a, y - b) < 12


def test_a_ring_goes_nearly_all_the_way_round() -> None:
    pose = {"base": "sit-chair", "view": "front-right", "right leg": "raise front 84, knee 40"}
    ((_, one),) = signs(scene_of({**pose, "arrows": "circle right foot forward"}))
    ((_, other),) = signs(scene_of({**pose, "arrows": "circle right foot back"}))
    middle = [sum(values) / len(one.points) for values in zip(*one.points, strict=True)]
    assert all(distance(point, (middle[0], middle[1], middle[2])) < 16 for point in one.points)
    assert one.stays
    assert one.points != other.points


# -- what points at the eye --------------------------------------------------------------------------------------------

SIDE: dict[str, Any] = {"base": "stand", "view": "left 6"}
LIES: dict[str, Any] = {"base": "supine"}
BENT: dict[str, Any] = {**LIES, "right foot": "flat"}
PRONE: dict[str, Any] = {"base": "prone"}
INWARDS = ["right shoulder left", "left shoulder right"]


def test_shoulders_that_come_together_go_back_when_they_are_seen_from_the_side() -> None:
    drawn_back = {**SIDE, "arms": "raise back 12, draw back 16", "arrows": INWARDS}
    ((_, sign),) = signs(strip(SIDE, drawn_back)[1])
    (x0, y0), (x1, y1) = (Camera(90, 6).point(point) for point in (sign.points[0], sign.points[-1]))
    assert x1 - x0 > 2 * abs(y1 - y0), "not up or down the screen"
    assert len(signs(strip(STAND, {**drawn_back, "view": "back 6"})[1])) == 2


def test_arrows_that_meet_are_two() -> None:
    drawn_back = {**STAND, "view": "back 8 close", "arms": "raise back-out 14, elbow 22, draw back 15"}
    short = [f"{arrow} 10" for arrow in INWARDS]
    assert len(signs(strip(STAND, {**drawn_back, "arrows": short})[1])) == 2


def test_who_sways_to_and_fro_has_one_arrow_with_two_heads_which_says_both_ways() -> None:
    right, left = ({**STAND, "feet": "wide 78", "hips": f"shift {side} 20"} for side in ("right", "left"))
    ((said, shown),) = signs(strip(right, {**left, "arrows": ["pelvis left", "pelvis right"]})[1])
    assert [arrow.ways for arrow in said] == [("left",), ("right",)]
    assert shown.returns
    out, across = ({**STAND, "right leg": f"raise side {far}"} for far in (32, -8))
    ((said, shown),) = signs(strip(across, {**out, "arrows": ["right foot left", "right foot right"]})[1])
    assert [arrow.ways for arrow in said] == [("left",), ("right",)], "whichever comes first"
    assert shown.returns
    assert len(shown.points) > 3, "along the way"


def test_both_hands_that_one_word_names_have_an_arrow_each_where_they_are_seen_apart() -> None:
    low, high = ({**STAND, "arms": f"raise side {far}"} for far in (10, 170))
    (left, right) = signs(strip(low, {**high, "arrows": ["hands up"]})[1])
    assert [said for each, _ in (left, right) for said in each] == [
        Arrow(f"{side} hand", ways=("up",)) for side in ("left", "right")
    ]
    assert left[1].points[4][0] > 40 > -40 > right[1].points[4][0]
    low, high = ({**SIDE, "arms": f"raise front {far}"} for far in (10, 120))
    assert len(signs(strip(low, {**high, "arrows": ["hands up"]})[1])) == 1, "from the side they are one"


@pytest.mark.parametrize(
    ("before", "now", "part", "arrow"),
    [
        (UP, STAND, "right hand", Arrow("right hand", ways=("down",))),
        (STAND, {**STAND, "hips": "shift left 20"}, "pelvis", Arrow("pelvis", ways=("left",))),
        (LIES, {**LIES, "right leg": "raise front 80"}, "right foot", Arrow("right foot", ways=("up",))),
        (BENT, LIES, "right foot", Arrow("right foot", ways=("away",))),
        (LIES, BENT, "right foot", Arrow("right foot", towards="head")),
        (PRONE, {**PRONE, "hips": "turn left 50"}, "left shoulder", Arrow("left shoulder", ways=("up",))),
    ],
)
def test_the_way_of_a_part_has_words(before: dict[str, Any], now: dict[str, Any], part: str, arrow: Arrow) -> None:
    first, last = body(before), body(now)
    went = subtract(anchor(last, part).place, anchor(first, part).place)
    found = movement.in_words(part, went, last, BASES[now["base"]])
    assert found.towards == arrow.towards
    assert set(arrow.ways) <= set(found.ways)


def test_a_leg_that_slides_away_has_an_arrow_that_leads_away_from_the_head() -> None:
    ((_, shown),) = signs(strip({**BENT, "view": "left 6"}, {**LIES, "view": "left 6"})[1])
    assert shown.instead
    tail, tip = shown.instead.points
    assert distance(tip, anchor(body(LIES), "head").place) > distance(tail, anchor(body(LIES), "head").place) + 10


def test_where_nothing_moved_there_is_no_arrow_at_the_eye() -> None:
    assert signs(strip(SIDE, {**SIDE, "head": "nod 20", "arrows": ["right hip right"]})[1]) == []
    assert len(signs(strip({**SIDE, "arrows": ["right hip right"]})[0])) == 1, "what has no ghost keeps it"


# -- from near, and alone ----------------------------------------------------------------------------------------------


def test_before_a_picture_from_near_the_whole_one_marks_it() -> None:
    scene = scene_of({**STAND, "view": "front"})
    view = scene.pose.view._replace(is_close=True)
    near, its_foot = (scene.seen_from(each).near for each in (view, view._replace(part="right foot")))
    (plain,), (marked,) = film([scene]), film([scene.told(scene.pose, (), None, goes_near=near)])
    assert "<rect" not in plain.inline
    (mark,) = re.findall(r'<rect[^>]* x="(-?[0-9]+)" y="(-?[0-9]+)" width="([0-9]+)" height="([0-9]+)"', marked.inline)
    left, top, width, height = map(float, mark)
    head = FRONT.point(scene.body.joints["c1"])
    assert left < head[0] * 10 < left + width
    assert top < head[1] * 10 < top + height < -600, "the legs are left out"
    (marked,) = film([scene.told(scene.pose, (), None, goes_near=its_foot)])
    (mark,) = re.findall(r'<rect[^>]* x="(-?[0-9]+)" y="(-?[0-9]+)" width="([0-9]+)" height="([0-9]+)"', marked.inline)
    left, top, width, height = map(float, mark)
    foot = FRONT.point(scene.body.joints["right ankle"])
    assert left < foot[0] * 10 < left + width < 0, "the left foot is left out"
    assert -400 < top < foot[1] * 10 < top + height


def test_the_mark_holds_the_arm_that_the_close_picture_shows() -> None:
    reaches = scene_of({**STAND, "right arm": "raise side 88", "view": "front"})
    near = reaches.seen_from(reaches.pose.view._replace(is_close=True)).near
    assert "right hand" in near
    assert "left hand" not in near, "it hangs"
    hand = reaches.rest.parts["right hand"]
    across, down = (axis[hand].round(3) for axis in reaches.on_screen)
    assert all(reaches.around(near).holds(place) for place in zip(across, down, strict=True))


def test_a_close_picture_is_cut_off_at_its_rim_with_no_outline_there() -> None:
    (sketch,) = film([scene_of({"base": "sit-chair", "view": "front close"})])
    left, top, wide, high = (float(each) for each in box(sketch).split())
    window = re.search(r'<svg x="(-?\d+)" y="(-?\d+)" width="(\d+)" height="(\d+)" viewBox="([^"]*)"', sketch.inline)
    assert window, "a window of its own"
    assert window[5].split() == list(window.groups()[:4]), "nothing is moved in it"
    x, y, width, height = (float(each) for each in window.groups()[:4])
    assert left <= x < x + width <= left + wide
    assert top <= y < y + height <= top + high
    body = sketch.inline[window.end() : sketch.inline.index("</svg>", window.end())]
    lowest = max(int(each) for each in re.findall(r"M-?\d+ ?(-?\d+)", body))
    assert lowest > y + height, "the thighs go on beyond it"
    assert re.search(r'<rect [^>]*stroke-opacity="\.65"', sketch.inline), "the rim is drawn"
    (whole,) = film([scene_of({"base": "sit-chair", "view": "front"})])
    assert '<svg x="' not in whole.inline
    assert "<rect" not in whole.inline


def test_a_low_body_is_larger_alone_than_in_the_strip_of_a_high_one() -> None:
    words: list[dict[str, Any]] = [{"base": "kneel", "view": "left 8"}, {"base": "sit-heels", "hips": "fold 80"}]
    high, low = film([scene_of({**words[0], **each}) for each in words])
    heights = [float(each.own_box.split()[3]) for each in (high, low)]
    assert box(high) == box(low)
    assert heights[1] < 0.7 * heights[0] <= 0.7 * float(box(high).split()[3])
    with_ghost = film(strip(words[0], {**words[0], **words[1]}))[1]
    assert float(with_ghost.own_box.split()[3]) > 0.9 * heights[0], "its ghost belongs to it"
