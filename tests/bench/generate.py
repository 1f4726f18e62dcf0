"""Projects of any size for measuring: the records of a library, over and over, under other ids and titles.

Every copy of a record links within its own generation, so the links stay as dense as they are and no rule is broken but
the one about twins (20), which is a warning of the check.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from project_copy import ROOT, copy_project

LINK = re.compile(r"\]\(([a-z0-9-]+)\)")
EMOJI_ESCAPE = re.compile(r"\\U([0-9A-F]{8})")

Record = dict[str, Any]
Rename = Callable[[str], str | None]
"""The id that a stretch has in this generation; None when it is not among the records that are made."""


class Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # The records may hold no anchor.


def generate(target: Path, count: int, content: Path = ROOT) -> Path:
    """Make a copy of the project with `count` exercise records in the folder `target`, which is made.

    They are those of the folder `content`, and at least as many: routines and vocabularies name them.
    """
    project = copy_project(target, content, has_figures=False)
    folder = project / "exercises"
    records = {path.stem: yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in sorted(folder.glob("*.yml"))}
    made = names(list(records), max(count, len(records)))
    for name, (original, generation) in made.items():
        write(folder / f"{name}.yml", derived(records[original], generation, renamer(generation, made)))
    return project


def names(originals: list[str], count: int) -> dict[str, tuple[str, int]]:
    """The ids to make, each with its original and its generation; generation 0 is the records themselves."""
    every = ((original, generation) for generation in range(count) for original in originals)
    return {name_in(*each): each for each, _ in zip(every, range(count), strict=False)}


def name_in(original: str, generation: int) -> str:
    return f"{original}-{generation + 1}" if generation else original


def renamer(generation: int, made: dict[str, tuple[str, int]]) -> Rename:
    def rename(original: str) -> str | None:
        name = name_in(original, generation)
        return name if name in made else None

    return rename


def derived(record: Record, generation: int, rename: Rename) -> Record:
    """A record as it stands in this generation: under another title, with links to stretches that are there."""
    record = linked(record, rename)
    if generation:
        record["title"] = f"{record['title'][:54]} {generation + 1}"
        record["also_known_as"] = [f"{each} {generation + 1}" for each in record.get("also_known_as", [])]
        record["complaints"] = [f"{each} {generation + 1}" for each in record.get("complaints", [])]
    record.pop("formerly", None)
    record["links"] = {key: renamed(ids, rename) for key, ids in record.get("links", {}).items()}
    record["instead_if"] = [dict(swap, use=rename(swap["use"])) for swap in record.get("instead_if", [])]
    record["instead_if"] = [swap for swap in record["instead_if"] if swap["use"]]
    for variant in record["variants"]:
        for key in ("easier", "deeper"):
            changes = [dict(each, use=rename(each["use"])) if "use" in each else each for each in variant.get(key, [])]
            variant[key] = [each for each in changes if each.get("use") or "change" in each]
    return record


def renamed(ids: list[str], rename: Rename) -> list[str]:
    return [name for name in map(rename, ids) if name]


def linked(value: Any, rename: Rename) -> Any:
    """A deep copy whose texts link within the generation; a link to what is not there becomes its words."""
    if isinstance(value, dict):
        return {key: linked(each, rename) for key, each in value.items()}
    if isinstance(value, list):
        return [linked(each, rename) for each in value]
    return (
        LINK.sub(lambda found: f"]({rename(found[1]) or 'https://example.org/'})", value)
        if isinstance(value, str)
        else value
    )


def write(path: Path, data: Any) -> None:
    text = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=120, default_flow_style=None)
    # libyaml writes emoji as escapes; nobody does so in a record.
    path.write_text(EMOJI_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text), "utf-8", newline="\n")
