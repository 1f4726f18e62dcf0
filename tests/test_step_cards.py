"""Which steps share a card, and how its picture stands to the words."""

from __future__ import annotations

from dataclasses import replace

from records import sample_library
from site_pages import FOUNDING
from stretchguide.gallery.gallery import Figure
from stretchguide.gallery.picture import Drawing, Picture
from stretchguide.pages.step_cards import step_cards

STEPS = sample_library().guides[FOUNDING].first.written.steps


def figure(width: int, height: int) -> Figure:
    return Figure("", Picture("", Drawing(f'<svg viewBox="0 0 {width} {height}">', "")))


def test_a_hold_stands_on_the_card_of_its_move_and_every_step_on_one() -> None:
    cards = list(step_cards(STEPS, [None] * len(STEPS)))
    assert [step for card in cards for step in card.steps] == list(STEPS)
    assert [[step.phase for step in card.steps] for card in cards if len(card.steps) > 1] == [["move", "hold"]]


def test_a_hold_in_another_pose_has_a_card_of_its_own() -> None:
    posed = [step if step.phase != "hold" else step.model_copy(update={"pose": STEPS[0].pose}) for step in STEPS]
    assert all(len(card.steps) == 1 for card in step_cards(posed, [None] * len(posed)))


def test_words_stand_beside_what_is_tall_and_a_way_back_that_is_shown_already_is_small() -> None:
    for shape, layout in ((figure(40, 90), "tall"), (figure(90, 40), ""), (None, "small")):
        row = [shape] * len(STEPS)
        assert {card.layout for card in step_cards(STEPS, row)} == {layout}, "one frame, one size"
        repeated = [*row[:-1], shape and replace(shape, same_as=1)]
        assert [card.layout for card in step_cards(STEPS, repeated)][-2:] == [layout, "small"]


def test_all_cards_of_a_version_stand_alike() -> None:
    tall, wide = figure(40, 90), figure(90, 40)
    assert {card.layout for card in step_cards(STEPS, [tall, *[wide] * (len(STEPS) - 1)])} == {""}
