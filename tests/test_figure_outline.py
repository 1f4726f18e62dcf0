"""Balls and ellipsoids, their hull, and the path data of both."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import cos, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from properties import tried
from stretchguide.figure.shapes.ellipses import (
    Ellipse,
    Volume,
    ball,
    ellipsoid,
    half_axes,
    hull_and_reaches,
    projected,
    support,
    support_point,
)
from stretchguide.figure.shapes.geometry import Camera, rotation
from stretchguide.figure.shapes.outline import contour_of
from stretchguide.figure.shapes.path_numbers import joined, number
from stretchguide.figure.shapes.pen import Pen, cornered_spline, polygon, spline
from svg_paths import Point, ends, outline

FRONT = Camera(0, 0)
ROUND = 360
DIRECTIONS = [2 * pi * i / ROUND for i in range(ROUND)]
BETWEEN = 1 - cos(pi / 24)
"""How much of a distance can stick out between two of the directions in which a hull is looked at."""

coordinates = st.floats(-80, 80)
points = st.tuples(coordinates, coordinates)
centres = st.tuples(coordinates, coordinates, coordinates)
sizes = st.floats(1, 17)
axes = st.sampled_from([(1.0, 0.0, 0.0), (0.0, 0.6, 0.8), (0.48, 0.6, 0.64)])
spheres = st.builds(ball, centres, sizes)
eggs = st.builds(
    lambda centre, axis, angle, size: ellipsoid(centre, rotation(axis, angle), *size),
    centres,
    axes,
    st.floats(0, 360),
    st.tuples(sizes, sizes, sizes),
)
volumes = st.lists(spheres | eggs, min_size=1, max_size=5)


def hull_path(camera: Camera, volumes: Iterable[Volume]) -> Pen:
    """A pen that has drawn the hull of some volumes."""
    pen = Pen()
    contour_of(camera, volumes).draw(pen)
    return pen


def reach(points: list[Point], direction: float) -> float:
    return max(x * cos(direction) + y * sin(direction) for x, y in points)


def farthest(ellipses: Iterable[Ellipse], direction: float) -> float:
    return max(support(ellipse, direction) for ellipse in ellipses)


# -- ellipses ---------------------------------------------------------------------------------------------------------


@given(centres, sizes, st.floats(-180, 180), st.floats(-80, 80))
def test_a_ball_is_a_circle_from_everywhere(
    centre: tuple[float, float, float], radius: float, azimuth: float, elevation: float
) -> None:
    camera = Camera(azimuth, elevation)
    circle = projected(camera, ball(centre, radius))
    same = projected(camera, ellipsoid(centre, rotation((0.6, 0.0, 0.8), 50), radius, radius, radius))
    assert half_axes(circle)[:2] == pytest.approx((radius, radius))
    assert circle == pytest.approx(same, abs=1e-6)


def test_half_axes_of_an_ellipsoid() -> None:
    egg = ellipsoid((0, 0, 0), rotation((0.0, 0.0, 1.0), 30), 9, 4, 2)
    major, minor, angle = half_axes(projected(FRONT, egg))
    assert (major, minor, angle) == pytest.approx((9, 4, -pi / 6))


@given(eggs, st.floats(-180, 180), st.sampled_from(DIRECTIONS))
def test_the_support_point_is_as_far_as_the_ellipse_reaches(egg: Volume, azimuth: float, direction: float) -> None:
    ellipse = projected(Camera(azimuth, 20), egg)
    x, y = support_point(ellipse, direction)
    assert x * cos(direction) + y * sin(direction) == pytest.approx(support(ellipse, direction), abs=1e-6)


# -- hull -------------------------------------------------------------------------------------------------------------


@given(volumes)
def test_a_hull_goes_round_once(found: list[Volume]) -> None:
    arcs, _ = hull_and_reaches([projected(FRONT, volume) for volume in found])
    assert arcs[-1].end - arcs[0].start == pytest.approx(2 * pi)
    assert all(a.end == b.start for a, b in pairwise(arcs))
    assert all(arc.end >= arc.start for arc in arcs)


@given(volumes)
def test_a_hull_contains_every_ellipse(found: list[Volume]) -> None:
    ellipses = [projected(FRONT, volume) for volume in found]
    outer = {arc.ellipse for arc in hull_and_reaches(ellipses)[0]}
    size = max(hypot(a.x - b.x, a.y - b.y) for a in ellipses for b in ellipses) + 17
    for ellipse in ellipses:
        for direction in DIRECTIONS[::7]:
            assert support(ellipse, direction) <= farthest(outer, direction) + size * BETWEEN + 0.01


@given(centres, sizes, centres, sizes)
def test_the_hull_of_two_balls_is_exact(
    centre: tuple[float, float, float], radius: float, other: tuple[float, float, float], size: float
) -> None:
    circles = [projected(FRONT, ball(centre, radius)), projected(FRONT, ball(other, size))]
    for arc in hull_and_reaches(circles)[0]:
        for part in (0.0, 0.3, 0.5, 1.0):
            direction = arc.start + (arc.end - arc.start) * part
            assert support(arc.ellipse, direction) == pytest.approx(farthest(circles, direction), abs=1e-6)


@given(volumes)
@tried(60)
def test_the_path_of_a_hull_is_its_outline(found: list[Volume]) -> None:
    ellipses = [projected(FRONT, volume) for volume in found]
    drawn = outline(hull_path(FRONT, found).path)
    size = max(hypot(a.x - b.x, a.y - b.y) for a in ellipses for b in ellipses) + 17
    for direction in DIRECTIONS[::5]:
        wanted = farthest(ellipses, direction)
        assert wanted - size * BETWEEN - 0.35 <= reach(drawn, direction) <= wanted + 0.35


@pytest.mark.parametrize("gap", [0.0, 0.3, 0.55, 1.0])
@pytest.mark.parametrize("radius", [1.15, 3.05, 14.85])
def test_nearly_half_circles_are_not_flattened(radius: float, gap: float) -> None:
    """What is rounded off a radius would move such an arc by many times as much."""
    pair = [ball((gap, 0, 0), radius), ball((gap + 1, 9.07, 0), radius - gap)]
    drawn = outline(hull_path(FRONT, pair).path)
    for direction in DIRECTIONS[::5]:
        wanted = max(support(projected(FRONT, volume), direction) for volume in pair)
        assert reach(drawn, direction) == pytest.approx(wanted, abs=0.25)


def test_a_thin_rim_is_not_thrown_about() -> None:
    rim = ellipsoid((0, 54.2, 15), rotation((1.0, 0.0, 0.0), -8), 14.8, 0.2, 10)
    waist = ellipsoid((0, 63.2, 14), rotation((1.0, 0.0, 0.0), -10), 13.1, 3.4, 9)
    camera = Camera(38, 0)
    drawn = outline(hull_path(camera, (rim, waist)).path)
    for direction in DIRECTIONS[::5]:
        wanted = max(support(projected(camera, volume), direction) for volume in (rim, waist))
        assert reach(drawn, direction) == pytest.approx(wanted, abs=0.3)


def test_one_volume_that_covers_all_others() -> None:
    path = hull_path(FRONT, [ball((0, 0, 0), 9), ball((1, 1, 5), 3)]).path
    assert path == "M90 0a1 1 0 01-180 0a1 1 0 01180 0z"


# -- numbers and the pen ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.04, "0"), (0.5, ".5"), (-0.5, "-.5"), (12.0, "12"), (-3.25, "-3.2"), (100.06, "100.1")],
)
def test_a_number_is_as_short_as_can_be(value: float, text: str) -> None:
    assert number(value) == text


@given(st.lists(coordinates, min_size=2, max_size=2))
def test_numbers_in_a_row_can_be_read_back(values: list[float]) -> None:
    read = ends("M" + joined(map(number, values)))[0]
    assert [10 * value for value in read] == pytest.approx(values, abs=0.051)


@given(st.lists(points, min_size=2, max_size=40))
def test_the_pen_does_not_drift(found: list[Point]) -> None:
    drawn = ends(polygon(found))
    assert all(min(hypot(x - u, y - v) for u, v in drawn) <= 0.1 for x, y in found)
    assert hypot(drawn[-1][0] - found[-1][0], drawn[-1][1] - found[-1][1]) <= 0.1


@given(st.lists(points, min_size=3, max_size=20, unique_by=lambda p: (round(p[0]), round(p[1]))))
def test_a_spline_touches_the_middles_of_its_polygon(found: list[Point]) -> None:
    path = spline(found)
    drawn = ends(path)
    assert drawn[0] == pytest.approx(drawn[-1], abs=1e-6), "it closes on itself"
    for (x0, y0), (x1, y1) in pairwise(found):
        assert min(hypot((x0 + x1) / 2 - u, (y0 + y1) / 2 - v) for u, v in drawn) <= 0.2


@given(
    st.lists(
        st.tuples(points, st.booleans()), min_size=3, max_size=20, unique_by=lambda p: (round(p[0][0]), round(p[0][1]))
    )
)
def test_a_cornered_spline_meets_its_corners(found: list[tuple[Point, bool]]) -> None:
    drawn = ends(cornered_spline(found))
    for (x, y), is_corner in found:
        if is_corner:
            assert min(hypot(x - u, y - v) for u, v in drawn) <= 0.2


def test_outlines_without_three_points_are_nothing() -> None:
    assert spline([(0, 0), (0.01, 0), (5, 5), (0, 0)]) == ""
    assert cornered_spline([((0, 0), True), ((5, 5), False), ((0.04, 0), True)]) == ""


@pytest.mark.parametrize("noise", [-1e-15, 0.0, 1e-15])
def test_the_last_digit_of_a_sine_changes_no_path(noise: float) -> None:
    """Libraries of different machines may differ there."""
    assert number(0.25 + noise) == ".3"
    assert number(-0.25 + noise) == "-.2"
    assert polygon([(0.05 + noise, 0.15 - noise), (1.25 + noise, 0)]) == "M1 2l12-2z"
    assert spline([(0.1 + noise, 0), (4, 0), (4, 4.3 - noise)]) == spline([(0.1, 0), (4, 0), (4, 4.3)])
    turned = rotation((0.0, 0.0, 1.0), 90 + noise)
    pair = [ellipsoid((noise, 0, 0), turned, 9, 4, 2), ball((3, -noise, 0), 4 + noise)]
    assert (
        hull_path(FRONT, pair).path
        == hull_path(FRONT, [ellipsoid((0, 0, 0), turned, 9, 4, 2), ball((3, 0, 0), 4)]).path
    )
