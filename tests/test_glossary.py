"""Terms of art: a form is found as a whole word."""

from __future__ import annotations

import pytest

from records import sample_library
from stretchguide.format.glossary import StepVerbs, Term, Terms
from stretchguide.format.vocabulary import Vocabulary

TERMS = (
    Term(id="core", term="core", plain="tummy", meaning="The middle."),
    Term(id="engage", term="engage your core", also=("engage",), plain="tighten", meaning="To tighten."),
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return sample_library().vocabulary


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Engage your CORE and breathe.", ["Engage your CORE"]),
        ("Engage, then hold your core.", ["Engage", "core"]),
        ("Score a point with each encore.", []),
    ],
)
def test_terms_are_found_as_whole_words(text: str, found: list[str]) -> None:
    assert [form for form, _ in Terms.of(TERMS).found_in(text)] == found


def test_no_term_is_found_without_a_glossary() -> None:
    assert list(Terms.of(()).found_in("Engage your core.")) == []


@pytest.mark.parametrize("text", ["Engage your core.", "Encore", "core", ""])
def test_pieces_put_together_are_the_text(text: str) -> None:
    assert "".join(piece for piece, _ in Terms.of(TERMS).split(text)) == text


def test_jargon_and_links_are_two_choices(vocabulary: Vocabulary) -> None:
    """A plain word may be explained without being linked, and a linked one may stand in a step."""
    assert "pelvis" in vocabulary.jargon.forms
    assert "dose" not in vocabulary.jargon.forms
    assert "sit bones" in vocabulary.explained.forms
    assert "hold" not in vocabulary.explained.forms


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("Bend your knee.", True),
        ("Then bend your knee.", True),
        ("Bending your knee is next.", False),
        ("Then slowly bend your knee.", False),
        ("Then.", False),
        ("Your knee bends.", False),
        ("", False),
    ],
)
def test_how_a_sentence_of_a_step_begins(sentence: str, begins: bool) -> None:
    assert StepVerbs(verbs=("bend",), before=("then", "slowly")).begins(sentence) is begins
