"""The JSON Schemas by which editors complete and check records: made from the models, never written by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from stretchguide.format.fields import ID_PATTERN, Known
from stretchguide.format.model_schema import schema_of
from stretchguide.format.records import Exercise
from stretchguide.format.routines import Routine
from stretchguide.reference.pose_schema import POSE, pose_definitions

FOLDER = "schema"
KINDS = {"exercise": Exercise, "routine": Routine}
"""The schema files, by name."""


def schemas(known: Known) -> Mapping[str, str]:
    """Every schema file (path relative to the project) with its text. ``known`` holds the ids of each topic."""
    return {f"{FOLDER}/{name}.schema.json": _text(name, model, known) for name, model in KINDS.items()}


def is_stale(written: str, made: str) -> bool:
    """Whether a schema file is not what is made now. The ids of stretches are examples, and make none stale."""
    return _without_stretches(written) != _without_stretches(made)


def _without_stretches(text: str) -> object:
    data = json.loads(text)
    data["$defs"]["stretches"].pop("examples")
    return data


def _text(name: str, model: Any, known: Known) -> str:
    schema = _with_ids(schema_of(model), known)
    schema["$defs"] |= {topic: _ids(topic, known) for topic in _topics(schema_of(model))}
    if model is Exercise:
        schema["$defs"] |= pose_definitions()
    ordered = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": f"stretchguide {name}"}
    return json.dumps(ordered, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _ids(topic: str, known: Known) -> dict[str, Any]:
    if topic == "stretches":
        # Offered, not demanded: a new record may name one that is newer than this file. The check judges.
        return {"type": "string", "pattern": f"^{ID_PATTERN}$", "examples": sorted(known[topic])}
    return {"type": "string", "enum": list(known[topic])}


def _topics(part: Any) -> set[str]:
    if isinstance(part, list):
        return {topic for item in part for topic in _topics(item)}
    if not isinstance(part, dict):
        return set()
    own = {part["x-topic"]} if "x-topic" in part else set()
    return own.union(*(_topics(item) for item in part.values()))


def _with_ids(part: Any, known: Known) -> Any:
    """The schema with our marks replaced by what editors understand."""
    if isinstance(part, list):
        return [_with_ids(item, known) for item in part]
    if not isinstance(part, dict):
        return part
    if "x-pose" in part:
        return {"$ref": f"#/$defs/{POSE}"}
    inner = {key: _with_ids(item, known) for key, item in part.items() if not key.startswith("x-")}
    return inner | _reference(part, known) if "x-topic" in part else inner


def _reference(part: Mapping[str, Any], known: Known) -> dict[str, Any]:
    topic = part["x-topic"]
    if part.get("x-sided"):
        ids = known[topic]
        return {"enum": [*ids, *(f"{side} {id}" for side in ("right", "left") for id in ids)]}
    if part.get("x-also"):
        return {"anyOf": [{"$ref": f"#/$defs/{topic}"}, {"enum": part["x-also"]}]}
    return {"$ref": f"#/$defs/{topic}"}
