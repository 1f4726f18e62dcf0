"""Rule 33: no two records go by the same name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stretchguide.format.problems import quoted
from stretchguide.format.source import Path
from stretchguide.rules.rule import Finding, Findings, LibraryCase, is_gap, library_rule


class Name(NamedTuple):
    """What a record is called, and where it says so."""

    record: str
    path: Path
    text: str


@library_rule(33)
def a_name_belongs_to_one_record(case: LibraryCase) -> Findings:
    """A title keeps its name: where another name is the same, that one is at fault."""
    owners: dict[str, Name] = {}
    for name in (*_titles(case), *_other_names(case)):
        first = owners.setdefault(_folded(name.text), name)
        if first is not name:
            whose = "this record has it" if first.record == name.record else f"it is {quoted(first.record)}"
            said = "" if first.text == name.text else f", as {quoted(first.text)}"
            fact = f"the name {quoted(name.text)} is taken: {whose} already{said}"
            yield Finding(name.path, f"{fact}; find another, or take it out", record=name.record)


def _titles(case: LibraryCase) -> Iterator[Name]:
    for id, draft in case.drafts.items():
        if draft.model and not is_gap(draft.gaps, [("title",)]):
            yield Name(id, ("title",), draft.model.title)


def _other_names(case: LibraryCase) -> Iterator[Name]:
    for id, draft in case.drafts.items():
        for index, text in enumerate(draft.model.also_known_as if draft.model else ()):
            if not is_gap(draft.gaps, [("also_known_as", index)]):
                yield Name(id, ("also_known_as", index), text)


@cache
def _folded(name: str) -> str:
    """The name without case, accents, hyphens and blanks.

    >>> _folded("Child’s-Pose") == _folded("childs pose")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]+", "", "".join(each for each in plain if not unicodedata.combining(each)))


RULES = (a_name_belongs_to_one_record,)
