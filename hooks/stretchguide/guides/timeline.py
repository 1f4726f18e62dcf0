"""What happens second by second: the only place that computes a duration.

A total is: get ready, then the bouts, with a pause between bouts of one stretch and a longer one between stretches.
``total_seconds`` is the time to set aside: a bout counts at its longest (longest hold, most repetitions) and so does a
rest, and the fewest sets are done. ``span_seconds`` is what pages say: from the least of every range to the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class Turn:
    """The place of a bout among those of its stretch."""

    set: int
    """From 0 on."""
    side: int
    """1 = first side, 2 = second side; 1 as well where both are done at once."""
    pause: Range | None
    """Seconds before it; None before the first."""


def bouts(plan: Plan, timing: Timing) -> Iterator[Part]:
    """The bouts of one stretch with the pauses between them: both sides in each set."""
    for turn in turns(plan, timing):
        if turn.pause:
            yield Part("rest", turn.pause.most)
        yield Part("bout", bout_seconds(plan.of(turn.side)), turn.side if plan.sides == 2 else 0)


def turns(plan: Plan, timing: Timing) -> Iterator[Turn]:
    """The fewest sets, both sides in each; a side that has done all of its sets waits for the other one."""
    sides = range(1, plan.sides + 1)
    change, last_set = Range(timing.side_change_s, timing.side_change_s), None
    for number in range(max(plan.of(side).sets.least for side in sides)):
        for side in (side for side in sides if number < plan.of(side).sets.least):
            rest = plan.rest if plan.rest and number != last_set else change
            yield Turn(number, side, rest if last_set is not None else None)
            last_set = number


def parts(plans: Iterable[Plan], timing: Timing) -> Iterator[Part]:
    """One stretch or a whole routine, from get ready to the last bout."""
    for number, plan in enumerate(plans):
        yield Part("transition", timing.transition_s) if number else Part("ready", timing.get_ready_s)
        yield from bouts(plan, timing)


def total_seconds(parts: Iterable[Part]) -> int:
    """The sum of the parts."""
    return sum(part.seconds for part in parts)


def span_seconds(plans: Iterable[Plan], timing: Timing) -> Range:
    """One stretch or a whole routine: as short as its numbers allow, and as long."""
    plans = tuple(plans)
    least, most = (total_seconds(parts((settled(each, end) for each in plans), timing)) for end in _ENDS)
    return Range(least, most)


def span_of_bouts(plan: Plan, timing: Timing) -> Range:
    """One stretch of a routine, without the way to the next."""
    least, most = (total_seconds(bouts(settled(plan, end), timing)) for end in _ENDS)
    return Range(least, most)


End = Literal["least", "most"]
_ENDS: tuple[End, ...] = ("least", "most")


def settled(plan: Plan, end: End) -> Plan:
    """The plan with one end of each of its ranges."""

    def only(span: Range) -> Range:
        return Range(getattr(span, end), getattr(span, end))

    return replace(
        plan,
        hold=plan.hold and only(plan.hold),
        reps=plan.reps and only(plan.reps),
        sets=only(plan.sets),
        contract=plan.contract and only(plan.contract),
        rest=plan.rest and only(plan.rest),
        left=plan.left and settled(plan.left, end),
    )


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


def roughly(span: Range) -> str:
    """A range of seconds as a person says it: to the half minute, from five minutes on to the minute.

    >>> roughly(Range(85, 215)), roughly(Range(20, 40)), roughly(Range(62, 71)), roughly(Range(312, 440))
    ('1½ to 3½ minutes', 'half a minute', '1 minute', '5 to 7 minutes')
    """
    least, most = _rounded(span.least), _rounded(span.most)
    if most == 1:
        return "half a minute"
    words = _in_halves(most) if least == most else f"{_in_halves(least)} to {_in_halves(most)}"
    return f"{words} minute{'' if most == _ONE_MINUTE else 's'}"


def briefly(span: Range) -> str:
    """The same where there is little room.

    >>> briefly(Range(85, 215)), briefly(Range(20, 40)), briefly(Range(62, 71))
    ('1½–3½ min', '½ min', '1 min')
    """
    least, most = _rounded(span.least), _rounded(span.most)
    return f"{_in_halves(most) if least == most else f'{_in_halves(least)}–{_in_halves(most)}'} min"


def said_seconds(seconds: int) -> int:
    """Seconds as a person says them: what ``roughly`` and ``briefly`` print.

    >>> said_seconds(71), said_seconds(80)
    (60, 90)
    """
    return 30 * _rounded(seconds)


_ONE_MINUTE = 2
"""Half minutes; so are the two below."""
_LONG = 10


def _rounded(seconds: int) -> int:
    halves = max(round(seconds / 30), 1)
    return halves if halves < _LONG else 2 * round(seconds / 60)


def in_minutes(span: Range) -> str:
    """A range of seconds in minutes, each rounded down to the half; what is less than half a minute counts as half.

    >>> in_minutes(Range(150, 210)), in_minutes(Range(60, 60)), in_minutes(Range(20, 40))
    ('2½–3½', '1', '½')
    """
    least, most = (_in_halves(max(seconds // 30, bool(seconds))) for seconds in (span.least, span.most))
    return least if least == most else f"{least}–{most}"


def _in_halves(halves: int) -> str:
    whole, half = divmod(halves, 2)
    return f"{whole or ''}{'½' * half}" or "0"
