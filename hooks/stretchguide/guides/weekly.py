"""How long each muscle is held in a stretch in a week, of what is done so many days a week.

Times are per side of the body: a muscle that is felt on the right is stretched on the right in the first bout of a set
and on the left in the second, and so gets the time of one of them on either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from stretchguide.format.fields import Felt, Range
from stretchguide.format.vocabulary import Muscle, Vocabulary
from stretchguide.guides import timeline

BodySide = Literal["right", "left"]


@dataclass(frozen=True)
class Held:
    """One stretch as it is done, and the muscles that it stretches, written for the right side."""

    plan: timeline.Plan
    muscles: tuple[Felt, ...]


@dataclass(frozen=True)
class MuscleWeek:
    """A muscle's week. Seconds on each side of the body, on the fewest and on the most days."""

    muscle: Muscle
    right: Range
    left: Range

    @property
    def seconds(self) -> Range:
        """What each side of the body gets: where they differ, the side that gets less."""
        return min(self.right, self.left, key=lambda span: span.most)


def of_week(done: Iterable[Held], days: Range, vocabulary: Vocabulary) -> tuple[MuscleWeek, ...]:
    """The week of every muscle that is held at all, in the order of the stretches.

    Each bout counts as the timeline times it, once a day however often a day it is done. Repetitions count for nothing:
    the studies behind the weekly dose counted time in a held stretch. A structure is no muscle.
    """
    totals: dict[str, dict[BodySide, int]] = {}
    for held in done:
        for felt, side, seconds in _held(held, vocabulary):
            sides = totals.setdefault(felt.muscle, {"right": 0, "left": 0})
            sides[side] += seconds
    return tuple(
        MuscleWeek(vocabulary.muscles[muscle], _in_days(sides["right"], days), _in_days(sides["left"], days))
        for muscle, sides in totals.items()
        if vocabulary.muscles[muscle].kind != "structure"
    )


def _held(held: Held, vocabulary: Vocabulary) -> Iterator[tuple[Felt, BodySide, int]]:
    for part in timeline.bouts(held.plan, vocabulary.timing):
        seconds = timeline.held_seconds(held.plan.of(part.side))
        if part.kind == "bout" and seconds:
            for felt in held.muscles:
                yield from ((felt, side, seconds) for side in _body_sides(felt, part.side))


def _body_sides(felt: Felt, bout_side: int) -> tuple[BodySide, ...]:
    """Which sides of the body a bout stretches; in the bout for the second side right and left change places."""
    if felt.side is None:
        return ("right", "left")
    return ("right",) if (felt.side == "right") is (bout_side != 2) else ("left",)


def _in_days(seconds: int, days: Range) -> Range:
    return Range(seconds * days.least, seconds * days.most)
