"""Which tests run for a change of one module."""

from __future__ import annotations

from pathlib import Path

from concerning import ROOT, concerned, modules_for

HOOKS = {"a": frozenset[str](), "b": frozenset({"a"}), "c": frozenset({"b"})}
TESTS = {
    "test_b": frozenset({"b"}),
    "helper": frozenset({"b.Thing", "c"}),
    "test_help": frozenset({"helper"}),
    "test_other": frozenset({"os"}),
}


def test_tests_that_import_a_module_themselves_or_by_a_helper() -> None:
    assert concerned(frozenset({"c"}), HOOKS, TESTS) == ["test_help"]
    assert concerned(frozenset({"helper"}), HOOKS, TESTS) == ["test_help"]


def test_a_module_that_no_test_imports_is_tested_by_what_uses_it() -> None:
    assert concerned(frozenset({"a"}), HOOKS, TESTS) == ["test_b"]


def test_a_module_of_tests_is_tested_by_itself() -> None:
    assert modules_for(Path(__file__)) == ["tests/test_concerning.py"]


def test_the_real_modules_have_tests() -> None:
    assert "tests/test_rules.py" in modules_for(ROOT / "hooks/stretchguide/rules/judge.py")
    assert "tests/test_figure_untangling.py" in modules_for(ROOT / "hooks/stretchguide/figure/solver")
