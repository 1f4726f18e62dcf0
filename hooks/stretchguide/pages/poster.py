"""The poster of a routine: all of it on one screen and on one sheet of paper, to hang up or to keep beside the mat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stretchguide.format.fields import Range
from stretchguide.format.vocabulary import Caution
from stretchguide.guides.guide import ONE, unique_entries
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.guides.timeline import Plan, spoken
from stretchguide.pages.phrases import lower_first, upper_first

_SIZES = {"few": 6, "some": 9, "many": 12}
"""Up to how many stretches a poster is of a size; docs/stylesheets/poster.css says how each stands."""


@dataclass(frozen=True)
class Care:
    """Who should take care with some of the stretches."""

    caution: Caution
    numbers: str
    """Those of the stretches, in the order of the routine; empty = all of them."""


def size(routine: JoinedRoutine) -> str:
    """How many stretches there are to be seen at once, in a word."""
    return next((name for name, most in _SIZES.items() if len(routine.steps) <= most), "most")


def dose(plan: Plan) -> str:
    """How much of a stretch, in a few words, by the numbers of the routine: "Hold 20–30 seconds, each side"."""
    if plan.left:
        return f"Right: {lower_first(_bout(plan.of(1)))}; left: {lower_first(_bout(plan.of(2)))}"
    side = ", right and left in turn" if plan.is_alternating else ", each side" if plan.sides == 2 else ""
    return f"{_bout(plan)}{side}"


def _bout(plan: Plan) -> str:
    times = f", {_times(plan.sets)}" if plan.sets.most > 1 else ""
    if plan.contract and plan.hold:
        return f"Press {spoken(plan.contract)}, hold {spoken(plan.hold)}{times}"
    if plan.type.mode == "static" and plan.hold:
        return f"Hold {spoken(plan.hold)}{times}"
    held = f", each held {spoken(plan.hold)}" if plan.hold else ""
    return upper_first(f"{_times(plan.reps)}{held}{times}")


def _times(reps: Range | None) -> str:
    """How often.

    >>> _times(Range(8, 10)), _times(Range(1, 1))
    ('8–10 times', 'once')
    """
    return "once" if reps == ONE else f"{reps} times"


def cares(routine: JoinedRoutine, severity: str) -> Iterator[Care]:
    """The cautions of a severity, each with the stretches that carry it."""
    for caution in routine.cautions:
        if caution.severity == severity:
            found = [at for at, step in enumerate(routine.steps, 1) if caution.id in step.variant.cautions]
            yield Care(caution, ", ".join(map(str, found)) if len(found) < len(routine.steps) else "")


def emergencies(routine: JoinedRoutine) -> list[str]:
    """The signs for which everybody stops and calls for help."""
    flags = unique_entries(flag for step in routine.steps for flag in step.guide.red_flags("emergency"))
    return [flag.text for flag in flags if not flag.areas]
