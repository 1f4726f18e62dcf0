"""What a reader with a caution does in place of a stretch: which version of it, or of another, may be offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from stretchguide.format.records import Variant
from stretchguide.format.vocabulary import Caution
from stretchguide.guides import floor
from stretchguide.guides.guide import Guide, GuideVariant


def left_out(variant: Variant, caution: Caution) -> tuple[str, ...]:
    """The movements of a variant that the advice of a caution leaves out."""
    return tuple(movement for movement in variant.movements if movement in caution.never)


def suits(variant: GuideVariant, caution: Caution) -> bool:
    """Whether a variant may be offered to a reader with the caution: it neither carries it nor does what it forbids."""
    return caution.id not in variant.cautions and not left_out(variant.written, caution)


def is_free(guide: Guide, caution: Caution) -> bool:
    """Whether every version of a guide suits a reader with a caution, who may look at all of them."""
    return all(suits(variant, caution) for variant in guide.variants)


def _anywhere(variant: GuideVariant) -> bool:
    return True


@dataclass(frozen=True)
class StandIn:
    """What a reader does in place of a stretch, or of some of its versions."""

    guide: Guide
    """The stretch itself, or another."""
    variant: GuideVariant
    """Which version of it."""

    @property
    def is_first(self) -> bool:
        """Whether it is what the guide begins with, so that its title says enough."""
        return self.variant == self.guide.first


@dataclass(frozen=True)
class Question:
    """What to do in place of the versions of a stretch that carry a caution.

    The answer suits whoever has it, is no harder than the easiest of them, and takes nobody to the floor whom the first
    of them does not take there. None is better than a bad one. In an emergency there is no answer: whoever may have one
    gets help, and stretches nothing.
    """

    guide: Guide
    caution: Caution
    carriers: tuple[GuideVariant, ...]
    """The versions in whose place it is done, one at least."""
    fits: Callable[[GuideVariant], bool] = _anywhere
    """Whether a version can be done where the stretch is done."""

    def other_version(self) -> StandIn | None:
        """A version of the same stretch, the best placed one."""
        return self._best_placed(self.guide)

    def nearest(self, others: Iterable[Guide]) -> StandIn | None:
        """The nearest version of one of these guides, all of whose versions suit the reader."""
        found = (each for other in self._free(others) for each in self._versions(other))
        return min(found, key=self._distance, default=None)

    def first(self, others: Iterable[Guide]) -> StandIn | None:
        """The best placed version of the first of these guides all of whose versions suit the reader."""
        return next(filter(None, map(self._best_placed, self._free(others))), None)

    def _free(self, others: Iterable[Guide]) -> Iterator[Guide]:
        return (other for other in others if other.id != self.guide.id and is_free(other, self.caution))

    def _best_placed(self, guide: Guide) -> StandIn | None:
        """The answer among its versions that is done where the advice does not lead away from, and where the stretch
        itself is done; of several the first."""
        return min(self._versions(guide), key=lambda each: self._misplaced(each.variant), default=None)

    def _versions(self, guide: Guide) -> Iterator[StandIn]:
        return (StandIn(guide, variant) for variant in guide.variants if self._is_answer(variant))

    def _is_answer(self, variant: GuideVariant) -> bool:
        hardest = min(self._rank(carrier) for carrier in self.carriers)
        return (
            not self.caution.emergency
            and suits(variant, self.caution)
            and self._rank(variant) <= hardest
            and (self.carriers[0].needs_floor or not variant.needs_floor)
            and self.fits(variant)
        )

    def _rank(self, variant: GuideVariant) -> int:
        return self.guide.vocabulary.rank(variant.written.level)

    def _misplaced(self, variant: GuideVariant) -> tuple[bool, bool]:
        """Whether the advice leads away from its position, and whether no version in question shares that."""
        is_alike = variant.position in {carrier.position for carrier in self.carriers}
        return variant.position.id in self.caution.rather_not, not is_alike

    def _distance(self, found: StandIn) -> tuple[int, ...]:
        """As ``floor.distance``, but what is better placed is nearer than what only shares an area or a type."""
        missed, *rest = floor.distance(
            found.guide.record, found.variant.written, self.guide.record, self.guide.vocabulary
        )
        return (missed, *self._misplaced(found.variant), *rest)
