"""The head of a built page, and the schema of its data for machines, for the tests to look at."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from link_check import NOT_FOUND, parse

SHEETS = "print/"
"""Printed sheets are no pages of the theme, and nobody is to find them by themselves."""

SCHEMA = Path(__file__).with_name("structured-data.schema.json")


@cache
def schema() -> Draft202012Validator:
    data = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


class Head:
    """The head of one HTML file."""

    def __init__(self, path: Path) -> None:
        found = parse(path).find("head")
        assert found is not None
        self.element: ET.Element = found

    def titles(self) -> list[str]:
        return ["".join(each.itertext()).strip() for each in self.element.iter("title")]

    def metas(self, name: str) -> list[str]:
        """The contents of all metas of a name or property."""
        metas = self.element.iter("meta")
        return [each.get("content", "") for each in metas if name in (each.get("name"), each.get("property"))]

    def links(self, relation: str) -> list[str]:
        return [each.get("href", "") for each in self.element.iter("link") if each.get("rel") == relation]

    def data(self) -> list[Any]:
        """The JSON-LD of the page, one value a script."""
        scripts = self.element.iter("script")
        return [json.loads(each.text or "") for each in scripts if each.get("type") == "application/ld+json"]

    def nodes(self, kind: str) -> list[Any]:
        """The entries of a type in the page's graph."""
        return [node for graph in self.data() for node in graph["@graph"] if node["@type"] == kind]


@cache
def heads(site: Path) -> tuple[tuple[str, Head], ...]:
    """Every page that a search engine may find, by its file. Read once: a site does not change while it is tested."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    pages = (name for name in names if name != NOT_FOUND and not name.startswith(SHEETS))
    every = ((name, Head(site / name)) for name in pages)
    return tuple((name, head) for name, head in every if head.metas("robots") != ["noindex"])
