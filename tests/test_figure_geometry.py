"""Vectors, frames and the camera of the figures."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stretchguide.figure.shapes.geometry import (
    FORWARD,
    IDENTITY,
    LEFT,
    UP,
    Camera,
    Frame,
    Vector,
    across,
    add,
    along,
    between,
    combined,
    cross,
    distance,
    dot,
    length,
    rotation,
    rotation_x,
    rotation_y,
    rotation_z,
    scale,
    shortest_rotation,
    subtract,
    to_local,
    to_world,
    unit,
)

lengths = st.floats(-200, 200)
vectors = st.tuples(lengths, lengths, lengths)
directions = vectors.filter(lambda v: length(v) > 0.1).map(unit)
angles = st.floats(-360, 360)


def same(a: Vector, b: Vector) -> bool:
    return distance(a, b) < 1e-6


def is_rotation(frame: Frame) -> bool:
    x, y, z = frame
    return (
        all(isclose(length(axis), 1, abs_tol=1e-9) for axis in frame)
        and all(abs(dot(a, b)) < 1e-9 for a, b in ((x, y), (y, z), (z, x)))
        and same(cross(x, y), z)
    )


@given(directions, angles)
def test_a_rotation_keeps_lengths_and_right_angles(axis: Vector, angle: float) -> None:
    turned = rotation(axis, angle)
    assert is_rotation(turned)
    assert same(to_world(turned, axis), axis)


@given(directions, angles, directions, angles)
def test_rotations_combine_to_rotations(first: Vector, angle: float, second: Vector, other: float) -> None:
    a, b = rotation(first, angle), rotation(second, other)
    both = combined(a, b)
    assert is_rotation(both)
    assert same(to_world(both, UP), to_world(a, to_world(b, UP)))


@given(directions, directions)
def test_the_shortest_rotation_takes_one_direction_to_the_other(start: Vector, end: Vector) -> None:
    assume(dot(start, end) > -0.999)
    turned = shortest_rotation(start, end)
    assert is_rotation(turned)
    assert distance(to_world(turned, start), end) < 1e-5


def test_opposite_directions_have_a_rotation_too() -> None:
    assert same(to_world(shortest_rotation(UP, scale(UP, -1)), UP), scale(UP, -1))
    assert shortest_rotation(UP, UP) == IDENTITY


@pytest.mark.parametrize(
    ("turned", "start", "end"),
    [
        pytest.param(rotation_x(90), UP, FORWARD, id="the trunk folds forward"),
        pytest.param(rotation_y(90), FORWARD, LEFT, id="the trunk turns to the left"),
        pytest.param(rotation_z(90), LEFT, UP, id="the trunk bends to the right"),
    ],
)
def test_signs_of_the_rotations(turned: Frame, start: Vector, end: Vector) -> None:
    assert same(to_world(turned, start), end)


@given(directions, angles, vectors)
def test_to_local_undoes_to_world(axis: Vector, angle: float, v: Vector) -> None:
    frame = rotation(axis, angle)
    assert same(to_local(frame, to_world(frame, v)), v)


@given(vectors, vectors, st.floats(0, 1))
def test_points_on_the_way(a: Vector, b: Vector, part: float) -> None:
    assert same(between(a, b, part), along(a, subtract(b, a), part))
    assert same(add(a, subtract(b, a)), b)


@given(vectors, directions)
def test_across_is_perpendicular(a: Vector, normal: Vector) -> None:
    assert abs(dot(across(a, normal), normal)) < 1e-6


def test_the_unit_of_nothing_is_nothing() -> None:
    assert unit((0.0, 0.0, 0.0)) == (0.0, 0.0, 0.0)


@given(st.floats(-180, 180), st.floats(-89, 89), vectors)
def test_the_camera_keeps_every_length(azimuth: float, elevation: float, q: Vector) -> None:
    camera = Camera(azimuth, elevation)
    assert is_rotation((camera.right, camera.up, camera.view))
    x, y = camera.point(q)
    assert isclose(length((x, y, camera.depth(q))), length(q), abs_tol=1e-6)


def test_what_the_camera_sees() -> None:
    assert Camera(0, 0).point(LEFT) == (1, 0), "from the front, the figure's left is on the right"
    assert Camera(0, 0).point(UP) == (0, -1), "y points down on the screen"
    assert Camera(0, 0).depth(FORWARD) == 1
    assert Camera(90, 0).depth(LEFT) == pytest.approx(1), "90 degrees see the left side"
    assert Camera(0, 90).depth(UP) == pytest.approx(1), "90 degrees up see from above"
