"""The shared vocabularies of ``exercises/_vocabulary/``: what ids mean, and the limits and claims behind the rules.

How their files are read is for ``vocabulary_files``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from stretchguide.format.fields import (
    AreaId,
    AtLeastOne,
    Bounds,
    CautionId,
    Entry,
    Model,
    MovementId,
    MuscleId,
    Note,
    PositionId,
    Range,
    ReferenceId,
    RegionId,
    StretchId,
    Text,
    Whole,
)
from stretchguide.format.glossary import SearchWords, StepVerbs, Term, Terms
from stretchguide.format.readability import words

Icon = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A name among the icons of Material Design."""


class Listing(Entry):
    """An entry that has a page of its own, with the guides that belong to it."""

    name: Text
    """What readers call it."""
    heading: Text
    """What that page is called: "Stretches on a chair"."""
    plain: Text
    """A sentence or two that help the reader of that page."""
    also_called: tuple[Text, ...] = ()
    """What else people type who look for it: the search leads them here."""


class Area(Listing):
    order: Whole
    """Place in lists."""
    several: bool = False
    """True where it stands for several areas at once; no muscle lies in it."""
    regions: tuple[RegionId, ...] = ()
    """Parts of the body map."""
    felt: tuple[Text, ...] = ()
    """What a text of `feel` calls a place there."""
    joints: tuple[Text, ...] = ()
    """The joints that its muscles cross."""


class Muscle(Entry):
    name: Text
    """What readers call it."""
    latin: Text
    """Its Latin name, in full."""
    kind: Literal["muscle", "part", "group", "structure"]
    """A muscle, a part of one, a group, or other tissue (`structure`), which is never called a muscle."""
    areas: Annotated[tuple[AreaId, ...], Field(min_length=1)]
    """Where it lies; the first is its home."""
    views: tuple[Literal["front", "back", "side", "deep"], ...] = ()
    """From where it is seen on the figure."""
    plain: Text
    """What it is, in one plain sentence."""
    does: Text
    """What it does, in a sentence or two of plain anatomy."""
    also_called: tuple[Text, ...] = ()
    """What else people call it."""
    members: tuple[MuscleId, ...] = ()
    """The muscles of a group."""
    latin_check: bool = False
    """True where the Latin name is still to be checked."""


class Position(Listing):
    icon: Icon = "human"
    """Beside its name, and where a figure is missing; a name among the icons of Material Design."""
    floor: bool = False
    """The reader has to get down to the floor."""
    asks: tuple[MovementId, ...] = ()
    """The movements that it demands by itself."""


class Piece(Listing):
    """A piece of equipment."""

    without: bool = False
    """True where it stands for doing without any."""
    words: tuple[Text, ...] = ()
    """What a step may call it."""


class DoseLimits(Model):
    """Limits of the check for a single bout; not advice."""

    hold_s: Bounds | None = None
    """Seconds."""
    reps: Bounds | None = None
    """Repetitions in a set."""
    sets: Bounds | None = None
    """Sets a side."""
    rest_s: Bounds | None = None
    """Seconds of rest between sets."""
    contract_s: Bounds | None = None
    """Seconds."""
    effort_pct: Bounds | None = None
    """Percent of full effort."""


class Type(Entry):
    name: Text
    """What readers call it."""
    mode: Literal["static", "dynamic"]
    """static counts seconds, dynamic counts repetitions."""
    rep_s: AtLeastOne | None = None
    """Seconds of one repetition, for a type that counts them."""
    hold_adds: bool = False
    """True where a short hold in a repetition comes on top of its seconds; else it lies within them."""
    plain: Text
    """What one does, in a sentence."""
    dose_limits: DoseLimits = DoseLimits()
    """The doses that rule 3 accepts."""
    carried_hold_s: Whole | None = None
    """Seconds up to which its evidence carries a hold; a longer one is a warning."""
    discouraged: bool = False
    """True where we publish none."""
    evidence: tuple[ReferenceId, ...] = ()
    """The sources."""

    @model_validator(mode="after")
    def _counted_repetitions_take_time(self) -> Self:
        if self.mode == "dynamic" and self.rep_s is None:
            fact = "a dynamic type needs 'rep_s', the seconds of one repetition"
            raise PydanticCustomError("wrong_value", "{fact}", {"fact": fact})
        return self


class Level(Listing):
    """How hard a version of a stretch is."""


class Time(Listing):
    """A band of time."""

    up_to_s: AtLeastOne | None = None
    """Seconds of the longest stretch in it; left out = no end."""


class Occasion(Listing):
    icon: Icon = "timer-outline"
    """Beside its name; a name among the icons of Material Design."""
    note: Note | None = None
    """For writers of records."""
    forbid_positions: tuple[PositionId, ...] = ()
    """Positions that do not fit it."""
    forbid_movements: tuple[MovementId, ...] = ()
    """Movements that do not fit it."""
    require_mode: Literal["static", "dynamic"] | None = None
    """Only stretches that count seconds, or only those that count repetitions."""


class Caution(Entry):
    name: Text
    """Who should take care."""
    severity: Literal["avoid", "adapt"]
    """Leave the stretch out, or change it."""
    advice: Text
    """What to do, in a sentence."""
    also_called: tuple[Text, ...] = ()
    """What else people type who have it: the search leads them here."""
    never: tuple[MovementId, ...] = ()
    """The movements that the advice leaves out: no stretch that is offered in place of another asks for one."""
    rather_not: tuple[PositionId, ...] = ()
    """The positions that the advice leads away from: what is offered is done in another one where it can be."""
    universal: bool = False
    """True where it holds for every stretch."""
    emergency: bool = False
    """True where help is needed at once."""
    evidence: tuple[ReferenceId, ...] = ()
    """The sources."""


class Movement(Entry):
    plain: Text
    """What the body does."""
    joints: tuple[Text, ...] = ()
    """The joints that move."""
    requires: tuple[CautionId, ...] = ()
    """The cautions that it brings."""
    supports: bool = False
    """It bears the body and stretches nothing by itself."""
    words: tuple[Text, ...] = ()
    """What a step says that asks for it; `...` stands for up to three words."""


class RedFlag(Entry):
    action: Literal["emergency", "urgent", "soon"]
    """How soon to get help: at once, the same day, within days."""
    areas: tuple[AreaId, ...] = ()
    """Whose pages show it; left out = every page."""
    text: Text
    """The sign, as a reader notices it."""
    also_called: tuple[Text, ...] = ()
    """What people type who have it: the search leads them to the page of safety."""
    evidence: tuple[ReferenceId, ...] = ()
    """The sources."""


class Side(Entry):
    plain: Text
    """What `right` means."""


class Frequency(Entry):
    name: Text
    """What readers read."""
    days_a_week: Annotated[str, Field(pattern=r"^[1-7]-[1-7]$")]
    """From and to: `2-3`."""
    says_per_day: bool = False
    """True where it says already how many times a day: no dose adds `per_day` to it."""

    @property
    def days(self) -> Range:
        """Days a week."""
        return Range(int(self.days_a_week[0]), int(self.days_a_week[-1]))


class Claim(Entry):
    label: Text
    """What it improves, in a few words."""
    say: Text
    """What may be said."""
    do_not_say: tuple[Note, ...] = ()
    """Wording that rule 11 refuses."""
    evidence: tuple[ReferenceId, ...] = ()
    """The sources."""
    certainty: Literal["high", "moderate", "low", "plain"]
    """How sure it is; a plain fact needs no source."""


class Reference(Entry):
    authors: Text
    """As they are cited."""
    year: Whole | None
    title: Text
    journal: Text | None = None
    """With volume and pages."""
    doi: Text | None = None
    pmid: Annotated[int, Field(strict=True, ge=1)] | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    type: Text
    """What kind of study it is."""
    checked: Literal["abstract", "citation", "secondary", "unverified"]
    """How we have checked it: read the abstract, seen the citation, seen it named elsewhere, not yet."""
    finding: Text
    """What it found, in our words."""
    also: Text | None = None
    """What else it says, or how it is to be used."""
    conflict: Text | None = None
    """Who disagrees."""
    note: Text | None = None
    """What of it we have not seen, for reviewers."""


class Avoided(Entry):
    """A move that we discourage."""

    name: Text
    """What people call it."""
    risk: Literal["discouraged", "trained-only"]
    """Better left out, or for trained people only."""
    why: Text
    """What it can do."""
    instead: tuple[StretchId, ...] = ()
    """What to do instead."""
    advice: Text | None = None
    """What to mind."""
    evidence: tuple[ReferenceId, ...] = ()
    """The sources."""


class Removed(Entry):
    """A stretch or a routine that is gone for good, and whose address still answers: it says so."""

    name: Text
    """What it was called."""
    kind: Literal["stretch", "routine"] = "stretch"


class Timing(Model):
    """Seconds from which every duration is computed."""

    transition_s: Whole
    """Moving from one stretch to the next."""
    side_change_s: Whole
    """Changing sides, or resting between sets."""
    get_ready_s: Whole
    """Before the first bout."""
    step_s: Whole
    """Showing one step to a reader who asks for the steps first."""


class Intensity(Model):
    """How a stretch should feel."""

    target: Text
    stop: Text
    breath: Text


class WeeklyAmount(Model):
    """An amount of held stretching in a week, for one muscle on one side of the body."""

    minutes: AtLeastOne
    """In all."""
    days: Annotated[AtLeastOne, Field(le=7)] | None = None
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
    times: Mapping[str, Time]
    occasions: Mapping[str, Occasion]
    cautions: Mapping[str, Caution]
    movements: Mapping[str, Movement]
    red_flags: Mapping[str, RedFlag]
    sides: Mapping[str, Side]
    frequencies: Mapping[str, Frequency]
    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]
    avoid: Mapping[str, Avoided]
    removed: Mapping[str, Removed]
    timing: Timing
    intensity: Intensity
    featured: tuple[str, ...]
    glossary: Mapping[str, Term]
    verbs: StepVerbs
    weekly_dose: WeeklyDose
    search_words: SearchWords

    def rank(self, level: str) -> int:
        """How hard a level is, 0 the easiest."""
        return list(self.levels).index(level)

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """The muscles, each with the members that it has if it is a group."""
        return {muscle.id: muscle.members for muscle in self.muscles.values()}

    @cached_property
    def jargon(self) -> Terms:
        """The terms of art that a step should not use."""
        return Terms.of(term for term in self.glossary.values() if term.jargon)

    @cached_property
    def explained(self) -> Terms:
        """The terms of art that a page links to the glossary."""
        return Terms.of(term for term in self.glossary.values() if not term.everyday)

    @cached_property
    def banned(self) -> tuple[str, ...]:
        """The wording that no claim allows."""
        return tuple(phrase for claim in self.claims.values() for phrase in claim.do_not_say)

    @cached_property
    def said_movements(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The movements that a step can ask for in words, each with these."""
        return tuple((movement.id, movement.words) for movement in self.movements.values() if movement.words)

    @cached_property
    def said_pieces(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The pieces of equipment that a step can name, each with its words."""
        return tuple((piece.id, piece.words) for piece in self.equipment.values() if piece.words)

    @cached_property
    def felt_places(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The areas that a feeling can name, each with its words."""
        return tuple((area.id, area.felt) for area in self.areas.values() if area.felt)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words, in small letters, of the names of areas, muscles and things, which no writer can do without."""
        called = [area.name for area in self.areas.values()] + [muscle.name for muscle in self.muscles.values()]
        called += [name for piece in self.equipment.values() for name in (piece.name, *piece.words)]
        return frozenset(word for name in called for word in words(name.lower()))
