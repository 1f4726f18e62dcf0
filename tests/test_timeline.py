"""Seconds, by numbers worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import FOUNDING, sample_library
from stretchguide.format.fields import Range
from stretchguide.format.vocabulary import Type
from stretchguide.guides.library import Library
from stretchguide.guides.timeline import (
    Part,
    Plan,
    bout_seconds,
    bouts,
    clock,
    parts,
    repetition_seconds,
    spoken,
    total_seconds,
)

ONE = Range(1, 1)


def kind(id: str, library: Library) -> Type:
    return library.vocabulary.types[id]


@pytest.mark.parametrize(
    ("stretch", "variant", "seconds"),
    [
        (FOUNDING, 0, 10 + 4 * 30 + 3 * 5),  # two sets, two sides
        ("chin-tuck", 0, 10 + 10 * (4 + 5)),  # mobility: each repetition takes 4 s and its hold
        ("roller-upper-back-arch", 0, 10 + 8 * (4 + 5)),
        ("knee-rolls", 0, 10 + 10 * 2 * 3),  # alternating: one to each side is one
        ("cat-cow", 0, 10 + 10 * 3),
        ("doorway-chest", 0, 10 + 2 * 30 + 5),  # both sides at once
        ("wrist-flexor-stretch", 2, 10 + 2 * 30 + 5),  # its variant says 'side: none'
    ],
)
def test_seconds_of_a_stretch(stretch: str, variant: int, seconds: int) -> None:
    assert sample_library().guides[stretch].variants[variant].seconds == seconds


def test_a_span_goes_from_the_least_of_every_range_to_the_most() -> None:
    # 15–30 s, two to three sets, two sides, 5 s between bouts
    assert sample_library().guides[FOUNDING].first.span == Range(10 + 4 * 15 + 3 * 5, 10 + 6 * 30 + 5 * 5)


@pytest.mark.parametrize(
    ("routine", "seconds"),
    [
        ("after-a-run", 10 + 5 * (30 + 5 + 30) + 4 * 10),
        ("desk-break", 10 + 56 + 10 + 56 + 10 + 45 + 10 + 45 + 10 + 35 + 10 + 20),
    ],
)
def test_seconds_of_a_routine(routine: str, seconds: int) -> None:
    assert sample_library().routines[routine].seconds == seconds


def test_pnf_presses_before_each_hold() -> None:
    plan = Plan(kind("pnf", sample_library()), 2, Range(10, 30), None, Range(2, 4), Range(5, 6))
    assert bout_seconds(plan) == 36
    assert total_seconds(parts([plan], sample_library().vocabulary.timing)) == 10 + 4 * 36 + 3 * 5


def test_both_sides_come_in_each_set() -> None:
    plan = Plan(kind("static", sample_library()), 2, Range(20, 20), None, Range(2, 3))
    found = list(bouts(plan, sample_library().vocabulary.timing))
    rest = Part("rest", 5)
    assert found == [
        Part("bout", 20, 1),
        rest,
        Part("bout", 20, 2),
        rest,
        Part("bout", 20, 1),
        rest,
        Part("bout", 20, 2),
    ]


def test_a_rest_stands_between_sets_and_not_between_sides() -> None:
    plan = Plan(kind("static", sample_library()), 2, Range(20, 20), None, Range(2, 3), rest=Range(30, 45))
    found = list(bouts(plan, sample_library().vocabulary.timing))
    assert [part.seconds for part in found] == [20, 5, 20, 45, 20, 5, 20]


def test_a_side_that_has_more_sets_goes_on_alone() -> None:
    static = kind("static", sample_library())
    left = Plan(static, 2, Range(40, 40), None, Range(3, 3))
    plan = Plan(static, 2, Range(20, 20), None, Range(1, 1), left=left)
    found = list(bouts(plan, sample_library().vocabulary.timing))
    assert [(part.seconds, part.side) for part in found if part.kind == "bout"] == [(20, 1), (40, 2), (40, 2), (40, 2)]


def test_a_rest_of_one_side_or_of_both_at_once_stands_between_all() -> None:
    plan = Plan(kind("dynamic", sample_library()), 1, None, Range(5, 10), Range(3, 3), rest=Range(30, 30))
    found = list(bouts(plan, sample_library().vocabulary.timing))
    assert [part.seconds for part in found] == [30, 30, 30, 30, 30]


@pytest.mark.parametrize(
    ("type_id", "hold", "seconds"),
    [("dynamic", 2, 3), ("mobility", 0, 4), ("mobility", 5, 9), ("active-isolated", 2, 5)],
)
def test_seconds_of_a_repetition(type_id: str, hold: int, seconds: int) -> None:
    assert repetition_seconds(kind(type_id, sample_library()), hold) == seconds


def test_a_new_type_says_itself_how_long_a_repetition_takes() -> None:
    written = {"id": "swinging", "name": "Swinging", "mode": "dynamic", "plain": "Swing."}
    assert repetition_seconds(Type.model_validate({**written, "rep_s": 7}), 2) == 7
    assert repetition_seconds(Type.model_validate({**written, "rep_s": 7, "hold_adds": True}), 2) == 9
    with pytest.raises(ValueError, match="a dynamic type needs 'rep_s'"):
        Type.model_validate(written)


@pytest.mark.parametrize(("hold", "seconds"), [(None, 8 * 4), (Range(2, 5), 8 * (4 + 5))])
def test_a_set_of_mobility_is_as_long_as_its_repetitions(hold: Range | None, seconds: int) -> None:
    assert bout_seconds(Plan(kind("mobility", sample_library()), 1, hold, Range(5, 8), ONE)) == seconds


@given(st.lists(st.tuples(st.integers(1, 2), st.integers(1, 60), st.integers(1, 5)), min_size=1, max_size=6))
def test_total_of_any_holds(items: list[tuple[int, int, int]]) -> None:
    library = sample_library()
    plans = [Plan(kind("static", library), sides, Range(1, hold), None, Range(sets, 9)) for sides, hold, sets in items]
    within = sum(sides * sets * hold + (sides * sets - 1) * 5 for sides, hold, sets in items)
    assert total_seconds(parts(plans, library.vocabulary.timing)) == 10 + within + (len(items) - 1) * 10


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (45, "45 s"), (60, "1 min"), (145, "2 min 25 s"), (3600, "60 min")]
)
def test_clock(seconds: int, words: str) -> None:
    assert clock(seconds) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Range(15, 30), "15–30 seconds"),
        (Range(30, 30), "30 seconds"),
        (ONE, "1 second"),
        (Range(60, 60), "1 minute"),
        (Range(60, 120), "1–2 minutes"),
        (Range(30, 60), "30–60 seconds"),
    ],
)
def test_spoken(span: Range, words: str) -> None:
    assert spoken(span) == words


def test_where_sides_take_turns_one_to_each_side_is_one_repetition() -> None:
    once = Plan(kind("dynamic", sample_library()), 1, None, Range(8, 10), ONE)
    in_turn = replace(once, is_alternating=True)
    assert bout_seconds(in_turn) == 2 * bout_seconds(once)
