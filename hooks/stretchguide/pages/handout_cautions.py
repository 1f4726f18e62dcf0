"""What a printed sheet says of its cautions: which stretch each concerns, and what to do in its place, as on the page.

An emergency has nothing in its place, and what holds for everybody concerns no single stretch: they are said in full
elsewhere (``handout_words.safety``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from stretchguide.format.vocabulary import Caution
from stretchguide.guides.guide import GuideVariant
from stretchguide.guides.library import Warned
from stretchguide.guides.routine import JoinedRoutine, RoutineStep
from stretchguide.guides.routine_cautions import RoutineCaution, StepSwap
from stretchguide.guides.swaps import StandIn
from stretchguide.pages.handout_words import Remark

_OF_GUIDE = {
    "avoid": "Leave it out, unless your clinician says otherwise, with:",
    "adapt": "Change it, or choose another stretch, with:",
}
_OF_ROUTINE = {
    "avoid": "Unless your clinician says otherwise, leave these numbers out, or do what stands behind them, with:",
    "adapt": "Change these numbers, or do what stands behind them, with:",
}
"""What comes before the names of cautions, by their severity."""
_ASK = "ask your physiotherapist which stretch suits you."
_WITHOUT = {"avoid": "Leave out", "adapt": "Keep small, or leave out,"}
"""What is done with a stretch of a routine that has none in its place."""


class CautionGroup(NamedTuple):
    """The cautions of one severity: each remark names those for which the same is done, and says what."""

    lead: str
    remarks: tuple[Remark, ...]


def of_guide(variant: GuideVariant, warnings: Iterable[Warned]) -> tuple[CautionGroup, ...]:
    """Those of the variant, out of those of its guide."""
    own = (each for each in warnings if each.caution.id in variant.cautions)
    return tuple(_groups(((each.caution, _instead(variant, each.instead)) for each in own), _OF_GUIDE))


def of_routine(routine: JoinedRoutine, cautions: Iterable[RoutineCaution]) -> tuple[CautionGroup, ...]:
    """Each with the numbers of the stretches that it concerns, and what to do in place of each."""
    return tuple(_groups(((each.caution, _by_number(routine, each)) for each in cautions), _OF_ROUTINE))


def _groups(told: Iterable[tuple[Caution, str]], leads: Mapping[str, str]) -> Iterator[CautionGroup]:
    """The cautions, with what to do for each, by severity and by that."""
    named = [(caution, act) for caution, act in told if not (caution.universal or caution.emergency)]
    for severity, lead in leads.items():
        acts: dict[str, list[str]] = {}
        for caution, act in named:
            if caution.severity == severity:
                acts.setdefault(act, []).append(caution.name)
        if acts:
            yield CautionGroup(lead, tuple(Remark(f"{'; '.join(names)}:", act) for act, names in acts.items()))


def _instead(variant: GuideVariant, instead: StandIn | None) -> str:
    if instead is None:
        return _ASK
    is_own = instead.guide.record is variant.record
    return f"instead, do {f'the {_version(instead)}' if is_own else _stretch(instead)}."


def _by_number(routine: JoinedRoutine, warned: RoutineCaution) -> str:
    """What to do with each stretch of the routine that carries the caution."""
    concerned: dict[str, list[int]] = {}
    for swap in warned.swaps:
        concerned.setdefault(_place(swap), []).extend(_numbers(routine, swap.step))
    left_out = concerned.pop("", [])
    acts = [f"{_in_a_row(numbers)}:\N{NO-BREAK SPACE}{place}." for place, numbers in concerned.items()]
    without = [f"{_WITHOUT[warned.caution.severity]} {_in_a_row(left_out)}."] if left_out else []
    return " ".join([*acts, *without])


def _numbers(routine: JoinedRoutine, step: RoutineStep) -> list[int]:
    """Where in the routine this version of this stretch is done."""
    return [
        number
        for number, each in enumerate(routine.steps, 1)
        if each.guide.id == step.guide.id and each.variant.written.id == step.variant.written.id
    ]


def _place(swap: StepSwap) -> str:
    """What is done in place of a stretch of a routine; empty where nothing is named."""
    if swap.instead is None:
        return ""
    is_own = swap.instead.guide.id == swap.step.guide.id
    return _version(swap.instead) if is_own else _stretch(swap.instead)


def _stretch(instead: StandIn) -> str:
    title = instead.guide.record.title
    return title if instead.is_first else f"{title}, {_version(instead)}"


def _version(instead: StandIn) -> str:
    return f"version “{instead.variant.written.label}”"


def _in_a_row(numbers: Iterable[int]) -> str:
    *first, last = map(str, sorted(numbers))
    return f"{', '.join(first)} and {last}" if first else last
