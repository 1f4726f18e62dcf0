"""The table of swaps: what readers with a caution are told to do in place of what, all on one page, for reviewers.

The page is one file that asks nothing of any host. Its markup stands in ``overrides/sheets/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from stretchguide.format.vocabulary import Caution, Movement
from stretchguide.guides.guide import Guide, GuideVariant, unique
from stretchguide.guides.library import Library
from stretchguide.guides.routine_cautions import routine_cautions
from stretchguide.guides.swaps import StandIn
from stretchguide.pages.templates import environment

Origin = Literal["version", "named", "derived", "none"]
"""Another version of the stretch, a stretch that the record names, one that is derived, or none that is fit."""


@dataclass(frozen=True)
class ToldInstead:
    """A caution, the versions of a stretch that carry it, and what to do in their place."""

    guide: Guide
    carriers: tuple[GuideVariant, ...]
    caution: Caution
    instead: StandIn | None

    @property
    def origin(self) -> Origin:
        if self.instead is None:
            return "none"
        if self.instead.guide is self.guide:
            return "version"
        return "named" if self.instead.guide.id in self.guide.record.uses_for(self.caution.id) else "derived"

    def movements(self, variants: Sequence[GuideVariant]) -> tuple[Movement, ...]:
        """What the versions ask for."""
        known = self.guide.vocabulary.movements
        return tuple(known[id] for id in unique(id for variant in variants for id in variant.written.movements))


@dataclass(frozen=True)
class SwapTable:
    """The swaps of all guides, or of a routine."""

    title: str
    rows: tuple[ToldInstead, ...]


def swap_sheet(library: Library, templates: Path) -> str:
    """The page."""
    return environment(templates).get_template("swaps.html").render(parts=tables(library))


def tables(library: Library) -> tuple[SwapTable, ...]:
    """The guides in the order of their titles, then the routines."""
    routines = (
        SwapTable(
            routine.record.title,
            tuple(
                ToldInstead(swap.step.guide, (swap.step.variant,), each.caution, swap.instead)
                for each in routine_cautions(library, routine)
                for swap in each.swaps
            ),
        )
        for routine in library.routines.values()
    )
    return (SwapTable("All guides", tuple(_of_guides(library))), *routines)


def told_of(library: Library, guide: Guide) -> Iterator[ToldInstead]:
    """Every caution of a guide, those that hold for every stretch among them."""
    for warned in library.warnings(guide):
        yield ToldInstead(guide, warned.only or guide.variants, warned.caution, warned.instead)


def _of_guides(library: Library) -> Iterator[ToldInstead]:
    for guide in library.shown:
        for told in told_of(library, guide):
            if not (told.caution.universal or told.caution.emergency):
                yield told
