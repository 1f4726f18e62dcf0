"""Which stretches need the floor, and what does as well without: said of records, before and after they are joined."""

from __future__ import annotations

from stretchguide.records import Exercise, Variant
from stretchguide.vocabulary import Vocabulary


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


def stands_in(other: Exercise, record: Exercise, vocabulary: Vocabulary) -> bool:
    """Whether another stretch does for this one what it can without the floor: it has the same first area, stretches
    one of the same muscles, has a variant that needs no floor, and is not withdrawn."""
    return (
        other.areas[0] == record.areas[0]
        and other.review.status != "withdrawn"
        and bool(variants_without(other, vocabulary))
        and shared_muscles(record, other, vocabulary) > 0
    )
