"""Rules 1, 3, 4, 6 for routines: each item is there, fits the occasion and the setting, in a sound dose."""

from __future__ import annotations

from stretchguide.format.limits import PURPOSE_WORDS
from stretchguide.format.nearest import hint
from stretchguide.format.problems import ProblemLevel, quoted
from stretchguide.format.records import Variant
from stretchguide.format.routines import RoutineItem, SideDose
from stretchguide.guides.occasions import why_not
from stretchguide.rules import structure, wording
from stretchguide.rules.rule import Finding, Findings, ItemCase, RoutineCase, item_rule, routine_rule


@routine_rule(6, "purpose")
def purpose_of_a_routine_is_short(case: RoutineCase) -> Findings:
    yield from wording.too_long("purpose", case.routine.purpose, PURPOSE_WORDS)


@item_rule(1)
def a_named_variant_is_there(case: ItemCase) -> Findings:
    if case.variant is None:
        named, ids = case.item.variant or "", [variant.id for variant in case.record.variants]
        unknown = f"unknown variant {quoted(named)} of {quoted(case.item.stretch)}"
        yield Finding(case.path, f"{unknown}{hint(named, dict.fromkeys(ids, ()))}")


@item_rule(4)
def no_stretch_of_a_routine_is_withdrawn(case: ItemCase) -> Findings:
    if case.variant and case.record.review.is_withdrawn:
        yield Finding(case.path, f"{quoted(case.item.stretch)} is withdrawn; name another stretch")


@item_rule(4)
def an_item_fits_setting_and_occasion(case: ItemCase) -> Findings:
    if case.variant is None:
        return
    stretch, routine, known = quoted(case.item.stretch), case.routine, case.vocabulary
    fact = ""
    if routine.setting != "floor" and known.positions[case.variant.position].floor:
        fact = f"{stretch} goes down to the floor, the routine's setting does not"
    elif reason := why_not(known.occasions[routine.occasion], case.variant, case.record, known):
        fact = f"{stretch} does not fit {quoted(routine.occasion)}: {reason}"
    if fact:
        yield Finding(case.path, f"{fact}; name another variant or stretch")


@item_rule(3)
def dose_of_an_item_is_sound(case: ItemCase) -> Findings:
    if case.variant is None:
        return
    yield from _one_sided(case)
    for dose in (case.item, case.item.right, case.item.left):
        if dose:
            yield from _unsound(case, case.variant, dose)


def _one_sided(case: ItemCase) -> Findings:
    """What is wrong with another dose for one side."""
    item, has_two = case.item, case.variant and case.record.side_of(case.variant) not in (None, "alternating")
    if not (item.right or item.left):
        return
    if not has_two or item.sides == 1:
        fact = f"{quoted(item.stretch)} is not done on one side and then on the other here"
        yield Finding(case.path, f"{fact}; take 'right' and 'left' out")
    elif item.right and item.left:
        yield Finding(case.path, "both sides have a dose of their own; write that of one as the item's")


def _unsound(case: ItemCase, variant: Variant, dose: RoutineItem | SideDose) -> Findings:
    kind = case.vocabulary.types[case.record.type_of(variant)]
    if dose.reps and kind.mode == "static":
        fact = f"{quoted(case.item.stretch)} is held, not repeated"
        yield Finding(case.path, f"{fact}; write 'hold' or 'sets' in place of 'reps'")
    if dose.hold and kind.mode == "dynamic" and not variant.dose.hold:
        yield Finding(case.path, f"{quoted(case.item.stretch)} is repeated, not held; write 'reps' in place of 'hold'")
    limits = kind.dose_limits
    if limits.sets:
        limits = limits.model_copy(update={"sets": (1, limits.sets[1])})  # One set is enough in a row of stretches.
    for _, message in structure.out_of_bounds(dose, kind, limits, case.vocabulary.types.values()):
        yield Finding(case.path, message)
    for message in structure.beyond_the_evidence(dose, kind):
        yield Finding(case.path, message, ProblemLevel.WARNING)


RULES = (
    purpose_of_a_routine_is_short,
    a_named_variant_is_there,
    no_stretch_of_a_routine_is_withdrawn,
    an_item_fits_setting_and_occasion,
    dose_of_an_item_is_sound,
)
