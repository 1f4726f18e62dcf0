"""What is left out of an outline because something else hides it: less is written, and nothing else is seen."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from properties import tried
from stretchguide.figure.shapes.contours import Contour, hull_contour, polygon_contour
from stretchguide.figure.shapes.covers import Cover, polygon_cover
from stretchguide.figure.shapes.ellipses import Arc, Ellipse, ball, projected, support_point
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.shapes.outline import draw_together, hull_path
from stretchguide.figure.shapes.pen import Pen
from stretchguide.figure.shapes.rim import RimPiece
from svg_paths import Point, is_filled, outline, subpaths

FRONT = Camera(0, 0)
SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
coordinates = st.floats(-20, 20)
eggs = st.builds(
    lambda x, y, a, b, lean: Ellipse(x, y, a * a, lean * a * b, b * b),
    coordinates,
    coordinates,
    st.floats(2, 15),
    st.floats(2, 15),
    st.floats(-0.8, 0.8),
)
hulls = st.lists(eggs, min_size=1, max_size=3)


def drawn(*outlines: Contour, later: tuple[Cover, ...] = ()) -> str:
    pen = Pen()
    draw_together(outlines, later, pen)
    return pen.path


# -- what a shape holds -----------------------------------------------------------------------------------------------


@example([Ellipse(0, 0, 4, 0, 91.44140625)], 0.0, 9.625)
@given(hulls, coordinates, coordinates)
def test_a_cover_holds_what_lies_in_its_outline(found: list[Ellipse], x: float, y: float) -> None:
    cover = hull_contour(found).cover
    pen = Pen()
    hull_contour(found).draw(pen)
    rim = outline(pen.path)
    if cover.holds((x, y), 0.4):
        assert is_filled([rim], (x, y))
    elif any(x * c + y * s - reach > 0.4 for c, s, reach in cover.planes):
        assert not is_filled([rim], (x, y))


def test_a_long_straight_line_is_where_a_hull_ends() -> None:
    """Two thin ellipses far apart: the line between them slopes by less than the directions a hull is known in."""
    cover = hull_contour([Ellipse(19, 0, 4, 0, 169), Ellipse(-5, -11, 4, 0, 49)]).cover
    assert cover.holds((0, -16.2), 0.4)
    assert not cover.holds((0, -17), 0.4)


@given(eggs, st.floats(0, 6.3), st.floats(0.05, 4.2), st.floats(0.02, 0.98))
def test_an_arc_lies_within_the_polygon_of_its_tangents(egg: Ellipse, start: float, turn: float, part: float) -> None:
    arc = Arc(egg, start, start + turn)
    piece = RimPiece(support_point(egg, start), support_point(egg, start + turn), arc)
    polygon = polygon_cover((piece.start, *piece.tips, piece.end))
    assert polygon.holds(support_point(egg, start + turn * part), -1e-6)


def test_a_polygon_holds_its_inside_whichever_way_round_it_is_given() -> None:
    for corners in (SQUARE, SQUARE[::-1]):
        cover = polygon_contour(corners).cover
        assert cover.holds((5, 5), 1)
        assert not cover.holds((9.5, 5), 1)
        assert not cover.holds((11, 5), 0)


def test_what_is_cut_off_is_not_held_any_more() -> None:
    cover = polygon_cover(SQUARE)
    cover.cut_off((6, 0), (6, 10), overlap=1)
    assert cover.holds((4, 5), 0)
    assert not cover.holds((5.5, 5), 0)
    cover.vanish()
    assert not cover.holds((4, 5), 0)


# -- what is left out -------------------------------------------------------------------------------------------------


def test_an_outline_inside_another_one_is_not_drawn() -> None:
    large, small = ([Ellipse(0, 0, r * r, 0, r * r)] for r in (9.0, 3.0))
    assert drawn(hull_contour(large), hull_contour(small)) == drawn(hull_contour(large))
    assert drawn(hull_contour(small), later=(hull_contour(large).cover,)) == ""
    assert drawn(hull_contour(large), later=(hull_contour(small).cover,)) == drawn(hull_contour(large))


def test_two_that_are_the_same_are_drawn_once() -> None:
    egg = [Ellipse(0, 0, 81, 0, 25)]
    assert drawn(hull_contour(egg), hull_contour(egg)) == drawn(hull_contour(egg))


def test_an_arc_inside_another_shape_becomes_a_line() -> None:
    left, right = ([ball((x, 0, 0), 5), ball((x + 12, 0, 0), 5)] for x in (0, 10))
    pair = [hull_contour([projected(FRONT, each) for each in volumes]) for volumes in (left, right)]
    assert drawn(*pair).count("a") == 2, "the two ends"
    assert hull_path(FRONT, left).path.count("a") + hull_path(FRONT, right).path.count("a") == 4


def test_a_hole_between_shapes_is_not_filled() -> None:
    """Three balls round a gap: what lies over the gap is drawn, though its rim lies in the balls."""
    balls = tuple(hull_contour([Ellipse(x, y, 110, 0, 110)]).cover for x, y in ((-10, 0), (10, 0), (0, 17.3)))
    over = [Ellipse(0, 5.8, 9, 0, 9)]
    assert all(any(cover.holds(point, 0.1) for cover in balls) for point in outline(drawn(hull_contour(over))))
    assert drawn(hull_contour(over), later=balls)


@tried(150)
@given(st.lists(hulls, min_size=1, max_size=5), st.lists(st.tuples(coordinates, coordinates), min_size=9, max_size=9))
def test_what_is_left_covers_the_same_places(found: list[list[Ellipse]], points: list[Point]) -> None:
    whole = [outline(drawn(hull_contour(each))) for each in found]
    left = subpaths(drawn(*map(hull_contour, found)))
    for x, y in points:
        surely = all(is_filled(whole, (x + dx, y + dy)) for dx in (-0.3, 0.3) for dy in (-0.3, 0.3))
        assert not surely or is_filled(left, (x, y))
        assert not is_filled(left, (x, y)) or any(
            is_filled(whole, (x + dx, y + dy)) for dx in (-0.3, 0, 0.3) for dy in (-0.3, 0, 0.3)
        )
