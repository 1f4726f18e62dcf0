"""The shared vocabularies of ``exercises/_vocabulary/``: what ids mean, and the limits and claims behind the rules.

How their files are read is for ``topics``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from stretchguide.fields import (
    AreaId,
    CautionId,
    Entry,
    Model,
    MovementId,
    MuscleId,
    PositionId,
    Range,
    ReferenceId,
    StretchId,
    Text,
)
from stretchguide.glossary import StepVerbs, Term, Terms
from stretchguide.readability import words

Bounds = tuple[int, int]
"""Least and most, both allowed."""


class Area(Entry):
    name: Text
    order: int
    """Place in lists."""
    regions: tuple[Text, ...] = ()
    """Parts of the body map."""


class Muscle(Entry):
    name: Text
    latin: Text
    kind: Literal["muscle", "part", "group", "structure"]
    areas: Annotated[tuple[AreaId, ...], Field(min_length=1)]
    views: tuple[Literal["front", "back", "side", "deep"], ...] = ()
    plain: Text
    """What it is, in one plain sentence."""
    members: tuple[MuscleId, ...] = ()
    latin_check: bool = False


class Position(Entry):
    name: Text
    note: Text | None = None
    floor: bool = False
    """The reader has to get down to the floor."""


class Piece(Entry):
    """A piece of equipment."""

    name: Text
    words: tuple[Text, ...] = ()
    """What a step may call it."""
    household: Text | None = None
    """What does as well at home."""
    note: Text | None = None


class DoseLimits(Model):
    """Limits of the check for a single bout; not advice."""

    hold_s: Bounds | None = None
    """Seconds."""
    reps: Bounds | None = None
    """Repetitions in a set."""
    sets: Bounds | None = None
    """Sets a side."""
    contract_s: Bounds | None = None
    """Seconds."""
    effort_pct: Bounds | None = None
    """Percent of full effort."""


class Type(Entry):
    name: Text
    mode: Literal["static", "dynamic"]
    """static counts seconds, dynamic counts repetitions."""
    plain: Text
    dose_limits: DoseLimits = DoseLimits()
    default_dose: DoseLimits = DoseLimits()
    discouraged: bool = False
    evidence: tuple[ReferenceId, ...] = ()


class Level(Entry):
    name: Text
    plain: Text


class Occasion(Entry):
    name: Text
    note: Text | None = None
    forbid_positions: tuple[PositionId, ...] = ()
    forbid_movements: tuple[MovementId, ...] = ()
    require_mode: Literal["static", "dynamic"] | None = None
    prefer_mode: Literal["static", "dynamic"] | None = None


class Caution(Entry):
    name: Text
    severity: Literal["avoid", "adapt"]
    advice: Text
    universal: bool = False
    emergency: bool = False
    evidence: tuple[ReferenceId, ...] = ()


class Movement(Entry):
    plain: Text
    joints: tuple[Text, ...] = ()
    requires: tuple[CautionId, ...] = ()


class RedFlag(Entry):
    action: Literal["emergency", "urgent", "soon"]
    areas: tuple[AreaId, ...] = ()
    """Whose pages show it; left out = every page."""
    text: Text
    evidence: tuple[ReferenceId, ...] = ()


class Side(Entry):
    plain: Text


class Frequency(Entry):
    name: Text
    days_a_week: Annotated[str, Field(pattern=r"^[1-7]-[1-7]$")]

    @property
    def days(self) -> Range:
        """Days a week."""
        return Range(int(self.days_a_week[0]), int(self.days_a_week[-1]))


class Claim(Entry):
    label: Text
    say: Text
    do_not_say: tuple[Text, ...] = ()
    evidence: tuple[ReferenceId, ...] = ()
    certainty: Literal["high", "moderate", "low", "plain"]


class Reference(Entry):
    authors: Text
    year: int | None
    title: Text
    journal: Text | None = None
    doi: Text | None = None
    pmid: int | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    type: Text
    checked: Literal["abstract", "citation", "secondary", "unverified"]
    finding: Text
    also: Text | None = None
    conflict: Text | None = None
    note: Text | None = None
    doi_note: Text | None = None
    journal_note: Text | None = None
    title_note: Text | None = None
    year_note: Text | None = None


class Avoided(Entry):
    """A move that we discourage."""

    name: Text
    risk: Literal["discouraged", "trained-only"]
    why: Text
    instead: tuple[StretchId, ...] = ()
    advice: Text | None = None
    evidence: tuple[ReferenceId, ...] = ()


class RepetitionSeconds(Model):
    """Seconds of one repetition by type; a short hold inside it comes on top for mobility."""

    dynamic: int
    mobility: int
    active_isolated: Annotated[int, Field(alias="active-isolated")]


class Timing(Model):
    """Seconds from which every duration is computed."""

    transition_s: int
    """Moving from one stretch to the next."""
    side_change_s: int
    """Changing sides, or resting between sets."""
    rep_s: RepetitionSeconds
    get_ready_s: int
    """Before the first bout."""
    preview_step_s: int
    """Each step of "show me the steps first"; never part of a total."""


class Intensity(Model):
    """How a stretch should feel."""

    target: Text
    stop: Text
    breath: Text


class WeeklyAmount(Model):
    """An amount of held stretching in a week, for one muscle on one side of the body."""

    minutes: int
    """In all."""
    days: int | None = None
    """Spread over so many days or more."""
    evidence: Annotated[tuple[ReferenceId, ...], Field(min_length=1)]


class WeeklyDose(Model):
    """How much held stretching a week is worth while."""

    useful: WeeklyAmount
    """The least that made a clear difference."""
    peak: WeeklyAmount
    """Where more gained little more."""
    unsettled: tuple[ReferenceId, ...] = ()
    """Sources that found no clear link between amount and gain."""
    say: Text


@dataclass(frozen=True)
class Vocabulary:
    """All topics; the entries of each by id, in the order of the file."""

    areas: Mapping[str, Area]
    muscles: Mapping[str, Muscle]
    positions: Mapping[str, Position]
    equipment: Mapping[str, Piece]
    types: Mapping[str, Type]
    levels: Mapping[str, Level]
    occasions: Mapping[str, Occasion]
    cautions: Mapping[str, Caution]
    movements: Mapping[str, Movement]
    red_flags: Mapping[str, RedFlag]
    sides: Mapping[str, Side]
    frequencies: Mapping[str, Frequency]
    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]
    avoid: Mapping[str, Avoided]
    timing: Timing
    intensity: Intensity
    featured: tuple[str, ...]
    glossary: Mapping[str, Term]
    verbs: StepVerbs
    weekly_dose: WeeklyDose

    def rank(self, level: str) -> int:
        """How hard a level is, 0 the easiest."""
        return list(self.levels).index(level)

    @cached_property
    def jargon(self) -> Terms:
        """The terms of art that a step should not use."""
        return Terms.of(term for term in self.glossary.values() if term.jargon)

    @cached_property
    def explained(self) -> Terms:
        """The terms of art that a page links to the glossary."""
        return Terms.of(term for term in self.glossary.values() if not term.everyday)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words, in small letters, of the names of areas, muscles and things, which no writer can do without."""
        called = [area.name for area in self.areas.values()] + [muscle.name for muscle in self.muscles.values()]
        called += [name for piece in self.equipment.values() for name in (piece.name, *piece.words)]
        return frozenset(word for name in called for word in words(name.lower()))
