"""The shared vocabularies of ``exercises/_vocabulary/``: what ids mean, and the limits and claims behind the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field

from stretchguide.drafts import Draft, draft
from stretchguide.fields import (
    ID_PATTERN,
    AreaId,
    CautionId,
    Known,
    Model,
    MovementId,
    MuscleId,
    PositionId,
    ReferenceId,
    StretchId,
    Text,
)
from stretchguide.problems import Problem, quoted
from stretchguide.source import Document

Bounds = tuple[int, int]
"""Least and most, both allowed."""


class Entry(Model):
    """What every entry of a vocabulary has."""

    id: Annotated[str, Field(pattern=f"^{ID_PATTERN}$|^[0-9]-[0-9]-week$")]
    """Stable, never reused."""


class Area(Entry):
    name: Text
    order: int
    """Place in lists."""
    regions: tuple[Text, ...] = ()
    """Parts of the body map."""


class Muscle(Entry):
    name: Text
    latin: Text
    kind: Literal["muscle", "part", "group", "structure"]
    areas: Annotated[tuple[AreaId, ...], Field(min_length=1)]
    views: tuple[Literal["front", "back", "side", "deep"], ...] = ()
    plain: Text
    """What it is, in one plain sentence."""
    members: tuple[MuscleId, ...] = ()
    latin_check: bool = False


class Position(Entry):
    name: Text
    note: Text | None = None
    floor: bool = False
    """The reader has to get down to the floor."""


class Piece(Entry):
    """A piece of equipment."""

    name: Text
    words: tuple[Text, ...] = ()
    """What a step may call it."""
    household: Text | None = None
    """What does as well at home."""
    note: Text | None = None


class DoseLimits(Model):
    """Limits of the check for a single bout; not advice."""

    hold_s: Bounds | None = None
    """Seconds."""
    reps: Bounds | None = None
    """Repetitions in a set."""
    sets: Bounds | None = None
    """Sets a side."""
    contract_s: Bounds | None = None
    """Seconds."""
    effort_pct: Bounds | None = None
    """Percent of full effort."""


class Type(Entry):
    name: Text
    mode: Literal["static", "dynamic"]
    """static counts seconds, dynamic counts repetitions."""
    plain: Text
    dose_limits: DoseLimits = DoseLimits()
    default_dose: DoseLimits = DoseLimits()
    discouraged: bool = False
    evidence: tuple[ReferenceId, ...] = ()


class Level(Entry):
    name: Text
    plain: Text


class Occasion(Entry):
    name: Text
    note: Text | None = None
    forbid_positions: tuple[PositionId, ...] = ()
    forbid_movements: tuple[MovementId, ...] = ()
    require_mode: Literal["static", "dynamic"] | None = None
    prefer_mode: Literal["static", "dynamic"] | None = None


class Caution(Entry):
    name: Text
    severity: Literal["avoid", "adapt"]
    advice: Text
    universal: bool = False
    emergency: bool = False
    evidence: tuple[ReferenceId, ...] = ()


class Movement(Entry):
    plain: Text
    joints: tuple[Text, ...] = ()
    requires: tuple[CautionId, ...] = ()


class RedFlag(Entry):
    action: Literal["emergency", "urgent", "soon"]
    areas: tuple[AreaId, ...] = ()
    """Whose pages show it; left out = every page."""
    text: Text
    evidence: tuple[ReferenceId, ...] = ()


class Side(Entry):
    plain: Text


class Frequency(Entry):
    name: Text
    days_a_week: Annotated[str, Field(pattern=r"^[1-7]-[1-7]$")]


class Claim(Entry):
    label: Text
    say: Text
    do_not_say: tuple[Text, ...] = ()
    evidence: tuple[ReferenceId, ...] = ()
    certainty: Literal["high", "moderate", "low", "plain"]


class Reference(Entry):
    authors: Text
    year: int | None
    title: Text
    journal: Text | None = None
    doi: Text | None = None
    pmid: int | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    type: Text
    checked: Literal["abstract", "citation", "secondary", "unverified"]
    finding: Text
    also: Text | None = None
    conflict: Text | None = None
    note: Text | None = None
    doi_note: Text | None = None
    journal_note: Text | None = None
    title_note: Text | None = None
    year_note: Text | None = None


class Avoided(Entry):
    """A move that we discourage."""

    name: Text
    risk: Literal["discouraged", "trained-only"]
    why: Text
    instead: tuple[StretchId, ...] = ()
    advice: Text | None = None
    evidence: tuple[ReferenceId, ...] = ()


class RepetitionSeconds(Model):
    """Seconds of one repetition by type; a short hold inside it comes on top for mobility."""

    dynamic: int
    mobility: int
    active_isolated: Annotated[int, Field(alias="active-isolated")]


class Timing(Model):
    """Seconds from which every duration is computed."""

    transition_s: int
    """Moving from one stretch to the next."""
    side_change_s: int
    """Changing sides, or resting between sets."""
    rep_s: RepetitionSeconds
    get_ready_s: int
    """Before the first bout."""
    preview_step_s: int
    """Each step of "show me the steps first"; never part of a total."""


class Intensity(Model):
    """How a stretch should feel."""

    target: Text
    stop: Text
    breath: Text


@dataclass(frozen=True)
class Vocabulary:
    """All topics; the entries of each by id, in the order of the file."""

    areas: Mapping[str, Area]
    muscles: Mapping[str, Muscle]
    positions: Mapping[str, Position]
    equipment: Mapping[str, Piece]
    types: Mapping[str, Type]
    levels: Mapping[str, Level]
    occasions: Mapping[str, Occasion]
    cautions: Mapping[str, Caution]
    movements: Mapping[str, Movement]
    red_flags: Mapping[str, RedFlag]
    sides: Mapping[str, Side]
    frequencies: Mapping[str, Frequency]
    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]
    avoid: Mapping[str, Avoided]
    timing: Timing
    intensity: Intensity
    featured: tuple[str, ...]

    def rank(self, level: str) -> int:
        """How hard a level is, 0 the easiest."""
        return list(self.levels).index(level)


KINDS: Mapping[str, Any] = {
    "areas": tuple[Area, ...],
    "muscles": tuple[Muscle, ...],
    "positions": tuple[Position, ...],
    "equipment": tuple[Piece, ...],
    "types": tuple[Type, ...],
    "levels": tuple[Level, ...],
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
}
"""What each file of the folder holds, by its name without the ending."""


def known_ids(documents: Mapping[str, Document]) -> Known:
    """The ids of each topic, read before anything is judged, so that topics can name each other."""
    return {topic: tuple(_ids(document.data)) for topic, document in documents.items()}


def _ids(data: Any) -> list[str]:
    entries = data if isinstance(data, list) else []
    return [entry["id"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)]


def read(documents: Mapping[str, Document], known: Known) -> tuple[Vocabulary | None, list[Problem]]:
    """The vocabulary and the problems of its files; None when a file is missing or too little of it could be read."""
    drafts: dict[str, Draft[Any]] = {
        topic: draft(document, KINDS[topic], known) for topic, document in documents.items()
    }
    problems = [problem for each in drafts.values() for problem in each.problems]
    problems += [problem for document in documents.values() for problem in _twins(document)]
    if any(topic not in drafts or drafts[topic].model is None for topic in KINDS):
        return None, problems
    topics = {topic.replace("-", "_"): _by_id(drafts[topic].model) for topic in KINDS}
    return Vocabulary(**topics), problems


def _by_id(model: Any) -> Any:
    if isinstance(model, tuple) and all(isinstance(entry, Entry) for entry in model):
        return {entry.id: entry for entry in model}
    return model


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
