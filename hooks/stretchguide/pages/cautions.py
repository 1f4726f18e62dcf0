"""A page for each caution: what to leave out, why, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stretchguide.format.vocabulary import Area, Caution
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library, Warned
from stretchguide.guides.swaps import is_free
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind, Single
from stretchguide.pages.page import Page, SearchEntry
from stretchguide.pages.writer import Writer

INDEX = Single(addresses.index(addresses.CAUTIONS), "cautions.md", "Who should take care")


def pages(kind: Kind, writer: Writer) -> Iterator[Page]:
    library = writer.library
    warned = {guide.id: {each.caution.id: each for each in library.warnings(guide)} for guide in library.shown}
    cautions = library.vocabulary.cautions.values()
    counts = {caution.id: sum(caution.id in of_guide for of_guide in warned.values()) for caution in cautions}
    yield INDEX.page(writer, found_by=", ".join(caution.name for caution in cautions), counts=counts)
    for caution in cautions:
        yield _page(kind, writer, caution, warned)


KIND = Kind(pages, addresses.CAUTIONS, "caution.md", (INDEX,))


def _page(kind: Kind, writer: Writer, caution: Caution, warned: Mapping[str, Mapping[str, Warned]]) -> Page:
    library = writer.library
    movements = library.vocabulary.movements
    brought_by = [movement for movement in movements.values() if caution.id in movement.requires]
    with_it = [guide for guide in library.shown if caution.id in warned[guide.id]]
    return kind.page(
        writer,
        caution.id,
        search=SearchEntry(caution.name, caution.advice),
        caution=caution,
        movements=brought_by,
        left_out=[
            each for each in map(library.vocabulary.movements.__getitem__, caution.never) if each not in brought_by
        ],
        with_it=[(guide, warned[guide.id][caution.id]) for guide in with_it],
        without_it=without(library, caution),
        sources=[library.vocabulary.references[id] for id in caution.evidence],
    )


def without(library: Library, caution: Caution) -> Mapping[Area, tuple[Guide, ...]]:
    """The guides all of whose versions suit a reader with the caution, each under its first area only."""
    found = {
        area: tuple(guide for guide in guides if guide.areas[0].id == area.id and is_free(guide, caution))
        for area, guides in library.by_area.items()
    }
    return {area: guides for area, guides in found.items() if guides}
