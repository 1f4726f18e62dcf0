"""What is offered to a reader who cannot get down to the floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from records import FOUNDING, Project, sample_reading
from stretchguide.guides.library import Library
from stretchguide.project import Reading

NEEDLE = "thread-the-needle"
DESK = "_routines/desk-break"


def of(reading: Reading) -> Library:
    assert reading.library
    assert [str(problem) for problem in reading.problems] == []
    return reading.library


def offered(library: Library, stretch: str) -> tuple[str, str] | None:
    found = library.without_floor(library.guides[stretch])
    return (found.guide.id, found.variant.written.id) if found else None


@pytest.mark.parametrize(
    ("stretch", "found"),
    [
        ("chin-tuck", ("chin-tuck", "seated")),  # its default needs no floor
        ("cat-cow", ("cat-cow", "seated")),  # its default does, a later variant does not
        ("figure-four-lying", None),
    ],
)
def test_a_variant_of_its_own(stretch: str, found: tuple[str, str] | None) -> None:
    assert offered(of(sample_reading()), stretch) == found


HELD, MOVED = (FOUNDING, "seated"), ("cat-cow", "seated")


def with_siblings(project: Project) -> Project:
    """Two stretches of its area that share a muscle with thread-the-needle, which is held: rhomboids of two muscles."""
    project.edit("no_floor_free: true\n", "", NEEDLE)
    project.edit("stretched: [thoracic-rotators,", "stretched: [rhomboids, thoracic-rotators,")
    project.edit("stretched: [thoracic-erectors,", "stretched: [rhomboids, thoracic-erectors,", "cat-cow")
    return project


def test_a_held_stretch_stands_in_for_a_held_one(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    assert offered(of(project.read()), NEEDLE) == HELD


def test_a_stretch_that_shares_no_muscle_is_not_offered(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    project.edit("stretched: [rhomboids,", "stretched: [")
    assert offered(of(project.read()), NEEDLE) == MOVED, "it shares a muscle, the held one none"


def test_a_stretch_of_more_muscles_is_nearer_than_one_of_the_area(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    project.edit(
        "stretched: [pectoralis-major]", "stretched: [pectoralis-major, deltoid-back, rhomboids]", "doorway-chest"
    )
    project.edit("areas: [chest, shoulders]", "areas: [chest, shoulders, upper-back]", "doorway-chest")
    assert offered(of(project.read()), NEEDLE) == ("doorway-chest", "doorway")


def test_a_stretch_of_the_area_is_nearer_than_another(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    project.edit("stretched: [pectoralis-major]", "stretched: [deltoid-back, pectoralis-major]", "doorway-chest")
    assert offered(of(project.read()), NEEDLE) == HELD


def test_a_withdrawn_stretch_is_not_offered(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    project.edit("status: draft", "status: withdrawn")
    project.edit("  - {stretch: upper-back-trunk-rotation, variant: seated, hold: 20 s, sets: 1}\n", "", DESK)
    project.edit("  - {stretch: upper-back-trunk-rotation, hold: 20 s}\n", "", "_routines/short-break")
    assert offered(of(project.read()), NEEDLE) == MOVED
