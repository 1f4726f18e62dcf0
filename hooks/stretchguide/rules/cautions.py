"""Rules 29, 30: a caution that one variant adds is asked of the others, and a swap is for a caution that is there."""

from __future__ import annotations

from stretchguide.format.problems import quoted
from stretchguide.guides.guide import cautions_of
from stretchguide.rules.rule import Case, Finding, Findings, record_rule


@record_rule(29, "variants")
def an_added_caution_is_asked_of_the_others(case: Case) -> Findings:
    added = {caution: variant.id for variant in case.record.variants for caution in variant.cautions_add}
    for index, variant in enumerate(case.record.variants):
        carried = cautions_of(variant, case.vocabulary)
        for caution, other in added.items():
            if caution not in carried and caution not in variant.cautions_not:
                fact = f"{quoted(other)} adds the caution {quoted(caution)}, this variant does not have it"
                yield Finding(("variants", index, "id"), f"{fact}; add it, or write it under 'cautions_not'")


@record_rule(29, "variants")
def no_caution_is_denied_for_nothing(case: Case) -> Findings:
    added = {caution for variant in case.record.variants for caution in variant.cautions_add}
    for index, variant in enumerate(case.record.variants):
        carried = cautions_of(variant, case.vocabulary)
        for at, caution in enumerate(variant.cautions_not):
            if caution in carried or caution not in added:
                fact = "this variant has it" if caution in carried else "no other variant adds it"
                yield Finding(("variants", index, "cautions_not", at), f"{quoted(caution)}: {fact}; take it out")


@record_rule(30, "variants", "instead_if")
def a_swap_is_for_a_caution_that_is_there(case: Case) -> Findings:
    carried = {caution for variant in case.record.variants for caution in cautions_of(variant, case.vocabulary)}
    for index, swap in enumerate(case.record.instead_if):
        if swap.caution not in carried:
            fact = f"no variant carries the caution {quoted(swap.caution)}"
            yield Finding(("instead_if", index, "caution"), f"{fact}; take the swap out")


RULES = (
    an_added_caution_is_asked_of_the_others,
    no_caution_is_denied_for_nothing,
    a_swap_is_for_a_caution_that_is_there,
)
