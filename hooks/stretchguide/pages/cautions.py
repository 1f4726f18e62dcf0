"""A page for each caution: what to leave out, why, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from stretchguide.format.vocabulary import Area, Caution
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library
from stretchguide.guides.swaps import is_free, suits
from stretchguide.pages import addresses
from stretchguide.pages.kind import Kind, Single
from stretchguide.pages.page import Found, Page, SearchEntry
from stretchguide.pages.phrases import counted
from stretchguide.pages.writer import Writer

INDEX = Single(addresses.index(addresses.CAUTIONS), "cautions.md", "Who should take care")


def pages(kind: Kind, writer: Writer) -> Iterator[Page]:
    library = writer.library
    cautions = library.vocabulary.cautions.values()
    names = ", ".join(caution.name for caution in cautions)
    yield INDEX.page(writer, lambda: {"counts": _counts(library)}, found_by=names)
    for caution in cautions:
        yield kind.page(writer, caution.id, partial(_told, library, caution), search=partial(_found, writer, caution))


KIND = Kind(pages, addresses.CAUTIONS, "caution.md", (INDEX,))


def _found(writer: Writer, caution: Caution) -> Found:
    """By who has it; where something is fit for them, that is what comes next, and what is not for them is dropped."""
    library = writer.library
    facts = "Get help first" if caution.emergency else "Who should take care, and what to do instead"
    then = None if caution.emergency or caution.universal else _fit(library, caution)
    return (
        SearchEntry(
            caution.name,
            "caution",
            caution.also_called,
            text=caution.advice,
            facts=facts,
            then=then,
            not_for=tuple(_not_for(writer, caution)),
            urgency=1 if caution.emergency else 0,
        ),
    )


def _not_for(writer: Writer, caution: Caution) -> Iterator[str]:
    """The pages of what does not suit: of a stretch some version, of a routine some stretch, of a list all of it."""
    library = writer.library
    yield from (addresses.guide(guide) for guide in library.shown if not is_free(guide, caution))
    for routine in library.routines.values():
        if not all(suits(step.variant, caution) for step in routine.steps):
            yield addresses.routine(routine)
    for facet in writer.facets:
        for choice in facet.choices:
            if not any(suits(variant, caution) for listed in choice.guides for variant in listed.variants):
                yield addresses.page(facet.folder, choice.entry.id)


def _fit(library: Library, caution: Caution) -> tuple[str, str] | None:
    number = sum(map(len, without(library, caution).values()))
    return ("without", f"What you can do: {counted(number, 'stretch', 'es')} without this caution") if number else None


def _counts(library: Library) -> Mapping[str, int]:
    """How many guides show each caution."""
    cautions = library.vocabulary.cautions.values()
    return {caution.id: sum(_carries(guide, caution) for guide in library.shown) for caution in cautions}


def _carries(guide: Guide, caution: Caution) -> bool:
    return caution.universal or caution.id in guide.cautions


def _told(library: Library, caution: Caution) -> Mapping[str, Any]:
    movements = library.vocabulary.movements
    brought_by = [movement for movement in movements.values() if caution.id in movement.requires]
    return {
        "caution": caution,
        "movements": brought_by,
        "left_out": [
            each for each in map(library.vocabulary.movements.__getitem__, caution.never) if each not in brought_by
        ],
        "with_it": [(guide, library.warning(guide, caution)) for guide in library.shown if _carries(guide, caution)],
        "without_it": without(library, caution),
        "sources": [library.vocabulary.references[id] for id in caution.evidence],
    }


def without(library: Library, caution: Caution) -> Mapping[Area, tuple[Guide, ...]]:
    """The guides all of whose versions suit a reader with the caution, each under its first area only."""
    found = {
        area: tuple(guide for guide in guides if guide.areas[0].id == area.id and is_free(guide, caution))
        for area, guides in library.by_area.items()
    }
    return {area: guides for area, guides in found.items() if guides}
