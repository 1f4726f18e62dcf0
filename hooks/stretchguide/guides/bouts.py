"""The bouts of a stretch as a reader may choose among them: each number from the least to the most of its dose.

The timeline says their order and their pauses, so that what is played is what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stretchguide.format.fields import Range
from stretchguide.format.vocabulary import Timing
from stretchguide.guides.timeline import Plan, repetition_seconds, turns


@dataclass(frozen=True)
class Bout:
    """A bout with the pause before it. All ranges but that of repetitions are seconds."""

    side: int
    """1 = first side, 2 = second side; 0 where both are done at once or in turn."""
    more: int
    """0 = it belongs to the fewest sets; else it belongs to so many sets more."""
    pause: Range | None
    """Before it; None before the first."""
    press: Range | None
    """Pressing before the hold (PNF)."""
    hold: Range | None
    """None where repetitions are counted."""
    reps: Range | None
    repetition: Range | None
    """One repetition, with the short hold in it; to one side, where the sides take turns."""
    turns: int
    """How often it is done in one repetition: 2 where the sides take turns."""


def offered(plan: Plan, timing: Timing) -> Iterator[Bout]:
    """Every bout of the most sets."""
    for turn in turns(_with_all_sets(plan), timing):
        own = plan.of(turn.side)
        counts = own.type.mode == "dynamic" and own.reps is not None
        yield Bout(
            side=turn.side if plan.sides == 2 else 0,
            more=max(0, turn.set + 1 - own.sets.least),
            pause=turn.pause,
            press=None if counts else own.contract,
            hold=None if counts else own.hold,
            reps=own.reps if counts else None,
            repetition=_repetition(own) if counts else None,
            turns=2 if own.is_alternating else 1,
        )


def _with_all_sets(plan: Plan) -> Plan:
    every = Range(plan.sets.most, plan.sets.most)
    return replace(plan, sets=every, left=plan.left and _with_all_sets(plan.left))


def _repetition(plan: Plan) -> Range:
    hold = plan.hold or Range(0, 0)
    return Range(repetition_seconds(plan.type, hold.least), repetition_seconds(plan.type, hold.most))
