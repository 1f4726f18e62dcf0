"""The page of each choice: a body area, a position, a time, a level, a piece of equipment, a moment.

A choice without a guide has no page. One that was published must keep its guides, or its address goes with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from stretchguide.format.vocabulary import Area, Occasion, Position, RedFlag
from stretchguide.guides.library import Library
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.pages import addresses
from stretchguide.pages.facets import WAYS, Choice, Facet
from stretchguide.pages.kind import Kind
from stretchguide.pages.page import Page, SearchEntry
from stretchguide.pages.routines import by_occasion
from stretchguide.pages.writer import Writer


def _choices(kind: Kind, writer: Writer) -> Iterator[Page]:
    facet = writer.facet(kind.folder)
    return (_choice(kind, writer, facet, choice) for choice in facet.choices)


def _areas(kind: Kind, writer: Writer) -> Iterator[Page]:
    facet = writer.facet(kind.folder)
    return (_area(kind, writer, facet, choice) for choice in facet.choices)


AREAS = Kind(_areas, addresses.AREAS, "area.md", in_menu=True)

KINDS = (AREAS, *(Kind(_choices, way.folder, "choice.md") for way in WAYS if way.folder != addresses.AREAS))
"""A kind for each way to choose."""


def _choice(kind: Kind, writer: Writer, facet: Facet, choice: Choice) -> Page:
    entry = choice.entry
    search = partial(SearchEntry, entry.heading, entry.plain, (entry.name,))
    return kind.page(writer, entry.id, partial(_told, writer, facet, choice), search=search)


def _told(writer: Writer, facet: Facet, choice: Choice) -> Mapping[str, Any]:
    entry = choice.entry
    return {
        "facet": facet,
        "choice": choice,
        "groups": facet.way.groups(choice),
        "routines": dict(by_occasion(writer.library)).get(entry, ()) if isinstance(entry, Occasion) else (),
        "begins_on_floor": isinstance(entry, Position) and entry.floor,
    }


def _area(kind: Kind, writer: Writer, facet: Facet, choice: Choice) -> Page:
    area = writer.library.vocabulary.areas[choice.entry.id]
    search = partial(SearchEntry, area.heading, area.plain, (f"{area.name} stretches",))
    return kind.page(writer, area.id, partial(_told_of_area, writer, facet, choice, area), search=search)


def _told_of_area(writer: Writer, facet: Facet, choice: Choice, area: Area) -> Mapping[str, Any]:
    return {
        "area": area,
        "facet": facet,
        "choice": choice,
        "groups": facet.way.groups(choice),
        "muscles": writer.anatomy.here(area),
        "routines": _for_area(writer.library, area),
        "flags": [(action, _red_flags(writer.library, area, action)) for action in ("emergency", "urgent", "soon")],
    }


_ROUTINES_OF_AN_AREA = 3


def _for_area(library: Library, area: Area) -> list[JoinedRoutine]:
    """The few routines that do most for an area: with the largest part of their stretches in it."""

    def share(routine: JoinedRoutine) -> float:
        return sum(area in step.guide.areas for step in routine.steps) / len(routine.steps)

    with_it = [routine for routine in library.routines.values() if share(routine)]
    return sorted(with_it, key=share, reverse=True)[:_ROUTINES_OF_AN_AREA]


def _red_flags(library: Library, area: Area, action: str) -> tuple[RedFlag, ...]:
    """Those that are about this area; what holds for every area stands on the page of safety."""
    flags = library.vocabulary.red_flags.values()
    return tuple(flag for flag in flags if flag.action == action and area.id in flag.areas)
