"""A routine joined with its stretches: what follows from its items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from stretchguide.format.fields import Range
from stretchguide.format.routines import Routine, RoutineItem, SideDose
from stretchguide.format.vocabulary import Caution, Frequency, Level, Occasion, Piece, Vocabulary
from stretchguide.guides import timeline
from stretchguide.guides.guide import ONE, Guide, GuideVariant, unique_entries
from stretchguide.guides.weekly import Held, MuscleWeek, of_week


@dataclass(frozen=True)
class RoutineStep:
    """An item of a routine, joined with its stretch."""

    written: RoutineItem
    guide: Guide
    variant: GuideVariant

    @property
    def plan(self) -> timeline.Plan:
        """The variant's plan with the item's own dose, or a side's; a routine does one set unless it says more."""
        plan, item = self.variant.plan, self.written
        sides = plan.sides if item.sides is None else min(item.sides, plan.sides)
        both = replace(
            plan, sides=sides, hold=item.hold or plan.hold, reps=item.reps or plan.reps, sets=item.sets or ONE
        )
        return replace(_of_side(both, item.right), left=_of_side(both, item.left)) if item.right or item.left else both

    @property
    def seconds(self) -> int:
        """The bouts with the pauses between them, without the way to the next stretch."""
        return timeline.total_seconds(timeline.bouts(self.plan, self.variant.vocabulary.timing))

    @property
    def span(self) -> Range:
        """The same, from the shortest way to do it to the longest."""
        return timeline.span_of_bouts(self.plan, self.variant.vocabulary.timing)

    @property
    def held(self) -> Held:
        """The muscles that the record stretches most and the variant is felt in; what is felt may also work."""
        stretched = self.guide.record.muscles.stretched
        return Held(self.plan, tuple(felt for felt in self.variant.written.feel.muscles if felt.muscle in stretched))


def _of_side(plan: timeline.Plan, dose: SideDose | None) -> timeline.Plan:
    if dose is None:
        return plan
    return replace(plan, hold=dose.hold or plan.hold, reps=dose.reps or plan.reps, sets=dose.sets or plan.sets)


@dataclass(frozen=True)
class JoinedRoutine:
    """A routine with what follows from its items."""

    id: str
    source: str
    record: Routine
    steps: tuple[RoutineStep, ...]
    vocabulary: Vocabulary

    @property
    def seconds(self) -> int:
        """The whole routine, get-ready time included."""
        return timeline.total_seconds(timeline.parts([step.plan for step in self.steps], self.vocabulary.timing))

    @property
    def span(self) -> Range:
        """Seconds, from the shortest way to do it to the longest, get-ready time included."""
        return timeline.span_seconds([step.plan for step in self.steps], self.vocabulary.timing)

    @property
    def frequency(self) -> Frequency:
        return self.vocabulary.frequencies[self.record.every]

    @property
    def week(self) -> tuple[MuscleWeek, ...]:
        """How long each muscle is held in a week of this routine; compare it with the vocabulary's ``weekly_dose``."""
        return of_week((step.held for step in self.steps), self.frequency.days, self.vocabulary)

    @property
    def cautions(self) -> tuple[Caution, ...]:
        found = {caution for step in self.steps for caution in step.variant.cautions}
        return tuple(caution for id, caution in self.vocabulary.cautions.items() if id in found)

    @property
    def needs(self) -> tuple[Piece, ...]:
        return unique_entries(piece for step in self.steps for piece in step.variant.needs)

    @property
    def one_of(self) -> tuple[Piece, ...]:
        """Choices that what is needed anyway does not already settle."""
        needed = {piece.id for piece in self.needs}
        open_choices = (step.variant.one_of for step in self.steps)
        groups = (group for group in open_choices if not needed & {piece.id for piece in group})
        return unique_entries(piece for group in groups for piece in group)

    @property
    def level(self) -> Level:
        return self.vocabulary.levels[self.record.level]

    @property
    def occasion(self) -> Occasion:
        return self.vocabulary.occasions[self.record.occasion]


def joined(
    id: str, source: str, record: Routine, guides: Mapping[str, Guide], vocabulary: Vocabulary
) -> JoinedRoutine | None:
    """The routine with its stretches; None where one of them, or the variant that it names, is not there."""
    steps = [_step(item, guides.get(item.stretch)) for item in record.items]
    if None in steps:
        return None
    return JoinedRoutine(id, source, record, tuple(step for step in steps if step), vocabulary)


def _step(item: RoutineItem, guide: Guide | None) -> RoutineStep | None:
    variants = (
        (variant for variant in guide.variants if item.variant in (None, variant.written.id)) if guide else iter(())
    )
    variant = next(variants, None)
    return RoutineStep(item, guide, variant) if guide and variant else None
