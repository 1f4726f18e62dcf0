"""Problems as lines of text and as annotations: one line each, whatever somebody's file holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchguide.format.problems import (
    FilePlace,
    Problem,
    ProblemLevel,
    as_annotation,
    guess,
    has_errors,
    printable,
    quoted,
)


def test_a_line() -> None:
    problem = Problem(FilePlace("exercises/a.yml", 3, 7), "title is empty; write it", ProblemLevel.WARNING)
    assert str(problem) == "exercises/a.yml:3:7: warning: title is empty; write it"


def test_an_annotation() -> None:
    problem = Problem(FilePlace("exercises/a,b:c%.yml", 3, 7), "50 %: too\nlong, see a:b")
    assert as_annotation(problem) == (
        "::error file=exercises/a%2Cb%3Ac%25.yml,line=3,col=7::50 %25: too\\nlong, see a:b"
    )


@given(st.text(), st.text())
def test_always_one_printable_line(path: str, message: str) -> None:
    problem = Problem(FilePlace(path), message)
    for line in (str(problem), as_annotation(problem)):
        assert printable(line) == line
        assert line.isprintable() or not set("\n\r\x1b\u202e\x00") & set(line)


def test_names_of_files_that_no_encoding_knows_can_be_printed() -> None:
    problem = Problem(FilePlace("exercises/\udcff\x1b[31m.yml"), "is not named <id>.yml")
    assert as_annotation(problem).encode("utf-8").startswith(b"::error file=exercises/\\udcff\\x1b[31m.yml,")
    assert str(problem).encode("utf-8").startswith(b"exercises/\\udcff\\x1b[31m.yml:1:1")


def test_quoted_values_are_short() -> None:
    assert quoted("a" * 60) == f"'{'a' * 60}'"
    assert quoted("a" * 61) == f"'{'a' * 57}...'"
    assert quoted("a\nb\u202e") == "'a\\nb\\u202e'"
    assert quoted(5) == "'5'"


@pytest.mark.parametrize(
    ("word", "choices", "end"),
    [
        ("upper-trapezus", ["upper-trapezius", "scalenes"], "; did you mean 'upper-trapezius'?"),
        ("xyzzy", ["upper-trapezius"], ""),
        ("x", [], ""),
        ("a" * 100_000, ["upper-trapezius"], ""),
    ],
)
def test_guess(word: str, choices: list[str], end: str) -> None:
    assert guess(word, choices) == end


def test_problems_are_sorted_by_file_then_line_then_column() -> None:
    places = [FilePlace("b", 1), FilePlace("a", 10), FilePlace("a", 9, 2), FilePlace("a", 9, 1)]
    assert sorted(places) == [FilePlace("a", 9, 1), FilePlace("a", 9, 2), FilePlace("a", 10), FilePlace("b", 1)]


def test_only_errors_stop_a_build() -> None:
    assert not has_errors([Problem(FilePlace("a"), "b", ProblemLevel.WARNING)])
    assert has_errors([Problem(FilePlace("a"), "b", ProblemLevel.WARNING), Problem(FilePlace("a"), "b")])
