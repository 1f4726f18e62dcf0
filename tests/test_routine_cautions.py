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
    if swap.other_variant:
        return swap.other_variant.written.id
    return swap.other_guide.id if swap.other_guide else None


def test_cautions_are_those_of_the_variants_that_are_done() -> None:
    ids = [each.caution.id for each in routine_cautions(sample_library(), sample_library().routines["desk-break"])]
    carried = [caution.id for caution in sample_library().routines["desk-break"].cautions]
    universal = [caution.id for caution in sample_library().vocabulary.cautions.values() if caution.universal]
    assert universal
    assert ids == [*universal, *carried]


def test_another_version_of_the_same_stretch_comes_first() -> None:
    assert ways(sample_library(), "desk-break", "shoulder-pain")["standing-side-bend"] == "hand-slide"


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


def test_no_swap_goes_down_to_the_floor_where_the_routine_does_not() -> None:
    for routine in sample_library().routines.values():
        for each in routine_cautions(sample_library(), routine):
            for swap in each.swaps:
                variant = swap.other_variant or (swap.other_guide and swap.other_guide.first)
                assert not variant or routine.record.setting == "floor" or not variant.position.floor


def test_no_swap_carries_the_caution() -> None:
    seen = 0
    for routine in sample_library().routines.values():
        for each in routine_cautions(sample_library(), routine):
            for swap in each.swaps:
                seen += bool(swap.other_variant or swap.other_guide)
                assert not swap.other_variant or each.caution.id not in swap.other_variant.cautions
                assert not swap.other_guide or each.caution.id not in swap.other_guide.cautions
    assert seen


@pytest.mark.parametrize(("setting", "way_round"), [("chair", None), ("standing", None), ("floor", "small-range")])
def test_only_a_routine_on_the_floor_sends_anybody_there(tmp_path: Path, setting: str, way_round: str | None) -> None:
    """Its moment allows it, and both ways round are done there: another version and another stretch."""
    project = Project.copied(tmp_path)
    project.edit("occasion: desk-break", "occasion: morning", "_routines/desk-break")
    project.edit("setting: chair", f"setting: {setting}", "_routines/desk-break")
    project.edit("items:\n", "items:\n  - {stretch: cat-cow, variant: seated}\n", "_routines/desk-break")
    library = project.read().library
    assert library
    assert ways(library, "desk-break", "extension-sensitive-back")["cat-cow"] == way_round
