"""What is offered to a reader who cannot get down to the floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from records import FOUNDING, Project, frozen_reading, real_reading
from stretchguide.library import Library
from stretchguide.project import Reading

NEEDLE = "thread-the-needle"


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
    assert offered(of(frozen_reading()), stretch) == found


def test_nothing_is_offered_exactly_where_a_record_says_so() -> None:
    library = of(real_reading())
    for guide in library.guides.values():
        assert (library.without_floor(guide) is None) == guide.record.no_floor_free, guide.id


def test_what_is_offered_needs_no_floor() -> None:
    library = of(real_reading())
    found = [library.without_floor(guide) for guide in library.guides.values()]
    assert not any(each.variant.needs_floor for each in found if each)
    assert library.guides["knee-rolls"].first.needs_floor


def with_siblings(project: Project) -> Project:
    """Two stretches that share a muscle with thread-the-needle; it stretches rhomboids and deltoid-back."""
    project.edit("no_floor_free: true\n", "", NEEDLE)
    project.edit("stretched: [thoracic-rotators,", "stretched: [rhomboids, thoracic-rotators,")
    project.edit("stretched: [thoracic-erectors,", "stretched: [rhomboids, thoracic-erectors,", "cat-cow")
    return project


def test_another_stretch(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    assert offered(of(project.read()), NEEDLE) == ("cat-cow", "seated"), "as much, as easy, and first by id"


def test_the_easier_of_two_stretches(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    project.edit("instead_if: [{caution: pregnancy, use: cat-cow}]\n", "", "knee-rolls")
    project.edit("level: beginner", "level: intermediate", "cat-cow")
    assert offered(of(project.read()), NEEDLE) == (FOUNDING, "seated")


def test_the_stretch_that_shares_most_is_nearest(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    project.edit("stretched: [rhomboids,", "stretched: [deltoid-back, rhomboids,")
    assert offered(of(project.read()), NEEDLE) == (FOUNDING, "seated")


def test_a_withdrawn_stretch_is_not_offered(tmp_path: Path) -> None:
    project = with_siblings(Project.copied(tmp_path))
    project.edit("status: draft", "status: withdrawn", "cat-cow")
    assert offered(of(project.read()), NEEDLE) == (FOUNDING, "seated")
