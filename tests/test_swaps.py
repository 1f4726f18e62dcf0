"""What a reader with a caution is offered in place of a stretch: nothing rather than what the caution leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from offers import offers
from records import FOUNDING, Project, sample_library
from stretchguide.guides.library import Library
from stretchguide.guides.swaps import StandIn

Way = tuple[str, str]
"""A stretch, and which version of it."""

CAT_COW, SQUEEZE = "cat-cow", "shoulder-blade-squeeze"


def way(found: StandIn | None) -> Way | None:
    return (found.guide.id, found.variant.written.id) if found else None


def offered(library: Library, stretch: str, caution: str) -> Way | None:
    warned = next(each for each in library.warnings(library.guides[stretch]) if each.caution.id == caution)
    return way(warned.instead)


def joined(project: Project) -> Library:
    reading = project.read()
    assert reading.library
    assert [str(problem) for problem in reading.problems] == []
    return reading.library


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Here the founding stretch and cat-cow share a muscle, as no other does; nothing is named for a pregnancy."""
    project = Project.copied(tmp_path)
    (project.folder / "contract-relax.yml").unlink()
    project.edit("stretched: [thoracic-rotators,", "stretched: [thoracic-erectors, thoracic-rotators,")
    return project


def test_the_stretch_that_the_record_names(project: Project) -> None:
    assert offered(joined(project), FOUNDING, "acute-disc-symptoms") == (SQUEEZE, "seated")


def test_of_the_named_stretch_the_first_version_that_needs_no_floor_either(project: Project) -> None:
    project.edit("{caution: acute-disc-symptoms, use: shoulder-blade-squeeze}", "{caution: pregnancy, use: cat-cow}")
    assert offered(joined(project), FOUNDING, "pregnancy") == (CAT_COW, "seated")


def test_another_version_of_the_stretch_itself() -> None:
    assert offered(sample_library(), "chin-tuck", "pregnancy") == ("chin-tuck", "seated")


def test_a_version_in_the_same_position_comes_first(project: Project) -> None:
    project.edit("  - {caution: extension-sensitive-back, use: knee-rolls}\n", "", CAT_COW)
    project.edit("[spine-flexion-gentle, spine-extension]", "[spine-flexion-gentle]", CAT_COW)
    assert offered(joined(project), CAT_COW, "extension-sensitive-back") == (CAT_COW, "small-range"), "not the chair"


def test_a_version_where_the_advice_leads_away_from_comes_last() -> None:
    """With the head up: a head that hangs is what the caution is about, and on hands and knees it is low."""
    small = next(each for each in sample_library().guides[CAT_COW].variants if each.written.id == "small-range")
    assert "glaucoma" not in small.cautions
    assert offered(sample_library(), CAT_COW, "glaucoma") == (CAT_COW, "seated")


def test_whoever_stands_is_named_a_version_that_is_done_standing(project: Project) -> None:
    assert offered(sample_library(), "doorway-chest", "shoulder-pain") == (SQUEEZE, "standing")
    project.edit("{id: shoulder-pain, ", "{id: shoulder-pain, rather_not: [standing], ", "_vocabulary/cautions")
    assert offered(joined(project), "doorway-chest", "shoulder-pain") == (SQUEEZE, "seated"), "the advice leads away"


def test_the_nearest_stretch_that_shares_area_and_muscle(project: Project) -> None:
    assert offered(joined(project), FOUNDING, "pregnancy") == (CAT_COW, "seated"), "in the same position, on a chair"


def test_a_stretch_of_the_area_that_shares_no_muscle_is_not_offered(project: Project) -> None:
    project.edit("stretched: [thoracic-erectors, thoracic-rotators,", "stretched: [thoracic-rotators,")
    assert offered(joined(project), FOUNDING, "pregnancy") is None


def test_a_stretch_that_asks_for_what_the_caution_leaves_out_is_not_offered(project: Project) -> None:
    assert offered(joined(project), FOUNDING, "pregnancy")
    project.edit("never: [lying-on-back, lying-on-front, ", "never: [spine-extension, ", "_vocabulary/cautions")
    project.edit("{caution: pregnancy, use: cat-cow}", "{caution: pregnancy, use: none}", "knee-rolls")
    assert offered(joined(project), FOUNDING, "pregnancy") is None


def test_neither_a_harder_version_nor_one_on_the_floor_is_offered_for_an_easy_one_on_a_chair(project: Project) -> None:
    seated = "level: {}\n    position: seated-chair"
    project.edit(seated.format("beginner"), seated.format("intermediate"), CAT_COW)
    assert offered(joined(project), FOUNDING, "pregnancy") is None


def test_none_is_offered_where_the_record_says_so(project: Project) -> None:
    project.edit("{caution: acute-disc-symptoms, use: shoulder-blade-squeeze}", "{caution: pregnancy, use: none}")
    assert offered(joined(project), FOUNDING, "pregnancy") is None


# -- all swaps --------------------------------------------------------------------------------------------------------


def test_every_swap_suits_whoever_has_the_caution() -> None:
    found = list(offers(sample_library()))
    assert found
    assert [str(offer) for offer in found if not offer.suits] == []
