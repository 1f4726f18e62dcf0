"""What happens second by second: the only place that computes a duration.

A total is: get ready, then the bouts, with a pause between bouts of one stretch and a longer one between stretches. A
bout counts at its longest (longest hold, most repetitions) and so does a rest, and the fewest sets are done. Where a
range was written, pages show the range; this is the time to set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from stretchguide.format.fields import Range
from stretchguide.format.vocabulary import Timing, Type


@dataclass(frozen=True)
class Plan:
    """How one stretch is done: what the timeline needs to know of a variant or of an item of a routine."""

    type: Type
    sides: int
    """1, or 2 where right and left are done apart."""
    hold: Range | None
    """Seconds."""
    reps: Range | None
    sets: Range
    contract: Range | None = None
    """Seconds of pressing before each hold (PNF)."""
    rest: Range | None = None
    """Seconds between sets, where they are not those of a change of sides."""
    is_alternating: bool = False
    """Whether both sides take turns inside a set: one to each side is one repetition."""
    left: Plan | None = None
    """How the left side, which comes second, is done, where that is not as the right one."""

    def of(self, side: int) -> Plan:
        """How a side is done: 2 = the second one."""
        return self.left if self.left and side == 2 else self

    @property
    def between_sets(self) -> Range | None:
        """The rest that is asked for, where there are sets to rest between."""
        return self.rest if max(self.of(side).sets.most for side in (1, 2)) > 1 else None


@dataclass(frozen=True)
class Part:
    """A stretch of time."""

    kind: Literal["ready", "bout", "rest", "transition"]
    seconds: int
    side: int = 0
    """For a bout of a two-sided stretch: 1 = first side, 2 = second side; else 0."""


def bout_seconds(plan: Plan) -> int:
    """One bout at its longest: a hold, or all repetitions of a set."""
    hold = plan.hold.most if plan.hold else 0
    if plan.type.mode == "static" or not plan.reps:
        return hold + (plan.contract.most if plan.contract else 0)
    turns = 2 if plan.is_alternating else 1
    return plan.reps.most * turns * repetition_seconds(plan.type, hold)


def held_seconds(plan: Plan) -> int:
    """Seconds of a bout in which the stretch is held; none of repetitions, and not the pressing before a hold (PNF)."""
    return plan.hold.most if plan.hold and plan.type.mode == "static" else 0


def repetition_seconds(kind: Type, hold: int) -> int:
    """One repetition of a type that counts them, with the short hold in it."""
    assert kind.rep_s is not None, "the vocabulary has it for every such type"
    return kind.rep_s + (hold if kind.hold_adds else 0)


def bouts(plan: Plan, timing: Timing) -> Iterator[Part]:
    """The bouts of one stretch with the pauses between them: both sides in each set."""
    last_set = None
    for number, side in _turns(plan):
        if last_set is not None:
            yield Part("rest", plan.rest.most if plan.rest and number != last_set else timing.side_change_s)
        yield Part("bout", bout_seconds(plan.of(side)), side if plan.sides == 2 else 0)
        last_set = number


def _turns(plan: Plan) -> Iterator[tuple[int, int]]:
    """Set and side of each bout; a side that has done all of its sets waits for the other one."""
    sides = range(1, plan.sides + 1)
    for number in range(max(plan.of(side).sets.least for side in sides)):
        yield from ((number, side) for side in sides if number < plan.of(side).sets.least)


def parts(plans: Iterable[Plan], timing: Timing) -> Iterator[Part]:
    """One stretch or a whole routine, from get ready to the last bout."""
    for number, plan in enumerate(plans):
        yield Part("transition", timing.transition_s) if number else Part("ready", timing.get_ready_s)
        yield from bouts(plan, timing)


def total_seconds(parts: Iterable[Part]) -> int:
    """The sum of the parts."""
    return sum(part.seconds for part in parts)


def clock(seconds: int) -> str:
    """Seconds as the pages say them.

    >>> clock(45), clock(120), clock(145)
    ('45 s', '2 min', '2 min 25 s')
    """
    minutes, rest = divmod(seconds, 60)
    return " ".join([f"{minutes} min"] * bool(minutes) + [f"{rest} s"] * bool(rest or not minutes))


def spoken(span: Range) -> str:
    """A range of seconds as the pages say it.

    >>> spoken(Range(15, 30)), spoken(Range(60, 120))
    ('15–30 seconds', '1–2 minutes')
    """
    if span.least % 60 == 0 and span.most % 60 == 0:
        minutes = Range(span.least // 60, span.most // 60)
        return f"{minutes} minute{'' if minutes.most == 1 else 's'}"
    return f"{span} second{'' if span.most == 1 else 's'}"


def in_minutes(span: Range) -> str:
    """A range of seconds in minutes, each rounded down to the half; what is less than half a minute counts as half.

    >>> in_minutes(Range(150, 210)), in_minutes(Range(60, 60)), in_minutes(Range(20, 40))
    ('2½–3½', '1', '½')
    """
    least, most = _half_minutes(span.least), _half_minutes(span.most)
    return least if least == most else f"{least}–{most}"


def _half_minutes(seconds: int) -> str:
    whole, half = divmod(max(seconds // 30, bool(seconds)), 2)
    return f"{whole or ''}{'½' * half}" or "0"
