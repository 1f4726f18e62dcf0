"""The words of poses for the JSON Schema, so that an editor offers the keys and shows what may stand under each.

The schema says no more than shape: which phrases make sense is judged by the language itself.
"""

from __future__ import annotations

from typing import Any

from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.phrases import MOST_CHARACTERS
from stretchguide.figure.words.reference import REFERENCE, Section

POSE = "pose"
"""The definition of a pose."""


def pose_definitions() -> dict[str, Any]:
    """What a schema's `$defs` need: a pose, and the values of each group of its keys."""
    found: dict[str, Any] = {}
    keys: dict[str, Any] = {"title": {"type": "string", "maxLength": MOST_CHARACTERS}}
    for section in REFERENCE:
        name = f"{POSE} {section.keys[-1]}"
        found[name] = _values(section)
        keys |= {key: {"$ref": f"#/$defs/{name}"} for key in section.keys}
    found[POSE] = {"type": "object", "additionalProperties": False, "properties": keys}
    return found


def _values(section: Section) -> dict[str, Any]:
    phrases = [_written(form) for form in section.forms]
    description = "\n".join([*([section.meaning] if section.meaning else []), *(f"- {phrase}" for phrase in phrases)])
    text = {"type": "string", "maxLength": MOST_CHARACTERS}
    return {"description": description, "anyOf": [text, {"type": "array", "items": text}]}


def _written(form: Form) -> str:
    """One form, as `turn left|right N (degrees): turns`."""
    words = [form.verb, "|".join(way for way in form.ways if way)]
    if form.number:
        may_be_left_out = form.number.is_optional or form.number.usual is not None
        words.append(f"{'[N]' if may_be_left_out else 'N'} ({form.number.unit})")
    text = " ".join(word for word in words if word)
    return f"{text}: {form.meaning}" if form.meaning else text
