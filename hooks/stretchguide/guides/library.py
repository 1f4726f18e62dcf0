"""All records joined: what a reader is told that no contributor types, because it takes other records to say it.

Reverse links, swaps for a caution and stand-ins without the floor are derived here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from stretchguide.format.records import Exercise
from stretchguide.format.routines import Routine
from stretchguide.format.vocabulary import Area, Caution, Vocabulary
from stretchguide.guides import floor
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.ranking import ranked
from stretchguide.guides.routine import JoinedRoutine, joined
from stretchguide.guides.swaps import Question, StandIn


@dataclass(frozen=True)
class Warned:
    """A caution as a guide shows it."""

    caution: Caution
    only: tuple[GuideVariant, ...] = ()
    """The variants that carry it; empty = all of them."""
    instead: StandIn | None = None
    """A version of the same stretch, or of another, that suits whoever has it. None where none does, where it holds
    for every stretch, and in an emergency: whoever may have one gets help, and stretches nothing."""


@dataclass(frozen=True)
class Library:
    """All guides and routines, and what they know of each other."""

    vocabulary: Vocabulary
    guides: Mapping[str, Guide]
    routines: Mapping[str, JoinedRoutine]

    @cached_property
    def shown(self) -> tuple[Guide, ...]:
        """Everything that is not withdrawn, by title."""
        guides = (guide for guide in self.guides.values() if not guide.is_withdrawn)
        return tuple(sorted(guides, key=lambda guide: guide.record.title.casefold()))

    @cached_property
    def ranked(self) -> tuple[Guide, ...]:
        """The same, in the order of lists."""
        return ranked(self.shown)

    @cached_property
    def reviewed(self) -> tuple[Guide, ...]:
        """What a clinician has reviewed of that."""
        return tuple(guide for guide in self.shown if guide.record.review.is_reviewed)

    @cached_property
    def by_area(self) -> Mapping[Area, tuple[Guide, ...]]:
        """The areas that have a stretch, in their order; it stands under each of its areas, in the order of lists."""
        areas = sorted(self.vocabulary.areas.values(), key=lambda area: area.order)
        found = {area: ranked((each for each in self.shown if area.id in each.record.areas), area) for area in areas}
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
        cautions = self.vocabulary.cautions
        universal = (Warned(caution) for caution in cautions.values() if caution.universal)
        return (*universal, *(self.warning(guide, cautions[id]) for id in guide.cautions))

    def warning(self, guide: Guide, caution: Caution) -> Warned:
        """A caution as a guide shows it that carries it, or every guide does. Page, sheets and the caution ask."""
        if (guide.id, caution.id) not in self._warned:
            self._warned[guide.id, caution.id] = self._answer(guide, caution)
        return self._warned[guide.id, caution.id]

    @cached_property
    def _warned(self) -> dict[tuple[str, str], Warned]:
        """What has been asked before."""
        return {}

    def _answer(self, guide: Guide, caution: Caution) -> Warned:
        carriers = tuple(variant for variant in guide.variants if caution.id in variant.cautions)
        if not carriers:
            return Warned(caution)
        question = Question(guide, caution, carriers)
        instead = self.chosen_swap(question) or question.other_version() or self.derived_swap(question)
        return Warned(caution, carriers if len(carriers) < len(guide.variants) else (), instead)

    def chosen_swap(self, question: Question) -> StandIn | None:
        """The other stretch that the record names for a caution."""
        named = (self.guides.get(use) for use in question.guide.record.uses_for(question.caution.id))
        return question.first(guide for guide in named if guide and not guide.is_withdrawn)

    def derived_swap(self, question: Question) -> StandIn | None:
        """The nearest other stretch of the same first area and of one of the same muscles; none where none is fit."""
        record = question.guide.record
        if "none" in record.uses_for(question.caution.id):
            return None
        return question.nearest(each for each in self._sharing(record) if each.record.areas[0] == record.areas[0])

    def without_floor(self, guide: Guide) -> StandIn | None:
        """What does as well as a stretch without the floor; None where nothing does.

        A variant of its own before another stretch, and of those the nearest one (``floor.distance``).
        """
        own = [variant for variant in guide.variants if not variant.needs_floor]
        if own:
            return StandIn(guide, own[0])
        return min(self._stand_ins(guide), key=lambda other: self._distance(guide, other), default=None)

    def _stand_ins(self, guide: Guide) -> Iterator[StandIn]:
        for other in self._sharing(guide.record):
            fits = floor.stand_ins(other.record, guide.record, self.vocabulary) if other.id != guide.id else ()
            yield from (StandIn(other, variant) for variant in other.variants if variant.written in fits)

    def _distance(self, guide: Guide, other: StandIn) -> tuple[int, ...]:
        return floor.distance(other.guide.record, other.variant.written, guide.record, self.vocabulary)

    def _sharing(self, record: Exercise) -> Iterator[Guide]:
        """The guides that are shown and stretch one of the same muscles most, by title."""
        return (self.guides[id] for id in self._stretchers.sharing(record))

    @cached_property
    def _stretchers(self) -> floor.Stretchers:
        return floor.Stretchers({guide.id: guide.record for guide in self.shown}, self.vocabulary)


def join(
    vocabulary: Vocabulary,
    exercises: Mapping[str, tuple[str, Exercise]],
    routines: Mapping[str, tuple[str, Routine]],
) -> Library:
    """Join records (id to source path and record). A routine that uses a stretch which is not there is left out."""
    guides = {id: Guide(id, source, record, vocabulary) for id, (source, record) in sorted(exercises.items())}
    found = (joined(id, source, record, guides, vocabulary) for id, (source, record) in sorted(routines.items()))
    return Library(vocabulary, guides, {routine.id: routine for routine in found if routine})
