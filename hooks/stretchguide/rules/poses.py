"""The pose halves of rules 5 and 8, rule 21, and every word of the pose language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from stretchguide.figure.words import language, pose_steps
from stretchguide.figure.words.bases import BASES
from stretchguide.format.problems import ProblemLevel, printable, quoted
from stretchguide.format.source import Path
from stretchguide.gallery.picture import CannotDraw
from stretchguide.rules.rule import Finding, Findings, PictureCase, VariantCase, picture_rule, variant_rule


def _steps(case: VariantCase) -> Iterator[tuple[Path, Mapping[str, Any], Mapping[str, Any]]]:
    """Path, own words and whole pose of every step that says something; nothing for a variant without poses."""
    for index, (step, whole) in enumerate(zip(case.variant.steps, case.poses, strict=True)):
        if step.pose is not None and whole is not None:
            yield (*case.path, "steps", index, "pose"), step.pose, whole


@variant_rule(21, "steps", "type", record=["type"])
def a_pose_begins_with_the_first_step(case: VariantCase) -> Findings:
    poses = [step.pose for step in case.variant.steps]
    if poses[0] is None and any(poses):
        yield Finding((*case.path, "steps", 0), "the first step has no pose, but a later one has; give it a 'base'")
    # Where a static variant has lost its hold, rule 6 says so, and the step that was it is not at fault twice.
    holds = [step for step in case.variant.steps if step.phase == "hold"]
    if poses[0] is not None and (holds or not case.is_static):
        for index, step in enumerate(case.variant.steps):
            if step.pose is None and step.phase != "hold":
                yield Finding((*case.path, "steps", index), f"a {step.phase} step has its own pose; say what changes")


@variant_rule(21, "steps")
def every_word_of_a_pose_makes_sense(case: VariantCase) -> Findings:
    for path, own, whole in _steps(case):
        for fault in language.read(whole, case.vocabulary.muscles)[1]:
            # What an earlier step said is reported there, and a key with hidden characters where it was read.
            key = str(fault.path[0]) if fault.path else ""
            is_first = path[-2] == 0
            if (not fault.path and is_first) or (key in own and printable(key) == key):
                yield Finding((*path, *fault.path), fault.message)


@variant_rule(8, "steps", "position")
def position_agrees_with_the_base(case: VariantCase) -> Findings:
    for path, own, _ in _steps(case):
        base = str(own.get("base", "")).split(" ")[0]
        allowed = [name for name, each in BASES.items() if case.variant.position in each.positions]
        if base in BASES and base not in allowed:
            fact = f"base {quoted(base)} does not fit the position {quoted(case.variant.position)}"
            yield Finding((*path, "base"), f"{fact}; write {' or '.join(allowed)}, or another position")


@variant_rule(5, "steps")
def pose_can_be_mirrored_back(case: VariantCase) -> Findings:
    for path, _, whole in _steps(case):
        again = pose_steps.mirrored(pose_steps.mirrored(whole))
        if again != whole and (read := language.read(whole)[0]) and language.read(again)[0] != read:
            yield Finding(path, "the pose cannot be mirrored back; write right and left in small letters")


@variant_rule(21, "steps")
def a_move_changes_the_picture(case: VariantCase) -> Findings:
    for index, step in enumerate(case.variant.steps[1:], 1):
        before, whole = case.poses[index - 1 : index + 1]
        if step.phase == "move" and step.pose and whole and whole == before:
            path = (*case.path, "steps", index, "pose")
            yield Finding(path, "this move looks like the step before it; say what changes", ProblemLevel.WARNING)


_SIDED = re.compile(r"\b(right|left)\b", re.IGNORECASE)
_PLURALS = ("arms", "hands", "elbows", "legs", "feet", "knees")
_MOVES_NOTHING = ("view", "title")
"""Keys whose right and left are no side of the body that moves: the eye goes round, not the figure."""


@variant_rule(21, "steps")
def a_move_shows_the_side_that_it_names(case: VariantCase) -> Findings:
    for index, step in enumerate(case.variant.steps):
        if step.phase != "move" or not step.pose or any(key in step.pose for key in _PLURALS):
            continue
        named = {found.group().lower() for found in _SIDED.finditer(step.text)}
        moving = {key: value for key, value in step.pose.items() if key not in _MOVES_NOTHING}
        drawn = {found.group().lower() for found in _SIDED.finditer(str(moving))}
        if named and not named & drawn:
            fact = f"the sentence names the {' and the '.join(sorted(named))}, but nothing there changes in the pose"
            yield Finding((*case.path, "steps", index, "pose"), f"{fact}; say what moves", ProblemLevel.WARNING)


@picture_rule(21)
def pictures_have_no_fault(case: PictureCase) -> Findings:
    """What is wrong with the finished figures: warnings, each at its key of the pose."""
    for index, pictures in enumerate(case.gallery.pictures(case.record)):
        said: set[tuple[str, str]] = set()
        for number, picture in enumerate(pictures):
            path: Path = ("variants", index, "steps", number, "pose")
            if isinstance(picture, CannotDraw):
                yield Finding(path, f"this pose cannot be drawn ({picture}); say it otherwise")
            elif picture:
                for key, message in picture.drawing.faults:
                    fact = key, message.partition(";")[0]
                    if fact not in said:  # A later step that keeps a fault is not worth a second line.
                        yield Finding((*path, key), message, ProblemLevel.WARNING)
                    said.add(fact)


RULES = (
    a_pose_begins_with_the_first_step,
    every_word_of_a_pose_makes_sense,
    position_agrees_with_the_base,
    pose_can_be_mirrored_back,
    a_move_changes_the_picture,
    a_move_shows_the_side_that_it_names,
    pictures_have_no_fault,
)
