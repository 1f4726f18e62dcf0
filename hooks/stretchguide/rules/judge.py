"""Runs the rules: the one place that knows every family, and the only way from records to the problems of rules."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, TypeVar

from stretchguide.format.drafts import Draft
from stretchguide.format.looked_up import Answers, noting
from stretchguide.format.memory import Memory
from stretchguide.format.problems import Problem, has_errors
from stretchguide.format.records import Exercise
from stretchguide.format.routines import Routine, RoutineItem
from stretchguide.format.source import Path
from stretchguide.format.vocabulary import Vocabulary
from stretchguide.gallery.gallery import Gallery
from stretchguide.rules import (
    cautions,
    claims,
    feeling,
    force,
    links,
    movements,
    names,
    poses,
    reading,
    review,
    routines,
    siblings,
    sights,
    steps,
    structure,
    template,
    twins,
    wording,
)
from stretchguide.rules.rule import (
    Case,
    Finding,
    Findings,
    ItemCase,
    LibraryCase,
    PictureCase,
    RoutineCase,
    Rule,
    Speech,
    VariantCase,
    is_gap,
)
from stretchguide.rules.verdicts import Verdicts

FAMILIES = (
    structure,
    steps,
    poses,
    movements,
    feeling,
    reading,
    wording,
    claims,
    force,
    review,
    template,
    cautions,
    links,
    names,
    siblings,
    twins,
    sights,
    routines,
)

RULES: tuple[Rule[Any], ...] = tuple(itertools.chain.from_iterable(family.RULES for family in FAMILIES))

C = TypeVar("C")

_RECORDS = "records"
"""By this name the verdicts of the rules of a single record are kept."""


def _rules(scope: type[C]) -> tuple[Rule[C], ...]:
    return tuple(rule for rule in RULES if rule.scope is scope)


def _placed(draft: Draft[Any], findings: Iterable[Finding]) -> Iterator[Problem]:
    for finding in findings:
        yield Problem(draft.document.place(finding.path), finding.message, finding.level)


# -- one record -------------------------------------------------------------------------------------------------------


def judge_record(draft: Draft[Exercise], vocabulary: Vocabulary, today: datetime.date) -> Iterator[Problem]:
    """Every problem that the rules of a single record find."""
    if draft.model is not None:
        yield from _placed(draft, _of_record(draft, draft.model, vocabulary, today))


def _of_record(draft: Draft[Exercise], record: Exercise, vocabulary: Vocabulary, today: datetime.date) -> Findings:
    case = Case(draft.words, vocabulary, record, today)
    for spoken in _rules(Speech):
        yield from spoken.judge(case)
    for rule in _rules(Case):
        if not is_gap(draft.gaps, rule.parts()):
            yield from rule.judge(case)
    for index, variant in enumerate(record.variants):
        inside = VariantCase(draft.words, vocabulary, record, today, index, variant)
        for each in _rules(VariantCase):
            if not is_gap(draft.gaps, each.parts(inside.path)):
                yield from each.judge(inside)


def _judged(
    draft: Draft[Exercise], today: datetime.date, verdicts: Verdicts, answers: Answers[Vocabulary]
) -> list[Problem]:
    known = verdicts.known(draft, _RECORDS)
    if known is not None:
        answers.ask("all", lambda source: source)  # What it was asked then is not known any more.
        return known
    return verdicts.of(draft, _RECORDS, lambda: judge_record(draft, noting(answers), today))


def judge_pictures(draft: Draft[Exercise], gallery: Gallery) -> tuple[Problem, ...]:
    """What is wrong with the finished figures of a record without errors, each at its key of the pose."""
    assert draft.model is not None
    case = PictureCase(draft.model, gallery)
    return tuple(_placed(draft, itertools.chain.from_iterable(rule.judge(case) for rule in _rules(PictureCase))))


# -- all records ------------------------------------------------------------------------------------------------------


def judge_all(
    drafts: Mapping[str, Draft[Exercise]],
    vocabulary: Vocabulary,
    today: datetime.date,
    *,
    thorough: bool = False,
    memory: Memory | None = None,
    verdicts: Verdicts | None = None,
    wanted: Collection[str] | None = None,
) -> Iterator[Problem]:
    """Every problem of every record, by itself and among the others. ``drafts`` go by stretch id.

    With ``thorough`` records that are nearly the same are found as well. The ``memory`` is that of the last reading,
    ``verdicts`` those of all before. Of records that are not ``wanted`` only as much is judged as others need, and what
    speaks of those that are.
    """
    memory = memory or Memory()

    def judged(id: str) -> list[Problem]:
        judge = partial(_judged, drafts[id], today, verdicts or Verdicts())
        return memory.recall_asking(("judged", id), (drafts[id], today), vocabulary, judge)

    for id in drafts if wanted is None else wanted:
        yield from judged(id)
    sound = _Sound(lambda id: not has_errors([*drafts[id].problems, *judged(id)]))
    case = LibraryCase(drafts, vocabulary, sound, thorough, wanted)
    for rule in _rules(LibraryCase):
        for finding in rule.judge(case):
            yield from _placed(drafts[finding.record], [finding])


class _Sound(Container[str]):
    """The records without an error of their own; each is judged when somebody asks for it."""

    def __init__(self, is_sound: Callable[[str], bool]) -> None:
        self.is_sound = cache(is_sound)

    def __contains__(self, id: object) -> bool:
        return self.is_sound(str(id))


# -- vocabularies ------------------------------------------------------------------------------------------------------


_SPEAK_OF_CLAIMS = ("claims", "references", "avoid")
"""Topics that say what a claim is worth, and so have to name it."""


def judge_topics(drafts: Mapping[str, Draft[Any]], vocabulary: Vocabulary, memory: Memory) -> Iterator[Problem]:
    """What the rules of wording find in the vocabularies, whose texts stand on pages too. ``drafts`` go by topic, and
    the ``memory`` is that of the last reading.
    """
    for topic, draft in drafts.items():
        judge = partial(_of_topic, topic, draft)
        yield from memory.recall_asking(("judged topic", topic), (draft,), vocabulary, judge)


def _of_topic(topic: str, draft: Draft[Any], answers: Answers[Vocabulary]) -> list[Problem]:
    speech = Speech(draft.words, noting(answers))
    passed_over = claims.RULES if topic in _SPEAK_OF_CLAIMS else ()
    asked = [rule for rule in _rules(Speech) if rule not in (*passed_over, wording.numbers_come_from_the_dose)]
    return [problem for rule in asked for problem in _placed(draft, rule.judge(speech))]  # A vocabulary has no dose.


# -- routines ---------------------------------------------------------------------------------------------------------


def judge_routines(
    drafts: Mapping[str, Draft[Routine]], exercises: Mapping[str, Draft[Exercise]], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """Every problem of the routines beyond their format."""
    for draft in drafts.values():
        yield from _placed(draft, _of_routine(draft, exercises, vocabulary))


def _of_routine(draft: Draft[Routine], exercises: Mapping[str, Draft[Exercise]], vocabulary: Vocabulary) -> Findings:
    for rule in _rules(Speech):
        yield from rule.judge(Speech(draft.words, vocabulary))
    if draft.model is None:
        return
    case = RoutineCase(draft.words, vocabulary, draft.model)
    for each in _rules(RoutineCase):
        if not is_gap(draft.gaps, each.parts()):
            yield from each.judge(case)
    for index, item in enumerate(draft.model.items):
        yield from _of_item(draft, index, item, exercises, case)


def _of_item(
    draft: Draft[Routine],
    index: int,
    item: RoutineItem,
    exercises: Mapping[str, Draft[Exercise]],
    routine: RoutineCase,
) -> Findings:
    path: Path = ("items", index)
    for rule in _rules(ItemCase):
        if not is_gap(draft.gaps, rule.parts(path)) and (record := _legible(exercises[item.stretch])):
            yield from rule.judge(ItemCase(routine.words, routine.vocabulary, routine.routine, index, item, record))


def _legible(draft: Draft[Exercise]) -> Exercise | None:
    """The record of an item's stretch, where all that an item is judged by could be read in it."""
    variants = range(len(draft.model.variants) if draft.model else 0)
    keys = ("id", "position", "type", "dose", "movements")
    parts: list[Path] = [("type",), *(("variants", index, key) for index in variants for key in keys)]
    return None if is_gap(draft.gaps, parts) else draft.model
