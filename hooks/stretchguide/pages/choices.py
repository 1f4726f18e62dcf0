"""The page of each choice: a body area, a position, a time, a level, a piece of equipment, a moment.

A choice without a guide has no page. One that was published must keep its guides, or its address goes with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from stretchguide.format.vocabulary import Area, Occasion, Position, RedFlag
from stretchguide.guides.library import Library
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.pages import addresses
from stretchguide.pages.facets import WAYS, Choice, Facet
from stretchguide.pages.kind import Kind
from stretchguide.pages.page import Found, Page, SearchEntry, SearchKind
from stretchguide.pages.phrases import counted
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
    tell, search = partial(_told, writer, facet, choice), partial(_found, facet, choice)
    return kind.page(writer, entry.id, tell, search=search)


_KINDS: Mapping[str, SearchKind] = {addresses.AREAS: "area", addresses.OCCASIONS: "moment"}


def _found(facet: Facet, choice: Choice) -> Found:
    entry = choice.entry
    names = (entry.name, f"{entry.name} stretches", *entry.also_called)
    facts = counted(len(choice.guides), "stretch", "es")
    return (SearchEntry(entry.heading, _KINDS.get(facet.folder, "choice"), names, text=entry.plain, facts=facts),)


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
    tell = partial(_told_of_area, writer, facet, choice, area)
    return kind.page(writer, area.id, tell, search=partial(_found_area, writer, facet, choice, area))


def _found_area(writer: Writer, facet: Facet, choice: Choice, area: Area) -> Found:
    """By the signs to get help for as well, that stand on its page."""
    library = writer.library
    picture = writer.map_of(addresses.area(area), _is_behind(library, area))
    (found,) = _found(facet, choice)
    flags = (flag.text for action in _ACTIONS for flag in _red_flags(library, area, action))
    return (replace(found, text=" ".join((area.plain, *flags)), picture=picture),)


def _told_of_area(writer: Writer, facet: Facet, choice: Choice, area: Area) -> Mapping[str, Any]:
    return {
        "area": area,
        "facet": facet,
        "choice": choice,
        "groups": facet.way.groups(choice),
        "muscles": writer.anatomy.here(area),
        "routines": _for_area(writer.library, area),
        "flags": [(action, _red_flags(writer.library, area, action)) for action in _ACTIONS],
    }


_ACTIONS = ("emergency", "urgent", "soon")


def _is_behind(library: Library, area: Area) -> bool:
    """Whether more of its muscles are seen from behind."""
    views = [
        view for muscle in library.vocabulary.muscles.values() if muscle.areas[0] == area.id for view in muscle.views
    ]
    return views.count("back") > views.count("front")


def _for_area(library: Library, area: Area) -> list[JoinedRoutine]:
    """The routine that does most for an area, with the largest part of its stretches in it; none where none has any."""

    def share(routine: JoinedRoutine) -> float:
        return sum(area in step.guide.areas for step in routine.steps) / len(routine.steps)

    return [max(with_it, key=share)] if (with_it := [each for each in library.routines.values() if share(each)]) else []


def _red_flags(library: Library, area: Area, action: str) -> tuple[RedFlag, ...]:
    """Those that are about this area; what holds for every area stands on the page of safety."""
    flags = library.vocabulary.red_flags.values()
    return tuple(flag for flag in flags if flag.action == action and area.id in flag.areas)
