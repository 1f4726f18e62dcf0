"""Arrows in space: they point where the words say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_bodies import bodies, made
from properties import tried
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.picture.arrows import line, sign
from stretchguide.figure.shapes.geometry import Camera, Vector, distance, subtract, to_local
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.signs import ARROW_PARTS, ARROW_SAME
from stretchguide.format.sides import OTHER, SIDES

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


# -- where they point -------------------------------------------------------------------------------------------------


@tried(40)
@given(bodies, parts_of_arrows, st.sampled_from(sorted(WAYS)), st.floats(5, 60))
def test_an_arrow_points_where_the_words_say(body: Body, part: str, word: str, size: float) -> None:
    points = line(body, Arrow(part, ways=(word,), amount=size), BASES["stand"])
    assert distance(points[0], points[-1]) == pytest.approx(size)
    assert way(points) == pytest.approx([value * size for value in WAYS[word]])


def test_ways_add_up() -> None:
    x, y, z = way(line(made(), Arrow("left shoulder", ways=("right", "down")), BASES["stand"]))
    assert x == pytest.approx(y)
    assert x < 0
    assert z == 0


def test_lying_down_left_and_forward_are_the_bodys() -> None:
    body = solve(parse({"base": "supine"}))
    assert way(line(body, Arrow("left knee", ways=("forward",)), BASES["supine"]))[1] > 15
    assert way(line(body, Arrow("left knee", ways=("up",)), BASES["supine"]))[1] > 15


def test_an_arrow_towards_another_part() -> None:
    body = made()
    points = line(body, Arrow("left knee", towards="chest"), BASES["stand"])
    assert distance(points[-1], body.joints["t7"]) < distance(points[0], body.joints["t7"])


@pytest.mark.parametrize("side", SIDES)
def test_turns_and_tilts_go_to_their_side(side: str) -> None:
    for part in ("chest", "head", "waist"):
        points = line(made(), Arrow(part, "turn", (side,)), BASES["stand"])
        middle = points[len(points) // 2]
        assert way(points)[0] * SIGN[side] > 0
        assert middle[2] > points[0][2], "round the front"
    for part in ("chest", "head"):
        points = line(made(), Arrow(part, "tilt", (side,)), BASES["stand"])
        assert way(points)[0] * SIGN[side] > 0
        assert way(points)[1] < 0


def test_a_bow_goes_up_and_over() -> None:
    points = line(made(), Arrow("right hand", ways=("up", "left"), is_over=True), BASES["stand"])
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
    points = line(solve(pose), (pose.arrows or ())[0], BASES[pose.base])
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
    points = line(body, (pose.arrows or ())[0], BASES[pose.base])
    frame = body.frames["head" if word.startswith("nod") else "pelvis"]
    centre = body.joints["c1" if word.startswith("nod") else "pelvis"]
    out = to_local(frame, subtract(points[0], centre)), to_local(frame, subtract(points[-1], centre))
    turned = out[0][1] * out[1][2] - out[0][2] * out[1][1]  # about the axis to the left: > 0 as a fold
    assert (turned > 0) == (word in ("nod down", "tip forward"))
    assert out[0][0] == pytest.approx(out[1][0])  # between left and right


def test_a_small_curve_is_as_long_as_the_words_say() -> None:
    body = made()
    short, long = (
        line(body, (parse({"base": "stand", "arrows": f"nod down {n}"}).arrows or ())[0], BASES["stand"])
        for n in (20, 80)
    )
    assert distance(short[0], short[-1]) * 2.5 < distance(long[0], long[-1])


@pytest.mark.parametrize("side", SIDES)
def test_against_the_way_that_a_part_faces_an_arrow_pushes_it(side: str) -> None:
    body, stand = made(), BASES["stand"]
    for part, push, pull in (("chin", "back", "forward"), (f"{side} shoulder", OTHER[side], side)):
        assert sign(body, Arrow(part, ways=(push,)), stand).pushes
        assert not sign(body, Arrow(part, ways=(pull,)), stand).pushes
    assert not sign(body, Arrow("waist", ways=("back",)), stand).pushes, "it is moved from within"
    assert not sign(body, Arrow("chin", "press", ("back",)), stand).pushes, "it presses by itself"


def test_the_other_side_is_the_mirror_image() -> None:
    for part, word in (("left hand", "left"), ("left knee", "up"), ("chest", "right")):
        other_part = part.replace("left", "right")
        other = OTHER.get(word, word)
        here = line(made(), Arrow(part, ways=(word,)), BASES["stand"])
        there = line(made(), Arrow(other_part, ways=(other,)), BASES["stand"])
        assert [(-x, y, z) for x, y, z in there] == [pytest.approx(point) for point in here]
