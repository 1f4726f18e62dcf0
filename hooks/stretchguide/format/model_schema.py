"""What the format says of each part of a file, as JSON Schema, and the way through it to a value or a text."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from stretchguide.format.source import Path


@functools.cache
def schema_of(kind: Any) -> dict[str, Any]:
    """The JSON Schema of a model, with the marks ``x-topic`` where an id stands (see ``fields.IdOf``)."""
    return adapter_of(kind).json_schema()


@functools.cache
def adapter_of(kind: Any) -> TypeAdapter[Any]:
    """What reads data as a model; to make one takes longer than to read a record."""
    return TypeAdapter(kind)


def resolved(root: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema itself, where ``schema`` only leads to it, within that of the whole file: the first of several."""
    while True:
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
        elif "anyOf" in schema and "default" not in schema:
            schema = schema["anyOf"][0]
        else:
            return schema


def _options(root: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for option in schema.get("anyOf", (schema,)):
        yield resolved(root, option)


def texts_in(
    root: Mapping[str, Any], value: Any, schema: Mapping[str, Any], path: Path
) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    """Every text of the data that the format knows, in the order of the file, with its path and its schema."""
    for option in _options(root, schema):
        if isinstance(value, str):
            yield path, value, option
        elif isinstance(value, list) and "items" in option:
            for index, item in enumerate(value):
                yield from texts_in(root, item, option["items"], (*path, index))
        elif isinstance(value, dict) and "properties" in option:
            for key, item in value.items():
                yield from texts_in(root, item, option["properties"].get(key, {}), (*path, key))


def part(root: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """The schema of the value at a path; an empty one for what the format does not know."""
    schema = root
    for key in path:
        for option in _options(root, schema):
            inner = option.get("items") if isinstance(key, int) else option.get("properties", {}).get(key)
            if inner is not None:
                schema = inner
                break
        else:
            return {}
    return schema if "anyOf" in schema else resolved(root, schema)
