"""The pages that lead to all guides: home and browse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from stretchguide.format.vocabulary import Occasion
from stretchguide.guides.library import Library
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.pages import addresses
from stretchguide.pages.facets import Choice
from stretchguide.pages.kind import Kind, Single
from stretchguide.pages.page import Page
from stretchguide.pages.routines import by_occasion
from stretchguide.pages.writer import Writer

_ROUTINES_AT_HOME = 6


HOME = Single(addresses.HOME, "home.md", "", "Home")
BROWSE = Single(addresses.BROWSE, "browse.md", "Browse all stretches", "Browse")


def pages(_: Kind, writer: Writer) -> Iterator[Page]:
    yield _home(writer)
    yield BROWSE.page(writer)


KIND = Kind(pages, singles=(HOME, BROWSE))


def _home(writer: Writer) -> Page:
    return HOME.page(writer, partial(_told, writer))


def _told(writer: Writer) -> Mapping[str, Any]:
    library = writer.library
    return {
        "featured": [guide for id in library.vocabulary.featured for guide in library.shown if guide.id == id],
        "occasions": list(_moments(writer)),
        "routines": _a_few(library),
    }


def _moments(writer: Writer) -> Iterator[tuple[Occasion, Choice, JoinedRoutine | None]]:
    """Each moment with its stretches and its first routine, which leads there sooner; those with one come first."""
    routines = {occasion.id: of_it[0] for occasion, of_it in by_occasion(writer.library)}
    vocabulary = writer.library.vocabulary
    choices = sorted(writer.facet(addresses.OCCASIONS).choices, key=lambda choice: choice.entry.id not in routines)
    return ((vocabulary.occasions[each.entry.id], each, routines.get(each.entry.id)) for each in choices)


def _a_few(library: Library) -> list[JoinedRoutine]:
    """Routines for the home page: the first of each occasion."""
    return [routines[0] for _, routines in by_occasion(library)][:_ROUTINES_AT_HOME]
