"""Rules 1, 3, 4, 6, 7, 11, 14 for routines: each item is there, fits the occasion and the setting, in a sound dose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stretchguide.drafts import Draft
from stretchguide.problems import Problem, guess, quoted
from stretchguide.records import Exercise, Routine, RoutineItem, Variant
from stretchguide.rules import Findings, is_gap, structure, wording
from stretchguide.rules.wording import Speech
from stretchguide.source import Path
from stretchguide.vocabulary import Type, Vocabulary


def judge_routines(
    routines: Mapping[str, Draft[Routine]], exercises: Mapping[str, Draft[Exercise]], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """Every problem of the routines beyond their format."""
    for draft in routines.values():
        for finding in _texts(draft, vocabulary):
            yield Problem(draft.document.place(finding.path), finding.message, finding.level)
        for index, item in enumerate(draft.model.items if draft.model else ()):
            path: Path = ("items", index)
            if not is_gap(draft.gaps, [path, ("setting",), ("occasion",)]) and _is_legible(exercises[item.stretch]):
                for message in _item(item, draft.model, exercises[item.stretch].model, vocabulary):
                    yield Problem(draft.document.place(path), message)


def _texts(draft: Draft[Routine], vocabulary: Vocabulary) -> Findings:
    yield from wording.in_any_text(Speech(draft.words, vocabulary))
    if draft.model and not is_gap(draft.gaps, [("purpose",)]):
        yield from wording.too_long("purpose", draft.model.purpose, wording.PURPOSE_WORDS)


def _is_legible(draft: Draft[Exercise]) -> bool:
    """Whether all that an item is judged by could be read in the stretch's own record."""
    variants = range(len(draft.model.variants) if draft.model else 0)
    keys = ("id", "position", "type", "dose", "movements")
    return not is_gap(draft.gaps, [("type",), *(("variants", index, key) for index in variants for key in keys)])


def _item(item: RoutineItem, routine: Routine | None, record: Exercise | None, vocabulary: Vocabulary) -> Iterator[str]:
    if record is None or routine is None:
        return
    ids = [variant.id for variant in record.variants]
    if item.variant is not None and item.variant not in ids:
        yield f"unknown variant {quoted(item.variant)} of {quoted(item.stretch)}{guess(item.variant, ids)}"
        return
    if record.review.status == "withdrawn":
        yield f"{quoted(item.stretch)} is withdrawn; name another stretch"
    variant = next(each for each in record.variants if item.variant in (None, each.id))
    if routine.setting != "floor" and vocabulary.positions[variant.position].floor:
        fact = f"{quoted(item.stretch)} goes down to the floor, the routine's setting does not"
        yield f"{fact}; name another variant or stretch"
    elif reason := structure.why_not(vocabulary.occasions[routine.occasion], variant, record, vocabulary):
        fact = f"{quoted(item.stretch)} does not fit {quoted(routine.occasion)}: {reason}"
        yield f"{fact}; name another variant or stretch"
    yield from _dose(item, variant, vocabulary.types[record.type_of(variant)])


def _dose(item: RoutineItem, variant: Variant, kind: Type) -> Iterator[str]:
    if item.reps and kind.mode == "static":
        yield f"{quoted(item.stretch)} is held, not repeated; write 'hold' or 'sets' in place of 'reps'"
    if item.hold and kind.mode == "dynamic" and not variant.dose.hold:
        yield f"{quoted(item.stretch)} is repeated, not held; write 'reps' in place of 'hold'"
    limits = kind.dose_limits
    if limits.sets:
        limits = limits.model_copy(update={"sets": (1, limits.sets[1])})  # One set is enough in a row of stretches.
    yield from (message for _, message in structure.out_of_bounds(item, kind, limits))
