"""Rule 24: where a variant is felt agrees with the muscles of its record, in words, in the lit places and by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stretchguide.figure.muscles.members import is_known, stand_ins
from stretchguide.format.problems import ProblemLevel, quoted
from stretchguide.format.records import Feel
from stretchguide.format.sides import SIDES
from stretchguide.format.source import Path
from stretchguide.rules.rule import Case, Finding, Findings, VariantCase, record_rule, variant_rule


@variant_rule(24, "feel", record=["muscles"])
def what_is_felt_is_a_muscle_of_the_record(case: VariantCase) -> Findings:
    muscles, felt = case.record.muscles, case.variant.feel.muscles
    named = {*muscles.stretched, *muscles.also, *muscles.working}
    path = (*case.path, "feel", "muscles")
    foreign = [index for index, each in enumerate(felt) if each.muscle not in named]
    for index in foreign:
        fact = f"{quoted(felt[index].muscle)} is felt here, but it is no muscle of the record"
        yield Finding((*path, index), f"{fact}; add it to stretched, also or working, or take it out")
    if not foreign and not any(each.muscle in muscles.stretched for each in felt):
        listed = ", ".join(muscles.stretched)
        yield Finding(path, f"none of the muscles that are felt is a stretched one; name one of: {listed}")


@variant_rule(24, "steps", record=["muscles"])
def what_a_picture_lights_is_a_muscle_of_the_record(case: VariantCase) -> Findings:
    muscles = case.record.muscles
    named = {*muscles.stretched, *muscles.also, *muscles.working}
    for path, muscle in _lit_by_a_pose(case):
        if muscle not in named:
            fact = f"{quoted(muscle)} is lit here, but it is no muscle of the record"
            yield Finding(path, f"{fact}; add it to stretched, also or working, or take it out")


@variant_rule(24, "steps")
def what_a_picture_lights_has_a_shape(case: VariantCase) -> Findings:
    """Elsewhere another muscle is lit for one without a shape; the words of a pose are taken as they are."""
    for path, muscle in _lit_by_a_pose(case):
        if not is_known(muscle):
            members_of = {id: each.members for id, each in case.vocabulary.muscles.items()}
            instead = " and ".join(map(quoted, stand_ins(members_of)[muscle]))
            remedy = f"write {instead}" if instead else "take it out"
            fact = f"{quoted(muscle)} has no shape on figures, so it lights nothing here"
            yield Finding(path, f"{fact}; {remedy}", ProblemLevel.WARNING)


def _lit_by_a_pose(case: VariantCase) -> Iterator[tuple[Path, str]]:
    """The muscles of the vocabulary that the poses of a variant name themselves, each with its path."""
    for index, step in enumerate(case.variant.steps):
        for key in ("feel", "also"):
            lit = (step.pose or {}).get(key)
            for number, phrase in enumerate(lit if isinstance(lit, list) else ()):
                muscle = str(phrase).split(" ")[-1]
                if muscle in case.vocabulary.muscles:
                    yield (*case.path, "steps", index, "pose", key, number), muscle


@record_rule(24, "muscles", "variants")
def the_stretched_muscles_lie_where_the_body_moves(case: Case) -> Findings:
    """A trunk rotation is no stretch of a hip flexor. All versions together are judged: one of them shows the joint.

    What only bears the body moves nothing, and a lever at the end of some range moves whatever it will.
    """
    known, stretched = case.vocabulary, case.record.muscles.stretched
    crossed = {joint for muscle in stretched for joint in known.areas[known.muscles[muscle].areas[0]].joints}
    named = {movement for variant in case.record.variants for movement in variant.movements}
    moved = {joint for id in named if not known.movements[id].supports for joint in known.movements[id].joints}
    if moved and crossed and not moved & crossed and "passive-end-range" not in named:
        muscles = " and ".join(quoted(muscle) for muscle in stretched)
        fact = f"{muscles} would be stretched at the {_listed(crossed)}, but this stretch moves {_listed(moved)}"
        yield Finding(("muscles", "stretched"), f"{fact}; mend the muscles, or the movements")


@variant_rule(24, "feel")
def sides_of_the_feeling_agree(case: VariantCase) -> Findings:
    feel = case.variant.feel
    lit = {each.side for each in feel.muscles if each.side}
    said = _sides_in(feel.text)
    if said and not said & lit:
        fact = f"the text names the {' and the '.join(sorted(said))}, but no muscle is felt there"
        yield Finding((*case.path, "feel", "text"), f"{fact}; write the side before a muscle, or say it otherwise")


def _sides_in(text: str) -> set[str]:
    return {side for side in SIDES if re.search(rf"\b{side}\b", text, re.IGNORECASE)}


@variant_rule(24, "feel", record=["muscles"])
def words_of_the_feeling_lie_where_it_stretches(case: VariantCase) -> Findings:
    """Judged where the text names a place at all: "warmth, and an easy rise in breathing" names none."""
    known = case.vocabulary
    stretched = {area for muscle in case.record.muscles.stretched for area in known.muscles[muscle].areas}
    named = {area for area, said in known.felt_places if _names(said, case.variant.feel)}
    if named and not named & stretched:
        fact = f"this place belongs to {_listed(named)}, the stretched muscles to {_listed(stretched)}"
        yield Finding((*case.path, "feel", "text"), f"{fact}; say where it is felt, or mend the muscles")


def _listed(areas: set[str]) -> str:
    return " and ".join(sorted(areas))


def _names(words: tuple[str, ...], feel: Feel) -> bool:
    """Whether a text names one of the places, whatever its side: "the back of the right thigh"."""
    return bool(_places(words).search(re.sub(r"\b(?:right|left) ", "", feel.text)))


@cache
def _places(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)


@variant_rule(24, "steps", "feel", "side", record=["side"])
def the_lit_side_follows_the_step(case: VariantCase) -> Findings:
    """Where both sides take turns, a move to one side lights that turn's side, not both at once."""
    if case.side != "alternating":
        return
    for index, step in enumerate(case.variant.steps):
        if step.phase == "move" and step.pose and len(_sides_in(step.text)) == 1 and not any(_lit_sides(case, index)):
            fact = "the sentence names one side, but what is lit has none"
            path = (*case.path, "steps", index, "pose")
            yield Finding(path, f"{fact}; write 'feel' with right or left before each muscle")


def _lit_sides(case: VariantCase, index: int) -> Iterator[str]:
    """The sides that are lit in a step; where its pose lights nothing at all, either would do."""
    pose = case.variant.steps[index].pose or {}
    if "feel" in pose:
        yield from _sides_in(str(pose["feel"])) if pose["feel"] else SIDES
    else:
        yield from (each.side for each in case.variant.feel.muscles if each.side)


RULES = (
    what_is_felt_is_a_muscle_of_the_record,
    what_a_picture_lights_is_a_muscle_of_the_record,
    what_a_picture_lights_has_a_shape,
    the_stretched_muscles_lie_where_the_body_moves,
    sides_of_the_feeling_agree,
    words_of_the_feeling_lie_where_it_stretches,
    the_lit_side_follows_the_step,
)
