"""The reading grade: syllables against a count by ear, the formula against a sum by hand."""

from __future__ import annotations

import pytest
import yaml

from records import DATA
from stretchguide.format.readability import grade, hardest, is_sentence, sentences, syllables, weigh, words

BY_EAR: dict[str, dict[str, int]] = yaml.safe_load((DATA / "syllables.yml").read_text("utf-8"))


def errors(name: str) -> dict[str, int]:
    return {word: syllables(word) - count for word, count in BY_EAR[name].items() if syllables(word) != count}


def test_syllables_of_common_words() -> None:
    assert len(BY_EAR["common"]) == 60
    assert errors("common") == {}


def test_syllables_of_rarer_words() -> None:
    """What the docstring of ``syllables`` says of its error."""
    assert len(BY_EAR["rarer"]) == 60
    assert errors("rarer") == {"trapezius": -1}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("able", 2),  # the last letters sound
        ("ranges", 2),
        ("reaches", 2),
        ("seated", 2),
        ("wobbles", 2),
        ("whole", 1),  # and here they do not
        ("eyes", 1),
        ("raised", 1),
        ("hip-width", 2),
        ("rolled-up", 2),
        ("don't", 1),
        ("Breathe", 1),
        ("90", 1),
        ("s", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sit tall. Breathe out!", ["Sit tall.", "Breathe out!"]),
        ("Is it stiff? 🙂 Go slowly", ["Is it stiff?", "🙂 Go slowly"]),
        ('Say "ah." Then rest.', ['Say "ah.', "Then rest."]),
        ("Hold 1.5 turns.", ["Hold 1.5 turns."]),
        ("🙂", []),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Sit tall.", True), ("Sit tall. 🙂", True), ('"Sit tall!"', True), ("Sit tall", False), ("Sit. Tall", False)],
)
def test_what_is_a_sentence(text: str, ends: bool) -> None:
    assert is_sentence(text) is ends


def test_words_hold_together_at_hyphens_and_apostrophes() -> None:
    assert words("Don’t rush: feet hip-width apart 🙂, 90 degrees.") == [
        "Don’t",
        "rush",
        "feet",
        "hip-width",
        "apart",
        "90",
        "degrees",
    ]


def test_the_formula_by_hand() -> None:
    text = [weigh("Sit tall on a chair.", ()), weigh("Lower your shoulders slowly.", ())]
    # 9 words in 2 sentences; 5 + (2 + 1 + 2 + 2) = 12 syllables.
    assert grade(text) == pytest.approx(0.39 * 9 / 2 + 11.8 * 12 / 9 - 15.59)
    assert grade([]) == 0


def test_a_long_name_counts_for_length_alone() -> None:
    plain, named = weigh("Feel your trapezius.", ()), weigh("Feel your trapezius.", {"trapezius"})
    assert (plain.words, plain.weighed, plain.syllables, plain.long_words) == (3, 3, 5, ("trapezius",))
    assert (named.words, named.weighed, named.syllables, named.long_words) == (3, 2, 2, ())


def test_a_capital_marks_a_name_except_at_the_beginning() -> None:
    assert weigh("Ask Penelope.", ()).long_words == ()
    assert weigh("Comfortable positions help.", ()).long_words == ("Comfortable", "positions")


def test_a_short_name_is_a_word_as_any_other() -> None:
    assert weigh("Hold the chair.", {"chair"}) == weigh("Hold the chair.", ())


def test_the_hardest_sentence_is_the_one_that_costs_most() -> None:
    text = ["Wobbly?", "Position everything horizontally and comfortably.", "Sit tall."]
    assert hardest([weigh(each, ()) for each in text]) == 1
