"""The files of ``exercises/_vocabulary/``, one topic each, to a vocabulary and its problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stretchguide.format.drafts import Draft, draft
from stretchguide.format.fields import Entry, Known, StretchId
from stretchguide.format.glossary import StepVerbs, Term
from stretchguide.format.memory import Memory
from stretchguide.format.problems import Problem, quoted
from stretchguide.format.source import Document
from stretchguide.format.vocabulary import (
    Area,
    Avoided,
    Caution,
    Claim,
    Frequency,
    Intensity,
    Level,
    Movement,
    Muscle,
    Occasion,
    Piece,
    Position,
    RedFlag,
    Reference,
    Side,
    Time,
    Timing,
    Type,
    Vocabulary,
    WeeklyDose,
)

KINDS: Mapping[str, Any] = {
    "areas": tuple[Area, ...],
    "muscles": tuple[Muscle, ...],
    "positions": tuple[Position, ...],
    "equipment": tuple[Piece, ...],
    "types": tuple[Type, ...],
    "levels": tuple[Level, ...],
    "times": tuple[Time, ...],
    "occasions": tuple[Occasion, ...],
    "cautions": tuple[Caution, ...],
    "movements": tuple[Movement, ...],
    "red-flags": tuple[RedFlag, ...],
    "sides": tuple[Side, ...],
    "frequencies": tuple[Frequency, ...],
    "claims": tuple[Claim, ...],
    "references": tuple[Reference, ...],
    "avoid": tuple[Avoided, ...],
    "timing": Timing,
    "intensity": Intensity,
    "featured": tuple[StretchId, ...],
    "glossary": tuple[Term, ...],
    "verbs": StepVerbs,
    "weekly-dose": WeeklyDose,
}
"""What each file of the folder holds, by its name without the ending."""


def known_ids(documents: Mapping[str, Document]) -> Known:
    """The ids of each topic, read before anything is judged, so that topics can name each other."""
    return {topic: tuple(_ids(document.data)) for topic, document in documents.items()}


def _ids(data: Any) -> list[str]:
    entries = data if isinstance(data, list) else []
    return [entry["id"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)]


def read(documents: Mapping[str, Document], known: Known, memory: Memory) -> tuple[Vocabulary | None, list[Problem]]:
    """The vocabulary and the problems of its files; None when a file is missing or too little of it could be read.

    What is as it was when the ``memory`` was told last is the same object again.
    """
    drafts: dict[str, Draft[Any]] = {
        topic: draft(document, KINDS[topic], known) for topic, document in documents.items()
    }
    problems = [problem for each in drafts.values() for problem in each.problems]
    problems += [problem for document in documents.values() for problem in _twins(document)]
    if any(topic not in drafts or drafts[topic].model is None for topic in KINDS):
        return None, problems
    topics = {topic.replace("-", "_"): _by_id(topic, drafts[topic].model, memory) for topic in KINDS}
    return Vocabulary(**topics), problems


def _by_id(topic: str, model: Any, memory: Memory) -> Any:
    if isinstance(model, tuple) and all(isinstance(entry, Entry) for entry in model):
        return {entry.id: memory.same((topic, entry.id), entry) for entry in model}
    return memory.same(topic, model)


def _twins(document: Document) -> list[Problem]:
    """Ids that stand twice in one topic."""
    seen: set[str] = set()
    problems = []
    for index, entry in enumerate(document.data if isinstance(document.data, list) else []):
        for id in _ids([entry]):
            if id in seen:
                problems.append(
                    Problem(document.place((index, "id")), f"id {quoted(id)} stands here twice; change one")
                )
            seen.add(id)
    return problems
