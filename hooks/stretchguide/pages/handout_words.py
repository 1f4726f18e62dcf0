"""What a printed sheet says: the numbers to fill in, where it is felt, when to stop and who should ask first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from stretchguide.format.fields import Range
from stretchguide.format.prose import plain
from stretchguide.format.records import Step
from stretchguide.format.sides import SIDES, names_side, sides_named
from stretchguide.format.vocabulary import Caution, Vocabulary
from stretchguide.guides.guide import Guide, GuideVariant, unique_entries
from stretchguide.guides.routine import JoinedRoutine, RoutineStep
from stretchguide.guides.timeline import Plan
from stretchguide.pages.phrases import lower_first

Telling = Literal["whole", "brief", "cues"]
"""How much a routine says of each step: its sentence; that where it names a side, and its title elsewhere; or its
title, but for the sentence that tells the side and those in which both sides do something until the stretch is held."""

BREATHS = {"in": "Breathe in.", "out": "Breathe out."}
"""To breathe easily is left out: the rule of every stretch says it."""

_STOP = "Stop "
"""How a sign to stop begins, among what a record says of safety."""


class Blank(NamedTuple):
    """A number for the therapist to write, beside the guide's own."""

    name: str
    unit: str
    value: Range


def blanks(plan: Plan, effort: Range | None) -> Iterator[Blank]:
    """What is counted in one bout, the repeats last: of a hold, or of a set of repetitions."""
    is_counted = plan.type.mode == "dynamic"
    if plan.contract:
        yield Blank("Press", "s", plan.contract)
    if effort:
        yield Blank("Effort", "% of full effort", effort)
    if is_counted and plan.reps:
        yield Blank("Repeat", "times", plan.reps)
    if plan.hold:
        yield Blank("Hold", "s", plan.hold)
    if plan.between_sets:
        yield Blank("Rest between sets", "s", plan.between_sets)
    yield Blank("Sets", "", plan.sets) if is_counted else Blank("Repeat", "times", plan.sets)


def ticks(variant: GuideVariant) -> int:
    """How many boxes a day has: one for each time, or for each set where no times are told."""
    per_day = variant.written.dose.per_day
    return per_day.most if per_day else variant.plan.sets.most


class Remark(NamedTuple):
    """A few words with a bold beginning, and a bold end where that matters most."""

    lead: str
    text: str
    end: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, self))


def steps(variant: GuideVariant) -> list[Remark]:
    """The steps, each as one remark; to breathe in or out is its end."""
    return [
        Remark(f"{step.title}.", plain(step.text), BREATHS.get(step.breath or "", "")) for step in variant.written.steps
    ]


def item_title(step: RoutineStep) -> Remark:
    """The name of a stretch of a routine, and its version where the guide has several."""
    is_one_of = len(step.guide.variants) > 1
    return Remark(f"{step.guide.record.title}.", f"{step.variant.written.label}." if is_one_of else "")


def item_blanks(step: RoutineStep, side: int = 1) -> list[Blank]:
    """As ``blanks``, of the second side where that is asked; what is done once has no number for that."""
    plan = step.plan.of(side)
    numbers = list(blanks(plan, step.variant.written.dose.effort))
    return numbers if plan.sets.most > 1 else numbers[:-1]


def item_text(step: RoutineStep, telling: Telling) -> list[Remark]:
    """How a stretch of a routine is done, where it is felt, and the guide's own signs to stop."""
    stop = stop_signs(step.guide)
    steps = Remark("", _steps_in_a_row(step.variant, telling))
    return [steps, feel_here(step.variant), *([Remark("", "", stop)] if stop else [])]


def reading(routine: JoinedRoutine, lit: bool) -> list[Remark]:
    """How the stretches of a routine are read: what black means in their pictures, and that one side is written."""
    black = [Remark("Black in the pictures:", "feel it here.")] if lit else []
    is_sided = any(step.variant.sides == 2 for step in routine.steps)
    return [*black, *([Remark("Told for the right side:", "for the left, swap right and left.")] if is_sided else [])]


def _steps_in_a_row(variant: GuideVariant, telling: Telling) -> str:
    """The steps of a stretch in one text: sentences and titles."""
    steps = variant.written.steps
    in_full = _in_full(steps, telling)
    return " ".join(plain(step.text) if step in in_full else f"{step.title}." for step in steps)


def _in_full(steps: Sequence[Step], telling: Telling) -> Sequence[Step]:
    """The steps that are whole sentences where others are titles: a title may leave out which hand, and which leg."""
    sided = [step for step in steps if names_side(step.text)]
    if telling == "cues":
        of_both = (step for step in steps[:-1] if len(sides_named(step.text)) == len(SIDES))
        return [*sided[:1], *of_both]
    return steps if telling == "whole" else sided


def feel(variant: GuideVariant, lit: bool = False) -> Iterator[Remark]:
    """Where it is felt, and what is black where pictures show it; where not; and that the steps are for one side."""
    written = variant.written.feel
    yield Remark("Feel it, black in the pictures:", feel_here(variant).text) if lit else feel_here(variant)
    if written.not_here:
        yield Remark("Not here:", f"{plain(written.not_here)}.")
    if variant.sides == 2:
        yield Remark("The steps show the right side:", "for the left, swap right and left.")


def feel_here(variant: GuideVariant) -> Remark:
    return Remark("Feel it:", f"{lower_first(plain(variant.written.feel.text))}.")


def stop_signs(guide: Guide) -> str:
    """The guide's own signs to stop."""
    return " ".join(text for text in map(plain, guide.record.safety) if text.startswith(_STOP))


def rules(guide: Guide) -> Iterator[Remark]:
    """What the guide itself says of safety, its signs to stop last."""
    if guide.record.safety:
        others = (text for text in map(plain, guide.record.safety) if not text.startswith(_STOP))
        yield Remark("In this stretch:", " ".join(others), stop_signs(guide))


def safety(
    own: Iterable[Caution], guides: Iterable[Guide], vocabulary: Vocabulary, of_guide: Iterable[Remark] = ()
) -> Iterator[Remark]:
    """How it should feel and when to stop; emergencies and what holds for everybody. Other cautions are for
    ``handout_cautions``."""
    intensity = vocabulary.intensity
    yield Remark("Aim for:", f"{lower_first(intensity.target)} {intensity.breath}", intensity.stop)
    yield from of_guide
    if flags := unique_entries(flag for guide in guides for flag in guide.red_flags("emergency")):
        lead = "Stop, and call emergency services or go to an emergency department, for:"
        yield Remark(lead, " ".join(flag.text for flag in flags))
    for caution in vocabulary.cautions.values():
        if caution.universal:
            yield Remark("", caution.advice)
    yield from (Remark(f"{each.name}.", each.advice) for each in own if each.emergency)
