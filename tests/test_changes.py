"""The day of a record's last change, as git has it."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from stretchguide.changes import last_changed

STRETCH, ROUTINE = "exercises/cat-cow.yml", "exercises/_routines/desk-break.yml"
IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    noon = f"{day}T12:00:00+00:00"
    dated = {**os.environ, "GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
    subprocess.run(["git", *IDENTITY, *arguments], check=True, cwd=folder, env=dated, capture_output=True)


def commit(folder: Path, path: str, text: str, day: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", day, day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A stretch of two commits, a routine of one, and a page that is no record."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    commit(folder, STRETCH, "one", "2026-01-02")
    commit(folder, ROUTINE, "one", "2026-02-03")
    commit(folder, STRETCH, "two", "2026-03-04")
    commit(folder, "docs/about.md", "one", "2026-04-05")
    return folder


def test_a_record_is_as_new_as_its_last_commit(repository: Path) -> None:
    assert last_changed(repository) == {
        STRETCH: datetime.date(2026, 3, 4),
        ROUTINE: datetime.date(2026, 2, 3),
    }


def test_a_change_that_is_not_committed_has_no_day(repository: Path) -> None:
    (repository / STRETCH).write_text("three", "utf-8")
    (repository / "exercises" / "new.yml").write_text("one", "utf-8")
    assert list(last_changed(repository)) == [ROUTINE]


def test_a_project_inside_a_repository_is_dated_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, f"site/{STRETCH}", "one", "2026-01-02")
    commit(tmp_path, STRETCH, "one", "2026-02-03")
    assert last_changed(tmp_path / "site") == {STRETCH: datetime.date(2026, 1, 2)}


def test_a_part_of_the_history_dates_nothing(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    assert (clone / STRETCH).exists()
    assert last_changed(clone) == {}


def test_without_git_there_are_no_days(tmp_path: Path) -> None:
    assert last_changed(tmp_path) == {}
