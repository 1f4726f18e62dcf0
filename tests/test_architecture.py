"""The arrows between the folders of the code point one way; the contracts stand in pyproject.toml.

What a contract cannot say is asked here. Each contract is proven by an import that breaks it.
"""

from __future__ import annotations

import ast
import shutil
import sys
from functools import cache
from pathlib import Path

import grimp
import pytest

from project_copy import ROOT, Ended, run_python

CORE = ROOT / "hooks" / "stretchguide"
RUN = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def judged(folder: Path) -> Ended:
    return run_python(folder, "-c", RUN, PYTHONPATH=str(folder / "hooks"))


def test_every_contract_is_kept() -> None:
    done = judged(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "imports", "contract"),
    [
        ("guides/library", "import mkdocs.structure.pages", "Only the hook knows MkDocs and Python-Markdown"),
        ("format/prose", "import markdown", "Only the hook knows MkDocs and Python-Markdown"),
        ("format/prose", "from stretchguide.guides import timeline", "Nothing looks up"),
        ("figure/body/limbs", "from stretchguide.figure.things import setting", "In the engine nothing looks up"),
        ("figure/words/pose", "from stretchguide.format import records", "The engine knows nothing of records"),
        ("rules/rule", "from stretchguide.rules import judge", "No folder of the house stands on itself"),
        ("project", "from stretchguide.rules import poses", "Rules are run by their judge alone"),
    ],
)
def test_an_arrow_the_wrong_way_is_red(module: str, imports: str, contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "pyproject.toml", tmp_path)
    spoilt = tmp_path / "hooks" / "stretchguide" / f"{module}.py"
    spoilt.write_text(spoilt.read_text("utf-8") + f"\n\n{imports}\n", "utf-8")
    done = judged(tmp_path)
    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout


def test_the_engine_needs_nothing_but_the_standard_library_and_numpy() -> None:
    graph = grimp.build_graph("stretchguide", include_external_packages=True, cache_dir=None)
    inside = graph.find_descendants("stretchguide.figure")
    needed = {each for module in inside for each in graph.find_modules_directly_imported_by(module)}
    assert {each for each in needed if not each.startswith("stretchguide.")} <= sys.stdlib_module_names | {"numpy"}


def test_every_folder_says_what_it_is() -> None:
    folders = {path.parent for path in CORE.rglob("*.py")}
    silent = [folder.name for folder in folders if not (folder / "__init__.py").is_file()]
    assert silent == []
    assert [folder.name for folder in folders if '"""' not in (folder / "__init__.py").read_text("utf-8")] == []


@cache
def nodes() -> list[tuple[str, ast.AST]]:
    """Every node of the code, with its module."""
    paths = sorted(CORE.rglob("*.py"))
    return [
        (path.relative_to(CORE).as_posix(), node)
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]


def test_no_two_classes_share_a_name() -> None:
    """A leading underscore makes no other word of it."""
    found: dict[str, list[str]] = {}
    for path, node in nodes():
        if isinstance(node, ast.ClassDef):
            found.setdefault(node.name.lstrip("_"), []).append(path)
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def test_no_function_is_longer_than_a_page_shows() -> None:
    """Its docstring is not counted."""
    found = [
        (path, node.name)
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - start_of(node) >= MOST_LINES
    ]
    assert found == []


MOST_LINES = 40


def start_of(function: ast.FunctionDef) -> int:
    """The line where a function would begin if it had no docstring."""
    told = function.body[0]
    lines = (told.end_lineno or 0) - told.lineno + 1 if ast.get_docstring(function) is not None else 0
    return function.lineno + lines
