"""The cards that the steps of a version stand on: one a step, but a hold stands on the card of its move.

All pictures of a version have one frame, and so one size on its cards, and all its cards stand alike; only the way back
is small, when it shows what an earlier card has shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stretchguide.format.records import Step
from stretchguide.gallery.gallery import Figure

_TALL = 1.0
"""Width to height of a drawing below which the words of its step stand beside it, if all of its version are so."""


@dataclass(frozen=True)
class StepCard:
    """One picture with its words."""

    steps: tuple[Step, ...]
    """One, or a move and the hold that ends it in the same pose."""
    figure: Figure | None
    same_as: int = 0
    """The number of the step whose picture this one repeats; 0 = it is shown for the first time."""
    are_tall: bool = False
    """Whether all large pictures of the version are tall."""

    @property
    def is_small(self) -> bool:
        return self.figure is None or bool(self.same_as and self.steps[0].phase == "return")

    @property
    def layout(self) -> str:
        """How the picture stands to the words: ``small`` or ``tall``, both beside them; else above them."""
        return "small" if self.is_small else "tall" if self.are_tall else ""


def step_cards(steps: Sequence[Step], figures: Sequence[Figure | None]) -> Iterator[StepCard]:
    """The cards in a row; ``figures`` are those of the steps."""
    cards = list(_cards(steps, figures))
    shapes = [card.figure.picture.shape for card in cards if card.figure and not card.is_small]
    return (replace(card, are_tall=all(shape < _TALL for shape in shapes)) for card in cards)


def _cards(steps: Sequence[Step], figures: Sequence[Figure | None]) -> Iterator[StepCard]:
    each = [
        StepCard((step,), figure, figure.same_as if figure else 0) for step, figure in zip(steps, figures, strict=True)
    ]
    holds = {at for at, (move, hold) in enumerate(pairwise(steps), 1) if _is_same_pose(move, hold)}
    for at, card in enumerate(each):
        if at not in holds:
            yield replace(card, steps=(*card.steps, steps[at + 1])) if at + 1 in holds else card


def _is_same_pose(move: Step, hold: Step) -> bool:
    return move.phase == "move" and hold.phase == "hold" and not hold.pose
