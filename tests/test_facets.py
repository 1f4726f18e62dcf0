"""Where each guide is listed, by which variant, and in which groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from records import Project, sample_library
from stretchguide.format.vocabulary import Area
from stretchguide.guides.library import Library
from stretchguide.guides.ranking import rank, ranked
from stretchguide.pages.facets import Choice, Facet, facets, time_of


def facet(library: Library, folder: str) -> Facet:
    return next(facet for facet in facets(library) if facet.folder == folder)


def choice(library: Library, folder: str, id: str) -> Choice:
    return next(choice for choice in facet(library, folder).choices if choice.entry.id == id)


def listed(library: Library, folder: str, id: str) -> dict[str, list[str]]:
    """The guides of a choice with the variants that fit."""
    found = choice(library, folder, id)
    return {each.guide.id: [variant.written.id for variant in each.variants] for each in found.guides}


def grouped(library: Library, folder: str, id: str) -> dict[str, list[tuple[str, str]]]:
    """The groups of a choice: guides, each with the variant that the list names."""
    found = facet(library, folder).way.groups(choice(library, folder, id))
    return {group.heading: [(pick.guide.id, pick.variant.written.id) for pick in group.picks] for group in found}


# -- where a guide is listed ------------------------------------------------------------------------------------------


def test_the_facets_and_their_order() -> None:
    folders = [facet.folder for facet in facets(sample_library())]
    assert folders == ["areas", "positions", "times", "levels", "equipment", "moments"]


def test_every_guide_is_in_every_facet_but_moments() -> None:
    for each in facets(sample_library()):
        found = {listed.guide.id for choice in each.choices for listed in choice.guides}
        assert found == {
            guide.id for guide in sample_library().shown if each.folder != "moments" or guide.record.occasions
        }


def test_a_guide_is_listed_by_the_variants_that_fit() -> None:
    assert listed(sample_library(), "positions", "seated-chair")["cat-cow"] == ["seated"]
    assert listed(sample_library(), "positions", "quadruped")["cat-cow"] == ["hands-and-knees", "small-range"]
    assert listed(sample_library(), "levels", "advanced") == {"upper-back-trunk-rotation": ["floor"]}
    assert listed(sample_library(), "times", "over-2-min")["doorway-chest"] == ["one-arm"]
    assert "one-arm" not in listed(sample_library(), "times", "up-to-2-min")["doorway-chest"]


def test_areas_list_every_variant_and_follow_their_order() -> None:
    assert listed(sample_library(), "areas", "lower-back")["cat-cow"] == ["hands-and-knees", "seated", "small-range"]
    orders = [
        sample_library().vocabulary.areas[choice.entry.id].order for choice in facet(sample_library(), "areas").choices
    ]
    assert orders == sorted(orders)


def test_a_choice_without_a_guide_is_left_out() -> None:
    assert "table" not in [choice.entry.id for choice in facet(sample_library(), "equipment").choices]
    assert "groin" not in [choice.entry.id for choice in facet(sample_library(), "areas").choices]


def test_no_equipment_means_nothing_needed_and_nothing_to_choose() -> None:
    without = listed(sample_library(), "equipment", "none")
    assert without["shoulder-blade-squeeze"] == ["standing"]
    assert "knee-rolls" in without, "a mat is only nice to have"
    assert "standing-quad" not in without, "a chair or a wall is asked for"


def test_a_piece_lists_what_needs_it_offers_it_and_is_nicer_with_it() -> None:
    chair = grouped(sample_library(), "equipment", "chair")
    assert ("cat-cow", "seated") in chair["You need it for these"]
    assert ("standing-quad", "strap") in chair["You need it for these"], "one variant needs it, another only offers it"
    assert chair["One of several choices"] == [("contract-relax", "standing")]
    assert ("knee-rolls", "lying") in grouped(sample_library(), "equipment", "mat")["Nice to have"]


def test_a_moment_lists_only_the_variants_that_it_allows() -> None:
    assert listed(sample_library(), "moments", "desk-break")["upper-back-trunk-rotation"] == ["seated"]
    assert "upper-back-trunk-rotation" in listed(sample_library(), "moments", "golf")
    assert listed(sample_library(), "moments", "golf")["upper-back-trunk-rotation"] == ["seated", "floor"]


def test_a_moment_that_the_record_does_not_name_is_none_of_its_own() -> None:
    assert "knee-rolls" not in listed(sample_library(), "moments", "golf")


def test_a_withdrawn_guide_is_listed_nowhere(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("status: draft", "status: withdrawn", "cat-cow")
    library = project.read().library
    assert library
    found = {listed.guide.id for each in facets(library) for choice in each.choices for listed in choice.guides}
    assert "cat-cow" not in found
    assert "knee-rolls" in found


@pytest.mark.parametrize(
    ("seconds", "band"),
    [(1, "up-to-1-min"), (60, "up-to-1-min"), (61, "up-to-2-min"), (120, "up-to-2-min"), (121, "over-2-min")],
)
def test_the_bands_of_time_meet_without_a_gap(seconds: int, band: str) -> None:
    found = time_of(seconds, sample_library().vocabulary.times.values())
    assert found
    assert found.id == band


# -- groups -----------------------------------------------------------------------------------------------------------


def test_an_area_says_what_needs_no_floor_and_a_guide_can_stand_in_both_groups() -> None:
    back = grouped(sample_library(), "areas", "upper-back")
    assert list(back) == ["On a chair or standing", "On the floor"]
    assert ("cat-cow", "seated") in back["On a chair or standing"]
    assert ("cat-cow", "hands-and-knees") in back["On the floor"]
    assert ("thread-the-needle", "hands-and-knees") in back["On the floor"]
    assert "thread-the-needle" not in dict(back["On a chair or standing"])


def test_a_moment_on_and_off_the_floor_is_grouped_by_that() -> None:
    assert list(grouped(sample_library(), "moments", "before-bed")) == ["On a chair or standing", "On the floor"]


def test_a_short_list_over_many_areas_is_one_group() -> None:
    assert list(grouped(sample_library(), "moments", "desk-break")) == ["The stretches"]


def test_a_long_list_is_grouped_by_the_first_area_in_its_order(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    for number in range(20):
        for name in ("cat-cow", "figure-four-lying"):
            project.copy(name, f"{name}-{number}")
    library = project.read().library
    assert library
    found = facet(library, "levels").way.groups(choice(library, "levels", "beginner"))
    headings = [group.heading for group in found]
    order = [area.name for area in library.by_area]
    assert headings == sorted(headings, key=order.index)
    assert {"Upper back", "Hips and glutes"} <= set(headings)
    assert sum(len(group.picks) for group in found) == len(choice(library, "levels", "beginner").guides)


def test_a_list_names_the_variant_only_where_there_are_several() -> None:
    picks = [
        pick
        for group in facet(sample_library(), "areas").way.groups(choice(sample_library(), "areas", "upper-back"))
        for pick in group.picks
    ]
    versions = {(pick.guide.id, pick.version) for pick in picks}
    assert ("cat-cow", "Seated on a chair") in versions
    assert ("thread-the-needle", "") in versions


# -- the order of a list ----------------------------------------------------------------------------------------------


def test_every_list_has_the_order_that_serves_most_readers() -> None:
    """Main area, drawn, easy, off the floor, title: in each group of each choice."""
    for each in facets(sample_library()):
        for choice in each.choices:
            area = choice.entry if isinstance(choice.entry, Area) else None
            for group in each.way.groups(choice):
                ranks = [rank(pick.guide, pick.variant, area) for pick in group.picks]
                assert ranks == sorted(ranks), (choice.entry.id, group.heading)


def test_what_ranks_a_stretch_counts_in_this_order() -> None:
    library = sample_library()
    areas = library.vocabulary.areas
    ranks = {id: rank(guide, guide.first, areas["upper-back"]) for id, guide in library.guides.items()}
    assert ranks["cat-cow"] < ranks["chin-tuck"], "its main area before one that it also reaches"
    assert [guide.id for guide in library.ranked] == [guide.id for guide in ranked(library.shown)]
    drawn = [all(step.pose for step in guide.first.written.steps[:1]) for guide in library.ranked]
    assert drawn == sorted(drawn, reverse=True), "drawn before not"
    of_drawn = [(guide.first.level.id, guide.first.needs_floor) for guide in library.ranked[: sum(drawn)]]
    assert of_drawn == sorted(of_drawn, key=lambda each: (library.vocabulary.rank(each[0]), each[1]))
