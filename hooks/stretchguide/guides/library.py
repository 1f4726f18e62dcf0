"""All records joined: what a reader is told that no contributor types, because it takes other records to say it.

Reverse links, swaps for a caution and stand-ins without the floor are derived here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from stretchguide.format.records import Exercise, Routine
from stretchguide.format.vocabulary import Area, Caution, Vocabulary
from stretchguide.guides import floor
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.routine import JoinedRoutine, joined


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

    def _warned(self, guide: Guide, id: str) -> Warned:
        caution = self.vocabulary.cautions[id]
        carriers = tuple(variant for variant in guide.variants if id in variant.cautions)
        free = [variant for variant in guide.variants if id not in variant.cautions]
        only = carriers if free else ()
        if free and not caution.emergency and not self._chosen_swap(guide, id):
            return Warned(caution, only, other_variant=free[0])
        return Warned(caution, only, other_guide=self.instead(guide, id))

    def instead(self, guide: Guide, caution: str) -> Guide | None:
        """Another stretch for someone with a caution: the one that the record names, else the nearest without it.

        None for a caution that is an emergency: whoever may have one gets help, and stretches nothing.
        """
        if self.vocabulary.cautions[caution].emergency:
            return None
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

        A variant of its own before another stretch, and of those the nearest one (``floor.distance``).
        """
        own = [variant for variant in guide.variants if not variant.needs_floor]
        if own:
            return WithoutFloor(guide, own[0])
        return min(self._stand_ins(guide), key=lambda other: self._distance(guide, other), default=None)

    def _stand_ins(self, guide: Guide) -> Iterator[WithoutFloor]:
        for other in self.shown:
            fits = floor.stand_ins(other.record, guide.record, self.vocabulary) if other.id != guide.id else ()
            yield from (WithoutFloor(other, variant) for variant in other.variants if variant.written in fits)

    def _distance(self, guide: Guide, other: WithoutFloor) -> tuple[int, ...]:
        return floor.distance(other.guide.record, other.variant.written, guide.record, self.vocabulary)

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
    found = (joined(id, source, record, guides, vocabulary) for id, (source, record) in sorted(routines.items()))
    return Library(vocabulary, guides, {routine.id: routine for routine in found if routine})
