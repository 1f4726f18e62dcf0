"""What suits an occasion: said of records, by the rules, the lists and the routines alike."""

from __future__ import annotations

from stretchguide.format.problems import quoted
from stretchguide.format.records import Exercise, Variant
from stretchguide.format.vocabulary import Occasion, Vocabulary


def why_not(occasion: Occasion, variant: Variant, record: Exercise, vocabulary: Vocabulary) -> str | None:
    """Why a variant of a record does not suit an occasion, in words; None when it does."""
    mode = vocabulary.types[record.type_of(variant)].mode
    if occasion.require_mode and mode != occasion.require_mode:
        return f"it asks for a {occasion.require_mode} stretch"
    if variant.position in occasion.forbid_positions:
        return f"the position {quoted(variant.position)} is left out there"
    forbidden = [movement for movement in variant.movements if movement in occasion.forbid_movements]
    return f"the movement {quoted(forbidden[0])} is left out there" if forbidden else None
