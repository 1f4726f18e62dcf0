"""The body at rest: what it is made of, how it is dressed, and that its bytes are what was packed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_skin import farthest, rest
from stretchguide.figure.rest import packing
from stretchguide.figure.rest.material import Places
from stretchguide.figure.rest.patchwork import Patchwork, above, cut
from stretchguide.figure.rest.regions import BodyRegion

PACKED = packing.packed(rest())


def on_skin_of(region: BodyRegion) -> Places:
    """The places at rest of what shows a region."""
    found: Places = rest().places[np.unique(rest().faces[rest().regions == region])]
    return found


def test_it_stands_on_the_floor_and_is_172_cm_tall() -> None:
    heights = rest().places[:, 1]
    assert heights.min() == pytest.approx(0, abs=0.01)
    assert heights.max() == pytest.approx(172, abs=0.01)


def test_both_sides_are_alike() -> None:
    """But for where cuts meet the diagonals of the mesh, which are not."""
    mirrored = rest().drawn[::40] * (-1, 1, 1)
    assert np.mean([farthest(mirrored[[each]], rest().drawn) < 0.1 for each in range(len(mirrored))]) > 0.9


def test_hems_and_waist_are_straight() -> None:
    trousers, shirt = on_skin_of(BodyRegion.TROUSERS), on_skin_of(BodyRegion.SHIRT)
    for edge, cloth in ((trousers[:, 1].min(), trousers), (trousers[:, 1].max(), trousers), (shirt[:, 1].min(), shirt)):
        assert np.count_nonzero(np.abs(cloth[:, 1] - edge) < 0.01) > 20
    assert shirt[:, 1].min() == pytest.approx(trousers[:, 1].max(), abs=0.01)


def test_hair_is_on_the_head_and_nowhere_else() -> None:
    hair = on_skin_of(BodyRegion.HAIR)
    assert hair[:, 1].min() > 150
    assert rest().drawn[:, 1].max() > 173


def test_the_face_is_bare() -> None:
    x, y, z = rest().landmarks["mouth"]
    near = np.abs(rest().places[rest().faces].mean(1) - (x, y + 4, z)).max(1) < 4
    assert set(rest().regions[near]) == {BodyRegion.SKIN}


def test_clothes_lie_over_the_skin() -> None:
    cloth = np.unique(rest().faces[np.isin(rest().regions, (BodyRegion.SHIRT, BodyRegion.TROUSERS))])
    off = rest().drawn[cloth] - rest().places[cloth]
    thick = np.sqrt((off * off).sum(1))
    assert np.median(thick) == pytest.approx(0.5, abs=0.01)
    assert thick.max() < 0.6


def test_weights_are_whole() -> None:
    assert (rest().weights.sum(1, dtype=int) == 255).all()
    assert rest().movers.max() < len(rest().bones)


def test_no_bone_of_the_face_is_left() -> None:
    below = [name for name, bone in rest().bones.items() if bone.parent == "head"]
    assert below == []


@pytest.mark.parametrize(
    ("higher", "lower"),
    [("crown", "left eye"), ("left eye", "mouth"), ("mouth", "left elbow"), ("left sit bone", "left knee")],
)
def test_landmarks_are_where_they_belong(higher: str, lower: str) -> None:
    assert rest().landmarks[higher][1] > rest().landmarks[lower][1] + 3


@pytest.mark.parametrize("name", ["sole", "ball"])
def test_the_foot_stands_on_heel_and_ball(name: str) -> None:
    assert rest().landmarks[f"right {name}"][1] < 0.3


# -- packed -----------------------------------------------------------------------------------------------------------


def test_unpacked_it_is_the_same_to_the_step_of_16_bits() -> None:
    again = packing.unpacked(PACKED)
    assert np.abs(again.drawn - rest().drawn).max() < 0.003
    assert np.abs(again.places - rest().places).max() < 0.003
    assert (again.faces == rest().faces).all()
    assert (again.regions == rest().regions).all()
    assert (again.weights == rest().weights).all()
    assert again.bones == rest().bones
    assert again.landmarks == rest().landmarks


@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
def test_a_changed_byte_is_seen(place: int, change: int) -> None:
    spoilt = bytearray(PACKED)
    spoilt[place] ^= change
    with pytest.raises(packing.NotPacked):
        packing.unpacked(bytes(spoilt))


@given(st.integers(0, len(PACKED) - 1))
def test_what_is_cut_short_is_seen(length: int) -> None:
    with pytest.raises(packing.NotPacked):
        packing.unpacked(PACKED[:length])


# -- cuts -------------------------------------------------------------------------------------------------------------

TRIANGLE = Patchwork(
    np.array([[0.0, 0, 0], [10, 0, 0], [0, 10, 0]]),
    np.array([[0.0, 0, 1], [10, 0, 1], [0, 10, 1]]),
    np.array([[1.0, 0], [0, 1], [0, 1]]),
    np.array([[0, 1, 2]], np.int32),
    np.array([1], np.uint8),
)


def area(work: Patchwork) -> float:
    a, b, c = (work.places[work.faces[:, i]] for i in range(3))
    return float(np.cross(b - a, c - a)[:, 2].sum() / 2)


@given(st.floats(0.1, 9.9))
def test_a_cut_divides_a_face_and_loses_nothing(at: float) -> None:
    divided, field = cut(TRIANGLE, at - TRIANGLE.places[:, 0])
    kept = divided.shown(above(divided, field))
    assert area(divided) == pytest.approx(50)
    assert area(kept) == pytest.approx(50 - (10 - at) ** 2 / 2)
    assert kept.tidy().places[:, 0].max() == pytest.approx(at)
    assert divided.weights.sum(1) == pytest.approx(1)


def test_a_cut_that_meets_nothing_changes_nothing() -> None:
    divided, field = cut(TRIANGLE, np.full(3, 4.0))
    assert len(divided.faces) == 1
    assert above(divided, field).all()
