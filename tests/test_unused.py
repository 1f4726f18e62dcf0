"""The code of the guide has nothing that only tests use, and what is found is said with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

from records import ROOT, copy_sample_project
from unused import unused


def test_nothing_is_there_that_nobody_uses() -> None:
    assert unused(ROOT) == []


def test_what_neither_code_nor_a_template_names_is_found(tmp_path: Path) -> None:
    project = copy_sample_project(tmp_path / "project")
    shutil.copy2(ROOT / "pyproject.toml", project)
    module = project / "hooks" / "stretchguide" / "format" / "prose.py"
    lines = len(module.read_text("utf-8").splitlines())
    with module.open("a", encoding="utf-8") as file:
        file.write("\n\ndef only_a_test_calls_this() -> None: ...\n")
    place = Path("hooks", "stretchguide", "format", "prose.py")
    assert unused(project) == [f"{place}:{lines + 3}: unused function 'only_a_test_calls_this' (60% confidence)"]
    (project / "overrides" / "pages" / "new.md").write_text("{{ guide.only_a_test_calls_this() }}", "utf-8")
    assert unused(project) == []
