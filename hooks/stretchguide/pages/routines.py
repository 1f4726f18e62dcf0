"""The page of each routine, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.library import Library
from stretchguide.pages.page import Page, SearchEntry
from stretchguide.pages.writer import Writer
from stretchguide.routine import JoinedRoutine
from stretchguide.routine_cautions import routine_cautions
from stretchguide.vocabulary import Occasion


def pages(writer: Writer) -> Iterator[Page]:
    if writer.library.routines:
        yield writer.page("routines/index.md", "routines.md", moments=list(by_moment(writer.library)))
    for routine in writer.library.routines.values():
        yield _page(writer, routine)


def _page(writer: Writer, routine: JoinedRoutine) -> Page:
    words = [routine.record.purpose, routine.occasion.name, *(step.guide.record.title for step in routine.steps)]
    entry = SearchEntry(routine.record.title, ". ".join(words))
    return writer.page(
        f"routines/{routine.id}.md",
        "routine.md",
        source=routine.source,
        search=entry,
        routine=routine,
        cautions=list(routine_cautions(writer.library, routine)),
    )


def by_moment(library: Library) -> Iterator[tuple[Occasion, tuple[JoinedRoutine, ...]]]:
    """The moments that have a routine, in the vocabulary's order, each with its routines."""
    for moment in library.vocabulary.occasions.values():
        if routines := tuple(each for each in library.routines.values() if each.occasion == moment):
            yield moment, routines
