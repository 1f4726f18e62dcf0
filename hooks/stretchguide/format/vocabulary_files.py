"""The files of ``exercises/_vocabulary/``, one topic each, to a vocabulary and its problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from pydantic import Field

from stretchguide.format.drafts import Draft, draft
from stretchguide.format.fields import REMOVED, Entry, Known, StretchId
from stretchguide.format.glossary import SearchWords, StepVerbs, Term
from stretchguide.format.looked_up import Answers, noting_ids
from stretchguide.format.memory import Memory
from stretchguide.format.nearest import Names
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
    Removed,
    Side,
    Time,
    Timing,
    Type,
    Vocabulary,
    WeeklyDose,
)


def _some(entry: type[Entry]) -> Any:
    """A list that cannot be empty: each record names an entry of it."""
    return Annotated[tuple[entry, ...], Field(min_length=1)]  # type: ignore[valid-type]  # Made while running.


KINDS: Mapping[str, Any] = {
    "areas": _some(Area),
    "muscles": _some(Muscle),
    "positions": _some(Position),
    "equipment": _some(Piece),
    "types": _some(Type),
    "levels": _some(Level),
    "times": _some(Time),
    "occasions": _some(Occasion),
    "cautions": _some(Caution),
    "movements": _some(Movement),
    "red-flags": _some(RedFlag),
    "sides": _some(Side),
    "frequencies": _some(Frequency),
    "claims": _some(Claim),
    "references": _some(Reference),
    "avoid": tuple[Avoided, ...],
    REMOVED: tuple[Removed, ...],
    "timing": Timing,
    "intensity": Intensity,
    "featured": tuple[StretchId, ...],
    "glossary": tuple[Term, ...],
    "verbs": StepVerbs,
    "weekly-dose": WeeklyDose,
    "search-words": SearchWords,
}
"""What each file of the folder holds, by its name without the ending."""


def known_ids(documents: Mapping[str, Document]) -> Known:
    """The ids of each topic, read before anything is judged, so that topics can name each other. A topic with none is
    left out, as one that could not be read: its own line says enough."""
    found = {topic: dict(_named(document.data)) for topic, document in documents.items()}
    return {topic: ids for topic, ids in found.items() if ids}


def _named(data: Any) -> Iterator[tuple[str, Names]]:
    for entry in data if isinstance(data, list) else ():
        for id in _ids([entry]):
            yield id, names(entry)


_NAMES = ("title", "formerly", "also_known_as", "name", "latin", "also_called", "words", "felt", "label", "areas")
"""The keys under which a record or an entry says what else it is called; of a muscle, where it lies."""


def names(entry: Any) -> Names:
    """What a record or an entry is called, as far as it can be read."""
    said = [entry.get(key) for key in _NAMES] if isinstance(entry, dict) else []
    listed = [name for each in said for name in (each if isinstance(each, list) else [each])]
    return tuple(name for name in listed if isinstance(name, str))


def members(data: Any) -> dict[str, tuple[str, ...]]:
    """The muscles of their file, each with its members, as far as they can be read."""
    entries = [entry for entry in (data if isinstance(data, list) else ()) for _ in _ids([entry])]
    listed = {entry["id"]: entry.get("members") for entry in entries}
    return {
        id: tuple(each for each in of if isinstance(each, str)) if isinstance(of, list) else ()
        for id, of in listed.items()
    }


def _ids(data: Any) -> list[str]:
    entries = data if isinstance(data, list) else []
    return [entry["id"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)]


@dataclass(frozen=True)
class ReadTopics:
    """All files of the folder, read."""

    drafts: Mapping[str, Draft[Any]]
    """By the name of the file."""
    vocabulary: Vocabulary | None
    """None when a file is missing, or too little of it could be read."""
    problems: tuple[Problem, ...]


def read(documents: Mapping[str, Document], known: Known, memory: Memory) -> ReadTopics:
    """The vocabulary and the problems of its files.

    What is as it was when the ``memory`` was told last is the same object again.
    """
    drafts = {
        topic: memory.recall_asking(("topic", topic), (document,), known, partial(_draft, topic, document))
        for topic, document in documents.items()
    }
    problems = [problem for each in drafts.values() for problem in each.problems]
    problems += [problem for document in documents.values() for problem in _twins(document)]
    return ReadTopics(drafts, _joined(drafts, memory), tuple(problems))


def _draft(topic: str, document: Document, answers: Answers[Known]) -> Draft[Any]:
    return draft(document, KINDS[topic], noting_ids(answers))


def _joined(drafts: Mapping[str, Draft[Any]], memory: Memory) -> Vocabulary | None:
    if any(topic not in drafts or drafts[topic].model is None for topic in KINDS):
        return None
    return Vocabulary(**{topic.replace("-", "_"): _by_id(topic, drafts[topic].model, memory) for topic in KINDS})


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
