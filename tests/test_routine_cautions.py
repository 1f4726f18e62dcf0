"""What a routine says to those who must leave something out: a version, another stretch, or nothing in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from records import Project, sample_library
from stretchguide.guides.library import Library
from stretchguide.guides.routine_cautions import RoutineCaution, StepSwap, routine_cautions


def warned(library: Library, routine: str, caution: str) -> RoutineCaution:
    found = routine_cautions(library, library.routines[routine])
    return next(each for each in found if each.caution.id == caution)


def ways(library: Library, routine: str, caution: str) -> dict[str, str | None]:
    """By stretch: the variant of it, or the other guide, to do in its place; None = leave it out."""
    return {swap.step.guide.id: way(swap) for swap in warned(library, routine, caution).swaps}


def way(swap: StepSwap) -> str | None:
    if swap.instead is None:
        return None
    return swap.instead.variant.written.id if swap.instead.guide == swap.step.guide else swap.instead.guide.id


def test_cautions_are_those_of_the_variants_that_are_done() -> None:
    ids = [each.caution.id for each in routine_cautions(sample_library(), sample_library().routines["desk-break"])]
    carried = [caution.id for caution in sample_library().routines["desk-break"].cautions]
    universal = [caution.id for caution in sample_library().vocabulary.cautions.values() if caution.universal]
    assert universal
    assert ids == [*universal, *carried]


def test_another_version_of_the_same_stretch_comes_first() -> None:
    assert ways(sample_library(), "desk-break", "shoulder-pain")["standing-side-bend"] == "hand-slide"


def test_what_the_moment_of_the_routine_leaves_out_takes_nobodys_place(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    desk = 'begin.", forbid_positions: ['
    project.edit(desk, f"{desk}standing, ", "_vocabulary/occasions")
    library = project.read().library
    assert library
    assert ways(library, "desk-break", "shoulder-pain")["standing-side-bend"] != "hand-slide"


def test_a_stretch_that_is_done_anyway_is_no_swap() -> None:
    """The record names the shoulder-blade squeeze, which the routine begins with."""
    assert ways(sample_library(), "desk-break", "acute-disc-symptoms") == {"upper-back-trunk-rotation": None}


def test_the_swap_that_the_record_names_is_offered_when_the_routine_lacks_it(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit(
        "  - {stretch: shoulder-blade-squeeze, variant: seated, hold: 3 s, reps: 8}\n", "", "_routines/desk-break"
    )
    library = project.read().library
    assert library
    found = ways(library, "desk-break", "acute-disc-symptoms")
    assert found == {"upper-back-trunk-rotation": "shoulder-blade-squeeze"}


def test_what_the_record_names_comes_before_another_version_as_on_its_page(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    named = "{caution: osteoporosis, use: shoulder-blade-squeeze}"
    project.edit(named, f"{named}, {named.replace('osteoporosis', 'shoulder-pain')}", "standing-side-bend")
    library = project.read().library
    assert library
    assert ways(library, "desk-break", "shoulder-pain")["standing-side-bend"] == "hand-slide", "that is done anyway"
    done = "  - {stretch: shoulder-blade-squeeze, variant: seated, hold: 3 s, reps: 8}\n"
    project.edit(done, "", "_routines/desk-break")
    library = project.read().library
    assert library
    assert ways(library, "desk-break", "shoulder-pain")["standing-side-bend"] == "shoulder-blade-squeeze"


def test_no_swap_goes_down_to_the_floor_where_the_routine_does_not() -> None:
    for routine in sample_library().routines.values():
        for each in routine_cautions(sample_library(), routine):
            for swap in each.swaps:
                goes_down = swap.instead and swap.instead.variant.needs_floor
                assert not goes_down or (routine.record.setting == "floor" and swap.step.variant.needs_floor)


@pytest.mark.parametrize("setting", ["chair", "standing", "floor"])
def test_whoever_sits_is_not_sent_to_the_floor(tmp_path: Path, setting: str) -> None:
    """Its moment allows it, and both ways round are done there: another version and another stretch."""
    project = Project.copied(tmp_path)
    project.edit("occasion: desk-break", "occasion: morning", "_routines/desk-break")
    project.edit("setting: chair", f"setting: {setting}", "_routines/desk-break")
    project.edit("items:\n", "items:\n  - {stretch: cat-cow, variant: seated}\n", "_routines/desk-break")
    library = project.read().library
    assert library
    assert ways(library, "desk-break", "extension-sensitive-back")["cat-cow"] is None
