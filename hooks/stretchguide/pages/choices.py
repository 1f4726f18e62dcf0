"""The page of each choice: a body area, a position, a time, a level, a piece of equipment, a moment.

A choice without a guide has no page. One that was published must keep its guides, or its address goes with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.facets import Choice, Facet, groups
from stretchguide.library import Library
from stretchguide.pages.page import Page, SearchEntry
from stretchguide.pages.routines import by_moment
from stretchguide.pages.writer import Writer
from stretchguide.vocabulary import Area, Occasion, RedFlag


def pages(writer: Writer) -> Iterator[Page]:
    for facet in writer.facets:
        for choice in facet.choices:
            yield _area(writer, facet, choice) if facet.folder == "areas" else _page(writer, facet, choice)


def _page(writer: Writer, facet: Facet, choice: Choice) -> Page:
    entry = choice.entry
    return writer.page(
        f"{facet.folder}/{entry.id}.md",
        "choice.md",
        search=SearchEntry(entry.heading, entry.plain, (entry.name,)),
        facet=facet,
        choice=choice,
        groups=groups(facet, choice),
        routines=dict(by_moment(writer.library)).get(entry, ()) if isinstance(entry, Occasion) else (),
    )


def _area(writer: Writer, facet: Facet, choice: Choice) -> Page:
    area = writer.library.vocabulary.areas[choice.entry.id]
    ids = {listed.guide.id for listed in choice.guides}
    return writer.page(
        f"areas/{area.id}.md",
        "area.md",
        search=SearchEntry(area.heading, area.plain, (f"{area.name} stretches",)),
        area=area,
        facet=facet,
        choice=choice,
        groups=groups(facet, choice),
        muscles=writer.anatomy.here(area),
        routines=[
            each for each in writer.library.routines.values() if any(step.guide.id in ids for step in each.steps)
        ],
        flags=[(action, _red_flags(writer.library, area, action)) for action in ("emergency", "urgent", "soon")],
    )


def _red_flags(library: Library, area: Area, action: str) -> tuple[RedFlag, ...]:
    """Those that are about this area; what holds for every area stands on the page of safety."""
    flags = library.vocabulary.red_flags.values()
    return tuple(flag for flag in flags if flag.action == action and area.id in flag.areas)
