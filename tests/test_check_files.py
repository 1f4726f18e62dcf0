"""The check of a few files says of them what the check of all says, whatever is wrong in the library."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from properties import tried
from records import DATA, FOUNDING, MARK, TODAY, LongMemory, Project, path_of
from stretchguide.format.drafts import Draft
from stretchguide.format.memory import Memory
from stretchguide.format.problems import Problem
from stretchguide.format.records import Exercise
from stretchguide.format.vocabulary import Vocabulary
from stretchguide.project import Reading, read_project
from stretchguide.rules import judge

CASES = [case for file in sorted((DATA / "rules").glob("*.yml")) for case in yaml.safe_load(file.read_text("utf-8"))]
"""Bad inputs, at least one for each rule."""
MORE = (
    {"replace": "title: ", "with": "titel: "},
    {"replace": "title: ", "with": "title: ["},
    {"replace": "status: draft", "with": "status: withdrawn"},
    {"replace": "review:", "with": "no_floor_free: true\nreview:"},
    {"replace": "- id: ", "with": "- id: another-"},
    {"replace": "position: ", "with": "position: supine #"},
    {"replace": "stretched: [", "with": "stretched: [nothing-of-ours, "},
    {"record": "_vocabulary/muscles", "replace": "id: ", "with": "idd: "},
    {"record": "_vocabulary/cautions", "replace": "id: ", "with": "id: x-"},
    {"record": "_routines/desk-break", "replace": "stretch: ", "with": "stretch: no-"},
)


@pytest.fixture(scope="module")
def spoilt_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project.copied(tmp_path_factory.mktemp("spoilt"))


@pytest.fixture(scope="module")
def memory() -> Memory:
    """Of all readings of all files: `tests/test_memory.py` holds that they say what fresh ones say."""
    return LongMemory()


def files(project: Project) -> list[str]:
    return sorted(path.relative_to(project.root).as_posix() for path in project.folder.rglob("*.yml"))


def spoil(project: Project, case: dict[str, Any]) -> None:
    for original, copy in case.get("copied", {}).items():
        project.copy(original, copy)
    for edit in case.get("edits", [] if "copied" in case else [case]):
        record = edit.get("record", FOUNDING)
        if edit.get("replace", MARK) in project.text(record):
            project.edit(edit["replace"], edit["with"], record)


def speaks_of(problem: Problem, path: str) -> bool:
    name = f"'{Path(path).stem}'"
    is_stretch = Path(path).parent.name == "exercises"
    return problem.place.path == path or (
        is_stretch and "_vocabulary" not in problem.place.path and name in problem.message
    )


def read(project: Project, wanted: set[str] | None = None, memory: Memory | None = None) -> Reading:
    return read_project(project.root, TODAY, thorough=True, with_notes=True, wanted=wanted, memory=memory)


@settings(tried(60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_a_file_alone_gets_the_lines_that_all_together_give_it(
    spoilt_project: Project, memory: Memory, draw: st.DataObject
) -> None:
    before = {path: (spoilt_project.root / path).read_bytes() for path in files(spoilt_project)}
    records = [path.removeprefix("exercises/").removesuffix(".yml") for path in before]
    general = st.builds(
        lambda case, record: {"record": record, **case}, st.sampled_from(MORE), st.sampled_from(records)
    )
    for case in draw.draw(st.lists(st.sampled_from(CASES) | general, max_size=4)):
        spoil(spoilt_project, case)
    now = files(spoilt_project)
    spoilt = [path for path in now if (spoilt_project.root / path).read_bytes() != before.get(path)]
    asked = draw.draw(st.sets(st.sampled_from(spoilt or now) | st.sampled_from(now), min_size=1, max_size=3))
    try:
        every, few = read(spoilt_project, memory=memory).problems, read(spoilt_project, asked).problems
    finally:
        for path in files(spoilt_project):
            (spoilt_project.root / path).unlink()
        for path, content in before.items():
            (spoilt_project.root / path).write_bytes(content)
    assert few == tuple(problem for problem in every if any(speaks_of(problem, path) for path in asked))


def test_who_asks_about_one_record_judges_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, judged = Project.copied(tmp_path), list[str]()
    judge_record = judge.judge_record

    def noted(draft: Draft[Exercise], vocabulary: Vocabulary, today: datetime.date) -> Iterator[Problem]:
        judged.append(draft.document.path)
        return judge_record(draft, vocabulary, today)

    monkeypatch.setattr(judge, "judge_record", noted)
    assert read(project, {path_of(FOUNDING)}).problems == ()
    assert path_of(FOUNDING) in judged
    assert len(judged) < len(files(project)) / 4
    assert read(project, {path_of("_routines/desk-break")}).problems == ()
    assert read(project, {path_of("_vocabulary/muscles")}).library is None


def test_what_others_say_of_a_record_is_told_of_it(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    stretch = yaml.safe_load(project.text("_routines/desk-break"))["items"][0]["stretch"]
    project.edit("status: draft", "status: withdrawn, withdrawn_why: It hurt people.", stretch)
    told = [str(problem) for problem in read(project, {path_of(stretch)}).problems]
    assert any(line.startswith("exercises/_routines/desk-break.yml:") and "is withdrawn" in line for line in told), told
    assert all(f"'{stretch}'" in line or line.startswith(path_of(stretch)) for line in told)


def test_what_is_wrong_elsewhere_counts_for_a_record_that_is_asked_about_alone(tmp_path: Path) -> None:
    """A record that breaks a rule, and of which nobody asks, may be the sibling that another lacks."""
    project, id = Project.copied(tmp_path), "figure-four-lying"
    project.edit("no_floor_free: true\n", "", id)
    (lacking,) = read(project, {path_of(id)}).problems
    assert "needs no floor; add a variant" in lacking.message
    project.edit("areas: [upper-back,", "areas: [hips-glutes, upper-back,", FOUNDING)
    assert read(project, {path_of(id)}).problems == ()


def test_a_vocabulary_speaks_of_itself_and_whoever_is_asked_about_is_not_judged_by_a_broken_one(tmp_path: Path) -> None:
    project, muscles = Project.copied(tmp_path), "_vocabulary/muscles"
    project.edit("areas: [upper-back,", "areas: [hips-glutes, upper-back,", FOUNDING)
    assert read(project, {path_of(FOUNDING)}).is_judged
    project.edit("members: [", f"members: [{FOUNDING}, ", muscles)
    alone, (told, *_) = read(project, {path_of(FOUNDING)}), read(project, {path_of(muscles)}).problems
    assert (alone.problems, alone.is_judged) == ((), False)
    assert told.place.path == path_of(muscles)
    assert f"'{FOUNDING}'" in told.message
