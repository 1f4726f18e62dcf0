"""The record format as a list of fields for people: made from the models and the docstrings under their fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stretchguide.format.fields import ID_PATTERN, Entry
from stretchguide.format.model_schema import schema_of
from stretchguide.format.vocabulary import Vocabulary

WORDS = {"plain": "text", "prose": "text with emphasis and links", "emoji": "emoji"}
"""What a text may hold, by its mark in the schema (``fields.Words``)."""

PLURALS = {"text": "texts", "id": "ids", "block": "blocks"}


@dataclass(frozen=True)
class Field:
    """A key of a block."""

    key: str
    kind: str
    """What is written after it, in words; examples stand in backticks."""
    topic: str
    """The vocabulary that its ids come from; empty where it takes none."""
    block: str
    """The model of the block that it holds; empty where it holds none."""
    is_needed: bool
    about: str


@dataclass(frozen=True)
class Block:
    """A mapping of a record, with all its keys."""

    model: str
    paths: tuple[str, ...]
    """Where it stands: ``variants[].steps[]``; empty for the record itself."""
    about: str
    fields: tuple[Field, ...]


def blocks(kind: Any) -> tuple[Block, ...]:
    """The record itself, then every block in it, in the order in which they are met."""
    schema = schema_of(kind)
    return tuple(
        Block(
            name, tuple(paths), _part(schema, name).get("description", ""), tuple(fields(_part(schema, name), schema))
        )
        for name, paths in _places(schema).items()
    )


def _part(schema: Mapping[str, Any], model: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = schema["$defs"][model] if model else schema
    return found


def _places(schema: Mapping[str, Any]) -> Mapping[str, list[str]]:
    """Every model with the paths that lead to it, each before what it holds; the record's own name is empty."""
    found: dict[str, list[str]] = {}
    for model, path in _walk(schema, "", ""):
        found.setdefault(model, []).extend([path] if path else [])
    return found


def _walk(schema: Mapping[str, Any], model: str, path: str) -> Iterator[tuple[str, str]]:
    yield model, path
    for key, part in _part(schema, model)["properties"].items():
        if inner := _model(part):
            yield from _walk(schema, inner, f"{path}{'.' * bool(path)}{key}{'[]' * ('items' in part)}")


def fields(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[Field]:
    """The keys of a model; ``whole`` is the schema in which the blocks of the model are."""
    for key, part in schema["properties"].items():
        topic, block = str(_item(part).get("x-topic", "")), _model(part)
        # A docstring that says the same as its block's own stands there only.
        about = part.get("description") or (_part(whole, block)["description"] if block else "")
        yield Field(key, _kind(part), topic, block, key in schema.get("required", ()), about)


def _item(part: Mapping[str, Any]) -> Mapping[str, Any]:
    """The value, or an entry of it where it is a list."""
    written = _written(part)
    return _written(written.get("items", written))


def _written(part: Mapping[str, Any]) -> Mapping[str, Any]:
    """What stands there when it is not left out."""
    options: list[Mapping[str, Any]] = part.get("anyOf", [part])
    return options[0]


def _model(part: Mapping[str, Any]) -> str:
    """The name of the block that a value is, or is a list of."""
    return str(_item(part).get("$ref", "")).rpartition("/")[2]


def _kind(part: Mapping[str, Any]) -> str:
    written = _written(part)
    if written.get("type") == "array" and "items" in written:
        kind, _, more = _kind(written["items"]).partition(" ")
        return f"list{_span(written)} of {PLURALS.get(kind, kind)} {more}".rstrip()
    return _single(written) + (f", {written['maxLength']} characters at most" if "maxLength" in written else "")


def _span(part: Mapping[str, Any]) -> str:
    least, most = part.get("minItems", 0), part.get("maxItems")
    if most:
        return f" ({least} to {most})" if least else f" ({most} at most)"
    return f" ({least} or more)" if least else ""


def _single(part: Mapping[str, Any]) -> str:
    """What one value is, in words."""
    if "x-topic" in part:
        return _id(part)
    if "x-words" in part:
        return WORDS[part["x-words"]]
    if "enum" in part or "const" in part:
        return _one_of(part.get("enum") or [part["const"]])
    if "examples" in part:
        return f"written like `{part['examples'][0]}`"
    if "$ref" in part:
        return "block"
    return _plain_kind(part)


def _id(part: Mapping[str, Any]) -> str:
    also = "".join(f"`{word}` or " for word in part.get("x-also", ()))
    return f"{also}id" + (" alone, or after `right` or `left`" if part.get("x-sided") else "")


def _one_of(choices: list[Any]) -> str:
    words = [f"`{choice}`" for choice in choices]
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _plain_kind(part: Mapping[str, Any]) -> str:
    if part.get("format") == "date":
        return "day, written like `2026-11-22`"
    if part.get("pattern", "").startswith(f"^{ID_PATTERN}$"):
        return "id of your own"
    kinds = {"boolean": "`true` or `false`", "integer": "whole number", "object": "mapping", "array": "two numbers"}
    return kinds.get(str(part.get("type")), "text")


@dataclass(frozen=True)
class Topic:
    """A vocabulary with its entries."""

    name: str
    """That of its file, without the ending."""
    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    """An entry, then the blocks in it."""


def topics(vocabulary: Vocabulary) -> Iterator[Topic]:
    """The vocabularies that have ids, in the order of their file names."""
    for name in sorted(each.name for each in dataclasses.fields(vocabulary)):
        entries = getattr(vocabulary, name)
        if isinstance(entries, Mapping) and entries:
            kept = tuple(entries.values())
            yield Topic(name.replace("_", "-"), kept, blocks(type(kept[0])))
