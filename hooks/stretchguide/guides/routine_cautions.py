"""The cautions of a routine: which of its stretches carry each, and what to do in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stretchguide.format.vocabulary import Caution
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.library import Library
from stretchguide.guides.occasions import why_not
from stretchguide.guides.routine import JoinedRoutine, RoutineStep


@dataclass(frozen=True)
class StepSwap:
    """A stretch of the routine that carries a caution, and the way round it. With neither, it is left out."""

    step: RoutineStep
    other_variant: GuideVariant | None = None
    """A version of the same stretch that fits the routine as well."""
    other_guide: Guide | None = None
    """Another stretch; its page says how."""


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
        yield RoutineCaution(caution, tuple(_swap(library, routine, step, caution.id) for step in steps))


def _swap(library: Library, routine: JoinedRoutine, step: RoutineStep, caution: str) -> StepSwap:
    variants = (each for each in step.guide.variants if caution not in each.cautions and _fits(routine, each))
    if variant := next(variants, None):
        return StepSwap(step, other_variant=variant)
    other = library.instead(step.guide, caution)
    is_new = other and other.id not in {each.guide.id for each in routine.steps}
    return StepSwap(step, other_guide=other if other and is_new and _fits(routine, other.first) else None)


def _fits(routine: JoinedRoutine, variant: GuideVariant) -> bool:
    """Whether a variant suits the routine's setting and moment."""
    is_on_floor = variant.position.floor and routine.record.setting != "floor"
    return not is_on_floor and why_not(routine.occasion, variant.written, variant.record, variant.vocabulary) is None
