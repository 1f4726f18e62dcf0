"""The kinds of value that a record is made of: ids, texts, durations, counts.

Each kind checks itself and describes itself to the JSON Schema; whether a value is wise is for ``rules``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from stretchguide.format.doses import COUNT_PATTERN, DURATION_PATTERN, PERCENT_PATTERN, right_form
from stretchguide.format.limits import ID_CHARACTERS, MOST, YEARS
from stretchguide.format.nearest import Names, hint
from stretchguide.format.problems import quoted

ID_PATTERN = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"

_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|index")
"""What Windows keeps for devices, and the page of a folder: no file of ours can be called so."""

Known = Mapping[str, Mapping[str, Names]]
"""The ids of each topic ("muscles", "stretches", ...) with their names, against which a record is read. Of a topic that
is not here, because its file could not be read, every id is taken: the file's own line says enough."""

TOPICS = {
    "areas": "area",
    "cautions": "caution",
    "claims": "claim",
    "equipment": "equipment",
    "frequencies": "frequency",
    "levels": "level",
    "movements": "movement",
    "muscles": "muscle",
    "occasions": "occasion",
    "positions": "position",
    "red-flags": "red flag",
    "references": "reference",
    "regions": "region",
    "sides": "side rule",
    "stretches": "stretch",
    "types": "type",
    "variants": "variant",
}
"""Every topic that has ids, with the word for one of them."""


class Model(BaseModel):
    """The base of every part of a record: no unknown keys, no change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


@dataclass(frozen=True)
class IdOf:
    """Marks a text as the id of an entry of a topic: ``Annotated[str, IdOf("muscles")]``."""

    topic: str
    also: tuple[str, ...] = ()
    """Words that are allowed beside the ids."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "x-topic": self.topic, "x-also": list(self.also)}

    def _known(self, value: str, info: ValidationInfo) -> str:
        return value if value in self.also else known_id(self.topic, value, info.context or {})


REMOVED = "removed"
"""The topic of what is gone for good: a stretch whose id stands there is never taken for a slip of another."""


def known_id(topic: str, value: str, known: Known) -> str:
    """The id itself when the topic has it; else an error that names the one that is meant."""
    if topic not in known or value in known[topic]:
        return value
    fact = unknown(topic, value, known[topic])
    if topic == "stretches" and value in known.get(REMOVED, ()):
        fact = f"the stretch {quoted(value)} is gone for good; take it out"
    raise PydanticCustomError("unknown_id", "{fact}", {"fact": fact})


def unknown(topic: str, id: str, entries: Mapping[str, Names]) -> str:
    """What is said of an id that none of the entries of a topic has: which is meant, or where all of them stand.

    >>> unknown("muscles", "solus", {"soleus": ()})
    "unknown muscle 'solus'; did you mean 'soleus'?"
    """
    where = (
        "name one by its file in exercises/" if topic == "stretches" else "python3 dev.py help record lists them all"
    )
    return f"unknown {TOPICS[topic]} {quoted(id)}{hint(id, entries) or f'; {where}'}"


@dataclass(frozen=True)
class Words:
    """Marks a text that people read, so that the rules of wording find it: ``plain``, ``prose`` or ``emoji``."""

    kind: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "x-words": self.kind}


_NOT_EMPTY = StringConstraints(strip_whitespace=True, min_length=1)

Text = Annotated[str, _NOT_EMPTY, Words("plain")]
"""Plain text: no Markdown; white space is folded where it is shown."""

Note = Annotated[str, _NOT_EMPTY]
"""Text for those who write, which no page shows: what it says is not judged."""

Emoji = Annotated[str, _NOT_EMPTY, Words("emoji")]
"""One emoji."""

Prose = Annotated[str, _NOT_EMPTY, Words("prose")]
"""Text in which inline Markdown counts: emphasis, strong, links. Everything else is shown as typed."""


def id_fault(id: str) -> str | None:
    """Why an id can be no address and no name of a file on every system; None where it can."""
    if len(id) > ID_CHARACTERS:
        return f"{quoted(id)} has {len(id)} characters; an id has {ID_CHARACTERS} at most"
    if _RESERVED.fullmatch(id):
        return f"{quoted(id)} is a name that systems keep for themselves; choose another id"
    return None


def _addressable(id: str) -> str:
    if fault := id_fault(id):
        raise _wrong(fault)
    return id


_ADDRESSABLE = AfterValidator(_addressable)

Slug = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$"), _ADDRESSABLE]
"""An id that this very file gives to a part of itself."""


class Entry(Model):
    """What every entry of a vocabulary has."""

    id: Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$|^[0-9]-[0-9]-week$"), _ADDRESSABLE]
    """Stable, never reused."""


AreaId = Annotated[str, IdOf("areas")]
CautionId = Annotated[str, IdOf("cautions")]
ClaimId = Annotated[str, IdOf("claims")]
EquipmentId = Annotated[str, IdOf("equipment")]
FrequencyId = Annotated[str, IdOf("frequencies")]
LevelId = Annotated[str, IdOf("levels")]
MovementId = Annotated[str, IdOf("movements")]
MuscleId = Annotated[str, IdOf("muscles")]
OccasionId = Annotated[str, IdOf("occasions")]
PositionId = Annotated[str, IdOf("positions")]
ReferenceId = Annotated[str, IdOf("references")]
RegionId = Annotated[str, IdOf("regions")]
SideId = Annotated[str, IdOf("sides")]
OwnSideId = Annotated[str, IdOf("sides", also=("none",))]
StretchId = Annotated[str, IdOf("stretches")]
SwapId = Annotated[str, IdOf("stretches", also=("none",))]
TypeId = Annotated[str, IdOf("types")]


@dataclass(frozen=True)
class Range:
    """From ``least`` to ``most``, both included; seconds, repetitions, sets or percent by its field."""

    least: int
    most: int

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"


def _wrong(fact: str) -> PydanticCustomError:
    return PydanticCustomError("wrong_value", "{fact}", {"fact": fact})


Whole = Annotated[int, Field(strict=True, ge=0, le=MOST)]
"""A whole number: of seconds, of days, a place in a list."""

AtLeastOne = Annotated[int, Field(strict=True, ge=1, le=MOST)]


def _ordered(value: object, least: int, most: int) -> Range:
    if least > most:
        raise _wrong(f"{quoted(value)} runs backwards; write the smaller number first")
    return Range(least, most)


def _rising(bounds: tuple[int, int]) -> tuple[int, int]:
    least, most = bounds
    _ordered(f"[{least}, {most}]", least, most)
    return bounds


Bounds = Annotated[tuple[Whole, Whole], AfterValidator(_rising)]
"""Least and most, both allowed."""


def _seconds(text: str) -> int:
    minutes, seconds = re.search(r"(\d+) min", text), re.search(r"(\d+) s", text)
    return (int(minutes[1]) * 60 if minutes else 0) + (int(seconds[1]) if seconds else 0)


def _no(kind: str, value: Any, pattern: str, examples: str) -> str:
    is_dose = isinstance(value, str | int) and not isinstance(value, bool)
    meant = right_form(str(value), pattern) if is_dose else None
    return f"{quoted(value)} is no {kind}; {meant or f'write it like {examples}'}"


def duration(value: Any) -> Range:
    """Seconds from text such as ``30 s``, ``15-30 s``, ``1 min 30 s``; a unit is a must."""
    if not isinstance(value, str) or not re.fullmatch(DURATION_PATTERN, value):
        raise _wrong(_no("duration", value, DURATION_PATTERN, "'30 s', '15-30 s' or '1 min 30 s'"))
    least, _, most = value.partition("-")
    if most and least.isdigit():
        least += most.lstrip("0123456789")
    return _ordered(value, _seconds(least), _seconds(most or least))


def _numbers(value: Any, kind: str, pattern: str, examples: str) -> Range:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not re.fullmatch(pattern, text):
        raise _wrong(_no(kind, value, pattern, examples))
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return _ordered(value, numbers[0], numbers[-1])


def count(value: Any) -> Range:
    """A number of sets or repetitions: ``8`` or ``8-10``, at least 1."""
    found = _numbers(value, "count", COUNT_PATTERN, "'8' or '8-10'")
    if found.least < 1:
        raise _wrong(f"{quoted(value)} must be 1 or more; write it like '8' or '8-10'")
    return found


def percent(value: Any) -> Range:
    """Percent of full effort: ``20-50 %``."""
    return _numbers(value, "percentage", PERCENT_PATTERN, "'20-50 %'")


Duration = Annotated[
    Range,
    PlainValidator(duration),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN, "examples": ["30 s"]}),
]
Count = Annotated[
    Range,
    PlainValidator(count),
    WithJsonSchema({"type": ["integer", "string"], "pattern": COUNT_PATTERN, "minimum": 1, "examples": ["8-10"]}),
]
Percent = Annotated[
    Range,
    PlainValidator(percent),
    WithJsonSchema({"type": "string", "pattern": PERCENT_PATTERN, "examples": ["20-50 %"]}),
]


def _day(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise _wrong(f"{quoted(value)} is no date; write it like '2026-11-22', in quotes or not")
    if not YEARS[0] <= int(value[:4]) <= YEARS[1]:
        raise _wrong(f"{quoted(value)} is not between {YEARS[0]} and {YEARS[1]}; write the day that is meant")
    return value


Day = Annotated[datetime.date, BeforeValidator(_day)]
"""Year-month-day, and nothing else: a bare number would be read as seconds since 1970."""


@dataclass(frozen=True)
class Felt:
    """A muscle that a variant is felt in, and on which side (``right``, ``left``; None = both or the middle)."""

    muscle: str
    side: str | None = None
    lit: tuple[str, ...] | None = None
    """What a figure lights for a muscle that has no shape; None where it has one."""


LIT = "lit"
"""The topic of what is lit for a muscle that has no shape."""


def _felt(value: Any, info: ValidationInfo) -> Felt:
    if not isinstance(value, str):
        raise _wrong(
            f"{quoted(value)} is no muscle; write an id, with 'right' or 'left' before it where only that side is meant"
        )
    side, _, muscle = value.rpartition(" ")
    if side not in ("", "right", "left"):
        raise _wrong(f"{quoted(value)} must be a muscle id with nothing but 'right' or 'left' before it")
    known: Known = info.context or {}
    return Felt(known_id("muscles", muscle, known), side or None, known.get(LIT, {}).get(muscle))


FeltMuscle = Annotated[
    Felt, PlainValidator(_felt), WithJsonSchema({"type": "string", "x-topic": "muscles", "x-sided": True})
]
