"""Muscle shapes: every id of the vocabulary has one, where its area is, and it can be found on a posed body."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from figure_bodies import bodies, made
from properties import tried
from stretchguide.figure.body.flesh import PART_NAMES
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.depth import ScreenBall as Seen
from stretchguide.figure.muscles.map_body import MAP_VIEWS, visible
from stretchguide.figure.muscles.regions import REGIONS
from stretchguide.figure.muscles.shapes import FLAT, FOOT, GROUPS, HAND, MUSCLES, SkinShape, outline, rows
from stretchguide.figure.muscles.skin import Skin, is_known, members, patch, signed_area, whole_outline, widened
from stretchguide.figure.picture.marks import HOT, WARM, Stack, Wanted, both_sides, lost, marks
from stretchguide.figure.shapes.geometry import Camera, Point
from stretchguide.format.sides import OTHER, SIDES

VOCABULARY = Path(__file__).parents[1] / "exercises" / "_vocabulary"
views = st.builds(Camera, st.floats(-180, 180), st.floats(-30, 60))


def vocabulary(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((VOCABULARY / f"{name}.yml").read_text(encoding="utf-8"))
    return found


RECORDS: dict[str, dict[str, Any]] = {record["id"]: record for record in vocabulary("muscles")}
AREA_REGIONS: dict[str, list[str]] = {area["id"]: area["regions"] for area in vocabulary("areas")}


# -- the table --------------------------------------------------------------------------------------------------------


def test_every_id_of_the_vocabulary_has_shapes_and_no_other() -> None:
    assert {*MUSCLES, *GROUPS} == set(RECORDS)


def test_groups_have_the_members_of_the_vocabulary() -> None:
    assert {name: list(group) for name, group in GROUPS.items()} == {
        name: record["members"] for name, record in RECORDS.items() if "members" in record
    }


def test_what_lies_deep_in_the_vocabulary_lies_deep_here() -> None:
    deep = {name for name, muscle in MUSCLES.items() if muscle.layer in ("deep", "structure")}
    assert deep == {name for name, record in RECORDS.items() if "deep" in record["views"] and name in MUSCLES}


def test_what_is_no_muscle_is_none_here() -> None:
    others = {name for name, muscle in MUSCLES.items() if muscle.layer in ("tissue", "structure")}
    assert others == {name for name, record in RECORDS.items() if record["kind"] == "structure"}


def test_no_two_ids_look_the_same() -> None:
    for (name, one), (other_name, other) in combinations(MUSCLES.items(), 2):
        assert one.shapes != other.shapes, (name, other_name)


@pytest.mark.parametrize("name", MUSCLES)
def test_a_shape_has_a_middle_and_an_outline_that_encloses_something(name: str) -> None:
    for shape in MUSCLES[name].shapes:
        if shape.flat:
            assert len(FLAT[shape.flat].points) > 2
        else:
            assert abs(signed_area([(spot.place * 50, spot.angle) for spot in shape.outline])) > 10


def test_outlines_and_rows_are_read() -> None:
    assert [tuple(spot) for spot in outline("thigh", "0.1,20! 0.5,-3").outline] == [(0.1, 20, True), (0.5, -3, False)]
    spindle = rows("thigh", "0,5 0.5,-20,30 1,8")
    assert [tuple(spot) for spot in spindle.outline] == [
        (0, 5, True),
        (0.5, 30, False),
        (1, 8, True),
        (0.5, -20, False),
    ]
    assert spindle.is_spindle
    assert rows("thigh", "0,-5,5 1,0").outline[0].is_corner


def test_members_of_a_group_and_of_a_muscle() -> None:
    assert members("quadriceps") == ("rectus-femoris", "vasti")
    assert members("vasti") == ("vasti",)
    assert is_known("quadriceps")
    assert not is_known("bicep")
    assert members("bicep") == ()


# -- regions ----------------------------------------------------------------------------------------------------------

_ELSEWHERE = {"iliopsoas": 0.3}
"""Muscles of which less lies inside their areas' regions: the hip flexor begins at the spine and crosses the belly."""
_MOSTLY = 0.6


def _samples(shape: SkinShape) -> list[Point]:
    """Points on the outline of a shape and inside it, as (place, angle)."""
    spots = [(spot.place, spot.angle) for spot in shape.outline]
    place, angle = (sum(values) / len(spots) for values in zip(*spots, strict=True))
    return [(place + (p - place) * k, angle + (a - angle) * k) for p, a in spots for k in (0.0, 0.5, 0.9)]


def _is_inside(point: Point, corners: list[Point]) -> bool:
    """Whether a ray from the point crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1


def _part_inside(shape: SkinShape, regions: list[str]) -> float:
    """Which part of a shape lies in some regions; shapes over the middle count on both sides, a few degrees wider."""
    outlines = [
        [(spot.place, spot.angle) for spot in widened(region.outline, 1.12)]
        for name in regions
        for region in REGIONS[name].shapes
        if region.segment == shape.segment
    ]
    turns = (0, 360, -360)
    found = [
        any(_is_inside((p, sign * a + turn), corners) for corners in outlines for turn in turns for sign in (1, -1))
        for p, a in _samples(shape)
    ]
    return sum(found) / len(found)


@pytest.mark.parametrize("name", MUSCLES)
def test_a_muscle_lies_inside_the_regions_of_its_areas(name: str) -> None:
    regions = [region for area in RECORDS[name]["areas"] for region in AREA_REGIONS[area]]
    for shape in MUSCLES[name].shapes:
        if shape.flat:
            wanted = "hand" if shape.segment == HAND else "toes"
            assert wanted in regions
        else:
            assert _part_inside(shape, regions) >= _ELSEWHERE.get(name, _MOSTLY)


def test_every_region_of_the_vocabulary_is_drawn_and_no_other() -> None:
    assert set(REGIONS) == {region for regions in AREA_REGIONS.values() for region in regions}


# -- on a body --------------------------------------------------------------------------------------------------------


def mirrored(body: Body) -> Body:
    """The body as a mirror shows it."""

    def turned(name: str) -> str:
        side, _, rest = name.partition(" ")
        return f"{OTHER[side]} {rest}" if side in OTHER else name

    def flipped(v: tuple[float, float, float]) -> tuple[float, float, float]:
        return (-v[0], v[1], v[2])

    other = Body()
    other.joints = {turned(name): flipped(v) for name, v in body.joints.items()}
    # the frame of a mirrored bone stays right-handed: its x points the other way again
    other.frames = {
        turned(name): ((x[0], -x[1], -x[2]), flipped(y), flipped(z)) for name, (x, y, z) in body.frames.items()
    }
    other.hands = {
        OTHER[side]: hand._replace(
            direction=flipped(hand.direction), palm=flipped(hand.palm), thumb=flipped(hand.thumb)
        )
        for side, hand in body.hands.items()
    }
    return other


@tried(15)
@given(bodies, st.floats(-180, 180))
def test_a_mirrored_body_has_mirrored_patches(body: Body, azimuth: float) -> None:
    here, there = Camera(azimuth, 12), Camera(-azimuth, 12)
    skin, other = Skin(body), Skin(mirrored(body))
    for name in ("pectoralis-major", "vasti", "biceps-brachii", "toe-extensors", "thumb-base-muscles"):
        for shape in MUSCLES[name].shapes:
            one, two = patch(skin, here, shape, "left"), patch(other, there, shape, "right")
            if one and two:
                expected = [(-x, y) for (x, y), _ in one.outline]
                assert [point for point, _ in two.outline] == [pytest.approx(point, abs=1e-6) for point in expected]


@tried(15)
@given(bodies, views)
def test_a_patch_lies_on_its_limb(body: Body, camera: Camera) -> None:
    skin = Skin(body)
    for name in ("vasti", "gastrocnemius", "wrist-flexors"):
        for shape in MUSCLES[name].shapes:
            for side in SIDES:
                seen = patch(skin, camera, shape, side)
                rings = [skin.ring(shape.segment, side, spot.place) for spot in shape.outline]
                for (x, y), _ in seen.outline if seen else ():
                    middles = [(camera.point(ring.middle), ring.half_width) for ring in rings]
                    assert any((x - mx) ** 2 + (y - my) ** 2 <= (r + 0.1) ** 2 for (mx, my), r in middles)


def test_a_shape_that_faces_away_is_not_drawn() -> None:
    skin = Skin(made())
    front, back = Camera(0, 0), Camera(180, 0)
    (pectoral,) = MUSCLES["pectoralis-major"].shapes
    assert patch(skin, front, pectoral, "left") is not None
    assert patch(skin, back, pectoral, "left") is None
    assert whole_outline(skin, back, pectoral, "left").area > 50


def test_flat_shapes_face_one_way() -> None:
    skin = Skin(made())
    sole = next(shape for shape in MUSCLES["plantar-fascia"].shapes if shape.flat == "sole")
    assert sole.segment == FOOT
    assert patch(skin, Camera(0, 60), sole, "left") is None
    assert patch(skin, Camera(0, -60), sole, "left") is not None


# -- what is lit ------------------------------------------------------------------------------------------------------


def stack(later: Mapping[str, list[Seen]] | None = None) -> Stack:
    """Parts in the order in which they are built, and what covers each."""
    covering = later or {}
    return Stack({name: i for i, name in enumerate(PART_NAMES)}, {name: covering.get(name, []) for name in PART_NAMES})


def test_outlined_patches_lie_under_solid_ones() -> None:
    wanted = [Wanted("vasti", "left", HOT), Wanted("rectus-femoris", "left", WARM)]
    found = marks(Skin(made()), Camera(0, 0), wanted, stack())
    assert [mark.wanted.strength for mark in found] == [WARM, HOT, HOT]


def test_a_group_lights_its_members() -> None:
    found = marks(Skin(made()), Camera(0, 0), both_sides("quadriceps", "left", HOT), stack())
    assert len(found) == 1 + len(MUSCLES["vasti"].shapes)
    assert {mark.host for mark in found} == {"left thigh"}


def test_a_muscle_in_sight_is_found_and_one_on_the_back_is_lost() -> None:
    skin = Skin(made())
    wanted = [*both_sides("rectus-femoris", "left", HOT), *both_sides("gluteus-maximus", "left", HOT)]
    assert [each.name for each in lost(marks(skin, Camera(0, 0), wanted, stack()))] == ["gluteus-maximus"]
    assert [each.name for each in lost(marks(skin, Camera(180, 0), wanted, stack()))] == ["rectus-femoris"]


def test_one_of_two_sides_is_enough() -> None:
    found = marks(Skin(made()), Camera(90, 0), both_sides("gluteus-medius", None, HOT), stack())
    assert lost(found) == []
    assert [mark.is_spared for mark in found] == [mark.wanted.side == "right" for mark in found]
    assert not any(mark.is_hidden for mark in found)
    one = marks(Skin(made()), Camera(90, 0), both_sides("gluteus-medius", "right", HOT), stack())
    assert [each.side for each in lost(one)] == ["right"]


def test_what_is_covered_is_lost() -> None:
    skin, camera = Skin(made()), Camera(0, 0)
    wanted = both_sides("rectus-femoris", "left", HOT)
    x, y = camera.point(skin.ring("thigh", "left", 0.5).middle)
    covered = marks(skin, camera, wanted, stack({"left thigh": [(x, y, 50, 40)]}))
    assert [each.name for each in lost(covered)] == ["rectus-femoris"]
    assert covered[0].is_hidden
    assert covered[0].covered == 1


@tried(10)
@example(made(), "scalenes", "left")
@given(bodies, st.sampled_from(sorted(MUSCLES)), st.sampled_from(SIDES))
def test_every_muscle_shows_or_is_reported(body: Body, name: str, side: str) -> None:
    found = marks(Skin(body), Camera(30, 10), both_sides(name, side, HOT), stack())
    shown = sum(mark.shown for mark in found)
    # A small muscle is found when half of what any view of the map shows can be seen.
    most = max(sum(visible(each, view, SIDES[:1]) for each in members(name)) for view in MAP_VIEWS)
    assert bool(lost(found)) == (shown < 22 and shown < max(9, most / 2))
