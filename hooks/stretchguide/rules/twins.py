"""Rule 20: two records that are nearly the same stretch, and those that say that they are two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from stretchguide.format.drafts import Draft
from stretchguide.format.problems import ProblemLevel, has_errors, quoted
from stretchguide.format.readability import words
from stretchguide.format.records import Exercise, Step, Variant
from stretchguide.rules.rule import Finding, Findings, LibraryCase, library_rule

Drafts = Mapping[str, Draft[Exercise]]

ALIKE = 0.6
"""Share of step words, or of pose words, from which two variants of the same structure are one stretch. Measured: the
most alike of 116 different stretches share 0.57 of the words and 0.38 of the pose; most variants of one record, which
differ on purpose, share more than 0.6 of either."""

STRUCTURE_ALIKE = 0.5
"""Share of the movements, and of the stretched muscles."""

_SIDES = re.compile(r"\b(?:right|left)\b")
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "at", "in", "it", "its", "of", "on", "or", "the", "them", "to", "with", "your")
)
_NOT_BODY = ("view", "arrows", "breath", "feel")
"""Keys of a pose that say how it is shown, not how the body lies."""


@dataclass(frozen=True)
class _Shape:
    """What makes a variant the stretch that it is: nothing of it depends on wording style or on the side."""

    id: str
    index: int
    variant: Variant
    home: tuple[str | None, ...]
    """First area, position, type and side rule: different there, different stretch."""
    muscles: Set[str]
    movements: Set[str]
    words: Set[str]
    """Of its steps, without small words, right and left as one."""
    pose: Set[str]
    """Words of its poses with their keys, without numbers, right and left as one."""


@library_rule(20)
def a_mark_says_something(case: LibraryCase) -> Findings:
    """An error for each mark ``distinct_from`` that says nothing, of records without an error of their own."""
    readable = _readable(case)
    marked: set[frozenset[str]] = set()
    for id, index, other in _marks(case, readable):
        fact = "is marked already" if frozenset((id, other)) in marked else _superfluous(id, other, readable)
        if fact:
            yield Finding(("distinct_from", index), f"{quoted(other)} {fact}; take it out", record=id)
        marked.add(frozenset((id, other)))


def _readable(case: LibraryCase) -> Drafts:
    return {id: draft for id, draft in sorted(case.drafts.items()) if not has_errors(draft.problems)}


def _marks(case: LibraryCase, readable: Drafts) -> Iterator[tuple[str, int, str]]:
    """Who marks whom, and where in the list, of records without an error of their own."""
    for id, draft in readable.items():
        for index, other in enumerate(draft.model.distinct_from if draft.model else ()):
            if other in readable and _are_sound(case, id, other):
                yield id, index, other


def _are_sound(case: LibraryCase, id: str, other: str) -> bool:
    """Whether neither has an error of its own, where anybody asks about them."""
    return case.concerns(id, other) and id in case.sound and other in case.sound


def _superfluous(id: str, other: str, readable: Drafts) -> str:
    """Why a mark says nothing; empty where it says something."""
    if id == other:
        return "is this stretch itself"
    pairs = itertools.product(_shapes(id, readable[id]), _shapes(other, readable[other]))
    are_twins = any(one.home == two.home and _are_twins(one, two) for one, two in pairs)
    return "" if are_twins else "is not so much like this stretch that anybody takes the two for one"


@library_rule(20)
def no_two_records_are_twins(case: LibraryCase) -> Findings:
    """A warning for each record that has an unmarked twin among those before it by id; only a thorough check asks.

    Only variants with the same ``home`` are compared, so a thousand records take less than a second.
    """
    readable = _readable(case) if case.is_thorough else {}
    marked = {frozenset((id, other)) for id, _, other in _marks(case, readable)}
    seen: dict[tuple[str | None, ...], list[_Shape]] = {}
    for id, draft in readable.items():
        shapes = list(_shapes(id, draft))
        pairs = ((shape, other) for shape in shapes for other in seen.get(shape.home, ()))
        for shape, other in pairs:
            is_marked = frozenset((id, other.id)) in marked
            if not is_marked and _are_twins(shape, other) and _are_sound(case, id, other.id):
                yield Finding(("variants", shape.index), _message(shape, other), ProblemLevel.WARNING, id)
                break
        for shape in shapes:
            seen.setdefault(shape.home, []).append(shape)


def _shapes(id: str, draft: Draft[Exercise]) -> Iterator[_Shape]:
    """The variants of a record; none of one that is withdrawn."""
    record = draft.model
    if record is None or record.review.is_withdrawn:
        return
    for index, variant in enumerate(record.variants):
        yield _Shape(
            id,
            index,
            variant,
            (record.areas[0], variant.position, record.type_of(variant), record.side_of(variant)),
            frozenset(record.muscles.stretched),
            frozenset(variant.movements),
            frozenset(word for step in variant.steps for word in _one_sided(step.text) if word not in _SMALL_WORDS),
            frozenset(word for step in variant.steps for word in _pose_words(step)),
        )


def _one_sided(text: str) -> list[str]:
    return words(_SIDES.sub("side", text.lower()))


def _pose_words(step: Step) -> Iterator[str]:
    for key, value in (step.pose or {}).items():
        if key not in _NOT_BODY:
            limb = " ".join(_one_sided(key))
            yield from (f"{limb}: {word}" for word in _one_sided(str(value)) if not word.isdigit())


def _share(one: Set[str], other: Set[str]) -> float:
    """How much two sets have in common, 0 to 1 (Jaccard's index); 1 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _are_twins(one: _Shape, other: _Shape) -> bool:
    structure = min(_share(one.muscles, other.muscles), _share(one.movements, other.movements))
    return structure >= STRUCTURE_ALIKE and bool(_alike(one, other))


def _alike(one: _Shape, other: _Shape) -> list[str]:
    """Which of steps and poses say the same."""
    has_poses = bool(one.pose and other.pose)
    alike = {"steps": _share(one.words, other.words), "poses": has_poses * _share(one.pose, other.pose)}
    return [name for name, share in alike.items() if share >= ALIKE]


def _message(one: _Shape, other: _Shape) -> str:
    same = ["first area", "position", "type", "side"]
    same += ["stretched muscles"] * (one.muscles == other.muscles) + ["movements"] * (one.movements == other.movements)
    *most, last = [*same, *_alike(one, other)]
    fact = f"{quoted(one.variant.id)} is nearly {quoted(other.variant.id)} of {quoted(other.id)}"
    remedy = f"make it a variant there, or write 'distinct_from: [{other.id}]'"
    return f"{fact}: the same {', '.join(most)} and {last}; {remedy}"


RULES = (a_mark_says_something, no_two_records_are_twins)
