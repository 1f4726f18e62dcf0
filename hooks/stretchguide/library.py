"""All records joined: what a reader is told that no contributor types.

Cautions, joints, sides, seconds, reverse links and swaps are derived here, from records that already passed the rules.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from stretchguide import floor, timeline
from stretchguide.fields import Entry, Range
from stretchguide.records import Exercise, Routine, RoutineItem, Variant
from stretchguide.vocabulary import (
    Area,
    Caution,
    Claim,
    Frequency,
    Level,
    Occasion,
    Piece,
    Position,
    RedFlag,
    Reference,
    Vocabulary,
)
from stretchguide.weekly import Held, MuscleWeek, of_week

ONE = Range(1, 1)
H = TypeVar("H", bound=Hashable)
E = TypeVar("E", bound=Entry)
R = TypeVar("R", Exercise, Routine)


def unique(items: Iterable[H]) -> tuple[H, ...]:
    """The items in order, each once."""
    return tuple(dict.fromkeys(items))


def cautions_of(variant: Variant, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The ids of a variant's cautions, in the vocabulary's order: those its movements require, and those added."""
    required = {caution for movement in variant.movements for caution in vocabulary.movements[movement].requires}
    return tuple(each for each in vocabulary.cautions if each in required or each in variant.cautions_add)


@dataclass(frozen=True)
class GuideVariant:
    """A variant with what follows from it."""

    record: Exercise
    written: Variant
    vocabulary: Vocabulary

    @cached_property
    def cautions(self) -> tuple[str, ...]:
        return cautions_of(self.written, self.vocabulary)

    @property
    def joints(self) -> tuple[str, ...]:
        movements = (self.vocabulary.movements[movement] for movement in self.written.movements)
        return unique(joint for movement in movements for joint in movement.joints)

    @property
    def level(self) -> Level:
        return self.vocabulary.levels[self.written.level]

    @property
    def position(self) -> Position:
        return self.vocabulary.positions[self.written.position]

    @property
    def needs_floor(self) -> bool:
        """Whether the reader has to get down to the floor."""
        return floor.needs_floor(self.written, self.vocabulary)

    @property
    def side(self) -> str | None:
        """The id of the side rule; None when both sides are done at once."""
        return self.record.side_of(self.written)

    @property
    def sides(self) -> int:
        """How often the bouts are done: once, or once for each side."""
        return 1 if self.side in (None, "alternating") else 2

    @property
    def needs(self) -> tuple[Piece, ...]:
        return tuple(self.vocabulary.equipment[piece] for piece in self.written.equipment.needs)

    @property
    def one_of(self) -> tuple[Piece, ...]:
        return tuple(self.vocabulary.equipment[piece] for piece in self.written.equipment.one_of)

    @property
    def nice(self) -> tuple[Piece, ...]:
        return tuple(self.vocabulary.equipment[piece] for piece in self.written.equipment.nice)

    @property
    def plan(self) -> timeline.Plan:
        dose = self.written.dose
        kind = self.vocabulary.types[self.record.type_of(self.written)]
        return timeline.Plan(kind, self.sides, dose.hold, dose.reps, dose.sets or ONE, dose.contract)

    @property
    def seconds(self) -> int:
        """The whole stretch, get-ready time included."""
        return timeline.total_seconds(timeline.parts([self.plan], self.vocabulary.timing))


@dataclass(frozen=True)
class Guide:
    """A stretch with what follows from its own record."""

    id: str
    source: str
    """The record's path, relative to the project."""
    record: Exercise
    vocabulary: Vocabulary

    @cached_property
    def variants(self) -> tuple[GuideVariant, ...]:
        return tuple(GuideVariant(self.record, variant, self.vocabulary) for variant in self.record.variants)

    @property
    def first(self) -> GuideVariant:
        return self.variants[0]

    @property
    def areas(self) -> tuple[Area, ...]:
        return tuple(self.vocabulary.areas[area] for area in self.record.areas)

    @property
    def is_withdrawn(self) -> bool:
        return self.record.review.status == "withdrawn"

    @cached_property
    def cautions(self) -> tuple[str, ...]:
        """The ids of the cautions of any variant, in the vocabulary's order; the universal ones left out."""
        found = {caution for variant in self.variants for caution in variant.cautions}
        return tuple(each for each in self.vocabulary.cautions if each in found)

    @property
    def joints(self) -> tuple[str, ...]:
        return unique(joint for variant in self.variants for joint in variant.joints)

    @property
    def levels(self) -> tuple[Level, ...]:
        """From the easiest variant to the hardest: one level, or two."""
        ranks = sorted({self.vocabulary.rank(variant.level.id) for variant in self.variants})
        levels = list(self.vocabulary.levels.values())
        return tuple(levels[rank] for rank in unique((ranks[0], ranks[-1])))

    @property
    def positions(self) -> tuple[Position, ...]:
        return unique_entries(variant.position for variant in self.variants)

    @property
    def claims(self) -> tuple[Claim, ...]:
        return unique_entries(self.vocabulary.claims[benefit.claim] for benefit in self.record.benefits)

    @property
    def improves(self) -> tuple[str, ...]:
        """The labels of the claims; a plain fact improves nothing."""
        return tuple(claim.label for claim in self.claims if claim.certainty != "plain")

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        return tuple(self.vocabulary.occasions[occasion] for occasion in self.record.occasions)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every source that the page names: of its claims, of its own evidence."""
        ids = [ref for claim in self.claims for ref in claim.evidence] + [each.ref for each in self.record.evidence]
        return tuple(self.vocabulary.references[ref] for ref in unique(ids))

    def red_flags(self, action: str) -> tuple[RedFlag, ...]:
        """Those for these areas first, then those for every page."""
        flags = [flag for flag in self.vocabulary.red_flags.values() if flag.action == action]
        here = [flag for flag in flags if set(flag.areas) & set(self.record.areas)]
        return (*here, *(flag for flag in flags if not flag.areas))


def unique_entries(entries: Iterable[E]) -> tuple[E, ...]:
    """Entries of a vocabulary in order, each once."""
    return tuple({entry.id: entry for entry in entries}.values())


@dataclass(frozen=True)
class Warned:
    """A caution as a guide shows it."""

    caution: Caution
    only: tuple[GuideVariant, ...] = ()
    """The variants that carry it; empty = all of them."""
    other_variant: GuideVariant | None = None
    """A variant of the same stretch without the caution."""
    other_guide: Guide | None = None
    """Another stretch without the caution."""


@dataclass(frozen=True)
class WithoutFloor:
    """What a reader who cannot get down to the floor does in place of a stretch."""

    guide: Guide
    """The stretch itself, or another."""
    variant: GuideVariant


@dataclass(frozen=True)
class RoutineStep:
    """An item of a routine, joined with its stretch."""

    written: RoutineItem
    guide: Guide
    variant: GuideVariant

    @property
    def plan(self) -> timeline.Plan:
        """The variant's plan with the item's own dose; a routine does one set unless it says more."""
        plan, item = self.variant.plan, self.written
        sides = plan.sides if item.sides is None else min(item.sides, plan.sides)
        return timeline.Plan(
            plan.type, sides, item.hold or plan.hold, item.reps or plan.reps, item.sets or ONE, plan.contract
        )

    @property
    def seconds(self) -> int:
        """The bouts with the pauses between them, without the way to the next stretch."""
        return timeline.total_seconds(timeline.bouts(self.plan, self.variant.vocabulary.timing))

    @property
    def held(self) -> Held:
        """The muscles that the record stretches most and the variant is felt in; what is felt may also work."""
        stretched = self.guide.record.muscles.stretched
        return Held(self.plan, tuple(felt for felt in self.variant.written.feel.muscles if felt.muscle in stretched))


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


@dataclass(frozen=True)
class Library:
    """All guides and routines, and what they know of each other."""

    vocabulary: Vocabulary
    guides: Mapping[str, Guide]
    routines: Mapping[str, JoinedRoutine]

    @cached_property
    def shown(self) -> tuple[Guide, ...]:
        """What lists show: everything that is not withdrawn, by title."""
        guides = (guide for guide in self.guides.values() if not guide.is_withdrawn)
        return tuple(sorted(guides, key=lambda guide: guide.record.title.casefold()))

    @cached_property
    def by_area(self) -> Mapping[Area, tuple[Guide, ...]]:
        """The areas that have a stretch, in their order; a stretch stands under each of its areas."""
        areas = sorted(self.vocabulary.areas.values(), key=lambda area: area.order)
        found = {area: tuple(guide for guide in self.shown if area.id in guide.record.areas) for area in areas}
        return {area: guides for area, guides in found.items() if guides}

    @cached_property
    def _links(self) -> frozenset[tuple[str, str, str]]:
        """(relation, from, to), both ends of each."""
        return frozenset(self._both_ends())

    def _both_ends(self) -> Iterator[tuple[str, str, str]]:
        for guide in self.guides.values():
            links = guide.record.links
            for relation, reverse, others in (
                ("easier", "harder", links.easier),
                ("harder", "easier", links.harder),
                ("goes_with", "goes_with", links.goes_with),
            ):
                for other in others:
                    yield relation, guide.id, other
                    yield reverse, other, guide.id

    @cached_property
    def _neighbours(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], list[str]] = {}
        for relation, start, end in sorted(self._links):
            found.setdefault((relation, start), []).append(end)
        return {key: tuple(ends) for key, ends in found.items()}

    def next_to(self, guide: Guide, relation: str) -> tuple[Guide, ...]:
        """The guides that stand to this one as ``easier``, ``harder`` or ``goes_with``, whichever end wrote it."""
        ids = self._neighbours.get((relation, guide.id), ())
        return tuple(self.guides[id] for id in ids if id in self.guides and not self.guides[id].is_withdrawn)

    def routines_with(self, guide: Guide) -> tuple[JoinedRoutine, ...]:
        return tuple(each for each in self.routines.values() if any(step.guide.id == guide.id for step in each.steps))

    def warnings(self, guide: Guide) -> tuple[Warned, ...]:
        """Every caution of the guide, the universal ones first, each with a way round it where there is one."""
        universal = (Warned(caution) for caution in self.vocabulary.cautions.values() if caution.universal)
        return (*universal, *(self._warned(guide, caution) for caution in guide.cautions))

    def _warned(self, guide: Guide, caution: str) -> Warned:
        carriers = tuple(variant for variant in guide.variants if caution in variant.cautions)
        free = [variant for variant in guide.variants if caution not in variant.cautions]
        only = carriers if free else ()
        if free and not self._chosen_swap(guide, caution):
            return Warned(self.vocabulary.cautions[caution], only, other_variant=free[0])
        return Warned(self.vocabulary.cautions[caution], only, other_guide=self.instead(guide, caution))

    def instead(self, guide: Guide, caution: str) -> Guide | None:
        """Another stretch for someone with a caution: the one that the record names, else the nearest without it."""
        return self._chosen_swap(guide, caution) or self._derived_swap(guide, caution)

    def _chosen_swap(self, guide: Guide, caution: str) -> Guide | None:
        uses = (swap.use for swap in guide.record.instead_if if swap.caution == caution)
        chosen = (self.guides[use] for use in uses if use in self.guides)
        return next((guide for guide in chosen if not guide.is_withdrawn), None)

    def _derived_swap(self, guide: Guide, caution: str) -> Guide | None:
        """Same first area, not harder, without the caution; the nearest by stretched muscles, then the easiest."""
        stretched = set(guide.record.muscles.stretched)
        candidates = [
            other
            for other in self._by_home.get(guide.record.areas[0], ())
            if other.id != guide.id and caution not in other.cautions and self._rank(other) <= self._rank(guide)
        ]
        order = sorted(
            candidates,
            key=lambda other: (-len(stretched & set(other.record.muscles.stretched)), self._rank(other), other.id),
        )
        return next(iter(order), None)

    def without_floor(self, guide: Guide) -> WithoutFloor | None:
        """What does as well as a stretch without the floor; None where nothing does.

        A variant of its own before another stretch, and of those the one that shares the most stretched muscles, then
        the easiest.
        """
        own = [variant for variant in guide.variants if not variant.needs_floor]
        if own:
            return WithoutFloor(guide, own[0])
        record, home = guide.record, self._by_home.get(guide.record.areas[0], ())
        others = [other for other in home if floor.stands_in(other.record, record, self.vocabulary)]
        if not others:
            return None
        nearest = min(others, key=lambda other: (-self._shared(record, other), self._rank(other), other.id))
        return WithoutFloor(nearest, next(variant for variant in nearest.variants if not variant.needs_floor))

    def _shared(self, record: Exercise, other: Guide) -> int:
        return floor.shared_muscles(record, other.record, self.vocabulary)

    @cached_property
    def _by_home(self) -> Mapping[str, tuple[Guide, ...]]:
        found: dict[str, list[Guide]] = {}
        for guide in self.shown:
            found.setdefault(guide.record.areas[0], []).append(guide)
        return {area: tuple(guides) for area, guides in found.items()}

    def _rank(self, guide: Guide) -> int:
        return self.vocabulary.rank(guide.record.variants[0].level)


def join(
    vocabulary: Vocabulary,
    exercises: Mapping[str, tuple[str, Exercise]],
    routines: Mapping[str, tuple[str, Routine]],
) -> Library:
    """Join records (id to source path and record). A routine that uses a stretch which is not there is left out."""
    guides = {id: Guide(id, source, record, vocabulary) for id, (source, record) in sorted(exercises.items())}
    joined = (_joined(id, source, record, guides, vocabulary) for id, (source, record) in sorted(routines.items()))
    return Library(vocabulary, guides, {routine.id: routine for routine in joined if routine})


def _joined(
    id: str, source: str, record: Routine, guides: Mapping[str, Guide], vocabulary: Vocabulary
) -> JoinedRoutine | None:
    steps = [_routine_step(item, guides.get(item.stretch)) for item in record.items]
    if None in steps:
        return None
    return JoinedRoutine(id, source, record, tuple(step for step in steps if step), vocabulary)


def _routine_step(item: RoutineItem, guide: Guide | None) -> RoutineStep | None:
    variants = (
        (variant for variant in guide.variants if item.variant in (None, variant.written.id)) if guide else iter(())
    )
    variant = next(variants, None)
    return RoutineStep(item, guide, variant) if guide and variant else None
