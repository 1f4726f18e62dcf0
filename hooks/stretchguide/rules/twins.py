"""Rule 20: two records that are nearly the same stretch."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass

from stretchguide.drafts import Draft
from stretchguide.problems import Level, Problem, quoted
from stretchguide.readability import words
from stretchguide.records import Exercise, Step, Variant

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


def judge_twins(drafts: Mapping[str, Draft[Exercise]], sound: Collection[str]) -> Iterator[Problem]:
    """A warning for each record that has a twin among those before it by id; withdrawn ones left out.

    Only variants with the same ``home`` are compared, so a thousand records take less than a second.
    """
    seen: dict[tuple[str | None, ...], list[_Shape]] = {}
    for id in sorted(sound):
        record = drafts[id].model
        shapes = list(_shapes(id, record)) if record and record.review.status != "withdrawn" else []
        twins = ((shape, other) for shape in shapes for other in seen.get(shape.home, ()) if _are_twins(shape, other))
        for shape, other in twins:
            place = drafts[id].document.place(("variants", shape.index))
            yield Problem(place, _message(shape, other), Level.WARNING)
            break
        for shape in shapes:
            seen.setdefault(shape.home, []).append(shape)


def _shapes(id: str, record: Exercise) -> Iterator[_Shape]:
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
    return f"{fact}: the same {', '.join(most)} and {last}; make it a variant there, or say what differs"
