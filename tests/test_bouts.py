"""The bouts that a reader may choose from add up to what the pages say."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from records import sample_library
from stretchguide.format.fields import Range
from stretchguide.guides.bouts import Bout, offered
from stretchguide.guides.timeline import Plan

End = Literal["least", "most"]


def seconds(bout: Bout, end: End) -> int:
    """Of a bout with its pause."""

    def of(span: Range | None) -> int:
        return getattr(span, end) if span else 0

    return of(bout.pause) + of(bout.press) + of(bout.hold) + of(bout.reps) * of(bout.repetition) * bout.turns


def plan_of(stretch: str, variant: int = 0) -> Plan:
    return sample_library().guides[stretch].variants[variant].plan


@pytest.mark.parametrize("stretch", sample_library().guides)
def test_the_fewest_sets_at_their_shortest_and_all_at_their_longest_are_the_printed_span(stretch: str) -> None:
    timing = sample_library().vocabulary.timing
    for variant in sample_library().guides[stretch].variants:
        every = list(offered(variant.plan, timing))
        least = sum(seconds(bout, "least") for bout in every if not bout.more)
        most = sum(seconds(bout, "most") for bout in every)
        assert Range(timing.get_ready_s + least, timing.get_ready_s + most) == variant.span


def test_sets_beyond_the_fewest_are_numbered_on_each_side() -> None:
    one, three = Range(1, 1), Range(3, 3)
    plan = replace(plan_of("upper-back-trunk-rotation"), sets=Range(2, 3))
    timing = sample_library().vocabulary.timing
    assert [(bout.side, bout.more) for bout in offered(plan, timing)] == [
        (1, 0),
        (2, 0),
        (1, 0),
        (2, 0),
        (1, 1),
        (2, 1),
    ]
    uneven = replace(plan, sets=one, left=replace(plan, sets=three))
    assert [(bout.side, bout.more) for bout in offered(uneven, timing)] == [(1, 0), (2, 0), (2, 0), (2, 0)]


def test_repetitions_are_counted_and_not_held() -> None:
    (bout,) = offered(plan_of("chin-tuck"), sample_library().vocabulary.timing)
    assert (bout.side, bout.hold, bout.pause) == (0, None, None)
    assert bout.reps
    (in_turn,) = offered(plan_of("knee-rolls"), sample_library().vocabulary.timing)
    assert in_turn.turns == 2


def test_pressing_comes_before_each_hold() -> None:
    assert all(
        bout.press and bout.hold for bout in offered(plan_of("contract-relax"), sample_library().vocabulary.timing)
    )
