"""Which stretches need the floor, and what does as well without: said of records, before and after they are joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stretchguide.format.records import Exercise, Variant
from stretchguide.format.vocabulary import Vocabulary


def needs_floor(variant: Variant, vocabulary: Vocabulary) -> bool:
    """Whether the reader has to get down to the floor."""
    return vocabulary.positions[variant.position].floor


def variants_without(record: Exercise, vocabulary: Vocabulary) -> tuple[Variant, ...]:
    """The variants that need no floor."""
    return tuple(variant for variant in record.variants if not needs_floor(variant, vocabulary))


def shared_muscles(record: Exercise, other: Exercise, vocabulary: Vocabulary) -> int:
    """How many of the muscles that ``record`` stretches most the other one stretches most as well.

    A group is shared with its members: who stretches the rectus femoris stretches the quadriceps.
    """
    reached = {part for muscle in other.muscles.stretched for part in _with_parts(muscle, vocabulary)}
    return sum(not reached.isdisjoint(_with_parts(muscle, vocabulary)) for muscle in record.muscles.stretched)


def _with_parts(muscle: str, vocabulary: Vocabulary) -> set[str]:
    return {muscle, *vocabulary.muscles[muscle].members}


@dataclass(frozen=True)
class Stretchers:
    """Records by the muscles that they stretch most, so that nobody has to compare each with all others."""

    records: Mapping[str, Exercise]
    vocabulary: Vocabulary

    def sharing(self, record: Exercise) -> Iterator[str]:
        """The ids of those that stretch one of the same muscles most, in the order of the records."""
        parts = {part for muscle in record.muscles.stretched for part in _with_parts(muscle, self.vocabulary)}
        places = {place for part in parts for place in self._places.get(part, ())}
        return (self._ids[place] for place in sorted(places))

    @cached_property
    def _ids(self) -> Sequence[str]:
        return tuple(self.records)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Where the records stand that stretch a muscle, or a group with it, by muscle."""
        found: dict[str, list[int]] = {}
        for place, record in enumerate(self.records.values()):
            for muscle in record.muscles.stretched:
                for part in _with_parts(muscle, self.vocabulary):
                    found.setdefault(part, []).append(place)
        return found


def stand_ins(other: Exercise, record: Exercise, vocabulary: Vocabulary) -> tuple[Variant, ...]:
    """The variants of another stretch that do for this one what they can: without the floor, and of no harder level.

    The other stretch has one of its areas, stretches one of the same muscles, and is not withdrawn.
    """
    is_near = not set(record.areas).isdisjoint(other.areas) and not other.review.is_withdrawn
    if not is_near or not shared_muscles(record, other, vocabulary):
        return ()
    hardest = vocabulary.rank(record.variants[0].level)
    return tuple(each for each in variants_without(other, vocabulary) if vocabulary.rank(each.level) <= hardest)


def distance(other: Exercise, variant: Variant, record: Exercise, vocabulary: Vocabulary) -> tuple[int, ...]:
    """How far a stand-in is from the stretch, the nearest least.

    What counts, most first: the stretched muscles that it misses, where moving in place of holding still counts as one
    more; the first area; the type; the movements of the first variant; other muscles; the level.
    """
    kind, own = vocabulary.types[other.type_of(variant)], vocabulary.types[record.type]
    missed = len(record.muscles.stretched) - shared_muscles(record, other, vocabulary)
    return (
        missed + (kind.mode != own.mode),
        other.areas[0] != record.areas[0],
        kind != own,
        -len(set(record.variants[0].movements).intersection(variant.movements)),
        len(other.muscles.stretched) - shared_muscles(other, record, vocabulary),
        vocabulary.rank(variant.level),
    )
