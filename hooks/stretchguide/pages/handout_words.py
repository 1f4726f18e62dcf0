"""What a printed sheet says: the numbers to fill in, where it is felt, when to stop and who should ask first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stretchguide.format.fields import Range
from stretchguide.format.prose import plain
from stretchguide.format.vocabulary import Caution, Vocabulary
from stretchguide.guides.guide import Guide, GuideVariant, unique_entries
from stretchguide.guides.timeline import Plan
from stretchguide.pages.phrases import lower_first

BREATHS = {"in": "Breathe in.", "out": "Breathe out."}
"""To breathe easily is left out: the rule of every stretch says it."""

_CLINICIAN = {
    "avoid": "Leave it out, unless your clinician says otherwise, with:",
    "adapt": "Change it, or choose another stretch, with:",
}
"""What comes before the names of cautions, by their severity."""


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


def feel(variant: GuideVariant) -> Iterator[Remark]:
    """Where it is felt, where not, and that the steps are written for one side."""
    written = variant.written.feel
    yield Remark("Feel it:", f"{lower_first(plain(written.text))}.")
    if written.not_here:
        yield Remark("Not here:", f"{plain(written.not_here)}.")
    if variant.sides == 2:
        yield Remark("The steps show the right side:", "for the left, swap right and left.")


def safety(own: Iterable[Caution], guides: Iterable[Guide], vocabulary: Vocabulary) -> Iterator[Remark]:
    """How it should feel and when to stop; emergencies and what holds for everybody in full; own cautions by name."""
    intensity, cautions = vocabulary.intensity, list(own)
    yield Remark("Aim for:", f"{lower_first(intensity.target)} {intensity.breath}", intensity.stop)
    if flags := unique_entries(flag for guide in guides for flag in guide.red_flags("emergency")):
        lead = "Stop, and call emergency services or go to an emergency department, for:"
        yield Remark(lead, " ".join(flag.text for flag in flags))
    for caution in vocabulary.cautions.values():
        if caution.universal:
            yield Remark("", caution.advice)
    yield from (Remark(f"{each.name}.", each.advice) for each in cautions if each.emergency)
    for severity, lead in _CLINICIAN.items():
        if names := [each.name for each in cautions if each.severity == severity and not each.emergency]:
            yield Remark(lead, f"{'; '.join(names)}.")
