"""What a library offers in place of its stretches: every swap of every guide and routine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stretchguide.format.vocabulary import Caution
from stretchguide.guides.guide import GuideVariant
from stretchguide.guides.library import Library
from stretchguide.guides.routine_cautions import routine_cautions
from stretchguide.guides.swaps import StandIn


@dataclass(frozen=True)
class Offer:
    """A caution, the versions of a stretch that carry it, and what is offered in their place."""

    caution: Caution
    carriers: tuple[GuideVariant, ...]
    instead: StandIn

    def __str__(self) -> str:
        carrier = self.carriers[0]
        return (
            f"{carrier.record.title} with {self.caution.id}: {self.instead.guide.id} {self.instead.variant.written.id}"
        )

    @property
    def suits(self) -> bool:
        """Whether all that the reader may look at there is free of the caution, no harder, and no further down."""
        is_same_stretch = self.instead.guide.record == self.carriers[0].record
        reached = [self.instead.variant] if is_same_stretch else self.instead.guide.variants
        rank = self.instead.guide.vocabulary.rank
        return (
            not any(self.caution.id in variant.cautions for variant in reached)
            and not any(set(self.caution.never).intersection(variant.written.movements) for variant in reached)
            and rank(self.instead.variant.level.id) <= min(rank(each.level.id) for each in self.carriers)
            and (self.carriers[0].needs_floor or not self.instead.variant.needs_floor)
            and not self.caution.emergency
        )


def offers(library: Library) -> Iterator[Offer]:
    for guide in library.guides.values():
        for warned in library.warnings(guide):
            if warned.instead:
                yield Offer(warned.caution, warned.only or guide.variants, warned.instead)
    for routine in library.routines.values():
        for each in routine_cautions(library, routine):
            for swap in each.swaps:
                if swap.instead:
                    yield Offer(each.caution, (swap.step.variant,), swap.instead)
