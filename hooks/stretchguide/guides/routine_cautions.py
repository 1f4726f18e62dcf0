"""The cautions of a routine: which of its stretches carry each, and what to do in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from stretchguide.format.vocabulary import Caution
from stretchguide.guides.guide import GuideVariant
from stretchguide.guides.library import Library
from stretchguide.guides.occasions import why_not
from stretchguide.guides.routine import JoinedRoutine, RoutineStep
from stretchguide.guides.swaps import Question, StandIn


@dataclass(frozen=True)
class StepSwap:
    """A stretch of the routine that carries a caution, and what to do in its place."""

    step: RoutineStep
    instead: StandIn | None
    """What fits the routine as well; None = it is left out."""


@dataclass(frozen=True)
class RoutineCaution:
    """A caution as a routine shows it."""

    caution: Caution
    swaps: tuple[StepSwap, ...] = ()
    """For each stretch that carries it, once; empty for a caution that holds for every stretch, or is an emergency."""


def routine_cautions(library: Library, routine: JoinedRoutine) -> Iterator[RoutineCaution]:
    """The universal cautions, then those of the stretches in the vocabulary's order."""
    for caution in library.vocabulary.cautions.values():
        if caution.universal:
            yield RoutineCaution(caution)
    for caution in routine.cautions:
        carriers = {
            (step.guide.id, step.variant.written.id): step
            for step in routine.steps
            if caution.id in step.variant.cautions
        }
        steps = () if caution.emergency else carriers.values()
        swaps = (StepSwap(step, _instead(library, routine, step, caution)) for step in steps)
        yield RoutineCaution(caution, tuple(swaps))


def _instead(library: Library, routine: JoinedRoutine, step: RoutineStep, caution: Caution) -> StandIn | None:
    """As the page of the stretch says, of what fits the routine; what is done there anyway takes nobody's place."""
    question = Question(step.guide, caution, (step.variant,), partial(_fits, routine))
    named = library.chosen_swap(question)
    if named and not _is_done_anyway(routine, named):
        return named
    if version := question.other_version():
        return version
    derived = None if named else library.derived_swap(question)
    return None if derived and _is_done_anyway(routine, derived) else derived


def _is_done_anyway(routine: JoinedRoutine, found: StandIn) -> bool:
    return any(found.guide.id == each.guide.id for each in routine.steps)


def _fits(routine: JoinedRoutine, variant: GuideVariant) -> bool:
    """Whether a variant suits the routine's moment; where it is done, the step in whose place it is done says."""
    return why_not(routine.occasion, variant.written, variant.record, variant.vocabulary) is None
