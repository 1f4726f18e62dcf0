"""What is remembered from one reading to the next, and what is made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from project_copy import replace_once
from records import copy_sample_project
from stretchguide import project
from stretchguide.format import source
from stretchguide.format.memory import Memory
from stretchguide.pages.page import Page, Texts
from stretchguide.project import read_project


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

    monkeypatch.setattr(project, "read", note)

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
