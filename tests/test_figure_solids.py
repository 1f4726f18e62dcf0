"""Solids: signed distances agree with what can be worked out by hand, from outside and from inside."""

from __future__ import annotations

from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from properties import tried
from stretchguide.figure.shapes.gaps import box_distance, box_gap, distance_to, gap, height
from stretchguide.figure.shapes.geometry import IDENTITY, Vector, along, distance, unit
from stretchguide.figure.shapes.outline import ball, ellipsoid
from stretchguide.figure.shapes.solids import Box, Solid, is_thin

ORIGIN: Vector = (0.0, 0.0, 0.0)
TORSO = Solid([(ellipsoid(ORIGIN, IDENTITY, 16, 8, 10),)])
points = st.tuples(st.floats(-40, 40), st.floats(-40, 40), st.floats(-40, 40))


@given(points)
def test_a_ball_is_as_far_as_its_surface(point: Vector) -> None:
    assert distance_to(Solid([(ball(ORIGIN, 5),)]), point) == pytest.approx(distance(ORIGIN, point) - 5, abs=1e-6)


@given(st.floats(-15, 15), st.floats(0, 360), st.floats(-3, 20))
def test_a_rod_is_as_far_as_its_side(on: float, turn: float, away: float) -> None:
    rod = Solid([(ball((0, -20, 0), 4), ball((0, 20, 0), 4))])
    out = 4 + away
    assert distance_to(rod, (out * cos(radians(turn)), on, out * sin(radians(turn)))) == pytest.approx(away, abs=1e-6)


@given(points)
def test_on_an_ellipsoid_the_distance_is_nothing_and_grows_outwards(way: Vector) -> None:
    x, y, z = unit((way[0] + 50, way[1], way[2]))
    surface: Vector = (16 * x, 8 * y, 10 * z)
    assert abs(distance_to(TORSO, surface)) < 1e-6
    out = along(surface, unit((x / 16, y / 8, z / 10)), 1)
    assert 0.75 < distance_to(TORSO, out) < 1.05


def test_deep_inside_it_is_as_far_as_the_thinnest_way_out() -> None:
    assert distance_to(TORSO, ORIGIN) == pytest.approx(-8)


def test_what_is_farther_than_the_limit_is_the_limit() -> None:
    assert distance_to(TORSO, (60, 0, 0), 3.0) == 3.0
    assert gap(TORSO, Solid([(ball((60, 0, 0), 2),)]), 3.0) == 3.0


@tried(60)
@given(st.floats(8, 30), st.floats(0, 180))
def test_two_crossing_rods_are_as_far_apart_as_their_middles(apart: float, turn: float) -> None:
    one = Solid([(ball((-20, 0, 0), 4), ball((20, 0, 0), 4))])
    c, s = cos(radians(turn)), sin(radians(turn))
    other = Solid([(ball((-20 * c, apart, -20 * s), 3), ball((20 * c, apart, 20 * s), 3))])
    assert gap(one, other) == pytest.approx(apart - 7, abs=0.4)
    assert gap(other, one) == pytest.approx(apart - 7, abs=0.4)


def test_the_hull_between_two_ellipsoids_is_measured_too() -> None:
    trunk = Solid([(ellipsoid(ORIGIN, IDENTITY, 15, 6, 10), ellipsoid((0, 20, 0), IDENTITY, 15, 6, 10))])
    for y in (0, 4, 8, 10, 12, 16, 20):
        assert distance_to(trunk, (0, y, 12)) == pytest.approx(2, abs=0.8)


def test_fingers_and_palms_are_rods_as_thick_as_they_are_thin() -> None:
    palm = ellipsoid(ORIGIN, IDENTITY, 3.5, 2, 1.7)
    assert is_thin(palm)
    assert not is_thin(ellipsoid(ORIGIN, IDENTITY, 16, 8, 10))
    assert distance_to(Solid([(palm,)]), (0, 0, 5)) == pytest.approx(5 - 1.85, abs=0.2)
    assert distance_to(Solid([(palm,)]), (6, 0, 0)) == pytest.approx(2.5, abs=0.1)


def test_the_lowest_point_is_exact() -> None:
    assert height(Solid([(ellipsoid((0, 20, 0), IDENTITY, 16, 8, 10),)])) == pytest.approx(12)
    assert height(Solid([(ball((0, 9, 0), 3), ball((0, 5, 9), 2))])) == pytest.approx(3)


BOX = Box((-10.0, 0.0, -5.0), (10.0, 4.0, 5.0))


@pytest.mark.parametrize(
    ("point", "away"), [((0, 9, 0), 5), ((13, 8, 0), 5), ((0, 2, 0), -2), ((9, 2, 0), -1), ((14, 7, 17), 13)]
)
def test_boxes(point: Vector, away: float) -> None:
    assert box_distance(BOX, point) == pytest.approx(away)


def test_solids_on_boxes() -> None:
    assert box_gap(BOX, Solid([(ball((0, 7, 0), 3),)])) == pytest.approx(0)
    assert box_gap(BOX, Solid([(ball((-30, 8, 0), 3), ball((30, 8, 0), 3))])) == pytest.approx(1)
    assert box_gap(BOX, Solid([(ellipsoid((0, 10, 0), IDENTITY, 16, 8, 10),)])) == pytest.approx(-2)
    assert box_gap(BOX, Solid([(ball((0, 90, 0), 3),)]), 2.0) == 2.0
