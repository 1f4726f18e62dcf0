"""Right and left are swapped, and swapped back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import sample_library
from stretchguide.format.sides import NOT_A_SIDE, mirrored, names_side

WORDS = st.sampled_from(
    ["right", "Right", "RIGHT", "left", "Left", "LEFT", "bright", "leftover", "knee", "-", ".", "é"]
)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Right hand to the left knee.", "Left hand to the right knee."),
        ("RIGHT, left; right-hand side.", "LEFT, right; left-hand side."),
        ("Sit upright and bright.", "Sit upright and bright."),
        ("Hold the chair.", "Hold the chair."),
        ("", ""),
    ],
)
def test_mirrored(text: str, other: str) -> None:
    assert mirrored(text) == other
    assert mirrored(other) == text


@given(st.lists(WORDS).map(" ".join))
def test_mirrored_twice_is_the_same(text: str) -> None:
    assert mirrored(mirrored(text)) == text
    assert names_side(text) == names_side(mirrored(text)) == (mirrored(text) != text)


@given(st.text(alphabet=st.sampled_from("rRiIıİgGhHtTlLeEfF ﬁſ."), max_size=30) | st.text())
def test_any_text_can_be_mirrored(text: str) -> None:
    assert mirrored(mirrored(text)).lower() == text.lower()


@pytest.mark.parametrize("text", ["rıght", "rİght", "RİGHT"])
def test_letters_that_only_look_alike(text: str) -> None:
    assert mirrored(text) == text
    assert not names_side(text)


@pytest.mark.parametrize(
    "text", ["at a right angle", "right-angled", "Right away", "all right", "what is left", "left over"]
)
def test_phrases_that_name_no_side(text: str) -> None:
    assert NOT_A_SIDE.search(text)


@pytest.mark.parametrize("text", ["your right ankle", "to the left", "right foot, left knee", "on your left"])
def test_phrases_that_name_a_side(text: str) -> None:
    assert not NOT_A_SIDE.search(text)
    assert names_side(text)


def test_every_step_of_every_record_can_be_mirrored() -> None:
    library = sample_library()
    steps = [step for guide in library.guides.values() for each in guide.record.variants for step in each.steps]
    for step in steps:
        assert mirrored(mirrored(step.text)) == step.text
        assert names_side(step.text) == (mirrored(step.text) != step.text)
