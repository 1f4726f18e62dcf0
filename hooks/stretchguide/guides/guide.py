"""A stretch as readers are told of it: its record with what follows from that alone.

Cautions, joints, levels, sides and seconds are derived here, from records that already passed the rules.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from stretchguide.format.fields import Entry, Range
from stretchguide.format.records import Exercise, Variant
from stretchguide.format.vocabulary import Area, Claim, Level, Occasion, Piece, Position, RedFlag, Reference, Vocabulary
from stretchguide.guides import floor, timeline

ONE = Range(1, 1)
H = TypeVar("H", bound=Hashable)
E = TypeVar("E", bound=Entry)


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
        in_turn = self.side == "alternating"
        sets = dose.sets or ONE
        return timeline.Plan(kind, self.sides, dose.hold, dose.reps, sets, dose.contract, dose.rest, in_turn)

    @property
    def seconds(self) -> int:
        """The whole stretch, get-ready time included."""
        return timeline.total_seconds(timeline.parts([self.plan], self.vocabulary.timing))

    @property
    def span(self) -> Range:
        """Seconds, from the shortest way to do it to the longest."""
        return timeline.span_seconds([self.plan], self.vocabulary.timing)


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
        return self.record.review.is_withdrawn

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
