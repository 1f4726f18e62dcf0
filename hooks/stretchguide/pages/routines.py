"""The page of each routine, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.library import JoinedRoutine
from stretchguide.pages.page import Page, SearchEntry
from stretchguide.pages.writer import Writer


def pages(writer: Writer) -> Iterator[Page]:
    if writer.library.routines:
        yield writer.page("routines/index.md", "routines.md")
    for routine in writer.library.routines.values():
        yield _page(writer, routine)


def _page(writer: Writer, routine: JoinedRoutine) -> Page:
    words = [routine.record.purpose, routine.occasion.name, *(step.guide.record.title for step in routine.steps)]
    entry = SearchEntry(routine.record.title, ". ".join(words))
    return writer.page(f"routines/{routine.id}.md", "routine.md", source=routine.source, search=entry, routine=routine)
