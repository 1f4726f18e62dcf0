"""Verdicts that are kept: the same lines without judging again, and another verdict where anything is another."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from records import FOUNDING, TODAY, Project, path_of
from stretchguide.format.memory import Memory
from stretchguide.gallery.store import Store
from stretchguide.project import read_project
from stretchguide.rules import judge

OTHER = "cat-cow"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The sample library with a mistake that a rule finds."""
    project = Project.copied(tmp_path / "project")
    project.edit("tagline: ", "tagline: Cures back pain. ", FOUNDING)
    return project


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the records that are judged."""
    asked: list[str] = []
    whole = judge.judge_record

    def note(draft: Any, *given: Any) -> Iterator[Any]:
        asked.append(draft.document.path)
        return whole(draft, *given)

    monkeypatch.setattr(judge, "judge_record", note)
    return asked


def lines(project: Project, version: str = "a", today: datetime.date = TODAY) -> list[str]:
    """What is said of the project by what is kept."""
    store = Store(project.root / "kept", version * 32)
    return [str(problem) for problem in read_project(project.root, today, kept=store).problems]


def test_kept_verdicts_are_those_of_the_judge(project: Project, judged: list[str]) -> None:
    fresh = [str(problem) for problem in read_project(project.root, TODAY).problems]
    assert any(path_of(FOUNDING) in line for line in fresh)
    first = len(judged)
    assert lines(project) == fresh
    assert len(judged) == 2 * first
    assert lines(project) == fresh
    assert len(judged) == 2 * first


CHANGES: Mapping[str, Callable[[Project], object]] = {
    "a vocabulary": lambda project: project.edit("plain: Four", "plain: All four", "_vocabulary/muscles"),
    "the name of another record": lambda project: project.edit("title: ", "title: Our ", OTHER),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_all_are_judged_by_makes_all_judged_again(project: Project, change: str, judged: list[str]) -> None:
    lines(project)
    every = sorted(judged)
    CHANGES[change](project)
    judged.clear()
    lines(project)
    assert sorted(judged) == every


def test_another_day_or_another_code_judges_again(project: Project, judged: list[str]) -> None:
    lines(project)
    every = sorted(judged)
    for version, today in (("a", TODAY + datetime.timedelta(1)), ("b", TODAY)):
        judged.clear()
        lines(project, version, today)
        assert sorted(judged) == every


def test_a_record_that_changes_is_judged_alone(project: Project, judged: list[str]) -> None:
    before = lines(project)
    judged.clear()
    project.edit("Cures back pain. ", "", FOUNDING)
    after = lines(project)
    assert judged == [path_of(FOUNDING)]
    assert len(after) < len(before)


def test_what_is_no_verdict_is_judged_again(project: Project, judged: list[str]) -> None:
    before = lines(project)
    kept = [path for path in (project.root / "kept").rglob("*") if path.is_file()]
    every = len(judged)
    for number, path in enumerate(kept):
        store = Store(path.parents[1], path.parent.name)
        entry = store.get(path.name)
        wrong: tuple[object, ...] = (5, [[1]], [[1, 1, "", "grave"]])
        spoilt = [{}, *({**entry, "found": each} for each in wrong)]
        store.put(path.name, spoilt[number % len(spoilt)])
    judged.clear()
    assert lines(project) == before
    assert len(judged) == every


def test_a_verdict_found_hangs_on_every_vocabulary_while_the_process_lives(project: Project, judged: list[str]) -> None:
    """Nobody knows what was asked when it was made."""
    lines(project)
    memory, store = Memory(), Store(project.root / "kept", "a" * 32)
    read_project(project.root, TODAY, memory=memory, kept=store)
    judged.clear()
    CHANGES["a vocabulary"](project)
    read_project(project.root, TODAY, memory=memory, kept=store)
    assert len(judged) > 1
