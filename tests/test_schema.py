"""The JSON Schemas for editors are made from the models, and refuse what the check refuses."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import yaml_for_editors
from records import FOUNDING, SAMPLE, path_of
from stretchguide.figure.ink import palette
from stretchguide.figure.words.keys import KEYS
from stretchguide.figure.words.things import THINGS
from stretchguide.project import known_ids
from stretchguide.reference import schema

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("name", "made"),
    [("figures.css", palette.site_css()), ("figures-print.css", palette.paper_css())],
    ids=["site", "paper"],
)
def test_colours_of_figures_are_not_stale(name: str, made: str) -> None:
    written = (ROOT / "docs" / "stylesheets" / name).read_text("utf-8")
    assert written == made, "the colours changed: run python3 dev.py schema"


@functools.cache
def validator(name: str) -> Draft202012Validator:
    data = json.loads(schema.schemas(known_ids(SAMPLE))[f"schema/{name}.schema.json"])
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("type", "statik"),
        ("areas", ["upper-bak"]),
        ("areas", []),
        ("titel", "x"),
        ("title", "x" * 61),
        ("side", "none"),
        ("links", {"easier": ["Not An Id"]}),
        ("review", {"status": "fine", "written_by": "x"}),
    ],
)
def test_schema_refuses_what_the_check_refuses(key: str, value: Any) -> None:
    data = yaml_for_editors.read(SAMPLE / path_of(FOUNDING))
    assert list(validator("exercise").iter_errors({**data, key: value}))


def test_schema_names_the_ids_with_their_side() -> None:
    data = yaml_for_editors.read(SAMPLE / path_of(FOUNDING))
    data["variants"][0]["feel"]["muscles"] = ["right hamstrings", "left soleus", "soleus"]
    assert not list(validator("exercise").iter_errors(data))
    data["variants"][0]["feel"]["muscles"] = ["up hamstrings"]
    assert list(validator("exercise").iter_errors(data))


def test_schema_knows_every_key_of_a_pose_and_shows_its_words() -> None:
    definitions = json.loads(schema.schemas(known_ids(SAMPLE))["schema/exercise.schema.json"])["$defs"]
    assert set(definitions["pose"]["properties"]) == set(KEYS)
    things = definitions["pose props"]["description"]
    assert [name for name in THINGS if f"- {name}" not in things] == []
    assert "- tuck under [N] (cm or degrees): a small curve at the pelvis" in definitions["pose arrows"]["description"]
    assert "- heel on seat: " in definitions["pose feet"]["description"]


@pytest.mark.parametrize("pose", [{"bass": "stand"}, {"base": 4}, {"base": "stand", "head": {"turn": 4}}, "stand"])
def test_schema_refuses_what_is_no_pose(pose: object) -> None:
    data = yaml_for_editors.read(SAMPLE / path_of(FOUNDING))
    data["variants"][0]["steps"][0]["pose"] = pose
    assert list(validator("exercise").iter_errors(data))
