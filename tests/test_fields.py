"""The kinds of value: durations, counts, ids, sided muscles."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from stretchguide.format.doses import COUNT_PATTERN, DURATION_PATTERN, PERCENT_PATTERN, right_form
from stretchguide.format.fields import (
    Day,
    Felt,
    FeltMuscle,
    Known,
    MuscleId,
    OwnSideId,
    Range,
    Slug,
    count,
    duration,
    percent,
)
from stretchguide.format.nearest import Names, hint

KNOWN: Known = {"muscles": dict.fromkeys(("soleus", "gastrocnemius"), ()), "sides": {"felt": ()}}
JSON = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12)
ANYTHING = st.recursive(JSON, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner))


def read(kind: Any, value: object, known: Known = KNOWN) -> Any:
    return TypeAdapter(kind).validate_python(value, context=known)


def refusal(kind: Callable[[Any], Range], value: object) -> str:
    """Why a value is refused; nothing when it is read."""
    try:
        kind(value)
    except PydanticCustomError as error:
        return error.message()
    return ""


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("30 s", 30, 30),
        ("15-30 s", 15, 30),
        ("1 min", 60, 60),
        ("1-2 min", 60, 120),
        ("1 min 30 s", 90, 90),
        ("45 s-1 min 30 s", 45, 90),
        ("0 s", 0, 0),
    ],
)
def test_durations(text: str, least: int, most: int) -> None:
    assert duration(text) == Range(least, most)


@pytest.mark.parametrize(
    "value",
    ["30", 30, "30s", "s", "", "30 sec", "1:30", "-5 s", "30 - 40 s", "30 s\n", "٣٠ s ", None, True, [30], "30-15 s"],
)
def test_no_durations(value: object) -> None:
    with pytest.raises(PydanticCustomError):
        duration(value)


@pytest.mark.parametrize(("value", "least", "most"), [(8, 8, 8), ("8", 8, 8), ("8-10", 8, 10), ("1-1", 1, 1)])
def test_counts(value: object, least: int, most: int) -> None:
    assert count(value) == Range(least, most)


@pytest.mark.parametrize("value", [0, "0", -1, 2.5, "8 - 10", "10-8", "eight", True, None, [], 1000, "8\n"])
def test_no_counts(value: object) -> None:
    with pytest.raises(PydanticCustomError):
        count(value)


def test_percent() -> None:
    assert percent("20-50 %") == Range(20, 50)
    for wrong in ("20-50", 20, "20%", None):
        with pytest.raises(PydanticCustomError):
            percent(wrong)


@given(ANYTHING)
def test_any_value_is_read_or_refused(value: Any) -> None:
    for kind in (duration, count, percent):
        assert "\n" not in refusal(kind, value)


@given(st.from_regex(re.compile(DURATION_PATTERN, re.ASCII), fullmatch=True))
def test_every_duration_of_the_pattern(text: str) -> None:
    """Editors accept what the pattern accepts, so the check must agree, but for the order of the numbers."""
    refused = refusal(duration, text)
    assert not refused or "runs backwards" in refused


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_ranges_of_seconds(first: int, second: int) -> None:
    least, most = sorted((first, second))
    assert duration(f"{least}-{most} s") == Range(least, most)


@pytest.mark.parametrize("pattern", [DURATION_PATTERN, COUNT_PATTERN, PERCENT_PATTERN])
def test_patterns_take_the_whole_text(pattern: str) -> None:
    assert pattern.startswith("^")
    assert pattern.endswith("$")


def test_ids() -> None:
    assert read(MuscleId, "soleus") == "soleus"
    with pytest.raises(ValidationError, match="did you mean 'soleus'"):
        read(MuscleId, "solus")
    assert read(OwnSideId, "none") == "none"
    with pytest.raises(ValidationError, match="unknown side rule"):
        read(OwnSideId, "limb")


def test_ids_of_a_topic_that_could_not_be_read_are_taken_as_they_are() -> None:
    assert read(MuscleId, "anything", {}) == "anything"


@pytest.mark.parametrize("text", ["a", "a-b", "a1-2b", "seated"])
def test_slugs(text: str) -> None:
    assert read(Slug, text) == text


@pytest.mark.parametrize("text", ["", "A", "1a", "-a", "a-", "a--b", "a_b", "a.b", "a/b", "..", "a b", "é", "a\n"])
def test_no_slugs(text: str) -> None:
    with pytest.raises(ValidationError):
        read(Slug, text)


def test_felt_muscles() -> None:
    assert read(FeltMuscle, "soleus") == Felt("soleus")
    assert read(FeltMuscle, "right soleus") == Felt("soleus", "right")
    for wrong in ("upper soleus", "right  soleus", "right", 5, None):
        with pytest.raises(ValidationError):
            read(FeltMuscle, wrong)


@pytest.mark.parametrize(
    "value", [0, 86400, 20260101, True, "0", "1e5", "2026-1-1", "2026-01-01T00:00", "2026-02-30", None]
)
def test_no_days(value: object) -> None:
    with pytest.raises(ValidationError):
        read(Day, value)


def test_a_day() -> None:
    assert str(read(Day, "2026-01-31")) == "2026-01-31"


@pytest.mark.parametrize(
    ("text", "pattern", "remedy"),
    [
        ("30s", DURATION_PATTERN, "write '30 s'"),
        ("30 sec", DURATION_PATTERN, "write '30 s'"),
        ("30 s/side", DURATION_PATTERN, "write '30 s'"),
        ("about 20 to 30 seconds each side", DURATION_PATTERN, "write '20-30 s'"),
        ("15–30 s", DURATION_PATTERN, "write '15-30 s'"),
        ("1 – 2 minutes", DURATION_PATTERN, "write '1-2 min'"),
        ('30"', DURATION_PATTERN, "write '30 s'"),
        ("3 x 30 s", DURATION_PATTERN, "write 'sets: 3' and 'hold: 30 s', each as a key of the dose"),
        ("3×30 sec per leg", COUNT_PATTERN, "write 'sets: 3' and 'hold: 30 s', each as a key of the dose"),
        ("2x10", COUNT_PATTERN, "write 'sets: 2' and 'reps: 10', each as a key of the dose"),
        ("2 sets of 8–10 reps", COUNT_PATTERN, "write 'sets: 2' and 'reps: 8-10', each as a key of the dose"),
        ("6–10", COUNT_PATTERN, "write '6-10'"),
        ("10 reps", COUNT_PATTERN, "write '10'"),
        ("50%", PERCENT_PATTERN, "write '50 %'"),
        *[
            (text, DURATION_PATTERN, "write 'sets: 3' and 'hold: 20 s', each as a key of the dose")
            for text in (
                *("20s x3", "20sx3", "20 s x 3", "20s × 3 per side", "20 sec, 3x", "20 s 3 times", "20 s for 3 rounds"),
                *("3 times 20 s", "3x20 s", "three rounds of twenty seconds", "20 Sekunden x3", "Hold 20 s, 3 sets"),
            )
        ],
        *[
            (text, DURATION_PATTERN, "write '20 s'")
            for text in ("20 Sekunden", "twenty seconds", "20 segundos", "20''")
        ],
        *[
            (text, DURATION_PATTERN, "write '1 min 30 s'")
            for text in ("1m30s", "1 min and 30 sec", "1:30", "1.5 min", "1,5 Minuten", "1½ minutes", "1 min 30")
        ],
        ("half a minute", DURATION_PATTERN, "write '30 s'"),
        ("a minute", DURATION_PATTERN, "write '1 min'"),
        ("Forty-five to sixty seconds", DURATION_PATTERN, "write '45-60 s'"),
        ("1 min 3 times", DURATION_PATTERN, "write 'sets: 3' and 'hold: 1 min', each as a key of the dose"),
        ("10 reps", DURATION_PATTERN, "write 'reps: 10', as a key of the dose"),
        ("20 s", COUNT_PATTERN, "write 'hold: 20 s', as a key of the dose"),
        ("twice", COUNT_PATTERN, "write '2'"),
        ("30", DURATION_PATTERN, "say of what: write '30 s' or '30 min'"),
        ("20 – 30", DURATION_PATTERN, "say of what: write '20-30 s' or '20-30 min'"),
        ("3-5 slow breaths", DURATION_PATTERN, "count it in seconds, like '15-30 s'"),
        ("a while", DURATION_PATTERN, None),
        ("2x", DURATION_PATTERN, "write 'reps: 2' or 'sets: 2', as a key of the dose"),
    ],
)
def test_a_dose_as_people_write_it_gets_its_right_form(text: str, pattern: str, remedy: str | None) -> None:
    assert right_form(text, pattern) == remedy


NEAR: dict[str, Names] = {
    "standing-quad": ("Standing Quad Stretch",),
    "standing-calf": ("Standing Calf Stretch", "runner's calf"),
    "childs-pose": ("Child's Pose", "prayer pose"),
    **{f"other-{letter}": () for letter in "abcdefghijk"},
}


@pytest.mark.parametrize(
    ("id", "end"),
    [
        ("prayer-pose", "; did you mean 'childs-pose'?"),
        ("Childs Pose", "; did you mean 'childs-pose'?"),
        ("childspose", "; did you mean 'childs-pose'?"),
        ("standing-quat", "; did you mean 'standing-quad'?"),
        ("quad", "; did you mean 'standing-quad'?"),
        ("side-lying-quad", ""),
        ("side-quad-standing", "; there is 'standing-quad'"),
        ("runner", "; there is 'standing-calf'"),
        ("standing", "; there are 'standing-quad' and 'standing-calf'"),
        ("bridge", ""),
        ("", ""),
    ],
)
def test_an_id_is_guessed_by_what_it_means(id: str, end: str) -> None:
    assert hint(id, NEAR) == end


def test_numbers_are_no_slip_and_few_ids_are_listed_whole() -> None:
    weeks: dict[str, Names] = {"2-3-week": (), "5-7-week": (), "daily": ("Every day",)}
    assert hint("2-4-week", weeks) == "; write '2-3-week', '5-7-week' or 'daily'"
    assert hint("every day", weeks) == "; did you mean 'daily'?"
    assert hint("often", weeks) == "; write '2-3-week', '5-7-week' or 'daily'"
