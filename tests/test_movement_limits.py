"""The limits from where on a figure asks for a movement: their names, and what is measured for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from records import FOUNDING, TODAY, Project, place_of, sample_library
from stretchguide.figure.lints.angles import Angles, angles_of
from stretchguide.figure.solver import solve
from stretchguide.figure.words import language
from stretchguide.gallery.gallery import Gallery
from stretchguide.project import read_project
from stretchguide.rules.movements import LIMITS


def angles(**words: Any) -> Angles:
    pose = language.parse({key.replace("_", " "): value for key, value in words.items()})
    return angles_of(pose, solve.solve(pose))


def test_every_movement_of_a_limit_is_one_of_the_vocabulary() -> None:
    assert {each for limit in LIMITS for each in limit.movements} <= set(sample_library().vocabulary.movements)


def test_every_limit_has_a_source() -> None:
    assert all(limit.source for limit in LIMITS)


@pytest.mark.parametrize(
    ("motion", "words", "degrees"),
    [
        ("back rounds", {"base": "stand", "trunk": "round 40"}, 40),
        ("back arches", {"base": "stand", "trunk": "arch 20"}, 20),
        ("back turns", {"base": "stand", "trunk": "turn left 30"}, 30),
        ("back bends sideways", {"base": "stand", "trunk": "bend right 22"}, 22),
        ("neck bends forward", {"base": "stand", "head": "nod 30"}, 30),
        ("neck bends back", {"base": "stand", "head": "up 26"}, 26),
        ("neck bends sideways", {"base": "stand", "head": "tilt left 30"}, 30),
        ("head turns", {"base": "stand", "head": "turn right 50"}, 50),
        ("thighs part", {"base": "long-sit", "legs": "raise side 40"}, 80),
        ("thigh goes across", {"base": "supine", "right_leg": "raise across 30"}, 18),
        ("hip bends", {"base": "supine", "right_leg": "raise front 110, knee 90"}, 110),
        ("thigh goes behind", {"base": "stand", "right_leg": "raise back 24, knee 90"}, 24),
        ("knee bends", {"base": "supine", "right_leg": "raise front 90, knee 140"}, 140),
        ("arm goes up", {"base": "stand", "right_arm": "raise front 170"}, 170),
    ],
)
def test_a_motion_is_measured(motion: str, words: dict[str, Any], degrees: float) -> None:
    assert angles(**words)[motion] == pytest.approx(degrees, abs=3)


def test_a_body_that_stands_still_asks_for_nothing() -> None:
    found = angles(base="stand")
    assert not [limit.motion for limit in LIMITS if found.get(limit.motion, 0) >= limit.least]


def test_hands_bear_weight_where_the_body_leans_on_them() -> None:
    assert "hands bear weight" in angles(base="all-fours")
    assert "hands bear weight" not in angles(base="long-sit")
    assert "hands bear weight" not in angles(base="stand")


def test_knees_bear_weight_where_the_body_kneels_and_legs_cross_where_they_do() -> None:
    assert "knees bear weight" in angles(base="half-kneel left")
    assert "legs cross" in angles(base="cross-legged")
    assert "legs cross" in angles(base="sit-chair", right_foot="on left thigh 84", right_knee="out")
    assert "legs cross" not in angles(base="long-sit", right_foot="on left thigh 80 in", right_knee="out")
    assert {"knees bear weight", "legs cross"}.isdisjoint(angles(base="sit-chair"))


def test_a_hanging_head_is_below_the_chest() -> None:
    assert angles(base="stand", hips="fold 100")["head is below the chest"] > 5


@pytest.mark.parametrize("with_notes", [True, False])
def test_a_movement_that_no_picture_shows_is_a_note_for_who_asks(with_notes: bool, tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("movements: [spine-rotation-end,", "movements: [neck-extension, spine-rotation-end,")
    reading = read_project(project.root, TODAY, Gallery(), (FOUNDING,), with_notes=with_notes)
    told = [str(problem) for problem in reading.problems if "neck-extension" in problem.message]
    place = f"exercises/{FOUNDING}.yml:{place_of(project.text(), 'neck-extension')}"
    fact = "no picture shows the movement 'neck-extension'; look whether the stretch asks for it"
    assert told == [f"{place}: note: {fact}"] * with_notes
    assert reading.is_good
