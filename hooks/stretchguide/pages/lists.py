"""The pages that lead to guides: home, all stretches, a body area."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.library import Guide
from stretchguide.maps import HOME
from stretchguide.pages.page import Page, SearchEntry
from stretchguide.pages.writer import Writer
from stretchguide.vocabulary import Area


def pages(writer: Writer) -> Iterator[Page]:
    library = writer.library
    featured = [guide for id in library.vocabulary.featured for guide in library.shown if guide.id == id]
    yield writer.page("index.md", "home.md", featured=featured, maps=writer.drawn.maps.get(HOME, ()))
    yield writer.page("browse.md", "browse.md")
    for area, guides in library.by_area.items():
        yield _area(writer, area, guides)


def _area(writer: Writer, area: Area, guides: tuple[Guide, ...]) -> Page:
    routines = writer.library.routines.values()
    return writer.page(
        f"areas/{area.id}.md",
        "area.md",
        search=SearchEntry(f"{area.name} stretches", ""),
        area=area,
        guides=guides,
        without_floor=[guide for guide in guides if not guide.first.position.floor],
        on_floor=[guide for guide in guides if guide.first.position.floor],
        routines=[each for each in routines if any(step.guide in guides for step in each.steps)],
        maps=writer.drawn.maps.get(area.id, ()),
    )
