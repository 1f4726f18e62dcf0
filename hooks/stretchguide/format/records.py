"""The format of a stretch: what a contributor writes of it, as frozen models.

The docstring under a field becomes its description in the JSON Schema. Nothing derived stands here (that is
``library``), and no rule that needs more than one value at a time (that is ``rules``).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from stretchguide.format.fields import (
    AreaId,
    CautionId,
    ClaimId,
    Count,
    Day,
    Duration,
    Emoji,
    EquipmentId,
    FeltMuscle,
    FrequencyId,
    LevelId,
    Model,
    MovementId,
    MuscleId,
    OccasionId,
    OwnSideId,
    Percent,
    PositionId,
    Prose,
    ReferenceId,
    SideId,
    Slug,
    StretchId,
    SwapId,
    Text,
    TypeId,
)
from stretchguide.format.limits import (
    INTRO_WORDS,
    PURPOSE_WORDS,
    REVIEW_MONTHS,
    STEP_WORDS,
    STEPS,
    TITLE_CHARACTERS,
)

Phase = Literal["setup", "move", "hold", "return"]
Breath = Literal["in", "out", "easy"]

Title = Annotated[Text, Field(max_length=TITLE_CHARACTERS)]
Purpose = Annotated[
    Text,
    Field(
        description=f"One sentence of at most {PURPOSE_WORDS} words: the line on the card and the page's description."
    ),
]


class Muscles(Model):
    """Which muscles and other tissue the stretch concerns."""

    stretched: Annotated[tuple[MuscleId, ...], Field(min_length=1)]
    """Stretched most."""
    also: tuple[MuscleId, ...] = ()
    """Also stretched, less."""
    working: tuple[MuscleId, ...] = ()
    """The ones that work to hold or move."""


class Benefit(Model):
    """Why the stretch helps. No claim, no benefit."""

    emoji: Emoji | None = None
    """One emoji."""
    lead: Text
    """The benefit in a few words."""
    text: Prose
    """One sentence."""
    claim: ClaimId
    """The claim that carries it: gives certainty, label and the wording that is not allowed."""


class Equipment(Model):
    """What a variant is done with."""

    needs: tuple[EquipmentId, ...] = ()
    """Cannot be done without."""
    one_of: tuple[EquipmentId, ...] = ()
    """One of these is needed."""
    nice: tuple[EquipmentId, ...] = ()
    """More comfortable with it."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every piece that is named."""
        return (*self.needs, *self.one_of, *self.nice)


class Dose(Model):
    """How long, how many times, how often."""

    hold: Duration | None = None
    """How long to hold: `15-30 s`. With `reps` as well: a short hold inside each repetition."""
    reps: Count | None = None
    """Repetitions in one set: `8-10`."""
    sets: Count | None = None
    """Sets a side: `2-3`. One when left out."""
    rest: Duration | None = None
    """How long to rest between sets: `30 s`. As long as a change of sides when left out."""
    every: FrequencyId
    """How often in a week."""
    per_day: Count | None = None
    """How many times on each of those days: `2`. Once when left out."""
    contract: Duration | None = None
    """PNF only: how long to press before each hold."""
    effort: Percent | None = None
    """PNF only: how hard to press, in percent of full effort."""


class Step(Model):
    """One step of a variant, written for the right side."""

    title: Annotated[Text, Field(max_length=24)]
    """A few words, capital first, no full stop."""
    emoji: Emoji | None = None
    """One emoji, shown where the step has no picture."""
    text: Annotated[
        Prose,
        Field(
            max_length=80,
            description=f"One instruction of at most {STEP_WORDS} words; begins with a verb, ends with a full stop.",
        ),
    ]
    phase: Phase
    """What the step does: take the position, move, hold, or come back."""
    breath: Breath | None = None
    """How to breathe."""
    why: Prose | None = None
    """Why the step is done like this."""
    pose: Annotated[dict[str, Any], WithJsonSchema({"type": "object", "x-pose": True})] | None = None
    """What the figure does, in words. The first step names a base; a later one says only what changes."""


class Feel(Model):
    """Where the variant is felt."""

    text: Prose
    """Where, in plain words; no full stop."""
    muscles: Annotated[tuple[FeltMuscle, ...], Field(min_length=1)]
    """Muscle ids, each with `right` or `left` before it where only that side is meant."""
    not_here: Prose | None = None
    """Where it should not be felt."""


class Change(Model):
    """A way to make a variant easier or deeper: a change, or another stretch to use."""

    label: Text | None = None
    """The change in a few words."""
    change: Prose | None = None
    """What to do differently."""
    use: StretchId | None = None
    """Another stretch, when it is really another movement."""
    note: Prose | None = None
    """A word about using the other stretch."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.change is None) == (self.use is None):
            fact = "write either 'label' and 'change', or 'use' with the id of another stretch"
            raise PydanticCustomError("wrong_value", "{fact}", {"fact": fact})
        if self.change is not None and (self.label is None or self.note is not None):
            fact = "'change' goes with 'label'; 'note' goes with 'use'"
            raise PydanticCustomError("wrong_value", "{fact}", {"fact": fact})
        return self


class Variant(Model):
    """One way to do the stretch. The first variant of a record is its default."""

    id: Slug
    """Short and stable: part of addresses."""
    label: Annotated[Text, Field(max_length=28)]
    """The name on the tab."""
    level: LevelId
    """Beginner, intermediate or advanced."""
    position: PositionId
    """The starting position."""
    side: OwnSideId | None = None
    """Only where it differs from the record's; `none` = both sides at once."""
    type: TypeId | None = None
    """Only where it differs from the record's."""
    equipment: Equipment = Equipment()
    """What it is done with."""
    dose: Dose
    """How long, how many times, how often."""
    movements: tuple[MovementId, ...] = ()
    """What the body is asked to do. Each adds its cautions and names its joints by itself."""
    cautions_add: tuple[CautionId, ...] = ()
    """Cautions beyond those of the movements."""
    cautions_not: tuple[CautionId, ...] = ()
    """Cautions that another variant adds and this one, looked at for it, does not need."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1, description=f"{STEPS[0]} to {STEPS[1]} steps.")]
    feel: Feel
    """Where it is felt."""
    easier: tuple[Change, ...] = ()
    """Ways to make it easier."""
    deeper: tuple[Change, ...] = ()
    """Ways to make it deeper."""


class Mistake(Model):
    """A common mistake and its mending."""

    wrong: Prose
    """What goes wrong; no full stop."""
    instead: Prose
    """What to do instead."""


class Links(Model):
    """Where to go next. Easier and harder are written at one end only; the other end is derived."""

    easier: tuple[StretchId, ...] = ()
    """Easier stretches."""
    harder: tuple[StretchId, ...] = ()
    """Harder stretches."""
    goes_with: tuple[StretchId, ...] = ()
    """Stretches that go well with this one."""


class Swap(Model):
    """A better swap for readers with a caution than the derived one."""

    caution: CautionId
    """Who it is for."""
    use: SwapId
    """A stretch of the same area, not harder, without that caution or what it leaves out; `none` where none is fit."""


class Evidence(Model):
    """What a source supports here."""

    ref: ReferenceId
    """The source."""
    supports: Prose
    """What it supports in this record."""


Status = Literal["draft", "reviewed", "needs-recheck", "withdrawn"]


class Review(Model):
    """Who wrote and who reviewed the record."""

    status: Status
    """Shown on the page."""
    written_by: Text
    """Who wrote it."""
    reviewed_by: Text | None = None
    """Name and clinical role: `Ada Smith, physiotherapist`."""
    reviewed_on: Day | None = None
    """Year-month-day."""
    next_review: Annotated[Day | None, Field(description=f"Year-month-day, within {REVIEW_MONTHS} months.")] = None
    questions: tuple[Text, ...] = ()
    """What a clinician should answer: stands on the review sheet, and is never shown to readers."""

    @property
    def is_draft(self) -> bool:
        return self.status == "draft"

    @property
    def is_reviewed(self) -> bool:
        """Whether a clinician has signed it, and nothing has called it in question since."""
        return self.status == "reviewed"

    @property
    def is_withdrawn(self) -> bool:
        return self.status == "withdrawn"


class Exercise(Model):
    """One stretch: everything that a reader sees, hears, prints or downloads about it."""

    title: Title
    """The name of the stretch."""
    tagline: Prose
    """The line under the title."""
    purpose: Purpose
    also_known_as: tuple[Text, ...] = ()
    """Other names; they feed the search."""
    complaints: tuple[Text, ...] = ()
    """What people say or type: `stiff back from sitting`. They feed the search."""
    formerly: tuple[Slug, ...] = ()
    """Earlier ids of this stretch."""
    intro: Annotated[Prose, Field(description=f"At most {INTRO_WORDS} words; no headings, no images.")]
    areas: Annotated[tuple[AreaId, ...], Field(min_length=1)]
    """The first is the page's home and comes from a stretched muscle's area."""
    muscles: Muscles
    """Which muscles it concerns."""
    type: TypeId
    """How it is stretched. Whether seconds or repetitions count follows from it."""
    side: SideId | None = None
    """What `right` means. Left out when both sides are done at once."""
    occasions: tuple[OccasionId, ...] = ()
    """When it fits."""
    benefits: Annotated[tuple[Benefit, ...], Field(min_length=1)]
    """Why it helps."""
    variants: Annotated[tuple[Variant, ...], Field(min_length=1, max_length=6)]
    """One to six; the first is the default."""
    mistakes: tuple[Mistake, ...] = ()
    """Common mistakes, each with its mending."""
    safety: Annotated[tuple[Prose, ...], Field(max_length=4)] = ()
    """What to do to stay safe; four at most."""
    tip: Prose | None = None
    """The quick tip."""
    links: Links = Links()
    """Where to go next."""
    instead_if: tuple[Swap, ...] = ()
    """Better swaps than the derived ones."""
    distinct_from: tuple[StretchId, ...] = ()
    """Stretches that this one resembles on purpose: another stretch, though nearly the same words, poses and muscles.
    Written at one end only, and only where the check asks for it."""
    no_floor_free: bool = False
    """True says that a floor stretch has nothing in its place without the floor, neither a variant nor a stretch."""
    evidence: tuple[Evidence, ...] = ()
    """What sources support here."""
    review: Review
    """Who wrote and who reviewed it."""

    def type_of(self, variant: Variant) -> str:
        """The id of the variant's type: its own, or the record's."""
        return variant.type or self.type

    def side_of(self, variant: Variant) -> str | None:
        """The id of the variant's side rule; None when both sides are done at once."""
        side = variant.side or self.side
        return None if side == "none" else side

    def uses_for(self, caution: str) -> tuple[str, ...]:
        """The ids of the stretches that are named for a caution, or ``none``."""
        return tuple(swap.use for swap in self.instead_if if swap.caution == caution)
