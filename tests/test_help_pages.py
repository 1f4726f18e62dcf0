"""The pages of reference are told in the terminal, before anything is built."""

from __future__ import annotations

import pytest

from commands_here import run_here
from records import Project, copy_records_project
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.things import THINGS
from stretchguide.format.records import Exercise
from stretchguide.pages.plain import WIDTH, as_plain
from stretchguide.rules.catalogue import RULES


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_records_project(tmp_path_factory.mktemp("help") / "project")


def test_the_record_format_is_told(project: Project) -> None:
    done = run_here(project.root, "help", "record")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The record format\n=================\n")
    lines = done.stdout.splitlines()
    first = lines[lines.index("A first record") : lines.index("A stretch")]
    needed = [key for key, field in Exercise.model_fields.items() if field.is_required()]
    assert [line.split(":")[0] for line in first if line.startswith("- ")] == [f"- {key}" for key in needed]
    assert len(needed) == 10
    assert all(f"\n{key}: " in done.stdout for key in Exercise.model_fields)
    assert sum(line.startswith(("- Error", "- Warning", "- Note")) for line in lines) == len(RULES)
    assert max(map(len, lines)) <= WIDTH
    assert not {"<", "**", "{ ", "&lt"} & {mark for mark in ("<", "**", "{ ", "&lt") if mark in done.stdout}


def test_the_words_of_poses_are_told(project: Project) -> None:
    done = run_here(project.root, "help", "poses")
    assert done.returncode == 0
    assert all(f"\n- {name}: " in done.stdout for name in (*BASES, *THINGS))
    assert "material" not in done.stdout


def test_a_broken_vocabulary_is_told_instead(project: Project) -> None:
    before = project.text("_vocabulary/sides")
    project.write("- {id: 5}\n", "_vocabulary/sides")
    done = run_here(project.root, "help", "record")
    project.write(before, "_vocabulary/sides")
    assert done.returncode == 1
    assert "exercises/_vocabulary/sides.yml:1:" in done.stdout


def test_what_a_page_shows_and_does_not_say_is_left_out() -> None:
    page = (
        "---\ntitle: x\n---\n\n[Home](a.md)\n{ .crumbs }\n\n# A *b* { #c }\n\n![](p.svg){ .fig }\n\n- `d` e\n  [f](g)\n"
    )
    assert as_plain(page) == "A b\n===\n\n- d e f\n"
