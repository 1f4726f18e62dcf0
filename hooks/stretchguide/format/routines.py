"""The format of a routine: stretches in order, each in a dose of its own.

As with ``records``, the docstring under a field becomes its description in the JSON Schema.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from stretchguide.format.fields import Count, Duration, FrequencyId, LevelId, Model, OccasionId, Prose, Slug, StretchId
from stretchguide.format.limits import FEWEST_ITEMS
from stretchguide.format.records import Purpose, Title


class SideDose(Model):
    """The dose of one side, where it differs from the item's. What is left out is as on the other side."""

    hold: Duration | None = None
    """How long to hold on this side."""
    reps: Count | None = None
    """Repetitions on this side."""
    sets: Count | None = None
    """Sets on this side."""


class RoutineItem(Model):
    """One stretch of a routine."""

    stretch: StretchId
    """Which stretch."""
    variant: Slug | None = None
    """Which of its variants; the first when left out."""
    hold: Duration | None = None
    """How long to hold here; the variant's when left out."""
    reps: Count | None = None
    """Repetitions here; the variant's when left out."""
    sets: Count | None = None
    """Sets here; the variant's when left out."""
    sides: Literal[1, 2] | None = None
    """1 = one side only; both when left out."""
    right: SideDose | None = None
    """Another dose for the right side."""
    left: SideDose | None = None
    """Another dose for the left side: `{hold: 45 s}`."""


class Routine(Model):
    """Stretches in order. Cautions, kit, areas and times are derived."""

    title: Title
    """The name of the routine."""
    tagline: Prose
    """The line under the title."""
    purpose: Purpose
    occasion: OccasionId
    """When it fits."""
    level: LevelId
    """For whom."""
    setting: Literal["chair", "floor", "standing"]
    """Where it is done."""
    every: FrequencyId
    """How often in a week."""
    note: Prose | None = None
    """What to mind before it begins, in a sentence or two."""
    items: Annotated[tuple[RoutineItem, ...], Field(min_length=FEWEST_ITEMS)]
    """The stretches, in order."""
