"""The order in which every list shows its stretches: what serves most readers comes first, and the alphabet last."""

from __future__ import annotations

from collections.abc import Iterable

from stretchguide.format.vocabulary import Area
from stretchguide.guides.guide import Guide, GuideVariant

Rank = tuple[bool, bool, int, bool, str]


def rank(guide: Guide, variant: GuideVariant, area: Area | None = None) -> Rank:
    """The place of a stretch, shown by one of its versions, in a list that may be an area's; the least comes first.

    Its main area before the others, drawn before not, easy before hard, off the floor before on it, by title.
    """
    return (
        area is not None and guide.areas[0] != area,
        not all(step.pose for step in variant.written.steps[:1]),
        guide.vocabulary.rank(variant.level.id),
        variant.needs_floor,
        guide.record.title.casefold(),
    )


def ranked(guides: Iterable[Guide], area: Area | None = None) -> tuple[Guide, ...]:
    """Stretches in that order, each by its first version."""
    return tuple(sorted(guides, key=lambda guide: rank(guide, guide.first, area)))
