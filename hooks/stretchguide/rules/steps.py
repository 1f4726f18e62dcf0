"""Rules 5, 6, 8: steps are short, name right and left where there is a side, and name only what is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from stretchguide.format import prose
from stretchguide.format.limits import STEP_WORDS, STEPS
from stretchguide.format.problems import quoted
from stretchguide.format.sides import NOT_A_SIDE, mirrored, names_side
from stretchguide.rules.rule import Finding, Findings, VariantCase, variant_rule

_OTHER_SIDE = re.compile(r"\bother side\b", re.IGNORECASE)


@variant_rule(5, "steps", "side", record=["side"])
def side_is_set_exactly_when_named(case: VariantCase) -> Findings:
    naming = [words for words in case.step_words if names_side(words.text)]
    if case.side and not naming:
        fact = f"this variant has the side rule {quoted(case.side)}, but no step names right or left"
        yield Finding((*case.path, "steps"), f"{fact}; name the side, or write 'side: none' in the variant")
    if naming and not case.side:
        fact = "the step names right or left, but the variant has no 'side'"
        yield Finding(naming[0].path, f"{fact}; say what right means, or leave the word out")


@variant_rule(5, "steps", "feel")
def side_words_can_be_swapped(case: VariantCase) -> Findings:
    for words in case.swapped_words:
        if phrase := NOT_A_SIDE.search(words.text):
            fact = f"{quoted(phrase.group())} names no side of the body, and the second side swaps right and left"
            yield Finding(words.path, f"{fact}; say it otherwise ('90 degrees', 'at once')")
        elif mirrored(mirrored(words.text)) != words.text:
            yield Finding(words.path, "right and left cannot be swapped back here; write them in small letters")


@variant_rule(6, "steps", "type", record=["type"])
def static_variant_has_one_hold(case: VariantCase) -> Findings:
    holds = [index for index, step in enumerate(case.variant.steps) if step.phase == "hold"]
    if case.is_static and len(holds) != 1:
        at = (*case.path, "steps", holds[1]) if holds else (*case.path, "steps")
        yield Finding(at, f"a static variant has one step with 'phase: hold', this one has {len(holds)}; keep one")


@variant_rule(6, "steps")
def steps_are_few_and_short(case: VariantCase) -> Findings:
    path, steps = (*case.path, "steps"), case.variant.steps
    if not STEPS[0] <= len(steps) <= STEPS[1]:
        yield Finding(path, f"{len(steps)} steps; write {STEPS[0]} to {STEPS[1]}")
    for index, step in enumerate(steps):
        text, title = prose.plain(step.text), step.title
        if (count := len(text.split())) > STEP_WORDS:
            yield Finding(
                (*path, index, "text"), f"the step has {count} words, {STEP_WORDS} at most; shorten or split it"
            )
        if not text[:1].isupper():
            yield Finding((*path, index, "text"), f"begin the sentence with a capital: {quoted(text)}")
        if not text.endswith((".", "!", "?")):
            yield Finding((*path, index, "text"), f"end the sentence with a full stop: {quoted(text)}")
        if not title[:1].isupper() or title.endswith("."):
            yield Finding(
                (*path, index, "title"), f"a step title begins with a capital and has no full stop: {quoted(title)}"
            )


@variant_rule(8, "steps", "equipment")
def named_equipment_is_listed(case: VariantCase) -> Findings:
    listed = set(case.variant.equipment.all)
    for words in case.step_words:
        for word, owners in _named(words.text, case.vocabulary.said_pieces):
            if not owners & listed:
                fact = (
                    f"the step names {quoted(word)}, but the variant's equipment has no {' or '.join(sorted(owners))}"
                )
                yield Finding(words.path, f"{fact}; add it, or say it otherwise")


def _named(text: str, pieces: Iterable[tuple[str, tuple[str, ...]]]) -> list[tuple[str, set[str]]]:
    """Words for equipment in a text, each with the ids of the pieces that it may mean."""
    found: dict[str, set[str]] = {}
    said = text.casefold()
    for piece, names in pieces:
        for word in names:
            if word.casefold() in said and (match := _word(word).search(text)):
                found.setdefault(match.group(), set()).add(piece)
    return list(found.items())


@cache
def _word(word: str) -> re.Pattern[str]:
    # "Step your foot back" is no step to stand on: only "a step", "the step", "low step" are.
    before = r"(?:(?<=\ba )|(?<=\bthe )|(?<=\blow ))" if word == "step" else r"\b"
    return re.compile(rf"{before}{re.escape(word)}s?\b", re.IGNORECASE)


@variant_rule(8, "position", "equipment")
def chair_is_listed_for_sitting(case: VariantCase) -> Findings:
    equipment = case.variant.equipment
    if case.variant.position == "seated-chair" and "chair" not in (*equipment.needs, *equipment.one_of):
        at = (*case.path, "equipment") if "equipment" in case.variant.model_fields_set else (*case.path, "position")
        yield Finding(at, "a seated-chair variant needs the chair; write 'equipment: {needs: [chair]}'")


@variant_rule(8, "steps", "side", record=["side"])
def other_side_needs_a_side(case: VariantCase) -> Findings:
    for words in case.step_words:
        if not case.side and _OTHER_SIDE.search(words.text):
            yield Finding(
                words.path, "'other side' stands in a variant that has no side; say it otherwise, or set 'side'"
            )


RULES = (
    side_is_set_exactly_when_named,
    side_words_can_be_swapped,
    static_variant_has_one_hold,
    steps_are_few_and_short,
    named_equipment_is_listed,
    chair_is_listed_for_sitting,
    other_side_needs_a_side,
)
