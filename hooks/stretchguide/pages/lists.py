"""The pages that lead to all guides: home and browse."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.guides.library import Library
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.pages import addresses
from stretchguide.pages.page import Page
from stretchguide.pages.routines import by_moment
from stretchguide.pages.writer import Writer

_ROUTINES_AT_HOME = 6
_OPEN_ON_BROWSE = (addresses.AREAS, addresses.POSITIONS, addresses.TIMES)
"""The facets whose choices are seen at once; the others open at a touch."""


def pages(writer: Writer) -> Iterator[Page]:
    yield _home(writer)
    yield writer.page(addresses.BROWSE, "browse.md", open_facets=_OPEN_ON_BROWSE)


def _home(writer: Writer) -> Page:
    library = writer.library
    return writer.page(
        addresses.HOME,
        "home.md",
        featured=[guide for id in library.vocabulary.featured for guide in library.shown if guide.id == id],
        moments=next(facet for facet in writer.facets if facet.folder == addresses.OCCASIONS),
        routines=_a_few(library),
    )


def _a_few(library: Library) -> list[JoinedRoutine]:
    """Routines for the home page: the first of each moment."""
    return [routines[0] for _, routines in by_moment(library)][:_ROUTINES_AT_HOME]
