"""The forms by which readers report: as GitHub reads them, with the signs that need help, opened from every page."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

from heads import heads
from link_check import parse
from pages_server import PagesSite
from records import sample_library
from site_pages import ROOT, path_of

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.stem != "config")
REPOSITORY = "{}/{}".format(
    os.environ.get("GITHUB_SERVER_URL", "https://github.com"),
    os.environ.get("GITHUB_REPOSITORY", "stretchguide/stretchguide"),
)
"""Where the site is built from: in a fork's workflow, the fork."""


def schema() -> Draft202012Validator:
    data = json.loads(Path(__file__).with_name("issue-form.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


def form(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))


def test_the_forms() -> None:
    assert [path.stem for path in FORMS] == ["new-stretch", "something-is-wrong", "this-hurt-me"]
    assert yaml.safe_load((FOLDER / "config.yml").read_text("utf-8")) == {"blank_issues_enabled": True}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_keeps_to_what_github_documents(path: Path) -> None:
    data = form(path.stem)
    assert [f"{list(error.path)}: {error.message}" for error in schema().iter_errors(data)] == []
    for key in ("id", "label"):
        found = [each.get(key) or each["attributes"].get(key) for each in data["body"] if each["type"] != "markdown"]
        assert len(found) == len(set(found)), f"a {key} stands twice"


FAULTS: list[tuple[str, Any]] = [
    ("name", None),
    ("titel", "x"),
    ("body", []),
    ("body", [{"type": "markdown", "attributes": {"value": "only words"}}]),
    ("body", [{"type": "text", "id": "a", "attributes": {"label": "A"}}]),
    ("body", [{"type": "input", "attributes": {"label": "no id"}}]),
    ("body", [{"type": "input", "id": "with blank", "attributes": {"label": "A"}}]),
    ("body", [{"type": "input", "id": "a", "attributes": {"label": "A", "options": ["x"]}}]),
    ("body", [{"type": "dropdown", "id": "a", "attributes": {"label": "A", "options": ["x", "x"]}}]),
    ("body", [{"type": "checkboxes", "id": "a", "attributes": {"label": "A", "options": ["x"]}}]),
    ("body", [{"type": "textarea", "id": "a", "attributes": {"label": "A"}, "validations": {"require": True}}]),
]


@pytest.mark.parametrize(("key", "value"), FAULTS)
def test_the_schema_finds_a_fault(key: str, value: Any) -> None:
    data = {name: each for name, each in {**form("this-hurt-me"), key: value}.items() if each is not None}
    assert list(schema().iter_errors(data))


def test_the_forms_ask_for_no_health_data() -> None:
    for path in FORMS[1:]:
        words = " ".join(str(each["attributes"].get("value", "")) for each in form(path.stem)["body"])
        assert "Everyone can read this" in words, path.stem


# From a page to its form


def links(site: PagesSite, name: str) -> dict[str, dict[str, list[str]]]:
    """What a page hands to each form, by the form's name."""
    found = {}
    for each in parse(site.folder / name).iter("a"):
        address = urlsplit(each.get("href", ""))
        if address.path.endswith("/issues/new"):
            assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/issues/new"
            given = parse_qs(address.query, strict_parsing=True, keep_blank_values=True)
            [template] = given.pop("template")
            found[template.removesuffix(".yml")] = given
    return found


def test_every_page_opens_the_form_with_its_address(sample_site: PagesSite) -> None:
    for name, _ in heads(sample_site.folder):
        given = links(sample_site, name)
        is_guide = name.startswith("exercises/")
        assert set(given) == ({"something-is-wrong", "this-hurt-me"} if is_guide else {"something-is-wrong"}), name
        for fields in given.values():
            assert fields["page"] == [sample_site.url + name.removesuffix("index.html")]


def test_a_guide_names_its_record(sample_site: PagesSite) -> None:
    for guide in sample_library().guides.values():
        for fields in links(sample_site, f"{path_of(guide)}index.html").values():
            assert fields["record"] == [guide.source]


def test_a_page_fills_in_fields_that_its_form_has(sample_site: PagesSite) -> None:
    guide = next(iter(sample_library().guides.values()))
    for name, given in links(sample_site, f"{path_of(guide)}index.html").items():
        assert set(given) <= {each.get("id") for each in form(name)["body"]}, name


def test_the_links_are_large_enough_for_a_thumb(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path_of(next(iter(sample_library().guides.values()))))
    found = page.locator(".page-acts a")
    assert found.count() == 3
    boxes = [found.nth(at).bounding_box() for at in range(3)]
    assert all(box and box["height"] >= 44 for box in boxes)
