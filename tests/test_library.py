"""What is derived from the records and typed nowhere: cautions, joints, swaps, links both ways, routines."""

from __future__ import annotations

from pathlib import Path

from records import FOUNDING, Project, sample_library
from stretchguide.guides.library import Library, Warned


def spoilt(project: Project) -> Library:
    reading = project.read()
    assert reading.library
    assert [str(problem) for problem in reading.problems] == []
    return reading.library


def warned(library: Library, stretch: str, caution: str) -> Warned:
    return next(each for each in library.warnings(library.guides[stretch]) if each.caution.id == caution)


def test_cautions_follow_from_movements() -> None:
    founding = (
        "osteoporosis",
        "acute-disc-symptoms",
        "pregnancy",
        "vertigo-vbi",
        "neck-instability",
        "shoulder-instability",
        "shoulder-pain",
    )
    assert sample_library().guides[FOUNDING].cautions == founding
    assert sample_library().guides["shoulder-blade-squeeze"].cautions == ()
    assert sample_library().guides["standing-side-bend"].first.cautions == ("osteoporosis", "shoulder-pain"), (
        "one is added by hand"
    )


def test_universal_cautions_come_first_on_every_guide() -> None:
    for guide in sample_library().guides.values():
        assert sample_library().warnings(guide)[0].caution.id == "recent-surgery"
        assert "recent-surgery" not in guide.cautions


def test_joints_follow_from_movements() -> None:
    assert sample_library().guides[FOUNDING].joints == ("spine", "ribs", "shoulder", "neck")


def test_links_are_known_at_both_ends() -> None:
    def ids(stretch: str, relation: str) -> list[str]:
        return [guide.id for guide in sample_library().next_to(sample_library().guides[stretch], relation)]

    assert ids(FOUNDING, "easier") == ["knee-rolls"]
    assert ids("knee-rolls", "harder") == [FOUNDING]
    assert ids(FOUNDING, "harder") == ["thread-the-needle"]
    assert ids("thread-the-needle", "easier") == [FOUNDING]
    assert ids("roller-upper-back-arch", "goes_with") == ["cat-cow", "doorway-chest", FOUNDING]
    assert ids("doorway-chest", "easier") == ["shoulder-blade-squeeze"]


def test_every_link_has_two_ends() -> None:
    reverse = {"easier": "harder", "harder": "easier", "goes_with": "goes_with"}
    for guide in sample_library().guides.values():
        for relation, back in reverse.items():
            for other in sample_library().next_to(guide, relation):
                assert guide in sample_library().next_to(other, back)


def test_routines_with_a_stretch() -> None:
    assert [routine.id for routine in sample_library().routines_with(sample_library().guides[FOUNDING])] == [
        "desk-break",
        "short-break",
    ]
    assert sample_library().routines_with(sample_library().guides["cat-cow"]) == ()


def test_a_routine_derives_kit_cautions_and_doses() -> None:
    desk, run = sample_library().routines["desk-break"], sample_library().routines["after-a-run"]
    assert [piece.id for piece in desk.needs] == ["chair"]
    assert [caution.id for caution in desk.cautions][:3] == ["osteoporosis", "acute-disc-symptoms", "pregnancy"]
    assert [step.seconds for step in desk.steps] == [56, 56, 45, 45, 35, 20]
    assert "wall" in [piece.id for piece in run.needs]
    assert run.one_of == (), "a chair or a wall is asked for, and the wall is needed anyway"


def test_levels_and_positions_span_the_variants() -> None:
    assert [level.id for level in sample_library().guides[FOUNDING].levels] == ["beginner", "advanced"]
    assert [level.id for level in sample_library().guides["cat-cow"].levels] == ["beginner"]
    assert [position.id for position in sample_library().guides["cat-cow"].positions] == ["quadruped", "seated-chair"]


def test_what_it_improves_leaves_plain_facts_out() -> None:
    assert sample_library().guides[FOUNDING].improves == ("Range of motion", "Ease from stiffness", "Ease of breathing")


def test_sources_are_those_of_claims_and_of_the_record() -> None:
    ids = [reference.id for reference in sample_library().guides[FOUNDING].references]
    assert ids == ["konrad-2024", "thomas-2018", "warneke-2025", "garber-2011"]


def test_areas_in_their_order_without_the_empty_ones() -> None:
    orders = [area.order for area in sample_library().by_area]
    assert orders == sorted(orders)
    assert all(sample_library().by_area.values())
    assert "groin" not in [area.id for area in sample_library().by_area]


def test_red_flags_of_the_area_come_first() -> None:
    flags = sample_library().guides[FOUNDING].red_flags("emergency")
    assert flags
    assert [bool(flag.areas) for flag in flags] == sorted([bool(flag.areas) for flag in flags], reverse=True)


def test_a_withdrawn_stretch_is_offered_nowhere(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    (project.folder / "_routines" / "desk-break.yml").unlink()
    for record in ("shoulder-blade-squeeze", "cat-cow", "thread-the-needle", "childs-pose"):
        project.edit("status: draft", "status: withdrawn", record)
    project.edit("status: reviewed", "status: withdrawn", "contract-relax")
    library = spoilt(project)
    guide = library.guides[FOUNDING]
    assert "cat-cow" not in [each.id for each in library.shown]
    assert all("cat-cow" not in [each.id for each in guides] for guides in library.by_area.values())
    assert library.next_to(guide, "harder") == ()
    assert warned(library, FOUNDING, "acute-disc-symptoms").instead is None, "although the record chose it"


def test_a_broken_record_takes_its_routine_along_and_nothing_else(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("title: Chin Tuck", "title: 5", "chin-tuck")
    library = project.read().library
    assert library
    assert "chin-tuck" not in library.guides
    assert set(library.routines) == {"after-a-run", "short-break"}
    assert [guide.id for guide in library.next_to(library.guides["neck-side-bend"], "goes_with")] == []
    assert len(library.guides) == len(sample_library().guides) - 1
