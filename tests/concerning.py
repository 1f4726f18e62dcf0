"""Runs the tests that concern a module, without those that need a built site or a browser: `dev.py test --for FILE`."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOOKS, TESTS = ROOT / "hooks", ROOT / "tests"

Imports = Mapping[str, frozenset[str]]
"""What each module imports, by its name: modules and what stands in them."""


def name_of(path: Path, root: Path) -> str:
    """The name by which a file, or a folder of modules, is imported."""
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


@cache
def imports_of(root: Path) -> Imports:
    paths = (path for path in root.rglob("*.py") if "bench" not in path.parts)
    return {name_of(path, root): frozenset(_imported(ast.parse(path.read_bytes()))) for path in paths}


def _imported(tree: ast.AST) -> Iterable[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def importing(wanted: frozenset[str], imports: Imports) -> frozenset[str]:
    return frozenset(name for name, found in imports.items() if found & wanted)


def concerned(wanted: frozenset[str], hooks: Imports, tests: Imports) -> list[str]:
    """The test modules that import one of the modules, themselves or by a helper.

    Where no test does, those of the modules that import them.
    """
    reached = wanted
    while more := importing(reached, tests) - reached:
        reached |= more
    found = sorted(name for name in reached if name.rpartition(".")[2].startswith("test_"))
    above = importing(wanted, hooks) - wanted
    return found if found or not above else concerned(wanted | above, hooks, tests)


def modules_for(path: Path) -> list[str]:
    """The files to test for a module of the code or of the tests, or for a folder of modules."""
    if path.is_relative_to(TESTS):
        wanted = frozenset({name_of(path, TESTS)})
    else:
        files = path.rglob("*.py") if path.is_dir() else [path]
        wanted = frozenset(name_of(each, HOOKS) for each in files)
    found = concerned(wanted, imports_of(HOOKS), imports_of(TESTS))
    return [f"tests/{name.replace('.', '/')}.py" for name in found]


def main(file: str, *options: str) -> int:
    path = Path(file).resolve()
    if not path.exists() or not (path.is_relative_to(HOOKS) or path.is_relative_to(TESTS)):
        print(f"{file} is no module or folder of hooks/ or tests/", file=sys.stderr)
        return 2
    found = modules_for(path)
    print(f"{len(found)} test modules:", *found, flush=True)
    return pytest.main(["-m", "not built", *options, *found]) if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
