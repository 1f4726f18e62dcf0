"""The flesh round the bones: stations, rings, parts, the balls they are measured with, and their joints."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_bodies import bodies, made, mirrored, mirrored_name, mirrored_vector
from properties import tried
from stretchguide.figure.body.flesh import PART_NAMES, balls, part_balls, part_hulls
from stretchguide.figure.body.girth import LIMBS, TORSO, limb, limb_ball, profile, segment_ends, torso_ring
from stretchguide.figure.body.hulls import FINGER_CURL, finger_curl, hand_hulls
from stretchguide.figure.body.skeleton import Body, Hand
from stretchguide.figure.shapes.geometry import along, distance, subtract
from stretchguide.figure.shapes.outline import ball, ellipsoid
from stretchguide.format.sides import SIDES

NEIGHBOURS = (
    ("chest", "upper arm"),
    ("upper arm", "forearm"),
    ("forearm", "hand"),
    ("pelvis", "thigh"),
    ("thigh", "shank"),
    ("shank", "foot"),
)
segments = st.sampled_from(sorted(LIMBS))
places = st.floats(0, 1)


# -- girth ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("segment", sorted(LIMBS))
def test_stations_run_from_joint_to_joint_and_are_met(segment: str) -> None:
    stations = LIMBS[segment]
    assert (stations[0].place, stations[-1].place) == (0, 1)
    assert all(a.place < b.place for a, b in pairwise(stations))
    for station in stations:
        assert profile(segment, station.place) == pytest.approx(station[1:])


@given(segments, places, st.floats(0, 0.05))
def test_girth_changes_smoothly(segment: str, place: float, step: float) -> None:
    before, after = profile(segment, place)[0], profile(segment, min(1, place + step))[0]
    assert abs(before - after) <= 10 * step + 1e-9


def test_girth_stops_at_the_joints() -> None:
    assert profile("thigh", -0.5) == profile("thigh", 0)
    assert profile("thigh", 1.5) == pytest.approx(profile("thigh", 1))


@given(bodies, st.sampled_from(SIDES), segments, places)
@tried(40)
def test_a_limb_lies_round_its_bone(body: Body, side: str, segment: str, place: float) -> None:
    near, far = segment_ends(body, side, segment)
    on_bone = along(near, subtract(far, near), place)
    found = limb_ball(body, side, segment, place)
    assert distance(found.centre, on_bone) < 3.5, "the middle is near the bone"
    assert found.radius > distance(found.centre, on_bone), "the bone is inside"
    assert limb_ball(body, side, segment, place, 0.5).radius == pytest.approx(found.radius + 0.5)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 1, [0, 0.34, 0.7, 1]), (0, 0.55, [0, 0.34, 0.55]), (0.4, 1, [0.4, 0.7, 1]), (0, 0.3, [0, 0.15, 0.3])],
)
def test_a_part_of_a_limb_keeps_the_stations_inside(start: float, end: float, expected: list[float]) -> None:
    body = made()
    found = limb(body, "left", "thigh", start=start, end=end)
    assert found == tuple(limb_ball(body, "left", "thigh", place) for place in expected)


def test_rings_of_the_torso_stand_on_each_other() -> None:
    heights = [torso_ring(made(), name).centre[1] for name in TORSO]
    assert heights == sorted(heights)
    assert torso_ring(made(), "chest", 0.3).axes != torso_ring(made(), "chest").axes


# -- hands ------------------------------------------------------------------------------------------------------------


def test_a_hand_that_wraps_follows_what_it_holds() -> None:
    assert finger_curl("wrap", 2.5) > finger_curl("wrap", 6) > finger_curl("wrap", 20) == 38
    assert finger_curl("wrap", 0.1) == 88
    assert finger_curl("no such shape") == 20


@pytest.mark.parametrize("shape", [*FINGER_CURL, "wrap"])
def test_every_shape_of_a_hand_is_about_as_long_as_a_hand(shape: str) -> None:
    body = made()
    body.hands["left"] = Hand((0.0, -1.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0), shape)
    wrist = body.joints["left wrist"]
    reach = max(wrist[1] - centre[1] + radius for centre, radius in balls(hand_hulls(body, "left")))
    assert 9 < reach < 21
    assert (reach > 15) == (shape in ("flat", "fan", "thumb out", "relaxed", "cup", "point"))


# -- parts ------------------------------------------------------------------------------------------------------------


def test_there_is_no_such_part() -> None:
    for name in ("tail", "left wing", ""):
        with pytest.raises(KeyError):
            part_hulls(made(), name)


def test_clothes_are_thicker_than_the_limbs_under_them() -> None:
    for segment in ("upper arm", "shank"):
        bare = {ball.radius for ball in limb(made(), "left", segment)}
        assert max(radius for _, radius in part_balls(made(), f"left {segment}")) > max(bare)


@given(bodies)
@tried(30)
def test_the_mirrored_body_has_mirrored_parts(body: Body) -> None:
    other = mirrored(body)
    for name in PART_NAMES:
        there = sorted(
            (round(r, 6), *(round(c, 4) + 0.0 for c in centre)) for centre, r in part_balls(other, mirrored_name(name))
        )
        here = sorted(
            (round(r, 6), *(round(c, 4) + 0.0 for c in mirrored_vector(centre))) for centre, r in part_balls(body, name)
        )
        assert len(there) == len(here)
        for a, b in zip(there, here, strict=True):
            assert a == pytest.approx(b, abs=1e-3), name


@given(bodies)
@tried(30)
def test_neighbours_touch(body: Body) -> None:
    found = {name: part_balls(body, name) for name in PART_NAMES}
    for side, (parent, child) in product(SIDES, NEIGHBOURS):
        near, far = found[parent if parent in found else f"{side} {parent}"], found[f"{side} {child}"]
        assert min(distance(p, q) - r - s for p, r in near for q, s in far) < 0, (side, parent, child)


def test_balls_of_a_long_hull_stand_close() -> None:
    row = balls([(ball((0, 0, 0), 3), ball((0, 30, 0), 1))])
    assert len(row) == 2 + 4
    heights = sorted(centre[1] for centre, _ in row)
    assert max(b - a for a, b in pairwise(heights)) == pytest.approx(6)


def test_balls_of_an_ellipsoid_stay_inside_its_length() -> None:
    frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    row = balls([(ellipsoid((0, 0, 0), frame, 2, 9, 4),)])
    assert [radius for _, radius in row] == [4, 4, 4]
    assert sorted(centre[1] for centre, _ in row) == [-5, 0, 5]
    assert balls([(ellipsoid((0, 0, 0), frame, 2, 4.5, 4),)]) == [((0, 0, 0), 4)]
