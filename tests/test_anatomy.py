"""What the guides do with each muscle: its own stretches, those of its group, and those of its members."""

from __future__ import annotations

from pathlib import Path

import pytest

from records import Project, sample_library
from stretchguide.guides.anatomy import Anatomy, is_structure


@pytest.fixture(scope="module")
def anatomy() -> Anatomy:
    library = sample_library()
    assert library
    return Anatomy(library)


def uses(anatomy: Anatomy, muscle: str, name: str) -> list[tuple[str, list[str]]]:
    return [(use.named.id, [guide.id for guide in use.guides]) for use in anatomy.uses(anatomy.muscles[muscle], name)]


def test_a_muscle_has_the_guides_that_name_it(anatomy: Anatomy) -> None:
    assert uses(anatomy, "rectus-femoris", "stretched") == [
        ("rectus-femoris", ["standing-quad", "half-kneeling-hip-flexor"])
    ]
    assert uses(anatomy, "gracilis", "stretched") == []


def test_a_stretch_of_the_group_counts_for_its_members(anatomy: Anatomy) -> None:
    assert uses(anatomy, "biceps-femoris", "stretched") == [("hamstrings", ["lying-hamstring-strap"])]


def test_a_stretch_of_a_member_counts_for_the_group(anatomy: Anatomy) -> None:
    named = dict(uses(anatomy, "quadriceps", "stretched"))
    assert named["rectus-femoris"] == ["standing-quad", "half-kneeling-hip-flexor"]
    assert "quadriceps" not in named


def test_a_guide_that_names_muscle_and_group_stands_once(anatomy: Anatomy) -> None:
    for muscle in anatomy.muscles.values():
        for name in ("stretched", "also", "working"):
            ids = [guide.id for use in anatomy.uses(muscle, name) for guide in use.guides]
            assert len(ids) == len(set(ids)), muscle.id


def test_groups_and_members_know_each_other(anatomy: Anatomy) -> None:
    hamstrings = anatomy.muscles["hamstrings"]
    assert [each.id for each in anatomy.members(hamstrings)] == ["biceps-femoris", "semitendinosus", "semimembranosus"]
    assert all(hamstrings in anatomy.groups(member) for member in anatomy.members(hamstrings))
    assert anatomy.groups(hamstrings) == ()


def test_the_count_is_of_guides_not_of_mentions(anatomy: Anatomy) -> None:
    assert anatomy.count(anatomy.muscles["biceps-femoris"]) == 3
    assert anatomy.count(anatomy.muscles["thoracic-spine"]) == 3, "one stretches it, two stretch it also"


def test_layers_part_muscles_from_joints_and_tissue(anatomy: Anatomy) -> None:
    every = [anatomy.layers(area) for area in anatomy.library.vocabulary.areas.values()]
    structures = [each for layers in every for each in layers.structures]
    muscles = [each for layers in every for each in (*layers.surface, *layers.deep)]
    assert structures
    assert all(map(is_structure, structures))
    assert not any(map(is_structure, muscles))
    assert len(structures) + len(muscles) == len(anatomy.muscles), "each stands under its first area, once"


def test_an_area_shows_what_belongs_to_it_second_of_all_too(anatomy: Anatomy) -> None:
    lower = anatomy.library.vocabulary.areas["lower-back"]
    assert "latissimus-dorsi" in [each.id for each in anatomy.here(lower).surface]
    assert "latissimus-dorsi" not in [each.id for each in anatomy.layers(lower).surface]


def test_a_withdrawn_guide_stretches_nothing(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    (project.folder / "_routines" / "after-a-run.yml").unlink()
    project.edit("status: draft", "status: withdrawn", "lying-hamstring-strap")
    library = project.read().library
    assert library
    assert uses(Anatomy(library), "hamstrings", "stretched") == []
