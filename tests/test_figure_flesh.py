"""The flesh round the bones: stations, rings, parts, the balls they are measured with, and their joints."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_bodies import bodies, made, mirrored, mirrored_name, mirrored_vector
from properties import tried
from stretchguide.figure.body.flesh import PART_NAMES, BodyPart, balls, hand_hulls, part, parts
from stretchguide.figure.body.girth import LIMBS, TORSO, limb, limb_ball, profile, segment_ends, torso_ring
from stretchguide.figure.body.hulls import FINGER_CURL, finger_curl
from stretchguide.figure.body.skeleton import Body, Hand
from stretchguide.figure.shapes.geometry import UP, along, distance, length, subtract, unit
from stretchguide.figure.shapes.outline import Limb, ball, ellipsoid
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
    assert found.stations == tuple(limb_ball(body, "left", "thigh", place) for place in expected)
    assert (found.start, found.end) == (start, end)
    assert found.axis == pytest.approx((0, -1, 0))


def test_the_rim_of_a_sleeve_is_a_disc_across_the_bone() -> None:
    found = limb(made(), "left", "shank", end=0.86, grow=0.3, is_flat=True)
    assert found.rim.axes is not None
    assert [round(length(axis), 3) for axis in found.rim.axes] == [round(found.stations[-1].radius, 3)] * 2 + [0.1]
    assert unit(found.rim.axes[2]) == pytest.approx(UP)


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
    assert (reach > 15) == (shape in ("flat", "relaxed", "cup", "point"))


# -- parts ------------------------------------------------------------------------------------------------------------


def test_parts_come_in_one_order() -> None:
    assert tuple(parts(made())) == PART_NAMES
    assert len(PART_NAMES) == 16
    assert repr(part(made(), "head")) == "BodyPart('head')"


def test_there_is_no_such_part() -> None:
    for name in ("tail", "left wing", ""):
        with pytest.raises(KeyError):
            part(made(), name)


def test_clothes_and_skin() -> None:
    kinds = {name: [layer.kind for layer in found.layers] for name, found in parts(made()).items()}
    assert kinds["chest"] == ["top"]
    assert kinds["left upper arm"] == ["skin", "top"]
    assert kinds["right shank"] == ["skin", "cloth"]
    assert kinds["pelvis"] == kinds["left thigh"] == ["cloth"]
    assert {layer.kind for found in parts(made(), "map").values() for layer in found.layers} == {"skin"}


@given(bodies)
@tried(30)
def test_the_mirrored_body_has_mirrored_parts(body: Body) -> None:
    other = parts(mirrored(body))
    for name, found in parts(body).items():
        there = sorted(
            (round(r, 6), *(round(c, 4) + 0.0 for c in centre)) for centre, r in other[mirrored_name(name)].balls
        )
        here = sorted((round(r, 6), *(round(c, 4) + 0.0 for c in mirrored_vector(centre))) for centre, r in found.balls)
        assert len(there) == len(here)
        for a, b in zip(there, here, strict=True):
            assert a == pytest.approx(b, abs=1e-3), name


@given(bodies)
@tried(30)
def test_neighbours_touch_and_limbs_have_no_gaps(body: Body) -> None:
    found = parts(body)
    for side, (parent, child) in product(SIDES, NEIGHBOURS):
        near, far = found[parent if parent in found else f"{side} {parent}"].balls, found[f"{side} {child}"].balls
        assert min(distance(p, q) - r - s for p, r in near for q, s in far) < 0, (side, parent, child)
    for name, piece in found.items():
        for layer in piece.layers:
            for shape in layer.shapes:
                if isinstance(shape, Limb):
                    row = balls([shape])
                    assert all(distance(a, b) <= 2 * 6 for (a, _), (b, _) in pairwise(row)), name


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


def test_balls_are_found_once() -> None:
    found = part(made(), "left foot")
    assert isinstance(found, BodyPart)
    assert found.balls is found.balls
