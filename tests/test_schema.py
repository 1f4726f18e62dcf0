"""The JSON Schemas for editors are those of the models, and accept what the check accepts."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from stretchguide.figure.ink import palette
from stretchguide.figure.words.keys import KEYS
from stretchguide.figure.words.things import THINGS
from stretchguide.project import known_ids
from stretchguide.reference import schema

ROOT = Path(__file__).resolve().parents[1]
RECORDS = sorted((ROOT / "exercises").glob("*.yml"))
ROUTINES = sorted((ROOT / "exercises" / "_routines").glob("*.yml"))


def without_examples(text: str) -> Any:
    """A new record adds itself to the ids that editors offer; that alone makes no schema stale."""
    data = json.loads(text)
    data["$defs"]["stretches"].pop("examples")
    return data


@pytest.mark.parametrize("path", list(schema.schemas(known_ids(ROOT))))
def test_schema_is_not_stale(path: str) -> None:
    made = schema.schemas(known_ids(ROOT))[path]
    hint = "the format or a vocabulary changed: run python3 dev.py schema"
    assert without_examples((ROOT / path).read_text("utf-8")) == without_examples(made), hint


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
    data = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


@pytest.mark.parametrize("path", [*RECORDS, *ROUTINES], ids=lambda path: path.stem)
def test_schema_accepts_every_record(path: Path) -> None:
    kind = "routine" if path.parent.name == "_routines" else "exercise"
    data = yaml.load(path.read_text("utf-8"), Loader=TextDates)
    assert [error.message for error in validator(kind).iter_errors(data)] == []


class TextDates(yaml.SafeLoader):
    """Dates stay text, as in YAML 1.2, which editors read."""


TextDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


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
    data = yaml.load(RECORDS[0].read_text("utf-8"), Loader=TextDates)
    assert list(validator("exercise").iter_errors({**data, key: value}))


def test_schema_names_the_ids_with_their_side() -> None:
    data = yaml.load(RECORDS[0].read_text("utf-8"), Loader=TextDates)
    data["variants"][0]["feel"]["muscles"] = ["right hamstrings", "left soleus", "soleus"]
    assert not list(validator("exercise").iter_errors(data))
    data["variants"][0]["feel"]["muscles"] = ["up hamstrings"]
    assert list(validator("exercise").iter_errors(data))


def test_schema_knows_every_key_of_a_pose_and_shows_its_words() -> None:
    definitions = json.loads((ROOT / "schema" / "exercise.schema.json").read_text("utf-8"))["$defs"]
    assert set(definitions["pose"]["properties"]) == set(KEYS)
    things = definitions["pose props"]["description"]
    assert [name for name in THINGS if f"- {name}" not in things] == []
    assert "- tuck under [N] (cm or degrees): a small curve at the pelvis" in definitions["pose arrows"]["description"]
    assert "- heel on seat: " in definitions["pose feet"]["description"]


@pytest.mark.parametrize("pose", [{"bass": "stand"}, {"base": 4}, {"base": "stand", "head": {"turn": 4}}, "stand"])
def test_schema_refuses_what_is_no_pose(pose: object) -> None:
    data = yaml.load(RECORDS[0].read_text("utf-8"), Loader=TextDates)
    data["variants"][0]["steps"][0]["pose"] = pose
    assert list(validator("exercise").iter_errors(data))
