"""Rules 2, 3, 4: areas, doses and occasions agree with the vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from stretchguide.format.fields import Bounds, Range
from stretchguide.format.limits import PER_DAY, SIDE_TOTAL_S
from stretchguide.format.problems import ProblemLevel, quoted
from stretchguide.format.records import Dose
from stretchguide.format.routines import RoutineItem, SideDose
from stretchguide.format.vocabulary import DoseLimits, Type
from stretchguide.guides.occasions import why_not
from stretchguide.rules.rule import Case, Finding, Findings, VariantCase, record_rule, variant_rule


@record_rule(2, "areas", "muscles")
def areas_and_muscles_agree(case: Case) -> Findings:
    areas, muscles, known = case.record.areas, case.record.muscles, case.vocabulary.muscles
    home = {area for muscle in muscles.stretched for area in known[muscle].areas}
    if areas[0] not in home and not case.vocabulary.areas[areas[0]].several:
        fact = f"no stretched muscle belongs to the first area {quoted(areas[0])}"
        yield Finding(("areas", 0), f"{fact}; begin with one of: {_listed(sorted(home))}")
    for index, muscle in enumerate(muscles.stretched):
        if not set(known[muscle].areas) & set(areas):
            fact = f"{quoted(muscle)} lies in none of the areas of this stretch"
            yield Finding(("muscles", "stretched", index), f"{fact}; add one of: {_listed(known[muscle].areas)}")
    yield from _unmet_areas(case, home)


def _unmet_areas(case: Case, home: set[str]) -> Findings:
    muscles, known = case.record.muscles, case.vocabulary.muscles
    met = {area for muscle in (*muscles.stretched, *muscles.also, *muscles.working) for area in known[muscle].areas}
    for index, area in enumerate(case.record.areas):
        if case.vocabulary.areas[area].several:
            if len(home) < 2:
                fact = f"{quoted(area)} needs stretched muscles in two or more areas"
                yield Finding(("areas", index), f"{fact}; take it out")
        elif area not in met and not (index == 0 and area not in home):
            fact = f"no muscle of this stretch belongs to the area {quoted(area)}"
            yield Finding(("areas", index), f"{fact}; take it out, or add the muscle")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


@variant_rule(3, "dose", "type", record=["type"])
def dose_fits_the_type(case: VariantCase) -> Findings:
    faults = [*_missing(case), *_out_of_bounds(case), *_idle_rest(case), *_too_often(case)]
    yield from faults or (*_total(case), *_beyond_the_evidence(case))
    if _type(case).discouraged:
        at = (*case.path, "type") if case.variant.type else ("type",)
        yield Finding(at, f"we do not publish the type {quoted(_type(case).id)}; choose another")


def _type(case: VariantCase) -> Type:
    return case.vocabulary.types[case.record.type_of(case.variant)]


def _missing(case: VariantCase) -> Findings:
    kind, dose, path = _type(case), case.variant.dose, (*case.path, "dose")
    counted = "hold" if case.is_static else "reps"
    if getattr(dose, counted) is None:
        yield Finding(path, f"a {kind.name.lower()} variant needs '{counted}'; add it to the dose")
    if kind.dose_limits.contract_s and dose.contract is None:
        yield Finding(path, f"a {kind.name} variant needs 'contract'; add it to the dose")


def _out_of_bounds(case: VariantCase) -> Findings:
    types = case.vocabulary.types.values()
    for key, message in out_of_bounds(case.variant.dose, _type(case), _type(case).dose_limits, types):
        yield Finding((*case.path, "dose", key), message)


_LIMITS: tuple[tuple[str, Callable[[DoseLimits], Bounds | None], str], ...] = (
    ("hold", lambda limits: limits.hold_s, " s"),
    ("reps", lambda limits: limits.reps, ""),
    ("sets", lambda limits: limits.sets, ""),
    ("rest", lambda limits: limits.rest_s, " s"),
    ("contract", lambda limits: limits.contract_s, " s"),
    ("effort", lambda limits: limits.effort_pct, " %"),
)
"""The keys of a dose, their limits, and units."""

_OF_FEW_TYPES = ("contract", "effort")
"""What only a type with limits for it may ask."""


def out_of_bounds(
    dose: Dose | RoutineItem | SideDose, kind: Type, limits: DoseLimits, types: Iterable[Type]
) -> Iterator[tuple[str, str]]:
    """What of a dose of a type is outside the limits: its key, and a message. ``types`` are all that there are."""
    for key, limit, unit in _LIMITS:
        bounds = limit(limits)
        value: Range | None = getattr(dose, key, None)
        if value and bounds and not bounds[0] <= value.least <= value.most <= bounds[1]:
            fact = f"{key} of {_said(value)}{unit} is outside the limits of {kind.id}"
            yield key, f"{fact}; stay within {bounds[0]}-{bounds[1]}{unit}"
        elif value and not bounds and key in _OF_FEW_TYPES:
            owners = ", ".join(each.id for each in types if limit(each.dose_limits))
            yield key, f"{quoted(key)} belongs to {owners or 'no type'}, not to {kind.id}; take it out"


def _beyond_the_evidence(case: VariantCase) -> Findings:
    for message in beyond_the_evidence(case.variant.dose, _type(case)):
        yield Finding((*case.path, "dose", "hold"), message, ProblemLevel.WARNING)


def beyond_the_evidence(dose: Dose | RoutineItem | SideDose, kind: Type) -> Iterator[str]:
    """That a hold inside the limits is longer than the evidence of its type carries."""
    most = (kind.dose_limits.hold_s or (0, 0))[1]
    if dose.hold and kind.carried_hold_s and kind.carried_hold_s < dose.hold.most <= most:
        fact = f"hold of {_said(dose.hold)} s is longer than the evidence of {kind.id} carries"
        yield f"{fact}; stay within {kind.carried_hold_s} s"


def _said(value: Range) -> str:
    return str(value.least) if value.least == value.most else f"{value.least}-{value.most}"


def _idle_rest(case: VariantCase) -> Findings:
    dose = case.variant.dose
    if dose.rest and (dose.sets is None or dose.sets.most == 1):
        fact = "there is one set, so nothing to rest between"
        yield Finding((*case.path, "dose", "rest"), f"{fact}; write 'sets', or take 'rest' out")


def _too_often(case: VariantCase) -> Findings:
    dose, path = case.variant.dose, (*case.path, "dose", "per_day")
    if not dose.per_day:
        return
    if not PER_DAY[0] <= dose.per_day.most <= PER_DAY[1]:
        yield Finding(path, f"{_said(dose.per_day)} times a day; stay within {PER_DAY[0]}-{PER_DAY[1]}")
    elif case.vocabulary.frequencies[dose.every].says_per_day:
        fact = f"{quoted(dose.every)} says already how many times a day"
        yield Finding(path, f"{fact}; take 'per_day' out, or choose another 'every'")


def _total(case: VariantCase) -> Findings:
    dose = case.variant.dose
    if not case.is_static or not dose.hold:
        return
    total = dose.hold.most * (dose.sets.most if dose.sets else 1)
    if not SIDE_TOTAL_S[0] <= total <= SIDE_TOTAL_S[1]:
        fact = f"longest hold times most sets is {total} s a side"
        yield Finding((*case.path, "dose"), f"{fact}; make it {SIDE_TOTAL_S[0]} to {SIDE_TOTAL_S[1]} s")


@record_rule(4, "occasions", "variants", "type")
def an_occasion_fits_a_variant(case: Case) -> Findings:
    for index, id in enumerate(case.record.occasions):
        occasion = case.vocabulary.occasions[id]
        reasons = [why_not(occasion, variant, case.record, case.vocabulary) for variant in case.record.variants]
        if all(reasons):
            yield Finding(
                ("occasions", index),
                f"{quoted(id)} does not fit: {reasons[0]}; take it out, or add a variant that fits",
            )


RULES = (areas_and_muscles_agree, dose_fits_the_type, an_occasion_fits_a_variant)
