"""The kinds of page that the site has, and the records that they are made from, for the tests to look up."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from stretchguide.library import Guide, Library
from stretchguide.project import read_project

ROOT = Path(__file__).resolve().parent.parent

FOUNDING = "upper-back-trunk-rotation"
"""The record that the project began with; it has two variants."""

KINDS = [
    "home",
    "browse",
    "area",
    "position",
    "time",
    "level",
    "equipment",
    "no equipment",
    "moment",
    "muscles",
    "muscle",
    "group of muscles",
    "joint",
    "guide with one variant",
    "guide with several variants",
    "routines",
    "routine",
    "safety",
    "cautions",
    "caution",
    "floor",
    "evidence",
    "how to use",
    "glossary",
    "how to contribute",
    "record format",
    "poses",
    "not found",
]

SHEETS = ["hand-out", "hand-out of a routine"]
"""Pages to print, which have nothing of the theme: no menu, no footer, no search."""


@cache
def library() -> Library:
    found = read_project(ROOT).library
    assert found is not None, "the vocabularies do not read"
    return found


def founding() -> Guide:
    return library().guides[FOUNDING]


def guide_with_one_variant() -> Guide:
    return next(guide for guide in library().shown if len(guide.variants) == 1)


def path_of(guide: Guide) -> str:
    return f"exercises/{guide.id}/"


def path(kind: str) -> str:
    """The address of a page of this kind, relative to the site."""
    found = library()
    paths = {
        "home": "./",
        "browse": "browse/",
        "area": f"areas/{next(iter(found.by_area)).id}/",
        "position": "positions/supine/",
        "time": "times/over-2-min/",
        "level": "levels/beginner/",
        "equipment": "equipment/chair/",
        "no equipment": "equipment/none/",
        "moment": f"moments/{next(iter(found.routines.values())).record.occasion}/",
        "muscles": "muscles/",
        "muscle": "muscles/external-oblique/",
        "group of muscles": "muscles/hamstrings/",
        "joint": "muscles/thoracic-spine/",
        "guide with one variant": path_of(guide_with_one_variant()),
        "guide with several variants": path_of(founding()),
        "routines": "routines/",
        "routine": f"routines/{next(iter(found.routines))}/",
        "safety": "safety/",
        "cautions": "cautions/",
        "caution": f"cautions/{founding().cautions[0]}/",
        "floor": "floor/",
        "evidence": "evidence/",
        "how to use": "how-to-use/",
        "glossary": "glossary/",
        "how to contribute": "contribute/",
        "record format": "contribute/record-format/",
        "poses": "contribute/poses/",
        "not found": "404.html",
        "hand-out": f"print/{path_of(founding())}",
        "hand-out of a routine": f"print/routines/{next(iter(found.routines))}/",
    }
    return paths[kind]


def file(kind: str) -> str:
    """The file of a page of this kind, relative to the built site."""
    address = path(kind).removeprefix("./")
    return address if address.endswith(".html") else f"{address}index.html"
