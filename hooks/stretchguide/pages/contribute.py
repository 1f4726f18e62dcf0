"""The pages of reference for contributors: the record format, and the words of poses. How to contribute is written by
hand, in ``docs/contribute/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.limits import Limits
from stretchguide.figure.words.reference import REFERENCE, Section
from stretchguide.figure.words.regions import REGION_NAMES
from stretchguide.figure.words.things import THINGS
from stretchguide.format.fields import Entry
from stretchguide.format.records import Exercise
from stretchguide.format.routines import Routine
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind, Single
from stretchguide.pages.page import Page
from stretchguide.pages.writer import Writer
from stretchguide.reference.format_reference import blocks, topics
from stretchguide.rules.catalogue import RULES

_DRAWN = ("base", "props")
"""The keys whose words are shown as figures."""


RECORD_FORMAT = Single(addresses.RECORD_FORMAT, "record-format.md", "The record format")
POSES = Single(addresses.POSES, "poses.md", "Words of poses")


def pages(_: Kind, writer: Writer) -> Iterator[Page]:
    yield RECORD_FORMAT.page(writer, partial(_format, writer))
    yield POSES.page(writer, partial(_poses, writer))


def _format(writer: Writer) -> Mapping[str, Any]:
    return {
        "stretch": blocks(Exercise),
        "routine": blocks(Routine),
        "topics": list(topics(writer.library.vocabulary)),
        "regions": REGION_NAMES,
        "words_of": words_of,
        "rules": RULES,
    }


def _poses(writer: Writer) -> Mapping[str, Any]:
    return {
        "bases": BASES,
        "things": THINGS,
        "words": writer.drawn.words,
        "sections": [section for section in REFERENCE if section.keys[0] not in _DRAWN],
        "title_of": title_of,
        "alike": alike,
        "number": number,
    }


KIND = Kind(pages, addresses.CONTRIBUTE, singles=(RECORD_FORMAT, POSES))


def words_of(entry: Entry) -> tuple[str, str]:
    """What an entry of a vocabulary is called, and what is said of it; empty where it has neither."""
    name, about = (
        next((str(getattr(entry, key)) for key in keys if getattr(entry, key, None)), "")
        for keys in (("name", "label", "title"), ("plain", "say", "advice", "text", "finding"))
    )
    return name, about


def title_of(section: Section) -> str:
    """The keys of a section as a heading: "Left arm, right arm, arms"."""
    words = ", ".join(section.keys)
    return words[0].upper() + words[1:]


def alike(forms: Iterable[Form]) -> Mapping[Form, list[str]]:
    """Phrases that differ in their first word only, together: one of them with the words of all."""
    found: dict[Form, list[str]] = {}
    for form in forms:
        found.setdefault(form._replace(verb=""), []).append(form.verb)
    return found


def number(limits: Limits | None) -> str:
    """The numbers that a word of a pose takes, in words."""
    if limits is None:
        return ""
    least, most = (f"{limit:g}".replace("-", "−") for limit in limits[:2])
    usual = f"; {limits.usual:g} when left out" if limits.usual is not None else ""
    return f"{least} to {most} {limits.unit}{usual or '; may be left out' * limits.is_optional}"
