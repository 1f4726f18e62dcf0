"""YAML text of strangers to plain data, with the line and column of every value.

It reads a small, safe YAML: text, numbers, true/false, lists and mappings. Tags, anchors, aliases, duplicate keys and
the words that YAML 1.1 reads as something else (``no``, ``1:30``) are problems, never values. What the data *means*
is no business of this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import events

from stretchguide.format import causes, characters, slips
from stretchguide.format.problems import FilePlace, Problem, quoted

MAX_BYTES = 64 * 1024
MAX_DEPTH = 20
_TOO_DEEP = f"nested more than {MAX_DEPTH} deep; a record needs far less"

Path = tuple[str | int, ...]
"""The way from the root of a file to a value: keys and list positions."""

Mark = tuple[int, int]
"""Line and column in a file, from 1."""

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_BASE_SIXTY = re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?")
_YAML_LINES = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_OLD_BOOLEANS = {"yes", "no", "on", "off"}
_BEGINS_NUMBER = "+-0123456789"
_CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True)
class Document:
    """One file as far as it could be read."""

    path: str
    """Relative to the project, with ``/``."""
    data: Any = None
    """Dictionaries, lists, text, numbers, booleans or None; None as well when nothing could be read."""
    problems: tuple[Problem, ...] = ()
    places: Mapping[Path, Mark] = field(default_factory=dict)
    """Where each value begins."""
    keys: Mapping[Path, Mark] = field(default_factory=dict)
    """Where the key of each value in a mapping begins."""
    refused: frozenset[Path] = frozenset()
    """Values that a problem already speaks of; what else may be wrong with them is not worth a second line."""
    digest: str = field(default="", compare=False)
    """A hash of the file; empty where it could not be read, or nobody asked."""

    def place(self, path: Path) -> FilePlace:
        """Where the value at this path stands, or the nearest value around it that does."""
        while path and path not in self.places:
            path = path[:-1]
        return FilePlace(self.path, *self.places.get(path, ()))

    def place_of_key(self, path: Path) -> FilePlace:
        """Where the key of the value at this path stands; without one, where the value does."""
        return FilePlace(self.path, *self.keys[path]) if path in self.keys else self.place(path)


def read(path: str, content: bytes) -> Document:
    """Read one file. ``content`` may be cut after ``MAX_BYTES`` + 1 bytes: longer files are refused anyway."""
    if len(content) > MAX_BYTES:
        return _unreadable(FilePlace(path), f"the file is larger than {MAX_BYTES // 1024} KiB; make it shorter")
    if problem := characters.undecodable(path, content):
        return _unreadable(problem.place, problem.message)
    text = content.decode("utf-8-sig")
    if (at := slips.merge_marker(text)) is not None:
        return _unreadable(FilePlace(path, text.count("\n", 0, at) + 1), slips.MERGE)
    # Without what is hidden the parser can go on.
    return _DocumentReader(path, [*characters.faults(path, text)]).read(characters.harmless(text))


def _unreadable(place: FilePlace, message: str) -> Document:
    return Document(place.path, problems=(Problem(place, message),))


def _mark(event: events.Event) -> Mark:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


@dataclass
class _Frame:
    """A list or mapping that is being read."""

    holder: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    """The key that waits for its value, in a mapping."""
    kept: bool = True
    """False below a refused key: read on, but keep nothing."""


class _Unreadable(Exception):
    """The rest of the file makes no sense; the problem is already noted."""


class _DocumentReader:
    """Builds data from the parser's events, one file at a time; no recursion, so depth costs nothing."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path, self.problems = path, problems
        self.places: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.refused: set[Path] = set()
        self.stack: list[_Frame] = []
        self.root: Any = None
        self.documents = 0
        self.lines: list[str] = []

    def read(self, text: str) -> Document:
        self.lines = _YAML_LINES.split(text)
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                self.take(event)
        except _Unreadable:
            self.root = None
        except yaml.MarkedYAMLError as error:
            self.note_syntax(error)
        if not self.problems and self.root is None:
            self.problems.append(Problem(FilePlace(self.path), "the file is empty; write a record or delete it"))
        return Document(self.path, self.root, tuple(self.problems), self.places, self.keys, frozenset(self.refused))

    def note(self, event: events.Event, message: str) -> None:
        self.problems.append(Problem(FilePlace(self.path, *_mark(event)), message))

    def note_syntax(self, error: yaml.MarkedYAMLError) -> None:
        self.root = None
        line, column, fact = causes.slip_of(error, self.lines)
        # A parser that looks ahead counts brackets before any of them arrives here.
        is_deep = "nesting depth" in str(error.problem)
        self.problems.append(Problem(FilePlace(self.path, line, column), _TOO_DEEP if is_deep else fact))

    def take(self, event: events.Event) -> None:
        match event:  # The most frequent first.
            case events.ScalarEvent():
                self.refuse_extras(event)
                self.scalar(event)
            case events.CollectionEndEvent():
                self.stack.pop()
            case events.MappingStartEvent():
                self.open(event, {})
            case events.SequenceStartEvent():
                self.open(event, [])
            case events.AliasEvent():
                self.alias(event)
            case events.DocumentStartEvent():
                self.start_document(event)

    def start_document(self, event: events.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.note(event, "a second document begins here; one file holds one record, so delete the '---'")
            raise _Unreadable

    def refuse_extras(self, event: events.NodeEvent) -> None:
        """Anchors and tags are reported and otherwise ignored: nothing is ever built from a tag."""
        if event.anchor:
            self.note(
                event, f"anchor {quoted(f'&{event.anchor}')} is not allowed; write the value out where it is needed"
            )
        if tag := getattr(event, "tag", None):
            self.note(event, f"tag {quoted(tag)} is not allowed; put quotes round the text, or take it out")

    def open(self, event: events.CollectionStartEvent, holder: dict[str, Any] | list[Any]) -> None:
        self.refuse_extras(event)
        if len(self.stack) >= MAX_DEPTH:
            self.note(event, _TOO_DEEP)
            raise _Unreadable
        if self.awaits_key():
            self.note(event, "a key must be plain text; put quotes round text that begins with a bracket or brace")
            self.stack[-1].key = ""
            self.refused.add(self.stack[-1].path)
            self.stack.append(_Frame(holder, (), kept=False))
            return
        path, kept = self.put(event, holder)
        self.stack.append(_Frame(holder, path, kept=kept))

    def alias(self, event: events.AliasEvent) -> None:
        self.note(event, f"alias {quoted(f'*{event.anchor}')} is not allowed; write the value out")
        if self.awaits_key():
            self.stack[-1].key = ""
        else:
            self.refused.add(self.put(event, None)[0])

    def awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].holder, dict) and self.stack[-1].key is None

    def scalar(self, event: events.ScalarEvent) -> None:
        if self.awaits_key():
            self.key(event)
            return
        known = len(self.problems)
        path, _ = self.put(event, self.value(event))
        if len(self.problems) > known:
            self.refused.add(path)

    def key(self, event: events.ScalarEvent) -> None:
        frame = self.stack[-1]
        frame.key, path = event.value, (*frame.path, event.value)
        if not frame.kept:
            return
        self.refuse_hidden_escape(event)
        if not event.value:
            self.note(event, "a key is missing before the colon; write one, or delete the line")
        elif path in self.keys:
            first, _ = self.keys[path]
            self.note(event, f"key {quoted(event.value)} stands here twice (first in line {first}); delete one")
            frame.key = ""
        else:
            self.keys[path] = _mark(event)

    def put(self, event: events.Event, value: Any) -> tuple[Path, bool]:
        """Store a value where the innermost list or mapping expects it; return its path and whether it was kept."""
        path: Path = ()
        kept = True
        if not self.stack:
            self.root = value
        else:
            frame = self.stack[-1]
            kept = frame.kept and frame.key != ""
            path = (*frame.path, self.slot(frame, value, kept))
        if kept:
            self.places[path] = _mark(event)
        return path, kept

    def slot(self, frame: _Frame, value: Any, kept: bool) -> str | int:
        if isinstance(frame.holder, list):
            frame.holder.append(value)
            return len(frame.holder) - 1
        key, frame.key = frame.key or "", None
        if kept:
            frame.holder[key] = value
        return key

    def value(self, event: events.ScalarEvent) -> str | int | float | bool | None:
        self.refuse_hidden_escape(event)
        text: str = event.value
        if slip := slips.entity(text) or (None if event.style else slips.cut_off(text, self.rest_of_line(event))):
            self.note(event, slip)
        if event.style:
            return text
        word = text.lower()
        if word in _CONSTANTS:
            return _CONSTANTS[word]
        if word in _OLD_BOOLEANS:
            self.note(event, f"YAML reads {quoted(text)} as true or false; put quotes round it, or write true or false")
        if text[0] not in _BEGINS_NUMBER:
            return text
        if _BASE_SIXTY.fullmatch(text):
            self.note(event, f"YAML reads {quoted(text)} as a number to base sixty; write a duration like '1 min 30 s'")
        if _INTEGER.fullmatch(text) and len(text) < 10:
            return int(text)
        return float(text) if _DECIMAL.fullmatch(text) else text

    def rest_of_line(self, event: events.ScalarEvent) -> str:
        """What stands behind a value, on the line that it ends on; an empty value may end behind the last line."""
        mark = event.end_mark
        return self.lines[mark.line][mark.column :] if mark and mark.line < len(self.lines) else ""

    def refuse_hidden_escape(self, event: events.ScalarEvent) -> None:
        """An escape in double quotes (a backslash and a code) can bring in what the text itself may not hold."""
        if event.style != '"':
            return
        for _, character in characters.hidden_in(event.value):
            if character != "\ufffd":
                self.note(event, characters.hidden_message(character))
