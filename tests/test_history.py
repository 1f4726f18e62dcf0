"""The day of a page is that of the last commit of its record, or none."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from stretchguide.history.changes import days_of_change

WHO = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A"}


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    when = day if day.startswith("@") else f"{day}T12:00:00+0000"
    more = {
        **WHO,
        "GIT_COMMITTER_EMAIL": "a@example.org",
        "GIT_AUTHOR_DATE": "2020-01-01T12:00:00+0000",
        "GIT_COMMITTER_DATE": when,
    }
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, **more}, capture_output=True)


def commit(folder: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        path = folder / "exercises" / f"{name.replace('_', ' ')}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "A change\n\nexercises/none.yml", day=day)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    git(folder, "init")
    commit(folder, "2026-01-05", old="1", both="1", odd_näme="1")
    commit(folder, "2026-02-06", both="2", young="1")
    return folder


def test_the_last_commit_of_each_file_counts(project: Path) -> None:
    assert days_of_change(project, "exercises") == {
        "exercises/old.yml": datetime.date.fromisoformat("2026-01-05"),
        "exercises/odd näme.yml": datetime.date.fromisoformat("2026-01-05"),
        "exercises/both.yml": datetime.date.fromisoformat("2026-02-06"),
        "exercises/young.yml": datetime.date.fromisoformat("2026-02-06"),
    }


def test_only_the_folders_that_are_named(project: Path) -> None:
    assert days_of_change(project, "docs") == {}


def test_what_is_not_committed_has_no_day(project: Path) -> None:
    (project / "exercises" / "old.yml").write_text("2", "utf-8")
    (project / "exercises" / "new.yml").write_text("1", "utf-8")
    days = days_of_change(project, "exercises")
    assert "exercises/old.yml" not in days
    assert "exercises/new.yml" not in days
    assert "exercises/both.yml" in days


def test_a_project_in_a_folder_of_its_repository(project: Path) -> None:
    inner = project / "inner"
    (inner / "exercises").mkdir(parents=True)
    (inner / "exercises" / "a.yml").write_text("1", "utf-8")
    commit(project, "2026-03-07")
    assert days_of_change(inner, "exercises") == {"exercises/a.yml": datetime.date.fromisoformat("2026-03-07")}


def test_a_shallow_clone_has_no_days(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", project.as_uri(), "shallow")
    assert days_of_change(tmp_path / "shallow", "exercises") == {}


def test_without_a_repository_there_are_no_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert days_of_change(tmp_path, "exercises") == {}


def test_without_git_there_are_no_days(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert days_of_change(project, "exercises") == {}


@pytest.mark.parametrize("wrong", ["@253402300800 +0000", "2099-01-01", "1975-01-01"])
def test_a_commit_whose_clock_was_wrong_gives_no_day(project: Path, wrong: str) -> None:
    commit(project, wrong, young="2")
    days = days_of_change(project, "exercises")
    assert "exercises/young.yml" not in days
    assert days["exercises/old.yml"] == datetime.date(2026, 1, 5)
