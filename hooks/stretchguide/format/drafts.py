"""A file's data to a model, as far as it goes: every fault gets its line, and the rest can still be judged.

A value that does not fit is replaced by a stand-in of its kind, and its path is remembered as a gap, so that a rule
which reads it is left out while all others run. A draft with an error is never published.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stretchguide.format.fields import Known
from stretchguide.format.model_schema import adapter_of, part, resolved, schema_of, texts_in
from stretchguide.format.problems import Problem, guess, quoted
from stretchguide.format.source import Document, Path

MAX_ROUNDS = 12
"""Stand-ins can uncover a fault around them, one level a round; no record is nested as deep as this."""

M = TypeVar("M")
_ABSENT: Any = object()


@dataclass(frozen=True)
class WrittenWords:
    """A text of a record, as written."""

    path: Path
    kind: str
    """``plain``, ``prose`` or ``emoji``: see ``fields.Words``."""
    text: str

    @property
    def name(self) -> str:
        """The key that it stands under."""
        return next(key for key in reversed(self.path) if isinstance(key, str))


@dataclass(frozen=True)
class Draft(Generic[M]):
    """One file read against the format."""

    document: Document
    model: M | None
    """The record with stand-ins in its gaps; None where too little of it could be read."""
    gaps: frozenset[Path]
    problems: tuple[Problem, ...]
    """Those of the document and those of the format."""
    words: tuple[WrittenWords, ...] = ()
    """Every text that people read, in the order of the file."""


def draft(document: Document, kind: type[M], known: Known) -> Draft[M]:
    """Read a document as ``kind``. ``known`` holds the ids that may be named, by topic."""
    if document.data is None:
        return Draft(document, None, frozenset(), document.problems)
    return _Drafting[M](document, kind, known).draft()


def paths_of_ids(document: Document, kind: Any, topic: str, ids: Container[str]) -> Iterator[Path]:
    """Where a document names one of the ids of a topic."""
    schema = schema_of(kind)
    for path, value, said in texts_in(schema, document.data, schema, ()):
        if said.get("x-topic") == topic and value in ids:
            yield path


class _Drafting(Generic[M]):
    """The rounds of one draft: validate, note what is new, put stand-ins in, validate again."""

    def __init__(self, document: Document, kind: Any, known: Known) -> None:
        self.document, self.kind, self.known = document, kind, known
        self.schema = schema_of(kind)
        self.data: Any = document.data
        self.gaps: set[Path] = set(document.refused)
        self.problems: list[Problem] = list(document.problems)

    def draft(self) -> Draft[M]:
        model = None
        for _ in range(MAX_ROUNDS):
            try:
                model = adapter_of(self.kind).validate_python(self.data, context=self.known)
                break
            except ValidationError as error:
                for detail in error.errors(include_url=False):
                    self.mend(detail)
        texts = texts_in(self.schema, self.data, self.schema, ())
        words = tuple(WrittenWords(path, said["x-words"], text) for path, text, said in texts if "x-words" in said)
        return Draft(self.document, model, frozenset(self.gaps), tuple(self.problems), words)

    def mend(self, detail: ErrorDetails) -> None:
        path = tuple(detail["loc"])
        if detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            return  # Its items are at fault, and each of them is reported.
        if detail["type"] == "extra_forbidden":
            self.note(path, detail)
            self.data = _without(self.data, path)
            return
        if not self.is_gap(path):
            self.note(path, detail)
        while path and path in self.gaps and path not in self.document.refused:
            path = path[:-1]  # Its stand-in did not help: what stands around it is at fault.
        self.gaps.add(path)
        self.data = _with(self.data, path, self.stand_in(path, detail))

    def is_gap(self, path: Path) -> bool:
        return any(path[: len(gap)] == gap for gap in self.gaps) or any(gap[: len(path)] == path for gap in self.gaps)

    def note(self, path: Path, detail: ErrorDetails) -> None:
        problem = Problem(self.place(path, detail["type"]), self.message(path, detail))
        if problem not in self.problems:  # Both ends of an empty pair are missing in the same words.
            self.problems.append(problem)

    def place(self, path: Path, kind: str) -> Any:
        if kind == "extra_forbidden":
            return self.document.place_of_key(path)
        return self.document.place(path)

    def message(self, path: Path, detail: ErrorDetails) -> str:
        name = _name(path)
        match detail["type"]:
            case "extra_forbidden":
                keys = part(self.schema, path[:-1]).get("properties", {})
                return f"unknown key {quoted(path[-1])}{_lost(path, detail) or guess(str(path[-1]), keys) or _NO_KEY}"
            case "missing":
                return f"{quoted(name)} is missing; add it"
            case "string_type":
                return f"{name} {_no_text(detail['input'])}"
            case "tuple_type":
                return f"{name} must be a list; write [a, b], or lines that begin with '- '"
            case "model_type" | "dict_type" | "model_attributes_type" | "dataclass_type":
                return f"{name} must be a mapping; write lines like 'key: value'"
            case _:
                return _limit_message(name, detail)

    def stand_in(self, path: Path, detail: ErrorDetails) -> Any:
        if detail["type"] == "string_too_long":
            return str(detail["input"]).strip()[: detail["ctx"]["max_length"]]
        return self.example(part(self.schema, path))

    def example(self, schema: Mapping[str, Any]) -> Any:
        """The least value that a schema accepts."""
        schema = resolved(self.schema, schema)
        if "x-topic" in schema:
            return next(iter(self.known.get(schema["x-topic"], ())), "-")
        if schema.get("default", _ABSENT) is None or not schema:
            return None
        for key in ("default", "const"):
            if key in schema:
                return schema[key]
        if choices := schema.get("examples") or schema.get("enum"):
            return choices[0]
        return self.example_of_type(schema)

    def example_of_type(self, schema: Mapping[str, Any]) -> Any:
        match schema.get("type"):
            case "object":
                return {key: self.example(schema["properties"][key]) for key in schema.get("required", ())}
            case "array":
                return [self.example(schema["items"])] * schema.get("minItems", 0)
            case "integer" | "number":
                return schema.get("minimum", 1)
            case "boolean":
                return False
            case _:
                return "a" if "pattern" in schema else "-"


_NO_KEY = "; the format has no such key: take it out, or move its words to one"


def _lost(path: Path, detail: ErrorDetails) -> str:
    """The end of a message about what is no key, but the end of a text: a comma ends one inside braces."""
    is_text = detail["input"] is None and " " in str(path[-1])
    return "; the comma before it ends the text: put quotes round the whole text" if is_text else ""


def _no_text(value: Any) -> str:
    if value is None:
        return "is empty; write it or delete the key"
    if isinstance(value, list | dict):
        return "must be text, not a list or mapping; write it on one line"
    return f"must be text; put quotes round {quoted(value)}"


_Limits = Mapping[str, Any]
"""What pydantic tells of a limit that was broken."""

_LIMIT_MESSAGES: Mapping[str, Callable[[str, Any, _Limits], str]] = {
    "unknown_id": lambda name, given, limits: str(limits["fact"]),
    "wrong_value": lambda name, given, limits: f"{name}: {limits['fact']}",
    "string_too_long": lambda name, given, limits: (
        f"{name} has {len(given.strip())} characters, {limits['max_length']} at most; shorten it"
    ),
    "string_too_short": lambda name, given, limits: f"{name} is empty; write it or delete the key",
    "too_short": lambda name, given, limits: f"{name} needs {limits['min_length']} or more; add one",
    "too_long": lambda name, given, limits: (
        f"{name} has {limits['actual_length']}, {limits['max_length']} at most; leave some out"
    ),
    "string_pattern_mismatch": lambda name, given, limits: (
        f"{name} {quoted(given)} must be lower-case letters, digits and single hyphens, a letter first"
    ),
    "literal_error": lambda name, given, limits: f"unknown {name} {quoted(given)}{_choice(given, limits['expected'])}",
    "int_type": lambda name, given, limits: f"{name} is {quoted(given)}, no whole number; write one, without quotes",
    "greater_than_equal": lambda name, given, limits: f"{name} is {given}; write {limits['ge']} or more",
    "less_than_equal": lambda name, given, limits: f"{name} is {given}; write {limits['le']} or less",
    "bool_parsing": lambda name, given, limits: f"{name} is {quoted(given)}; write true or false",
    "bool_type": lambda name, given, limits: f"{name} is neither true nor false; write one of them",
    "date_from_datetime_parsing": lambda name, given, limits: (
        f"{name} {quoted(given)} is no date; write it like '2026-11-22', in quotes or not"
    ),
}
"""By pydantic's type of an error: the message from a value's name, what was written, and the limits."""


def _limit_message(name: str, detail: ErrorDetails) -> str:
    message = _LIMIT_MESSAGES.get(detail["type"])
    return message(name, detail["input"], detail.get("ctx") or {}) if message else f"{name}: {detail['msg']}"


def _choice(given: Any, choices: str) -> str:
    """The end of a message about a word that is none of pydantic's list ("'in', 'out' or 'easy'")."""
    return guess(str(given), choices.split("'")[1::2]) or f"; write {choices}"


def _name(path: Path) -> str:
    """What a message calls the value: its key, with the list's name for an item of a list."""
    if not path:
        return "the file"
    keys = [key for key in path if isinstance(key, str)]
    name = keys[-1] if keys else "the entry"
    return f"an entry of {name}" if isinstance(path[-1], int) and keys else name


def _with(data: Any, path: Path, value: Any) -> Any:
    """A copy of the data with one value changed; the original is shared with the document."""
    if not path:
        return value
    copy, key = _copied(data, path[0]), path[0]
    copy[key] = _with(copy[key], path[1:], value)
    return copy


def _copied(data: Any, key: str | int) -> Any:
    """A copy of a list or mapping in which the key has a value, be it an empty one."""
    if isinstance(data, list) and isinstance(key, int):
        return data + [None] * (key + 1 - len(data))
    return {**data, key: data.get(key)} if isinstance(data, dict) else {key: None}


def _without(data: Any, path: Path) -> Any:
    if len(path) == 1:
        return {key: value for key, value in data.items() if key != path[0]}
    return _with(data, path[:-1], _without(_at(data, path[:-1]), path[-1:]))


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data
