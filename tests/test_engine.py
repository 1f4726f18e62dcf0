"""The version of the engine: it is another one as soon as anything that makes a picture is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from project_copy import ROOT, run_python
from stretchguide.gallery import engine

LOADED = f"""
import sys, {engine.MAKER}
print(*(module.__file__ for name, module in sys.modules.items() if name.partition(".")[0] == "stretchguide"))
"""


def names(hooks: Path = engine.HOOKS) -> set[str]:
    return {path.relative_to(hooks).as_posix() for path in engine.sources(hooks)}


def test_the_sources_are_all_that_is_loaded_for_a_picture() -> None:
    done = run_python(ROOT, "-c", LOADED, PYTHONPATH=str(engine.HOOKS))
    assert done.returncode == 0, done.stderr
    loaded = {Path(file).relative_to(engine.HOOKS).as_posix() for file in done.stdout.split()}
    assert names() == loaded


@pytest.mark.parametrize(
    "source", ["figure/sentence/describe", "figure/shapes/pen", "format/problems", "gallery/artist", "gallery/telling"]
)
def test_what_makes_a_picture_makes_another_engine(source: str, tmp_path: Path) -> None:
    assert f"stretchguide/{source}.py" in names()
    assert version_of(tmp_path) != version_of(tmp_path, f"stretchguide/{source}.py")


@pytest.mark.parametrize("source", ["pages/writer", "format/records", "rules/poses", "gallery/store"])
def test_what_only_handles_pictures_makes_no_other_engine(source: str, tmp_path: Path) -> None:
    assert version_of(tmp_path) == version_of(tmp_path, f"stretchguide/{source}.py")


def test_another_body_makes_another_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = engine.version()
    (tmp_path / "lock").write_text("another==1")
    monkeypatch.setattr(engine, "LOCK", tmp_path / "lock")
    assert engine.version() != before


def version_of(folder: Path, changed: str = "") -> str:
    """The version that a copy of the code has, after a file of it was changed."""
    hooks = folder / (changed.replace("/", "-") or "as-it-is")
    shutil.copytree(engine.HOOKS, hooks, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(engine.LOCK, folder)
    if changed:
        with (hooks / changed).open("a", encoding="utf-8") as file:
            file.write("\n")
    program = "from stretchguide.gallery import engine; print(engine.version())"
    return run_python(folder, "-c", program, PYTHONPATH=str(hooks)).stdout.strip()
