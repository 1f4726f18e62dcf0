"""What is remembered from one reading to the next, and what is made anew."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from project_copy import replace_once
from properties import tried
from records import SAMPLE, TODAY, Project, copy_sample_project, path_of
from stretchguide import project as project_module
from stretchguide.format import source, vocabulary_files
from stretchguide.format.drafts import Draft, draft
from stretchguide.format.fields import Known
from stretchguide.format.memory import Memory
from stretchguide.format.problems import Problem
from stretchguide.format.records import Exercise
from stretchguide.format.vocabulary import Vocabulary
from stretchguide.pages.page import Page, Texts
from stretchguide.project import read_project
from stretchguide.rules import judge


def test_the_same_things_make_the_same_result_once() -> None:
    memory, made = Memory(), []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [memory.recall("a", (things,), make) for things in ("x", "x", "y", "y", "x")] == [1, 1, 2, 2, 3]
    assert memory.recall("b", ("x",), make) == 4


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_sample_project(tmp_path / "project")


def test_a_remembered_reading_says_what_a_fresh_one_says(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    read_project(root, memory=memory)
    read: list[str] = []

    def note(path: str, content: bytes) -> source.Document:
        read.append(path)
        return source.read(path, content)

    monkeypatch.setattr(project_module, "read", note)

    changes = (
        ("exercises/cat-cow.yml", "title: ", "titel: "),
        ("exercises/cat-cow.yml", "titel: ", "title: "),
        ("exercises/_vocabulary/muscles.yml", "- {id: ", "- {id: x-"),
    )
    for path, old, new in changes:
        replace_once(root / path, old, new)
        read.clear()
        again = read_project(root, memory=memory)
        assert read == [path]
        fresh = read_project(root)
        assert (again.problems, again.files, again.library) == (fresh.problems, fresh.files, fresh.library)


VOCABULARY = sorted(path.stem for path in (SAMPLE / "exercises" / "_vocabulary").glob("*.yml"))


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Memory]:
    """For a property, which writes the same files again and again, and remembers all that it has seen."""
    return Project.copied(tmp_path_factory.mktemp("edited")), Memory()


@settings(tried(15), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_whatever_changes_in_a_vocabulary_what_is_remembered_is_what_is_said(
    edited: tuple[Project, Memory], draw: st.DataObject
) -> None:
    project, memory = edited
    topic = f"_vocabulary/{draw.draw(st.sampled_from(VOCABULARY))}"
    before = project.text(topic)
    lines = before.splitlines(keepends=True)
    at = draw.draw(st.integers(0, len(lines) - 1))
    match draw.draw(st.sampled_from(["delete", "move", "word", "id"])):
        case "delete":
            del lines[at]
        case "move":
            lines.append(lines.pop(at))
        case "word":
            lines[at] = lines[at].replace(" the ", " your ")
        case _:
            lines[at] = lines[at].replace("id: ", "id: x-")
    try:
        project.write("".join(lines), topic)
        again = read_project(project.root, TODAY, thorough=True, memory=memory)
    finally:
        project.write(before, topic)
    back = read_project(project.root, TODAY, thorough=True, memory=memory)
    project.write("".join(lines), topic)
    fresh = read_project(project.root, TODAY, thorough=True)
    project.write(before, topic)
    assert (again.problems, again.library) == (fresh.problems, fresh.library)
    assert back.problems == ()


def test_an_entry_is_judged_again_with_the_records_that_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, memory = Project.copied(tmp_path), Memory()
    read_project(project.root, TODAY, memory=memory)
    judged: list[str] = []
    judge_record = judge.judge_record

    def noted(draft: Draft[Exercise], vocabulary: Vocabulary, today: datetime.date) -> Iterator[Problem]:
        judged.append(draft.document.path)
        return judge_record(draft, vocabulary, today)

    monkeypatch.setattr(judge, "judge_record", noted)
    project.edit("plain: Tiny muscles", "plain: Very small muscles", "_vocabulary/muscles")
    assert read_project(project.root, TODAY, memory=memory).problems == ()
    every = {path_of(path.stem): path.read_text("utf-8") for path in project.folder.glob("*.yml")}
    assert set(judged) <= {path for path, text in every.items() if "thoracic-rotators" in text}
    assert judged


def drafts_noted(monkeypatch: pytest.MonkeyPatch, module: Any) -> list[str]:
    """The paths of what this module drafts from now on, a list that grows."""
    drafted: list[str] = []

    def noted(document: source.Document, kind: Any, known: Known) -> Draft[Any]:
        drafted.append(document.path)
        return draft(document, kind, known)

    monkeypatch.setattr(module, "draft", noted)
    return drafted


def test_a_new_entry_and_a_new_record_leave_what_was_said_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, memory = Project.copied(tmp_path), Memory()
    read_project(project.root, TODAY, memory=memory)
    drafted = drafts_noted(monkeypatch, project_module)
    entry = "- {id: zz-new, name: Zznew, latin: Novus, kind: muscle, areas: [neck], plain: A thing., does: It pulls.}"
    project.write(f"{project.text('_vocabulary/muscles').rstrip()}\n{entry}\n", "_vocabulary/muscles")
    [problem] = read_project(project.root, TODAY, memory=memory).problems
    assert "'zz-new' has no shape on figures" in problem.message
    assert drafted == []
    project.copy("cat-cow", "another-cow")
    read_project(project.root, TODAY, memory=memory)
    assert drafted == [path_of("another-cow")]


def test_vocabularies_are_read_and_judged_again_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, memory = Project.copied(tmp_path), Memory()
    read_project(project.root, TODAY, memory=memory)
    drafted = drafts_noted(monkeypatch, vocabulary_files)
    project.edit("tagline: ", "tagline: Now ")
    read_project(project.root, TODAY, memory=memory)
    assert drafted == []
    project.edit("plain: Tiny muscles", "plain: Tiny muscles that cure pain", "_vocabulary/muscles")
    [problem] = read_project(project.root, TODAY, memory=memory).problems
    assert "is a claim that no stretch may make" in problem.message
    assert drafted == [path_of("_vocabulary/muscles")]


def test_a_text_is_written_when_it_is_asked_for_and_once() -> None:
    written: list[str] = []

    def write(text: str) -> str:
        written.append(text)
        return text

    texts = Texts({"a": lambda: write("one"), "b": lambda: write("two")})
    page = Page("index.md", lambda: write("page"))
    assert list(texts) == ["a", "b"]
    assert len(texts) == 2
    assert "a" in texts
    assert "c" not in texts
    assert written == []
    assert [texts["b"], texts["b"], page.text, page.text] == ["two", "two", "page", "page"]
    assert written == ["two", "page"]
    with pytest.raises(KeyError):
        texts["c"]
